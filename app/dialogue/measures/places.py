"""Rules by which a message points into the list by place: the second, the next, the first two, the rest."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.conversation import Conversation, Turn
from app.dialogue import cues
from app.dialogue.bags import word_sets, words_of
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import MOST_FIELDS, THAT, WHY, asked_about, bare_field, detail_of, is_status_of_it
from app.dialogue.measures.naming import among
from app.dialogue.moment import ASKS, IN_FRONT, PRONOUNS, Moment, Problem, Step
from app.filters import Headings, Ids, KindIs, Not, Themes
from app.query import FieldName, Query
from index.folding import fold
from ingest.records import Measure

_PLACES = re.compile(
    rf"\b(?:de |het |en |nummer |nr |die )*(?:{cues.ORDINAL})\b(?! (?:deadlines?|einddat\w+|termijn(?:en)?|looptijd)\b)"
)
_OF_PLACE = re.compile(
    rf"\b(?:(?:de|het) )?(?:{cues.ORDINAL})(?: (?:maatregel|actie|punt))? (?:van|in|onder|binnen|uit) (?:het|dat|dit) (?:hele |gehele )?(?P<kind>kopje|kop|thema|hoofdstuk)\b"
)
_BARE_PLACE = re.compile(r"(?:(?:en|maar|over|van|bij|dan|nu|die|maatregel|ervan|daarvan|uit|lijst|de) ?)+")
_HEAD = 4  # words of a place that is named in front
_SHORT = 2  # words beside the places: "en de tweede en de derde?"
_OF_THE_REST = re.compile(
    r"\b(?P<of>van|bij|voor|over|met|is|zijn|was|had|loopt|doet|deed|trekt) (?P<x>(?:de|die|het) (?:rest|andere[n]?|overige[n]?)(?: maatregel(?:en)?| een| ene)?)(?= |,|$)"
    r"|^(?:en |maar |of )*(?:hoe|wat|waar\w*|wanneer|wie)\b.*? (?P<y>(?:de|die|het|dat) andere(?: (?:alliantie|amendement|campagne|een|ene|maatregel|monitor|motie|onderzoek|pilot|plan|programma|project|verkenning|wet|wetsvoorstel))?)(?= |,|$)"
)
_REST_IN_FRONT = re.compile(
    r"^(?:en |maar |of )*(?P<x>(?:de|die|dat|het) (?:rest|andere[n]?|overige[n]?)(?: maatregel(?:en)?| een| ene| twee| drie)?) (?P<verb>is|zijn|loopt|lopen|was|waren|wordt|worden|gaat|gaan|ligt|liggen)(?P<tail> .+)$"
)
_TOLD_BY = re.compile(
    r"^(?:(?:die|dat) )?(?:over|met|van|voor|rond|rondom|naar|tegen|inzake) (?P<x>[^,?]+?)(?:,| ook|$)"
)
_WHICH_ONES = re.compile(r"^(?:en |maar )*(?:welke?|hoeveel)\b")
_REST_OF = re.compile(r"\b(?:de|het|die|dat) (?:overige|andere|resterende) (?P<x>(?!maatregel)[a-z-]{4,})\b")
_OTHER_PARTIES = re.compile(
    r"\b(?:de|die) (?:overige|andere|resterende) (?P<x>partners?|partijen|organisaties|landen|deelnemers|bedrijven|universiteiten|hogescholen|gemeenten|instellingen)\b"
)
_OTHER_OWNERS = re.compile(
    r"^(?:en |maar |of )*(?:(?:wie|wat) (?:zijn|waren) .*)?\b(?:de|die) (?:andere|overige|resterende) (?:mede|hoofd)?-?(?:trekkers|kartrekkers|verantwoordelijken|verantwoordelijke ministeries|eigenaren|eigenaars|ministeries|departementen|betrokkenen|betrokken ministeries|bewindspersonen|ministers)(?: (?:van|voor|bij|dan|ervan|daarvan|eigenlijk|erbij))*$"
)
_OTHER_ABOUT = re.compile(
    r"^(?:en |maar |of |dan )*(?:de|die|het|dat) (?:andere[n]?|overige[n]?)(?: (?:maatregel(?:en)?|een|ene|twee|drie|onderzoek(?:en)?|plan(?:nen)?))? (?:die )?(?:over|met|voor|rond|rondom|bij|naar|tegen|in|inzake) (?P<x>[^,:;?]+?)(?: (?:gaan|gaat|dan))?(?: ?[,:] ?(?P<tail>.+))?$"
)
_IN_TITLE = 0.75  # the share of the words that must stand in a title
_ONE_OTHER = re.compile(r"\b(?:het|dat|die|de) andere(?= |,|$)(?! (?:twee|drie|vier|maatregelen))")
_OTHER_NOUN = re.compile(
    r"\b(?:de|het|die|dat) andere (?P<noun>(?!een\b|ene\b|maatregel|twee\b|drie\b|vier\b)[a-z]{3,})\b"
)
_KNOWN = re.compile(
    r"^(?:en |maar |nou |oke |ok )*(?:(?:die|de|dat|deze|het)(?: (?:twee|drie|vier|vijf|\d+))?(?: (?:over|van|met|voor|uit|bij|rond|naar))? )(?P<x>.{3,50}?) (?:ken|weet|heb|hebben|kennen|weten|snap|begrijp|zag|zagen|las) (?:ik|we|wij) (?:nu |inmiddels |dus )*(?:al|gehad|gezien|gelezen)(?: gehad| gezien| gelezen| bekeken)?[,;.:]? ?(?P<tail>(?:en |nu |dan |maar )*.*?\b(?:de |het |die |dat )?(?:rest|andere[n]?|overige[n]?|overblijvende)\b.*)$"
)
_FEW = re.compile(
    r"\b(?:de|die) (?P<end>eerste|laatste|bovenste|onderste) (?P<n>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})\b(?! (?:deadlines|kwartalen|maanden|jaren|jaar|weken|ministeries|thema))"
)
_ONLY_PLACES = re.compile(
    r"^(?:en |of |maar |dan |nu |graag |van |voor |over |bij |toon |laat |geef )*die(?: dan| graag| zien| ook| nog| maatregelen)*$"
)
_BEFORE_IT = ("vorige", "ervoor", "daarvoor", "erboven", "daarboven")
_NEAR_IT = re.compile(
    r"^(?:en |maar |dan |nou |nu |nog |ook )*(?:(?:die|de(?: maatregel)?|(?:de maatregel|degene|diegene|die) die|degene|diegene|wat is die|en wat staat|wat) )(?:er )?(?P<way>daarna|erna|eronder|daaronder|daaropvolgende|daarop volgt|erop volgt|hierna|ervoor|daarvoor|erboven|daarboven)(?: dan| komt| staat| nog)*$"
)
_LAST_NAMED = re.compile(
    r"\b(?:de |het )?laatstgenoemde\b|\b(?:die|deze|dat) laatste(?= (?:al|nog|is|loopt|dan|ook|klaar|af|,)|$|,)"
)


def at_place(m: Moment) -> Step | Problem | None:
    """The messages "vertel meer over de tweede", "en de derde?": the measure at that place in the list."""
    pointed = pointing.by_place(m.message, m.conversation)
    if pointed is None or pointing.place_named(m.message, shown_before(m)) is None:
        return None
    query = m.read(m.message).query
    head, _, tail = m.message.partition(",")
    if tail.strip() and cues.ordinal(head) is not None and not isinstance(pointed, int):
        asked = bare_field(cues.plain(tail)) or m.read(tail).query.field
        return m.about(pointed.ids, asked) if asked else asked_about(m, pointed.ids, tail)
    if (
        query.limit is not None
        or query.extreme is not None
        or (query.filters and not is_place_question(m) and not WHY.match(m.plain))
    ):
        return None
    if isinstance(pointed, int):
        noun = pointing.ORDINAL_AND_NOUN.search(m.plain)
        if noun and len(m.last.focus) == 1 and noun["noun"] not in cues.word_set("thing") and ASKS.match(m.plain):
            return detail_of(m, m.last.focus)  # "in welk jaar komt de tweede tranche?"
        return Problem(
            f"De lijst telt {pointed} {'maatregel' if pointed == 1 else 'maatregelen'}; die plaats is er niet in."
        )
    field = (
        query.field
        if query.ask == "field" and query.field
        else bare_field(re.sub(r"\b(?:van|voor|bij|over)?(?: de| het)? ?\S+$", "", m.plain))
    )
    field = field or field_around(m)
    short = len(_PLACES.sub("", m.plain).split()) <= _SHORT
    if field is None and short and m.last.pointed and m.last.field not in (None, "all"):
        field = m.last.field
    if (
        field is None
        and ASKS.match(m.plain)
        and query.topic
        and not PRONOUNS.match(query.topic.lower())
        and not cues.cue("tell", m.message)
    ):
        return detail_of(m, pointed.ids)
    return m.about(pointed.ids, field or "all")


def in_named_place(m: Moment) -> Step | Problem | None:
    """The messages "wie doet de laatste van het kopje?", "vertel over de tweede van dat thema": at a place in the whole of it."""
    match = _OF_PLACE.search(m.plain)
    held = [
        c for turn in m.conversation.turns if turn.query for c in turn.query.filters if isinstance(c, Headings | Themes)
    ]
    place = cues.ordinal(match.group()) if match else None
    if match is None or place is None or not held:
        return None
    kind = Headings if match["kind"].startswith("kop") else Themes
    named = next((c for c in reversed(held) if isinstance(c, kind)), held[-1])
    ids = m.course.ids(Query(filters=(named,)))
    if not 0 < (place if place > 0 else -place) <= len(ids):
        return None
    words = f"{m.plain[: match.start()]}die{m.plain[match.end() :]}"
    told = cues.cue("tell", m.message) is not None or _BARE_PLACE.fullmatch(words) is not None
    field = "status" if is_status_of_it(words) else bare_field(words) or field_around(m) or ("all" if told else None)
    return m.about((ids[place - 1 if place > 0 else place],), field) if field else None


def without_list(m: Moment) -> Step | Problem | None:
    """The message "vertel meer over de tweede" where no turn showed a list: a place of nothing, and no subject."""
    if any(turn.shown for turn in m.conversation.turns) or cues.ordinal(m.message) is None:
        return None
    told = cues.cue("tell", m.message)
    words = cues.plain(told.rest) if told is not None and told.rest else m.plain
    bare = _BARE_PLACE.fullmatch(_PLACES.sub("die", words)) is not None
    if not bare and field_around(m) is None:
        return None
    return Problem(
        "Er is nog geen lijst getoond waarin u een plaats kunt aanwijzen. Noem een maatregel of een onderwerp."
    )


def shown_before(m: Moment) -> list[Measure]:
    """The measures that were shown, each once."""
    ids = dict.fromkeys(i for turn in m.conversation.turns for i in turn.shown)
    return [m.measures[i] for i in ids if i in m.measures]


def field_around(m: Moment) -> FieldName | None:
    """The field that is asked around a place: "wanneer was de laatste klaar?"."""
    words, found = _PLACES.subn("die", m.plain)
    return bare_field(words) if found else None


def field_at_place(m: Moment) -> Step | Problem | None:
    """The message "wanneer was de laatste klaar?": a field of the measure at a place, and not of the document."""
    field = field_around(m)
    place = _PLACES.search(m.plain)
    pointed = pointing.by_place(place.group(), m.conversation) if field and place else None
    return m.about(pointed.ids, field) if field and isinstance(pointed, pointing.Pointed) else None


def told_at_place(m: Moment) -> Step | Problem | None:
    """The message "de eerste, waar gaat die over?": asked of a place, and not of the document."""
    head, *tail = IN_FRONT.split(m.message, maxsplit=1)
    short = len(cues.plain(head).split()) <= _HEAD and cues.ordinal(head) is not None
    if not short or not tail or not ASKS.match(cues.plain(tail[0])):
        return None
    return at_place(Moment(f"{head}, {tail[0]}", m.conversation, m.course))


def is_place_question(m: Moment) -> bool:
    """Whether a message that names a place says little else."""
    return cues.cue("tell", m.message) is not None or len(m.plain.split()) <= 5


def beside(m: Moment) -> Step | Problem | None:
    """The messages "en de volgende?" and "en de vorige?": beside the one that was singled out."""
    match = re.match(
        r"^(?:en |maar |dan |nu |nog |ook |toon |geef |me |mij |vertel |over |ga |door |naar |doe )*(?:de |het )?(?P<way>volgende|vorige)(?: maatregel| daarvan| in de lijst| graag| nog| eens| weer| even| aub)*$",
        m.plain,
    )
    turn = pointing.last_list(m.conversation)
    near = _NEAR_IT.match(m.plain) if m.last.pointed and turn is not None else None
    if match is None and near is not None and m.last.focus and turn is not None and m.last.focus[-1] in turn.shown:
        match = near
    if match is None or turn is None or not m.last.focus or m.last.focus[-1] not in turn.shown:
        return (
            None
            if match is None
            else Problem("De volgende waarvan? Wijs eerst een maatregel aan, bijvoorbeeld “de eerste”.")
        )
    place = turn.shown.index(m.last.focus[-1]) + (-1 if match["way"] in _BEFORE_IT else 1)
    if not 0 <= place < len(turn.shown):
        return Problem(
            "Dit is de laatste maatregel van de lijst." if place > 0 else "Dit is de eerste maatregel van de lijst."
        )
    field = m.last.field if m.last.pointed else None
    return m.about((turn.shown[place],), field or "all")


def first_few(m: Moment) -> Step | Problem | None:
    """The messages "vertel meer over de eerste twee", "en de laatste twee?", "van wie zijn de eerste drie?"."""
    match = _FEW.search(m.plain)
    turn = pointing.current_list(m.conversation)
    if turn is None or len(turn.shown) <= 1:
        turn = pointing.last_list(m.conversation)
    if match is None or turn is None:
        return None
    amount = cues.number(match["n"])
    ids = turn.shown[:amount] if match["end"] in ("eerste", "bovenste") else turn.shown[-amount:]
    words = f"{m.plain[: match.start()]}die{m.plain[match.end() :]}"
    field = bare_field(words)
    alone = _ONLY_PLACES.match(words) is not None
    if field is None and not alone and cues.cue("tell", m.message) is None:
        return None
    carried = m.last.field if alone and m.last.pointed else None
    return m.about(ids, field or carried or "all")


def last_named(m: Moment) -> Step | Problem | None:
    """The message "en laatstgenoemde, wie doet die?" after something was asked of one: that one, and not the last of the list."""
    match = _LAST_NAMED.search(m.plain)
    if match is None or not m.last.pointed or not m.last.focus:
        return None
    before = m.conversation.turns[-2] if len(m.conversation.turns) > 1 else m.last
    if "genoemde" not in match.group() and (not before.pointed or before.focus == m.last.focus):
        return None  # "die laatste" of one that was told is of a list
    words = f"{m.plain[: match.start()]}die{m.plain[match.end() :]}"
    return asked_about(m, m.last.focus[-1:], words)


def rest_of_list(m: Moment) -> Step | Problem | None:
    """The messages "en voor die andere?", "en de rest?": the list without what was told or kept of it."""
    if _rest_is_printed(m):
        return detail_of(m, m.last.focus)
    asked: FieldName | None = None
    within_rest = Query()
    if cues.cue("rest", m.message) is None:
        head, _, tail = m.message.partition(",")
        within = _OF_THE_REST.search(m.plain)
        in_front = _REST_IN_FRONT.match(m.plain)
        if tail.strip() and cues.cue("rest", head):
            within_rest = m.read(tail).query
            asked = bare_field(cues.plain(tail)) or m.read(tail).query.field or "all"
            alike = cues.plain(tail).endswith("ook") and m.last.pointed
            asked = m.last.field if asked == "all" and alike and m.last.field else asked
        elif in_front and is_status_of_it(f"{in_front['verb']} die{in_front['tail']}"):
            asked = "status"
        elif within:
            part = "x" if within["x"] else "y"
            words = f"{m.plain[: within.start(part)]}die{m.plain[within.end(part) :]}"
            asked = bare_field(words) or (bare_field(cues.plain(tail)) if tail.strip() else None)
            asked = asked or (m.read(words).query.field if ASKS.match(m.plain) else None)
            asked = asked or ("all" if ASKS.match(m.plain) and not _WHICH_ONES.match(m.plain) else None)
        asked = asked or _asked_beside_other(m.plain)
        if asked is None:
            return None
    whole = pointing.last_list(m.conversation)
    if pair := _other_of_pair(m):
        return m.about(pair, asked or m.last.field or "all")
    if m.last.pointed and whole is not None:
        seen = set(m.last.focus)
        if not re.search(r"\bandere?\b", m.plain):
            seen |= {i for turn in since(m.conversation, whole) for i in turn.focus}
        ids = tuple(i for i in whole.shown if i not in seen)
        if not ids:  # all of the last list was told: the rest is of the list out of which it was taken
            wider = [t for t in m.conversation.turns if set(whole.shown) < set(t.shown) and not t.pointed]
            wider = wider or [t for t in m.conversation.turns if seen < set(t.shown)]
            ids = tuple(i for i in wider[-1].shown if i not in seen and i not in m.last.shown) if wider else ()
    elif left := _left_of_numbered(m):
        ids = left
    else:
        wider = [t for t in m.conversation.turns[:-1] if set(m.last.shown) < set(t.shown)]
        ids = tuple(i for i in wider[-1].shown if i not in m.last.shown) if wider else ()
    if len(ids) > 1 and _ONE_OTHER.search(m.plain):
        ids = _called_alike(m, ids)
    noun = _OTHER_NOUN.search(m.plain)
    if len(ids) > 1 and noun:
        ids = _of_that_name(m, ids, noun["noun"])
    told = _TOLD_BY.match(cues.plain(m.message.partition(",")[2]))
    if len(ids) > 1 and told:
        having = pointing.best(told["x"], [m.measures[i] for i in ids if i in m.measures])
        ids = tuple(i for i in ids if m.measures.get(i) in having) or ids
    if not ids:
        named = m.read(noun["noun"] if noun else m.message).query.filters
        kinds = tuple(c for c in named if isinstance(c, KindIs))
        if kinds and m.focus:  # "en de andere allianties?" after the only one: those of the report
            others = Query(filters=(*kinds, Not(Ids(m.focus))))
            asked = asked or (m.last.field if m.last.pointed else None)
            return m.about(m.course.ids(others), asked) if asked else Step(others)
        return Problem("Er is geen rest: alle maatregelen van de lijst zijn al getoond.")
    if within_rest.filters and within_rest.topic is None and _WHICH_ONES.match(cues.plain(m.message.partition(",")[2])):
        return Step(Query(filters=(Ids(ids), *within_rest.filters)))  # "van de andere drie, welke is doorlopend?"
    if m.last.pointed or asked:
        return m.about(ids, asked or m.last.field or "all")
    return Step(Query(filters=(Ids(ids),)))


def other_about(m: Moment) -> Step | Problem | None:
    """The message "en die andere over verlof?" after one of a list was told: those of the rest that are about it."""
    match = _OTHER_ABOUT.match(m.plain)
    whole = pointing.last_list(m.conversation)
    if match is None or whole is None or not m.last.pointed or not set(m.last.focus) < set(whole.shown):
        return None
    rest = [m.measures[i] for i in whole.shown if i not in m.last.focus and i in m.measures]
    having = pointing.best(match["x"], rest, _IN_TITLE, titles=True) or pointing.carrying(match["x"], rest)
    ids = tuple(x for x in whole.shown if m.measures.get(x) in having)
    ids = ids or m.course.nearest(match["x"], tuple(x for x in whole.shown if x not in m.last.focus))
    if not ids:
        return None
    if match["tail"]:
        return asked_about(m, ids, match["tail"])
    return m.about(ids, m.last.field or "all")


def _of_that_name(m: Moment, ids: tuple[str, ...], noun: str) -> tuple[str, ...]:
    """Those of some measures that a noun means: by their kind, else by their title, else all; () where none is of that kind."""
    kinds = tuple(c for c in m.read(noun).query.filters if isinstance(c, KindIs))
    having = pointing.best(noun, [m.measures[i] for i in ids if i in m.measures], titles=True)
    titled = tuple(i for i in ids if m.measures.get(i) in having)
    if not kinds:
        return titled or ids
    return m.course.ids(Query(filters=(Ids(ids), *kinds))) or titled


def _other_of_pair(m: Moment) -> tuple[str, ...]:
    """The other of the two that were compared, where nothing but the first of them was asked about since."""
    for turn in reversed(m.conversation.turns):
        if not turn.pointed or turn.focus != m.last.focus:
            return ()
        two = next((c.ids for c in turn.query.filters if isinstance(c, Ids)), ()) if turn.query is not None else ()
        if turn.query is not None and turn.query.ask == "rank" and len(two) == _SHORT and set(turn.focus) < set(two):
            return tuple(i for i in two if i not in turn.focus)
    return ()


def _left_of_numbered(m: Moment) -> tuple[str, ...]:
    """What is left of some measures out of which the last list was chosen: "welke van die twee heeft een deadline?"."""
    filters = m.last.query.filters if m.last.query is not None else ()
    among = next((c.ids for c in filters if isinstance(c, Ids)), ())
    return tuple(i for i in among if i not in m.last.shown) if m.last.shown else ()


def _asked_beside_other(plain: str) -> FieldName | None:
    """The field that the words around "de andere" ask for, in any order: "en de andere wanneer klaar"."""
    sets = word_sets("the_other")
    words = list(words_of(plain))
    for n in range(len(words) - 1):
        if words[n] not in sets["articles"] or words[n + 1] not in sets["others"]:
            continue
        behind = words[n + 2 :]
        if behind and behind[0] in sets["called"] | cues.word_set("thing"):
            behind = behind[1:]
        said = [*words[:n], *behind]
        if not said or _WHICH_ONES.match(" ".join(said)):
            return None
        if all(w in cues.word_set("state") or w in cues.word_set("light") for w in said):
            return "status" if any(w in cues.word_set("state") for w in said) else None
        return bare_field(" ".join(said)) or bare_field(" ".join([*words[:n], "die", *behind]))
    return None


def other_owners(m: Moment) -> Step | Problem | None:
    """The messages "wie zijn de andere trekkers?", "en de overige ministeries?" of what is on the table."""
    points = len(m.last.focus) == 1 or re.search(r"\b(?:daar|er|hier|daarbij|erbij|daarvan|ervan|hierbij)\b", m.plain)
    if not m.focus or not points or not _OTHER_OWNERS.search(m.plain):
        return None
    return m.about(m.focus[:MOST_FIELDS], "owners")


def _rest_is_printed(m: Moment) -> bool:
    """Whether the text of the one on the table speaks of "de overige onderzoeken" as the message does."""
    match = _OTHER_PARTIES.search(m.plain) or _REST_OF.search(m.plain)
    one = m.measures.get(m.last.focus[0]) if len(m.last.focus) == 1 else None
    if match is None or one is None:
        return False
    if match.re is _OTHER_PARTIES:
        return bool(pointing.carrying(match["x"], [one]))
    return re.search(rf"\b(?:overige|andere|resterende) {re.escape(match['x'])}\b", fold(one.explanation)) is not None


def _called_alike(m: Moment, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some measures that are called what the one told last was called: "dat onderzoek", "en het andere?"."""
    for match in THAT.finditer(cues.plain(m.last.question)):
        having = pointing.best(match["x"], [m.measures[i] for i in ids if i in m.measures], titles=True)
        some = tuple(i for i in ids if m.measures.get(i) in having)
        if some and len(some) < len(ids):
            return some
    return ids


