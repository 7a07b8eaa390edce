"""Which group has the most or the fewest, and which deadline comes first or last; ties are all named."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from app.answer import Answer
from app.answering.composing import Part, Said, compose
from app.answering.groups import NEUTER, Groups, counted, every_label, shown, sum_note
from app.answering.lists import list_answer
from app.answering.predicates import joined, noun_phrase, predicates
from app.answering.selection import NO_ROWS, Selection
from app.answering.source import Rows
from app.filters import MinistryCount, Owners, Upcoming
from app.filters.wording import number
from app.query import Query, select
from app.truth import CERTAIN
from app.wording import GROUP_WORDS, day, listed, named, owner_name, quoted, unit

ALL = 100.0  # percent
LATE = "Termijn al verstreken"


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
    own = {code for f in query.filters if isinstance(f, Owners) for code in f.codes}
    if query.group_by == ("owner",) and any(isinstance(f, MinistryCount) for f in query.filters):
        known["owner"] = [label for label in known["owner"] if label not in own]
    none = [label for label in next(iter(known.values())) if label not in dict(pairs)] if len(known) == 1 else []
    none += [label for label, count in pairs if count == 0]
    least = query.extreme == "least"
    if query.share:
        return _shares_ranked(selection, [*pairs], least=least)
    pairs = [pair for pair in pairs if pair[1]]
    pairs.sort(key=lambda pair: pair[1] if least else -pair[1])
    ranked: Groups = tuple(pairs)
    headline = _group_headline(selection, ranked, none, least=least)
    note = sum_note(selection, ranked)
    lines = tuple(f"- {label}: {count}" for label, count in (*ranked, *((label, 0) for label in none)))
    fields = {"groups": (*ranked, *((label, 0) for label in none)), "count": None, "notes": (note,) if note else ()}
    return compose(selection, Said("rank", headline, (Part(lines),), fields=fields))


def _shares_ranked(selection: Selection, pairs: list[tuple[str, int | float]], *, least: bool) -> Answer:
    """The groups by the share of their own measures: a small one may come before a large one."""
    query = selection.query
    pairs.sort(key=lambda pair: pair[1] if least else -pair[1])
    one, many = GROUP_WORDS[query.group_by[0]] if len(query.group_by) == 1 else ("combinatie", "combinaties")
    if not pairs:
        headline = f"Geen enkele maatregel {joined(predicates(query), 0)}, dus er is geen {one} te noemen."
        return compose(selection, Said("rank", headline, fields={"groups": (), "count": None}))
    wanted = pairs[min(query.limit or 1, len(pairs)) - 1][1]
    top = [pair for pair in pairs if (pair[1] <= wanted if least else pair[1] >= wanted)]
    clause = listed([p.after_die() for c in query.share for p in predicates(Query(filters=(c,)))])
    size = "laagste" if least else "hoogste"
    what = f"het {size} aandeel {noun_phrase(query)} waarvoor geldt dat ze {clause}"
    if len(top) == 1 or len({value for _, value in top}) == 1:
        names = [label if query.group_by == ("owner",) else _label(selection, label) for label, _ in top]
        has = "hebben" if len(top) > 1 else "heeft"
        headline = f"{_subject(selection, names, one, many)} {has} {what}: {shown(top[0][1])}."
    else:
        names = [f"{_label(selection, label)}: {shown(value)}" for label, value in top]
        headline = f"De {len(top)} {many} met {what}: {listed(names)}."
    if query.whether is not None and not least and top[0][1] < ALL:
        headline = f"Geen enkel{'' if one in NEUTER else 'e'} {one} haalt 100%. {headline}"
    part = Part(tuple(f"- {label}: {shown(value)}" for label, value in pairs))
    return compose(selection, Said("rank", headline, (part,), fields={"groups": tuple(pairs), "count": None}))


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
    values = sorted({value for _, value in ranked}, reverse=not least)
    best = values[min(query.place, len(values)) - 1]
    top_labels = [_label(selection, label) for label, count in ranked if count == best]
    each = "elk " if len(top_labels) > 1 else ""
    if query.place > 1:
        before = listed(
            [
                f"{_label(selection, label)}: {n}"
                for label, n in ranked
                if n != best and values.index(n) < values.index(best)
            ]
        )
        has = "hebben" if len(top_labels) > 1 else "heeft"
        subject = _subject(selection, top_labels, one, many)
        after = f" (na {before})" if before else ""
        last = f"op {number(query.place - 1)} na de {word} {what}"
        return f"{subject} {has} {last}: {each}{best} van de {amount_of_all}{after}."
    if least and not none and query.whether is not None and query.place == 1:
        every = f"Elk{'' if one in NEUTER else 'e'} {one} heeft minstens één van de {amount_of_all} {what}"
        fewest = (
            f"{_subject(selection, top_labels, one, many)} {'hebben' if len(top_labels) > 1 else 'heeft'} de minste"
        )
        yes = f"Ja: {every[0].lower()}{every[1:]}" if query.whether else every
        return f"{yes}; {fewest[0].lower() + fewest[1:] if query.group_by != ('owner',) else fewest}: {each}{best}."
    if least and none:
        empty = _subject(selection, [_label(selection, label) for label in none], one, many)
        if query.whether:
            empty = f"Nee: {empty if query.group_by == ('owner',) else empty[0].lower() + empty[1:]}"
        has = "hebben" if len(none) > 1 else "heeft"
        after = "volgen" if len(top_labels) > 1 else "volgt"
        return (
            f"{empty} {has} geen {what}; daarna {after} {listed(top_labels)} met {each}{best} van de {amount_of_all}."
        )
    has = "hebben" if len(top_labels) > 1 else "heeft"
    return f"{_subject(selection, top_labels, one, many)} {has} de {word} {what}: {each}{best} van de {amount_of_all}."


def best_groups(query: Query, pairs: Groups) -> tuple[str, ...]:
    """The groups that the answer to a ranking names as having most or least, ties included.

    Args:
        query: a ranking of groups.
        pairs: the groups of its answer; those without any are passed over.
    """
    values = sorted({value for _, value in pairs if value}, reverse=query.extreme != "least")
    if not values:
        return ()
    if query.limit is not None and query.limit > 1:
        named = [value for _, value in pairs if value][: query.limit]
        return tuple(label for label, value in pairs if value in named)
    best = values[min(query.place, len(values)) - 1]
    return tuple(label for label, value in pairs if value == best)


def _subject(selection: Selection, names: list[str], one: str, many: str) -> str:
    """The groups as the subject of a sentence; ministries go by their own name."""
    if selection.query.group_by == ("owner",):
        return listed(names)
    return f"{'Het' if one in NEUTER else 'De'} {one} {names[0]}" if len(names) == 1 else f"De {many} {listed(names)}"


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
    """The measures with the first or the last deadline; with a limit that many, and all that tie with the last."""
    query, columns = selection.query, selection.source.columns
    rows = np.sort(selection.certain)
    dated: Rows = rows[columns.end_last[rows] != 0]
    late = _late(selection)
    aside = {
        "related": selection.measures(late),
        "related_label": LATE if len(late) else "",
    }
    if not len(dated):
        return _no_deadline(selection, aside)
    ends = columns.end_last[dated]
    first = query.extreme == "first"
    chosen: list[int] = []
    days = sorted({int(end) for end in ends}, reverse=not first)
    for end in days[min(query.place, len(days)) - 1 :]:
        if len(chosen) >= (query.limit or 1):
            break
        chosen += [int(row) for row in dated[ends == end]]
    headline = _deadline_headline(selection, chosen)
    return compose(selection, Said("rank", headline, measures=selection.measures(chosen), fields=aside))


def _late(selection: Selection) -> Rows:
    """Where the next deadline is asked: what passes all else, is not done and is already past its deadline."""
    query, columns = selection.query, selection.source.columns
    rest = tuple(condition for condition in query.filters if not isinstance(condition, Upcoming))
    if len(rest) == len(query.filters) or query.topic is not None:
        return NO_ROWS
    values = select(Query(filters=rest), columns, selection.as_of)
    rows = selection.scope[values[selection.scope] == CERTAIN]
    past = (columns.end_last[rows] != 0) & (columns.end_last[rows] < selection.as_of.toordinal())
    late: Rows = rows[past & (columns.status[rows] == 3)]
    return late


def _deadline_headline(selection: Selection, rows: list[int]) -> str:
    query, columns = selection.query, selection.source.columns
    first = query.extreme == "first"
    ends = [(date.fromordinal(int(columns.end_first[r])), date.fromordinal(int(columns.end_last[r]))) for r in rows]
    last_days = sorted({last for _, last in ends})
    if not first:
        word = "verste"
    elif last_days[-1] < selection.as_of:
        word = "oudste"
    else:
        word = "eerstvolgende" if last_days[0] >= selection.as_of else "vroegste"
    kept = tuple(condition for condition in query.filters if not isinstance(condition, Upcoming))
    phrase = noun_phrase(replace(query, filters=kept))
    of_which = f" van de {phrase}" if phrase != "maatregelen" else ""
    if " die " in of_which or "waarin " in of_which:
        of_which += ","  # closes the clause
    if query.place > 1:
        word = f"op {number(query.place - 1)} na {'eerste' if first else 'laatste'}"
    names = listed([named(m, several=selection.several) for m in selection.measures(rows)])
    if len(last_days) > 1:
        return f"De {len(rows)} {word} deadlines{of_which} zijn die van {names}."
    units = {unit(*end) for end in ends}
    name, until = units.pop(), day(last_days[0])
    when = until if units or name in (None, until) else f"{name} (tot en met {until})"
    subject = "maatregel" if len(rows) == 1 else f"{len(rows)} maatregelen:"
    return f"De {word} deadline{of_which} is {when}, van {subject} {names}."


def _no_deadline(selection: Selection, aside: dict[str, Any]) -> Answer:
    """Nothing is selected, or nothing that is selected states an end."""
    if not len(selection.certain):
        answer = list_answer(selection)
        return compose(selection, Said("rank", answer.headline, fields=aside)) if aside["related"] else answer
    phrase = f"{len(selection.certain)} {noun_phrase(selection.query)}"
    comma = "," if " die " in phrase or "waarin " in phrase else ""
    headline = f"Van de {phrase}{comma} heeft er geen een einddatum in de rapportage."
    return compose(selection, Said("rank", headline, fields=aside))
