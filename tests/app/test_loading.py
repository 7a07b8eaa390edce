"""What an ingest keeps: nothing on a check, each file once, replacements and doubtful reports only when asked."""

import json

import openpyxl
import pytest

import index.catalogue
from app.loading import Wanted, load_documents
from index.catalogue import sources
from ingest.metadata import Metadata

HEADER = "Maatregel\tStand van zaken\tWanneer\tWie\tToelichting"
KEEP = Wanted(check=False, replace=False, accept_incomplete=False)
CHECK = Wanted(check=True, replace=False, accept_incomplete=False)
REPLACE = Wanted(check=False, replace=True, accept_incomplete=False)
ACCEPT = Wanted(check=False, replace=False, accept_incomplete=True)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home in which no report is indexed, not even the shipped one."""
    monkeypatch.setattr(index.catalogue, "SHIPPED", tmp_path / "none.toml")
    return tmp_path / "home"


def document(path, *titles, year=2022, status="4"):
    rows = [f"{title}\t{status}\tQ4 {year}\tOCW\tToelichting." for title in titles]
    lines = [f"Voortgang van november {year}", "4 = afgerond", "1. ZORG", HEADER, *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def load(home, capsys):
    def run(*files, wanted=KEEP, as_json=False, metadata=None):
        whole = load_documents(
            files,
            home=home,
            wanted=wanted,
            metadata=metadata or Metadata(),
            as_json=as_json,
            on_progress=lambda *_: None,
        )
        said = capsys.readouterr()
        return whole, said.out, said.err

    return run


def kept(home):
    return [(source.report.key, [m.title for m in source.report.measures]) for source in sources(home)]


def files(home):
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_document_is_kept_and_said_to_be(tmp_path, home, load):
    whole, out, err = load(document(tmp_path / "a.txt", "Een", "Twee"))
    assert whole
    assert kept(home) == [("2022", ["Een", "Twee"])]
    assert "Oordeel: volledig gelezen." in out
    assert err == "a.txt is toegevoegd als rapportage 2022; de index wordt bij de volgende vraag gebouwd.\n"


def test_a_check_stores_nothing(tmp_path, home, load):
    whole, out, err = load(document(tmp_path / "a.txt", "Een"), wanted=CHECK)
    assert whole
    assert "Oordeel: volledig gelezen." in out
    assert err == ""
    assert files(home) == {}
    assert kept(home) == []


def test_the_same_file_twice_changes_nothing(tmp_path, home, load):
    path = document(tmp_path / "a.txt", "Een")
    load(path)
    before = files(home)
    whole, _, err = load(path)
    assert whole
    assert err == "a.txt was al geladen; er is niets veranderd.\n"
    assert files(home) == before


def test_another_file_with_the_same_key_is_refused_unless_asked(tmp_path, home, load):
    load(document(tmp_path / "a.txt", "Een"))
    newer = document(tmp_path / "b.txt", "Een", "Twee")
    before = files(home)
    whole, _, err = load(newer)
    assert not whole
    assert err == "Er is al een rapportage met sleutel 2022 (a.txt): vervang die met --replace.\n"
    assert files(home) == before
    whole, _, err = load(newer, wanted=REPLACE)
    assert whole
    assert err.startswith("b.txt vervangt rapportage 2022")
    assert kept(home) == [("2022", ["Een", "Twee"])]


def test_reports_of_several_years_lie_side_by_side_oldest_first(tmp_path, home, load):
    load(document(tmp_path / "b.txt", "Nieuw", year=2023), document(tmp_path / "a.txt", "Oud", year=2022))
    assert kept(home) == [("2022", ["Oud"]), ("2023", ["Nieuw"])]


def test_a_key_may_be_given(tmp_path, home, load):
    load(document(tmp_path / "a.txt", "Een"))
    load(document(tmp_path / "b.txt", "Twee"), metadata=Metadata(key="2022-zomer"))
    assert sorted(kept(home)) == [("2022", ["Een"]), ("2022-zomer", ["Twee"])]


def test_what_was_not_read_whole_is_refused_unless_accepted(tmp_path, home, load):
    path = document(tmp_path / "a.txt", "Een", status="◐")
    whole, out, err = load(path)
    assert not whole
    assert "Oordeel: niet volledig gelezen." in out
    assert "De legenda verklaart deze status niet." in out
    assert err == (
        "a.txt is niet volledig gelezen en wordt niet geladen: bekijk de twijfels met 'maatwijzer ingest --check', "
        "of laad het toch met --accept-incomplete.\n"
    )
    assert files(home) == {}
    whole, _, err = load(path, wanted=ACCEPT)
    assert not whole  # it is kept, and still not read whole
    assert err.startswith("a.txt is toegevoegd als rapportage 2022")
    assert [source.report.verdict for source in sources(home)] == ["niet volledig gelezen"]


def test_one_bad_file_leaves_the_others_and_what_was_kept_as_they_are(tmp_path, home, load):
    load(document(tmp_path / "a.txt", "Een"))
    before = files(home)
    bad = tmp_path / "leeg.pdf"
    bad.touch()
    whole, _, err = load(bad, document(tmp_path / "b.txt", "Twee", year=2023))
    assert not whole
    assert err.splitlines()[0].startswith("leeg.pdf is leeg (0 bytes)")
    assert kept(home) == [("2022", ["Een"]), ("2023", ["Twee"])]
    assert {name: content for name, content in files(home).items() if name in before} == before


def test_the_json_has_an_entry_for_each_file_in_order(tmp_path, load):
    (tmp_path / "een").mkdir()
    (tmp_path / "twee").mkdir()
    good = document(tmp_path / "een" / "a.txt", "Een")
    bad = tmp_path / "twee" / "a.txt"  # of the same name, elsewhere
    bad.touch()
    whole, out, _ = load(good, bad, wanted=CHECK, as_json=True)
    assert not whole
    entries = json.loads(out)["reports"]
    assert [(entry["file"], entry["error"] is None, len(entry["measures"])) for entry in entries] == [
        ("a.txt", True, 1),
        ("a.txt", False, 0),
    ]


def test_word_and_excel_are_kept_like_any_other(tmp_path, home, load):
    book = openpyxl.Workbook()
    for row in (("Voortgang van november 2021",), ("4 = afgerond",), ("Zorg",), HEADER.split("\t")):
        book.active.append(row)
    book.active.append(("Loket", 4, "Q4 2021", "VWS", "Open."))
    book.save(tmp_path / "a.xlsx")
    whole, _, err = load(tmp_path / "a.xlsx")
    assert whole, err
    assert kept(home) == [("2021", ["Loket"])]