def known_already(m: Moment) -> Step | Problem | None:
    """The message "die twee over film ken ik al, vertel over de andere": the list without what is described."""
    match = _KNOWN.match(m.plain)
    whole = pointing.last_list(m.conversation)
    if match is None or whole is None:
        return None
    words, tail = match["x"], match["tail"] or ""
    pointed = pointing.by_place(words, m.conversation) if cues.ordinal(words) is not None else None
    gone = pointed.ids if isinstance(pointed, pointing.Pointed) else ()
    gone = gone or _carrying(m, words, whole.shown) or among(m, words)
    if not gone:
        return None
    ids = tuple(i for i in whole.shown if i not in gone)
    if not ids:
        return Problem("Er is geen rest: alle maatregelen van de lijst zijn al genoemd.")
    asks = bare_field(tail) or ("all" if cues.cue("tell", tail) or ASKS.match(tail) else None)
    return m.about(ids, asks) if asks else Step(Query(filters=(Ids(ids),)))


def _carrying(m: Moment, words: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The shown measures in which the words stand."""
    having = pointing.carrying(words, [m.measures[i] for i in ids if i in m.measures])
    return tuple(i for i in ids if m.measures.get(i) in having)


def since(conversation: Conversation, turn: Turn) -> tuple[Turn, ...]:
    """The turns after a turn."""
    place = max(n for n, t in enumerate(conversation.turns) if t is turn)
    return conversation.turns[place + 1 :]
