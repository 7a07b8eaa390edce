"""The query's own Dutch sentence back to the query: what `Query.describe` says, asked as a question.

The sentence is taken apart where `describe` put it together, and each part is read; the query counts only when it says
exactly the same sentence again. So nothing that a person writes is caught here by chance.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.filters import (
    AllOf,
    AnyOf,
    EndIn,
    GovernmentWide,
    HasEnd,
    Headings,
    Ids,
    KindIs,
    Lasts,
    MinistryCount,
    Not,
    Overdue,
    Owners,
    OwnersMode,
    Pages,
    PersonIs,
    Printed,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
    Upcoming,
)
from app.filters.logic import AND, OTHER
from app.filters.statuses import LABELS, SENSES
from app.filters.wording import NUMBERS, read_day, read_period
from app.query import (
    ASK_WORDS,
    EXTREME_WORDS,
    FIELD_WORDS,
    GROUP_WORDS,
    ORDER_WORDS,
    Ask,
    Extreme,
    Filter,
    Order,
    Query,
    Sizes,
)
from app.reading.lexicon import Lexicon
from index.folding import fold
from index.kinds import kinds

MOST_PARTS = 24  # a sentence with more parts is not one that a person was shown
_SUBJECTS = re.compile(
    r"^(?:Maatregelen|Aantal maatregelen|Percentage|Welk |De maatregelen met de|De (?:eerste|laatste) einddatum|"
    + "|".join((*FIELD_WORDS.values(), "Bijzonderheid"))
    + r")\b"
)


def from_sentence(text: str, lexicon: Lexicon) -> Query | None:
    """The query that says the sentence; `None` when no query does."""
    text = text.strip()
    if not text.endswith(".") or not _SUBJECTS.match(text):
        return None
    reader = _Fragments(lexicon)
    query, rest = _subject(text[:-1], reader)
    if query is None:
        return None
    query = _with_parts(query, rest, reader)
    return query if query is not None and query.describe() == text else None


class _Fragments:
    """Reads one part of a sentence at a time, each once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.codes = lexicon.ministry_codes | lexicon.body_codes
        self._known: dict[str, Filter | None] = {}

    def filter(self, text: str) -> Filter | None:
        """The filter that describes itself so."""
        if text not in self._known:
            found = self._parse(text)
            self._known[text] = found if found is not None and found.describe() == text else None
        return self._known[text]

    def _parse(self, text: str) -> Filter | None:
        if text.startswith(OTHER):
            inner = self.filter(text.removeprefix(OTHER))
            return Not(inner) if inner is not None else None
        if text.startswith("niet ") and (" ofwel " not in text or text.startswith("niet (")):
            bracketed = text.startswith("niet (") and text.endswith(")")
            inner = self.filter(text[6:-1] if bracketed else text[5:])
            if inner is not None:
                return Not(inner)
        if " ofwel " in text:
            parts = [self.filter(part) for part in text.split(" ofwel ")]
            return AnyOf(tuple(p for p in parts if p is not None)) if None not in parts else None
        if text.startswith("(") and text.endswith(")"):
            parts = [self.filter(part) for part in text[1:-1].split(AND)]
            return AllOf(tuple(p for p in parts if p is not None)) if None not in parts else None
        return self._named(text) or self._owners(text) or _timed(text) or _stated(text)

    def _owners(self, text: str) -> Filter | None:
        mode: OwnersMode
        for pattern, mode in (
            (r"alleen van (.+)", "alone"),
            (r"van (.+) zonder ander ministerie", "only"),
            (r"van (.+) samen", "all"),
            (r"van (.+)", "any"),
        ):
            match = re.fullmatch(pattern, text)
            if match:
                codes = tuple(_listed(match[1]))
                return Owners(codes, mode) if all(c in self.codes for c in codes) else None
        return None

    def _named(self, text: str) -> Filter | None:
        if match := re.fullmatch(r"met nummer (.+)", text):
            ids = tuple(_listed(match[1]))
            return Ids(ids) if all(re.fullmatch(r"(?:[\w-]+:)?\d+\.\d+", i) for i in ids) else None
        if match := re.fullmatch(r"op pagina (.+)", text):
            numbers = _listed(match[1])
            return Pages(tuple(map(int, numbers))) if all(re.fullmatch(r"\d{1,4}", n) for n in numbers) else None
        if match := re.fullmatch(r"binnen het thema (.+)", text):
            return _themes(match[1], self.lexicon.themes)
        if match := re.fullmatch(r"met “([^”]*)” in de kolom (Wanneer|Wie)", text):
            return Printed("when" if match[2] == "Wanneer" else "who", match[1])
        if text.startswith("onder het kopje "):
            return Headings(tuple(re.findall(r"“([^”]*)”", text)))
        if match := re.fullmatch(r"waarin een Kamerlid(?: als indiener van een (\w+))? genoemd wordt", text):
            return PersonIs("", match[1])
        if match := re.fullmatch(r"waarin het lid (.+?)(?: als indiener van een (\w+))? genoemd wordt", text):
            return PersonIs(fold(match[1]), match[2])
        if match := re.fullmatch(r"(?:van de soort (.+)|waarin de soort (.+) genoemd wordt)", text):
            keys = tuple(_listed(match[1] or match[2]))
            return (
                KindIs(keys, match[2] is not None) if all(k in {kind.key for kind in kinds()} for k in keys) else None
            )
        if match := re.fullmatch(r"van (precies |hoogstens )?(\S+)(?: of meer| tot en met (\S+))? ministeries?", text):
            first, last = (_number(n) for n in (match[2], match[3] or match[2]))
            if match[1]:
                return MinistryCount(first if match[1] == "precies " else 0, first)
            return MinistryCount(first, last if match[3] else None)
        return (
            GovernmentWide()
            if text == "kabinetsbreed"
            else MinistryCount(0, 0)
            if text == "zonder ministerie"
            else None
        )


