"""Chips, controls, reference date and pictures: each changes one and the same query."""

import re

from tests.browser.conftest import ask, headline, new_answer, shown_numbers

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
    assert field.input_value() == "2023-11-30"
    field.fill("2025-01-01")
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
