"""A shorthand for queries: addresses in which a period may be a unit, "einde=2024Q1"."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlencode

from app.address import from_address
from app.query import Query
from app.reading.time import months

AS_OF = date(2023, 11, 30)


def unit(text: str) -> tuple[str, str]:
    """First and last day of a unit: 2024, 2024Q1, 2024H1, 2024-05, 2024-05-31."""
    match = re.fullmatch(r"(\d{4})(?:Q(\d)|H(\d)|-(\d\d))?(-\d\d)?", text)
    assert match, text
    year, quarter, half, month, day = match.groups()
    if day:
        return text, text
    period = (
        months(int(year), 3 * int(quarter) - 2, 3) if quarter
        else months(int(year), 6 * int(half) - 5, 6) if half
        else months(int(year), int(month), 1) if month
        else months(int(year), 1, 12)
    )  # fmt: skip
    assert period.first and period.last
    return period.first.isoformat(), period.last.isoformat()


def span(text: str) -> str:
    parts = []
    for part in text.split("~"):
        first, dots, last = part.partition("..")
        if dots:
            parts.append(f"{unit(first)[0] if first else ''}..{unit(last)[1] if last else ''}")
        else:
            parts.append("..".join(unit(first)))
    return "~".join(parts)


def shorthand(text: str) -> Query:
    """The query of an address in which periods may be units."""
    pairs = []
    for name, value in parse_qsl(text, keep_blank_values=True):
        bare = name.split(".")[-1]
        if bare in ("einde", "begin", "looptijd"):
            value = span(value)
        elif bare == "of":
            value = urlencode([(n, span(v) if n in ("einde", "begin", "looptijd") else v) for n, v in parse_qsl(value)])
        pairs.append((name, value))
    return from_address(pairs)


def unordered(query: Query) -> tuple[frozenset[object], Query]:
    """A query whose filters' order does not matter."""
    return frozenset(query.filters), replace(query, filters=(), topic=query.topic.lower() if query.topic else None)
