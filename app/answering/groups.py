"""Numbers per ministry, theme, heading, status, year or quarter, also two at once."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations

from app.answer import Answer
from app.answering import checks
from app.answering.composing import Part, Said, compose
from app.answering.predicates import joined, noun_phrase, predicates
from app.answering.selection import Selection
from app.filters import MinistryCount, Owners
from app.query import GroupKey, Query, Sizes, select, size_words
from app.truth import CERTAIN
from app.wording import BETWEEN_PAIR, GROUP_WORDS, STATUS_ORDER, listed, number, percentage, status_labels, unit

NO_END = "zonder einddatum"
NO_MINISTRY = "zonder ministerie"
NO_HEADING = "zonder kopje"
UNEXPLAINED = "onbekende status"
BETWEEN = " | "  # fixed by the contract: "Arbeid | afgerond"

NEUTER = ("paar ministeries", "thema", "kopje", "jaar", "kwartaal", "ministerie")
Groups = tuple[tuple[str, int | float], ...]  # a share is a percentage with one decimal


def labels(selection: Selection, row: int, key: GroupKey) -> tuple[str, ...]:
    """The groups that a row counts in: for shared ownership several, for a government-wide row none but its named."""
    columns = selection.source.columns
    match key:
        case "owner":
            codes = tuple(code for code, flags in columns.ministries.items() if flags[row])
            return codes or (() if columns.government_wide[row] else (NO_MINISTRY,))
        case "theme":
            return (columns.themes[columns.theme[row]],)
        case "heading":
            return (columns.headings[columns.heading[row]] or NO_HEADING,)
        case "status":
            return (status_labels().get(int(columns.status[row]), UNEXPLAINED),)
        case "year":
            last = int(columns.end_last[row])
            return (str(date.fromordinal(last).year) if last else NO_END,)
        case "quarter":
            return (_quarter(int(columns.end_first[row]), int(columns.end_last[row])),)
        case "pair":
            owners = sorted(code for code, flags in columns.ministries.items() if flags[row])
            return tuple(BETWEEN_PAIR.join(two) for two in combinations(owners, 2))
        case "kind":
            return tuple(kind for kind, flags in columns.kinds.items() if flags[row])


def _quarter(first: int, last: int) -> str:
    """The quarter in which an end lies; a longer unit ("2024") keeps its own name."""
    if not last:
        return NO_END
    start, end = date.fromordinal(first), date.fromordinal(last)
    if (start.year, (start.month - 1) // 3) == (end.year, (end.month - 1) // 3):
        return f"Q{(end.month + 2) // 3} {end.year}"
    return f"{unit(start, end) or end.year} (kwartaal niet genoemd)"


def every_label(selection: Selection, key: GroupKey) -> list[str]:
    """All labels that the report can give, in the order in which they are shown; empty ones count too."""
    columns = selection.source.columns
    scope = selection.scope
    if key == "owner":
        sizes = {code: int(flags[scope].sum()) for code, flags in columns.ministries.items()}
        return sorted((code for code, size in sizes.items() if size), key=lambda code: (-sizes[code], code))
    if key == "status":
        return [status_labels()[code] for code in STATUS_ORDER]
    found = dict.fromkeys(label for row in scope for label in labels(selection, int(row), key))
    if key in ("year", "quarter"):
        return sorted((label for label in found if label != NO_END), key=_time_order)
    return list(found)


def _time_order(label: str) -> tuple[str, str]:
    """Years ascending, within a year its quarters, then what names no quarter."""
    words = label.split()
    return (words[1], words[0]) if label.startswith("Q") else (words[0], "R")


def counted(selection: Selection) -> Groups:
    """The number of certain measures in each group; labels without any are kept for one key and dropped for two.

    With a share, the percentage of each group's measures that have it; groups without measures have none.
    """
    pairs = _compared(selection, _counts(selection))
    if not selection.query.share:
        return pairs
    values = select(Query(filters=selection.query.share), selection.source.columns, selection.as_of)
    rows = selection.certain[values[selection.certain] == CERTAIN]
    part = dict(_counts(replace(selection, certain=rows)))
    return tuple((label, percentage(part.get(label, 0), count)) for label, count in pairs if count)


def _compared(selection: Selection, pairs: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Of "OCW of SZW" per ministry, only those two: the others are there for what they share with them."""
    query = selection.query
    own = {code for c in query.filters if isinstance(c, Owners) for code in c.codes}
    if query.group_by == ("owner",) and own and any(isinstance(c, MinistryCount) for c in query.filters):
        return tuple(pair for pair in pairs if pair[0] not in own)  # with whom OCW shares: not with itself
    named = [c.codes for c in query.filters if isinstance(c, Owners) and c.mode == "any" and len(c.codes) > 1]
    if "owner" not in query.group_by or len(named) != 1:
        return pairs
    at = query.group_by.index("owner")
    return tuple(pair for pair in pairs if pair[0].split(BETWEEN)[at] in named[0])


