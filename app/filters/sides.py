"""The two sides of a filter that stands for two: "van OCW of SZW" is "van OCW" and "van SZW"."""

from app.filters.logic import AnyOf
from app.filters.owners import Owners
from app.filters.places import Themes
from app.filters.statuses import StatusIn
from app.filters.times import EndIn
from app.query import Filter, GroupKey

TWO = 2


def two_sides(condition: Filter) -> tuple[GroupKey, Filter, Filter] | None:
    """The kind of groups that the two sides of a filter are, and each as a filter; None where they are not two."""
    key: GroupKey
    match condition:
        case Owners(codes, "any"):
            key, sides = "owner", tuple[Filter, ...](Owners((code,)) for code in codes)
        case Themes(names):
            key, sides = "theme", tuple(Themes((name,)) for name in names)
        case StatusIn(codes):
            key, sides = "status", tuple(StatusIn((code,)) for code in codes)
        case AnyOf(conditions) if all(isinstance(c, EndIn) for c in conditions):
            key, sides = "year", conditions
        case _:
            return None
    return (key, sides[0], sides[1]) if len(sides) == TWO else None
