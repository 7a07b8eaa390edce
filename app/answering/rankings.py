"""Which group has the most or the fewest, and which deadline comes first or last; ties are all named."""

from datetime import date

import numpy as np

from app.answer import Answer
from app.answering.composing import Part, Said, compose
from app.answering.groups import Groups, counted, every_label, sum_note
from app.answering.lists import list_answer
from app.answering.predicates import joined, noun_phrase, predicates
from app.answering.selection import Selection
from app.answering.source import Rows
from app.filters import Overdue
from app.wording import GROUP_WORDS, day, listed, named, owner_name, quoted, unit

_NEUTER = ("thema", "kopje", "jaar", "kwartaal", "ministerie")


def rank_answer(selection: Selection) -> Answer:
    """The ranking that the query asks: of groups, of deadlines, or of numbers of ministries."""
    query = selection.query
    if query.group_by:
        return _groups_ranked(selection)
    if query.extreme in ("most", "least"):
        return _by_ministries(selection)
    if query.extreme in ("first", "last"):
        return _by_deadline(selection)
    return list_answer(selection)


def _groups_ranked(selection: Selection) -> Answer:
    query = selection.query
    known = {key: every_label(selection, key) for key in query.group_by}
    pairs = [pair for pair in counted(selection) if not pair[0].startswith(("zonder ", "onbekende "))]
    none = [label for label in next(iter(known.values())) if label not in dict(pairs)] if len(known) == 1 else []
    none += [label for label, count in pairs if count == 0]
    pairs = [pair for pair in pairs if pair[1]]
    least = query.extreme == "least"
    pairs.sort(key=lambda pair: pair[1] if least else -pair[1])
    ranked: Groups = tuple(pairs)
    headline = _group_headline(selection, ranked, none, least=least)
    note = sum_note(selection, ranked)
    lines = tuple(f"- {label}: {count}" for label, count in (*ranked, *((label, 0) for label in none)))
    shown = (*ranked, *((label, 0) for label in none))
    fields = {"groups": shown, "count": None, "notes": (note,) if note else ()}
    return compose(selection, Said("rank", headline, (Part(lines),), fields=fields))


def _group_headline(selection: Selection, ranked: Groups, none: list[str], *, least: bool) -> str:
    query = selection.query
    one, many = GROUP_WORDS[query.group_by[0]] if len(query.group_by) == 1 else ("combinatie", "combinaties")
    what, amount_of_all = noun_phrase(query), len(selection.certain)
    if not ranked:
        return f"Geen enkele maatregel {joined(predicates(query), 0)}, dus er is geen {one} te noemen."
    word = "minste" if least else "meeste"
    if query.limit is not None and query.limit > 1:
        bound = ranked[min(query.limit, len(ranked)) - 1][1]
        top = [pair for pair in ranked if (pair[1] <= bound if least else pair[1] >= bound)]
        names = listed([f"{_label(selection, label)}: {count}" for label, count in top])
        return f"De {len(top)} {many} met de {word} {what}: {names}."
    best = ranked[0][1]
    top_labels = [_label(selection, label) for label, count in ranked if count == best]
    each = "elk " if len(top_labels) > 1 else ""
    if least and none:
        empty = _subject(selection, [_label(selection, label) for label in none], one, many)
        has = "hebben" if len(none) > 1 else "heeft"
        after = "volgen" if len(top_labels) > 1 else "volgt"
        return (
            f"{empty} {has} geen {what}; daarna {after} {listed(top_labels)} met {each}{best} van de {amount_of_all}."
        )
    has = "hebben" if len(top_labels) > 1 else "heeft"
    return f"{_subject(selection, top_labels, one, many)} {has} de {word} {what}: {each}{best} van de {amount_of_all}."


def _subject(selection: Selection, names: list[str], one: str, many: str) -> str:
    """The groups as the subject of a sentence; ministries go by their own name."""
    if selection.query.group_by == ("owner",):
        return listed(names)
    return f"{'Het' if one in _NEUTER else 'De'} {one} {names[0]}" if len(names) == 1 else f"De {many} {listed(names)}"


def _label(selection: Selection, label: str) -> str:
    if selection.query.group_by == ("owner",):
        name = owner_name(label)
        return f"{label} ({name})" if name else label
    return quoted(label)


