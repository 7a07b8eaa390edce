# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""A question to a reading: the stages, in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import OSA

from app.filters import (
    EndIn,
    HasEnd,
    KindIs,
    MinistryCount,
    Not,
    Overdue,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    ToDoBy,
    Upcoming,
)
from app.query import Filter, Query
from app.reading import (
    alternatives,
    asks,
    cells,
    conditions,
    durations,
    duties,
    english,
    extremes,
    fields,
    groups,
    leftover,
    names,
    order,
    owners,
    places,
    running,
    sizes,
    stands,
    statuses,
    subjects,
    whether,
    yes_no,
)
from app.reading.draft import Draft
from app.reading.frames import drop_frames, drop_turns, unframed
from app.reading.lexicon import Lexicon, any_of, known_words, words_of_questions
from app.reading.line import Line, Token, rule, tokenise
from app.reading.opening import question_alone
from app.reading.ordering import drop_order
from app.reading.plainly import put_plainly
from app.reading.sentence import from_sentence
from app.reading.several_fields import without_columns
from app.reading.time import find_times

LONGEST = 1_000  # characters of a question that are read; the rest is passed over, and that is said


@dataclass(frozen=True, slots=True)
class Span:
    """The words of the question that made a filter."""

    condition: Filter
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question was read as, and what else it may mean."""

    query: Query
    alternatives: tuple[Query, ...] = ()
    ignored: tuple[str, ...] = ()  # words that played no part and could have mattered
    spans: tuple[Span, ...] = ()
    loose: bool = False  # no cue announces the topic; where nothing treats it, it is named as not understood
    leftover: str = ""  # the words that no rule used: the topic
    other_report: str | None = None  # the question is about another year's report or note: "2024", "2018-2021"
    cut: bool = False  # the question was longer than LONGEST and its end was not read


def read(question: str, *, lexicon: Lexicon, as_of: date) -> Reading:
    """The reading of any text at all; `as_of` is the reference date that "dit jaar" counts from."""
    text = question[:LONGEST]
    said = from_sentence(text, lexicon)
    if said is not None:
        spans = tuple(Span(f, f.describe()) for f in (*said.filters, *said.share))
        return Reading(said, spans=spans, leftover=said.topic or "", cut=len(question) > LONGEST)
    text = alone(text, lexicon=lexicon, as_of=as_of)
    draft = _draft(text, lexicon, as_of)
    if draft.peil and draft.peil != as_of:
        peil = draft.peil
        draft = _draft(text, lexicon, peil)
        draft.peil = peil
    return replace(_finish(draft, text), cut=len(question) > LONGEST)


def alone(text: str, *, lexicon: Lexicon, as_of: date, going_on: bool = False) -> str:
    """The text without the sentences and phrases around its question that choose nothing; see app/reading/opening.py."""
    return question_alone(text, lambda words: _draft(words, lexicon, as_of, whole=False), going_on=going_on)


def _meant(text: str, lexicon: Lexicon, as_of: date) -> Query | None:
    """The query of a question about a list, if every word of it plays a part."""
    reading = _finish(_draft(text, lexicon, as_of, whole=False), text)
    return None if reading.ignored or reading.other_report else reading.query


def _draft(text: str, lexicon: Lexicon, as_of: date, *, whole: bool = True) -> Draft:
    tokens = english.in_dutch(tokenise(text, lexicon.split))
    tokens = tuple(
        replace(
            t, norm=_short(t, n, tokens) or _member(tokens, n, lexicon) or lexicon.mend(_MOST_OF_ALL.sub("", t.norm))
        )
        for n, t in enumerate(tokens)
    )
    mended = lexicon.mend_places([t.norm for t in tokens])
    tokens = tuple(replace(t, norm=norm) for t, norm in zip(tokens, mended, strict=True))
    draft = Draft(Line(tokens), lexicon, as_of)
    drop_frames(draft.line)
    drop_order(draft.line)
    drop_turns(draft.line)
    _quotes(draft)
    subjects.find_numbers(draft)
    names.find_names(draft)
    put_plainly(draft.line)
    _other_report(draft)
    find_times(draft.line, as_of)
    cells.read_printed(draft)
    without_columns(draft.line)
    if fields.read_all_of(draft):
        return draft
    if whole and yes_no.read_yes_no(draft, lambda words: _meant(words, lexicon, as_of)):
        return draft
    stands.read_stand_of_kinds(draft)
    if fields.read_field(draft):
        return draft
    draft.measures_named = _names_measures(draft)
    whether.strip_none(draft)
    said = draft.line.text
    groups.read_ranked(draft)
    sizes.read_sizes(draft)
    order.read_order(draft)
    conditions.read_reference_date(draft)
    groups.read_groups(draft)
    extremes.read_rank(draft)
    asks.read_count(draft)
    groups.read_tail(draft)
    subjects.read_people(draft)
    durations.read_durations(draft)
    duties.read_duties(draft)
    conditions.read_overdue(draft)
    conditions.read_not_started(draft)
    conditions.read_has_end(draft)
    places.read_places(draft)
    owners.read_owners(draft)
    conditions.read_times(draft)
    conditions.read_bare_ends(draft)
    statuses.read_statuses(draft)
    subjects.read_kinds(draft)
    subjects.read_numbers(draft)
    subjects.settle_roles(draft)
    extremes.settle_open(draft)
    places.read_bare_headings(draft)
    places.read_bare_themes(draft)
    running.read_running(draft)
    alternatives.join_alternatives(draft)
    whether.read_whether(draft, said)
    return draft


_PAPERS = ("motie", "moties", "amendement", "lid", "kamerlid", "toezegging", "initiatiefwet")
SHORTEST_NAME = 4  # letters of a member's name in which one error is forgiven behind the word for a paper


def _member(tokens: Sequence[Token], n: int, lexicon: Lexicon) -> str | None:
    """A member's name with one error, where a paper's word stands before it: "motie biker"."""
    word, before = (
        tokens[n].norm,
        [t.norm for t in tokens[max(0, n - 3) : n] if t.norm not in ("van", "het", "lid", "de")],
    )
    papers = {t.norm for t in tokens[max(0, n - 1) : n]} | set(before[-1:])
    if len(word) < SHORTEST_NAME or not papers & set(_PAPERS) or word in lexicon.report_words or word in known_words():
        return None
    near = [name for name in lexicon.people if " " not in name and OSA.distance(name, word, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None


_MOST_OF_ALL = re.compile(r"^aller(?=eerst|laatst|verst|meest|minst|langst|vroegst|grootst|kleinst)")


def _short(token: Token, n: int, tokens: Sequence[Token]) -> str | None:
    """A short word that telegrams write for another one: "maatregelen vn OCW", and not the "VN" that are a body."""
    shorts: dict[str, str] = words_of_questions()["shorts"]
    if token.text not in shorts or n >= len(tokens) - 1 or (n == 0 and len(token.text) < 3):
        return None
    return shorts[token.text]


def _names_measures(draft: Draft) -> bool:
    nouns = set(words_of_questions()["countable"])
    return any(s.text in nouns for s in draft.line.symbols)


_QUOTED = rule(r"(?P<b>alles )?(?:over|rond|onderwerp) (?P<q>«q\d+»)")
_REPORT = rule(r"rapport (?P<q>«q\d+»)")


def _quotes(draft: Draft) -> None:
    """Words between quotation marks: a topic after "over", else a name."""
    line = draft.line
    for n, token in enumerate(line.tokens):
        if token.text[:1] in tuple('"“”„«»') and len(token.text) > 2:
            first = next((k for k, s in enumerate(line.symbols) if s.start == n), None)
            if first is not None:
                at = sum(len(s.text) + 1 for s in line.symbols[:first])
                line.put(at, at + len(line.symbols[first].text), "q", token.text[1:-1].strip())
    match = _QUOTED.search(line.text)
    if match:
        draft.topic = line.value(match["q"])
        draft.broad = match["b"] is not None
        line.use(match.span())
    match = _REPORT.search(line.text)
    if match:
        draft.report = line.value(match["q"])
        line.use(match.span())


_PAPER_NAME = r"(?:emancipatie)?nota|kamerbrief|beleidsbrief|(?:voortgangs)?rapportage|rapport|voortgangsbrief|bijlage|verslag|voortgangsrapport"
_APPEAR = any_of(words_of_questions()["papers"]["appears"])
_APPEARS = rf"(?:{_APPEAR})(?: (?:{_APPEAR}))*(?= [?.!]|$)"
_OTHER = rule(
    r"(?:(?P<n>(?:emancipatie)?nota|emancipatieplannen|kamerbrief|beleidsbrief|(?:voortgangs)?rapportage|rapport|voortgangsbrief|bijlage|verslag|monitor|jaarverslag|actieplan|overzicht|voortgangsrapport)"
    r"(?: emancipatie)?(?: (?:van|uit|over|voor|het|jaar|najaar|voorjaar|de|herfst|zomer|eind|begin))*) (?P<y>(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d|-(?:19|20)\d\d)?)"
    rf"|(?P<n2>{_PAPER_NAME})(?: staan| staat| komen| te staan| zitten)? (?:(?:die|dat|welke)(?: er)? (?:(?:pas|ergens|eind|begin|medio) )*(?P<p>in|na|vanaf|over) (?P<y2>(?:19|20)\d\d) {_APPEARS}|van na (?P<y3>(?:19|20)\d\d))"
    r"|(?P<v>(?:vorige|vorig jaar's|volgende|eerdere|oude|nieuwe) (?:emancipatienota|voortgangsrapportage|rapportage|nota|bijlage|rapport))"
    rf"|(?P<v2>(?:opvolger|voorganger|voorloper|opvolgster) van (?:de|het|deze|dit) (?:{_PAPER_NAME}))"
    rf"|(?P<v3>(?:{_PAPER_NAME}) (?:die|dat|welke)(?: er)? (?:pas )?(?:volgend jaar|komend jaar|vorig jaar|hierna|daarna|binnenkort|straks|later)) {_APPEARS}"
    rf"|(?P<v4>(?:{_PAPER_NAME}) (?:hierna|daarna|hiervoor|daarvoor))(?= [?.!]|$)"
)


_HELD = re.compile(
    r"(?<!\S)(?:bevat|bevatte|bevatten|telt|telde|in|volgens) het $"
)  # "het overzicht van 2025" as a paper
_OF_THAT_YEAR = re.compile(  # "hoe stond het er in 2019 voor, volgens de rapportage van dat jaar?"
    rf"(?<!\S)(?P<y>(?:19|20)\d\d)(?!\S).*(?<!\S)(?:{_PAPER_NAME}) (?:van|uit|over) (?:dat|datzelfde|hetzelfde) jaar(?!\S)"
)


def _other_report(draft: Draft) -> None:
    """Whether another report or another period's note is asked about."""
    then = _OF_THAT_YEAR.search(draft.line.text)
    if then and draft.lexicon.years and then["y"] not in draft.lexicon.years:
        draft.other_report = then["y"]
        return
    match = _OTHER.search(draft.line.text)
    if not match:
        return
    other = next((match[name] for name in ("v", "v2", "v3", "v4") if match[name]), None)
    if other:
        draft.other_report = other
        return
    years = re.findall(r"(?:19|20)\d\d", match["y"] or match["y2"] or match["y3"])
    noun = (match["n"] or match["n2"]).split()[0]
    if not match["n"] and (match["y3"] or match["p"] == "na"):  # "de nota van na 2025", "die na 2025 gaat gelden"
        draft.other_report = f"na {years[0]}"
        return
    if (
        match["n"]
        and noun in ("monitor", "actieplan", "overzicht", "rapport")
        and not re.search(r"nota|rapportage|emancipatie", match["n"])
        and not (noun == "overzicht" and _HELD.search(draft.line.text[: match.start()]))
    ):
        return
    if (
        draft.lexicon.years
        and not draft.lexicon.years & set(years)
        and not any(int(years[0]) <= int(y) <= int(years[-1]) for y in draft.lexicon.years)
    ):
        draft.other_report = "-".join(years)


