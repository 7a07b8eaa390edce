import pytest

from ingest.hyphens import FULL, Words, join_lines

KNOWN = Words(["OCW", "afgerond"])
KNOWN.learn("begeleiding niet-gebruik beleid organisatie onderwijs")


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["begelei-", "ding van"], "begeleiding van"),
        (["begelei\u00ad", "ding van"], "begeleiding van"),
        (["begelei\u2010", "ding van"], "begeleiding van"),
        (["werkgevers-", "organisaties"], "werkgeversorganisaties"),
        (["grote-", "en brancheorganisaties"], "grote- en brancheorganisaties"),
        (["OCW-", "beleidsmedewerkers"], "OCW-beleidsmedewerkers"),
        (["EU-", "Richtlijn"], "EU-Richtlijn"),
        (["(semi-", ")publieke"], "(semi-)publieke"),
        (["(semi-)", "publieke"], "(semi-) publieke"),
        (["niet-", "gebruik"], "niet-gebruik"),
        (["kwalificatie-", "eisen"], "kwalificatie-eisen"),
        (["mbo-", "docenten"], "mbo-docenten"),
        (["2023-", "2024"], "2023-2024"),
        (["2023 -", "2024"], "2023 - 2024"),
        (["VWS/", "SZW"], "VWS/SZW"),
        (["en/of -", "gezag"], "en/of -gezag"),
        (["www.rijks", "overheid.nl"], "www.rijks overheid.nl"),
        (["een", "twee"], "een twee"),
        (["onder", "wijs"], "onder wijs"),
        (["afge", "rond"], "afgerond"),
        (["onder" + FULL, "wijs"], "onderwijs"),
        (["onderwijs" + FULL, "beleid"], "onderwijs beleid"),
        (["arbeidsmarkt" + FULL, "."], "arbeidsmarkt."),
        (["www.rijksover" + FULL, "heid.nl"], "www.rijksoverheid.nl"),
        (["denkt' .", "De opgedane"], "denkt' . De opgedane"),
    ],
)
def test_lines_are_joined_to_running_text(lines, joined):
    assert join_lines(lines, KNOWN) == joined


def test_a_document_that_breaks_no_words_keeps_every_hyphen():
    words = Words(["man vrouw verschil"])
    words.weigh([("man-", "vrouw")], lines=100)
    assert join_lines(["man-", "vrouw"], words) == "man-vrouw"
