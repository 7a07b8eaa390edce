"""Questions about many measures that take yes or no: what all are asked to be, or whether there are any."""

import pytest

from app.address import from_address, to_address
from app.filters import HasEnd, Overdue, Owners, StatusIn, Themes
from app.query import Filter
from app.reading import Lexicon, read
from tests.app.reading.shorthand import AS_OF

DONE, RUNNING, LATE = StatusIn((4,)), StatusIn((3,)), Overdue()


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Zijn alle maatregelen van VWS in uitvoering?", (RUNNING,)),
        ("zijn alle moties van ocw afgerond", (DONE,)),
        ("is alles van SZW al klaar?", (DONE,)),
        ("zijn de maatregelen van VWS allemaal in uitvoering?", (RUNNING,)),
        ("Klopt het dat alle maatregelen van EZK afgerond zijn?", (DONE,)),
        ("ik wil weten of alle moties afgerond zijn", (DONE,)),
        ("zijn niet alle maatregelen van SZW afgerond?", (DONE,)),
        ("heeft elke maatregel van BZ een einddatum?", (HasEnd(True),)),
        ("Vallen alle maatregelen van BZ onder het thema Internationaal?", (Themes(("Internationaal",)),)),
        ("zijn alle maatregelen afgerond die in 2022 af moesten zijn?", (DONE,)),
        ("zijn alle maatregelen die over tijd zijn van SZW?", (Owners(("SZW",)),)),
        ("is thema 4 helemaal afgerond?", (DONE,)),
        ("is alles klaar?", (DONE,)),
        ("is alles wat in 2022 af moest zijn ook echt af?", (DONE,)),
        ("is alles wat in 2022 af moest zijn leuk?", None),
        ("Zijn er maatregelen van OCW die over tijd zijn?", ()),
        ("is er geen maatregel van BZ over tijd?", ()),
        ("heeft BZ maatregelen die over tijd zijn?", ()),
        ("is niets van OCW gestopt?", ()),
        ("lopen er maatregelen af in december?", ()),
        ("Welke maatregelen van VWS zijn in uitvoering?", None),  # asks for the list alone
        ("zijn alle moties leuk?", None),  # what they are asked to be is not understood
        ("hoeveel van alle maatregelen zijn afgerond?", None),
        ("alle maatregelen van VWS die in uitvoering zijn", None),
        ("is 3.10 al klaar?", None),  # of one measure its field is asked
    ],
)
def test_a_question_of_yes_or_no_tells_what_it_asks(lexicon: Lexicon, question: str, asked: tuple[Filter, ...] | None):
    assert read(question, lexicon=lexicon, as_of=AS_OF).query.whether == asked


@pytest.mark.parametrize("word", ["geen", "geen enkele"])
def test_none_asked_for_is_no_negation_of_what_follows(lexicon: Lexicon, word: str):
    found = read(f"zijn er {word} maatregelen van FIN over tijd?", lexicon=lexicon, as_of=AS_OF).query
    assert set(found.filters) == {Owners(("FIN",)), LATE}


@pytest.mark.parametrize("question", ["zijn alle maatregelen van VWS klaar?", "is er iets van VWS klaar?"])
def test_it_comes_back_from_its_address(lexicon: Lexicon, question: str):
    found = read(question, lexicon=lexicon, as_of=AS_OF).query
    assert from_address(to_address(found)).whether == found.whether