def _counts(selection: Selection) -> tuple[tuple[str, int], ...]:
    keys = selection.query.group_by
    counts: Counter[str] = Counter()
    for row in selection.certain:
        combined = [()]  # type: list[tuple[str, ...]]
        for key in keys:
            combined = [(*c, label) for c in combined for label in labels(selection, int(row), key)]
        counts.update(BETWEEN.join(c) for c in combined)
    if len(keys) == 1:
        known = every_label(selection, keys[0])
        extra = [label for label in counts if label not in known]
        pairs = [(label, counts[label]) for label in (*known, *extra)]
        if keys[0] in ("owner", "pair", "kind"):  # those without a ministry stay last
            pairs.sort(key=lambda pair: (pair[0] == NO_MINISTRY, -pair[1]))
        return tuple(pair for pair in pairs if pair[1] or keys[0] in ("status", "theme"))
    orders = [{label: n for n, label in enumerate(every_label(selection, key))} for key in keys]

    def place(label: str) -> tuple[int, ...]:
        parts = label.split(BETWEEN)
        return tuple(order.get(part, len(order)) for order, part in zip(orders, parts, strict=True))

    return tuple((label, counts[label]) for label in sorted(counts, key=place))


def groups_answer(selection: Selection) -> Answer:
    """The numbers per group, with what they add up to where that is not the number of measures."""
    query, amount = selection.query, len(selection.certain)
    keys = query.group_by
    pairs = counted(selection)
    total = len(pairs)
    if query.sizes is not None:
        every = _with_empty(selection, pairs)
        total = len(every)
        pairs = tuple(pair for pair in every if _fits(pair[1], query.sizes))
    if query.limit is not None:
        pairs = tuple(sorted(pairs, key=lambda pair: -pair[1])[: query.limit])
    per = " en ".join(f"per {GROUP_WORDS[key][0]}" for key in keys)
    parts = predicates(query)
    if parts and amount == 0:
        headline = f"Geen enkele maatregel {joined(parts, 0)} (0 van de {selection.total})."
    elif parts:
        amounts = "Eén" if amount == 1 else str(amount)
        headline = f"{amounts} van de {selection.total} maatregelen {joined(parts, amount)}; zo zijn ze verdeeld {per}."
    else:
        headline = f"Zo zijn de {selection.total} maatregelen verdeeld {per}."
    if query.share:
        clause = joined([p for c in query.share for p in predicates(Query(filters=(c,)))], 2)
        headline = f"Van de {amount} {noun_phrase(query)} {clause}, {per}, in procenten:"
    if query.sizes is not None:
        headline = _of_a_size(query, pairs, total)
    beside = checks.compared(selection)
    if beside is not None:
        headline, pairs = beside[0], beside[1] or pairs
    lines = tuple(f"- {label}: {shown(value)}" for label, value in pairs)
    whole = query.limit is None and query.sizes is None and not query.share
    note = " ".join(n for n in (_how_many(pairs, keys), sum_note(selection, pairs)) if n) if whole else ""
    fields = {"groups": pairs, "count": None, "notes": (note,) if note else ()}
    return compose(selection, Said("groups", headline, (Part(lines),), fields=fields))


