import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.owners import Owners, ministry_codes, read_owners


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


@pytest.mark.parametrize(
    ("printed", "owners", "bodies"),
    [
        *(
            (printed, ("SZW",), ())
            for printed in (
                "SZW",
                "szw",
                "min. van SZW",
                "Min. SZW",
                "min SZW",
                "MinSZW",
                "minister van SZW",
                "Minister SZW",
                "staatssecretaris van SZW",
                "Ministerie van SZW",
                "het ministerie van SZW",
                "Ministerie van Sociale Zaken en Werkgelegenheid",
                "Sociale Zaken",
                "SZW e.a.",
                "SZW, e.a.",
                "SZW ea",
                "SZW c.s.",
                "SZW (n.n.t.b.)",
                "SZW (trekker)",
            )
        ),
        *(
            (printed, ("JenV", "OCW"), ())
            for printed in (
                "JenV/OCW",
                "JenV / OCW",
                "JenV, OCW",
                "JenV; OCW",
                "JenV en OCW",
                "JenV & OCW",
                "JenV + OCW",
                "JenV-OCW",
                "JenV OCW",
                "J&V/OCW",
                "J en V, OCW",
                "JenV (OCW)",
                "JenV (trekker), OCW",
                "JenV i.s.m. OCW",
                "JenV samen met OCW",
                "ministeries van JenV en OCW",
                "JenV/OCW-DE",
                "V&J/OC&W",
            )
        ),
        ("Financiën", ("FIN",), ()),
        ("Financien", ("FIN",), ()),
        ("Fin", ("FIN",), ()),
        ("BuZa", ("BZ",), ()),
        ("BZ/BHOS", ("BZ",), ()),
        ("BHO", ("BZ",), ()),
        ("IenM", ("IenW",), ()),
        ("I&W", ("IenW",), ()),
        ("EZK/LNV", ("EZK", "LNV"), ()),
        ("EZ en KGG", ("EZK", "KGG"), ()),
        ("Landbouw, Visserij, Voedselzekerheid en Natuur", ("LNV",), ()),
        ("A&M", ("AenM",), ()),
        ("VRO", ("VRO",), ()),
        ("Def.", ("DEF",), ()),
        ("DE", ("OCW",), ()),
        ("De minister van VWS", ("VWS",), ()),
        ("VWS/DMO", ("VWS",), ("DMO",)),
        ("SZW (UWV)", ("SZW",), ("UWV",)),
        ("OCW i.s.m. VNG", ("OCW",), ("VNG",)),
        ("JenV (OM, politie)", ("JenV",), ("OM", "politie")),
        ("OCW en sociale partners", ("OCW",), ("sociale partners",)),
        ("gemeenten", (), ("gemeenten",)),
        ("Gemeente Amsterdam", (), ("Gemeente Amsterdam",)),
        ("LVNL", (), ("LVNL",)),
        ("VN", (), ("VN",)),
        ("Tweede Kamer", (), ("TK",)),
        ("OCW, in afstemming met JenV", ("OCW", "JenV"), ()),
        ("OCW/SZW (coörd.)", ("OCW", "SZW"), ()),
        ("OCW, m.m.v. VWS", ("OCW", "VWS"), ()),
        ("Inspectie van het Onderwijs", (), ("Inspectie van het Onderwijs",)),
        ("OCW en Onderwijsinspectie", ("OCW",), ("Onderwijsinspectie",)),
        ("Stichting van de Arbeid", (), ("Stichting van de Arbeid",)),
        ("PM", (), ()),
        ("n.t.b.", (), ()),
        ("-", (), ()),
    ],
)
def test_the_names_of_other_reports_are_read_too(printed, owners, bodies):
    assert read_owners(printed) == Owners(owners, bodies)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Rijksbreed", Owners(government_wide=True)),
        ("kabinetsbreed", Owners(government_wide=True)),
        ("Kabinetsbreed, BZK", Owners(("BZK",), government_wide=True)),
        ("alle departementen", Owners(government_wide=True)),
        ("Alle ministeries", Owners(government_wide=True)),
        ("interdepartementaal", Owners(government_wide=True)),
        ("Kabinet", Owners(government_wide=True)),
        ("Alle departementen o.l.v. BZK", Owners(("BZK",), government_wide=True)),
    ],
)
def test_what_is_of_the_whole_government_is_told_apart(printed, expected):
    assert read_owners(printed) == expected


@pytest.mark.parametrize("printed", ["de wetgever", "bezig", "desgewenst", "ez pz", "in bz zaken"])
def test_a_word_that_resembles_a_code_is_no_ministry(printed):
    read = read_owners(printed)
    assert read.owners == ()
    assert read.unread


@given(st.text(max_size=40))
def test_any_cell_is_read_without_error_each_ministry_once(printed):
    read = read_owners(printed)
    assert len(set(read.owners)) == len(read.owners)
    assert set(read.owners) <= set(ministry_codes())
