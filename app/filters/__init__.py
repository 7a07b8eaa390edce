"""The filters: each one frozen value that selects, words itself, and stands in the JSON and the address."""

from app.filters.durations import Lasts
from app.filters.logic import AllOf, AnyOf, Not
from app.filters.owners import GovernmentWide, MinistryCount, Owners, OwnersMode
from app.filters.places import Headings, Ids, Pages, Themes
from app.filters.printed import Printed
from app.filters.statuses import StatusIn
from app.filters.texts import KindIs, PersonIs
from app.filters.times import EndIn, HasEnd, Overdue, RunsAfter, RunsDuring, StartIn, ToDoBy, Upcoming

__all__ = [
    "AllOf",
    "AnyOf",
    "EndIn",
    "GovernmentWide",
    "HasEnd",
    "Headings",
    "Ids",
    "KindIs",
    "Lasts",
    "MinistryCount",
    "Not",
    "Overdue",
    "Owners",
    "OwnersMode",
    "Pages",
    "PersonIs",
    "Printed",
    "RunsAfter",
    "RunsDuring",
    "StartIn",
    "StatusIn",
    "Themes",
    "ToDoBy",
    "Upcoming",
]