def _how_many(pairs: Groups, keys: tuple[GroupKey, ...]) -> str:
    """How many groups there are, where their number is not plain: "Dat zijn 10 kopjes."."""
    if len(keys) != 1 or keys[0] != "heading":
        return ""
    number_of = sum(1 for label, value in pairs if value and label != NO_HEADING)
    one, many = GROUP_WORDS[keys[0]]
    return f"Dat {'is één' if number_of == 1 else f'zijn {number_of}'} {one if number_of == 1 else many}."


def _fits(value: float, sizes: Sizes) -> bool:
    least, most = sizes
    return value >= least and (most is None or value <= most)


def _with_empty(selection: Selection, pairs: Groups) -> Groups:
    """The groups that have a name, also those of which nothing is selected."""
    keys, counts = selection.query.group_by, dict(pairs)
    names = (
        every_label(selection, keys[0]) if len(keys) == 1 and keys[0] in ("owner", "theme", "status", "heading") else []
    )
    found = (*pairs, *((name, 0) for name in names if name not in counts))
    return tuple(pair for pair in found if pair[0] not in (NO_MINISTRY, NO_HEADING, NO_END, UNEXPLAINED))


def _of_a_size(query: Query, pairs: Groups, total: int) -> str:
    """Which groups hold so many measures: "5 van de 9 ministeries hebben 11 of meer maatregelen"."""
    assert query.sizes is not None
    one, many = GROUP_WORDS[query.group_by[0]] if len(query.group_by) == 1 else ("combinatie", "combinaties")
    words, what = size_words(query.sizes), noun_phrase(query)
    if not pairs:
        return f"Geen enkel{'' if one in NEUTER else 'e'} {one} heeft {words} {what} (0 van de {total})."
    names = listed([f"{label} ({shown(value)})" for label, value in pairs])
    if query.sizes == (1, 1) and what == "maatregelen":
        words, what = "precies één", "maatregel"
    subject = f"Eén van de {total} {many} heeft" if len(pairs) == 1 else f"{len(pairs)} van de {total} {many} hebben"
    return f"{subject} {words} {what}: {names}."


def shown(value: float) -> str:
    """A number of measures as it is; a share with its sign: "15,8%"."""
    return f"{number(value)}%" if isinstance(value, float) else str(value)


def sum_note(selection: Selection, pairs: Groups) -> str:
    """Why the numbers do not add up to the number of measures; empty where they do."""
    if "kind" in selection.query.group_by:
        return "Een maatregel kan van meer dan één soort zijn; de meeste maatregelen zijn van geen van deze soorten."
    if "pair" in selection.query.group_by:
        return "Een maatregel van drie of meer ministeries telt bij elk paar mee dat erin zit."
    if "owner" not in selection.query.group_by:
        return ""
    columns, rows = selection.source.columns, selection.certain
    sentences = []
    total = sum(count for _, count in pairs)
    if total > len(rows):
        sentences.append(
            f"Een gedeelde maatregel telt bij elk van de ministeries mee; samen is dat {total}, "
            f"meer dan de {len(rows)} maatregelen."
        )
    wide = [selection.source.measures[int(row)].id for row in rows if columns.government_wide[row]]
    if wide:
        subject = f"Maatregel {wide[0]} is" if len(wide) == 1 else f"De maatregelen {listed(wide)} zijn"
        verb = "telt" if len(wide) == 1 else "tellen"
        sentences.append(f"{subject} van het hele kabinet en {verb} alleen mee bij een ministerie dat erbij staat.")
    return " ".join(sentences)
