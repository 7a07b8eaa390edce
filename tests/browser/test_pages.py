"""The pages beside the chat, and adding a document where it is allowed."""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest

from tests.browser.conftest import ask, headline, serving
from tests.browser.test_accessibility import violations_in_every_view

PDF = "data/bijlage-emancipatie-2023.pdf"


def test_the_explanation_counts_themes_ministries_and_statuses_and_each_leads_to_its_measures(open_page):
    page = open_page("/uitleg", wait=False)
    themes = page.get_by_role("table", name="Maatregelen per thema")
    numbers = [row.get_by_role("cell").last.inner_text() for row in themes.get_by_role("row").all()[1:]]
    assert numbers == ["43", "20", "26", "13", "23", "24"]
    statuses = page.get_by_role("table", name="De statussen van de rapportage")
    row = statuses.get_by_role("row").filter(has_text="afgerond").first
    assert row.get_by_role("cell").all_inner_texts()[0] == "4"
    owners = page.get_by_role("table", name=re.compile("^Maatregelen per ministerie"))
    link = owners.get_by_role("link", name="FIN", exact=True)
    row = owners.get_by_role("row").filter(has=page.get_by_role("rowheader", name="FIN", exact=True))
    number = row.get_by_role("cell").last.inner_text()
    link.click()
    page.locator("#antwoord article[data-number]").wait_for()
    assert headline(page).startswith(f"{number} van de 149")


def test_terms_examples_and_limits_are_explained(open_page):
    page = open_page("/uitleg", wait=False)
    text = page.get_by_role("main").inner_text()
    for words in ("SRGR", "NCDR", "Wat Maatwijzer niet kan", "Vragen die werken", "Esc maakt het vak leeg"):
        assert words in text
    assert page.locator("dl.mw-terms dt").count() > 100


def test_every_example_on_the_page_has_an_answer(open_page, assistant):
    from app.conversation import Conversation

    page = open_page("/uitleg", wait=False)
    examples = page.locator("dl.mw-terms").first.get_by_role("link").all_inner_texts()
    assert len(examples) >= 10
    conversation = Conversation()
    for question in examples:
        reply = assistant.respond(question, conversation if question.startswith("En ") else Conversation())
        conversation = reply.conversation
        assert reply.answer.kind not in ("abstain", "clarify"), question


def test_an_example_opens_with_its_answer(open_page):
    page = open_page("/uitleg", wait=False)
    page.get_by_role("link", name="Welke maatregelen zijn over tijd?").click()
    page.locator("#antwoord article[data-number]").wait_for()
    assert headline(page) == "4 van de 149 maatregelen zijn over tijd."


def test_the_documents_page_shows_reference_date_verdict_and_the_document(open_page):
    page = open_page("/documenten", wait=False)
    row = page.get_by_role("table", name="Geladen rapportages").get_by_role("row").nth(1)
    assert "30 november 2023" in row.inner_text()
    assert "volledig" in row.inner_text()
    assert row.get_by_role("link").get_attribute("href") == "/rapport/2023.pdf"
    assert "Toevoegen staat hier uit." in page.get_by_role("main").inner_text()
    assert page.locator("input[type=file]").count() == 0


def test_the_accessibility_page_names_known_deviations(open_page):
    page = open_page("/toegankelijkheid", wait=False)
    assert page.get_by_role("heading", name="Bekende afwijkingen").is_visible()


def test_the_page_on_connecting_documents_every_endpoint(open_page):
    page = open_page("/koppelen", wait=False)
    text = page.get_by_role("main").inner_text()
    for path in ("/api/vraag", "/api/gesprek", "/api/maatregelen", "/api/maatregel/{nummer}"):
        assert path in text
    assert "MCP staat hier uit." in text


@pytest.fixture(scope="module")
def upload_address(assistant, tmp_path_factory):
    """The app where adding is allowed, with a home of its own."""
    from app.web.loaded import Loaded

    home = tmp_path_factory.mktemp("home")
    opened = []

    def reopen():
        opened.append("again")
        return assistant

    with serving(Loaded(assistant, home, reopen), allow_upload=True) as url:
        yield url, home, opened