_DURATION = re.compile(r"met een genoemde duur van (hoogstens )?(\d+)(?: tot en met (\d+))? maanden( of meer)?")


def _timed(text: str) -> Filter | None:
    for fixed in (Overdue(), HasEnd(True), HasEnd(False), Upcoming()):
        if text == fixed.describe():
            return fixed
    if match := re.fullmatch(r"over tijd op (.+)", text):
        return Overdue(read_day(match[1]))
    if match := re.fullmatch(r"met looptijd tot na (.+)", text):
        last = read_day(match[1])
        return RunsAfter(last) if last else None
    if match := re.fullmatch(
        r"met een genoemde duur van (hoogstens )?(\d+)(?: tot en met (\d+))? maanden( of meer)?", text
    ):
        first = int(match[2])
        return Lasts(0, first) if match[1] else Lasts(first, None if match[4] else int(match[3] or first))
    if match := re.fullmatch(r"nog af te ronden tot en met (.+)", text):
        last = read_day(match[1])
        return ToDoBy(last) if last else None
    match = re.fullmatch(r"(met einde|begonnen|met looptijd) (.+?)(?: \(mogelijk (.+)\))?", text)
    period = read_period(match[2]) if match else None
    if match is None or period is None:
        return None
    possible = read_period(match[3]) if match[3] else None
    if match[1] == "met looptijd":
        return RunsDuring(period)
    return EndIn(period, possible) if match[1] == "met einde" else StartIn(period, possible)


def _stated(text: str) -> StatusIn | None:
    """Status words: a sense of everyday words, or labels joined by commas and "of"."""
    for (codes, possible), words in SENSES.items():
        if text == words:
            return StatusIn(codes, possible)
    by_label = {label: code for code, label in LABELS.items()}
    match = re.fullmatch(r"(.+?)(?: \(mogelijk ook (.+)\))?", text)
    lists = [_listed(part) if part else [] for part in (match[1], match[2])] if match else []
    if not lists or not all(label in by_label for part in lists for label in part):
        return None
    return StatusIn(*(tuple(by_label[label] for label in part) for part in lists))


def _listed(text: str) -> list[str]:
    return re.split(r", | of | en ", text)


def _number(text: str) -> int:
    return NUMBERS.index(text) if text in NUMBERS else int(text) if text.isdigit() else -1


def _themes(text: str, themes: Sequence[str]) -> Themes | None:
    """Themes joined by commas and "of"; their own names may hold "en" and commas."""
    found: list[str] = []
    while text:
        name = next((t for t in sorted(themes, key=len, reverse=True) if text.startswith(t)), None)
        if name is None:
            return None
        found.append(name)
        text = text[len(name) :].removeprefix(" of ").removeprefix(", ")
    return Themes(tuple(found))


def _key(words: dict, text: str) -> str | None:  # type: ignore[type-arg]
    return next((key for key, word in words.items() if word == text), None)


_SHARE_RANK = re.compile(r"Welk (\w+(?: en \w+)?) met het (hoogste|laagste) percentage (.+) van de maatregelen(?: |$)")
_FIELDS = re.compile(
    r"([^\W\d]+(?: gegevens)?(?: en (?:alle )?[^\W\d]+)*)(?: van maatregel ([\w.:]+(?: en [\w.:]+)*))?(?: |$)"
)


