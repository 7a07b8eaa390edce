"""The answer on the screen: found by role and name, as a screen reader finds it."""

import json
from pathlib import Path

from tests.browser.conftest import ask, headline, new_answer, shown_numbers

QUESTION = "Welke maatregelen van OCW lopen af in 2024?"
SETS = Path(__file__).parent.parent / "questions"


def must_of(question):
    lines = (SETS / "structured.jsonl").read_text(encoding="utf-8").splitlines()
    return next(r["must"] for r in map(json.loads, lines) if r["question"] == question)


def shown_titles(page):
    return page.locator("#antwoord table[role=table]").first.locator(".mw-unfold").all_inner_texts()


def test_the_users_own_question_shows_exactly_its_21_measures(page):
    ask(page, QUESTION)
    assert headline(page) == "21 van de 149 maatregelen zijn van OCW en hebben een einde in 2024."
    assert sorted(shown_numbers(page)) == sorted(must_of(QUESTION))


def test_the_answer_is_a_table_with_a_caption_headers_status_word_owner_when_and_page(page):
    ask(page, QUESTION)
    table = page.get_by_role("table", name="21 van de 149 maatregelen")
    names = [h.inner_text().strip(" ▲▼↕\n") for h in table.get_by_role("columnheader").all()]
    assert names == ["Nummer", "Maatregel", "Status", "Verantwoordelijk", "Wanneer", "Pagina"]
    assert [h.get_attribute("scope") for h in table.get_by_role("columnheader").all()] == ["col"] * 6
    row = table.get_by_role("row").filter(has_text="Vakkundig aan het Werk")
    assert row.get_by_role("rowheader").get_attribute("scope") == "row"
    cells = [c.inner_text() for c in row.get_by_role("cell").all()]
    assert cells[0] == "1.23"
    assert cells[1] == "in uitvoering"
    assert cells[2].replace("\n", " ").replace("  ", " ") == "OCW Onderwijs, Cultuur en Wetenschap"
    assert cells[3] == "Q4 2024"
    assert cells[4] == "5"
    assert row.locator("svg.mw-icon").count() == 1
    assert row.get_by_role("link", name="5").get_attribute("href") == "/rapport/2023.pdf#page=5"


def test_the_reading_stands_above_the_table_with_the_reference_date(page):
    ask(page, QUESTION)
    reading = page.get_by_text("Zo gelezen:").locator("..")
    assert reading.inner_text() == "Zo gelezen: Maatregelen van OCW, met einde in 2024. Peildatum: 30 november 2023."


def test_a_column_sorts_both_ways_and_says_so(page):
    ask(page, QUESTION)
    printed = shown_numbers(page)
    header = page.get_by_role("columnheader", name="Maatregel")
    with new_answer(page):
        header.get_by_role("link").click()
    assert header.get_attribute("aria-sort") == "ascending"
    titles = shown_titles(page)
    assert titles == sorted(titles, key=str.casefold)
    assert page.evaluate("document.activeElement.dataset.focus") == "sort-title"
    with new_answer(page):
        header.get_by_role("link").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert shown_titles(page) == titles[::-1]
    with new_answer(page):
        page.get_by_role("columnheader", name="Nummer").get_by_role("link").click()
    assert shown_numbers(page) == printed


def test_a_row_unfolds_to_explanation_theme_owner_in_full_and_source(page):
    ask(page, QUESTION)
    button = page.get_by_role("button", name="Projecten economische zelfstandigheid programma Vakkundig aan het Werk")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    details = page.locator(f"#{button.get_attribute('aria-controls')}")
    text = details.inner_text()
    assert "In 2022 en 2023 zijn drie pilotprojecten gestart." in text
    assert "Arbeid – Arbeidstoeleiding/economische zelfstandigheid" in text
    assert "OCW (Onderwijs, Cultuur en Wetenschap)" in text
    assert "Bron: Bijlage voortgangsrapportage emancipatie, maatregel 1.23, p. 5 (peildatum november 2023)" in text
    button.click()
    assert not details.is_visible()


def test_a_measure_of_which_all_is_asked_is_unfolded(page):
    ask(page, "vertel meer over maatregel 1.23")
    button = page.locator("#antwoord .mw-unfold").first
    assert button.get_attribute("aria-expanded") == "true"
    assert "In 2022 en 2023 zijn drie pilotprojecten gestart." in page.locator("#antwoord .mw-more").first.inner_text()
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert not page.locator("#antwoord .mw-more").first.is_visible()
    ask(page, "wie is verantwoordelijk voor maatregel 1.23?")
    assert page.locator("#antwoord .mw-unfold").first.get_attribute("aria-expanded") == "false"


def test_the_words_that_were_sought_are_marked(page):
    ask(page, "welke maatregelen gaan over kinderopvang?")
    for button in page.locator("#antwoord table[role=table]").first.locator(".mw-unfold").all():
        button.click()
    marks = {m.lower() for m in page.locator("#antwoord mark").all_inner_texts()}
    assert marks
    assert all("kinderopvang" in mark for mark in marks)


