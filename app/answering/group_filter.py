"""The condition by which a measure is of a group: what stands behind "OCW: 89" in numbers per ministry."""

import re
from datetime import date

from app.filters import EndIn, Headings, KindIs, Owners, StatusIn, Themes
from app.query import Filter, GroupKey
from app.wording import BETWEEN_PAIR, status_labels
from ingest.periods import quarter
from ingest.records import Period

_QUARTER = re.compile(r"Q(?P<number>[1-4]) (?P<year>\d{4})")


def group_filter(key: GroupKey, label: str) -> Filter | None:
    """The condition that selects the measures of a group.

    Args:
        key: what the groups are.
        label: of the group, as the answer prints it.

    Returns:
        The condition; None where nothing is stated, as for "zonder einddatum".
    """
    if label.startswith("zonder "):
        return None
    match key:
        case "owner":
            return Owners((label,))
        case "theme":
            return Themes((label,))
        case "heading":
            return Headings((label,))
        case "pair":
            return Owners(tuple(label.split(BETWEEN_PAIR)), "all")
        case "kind":
            return KindIs((label,))
        case "status":
            return next((StatusIn((code,)) for code, name in status_labels().items() if name == label), None)
        case "year" if label.isdigit():
            return EndIn(Period(date(int(label), 1, 1), date(int(label), 12, 31)))
        case "quarter" if (match := _QUARTER.fullmatch(label)) is not None:
            return EndIn(quarter(int(match["year"]), int(match["number"])))
    return None