def _subject(text: str, reader: _Fragments) -> tuple[Query | None, str]:
    """The query of the sentence's subject, and the parts that follow it."""
    if match := re.match(r"(Aantal maatregelen|Maatregelen)(?: |$)", text):
        ask = "count" if match[1] == ASK_WORDS["count"] else "list"
        return Query(ask=ask), text[match.end() :]  # type: ignore[arg-type]
    if match := re.match(r"De (eerste|laatste) einddatum van de maatregelen(?: |$)", text):
        return Query(ask="rank", extreme=_key(EXTREME_WORDS, match[1])), text[match.end() :]  # type: ignore[arg-type]
    if match := re.match(r"De maatregelen met de (meeste|minste) ministeries(?: |$)", text):
        return Query(ask="rank", extreme=_key(EXTREME_WORDS, match[1])), text[match.end() :]  # type: ignore[arg-type]
    if match := re.match(r"Welk (\w+(?: en \w+)?) met de (meeste|minste) maatregelen(?: |$)", text):
        keys = tuple(_key(GROUP_WORDS, w) for w in match[1].split(" en "))
        return Query(ask="rank", extreme=_key(EXTREME_WORDS, match[2]), group_by=keys), text[match.end() :]  # type: ignore[arg-type]
    if match := _SHARE_RANK.match(text):
        keys = tuple(_key(GROUP_WORDS, w) for w in match[1].split(" en "))
        share = _joined(match[3], " en ", reader)
        extreme: Extreme = "most" if match[2] == "hoogste" else "least"
        query = Query(ask="rank", extreme=extreme, group_by=keys, share=share or ())  # type: ignore[arg-type]
        return (query if share else None), text[match.end() :]
    if match := re.match(r"Percentage (.+) van de maatregelen(?: |$)", text):
        share = _joined(match[1], " en ", reader)
        return (Query(ask="percentage", share=share) if share else None), text[match.end() :]
    if match := _FIELDS.match(text):
        target = tuple(match[2].split(" en ")) if match[2] else ()
        first, *also = (_key(FIELD_WORDS, f"{word[0].upper()}{word[1:]}") for word in match[1].split(" en "))
        asks: Ask = "field" if first else "detail"
        return Query(ask=asks, field=first, also=tuple(also), target=target), text[match.end() :]  # type: ignore[arg-type]
    return None, ""


def _joined(text: str, separator: str, reader: _Fragments) -> tuple[Filter, ...] | None:
    """The filters of a text in which they are joined; a filter's own words may hold the separator."""
    parts = text.split(separator)
    if len(parts) > MOST_PARTS:
        return None
    found: list[Filter] = []
    while parts:
        for size in range(len(parts), 0, -1):
            condition = reader.filter(separator.join(parts[:size]))
            if condition is not None:
                found.append(condition)
                parts = parts[size:]
                break
        else:
            return None
    return tuple(found)


_EXTRAS = re.compile(
    r"(?P<broad>alles )?over “(?P<topic>.*?)”(?=,|$)"
    r"|per (?P<group>\w+)(?: en per (?P<second>\w+))?(?=,|$)"
    r"|alleen groepen van (?P<sizes>\d+ of meer|hoogstens \d+|precies \d+|\d+ tot en met \d+)(?=,|$)"
    r"|plaats (?P<place>\d+)(?=,|$)"
    r"|gesorteerd op (?P<order>\w+)(?P<down>, aflopend)?(?=,|$)"
    r"|hoogstens (?P<limit>\d+)(?=,|$)"
    r"|peildatum (?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d{4})(?=,|$)"
    r"|rapport “(?P<report>[^”]*)”(?=,|$)"
)


def _with_parts(query: Query, rest: str, reader: _Fragments) -> Query | None:
    """The query with the filters and the other parts that the sentence names, in its order."""
    match = re.search(rf"(?:^|, )(?:{_EXTRAS.pattern})", rest)
    conditions, tail = (rest, "") if match is None else (rest[: match.start()], rest[match.start() :])
    if conditions:
        filters = _joined(conditions, ", ", reader)
        if filters is None:
            return None
        query = replace(query, filters=filters)
    while tail := tail.removeprefix(", "):
        match = _EXTRAS.match(tail)
        if match is None:
            return None
        query, tail = _with_extra(query, match), tail[match.end() :]
    return query


def _sizes(text: str) -> Sizes:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if text.startswith("hoogstens"):
        return 0, numbers[0]
    return numbers[0], None if "meer" in text else numbers[-1]


def _with_extra(query: Query, match: re.Match[str]) -> Query:
    if match["topic"] is not None:
        return replace(query, topic=match["topic"], broad=match["broad"] is not None)
    if match["group"]:
        keys = tuple(_key(GROUP_WORDS, w) for w in (match["group"], match["second"]) if w)
        return replace(query, ask="groups" if query.ask in ("list", "percentage") else query.ask, group_by=keys)  # type: ignore[arg-type]
    if match["sizes"]:
        return replace(query, sizes=_sizes(match["sizes"]))
    if match["place"]:
        return replace(query, place=int(match["place"]))
    if match["order"]:
        by = _key(ORDER_WORDS, match["order"]) or "printed"
        return replace(query, order=Order(by, match["down"] is not None))  # type: ignore[arg-type]
    if match["limit"]:
        return replace(query, limit=int(match["limit"]))
    if match["report"] is not None:
        return replace(query, report=match["report"])
    try:
        return replace(query, as_of=date(int(match["year"]), int(match["month"]), int(match["day"])))
    except ValueError:
        return query