def _by_ministries(selection: Selection) -> Answer:
    counts = selection.source.columns.ministry_count
    rows = selection.certain
    if not len(rows):
        return list_answer(selection)
    most = selection.query.extreme == "most"
    best = int(counts[rows].max() if most else counts[rows].min())
    top = rows[counts[rows] == best]
    measures = selection.measures(top)
    each = {0: "geen ministerie", 1: "één ministerie"}.get(best, f"{best} ministeries")
    names = listed([named(m, several=selection.several) for m in measures])
    verb = "heeft" if len(top) == 1 else "hebben"
    subject = "Maatregel" if len(top) == 1 else "De maatregelen"
    headline = f"{subject} {names} {verb} de {'meeste' if most else 'minste'} verantwoordelijken: {each}."
    return compose(selection, Said("rank", headline, measures=measures))


def _by_deadline(selection: Selection) -> Answer:
    """The nearest or the farthest deadline. The nearest lies on or after the reference date, unless overdue ones, or
    finished ones, are what is asked about."""  # noqa: D205, D209
    query, columns = selection.query, selection.source.columns
    first = query.extreme == "first"
    dated = _dated(selection, selection.certain)
    ahead = dated
    if first and not _looks_back(selection):
        ahead = dated[
            (columns.end_last[dated] >= selection.as_of.toordinal()) & ~np.isin(columns.status[dated], (4, 0))
        ]
    if not len(ahead):
        return _no_deadline(selection, dated)
    ends = columns.end_last[ahead]
    groups = sorted({int(end) for end in ends}, reverse=not first)
    wanted, chosen = query.limit or 1, []  # type: int, list[int]
    for end in groups:
        if len(chosen) >= wanted:
            break
        chosen += [int(row) for row in ahead[ends == end]]
    measures = selection.measures(chosen)
    headline = _deadline_headline(selection, chosen, groups[0])
    late = _late(selection, dated) if first and not _looks_back(selection) else ()
    fields = {
        "related": selection.measures(late),
        "related_label": "Termijn al verstreken" if len(late) else "",
        "undated": (),
    }
    return compose(selection, Said("rank", headline, measures=measures, fields=fields))


def _dated(selection: Selection, rows: Rows) -> Rows:
    rows = np.sort(rows)
    dated: Rows = rows[selection.source.columns.end_last[rows] != 0]
    return dated


def _looks_back(selection: Selection) -> bool:
    """Whether the question is about the past: overdue measures, or only finished and stopped ones."""
    if any(isinstance(condition, Overdue) for condition in selection.query.filters):
        return True
    statuses = set(selection.source.columns.status[selection.certain].tolist())
    return bool(statuses) and statuses <= {4, 0}


def _late(selection: Selection, dated: Rows) -> Rows:
    """Measures whose deadline has passed while they are in uitvoering: they come before the nearest one."""
    columns = selection.source.columns
    late: Rows = dated[(columns.end_last[dated] < selection.as_of.toordinal()) & (columns.status[dated] == 3)]
    return late


def _deadline_headline(selection: Selection, rows: list[int], end: int) -> str:
    columns = selection.source.columns
    first = selection.query.extreme == "first"
    past = first and end < selection.as_of.toordinal()
    word = ("oudste" if past else "eerstvolgende") if first else "verste"
    ends = [(date.fromordinal(int(columns.end_first[r])), date.fromordinal(int(columns.end_last[r]))) for r in rows]
    units = {unit(first_day, last_day) for first_day, last_day in ends}
    names = listed([named(m, several=selection.several) for m in selection.measures(rows)])
    parts = predicates(selection.query)
    of_which = f" van de {noun_phrase(selection.query)}" if parts else ""
    if " die " in of_which or "waarin " in of_which:
        of_which += ","  # closes the clause
    if len({last_day for _, last_day in ends}) > 1:
        return f"De {len(rows)} {'vroegste' if first else 'verste'} deadlines{of_which} zijn die van {names}."
    when = f"{units.pop()} (tot en met {day(date.fromordinal(end))})" if len(units) == 1 else day(date.fromordinal(end))
    if when.startswith(day(date.fromordinal(end))):
        when = day(date.fromordinal(end))
    subject = "maatregel" if len(rows) == 1 else f"{len(rows)} maatregelen:"
    return f"De {word} deadline{of_which} is {when}, van {subject} {names}."


def _no_deadline(selection: Selection, dated: Rows) -> Answer:
    """Nothing lies ahead, or nothing has an end: said, with what there is named apart."""
    if not len(selection.certain):
        return list_answer(selection)
    where = f"op of na {day(selection.as_of)}" if len(dated) else "in de rapportage"
    what = f"{len(selection.certain)} {noun_phrase(selection.query)}"
    comma = "," if " die " in what or "waarin " in what else ""
    headline = f"Van de {what}{comma} heeft er geen een einddatum {where}."
    fields = {
        "related": selection.measures(dated),
        "related_label": "Met een eerdere einddatum" if len(dated) else "",
    }
    return compose(selection, Said("rank", headline, fields=fields))
