"""The proof of completeness on made reports, and how the terminal shows it."""

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from ingest.completeness import MOST_SHOWN, Proof, prove, render
from ingest.records import (
    INCOMPLETE,
    Box,
    CrossReference,
    Deadline,
    Doubt,
    Footnote,
    LegendEntry,
    Measure,
    Report,
    Source,
    Theme,
)


def box(page):
    return Box(page, 10.0, 20.0, 500.0, 60.0)


def measure(identity, *pages, **given):
    number = int(identity.split(".")[0])
    base = Measure(
        id=identity,
        report="2024",
        theme_number=number,
        theme={1: "Arbeid", 2: "Zorg"}[number],
        heading="",
        title=f"Maatregel {identity}",
        status=4,
        status_text="4",
        deadline=Deadline("2024"),
        who="OCW",
        owners=("OCW",),
        source=Source(tuple(box(page) for page in pages)),
    )
    return replace(base, **given)


def report(*measures, **given):
    base = Report(
        key="2024",
        title="Voortgang",
        edition="mei 2024",
        reference_date=date(2024, 5, 31),
        file="voortgang.pdf",
        sha256="0" * 64,
        themes=(Theme(1, "Arbeid", ()), Theme(2, "Zorg", ())),
        legend=(LegendEntry("4", "afgerond", 4),),
        introduction="",
        measures=measures,
        cross_references=(),
        footnotes=(),
    )
    return replace(base, **given)


def shown(made):
    out = io.StringIO()
    Console(file=out, width=200, color_system=None).print(render(made))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_sound_report_proves_so():
    made = report(measure("1.1", 1), measure("1.2", 1, 2), measure("2.1", 2, 3, 4), coverage=((1, 1.0), (2, 0.98)))
    assert prove(made) == Proof(
        per_theme=(("Arbeid", 2), ("Zorg", 1)),
        per_page=((1, 2), (2, 1)),
        joined=2,
        gaps=(),
        duplicates=(),
        thin_pages=(),
    )


@pytest.mark.parametrize(
    ("ids", "gaps"),
    [
        (("1.1", "1.2"), ()),
        (("1.1", "1.3"), ("1.2",)),
        (("1.3", "2.2"), ("1.1", "1.2", "2.1")),
        (("1.10", *(f"1.{n}" for n in range(1, 9))), ("1.9",)),
        ((), ()),
    ],
)
def test_ids_that_are_missing_are_named(ids, gaps):
    assert prove(report(*(measure(identity) for identity in ids))).gaps == gaps


def test_measures_equal_in_every_printed_cell_are_duplicates_and_no_others():
    same = {"title": "Zelfde"}
    made = report(
        measure("1.1", 1, **same),
        measure("1.2", 2, **same),  # another page: still the same
        measure("1.3", 1, **same, who="SZW"),
        measure("1.4", 1, **same, deadline=Deadline("Q4 2024")),
        measure("2.1", 1, **same),  # another theme
    )
    assert prove(made).duplicates == (("1.1", "1.2"),)


@pytest.mark.parametrize(("share", "thin"), [(1.0, False), (0.98, False), (0.9799, True), (0.0, True)])
def test_a_page_below_098_is_thin(share, thin):
    assert prove(report(coverage=((7, share),))).thin_pages == (((7, share),) if thin else ())


def test_the_terminal_names_all_that_was_found():
    made = report(
        measure("1.1", 1),
        measure("2.1", 1, 2, footnotes=("¹",)),
        cross_references=(
            CrossReference("Techniekpact", "", "Arbeid", "Zie tabel zorg", ("2.1",)),
            CrossReference("Weg", "", "Arbeid", "Zie tabel zorg", ()),
        ),
        footnotes=(Footnote("¹", "Sinds 2022.", "2.1"), Footnote("²", "Los.", None)),
        coverage=((1, 1.0), (2, 0.9951)),
    )
    lines = shown(made)
    assert [[cell.strip() for cell in line.strip("│┃").split("│")] for line in lines if "│" in line] == [
        ["Arbeid", "1"],
        ["Zorg", "1"],
        ["samen", "2"],
        ["1", "2", "100,0 %"],
        ["2", "0", "99,5 %"],
    ]
    assert lines[-12:] == [
        "Peildatum: 2024-05-31. Sleutel: 2024.",
        "Legenda: 4 = afgerond.",
        "Rijen over een pagina-einde samengevoegd: 1.",
        "Verwijzingen naar een andere tabel: 2.",
        "  Techniekpact (Zie tabel zorg) -> 2.1",
        "  Weg (Zie tabel zorg) -> niet gevonden",
        "Voetnoten: 2.",
        "  ¹ bij 2.1: Sinds 2022.",
        "  ² bij niets: Los.",
        "Nummering: zonder gaten.",
        "Dubbele rijen: geen.",
        "Oordeel: volledig gelezen.",
    ]


def test_the_terminal_names_all_that_is_wrong():
    made = report(
        measure("1.1", title="Zelfde"),
        measure("1.2", title="Zelfde"),
        measure("1.4", status=None, status_text="◐", deadline=Deadline("ooit", understood=False)),
        legend=(LegendEntry("◐", "raadsel", None),),
        doubts=(Doubt(3, "ooit", "De planning is niet begrepen."), Doubt(None, "rij", "Deze rij is los.")),
        coverage=((3, 0.9796),),
        verdict=INCOMPLETE,
    )
    assert shown(made)[-10:] == [
        "Voetnoten: 0.",
        "Nummering: deze nummers ontbreken: 1.3.",
        "Dubbele rijen: 1.1 = 1.2.",
        "Status onbekend (teken niet in de legenda): 1.4.",
        "Termijn niet begrepen, letterlijk bewaard: 1.4 (ooit).",
        "Twijfels: 2.",
        "  p. 3: De planning is niet begrepen. “ooit”",
        "  Deze rij is los. “rij”",
        "Te weinig woorden verantwoord: p. 3 (97,9 %).",  # rounded down: 98,0 % would seem enough
        "Oordeel: niet volledig gelezen.",
    ]


def test_every_doubt_is_written_out_however_many():
    doubts = tuple(Doubt(page, f"rij {page}", "Deze rij is los.") for page in range(1, 2 * MOST_SHOWN))
    lines = shown(report(measure("1.1"), doubts=doubts, verdict=INCOMPLETE))
    assert [line for line in lines if "Deze rij is los" in line] == [
        f"  p. {page}: Deze rij is los. “rij {page}”" for page in range(1, 2 * MOST_SHOWN)
    ]


def test_footnotes_beyond_the_most_shown_are_counted():
    notes = tuple(Footnote("¹", f"Noot {number}.", None) for number in range(MOST_SHOWN + 3))
    lines = shown(report(measure("1.1"), footnotes=notes))
    assert lines.count("  ... en nog 3.") == 1
    assert sum("Noot" in line for line in lines) == MOST_SHOWN


@pytest.mark.parametrize("text", ["[/bold]", "[red]rood[/red]", "[link=https://x.nl]klik", "\\[x]"])
def test_text_of_a_document_is_shown_as_it_is(text):
    made = report(
        measure("1.1", theme=text), title=text, doubts=(Doubt(1, text, "Niet begrepen."),), verdict=INCOMPLETE
    )
    lines = shown(made)
    assert sum(text in line for line in lines) == 3
