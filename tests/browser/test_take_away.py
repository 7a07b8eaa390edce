"""Copying, files, the address, and back and forward."""

import io

import pytest

from tests.browser.conftest import ask, headline, new_answer, shown_numbers

QUESTION = "Welke maatregelen van OCW lopen af in 2024?"


def test_copying_gives_plain_text_with_number_measures_and_source(page):
    ask(page, QUESTION)
    page.get_by_role("button", name="Kopieer als tekst").click()
    page.get_by_text("Gekopieerd ✓").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(f"Vraag: {QUESTION}\n21 van de 149 maatregelen zijn van OCW en hebben een einde in 2024.")
    assert "1.23 Projecten economische zelfstandigheid" in text
    assert text.rstrip().endswith("Bron: Bijlage voortgangsrapportage emancipatie (peildatum november 2023)")
    assert "<" not in text


def test_one_measure_is_copied_with_its_own_source(page):
    ask(page, QUESTION)
    page.get_by_role("button", name="Projecten economische zelfstandigheid").click()
    page.get_by_role("button", name="Kopieer deze maatregel").first.click()
    page.get_by_text("Gekopieerd ✓").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.splitlines()[0] == "1.23 Projecten economische zelfstandigheid programma Vakkundig aan het Werk"
    assert text.splitlines()[-1].startswith("Bron: Bijlage voortgangsrapportage emancipatie, maatregel 1.23, p. 5")


@pytest.mark.parametrize(("name", "kind"), [("Excel", "xlsx"), ("CSV", "csv"), ("Word", "docx")])
def test_a_file_holds_exactly_what_is_shown_with_reading_date_and_source(page, name, kind):
    ask(page, QUESTION)
    shown = shown_numbers(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    assert waiting.value.suggested_filename == f"maatregelen.{kind}"
    content = waiting.value.path().read_bytes()
    cells = {"xlsx": cells_of_xlsx, "csv": cells_of_csv, "docx": cells_of_docx}[kind](content)
    text = "\n".join(cells)
    assert [cell for cell in cells if cell in set(shown)][: len(shown)] == shown
    for words in ("met einde in 2024", "Bron: Bijlage voortgangsrapportage emancipatie"):
        assert words in text
    assert "30 november 2023" in text or "november 2023" in text


def cells_of_xlsx(content):
    from openpyxl import load_workbook

    return [str(c.value) for row in load_workbook(io.BytesIO(content)).active for c in row if c.value is not None]


def cells_of_csv(content):
    import csv

    assert content.startswith(b"\xef\xbb\xbf")
    return [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";") for cell in row]


def cells_of_docx(content):
    import docx

    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(p.text for p in document.paragraphs), *cells]


def test_the_address_gives_the_same_answer_in_a_new_browser(page, open_page, address):
    ask(page, "welke maatregelen van OCW zijn afgerond?")
    other = open_page(page.url.removeprefix(address), wait=False)
    other.locator("#antwoord table[role=table]").first.wait_for()
    assert headline(other) == headline(page)
    assert shown_numbers(other) == shown_numbers(page)


def test_a_term_has_an_address_too(page, open_page, address):
    ask(page, "wat is SRGR?")
    other = open_page(page.url.removeprefix(address), wait=False)
    other.get_by_text("Vraag: wat is SRGR?").wait_for()
    assert headline(other) == headline(page)


def test_back_and_forward_show_what_was_there(page):
    ask(page, "welke maatregelen zijn van FIN?")
    first = headline(page)
    ask(page, "hoeveel maatregelen zijn afgerond?")
    second = headline(page)
    with new_answer(page):
        page.go_back()
    assert headline(page) == first
    with new_answer(page):
        page.go_forward()
    assert headline(page) == second
    with new_answer(page):
        page.go_back()
    with new_answer(page):
        page.go_back()
    assert headline(page) == "Stel een vraag over de maatregelen"
    assert page.title() == "Maatwijzer"


def test_an_address_that_cannot_be_read_says_so_in_dutch(open_page):
    page = open_page("/?einde=morgen", wait=False)
    page.get_by_role("heading", name="Dit adres is niet te lezen.").wait_for()
    assert "'einde=morgen' in het adres is niet te lezen" in page.locator("#antwoord").inner_text()


def test_the_title_of_the_page_names_the_question(page):
    ask(page, QUESTION)
    assert page.title() == f"{QUESTION} – Maatwijzer"


def test_groups_can_be_taken_along_as_a_file_of_exactly_those_groups(page):
    ask(page, "hoeveel maatregelen per thema?")
    rows = page.get_by_role("table", name="Aantal maatregelen per thema").get_by_role("row").all()[1:]
    shown = [(row.get_by_role("rowheader").inner_text(), row.locator(".mw-number").inner_text()) for row in rows]
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    cells = cells_of_csv(waiting.value.path().read_bytes())
    assert cells[:2] == ["Groep", "Aantal"]
    assert list(zip(cells[2 : 2 + 2 * len(shown) : 2], cells[3 : 3 + 2 * len(shown) : 2], strict=True)) == shown


def test_the_address_is_copied_by_its_button(page):
    ask(page, QUESTION)
    page.get_by_role("button", name="Kopieer adres").click()
    page.get_by_text("Gekopieerd ✓").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
