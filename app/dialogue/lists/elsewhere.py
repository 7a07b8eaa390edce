"""Rules by which a message looks outside what is on the table: "buiten dat hoofdstuk", "verder nog ergens", "elders"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.lists import refining
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Headings, Ids, KindIs, Not, Themes
from app.query import Filter, Query
from index.words import content_words

_PLACE = r"(?P<place>thema|hoofdstuk|kopje|kop|blok|deel|onderdeel|rubriek|kader|stuk|paragraaf)"
_OUTSIDE = re.compile(
    rf"\b(?:buiten|naast|behalve (?:in|onder|bij|binnen)|anders dan (?:in|onder|bij)|niet (?:in|onder|binnen)) (?:dat|dit|die|deze|hetzelfde|ditzelfde|datzelfde) {_PLACE}\b"
    rf"|\b(?:in|onder|bij|binnen) (?:een |de )?(?:andere?|overige) (?:thema'?s?|hoofdstuk(?:ken)?|kopjes?|blok(?:ken)?|delen|deel|onderde(?:el|len)|rubriek(?:en)?)\b"
    r"|\b(?:ergens anders|elders|op andere plekken|op een andere plek)\b"
)
_NARROW_PLACE = re.compile(r"\b(?:kopjes?|kop|rubriek(?:en)?|kader|paragraaf)\b")
_FURTHER = re.compile(
    r"\b(?:(?:verder|ook|daarnaast|daarbuiten|nog) )*(?:(?:verder|daarbuiten) (?:nog|ook)|nog (?:ergens|een keer|vaker|elders)|nog (?:verder|meer) ergens)(?: ergens| ook| een keer| iets)*\b"
)
_MORE = re.compile(
    r"\b(?:er )?(?:nog|verder|daarnaast|ook)(?: (?:nog|ook|verder|meer|allemaal|andere?))+\b|\bnog andere\b|\bnog (?:een (?:andere|tweede)(?= \w+)|(?:een|zo'n)(?= \w+(?: (?:(?:in|bij|genoemd)|(?:in|onder|bij|binnen) (?:het|de|dat) \w[\w -]*))?$))|(?<=\bwelke )(?:andere|overige)\b(?! maatregel)|(?<=\bwelk )ander\b|\bnog een ander\b|\bverder\b"
)
_OTHERS_THEN = re.compile(
    r"(?<!\bniet )(?<!\bgeen )(?<!\bniets )(?<!\bniks )\b(?:(?:nog|ook|verder|daarnaast|allemaal) )*(?:meer|andere|overige|verder|daarnaast)\b"
)  # "niet meer in uitvoering" says no more than how far it is
_OWNER = re.compile(r"\b(?:ministerie|departement|eigenaar|trekker)")
_IN_THE_REPORT = re.compile(r"\bsta(?:at|an) er\b.* in$")  # "welke toezegging staat er nog meer in?"
_THIS_PAPER = re.compile(
    r" (?:hier )?(?:in|uit|van|bevat|telt|noemt|kent|heeft) (?:dit|het|de|deze|je|jullie|dat) (?:hele |gehele )?(?:overzicht|rapport\w*|document|bijlage|voortgangsrapportage|stuk|nota|lijst|tabel|tabellen)\b"
)
_OTHERS = re.compile(r"\b(?:de )?(?:andere|overige|resterende)\b")
_WHOLE_REPORT = re.compile(
    r"\b(?:(?:van|over|uit|in|binnen|naar|op|voor|onder) )?(?:al(?:le)?(?: de| \d{2,3})? maatregelen|alle \d{3}|(?:het|de) (?:hele|gehele|volledige) (?:rapport\w*|document|bijlage|voortgangsrapportage)|alles(?= ?(?:[:,]|bij elkaar|samen|kijk)))"
    r"(?: samen| bij elkaar| kijkt?| kijken| bekijkt?| neemt?)*(?! (?:van|bij|over|met|in|die|voor|hierboven|daarvan) )"
)
_REPORT_NAMED = re.compile(
    r"\b(?:(?:in|van|uit|over|binnen|op|voor) )?(?:(?:het|de|dit|deze) (?:hele|gehele|volledige|complete|totale|ganse)|heel (?:het|de|dit|deze))"
    r" (?:rapport\w*|document|bijlage|voortgangsrapportage|nota|stuk)\b(?: (?:samen|gezien|genomen|bekeken))*|\brapportbreed\b|\bin het rapport als geheel\b"
    r"|\b(?:(?:in|van|uit|voor|over) )?(?P<rest>(?:de|heel de) rest) van (?:het|de|dit|deze) (?:hele )?(?:rapport\w*|document|bijlage|voortgangsrapportage)\b"
)
_ASKED_IN_FULL = re.compile(  # "wat heeft IenW in deze bijlage?": a question by itself, of all that the report has
    r"^(?:(?:en|maar|nu|dan) )*(?:wat (?:heeft|hebben|doet|doen|staat er|staan er|is er|zegt|zeggen)|(?:welke|hoeveel) (?:\w+ )?maatregelen|(?:zijn|staan) er (?:\w+ )?maatregelen)\b"
)
_PAPER = re.compile(
    r"\b(?:in|van|uit|volgens|binnen) (?:deze|dit|de|het) (?:bijlage|rapport|rapportage|voortgangsrapportage|document|nota)\b(?! (?:van|over)\b)"
)
_THERE = re.compile(r"\bdaar\b")
_LOOK_AT = re.compile(r"^(?:(?:en|maar|nu|dan|kijk|eens|dus|als|je|u|we|ik) ?)+")
_SUBJECT_MORE = re.compile(
    r"^(?:en |maar )*(?:wat|welke maatregelen)\b(?=.*\b(?:nog meer|verder nog|daarnaast)\b).*\b(?:over|tegen|voor|rond|rondom|aan|bij|naar) (?:de |het |een )?[\w-]{4,}(?: \w+){0,3}$"
)
_GOVERNMENT = re.compile(
    r"\b(?P<does>doen|doet|ondernemen|hebben|gaan|willen|pakken) (?:ze|zij|we|wij|men)\b"
)  # "ze" who do something
_REST_OF = re.compile(
    r"\b(?:de|het|die|alle) (?:rest|andere(?: maatregelen| dingen| acties| punten)?|overige[n]?(?: maatregelen| acties| punten)?|anderen)\b(?= (?:die )?(?:er )?(?:staa[nt] |val(?:t|len) |zi(?:t|tten) )?(?:onder|bij|in|van|uit|binnen|op)\b)"
)
_THE_OTHER = re.compile(r"\b(?:dat|die|de|het|deze) andere?\b")
_TELLING = frozenset(("owner", "place", "kind", "person"))  # what a message must say to be more than "en wat nog meer?"
_AS_MANY = re.compile(
    r"^(?:(?:en|maar|dan|nu|hoeveel|welke|wat|zijn|is|dat|die|het|er|daar|zit|zitten|staan|maatregelen|allemaal) ?)*$"
)
_ADVERBS = re.compile(
    r"^(?:(?:en|maar|dan|ook|nog|iets|is|zijn|er|staat|staan|loopt|lopen|wat|welke|dat|daar|daarover) ?)*$"
)


def outside_place(m: Moment) -> Step | Problem | None:
    """The messages "heeft EZK buiten dat hoofdstuk nog iets?", "en elders?": without the place that is held."""
    match = _OUTSIDE.search(m.plain)
    place = _held(m, narrow=match is not None and _NARROW_PLACE.search(match.group()) is not None)
    if match is None or (place is None and not m.base.shown):
        return None
    rest = f"{m.plain[: match.start()]} {m.plain[match.end() :]}".strip()
    query = m.read(rest).query
    elsewhere = (Not(place or Ids(m.base.shown)),)
    if query.target or (query.topic is not None and not _ADVERBS.match(query.topic.lower())):
        return Step(replace(query, filters=(*query.filters, *elsewhere), target=(), ask="list", field=None))
    if query.filters:
        ask = query.ask if query.ask in ("list", "count") else "list"
        return Step(replace(query, ask=ask, topic=None, field=None, filters=(*query.filters, *elsewhere)))
    kept = tuple(c for c in m.base_query.filters if refining.dimension(c) not in ("place", "ids"))
    if not kept and m.base_query.topic is None:
        return None
    return Step(replace(m.base_query, ask="list", filters=(*kept, *elsewhere)))


def of_whole_report(m: Moment) -> Step | Problem | None:
    """The message "en nu van alle maatregelen: welke heeft de laatste einddatum?": asked without what the list was cut by."""
    match = _WHOLE_REPORT.search(m.plain)
    if match is None or not m.base.shown:
        return _of_report_named(m)
    before = _LOOK_AT.sub("", m.plain[: match.start()]).strip()
    rest = f"{before} {m.plain[match.end() :].strip(' :,')}".strip()
    query = m.course.fresh(rest)
    asks = query.extreme is not None or query.ask in ("rank", "groups", "percentage")
    return Step(query) if asks and query.topic is None and not query.target else _of_report_named(m)


def _of_report_named(m: Moment) -> Step | None:
    """The message "wat loopt er in het hele rapport nog meer af in Q2 2024?": asked of all, or of all but the one told.

    With no condition of its own ("en in het hele rapport?") it asks for what holds of the list, wherever it stands.
    """
    match = _REPORT_NAMED.search(m.plain) or (_ASKED_IN_FULL.match(m.plain) and _PAPER.search(m.plain)) or None
    if match is None or not m.base.shown:
        return None
    rest = f"{m.plain[: match.start()]} {m.plain[match.end() :].strip(' ,:')}".strip()
    rest, more = _OTHERS_THEN.subn(" ", _THERE.sub("er", rest))
    if _AS_MANY.match(rest.strip()):
        kept = tuple(c for c in m.base_query.filters if refining.dimension(c) not in ("place", "ids"))
        anywhere = replace(m.base_query, ask="count" if "hoeveel" in rest.split() else m.base_query.ask, filters=kept)
        return Step(anywhere) if kept and len(kept) < len(m.base_query.filters) and not m.last.pointed else None
    if cues.points_back(rest):
        return None
    query = m.course.fresh(" ".join(rest.split()))
    if query.target or query.ask not in ("list", "count") or not (query.filters or query.topic):
        return None
    seen = (Not(Ids(m.last.focus or m.base.shown)),) if more or match.groupdict().get("rest") else ()
    return Step(replace(query, filters=(*query.filters, *seen)))


def further(m: Moment) -> Step | Problem | None:
    """The message "komt Ellemeet verder nog ergens voor?": the question by itself, without what is on the table."""
    match = _FURTHER.search(m.plain)
    if match is None or not m.last.shown:
        return None
    rest = f"{m.plain[: match.start()]} {m.plain[match.end() :]}".strip()
    query = m.course.fresh(rest)
    if query.target or query.ask not in ("list", "count") or not (query.filters or query.topic):
        return None
    if query.topic is not None and _ADVERBS.match(query.topic.lower()):
        if not query.filters:
            return None
        query = replace(query, topic=None)
    seen = m.last.focus or m.base.shown
    return Step(replace(query, filters=(*query.filters, Not(Ids(seen)))))


def others_so(m: Moment) -> Step | Problem | None:
    """The message "wat staat er nog meer onder Gelijk loon?" after one was told: all that are so, without that one."""
    several = any(turn.is_list and len(turn.shown) > 1 for turn in m.conversation.turns)
    plain = m.plain if several else _THIS_PAPER.sub("", m.plain)  # "in dit overzicht": no list could be meant
    match = _MORE.search(plain) or (_OTHERS.search(plain) if plain != m.plain else None)
    if match is None or not m.last.focus:
        return None
    if any(re.search(pattern, plain) for pattern in fieldwords.table()["places"]["same"]):
        return None  # "wat staat er nog meer onder dat kopje?"
    if cues.points_back(_GOVERNMENT.sub(r"\g<does> het kabinet", plain)) and not _IN_THE_REPORT.search(plain):
        return None
    asked = f"{plain[: match.start()]} {plain[match.end() :]}"
    query = m.course.fresh(" ".join(asked.split()))
    about = refining.dimensions(query.filters)
    if query.target or query.ask not in ("list", "count"):
        return None
    if query.topic is not None and not _about_subject(m, query.topic):
        return None
    if query.topic is None and not about & _TELLING:
        return None
    others = replace(query, filters=(*query.filters, Not(Ids(m.last.focus))))
    kinds = tuple(c for c in query.filters if isinstance(c, KindIs) and not c.mentioned)
    if kinds and not m.course.ids(others):  # no other one is of that kind: those whose text names one
        named = tuple(replace(c, mentioned=True) if c in kinds else c for c in others.filters)
        return Step(replace(others, filters=named))
    return Step(others)


def rest_of_place(m: Moment) -> Step | Problem | None:
    """The message "en de rest onder Burgerschapsonderwijs versterken?": what stands there beside what was told.

    Where several were shown that do not all stand there, none of them is what the rest is beside: all is given.
    """
    match = _REST_OF.search(m.plain)
    if match is None or not m.last.shown:
        return None
    query = m.read(f"{m.plain[: match.start()]} {m.plain[match.end() :]}").query
    place = query.filters[0] if len(query.filters) == 1 else None
    if not isinstance(place, Headings | Themes) or place in m.base_query.filters:
        return None
    if query.topic is not None or query.target or query.ask not in ("list", "count"):
        return None
    there = m.course.ids(Query(filters=(place,)))
    seen = m.last.focus or m.base.shown
    others = (Not(Ids(seen)),) if set(seen) <= set(there) else ()
    return Step(replace(query, filters=(place, *others)))


def others_then(m: Moment) -> Step | Problem | None:
    """The message "wat moet er nog meer in dat kwartaal klaar zijn?" after one was told, where no list was shown before."""
    match = _OTHERS_THEN.search(m.plain)
    if match is None or len(m.last.focus) != 1 or any(turn.is_list for turn in m.conversation.turns):
        return None
    if _OWNER.search(m.plain):  # "welke maatregelen van dat ministerie lopen nog meer in 2024 af?"
        return None
    query = m.course.fresh(f"{m.plain[: match.start()]} {m.plain[match.end() :]}")
    told = refining.dimensions(query.filters)
    if query.topic is not None or query.target or query.ask not in ("list", "count") or "time" not in told:
        return None
    return (
        Step(replace(query, filters=(*query.filters, Not(Ids(m.last.focus))))) if told <= {"time", "status"} else None
    )


def more_about(m: Moment) -> Step | Problem | None:
    """The message "staat er nog een andere maatregel over inkoop in?" after one was told: the others on that subject.

    The words are data (`[more_about]` in `data/operations.toml`). Titles that have the subject are meant first.
    """
    sets = word_sets("more_about")
    words = m.plain.replace(",", " ").split()
    place = next((n for n, word in enumerate(words) if word in sets["about"]), 0)
    head, tail = words[:place], words[place + 1 :]
    while tail and tail[-1] in sets["behind"]:
        tail = tail[:-1]
    if _THE_OTHER.search(" ".join(head)):  # "dat andere, over diversiteit" is one of the list
        return None
    if not head or not tail or len(m.last.focus) != 1 or not any(word in sets["more"] for word in head):
        return None
    if not all(word in sets["before"] or word in sets["more"] for word in head):
        return None
    subject = " ".join(tail)
    query = m.read(subject).query
    if query.topic is None or query.target or query.filters or any(map(cues.says_little, tail[-1:])):
        return None
    others = Query(topic=subject, filters=(Not(Ids(m.last.focus)),))
    ids = m.course.ids(others) if not any(word in sets["many"] for word in head) else ()
    titled = tuple(i for i in ids if all(pointing.found_in(w, m.measures[i].title) for w in content_words(subject)))
    return Step(Query(filters=(Ids(titled),)) if titled else others)


def _about_subject(m: Moment, topic: str) -> bool:
    """Whether "wat wordt er nog meer gedaan tegen pesten?" names a subject, and no part of the one that was told."""
    if not m.last.pointed or not _SUBJECT_MORE.match(m.plain):
        return False
    parts = {*fieldwords.table()["details"]["nouns"], *fieldwords.table()["told"]["nouns"], *cues.word_set("part")}
    return not parts & set(cues.plain(topic).split()) and not any(map(cues.says_little, topic.lower().split()[-1:]))


def _held(m: Moment, *, narrow: bool) -> Filter | None:
    """The place that the list was asked in; else the one that all measures on the table stand in."""
    wanted: tuple[type, ...] = (Headings, Themes) if narrow else (Themes, Headings)
    filters = m.base_query.filters
    for turn in reversed(m.conversation.turns):
        filters = (*filters, *(turn.query.filters if turn.query is not None else ()))
    for kind in wanted:
        found = next((c for c in filters if isinstance(c, kind)), None)
        if found is not None:
            return found
    measures = [m.measures[i] for i in m.focus if i in m.measures]
    headings, themes = {x.heading for x in measures}, {x.theme for x in measures}
    if narrow and len(headings) == 1 and "" not in headings and None not in headings:
        return Headings((measures[0].heading,))
    return Themes((measures[0].theme,)) if len(themes) == 1 else None