# ----------------------------------------------------------------------------------------------------------- the result


def _finish(draft: Draft, question: str) -> Reading:
    if draft.has(Overdue) and draft.peil and not draft.has(Upcoming, ToDoBy):
        draft.peil = None  # the day stands in the filter itself
    if draft.ask != "rank":
        draft.place = 1
    filters = draft.plain()
    share: tuple[Filter, ...] = ()
    ask = draft.ask or "list"
    if ask == "percentage":
        filters, share = _shared(draft)
    elif draft.by_share and ask in ("groups", "rank") and draft.group_by:
        filters, share = _share_of_groups(draft)
    topic = draft.topic if draft.topic is not None else leftover.topic_of(draft, question)
    if ask == "field" and draft.target:
        topic = None
    if ask == "list" and topic and not filters and _DETAIL.match(draft.line.text):
        ask = "detail"
    if topic and ask in ("list", "detail") and (amount := _AMOUNT.match(draft.line.text)):
        topic = _after(amount.group(), topic)  # a question after a number is answered by a number alone
    query = Query(
        ask=ask,
        filters=filters,
        share=share,
        topic=topic,
        asked=(topic, unframed(question))
        if topic and not filters and draft.topic is None and ask in ("list", "detail")
        else None,
        broad=draft.broad and topic is not None,
        group_by=draft.group_by,
        order=draft.order,
        limit=draft.limit,
        extreme=draft.extreme,
        place=draft.place,
        whether=draft.whether if topic is None else None,
        sizes=draft.sizes,
        target=draft.target,
        field=draft.field,
        also=draft.also,
        as_of=draft.peil,
        report=draft.report,
    )
    words = tuple(Span(f, draft.line.words(a, b)) for f, a, b in draft.found)
    return Reading(
        query=query,
        alternatives=_alternatives(draft, query),
        ignored=tuple(draft.ignored),
        spans=words,
        leftover=topic or "",
        loose=draft.loose and topic is not None and draft.topic is None,
        other_report=draft.other_report,
    )