def test_footnotes_and_links_stand_with_their_measure(page, assistant):
    report = assistant.report
    cited = next(note for note in report.footnotes if note.measure)
    ask(page, f"vertel meer over maatregel {cited.measure}")
    shown = " ".join(page.locator("#antwoord .mw-more").first.inner_text().split())
    assert f"Voetnoot {cited.mark} {cited.text}" in shown


def test_the_row_as_printed_is_cut_from_its_page_and_leads_to_the_page(page):
    ask(page, QUESTION)
    page.get_by_role("button", name="Projecten economische zelfstandigheid").click()
    image = page.get_by_role("img", name="Maatregel 1.23 zoals afgedrukt op pagina 5")
    image.scroll_into_view_if_needed()
    page.wait_for_function("i => i.complete && i.naturalWidth > 600", arg=image.element_handle())
    link = page.get_by_role("link", name="Open de rapportage op pagina 5").first
    assert link.get_attribute("href") == "/rapport/2023.pdf#page=5"
    served = page.request.get(page.url.split("/?")[0] + "/rapport/2023.pdf")
    assert served.headers["content-type"] == "application/pdf"
    assert served.body().startswith(b"%PDF-")


def test_a_row_over_two_pages_shows_both_pieces(page, assistant):
    measure = next(m for m in assistant.measures if len(m.source.pages) == 2)
    ask(page, f"vertel meer over maatregel {measure.id}")
    pieces = page.locator("#antwoord .mw-more").first.get_by_role("img")
    assert pieces.count() == 2
    for number, page_number in enumerate(measure.source.pages, start=1):
        piece = pieces.nth(number - 1)
        alt = f"Maatregel {measure.id} zoals afgedrukt op pagina {page_number}, deel {number} van 2; de rij is omlijnd"
        assert piece.get_attribute("alt") == alt
        assert page.request.get(page.url.split("/?")[0] + piece.get_attribute("src")).status == 200


def test_groups_are_a_table_whose_rows_lead_to_their_measures(page):
    ask(page, "hoeveel maatregelen per thema?")
    table = page.get_by_role("table", name="Aantal maatregelen per thema")
    rows = {
        row.get_by_role("rowheader").inner_text(): row.locator(".mw-number").inner_text()
        for row in table.get_by_role("row").all()[1:]
    }
    assert rows["Zorg"] == "13"
    assert sum(map(int, rows.values())) == 149
    with new_answer(page):
        table.get_by_role("link", name="Zorg").click()
    assert len(shown_numbers(page)) == 13


def test_an_abstention_shows_no_measures_and_a_greeting_one_line(page):
    ask(page, "Wanneer komen er nieuwe kerncentrales bij Borssele?")
    assert shown_numbers(page) == []
    ask(page, "goedemorgen")
    assert headline(page).startswith("Goede")


def test_the_conversation_so_far_stands_in_the_chat_and_leads_back(page):
    ask(page, "welke maatregelen zijn van FIN?")
    first = headline(page)
    ask(page, "hoeveel maatregelen zijn afgerond?")
    log = page.get_by_role("log", name="Dit gesprek")
    assert "welke maatregelen zijn van FIN?" in log.inner_text()
    with new_answer(page):
        log.get_by_role("link", name=first).first.click()
    assert headline(page) == first
    with new_answer(page):
        page.get_by_role("button", name="Begin opnieuw").click()
    assert headline(page) == "Stel een vraag over de maatregelen"
    assert log.count() == 0


def test_an_example_and_a_next_question_are_asked_by_their_button(page):
    with new_answer(page):
        page.get_by_role("button", name="Hoeveel maatregelen zijn afgerond?").click()
    assert headline(page) == "24 van de 149 maatregelen zijn afgerond."
    follow = page.get_by_role("region", name="Vraag verder").get_by_role("button").first
    question = follow.inner_text()
    with new_answer(page):
        follow.click()
    assert page.locator(".mw-asked").inner_text() == f"Vraag: {question}"


def test_what_an_answer_in_words_says_stands_on_the_page_once(page, assistant):
    question = "Wanneer komen er nieuwe kerncentrales bij Borssele?"
    near = assistant.respond(question).answer.related
    ask(page, question)
    shown = page.locator("#antwoord").inner_text()
    assert "Gelezen als:" not in shown  # the reading stands there as such
    assert [shown.count(measure.title) for measure in near] == [1] * len(near)
    assert page.get_by_role("table", name="In de buurt").is_visible()
    assert shown.count("Bron: Bijlage voortgangsrapportage emancipatie (peildatum november 2023)") == 1
    ask(page, "wat is SRGR?")
    assert page.locator("#antwoord").inner_text().count("Deelname CSW") == 1


def test_a_count_is_laid_out_like_a_list(page):
    ask(page, "hoeveel maatregelen zijn afgerond?")
    frame = page.locator("#antwoord article > .mw-table-frame")
    assert frame.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
