"""Chips, controls, reference date and pictures: each changes one and the same query."""

import re

from tests.browser.conftest import answer_number, ask, headline, new_answer, shown_numbers

QUESTION = "Welke maatregelen van OCW lopen af in 2024?"


def test_a_chip_removes_its_filter_and_nothing_else(page):
    ask(page, QUESTION)
    with new_answer(page):
        page.get_by_role("link", name="Haal weg: van OCW").click()
    assert page.url.endswith("/?einde=2024-01-01..2024-12-31")
    chips = page.get_by_role("list", name="Filters").get_by_role("link").all()
    assert [chip.get_attribute("aria-label") for chip in chips] == ["Haal weg: einde in 2024"]
    assert page.evaluate("document.activeElement.id") == "kop"


def test_every_control_offers_choices_with_the_number_that_each_leaves(page):
    ask(page, QUESTION)
    page.get_by_text("Verfijn deze selectie").click()
    for name in ("Ministerie", "Status", "Thema", "Einde", "Soort"):
        assert page.get_by_role("region", name=name, exact=True).get_by_role("link").count() > 0
    choice = page.get_by_role("region", name="Thema", exact=True).get_by_role("link", name="Onderwijs en media")
    assert choice.inner_text().split("\n")[0].startswith("Onderwijs en media")
    number = int(re.search(r"(\d+)", choice.locator(".mw-count").inner_text())[1])
    with new_answer(page):
        choice.click()
    assert len(shown_numbers(page)) == number == 7
    assert page.locator("#verfijn").get_attribute("open") is not None
    chosen = page.get_by_role("region", name="Thema", exact=True).get_by_role("link", name="Onderwijs en media")
    assert chosen.get_attribute("aria-current") == "true"
    with new_answer(page):
        chosen.click()
    assert len(shown_numbers(page)) == 21


def test_a_question_goes_on_from_what_a_control_chose(page):
    ask(page, "welke maatregelen zijn van OCW?")
    page.get_by_text("Verfijn deze selectie").click()
    with new_answer(page):
        page.get_by_role("region", name="Thema", exact=True).get_by_role("link", name="Zorg").click()
    of_theme = len(shown_numbers(page))
    ask(page, "hoeveel zijn dat er?")
    assert headline(page).startswith(str(of_theme))


def test_the_reference_date_is_shown_can_be_set_and_set_back(page):
    ask(page, "welke maatregelen zijn over tijd?")
    before = len(shown_numbers(page))
    page.get_by_text("Verfijn deze selectie").click()
    field = page.get_by_label("Reken vanaf")
    assert field.input_value() == "30-11-2023"
    field.fill("1-1-2025")
    with new_answer(page):
        page.get_by_role("button", name="Stel in").click()
    assert "Peildatum: 1 januari 2025" in page.locator(".mw-reading").inner_text()
    assert "peildatum=2025-01-01" in page.url
    assert len(shown_numbers(page)) > before
    with new_answer(page):
        page.get_by_role("link", name="Terug naar de peildatum van de rapportage").click()
    assert len(shown_numbers(page)) == before


def test_pictures_have_a_table_with_the_same_numbers_and_links(page):
    ask(page, "welke maatregelen zijn van VWS?")
    total = len(shown_numbers(page))
    page.get_by_text("Bekijk in beeld").click()
    for name in ("Status per ministerie", "Status per thema", "Einddatum per kwartaal"):
        assert page.get_by_role("figure", name=name).is_visible()
    table = page.get_by_role("table", name="Status per thema in getallen")
    rows = table.get_by_role("row").all()[1:]
    assert sum(int(row.get_by_role("cell").last.inner_text()) for row in rows) == total
    assert page.get_by_role("rowheader", name="Q4 2023 (peildatum)").is_visible()
    assert page.locator(".mw-now-label").inner_text() == "peildatum"
    with new_answer(page):
        table.get_by_role("link", name="Zorg", exact=True).click()
    assert "thema=Zorg" in page.url


def test_a_bar_is_clickable_and_filters(page):
    ask(page, "welke maatregelen zijn van VWS?")
    page.get_by_text("Bekijk in beeld").click()
    bar = page.locator('.mw-chart a[title="Zorg, afgerond: 1"], .mw-chart a[title^="Zorg, "]').first
    number = int(bar.get_attribute("title").rsplit(" ", 1)[1])
    with new_answer(page):
        bar.click()
    assert len(shown_numbers(page)) == number


def test_a_word_that_played_no_part_is_named(page):
    ask(page, "welke maatregelen van OCW zijn paars afgerond?")
    shown = page.locator("#antwoord").inner_text()
    assert "paars" in shown.split("\n", 2)[2]


def test_a_date_that_does_not_exist_is_refused_in_dutch_and_keeps_the_answer(page):
    ask(page, "welke maatregelen zijn over tijd?")
    number = answer_number(page)
    page.get_by_text("Verfijn deze selectie").click()
    field = page.get_by_label("Reken vanaf")
    for text in ("30-02-2024", "morgen", ""):
        field.fill(text)
        field.press("Enter")
        page.get_by_role("alert").filter(has_text="Dit is geen datum. Typ dag-maand-jaar, zoals 01-07-2024.").wait_for()
        assert field.get_attribute("aria-invalid") == "true"
        assert field.evaluate("e => e === document.activeElement")
    assert answer_number(page) == number


def test_the_reference_date_that_was_set_is_a_chip_that_goes_back_to_the_reports_own(page):
    ask(page, "welke maatregelen zijn over tijd?")
    page.get_by_text("Verfijn deze selectie").click()
    page.get_by_label("Reken vanaf").fill("01-01-2025")
    with new_answer(page):
        page.get_by_role("button", name="Stel in").click()
    with new_answer(page):
        page.get_by_role("link", name="Haal weg: peildatum 1 januari 2025").click()
    assert "Peildatum: 30 november 2023" in page.locator(".mw-reading").inner_text()


def test_groups_and_a_percentage_have_chips_that_lead_back_to_the_list(page):
    ask(page, "hoeveel maatregelen van VWS per status?")
    with new_answer(page):
        page.get_by_role("link", name="Haal weg: per status").click()
    assert headline(page) == "18 van de 149 maatregelen zijn van VWS."
    ask(page, "hoeveel procent van de maatregelen van OCW is afgerond?")
    with new_answer(page):
        page.get_by_role("link", name="Haal weg: deel: afgerond").click()
    assert headline(page) == "89 van de 149 maatregelen zijn van OCW."


def test_what_was_not_counted_is_named_above_the_table_and_leads_to_it(page):
    ask(page, QUESTION)
    page.get_by_role("link", name="zonder einddatum (30)").click()
    part = page.locator("#zonder")
    assert part.get_attribute("open") is not None
    assert part.locator("summary").evaluate("e => e === document.activeElement")
    assert part.locator("summary").bounding_box()["y"] < 768
    assert page.locator("#zonder td.mw-nr").count() == 30
    assert page.url.endswith("einde=2024-01-01..2024-12-31")


def test_the_calendar_leads_to_the_measures_of_a_quarter(page):
    ask(page, "welke maatregelen zijn van VWS?")
    page.get_by_text("Bekijk in beeld").click()
    table = page.get_by_role("table", name="Einddatum per kwartaal in getallen")
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Q4 2023 (peildatum)"))
    number = int(row.get_by_role("cell").inner_text())
    with new_answer(page):
        row.get_by_role("link").click()
    assert len(shown_numbers(page)) == number
    assert "einde=2023-10-01..2023-12-31" in page.url