_AMOUNT = re.compile(
    r"(?:hoeveel|welk|wat is het|met hoeveel|op hoeveel) (?:pro[cs]ent(?:punt)?|percentage|aandeel)(?!\S)"
    r"|(?:hoeveel(?: van)?|hoe hoog)(?!\S)"
)


def _after(words: str, topic: str) -> str:
    """The topic behind the words, which it may begin with in part: "hoe hoog" and "hoog is de premie"."""
    parts = words.split()
    for at in range(len(parts)):
        if topic.lower().split()[: len(parts) - at] == parts[at:]:
            return " ".join([*parts[:at], topic])
    return f"{words} {topic}"


_DETAIL = re.compile(
    r"(?:en |maar )?(?:hoeveel|hoe (?:heet|heette|heten|hoog|lang|groot|vaak|oud)|wanneer|sinds wanneer|vanaf wanneer|"
    r"op welke (?:dag|datum)|wie|door wie|met wie|met welke|waar|welk percentage|hoeveel procent|in welk jaar|welke partij)(?!\S)"
)


def _shared(draft: Draft) -> tuple[tuple[Filter, ...], tuple[Filter, ...]]:
    """The filters of a percentage: of what, and the part; the part stands after the verb, else it is the status."""
    if draft.share_until is not None:
        first = tuple(f for f, _, stop in draft.found if stop <= draft.share_until)
        if first and len(first) < len(draft.found):
            return tuple(f for f in draft.plain() if f not in first), first
    verb = draft.percentage_verb or 0
    share = tuple(f for f, a, _ in draft.found if a >= verb)
    if not share or (len(share) == len(draft.found) and any(isinstance(f, StatusIn) for f in share)):
        status = tuple(f for f, _, _ in draft.found if draft.has(StatusIn) and _about_status(f))
        share = status or share or draft.plain()[-1:]
    return tuple(f for f in draft.plain() if f not in share), share