def test_a_document_is_read_shown_and_only_then_accepted(open_page, upload_address, tmp_path):
    url, home, opened = upload_address
    path = tmp_path / "nieuwe-rapportage.pdf"
    shutil.copy(PDF, path)
    page = open_page("/documenten", at=url, wait=False)
    page.set_default_timeout(60_000)
    page.get_by_label("Kies een rapportage").set_input_files(path)
    assert page.get_by_text("nieuwe-rapportage.pdf").is_visible()
    page.get_by_role("button", name="Lees dit document").click()
    page.get_by_role("progressbar", name="Document lezen").wait_for()
    page.get_by_text(re.compile(r"^pagina \d+ van 28$")).wait_for()
    report = page.get_by_role("region", name="Wat er gelezen is")
    report.wait_for()
    assert "149 maatregelen in 6 thema's" in report.inner_text()
    assert violations_in_every_view(page) == {}
    assert page.locator("#mw-verslag").evaluate("e => e === document.activeElement")
    assert not (home / "reports").exists()
    report.get_by_role("button", name=re.compile("Voeg toe|Vervang de eerdere versie")).click()
    page.get_by_role("status").filter(has_text="Bijlage voortgangsrapportage emancipatie").wait_for()
    assert opened == ["again"]
    assert len(list((home / "documents").glob("*.pdf"))) == 1


def test_a_file_that_is_no_report_is_refused_with_a_reason(open_page, upload_address, tmp_path):
    url, _, _ = upload_address
    path = tmp_path / "kapot.pdf"
    path.write_bytes(b"%PDF-1.4 dit is niets")
    page = open_page("/documenten", at=url, wait=False)
    page.set_default_timeout(60_000)
    page.get_by_label("Kies een rapportage").set_input_files(path)
    page.get_by_role("button", name="Lees dit document").click()
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "kapot.pdf" in alert.inner_text()
    assert violations_in_every_view(page) == {}


def test_sending_nothing_is_answered_in_dutch_and_the_page_has_no_word_of_the_browsers_own(open_page, upload_address):
    page = open_page("/documenten", at=upload_address[0], wait=False)
    page.get_by_role("button", name="Lees dit document").press("Enter")
    page.get_by_role("alert").filter(has_text="Kies eerst een bestand.").wait_for()
    field = page.get_by_label("Kies een rapportage")
    assert field.evaluate("e => e === document.activeElement")
    assert field.evaluate("e => e.getBoundingClientRect().width") <= 1  # its own button would say "Choose File"
    assert page.get_by_text("Nog geen bestand gekozen").is_visible()


def test_the_first_page_names_a_report_that_was_just_added(open_page, assistant):
    from app.assistant import Assistant
    from app.web.loaded import Loaded

    later = replace(assistant.report, key="2024", edition="juni 2024", reference_date=date(2024, 6, 30))
    index = replace(assistant.index, reports=(*assistant.index.reports, later))
    both = Assistant(index, assistant.glossary)
    loaded = Loaded(assistant, None, lambda: both)
    with serving(loaded) as url:
        page = open_page(at=url)
        assert "november 2023" in page.locator("#antwoord").inner_text()
        assert "Ook geladen" not in page.locator("#antwoord").inner_text()
        loaded.renew()
        page.reload()
        page.get_by_text("juni 2024").wait_for()
        assert "Ook geladen: Bijlage voortgangsrapportage emancipatie, november 2023." in page.content()


def test_an_address_that_does_not_exist_gets_a_page_that_leads_on(open_page):
    page = open_page("/bestaat-niet", wait=False)
    open_page.faults.clear()  # the browser's own line about the 404
    assert page.get_by_role("heading", level=1).inner_text() == "Deze pagina bestaat niet."
    page.get_by_role("link", name="Stel een vraag").click()
    page.get_by_role("combobox", name="Uw vraag").wait_for()


def test_the_reference_date_that_was_set_holds_for_the_next_question(page):
    from tests.browser.conftest import new_answer

    ask(page, "welke maatregelen zijn over tijd?")
    page.get_by_text("Verfijn deze selectie").click()
    page.get_by_label("Reken vanaf").fill("01-01-2025")
    with new_answer(page):
        page.get_by_role("button", name="Stel in").click()
    ask(page, "welke maatregelen van VWS zijn over tijd?")
    assert "Peildatum: 1 januari 2025" in page.locator(".mw-reading").inner_text()
