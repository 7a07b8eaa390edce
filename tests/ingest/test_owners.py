import pytest

from ingest.owners import Owners, read_owners


@pytest.mark.parametrize(
    ("printed", "owners", "bodies", "wide"),
    [
        ("OCW", ("OCW",), (), False),
        ("SZW, OCW", ("SZW", "OCW"), (), False),
        ("JenV en OCW", ("JenV", "OCW"), (), False),
        ("JenV OCW BZK VWS SZW", ("JenV", "OCW", "BZK", "VWS", "SZW"), (), False),
        ("BZ & OCW", ("BZ", "OCW"), (), False),
        ("JenV,", ("JenV",), (), False),
        ("OCW/VWS/JenV", ("OCW", "VWS", "JenV"), (), False),
        ("OCW/DE", ("OCW",), (), False),
        ("OCW (DE)", ("OCW",), (), False),
        ("OCW, SER", ("OCW",), ("SER",), False),
        ("NCDR", (), ("NCDR",), False),
        ("TK", (), ("TK",), False),
        ("OCW (medefinanciers EU-commissie en Rotterdam)", ("OCW",), ("EU", "Rotterdam"), False),
        ("SZW, Rijksdienst Caribisch Nederland afdeling OCW", ("SZW",), ("RCN",), False),
        ("Kabinetsbreed", (), (), True),
        ("Rijksbreed/BZK/IenW", ("BZK", "IenW"), (), True),
        ("BZ, OCW, e.a.", ("BZ", "OCW"), (), False),
        ("OCW, BZ (n.n.t.b.)", ("OCW", "BZ"), (), False),
        ("n.v.t.", (), (), False),
        ("", (), (), False),
        ("OC&W", ("OCW",), (), False),
        ("J&V", ("JenV",), (), False),
        ("VenJ", ("JenV",), (), False),
        ("EL&I", ("EZK",), (), False),
        ("EZ", ("EZK",), (), False),
        ("KGG", ("KGG",), (), False),
        ("LVVN", ("LNV",), (), False),
        ("LVNL", (), ("LVNL",), False),
        ("VNG", (), ("VNG",), False),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap", ("OCW",), (), False),
        ("OCW, OCW", ("OCW",), (), False),
        ("BZK", ("BZK",), (), False),
    ],
)
def test_owners_are_read_from_the_printed_cell(printed, owners, bodies, wide):
    assert read_owners(printed) == Owners(owners, bodies, wide)


def test_words_that_are_no_name_are_told():
    assert read_owners("OCW en iedereen").unread == "iedereen"