_PROGRESS = (StatusIn, Overdue, HasEnd, EndIn, ToDoBy, StartIn, RunsAfter, RunsDuring, MinistryCount, KindIs)


def _share_of_groups(draft: Draft) -> tuple[tuple[Filter, ...], tuple[Filter, ...]]:
    """Of what each group's share is asked, and the part: what tells progress before anything else."""
    plain = draft.plain()
    for kind in _PROGRESS:
        share = tuple(f for f in plain if isinstance(f, kind) or (isinstance(f, Not) and isinstance(f.condition, kind)))
        if share:
            return tuple(f for f in plain if f not in share), share
    if not plain:
        draft.ignored.append("aandeel")
    return (), plain


def _about_status(condition: Filter) -> bool:
    return isinstance(condition, StatusIn) or (isinstance(condition, Not) and isinstance(condition.condition, StatusIn))


def _alternatives(draft: Draft, query: Query) -> tuple[Query, ...]:
    found = []
    if draft.as_topic and draft.as_topic[0] in query.filters and query.topic is None:
        found.append(replace(query.without(draft.as_topic[0]), topic=draft.as_topic[1]))
    for condition, others in draft.alternatives:
        if condition in query.filters:
            for other in others:
                found.append(replace(query, filters=tuple(other if f == condition else f for f in query.filters)))
    return tuple(found)
