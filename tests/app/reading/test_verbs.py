"""The forms of general verbs, which are no topic in a question that columns answer."""

import tomllib

import pytest

from app.reading.verbs import forms_of, general_verbs
from ingest.vocabulary import DATA

IRREGULAR = tomllib.loads((DATA / "verbs.toml").read_text(encoding="utf-8"))["irregular"]


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("tellen", {"tellen", "telt", "telde", "telden", "geteld", "getelde"}),
        ("maken", {"maken", "maakt", "maakte", "maakten", "gemaakt", "gemaakte"}),
        ("wijzigen", {"wijzigen", "wijzigt", "wijzigde", "gewijzigd"}),
        ("combineren", {"combineren", "combineert", "gecombineerd"}),
        ("leveren", {"leveren", "levert", "geleverd"}),
        ("bepalen", {"bepalen", "bepaalt", "bepaald", "bepaalde"}),
        ("verzamelen", {"verzamelen", "verzamelt", "verzameld"}),
        ("hangen", {"hangen", "hangt", "hing", "hingen", "gehangen"}),
        ("bestaan", {"bestaan", "bestaat", "bestond", "bestonden"}),
        ("bedenken", {"bedenken", "bedenkt", "bedacht", "bedachten"}),
        ("af|ronden", {"afronden", "afrondt", "afgerond", "afgeronde"}),
        ("op|nemen", {"opnemen", "opneemt", "opgenomen", "opnam"}),
    ],
)
def test_a_verb_has_the_forms_that_spelling_gives_it(entry, forms):
    assert forms <= forms_of(entry, IRREGULAR)


@pytest.mark.parametrize(
    "noun",
    [
        "geld",
        "aanpak",
        "deel",
        "rol",
        "regel",
        "voorstel",
        "verkeer",
        "gebruik",
        "antwoord",
        "geweld",
        "pesten",
        "werk",
    ],
)
def test_a_noun_that_may_be_asked_about_is_no_general_verb(noun):
    assert noun not in general_verbs()
