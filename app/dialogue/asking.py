"""Rules by which a message asks about measures that were shown: by place, by words, a field, a detail, the rest."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.conversation import Conversation, Turn
from app.dialogue import cues, pointing, refining
from app.dialogue.moment import ASKS, NOUN, PRONOUNS, Moment, Problem, Step
from app.filters import Headings, Ids, KindIs, Not, Overdue, Owners, Themes
from app.query import FieldName, Query

_FIELDS: tuple[tuple[FieldName, str], ...] = (
    (
        "owners",
        r"(?:wie|(?:van |bij |door |onder )?welke? (?:ministerie|ministeries|departement|departementen|minister|bewindspersoon)|bij wie|van wie|door wie|onder wie|(?:de )?(?:verantwoordelijken?|eigenaar|trekker)|verantwoordelijk\w*|het ministerie|ministerie|wiens|(?:hun |zijn |haar )(?:verantwoordelijken?|eigenaren|ministeries?))",
    ),
    (
        "end",
        r"(?:(?:hun |zijn |haar |al hun |de bijbehorende )?(?:deadlines?|einddat\w+)|(?:tot |t/m |per |vanaf )?(?:wanneer|waneer|hoe ?lang|welk jaar|welke datum)|(?:de |het |wat is de |welke |wat is het )?(?:deadlines?|einddat\w+|planning|termijn|looptijd|einde)|op welke termijn)",
    ),
    (
        "status",
        r"(?:(?:de |wat is de |welke |hoe is de |hun |zijn |haar |wat is de laatste |wat is de huidige |wat is de actuele |de laatste )?(?:status|stand van zaken|stavaza|stand|voortgang)|hoe ver|hoever|hoe staat het er?(?: ?mee| ?voor)?)",
    ),
    (
        "page",
        r"(?:op )?(?:welke |de |wat is de )?(?:pagina|bladzijde|blz)\w*|waar (?:staat|staan|vind ik) (?:dat|die|het|dit|ze)",
    ),
    ("theme", r"(?:onder |in |bij |bij welk |welk |het )*thema"),
    ("heading", r"(?:onder |welk |het |bij )*(?:kopje|kop|rubriek)"),
)
_POINTER = r"(?: (?:die|deze|dat|dit|ze|hij|zij|het|er|daarvan|daarvoor|hiervan|hiervoor|daarbij|hierbij|daarover|hierover|daaraan|daarmee|ervan|ervoor|erover|eraan|is|zijn|was|waren|wordt|worden|loopt|lopen|moet|moeten|gaat|gaan|doet|doen|deed|deden|voert|voeren|voerde|voerden|trekt|trok|trokken|regelde|regelden|leidde|leidden|organiseerde|organiseerden|betaalde|betaalden|had|hadden|liep|liepen|eindigde|eindigden|stopte|stopten|werd|werden|moest|moesten|zouden|trekken|organiseert|organiseren|betaalt|leidt|regelt|heeft|hebben|valt|vallen|ligt|staat|staan|hoort|duurt|duren|eindigt|eindigen|stopt|verloopt|verlopen|klaar|af|afgerond|gereed|afgelopen|uit|over|op|voor|van|verantwoordelijk|verantwoordelijke|verantwoordelijken|de|in|dan|eigenlijk|precies|nou|nu|ook|allemaal|elk|per stuk|ieder|mee|bezig|aan|zet|maatregel|maatregelen|programma|project|motie|onderzoek|pilot|alliantie|gepland|voorzien|bij|met|daar|hier|nog|al|komt|aan de beurt|zal|zou|worden|hoofdverantwoordelijk|betrokken|trekker|eigenaar|welk|ministerie|ministeries|deadline|einddatum|door|toe|tot|status|onder|vinden|ik|het voortouw|voortouw|te vinden|staat dat|bekend|gedaan|uitgevoerd|gemaakt|opgepakt|opgezet|georganiseerd|getrokken|opgesteld|te laat|over tijd|in het document|in het rapport|in de rapportage|in de bijlage|er mee|huidige|laatste|actuele))*"
_BARE_FIELD = tuple(
    (name, re.compile(rf"^(?:en |maar |ok[e] |of |dan |weet je |nou |dus |, )*{words}{_POINTER}$"))
    for name, words in _FIELDS
)
_STATUS_OF_IT = re.compile(
    r"^(?:en |maar |dus )*(?:is|zijn|loopt|lopen|was|waren|gaat|gaan) (?:die|deze|dat|dit|ze|hij|zij|het|er)(?: maatregel\w*| programma| motie| project| onderzoek| pilot)?(?: (?:al|nog|nu|inmiddels|allemaal|ook|dan|wel|steeds|eigenlijk|reeds|echt|helemaal|niet|altijd|daar|mee|een|wat|of|zijn ze|is het))*(?: (?:klaar|af|afgerond|gereed|bezig|gestopt|stopgezet|in uitvoering|lopend|doorlopend|door|voltooid|gaande|open))*$"
)
_OVERDUE_OF_IT = re.compile(r"\b(?:te laat|over tijd|overtijd|achter|vertraagd|over de deadline)\b")
_NAMED_FIRST = re.compile(
    r"^(?:en |maar |over |wat betreft )*(?:de|het|die|dat|deze|dit) (?P<x>[^,:?]{3,50})[,:] ?(?P<tail>.+)$"
)
_THING = re.compile(
    r"\b(?:de|het) (?P<x>onderzoek|motie|pilot|alliantie|programma|project|wetsvoorstel|monitor|verkenning|campagne|subsidie|evaluatie)\b"
)
_WITHIN = re.compile(
    r"\b(?:die|deze|dat|degene|diegene|de (?:maatregel|motie|pilot|alliantie|actie|monitor|campagne|ene)|het (?:onderzoek|programma|project|plan|wetsvoorstel))"
    r" (?:over|met|voor|rond|rondom|naar|tegen|inzake|betreffende) (?P<x>.+?)(?P<tail>(?: (?:precies|eigenlijk|ook|nu|nou|dan|al|nog|eens|klaar|af|afgerond|gereed|aflopen|eindigen|moeten|moet|zullen|worden|zijn|verantwoordelijk|over|voor|mee))*)$"
)
_OF_THE_REST = re.compile(
    r"\b(?P<of>van|bij|voor|over|met|is|zijn|was|had|loopt|doet|deed|trekt) (?P<x>(?:de|die|het) (?:rest|andere[n]?|overige[n]?)(?: maatregel(?:en)?| een| ene)?)(?= |$)"
)
_ONE_OF = re.compile(r"\bandere?\b")
_FEW = re.compile(r"\bde (?P<end>eerste|laatste) (?P<n>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})\b")
_MOST_FIELDS = 25  # of so many measures a field is told one by one


def at_place(m: Moment) -> Step | Problem | None:
    """The messages "vertel meer over de tweede", "en de derde?": the measure at that place in the list."""
    pointed = pointing.by_place(m.message, m.conversation)
    if pointed is None:
        return None
    query = m.read(m.message).query
    head, _, tail = m.message.partition(",")
    if tail.strip() and cues.ordinal(head) is not None and not isinstance(pointed, int):
        asked = bare_field(cues.plain(tail)) or m.read(tail).query.field
        return (
            detail_of(m, pointed.ids, tail)
            if asked is None and ASKS.match(cues.plain(tail))
            else m.about(pointed.ids, asked or "all")
        )
    if query.limit is not None or query.extreme is not None or (query.filters and not is_place_question(m)):
        return None
    if isinstance(pointed, int):
        return Problem(
            f"De lijst telt {pointed} {'maatregel' if pointed == 1 else 'maatregelen'}; die plaats is er niet in."
        )
    field = (
        query.field
        if query.ask == "field" and query.field
        else bare_field(re.sub(r"\b(?:van|voor|bij|over)?(?: de| het)? ?\S+$", "", m.plain))
    )
    short = len(m.plain.split()) <= 4
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


def is_place_question(m: Moment) -> bool:
    """Whether a message that names a place says little else."""
    return cues.cue("tell", m.message) is not None or len(m.plain.split()) <= 5


def beside(m: Moment) -> Step | Problem | None:
    """The messages "en de volgende?" and "en de vorige?": beside the one that was singled out."""
    match = re.match(
        r"^(?:en |maar |dan |toon |geef |ga naar )*(?:de |het )?(?P<way>volgende|vorige)(?: maatregel| daarvan| in de lijst| graag)*$",
        m.plain,
    )
    turn = pointing.last_list(m.conversation)
    if match is None or turn is None or not m.last.focus or m.last.focus[-1] not in turn.shown:
        return (
            None
            if match is None
            else Problem("De volgende waarvan? Wijs eerst een maatregel aan, bijvoorbeeld “de eerste”.")
        )
    place = turn.shown.index(m.last.focus[-1]) + (1 if match["way"] == "volgende" else -1)
    if not 0 <= place < len(turn.shown):
        return Problem(
            "Dit is de laatste maatregel van de lijst." if place > 0 else "Dit is de eerste maatregel van de lijst."
        )
    field = m.last.field if m.last.pointed else None
    return m.about((turn.shown[place],), field or "all")


def first_few(m: Moment) -> Step | Problem | None:
    """The message "Vertel meer over de eerste twee"."""
    match = _FEW.search(m.plain)
    turn = pointing.current_list(m.conversation)
    if match is None or turn is None or cues.cue("tell", m.message) is None:
        return None
    amount = cues.number(match["n"])
    return m.about(turn.shown[:amount] if match["end"] == "eerste" else turn.shown[-amount:])


def same_owner(m: Moment) -> Step | Problem | None:
    """The message "Welke andere maatregelen heeft dat ministerie?"."""
    if not re.search(
        r"\b(?:dat|dit|datzelfde|ditzelfde|hetzelfde|die|deze|dezelfde) (?:ministerie|ministeries|departement|departementen|eigenaar|trekker)\b",
        m.plain,
    ):
        return None
    measure = m.measures.get(m.focus[0]) if m.focus else None
    if measure is None or not measure.owners:
        return None
    owners = Owners(measure.owners, "any" if len(measure.owners) == 1 else "all")
    others = (Not(Ids(m.focus)),) if _ONE_OF.search(m.plain) or "meer" in m.plain else ()
    own = tuple(c for c in m.read(m.message).query.filters if refining.dimension(c) != "owner")
    return Step(Query(ask="count" if "hoeveel" in m.plain else "list", filters=(owners, *own, *others)))


def on_time(m: Moment) -> Step | Problem | None:
    """The message "Is dat op tijd?": the planning, with whether it has passed."""
    if len(m.last.focus) != 1 or not re.match(
        r"^(?:en |maar )*(?:is|loopt|ligt|zijn|gaat) (?:dat|die|dit|deze|het|hij|ze)(?: maatregel| programma)?(?: (?:nog|al|wel|nu|dan|niet))* (?:op tijd|te laat|over tijd|op schema|achter(?: op schema)?|vertraagd|volgens planning|verlopen|verstreken)$",
        m.plain,
    ):
        return None
    in_time = re.search(r"\b(?:op tijd|op schema|volgens planning)$", m.plain)
    condition = Not(Overdue()) if in_time else Overdue()
    return Step(Query(ask="field", field="end", target=m.last.focus, filters=(condition,)))


def rest_of_list(m: Moment) -> Step | Problem | None:
    """The messages "en voor die andere?", "en de rest?": the list without what was told or kept of it."""
    asked: FieldName | None = None
    if cues.cue("rest", m.message) is None:
        head, _, tail = m.message.partition(",")
        within = _OF_THE_REST.search(m.plain)
        if tail.strip() and cues.cue("rest", head):
            asked = bare_field(cues.plain(tail)) or m.read(tail).query.field
        elif within:
            words = f"{m.plain[: within.start('x')]}die{m.plain[within.end('x') :]}"
            asked = bare_field(words) or (m.read(words).query.field if ASKS.match(m.plain) else None)
        if asked is None:
            return None
    whole = pointing.last_list(m.conversation)
    if m.last.pointed and whole is not None:
        seen = set(m.last.focus)
        if not re.search(r"\bandere?\b", m.plain):
            seen |= {i for turn in since(m.conversation, whole) for i in turn.focus}
        ids = tuple(i for i in whole.shown if i not in seen)
    else:
        wider = [t for t in m.conversation.turns[:-1] if set(m.last.shown) < set(t.shown)]
        ids = tuple(i for i in wider[-1].shown if i not in m.last.shown) if wider else ()
    if not ids:
        return Problem("Er is geen rest: alle maatregelen van de lijst zijn al getoond.")
    if m.last.pointed or asked:
        return m.about(ids, asked or m.last.field or "all")
    return Step(Query(filters=(Ids(ids),)))


def since(conversation: Conversation, turn: Turn) -> tuple[Turn, ...]:
    """The turns after a turn."""
    place = max(n for n, t in enumerate(conversation.turns) if t is turn)
    return conversation.turns[place + 1 :]


def same_place(m: Moment) -> Step | Problem | None:
    """The message "wat valt er nog meer onder dat kopje?"."""
    cue = cues.cue("more_here", m.message)
    measure = m.measures.get(m.focus[0]) if m.focus else None
    if cue is None or measure is None:
        return None
    by_heading = (
        cue.match["place"] in ("kopje", "kop", "onderwerp", "rubriek", "kader", "tussenkop", "paragraaf")
        and measure.heading
    )
    place = Headings((measure.heading,)) if by_heading else Themes((measure.theme,))
    more = re.search(r"\b(?:meer|andere|overige|rest|verder|ook)\b", m.plain) and len(m.focus) == 1
    return Step(Query(filters=(place, Not(Ids(m.focus))) if more else (place,)))


def described(m: Moment) -> Step | Problem | None:
    """The message "Die over de monitor", "vertel meer over die met de studenten", "die over lonen, van wanneer was de deadline"."""
    tell = cues.cue("tell", m.message)
    words = tell.rest if tell else m.message
    head, _, tail = words.partition(",")
    described = pointing.description(head if tail else words)
    named = _NAMED_FIRST.match(m.plain)
    if described is None and named and tail and ASKS.match(cues.plain(tail)) and not ASKS.match(cues.plain(head)):
        described = named["x"] if pointing.by_words(named["x"], m.conversation, m.measures, near_only=True) else None
    if described is None:
        return None
    query = m.read(described).query
    only_filters = query.filters and query.topic is None and not all(isinstance(c, KindIs) for c in query.filters)
    if only_filters and not tail:
        return (
            None
            if tell is None
            else Step(
                replace(m.base_query, filters=refining.narrowed(m.base_query.filters, m.read(words).query.filters)),
                m.base,
            )
        )
    ids = among(m, described)
    if not ids:
        return None
    if tail:
        field = bare_field(cues.plain(tail)) or m.read(tail).query.field
        if field is None and ASKS.match(cues.plain(tail)):
            return detail_of(m, ids, tail)
        return m.about(ids, field or "all")
    asked = (
        m.last.field
        if m.last.pointed and m.last.field and tell is None and m.plain.startswith(("en ", "of "))
        else None
    )
    return m.about(ids, asked or "all")


def field_of_described(m: Moment) -> Step | Problem | None:
    """The message "Wanneer had die over de kwalificatie-eisen klaar moeten zijn?": a field of one that is described."""
    match = _WITHIN.search(m.plain)
    if match is None or not match.start():
        return None
    field = bare_field(f"{m.plain[: match.start()]}die{match['tail']}")
    if field is None:
        return None
    pointed = pointing.by_words(match["x"], m.conversation, m.measures, near_only=True)
    return m.about(pointed.ids, field) if pointed else None


def among(m: Moment, words: str) -> tuple[str, ...]:
    """The shown measures that words describe: by their words, else by meaning."""
    pointed = pointing.by_words(words, m.conversation, m.measures, near_only=True)
    if pointed:
        return pointed.ids
    near = m.course.nearest(words, (pointing.last_list(m.conversation) or m.base).shown)
    if near:
        return near
    far = pointing.by_words(words, m.conversation, m.measures)
    return far.ids if far else ()


def told(m: Moment) -> Step | Problem | None:
    """The messages "vertel meer", "wat staat er in de toelichting?": everything about what is pointed at."""
    if not m.focus or cues.cue("told", m.message) is None:
        return None
    return m.about(m.focus)


def told_of_one(m: Moment) -> Step | Problem | None:
    """The message "waar gaat dat over?" where a measure was singled out: it is not asked of the document."""
    return told(m) if len(m.last.focus) == 1 else None


def told_by_name(m: Moment) -> Step | Problem | None:
    """The message "Vertel eens meer over het onderzoek naar de arbeidsmarkt": one that was shown, if one fits well."""
    cue = cues.cue("tell", m.message)
    if cue is None:
        return None
    if PRONOUNS.match(cues.plain(cue.rest)) and m.focus:
        return m.about(m.focus)
    query = m.read(cue.rest).query
    if query.topic is None or query.target:
        return None
    pointed = pointing.by_words(cue.rest, m.conversation, m.measures, titles=True)
    return m.about(pointed.ids) if pointed and len(pointed.ids) <= 2 else None


def bare_field(plain: str) -> FieldName | None:
    """The field that a few words ask for: "tot wanneer?", "en wie?"; None where they ask something else."""
    return next((name for name, pattern in _BARE_FIELD if pattern.match(plain.strip())), None)


def field_of_it(m: Moment) -> Step | Problem | None:
    """A field of what is pointed at: "wie is daarvan verantwoordelijk?", "tot wanneer?", "is dat al klaar?"."""
    field = bare_field(m.plain)
    query = m.read(m.message).query
    thing = _THING.search(m.plain)
    if field is not None and thing and m.last.pointed and not is_that(m, thing["x"]):
        pointed = pointing.by_words(thing["x"], m.conversation, m.measures, near_only=True, titles=True)
        if pointed:
            return m.about(pointed.ids, field)
    if field is None and _STATUS_OF_IT.match(m.plain) and not _OVERDUE_OF_IT.search(m.plain):
        field = "status"
    if field is None and query.ask == "field" and not query.target and not query.filters:
        if query.topic is None or PRONOUNS.match(query.topic.lower()):
            field = query.field
            other = field_of_shown(m, query) if query.topic and m.last.pointed and not is_that(m, query.topic) else None
            if other is not None:
                return other
        else:
            return field_of_shown(m, query)
    if field is None or not m.focus:
        return None
    ids = m.last.shown if cues.means_all(m.message) and m.last.is_list else m.focus
    return m.about(ids[:_MOST_FIELDS], field)


def is_that(m: Moment, words: str) -> bool:
    """Whether what was singled out can be called so: "het onderzoek", of a measure whose title says it."""
    said = [
        word
        for word in words.lower().split()
        if NOUN.match(word) or word in ("onderzoek", "programma", "project", "wetsvoorstel", "motie", "monitor")
    ]
    titles = " ".join(m.measures[i].title.lower() for i in m.last.focus if i in m.measures)
    return not said or any(word in titles for word in said)


def few_words(m: Moment) -> Step | Problem | None:
    """A field in a few words, of what was singled out."""
    field, thing = bare_field(m.plain), _THING.search(m.plain)
    if field is None or not m.last.pointed or not m.focus or (thing and not is_that(m, thing["x"])):
        return None
    return m.about(m.focus[:_MOST_FIELDS], field)


def field_of_shown(m: Moment, query: Query) -> Step | None:
    """A field of a measure that is named as one names what is on the table: "wanneer is de monitor klaar?"."""
    pointed = pointing.by_words(query.topic or "", m.conversation, m.measures, near_only=True, titles=True)
    return m.about(pointed.ids, query.field or "all") if pointed and len(pointed.ids) == 1 else None


def detail_of(m: Moment, ids: tuple[str, ...], words: str | None = None) -> Step:
    """A question of detail about measures, as the next turn."""
    topic = (words or m.message).strip(" ?.!")
    return Step(Query(ask="detail", topic=topic, target=ids))


def asked_of_it(m: Moment) -> Step | Problem | None:
    """Something else about what is pointed at: "hoeveel steden doen daaraan mee?", "met wie wordt dat georganiseerd?"."""
    if len(m.last.focus) != 1 or not ASKS.match(m.plain):
        return None
    query = m.read(m.message).query
    back = cues.points_back(m.message) or re.search(
        r"\b(?:die|deze|dat|dit) (?:maatregel|programma|motie|project|onderzoek|pilot|alliantie|wet|wetsvoorstel|plan|actie|initiatief)\b",
        m.plain,
    )
    if (
        not back
        or query.target
        or _ONE_OF.search(m.plain)
        or re.match(r"^(?:en |maar )?(?:welke?|wat|hoeveel) (?:daarvan|ervan|hiervan|van (?:die|deze))\b", m.plain)
    ):
        return None
    if (
        query.filters
        and query.topic is None
        and not re.match(r"^(?:en |maar )?(?:waarom|waardoor|hoezo|hoe(?!veel))\b", m.plain)
    ):
        return None
    return detail_of(m, m.last.focus)


def other_mentions(m: Moment) -> Step | Problem | None:
    """The message "In welke andere maatregel wordt de NCDR genoemd?": the question by itself, without what is on the table."""
    if not re.search(
        r"\b(?:welke|wat voor|nog|zijn er|nog meer) (?:nog )?(?:andere?|meer) (?:maatregel|motie|programma|pilot|onderzoek|alliantie|actie)\w*\b",
        m.plain,
    ):
        return None
    query = m.course.fresh(re.sub(r"\b(?:andere?|nog meer|meer) ", "", m.message))
    where = m.course.mentions(m.message)
    if where:
        ids = tuple(i for i in where if i not in m.last.focus)
        return Step(Query(filters=(Ids(ids),))) if ids else Problem("Er is geen andere maatregel die dat noemt.")
    if not m.last.focus or query.ask not in ("list", "count"):
        return None
    return Step(replace(query, filters=(*query.filters, Not(Ids(m.last.focus)))))


def same_field(m: Moment, words: str) -> Step | None:
    """The message "En de Regenboogprovincies?": the same field of another measure."""
    if ASKS.match(cues.plain(words)):
        return None
    field = m.last.field or "all"
    ids = m.course.named(words)
    if not ids:
        pointed = pointing.by_words(words, m.conversation, m.measures, near_only=True)
        ids = pointed.ids if pointed else ()
    if ids:
        return m.about(ids, field)
    topic = m.read(words).query.topic
    return Step(Query(ask="field", field=field, topic=topic)) if topic and field != "all" else None
