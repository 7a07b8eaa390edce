"""The query's own sentence, asked as a question, reads back to the query; so does its address."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.address import AddressError, from_address, to_address
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
from app.query import Order, Query
from app.reading import Lexicon, read
from app.reading.time import months
from index.kinds import kinds
from ingest.records import Period
from tests.app.reading.shorthand import AS_OF

CODES = ("OCW", "SZW", "VWS", "JenV", "BZ", "BZK", "EZK", "FIN", "IenW", "SER", "NCDR", "TK", "RCN")
THEMES = ("Arbeid", "Veiligheid", "Onderwijs en media", "Zorg", "Gelijke behandeling en wetgeving", "Internationaal")
HEADINGS = ("Gelijk loon", "Arbeid en zorg", "Bi+ personen", "Artikel 23")

days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
units = st.one_of(
    st.builds(lambda y: months(y, 1, 12), st.integers(2021, 2031)),
    st.builds(lambda y, q: months(y, 3 * q - 2, 3), st.integers(2021, 2031), st.integers(1, 4)),
    st.builds(lambda y, h: months(y, 6 * h - 5, 6), st.integers(2021, 2031), st.integers(1, 2)),
    st.builds(lambda y, m: months(y, m, 1), st.integers(2021, 2031), st.integers(1, 12)),
    st.builds(lambda d, n: Period(d, d + timedelta(days=n)), days, st.integers(0, 700)),
    st.builds(lambda d: Period(None, d), days),
    st.builds(lambda d: Period(d, None), days),
)
some = lambda values: st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(tuple)  # noqa: E731
plain = st.one_of(
    st.builds(Owners, some(CODES)),
    st.builds(Owners, st.lists(st.sampled_from(CODES), min_size=2, max_size=3, unique=True).map(tuple), st.just("all")),
    st.builds(lambda c, m: Owners((c,), m), st.sampled_from(CODES), st.sampled_from(["only", "alone"])),
    st.builds(MinistryCount, st.integers(1, 6)),
    st.builds(lambda n: MinistryCount(n, n), st.integers(1, 5)),
    st.just(MinistryCount(0, 0)),
    st.just(GovernmentWide()),
    st.sampled_from([StatusIn((4,)), StatusIn((3,)), StatusIn((1,)), StatusIn((0,)), StatusIn((4, 1))]),
    st.sampled_from([StatusIn((3,), (1,)), StatusIn((3,), (1, 0)), StatusIn((-1,)), StatusIn((0, -1))]),
    st.builds(Pages, st.lists(st.integers(1, 300), min_size=1, max_size=3, unique=True).map(tuple)),
    st.builds(Themes, some(THEMES)),
    st.builds(Headings, some(HEADINGS)),
    st.builds(Ids, some(("3.10", "3.15", "5.23", "6.24"))),
    st.builds(KindIs, some(tuple(k.key for k in kinds())), st.booleans()),
    st.builds(PersonIs, st.sampled_from(["bikker", "van der laan", "mutluer", ""]), st.sampled_from([None, "motie"])),
    st.builds(EndIn, units),
    st.builds(EndIn, units, units),
    st.builds(StartIn, units),
    st.builds(HasEnd, st.booleans()),
    st.builds(Printed, st.sampled_from(["when", "who"]), st.sampled_from(["Loopt", "n.v.t", "OCW en/of SZW"])),
    st.builds(RunsDuring, units),
    st.builds(RunsAfter, days),
    st.builds(ToDoBy, days),
    st.builds(Overdue, st.one_of(st.none(), days)),
    st.just(Upcoming()),
    st.builds(Lasts, st.integers(1, 60)),
    st.builds(Lasts, st.just(0), st.integers(1, 60)),
    st.builds(lambda n, more: Lasts(n, n + more), st.integers(1, 30), st.integers(0, 30)),
)
filters = st.one_of(
    plain,
    st.builds(Not, plain),
    st.builds(AnyOf, st.lists(st.one_of(plain, st.builds(Not, plain)), min_size=2, max_size=3, unique=True).map(tuple)),
    st.builds(
        lambda one, both: AnyOf((one, AllOf(both))),
        plain,
        st.lists(st.one_of(plain, st.builds(Not, plain)), min_size=2, max_size=2, unique=True).map(tuple),
    ),
)
several = st.lists(filters, max_size=4, unique=True).map(tuple)
topics = st.one_of(
    st.none(), st.sampled_from(["zwangerschap", "veiligheid van lhbti personen", "wat loopt er in 2024"])
)
orders = st.builds(Order, st.sampled_from(["printed", "end", "status", "owner", "title"]), st.booleans())
queries = st.one_of(
    st.builds(
        Query,
        ask=st.sampled_from(["list", "count"]),
        filters=several,
        topic=topics,
        order=orders,
        limit=st.one_of(st.none(), st.integers(1, 50)),
        as_of=st.one_of(st.none(), days),
        report=st.sampled_from([None, "2024"]),
    ),
    st.builds(
        Query, ask=st.just("percentage"), filters=several, share=st.lists(plain, min_size=1, max_size=1).map(tuple)
    ),
    st.builds(
        Query,
        ask=st.just("groups"),
        filters=several,
        share=st.one_of(st.just(()), st.lists(plain, min_size=1, max_size=2, unique=True).map(tuple)),
        group_by=st.sampled_from(
            [("owner",), ("theme",), ("heading",), ("status",), ("year",), ("pair",), ("kind",), ("theme", "status")]
        ),
        sizes=st.sampled_from([None, (11, None), (0, 4), (3, 3), (5, 9)]),
    ),
    st.builds(
        Query,
        ask=st.just("rank"),
        filters=several,
        extreme=st.sampled_from(["most", "least"]),
        share=st.one_of(st.just(()), st.lists(plain, min_size=1, max_size=1).map(tuple)),
        group_by=st.sampled_from([("owner",), ("theme",), ("quarter",)]),
        place=st.integers(1, 4),
    ),
    st.builds(
        Query,
        ask=st.just("rank"),
        filters=several,
        extreme=st.sampled_from(["first", "last"]),
        place=st.integers(1, 3),
    ),
    st.builds(
        Query,
        ask=st.just("field"),
        field=st.sampled_from(["owners", "end", "status", "theme", "heading", "page", "explanation", "all"]),
        also=st.one_of(st.just(()), some(["owners", "end", "status", "all"])),
        filters=st.one_of(st.just(()), st.lists(plain, max_size=2, unique=True).map(tuple)),
        target=some(("3.10", "5.23")),
    ),
    st.builds(
        Query, ask=st.just("field"), field=st.just("end"), also=st.just(("status",)), topic=st.just("Genderpraatjes")
    ),
)


@given(queries)
@settings(max_examples=400, deadline=None)
def test_a_query_said_in_dutch_reads_back_to_itself(lexicon: Lexicon, query: Query):
    assert read(query.describe(), lexicon=lexicon, as_of=AS_OF).query == query


@given(queries)
@settings(max_examples=300, deadline=None)
def test_a_query_put_in_an_address_comes_back(query: Query):
    assert from_address(to_address(query)) == query


@pytest.mark.parametrize(
    ("address", "wrong"),
    [((("einde", "morgen"),), "einde=morgen"), ((("status", "x"),), "status=x"), ((("per", "week"),), "per=week")],
)
def test_an_address_that_cannot_be_read_says_which_part(address: tuple[tuple[str, str], ...], wrong: str):
    with pytest.raises(AddressError, match=wrong):
        from_address(address)


def test_unknown_parameters_of_an_address_are_passed_over():
    assert from_address((("utm_source", "mail"), ("ministerie", "OCW"))) == Query(filters=(Owners(("OCW",)),))
