"""WCAG 2.2 A and AA by axe in every state, reflow at 320 pixels, and not one English word on the screen."""

import re

import pytest

from tests.browser.conftest import ask, new_answer

QUESTION = "Welke maatregelen van OCW lopen af in 2024?"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
VIEWS = [(1366, 768, "light"), (1366, 768, "dark"), (320, 640, "light")]


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_timeout(250)  # colours of buttons that were just pressed have settled
    found = Axe().run(page, options=RULES).response["violations"]
    return [(v["id"], node["target"], node["failureSummary"][:300]) for v in found for node in v["nodes"]]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize(("width", "height", "scheme"), VIEWS)
def test_axe_finds_nothing_in_any_state_of_the_chat_and_nothing_scrolls_sideways(open_page, width, height, scheme):
    page = open_page(width=width, height=height, scheme=scheme)
    states = {"empty": violations(page)}
    ask(page, QUESTION)
    states["answer"] = violations(page)
    page.get_by_text("Verfijn deze selectie").click()
    page.get_by_text("Bekijk in beeld").click()
    for button in page.locator("#antwoord table[role=table]").first.locator(".mw-unfold").all()[:3]:
        button.click()
    states["everything open"] = violations(page)
    widest = [overflow(page)]
    box = page.get_by_role("combobox", name="Uw vraag")
    box.fill("")
    box.press_sequentially("onderw")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    states["suggestions"] = violations(page)
    page.keyboard.press("Escape")
    box.fill("")
    with new_answer(page):
        box.press("Enter")
    states["an error"] = violations(page)
    for question in (
        "hoeveel maatregelen per ministerie?",
        "wat is SRGR?",
        "wie is verantwoordelijk voor maatregel 3.10?",
    ):
        ask(page, question)
        states[question] = violations(page)
        widest.append(overflow(page))
    page.get_by_role("button", name="Debatstand").click()
    states["debate"] = violations(page)
    assert {name: found for name, found in states.items() if found} == {}
    assert max(widest) <= 0


@pytest.mark.parametrize("path", ["/uitleg", "/documenten", "/koppelen", "/toegankelijkheid"])
@pytest.mark.parametrize(("width", "height", "scheme"), [VIEWS[1], VIEWS[2]])
def test_axe_finds_nothing_on_the_other_pages(open_page, path, width, height, scheme):
    page = open_page(path, width=width, height=height, scheme=scheme, wait=False)
    assert violations(page) == []
    assert overflow(page) <= 0
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("html").get_attribute("lang") == "nl"


# Words that Gradio or a browser would bring in; none of them is Dutch as well.
ENGLISH = re.compile(
    r"\b(the|and|you|your|this|click|submit|clear|copy|message|chatbot|conversation|textbox|loading|processing|"
    r"error|share|retry|undo|settings|built|with|use|via|fullscreen|download|upload|filter\.\.\.|bot|user|user's|"
    r"bot's|share|copied|type|here|search|show|hide|more|less|row|rows|column|columns|empty|queue|powered)\b",
    re.IGNORECASE,
)
EXTRACT = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, code, .mw-more, [lang]:not([lang=nl]), #bediening')) continue;
      found.push(node.textContent);
    } else {
      if (node.closest('#bediening')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'])
        if (node.hasAttribute(name)) found.push(`${name}=${node.getAttribute(name)}`);
    }
  }
  return [document.title, ...found].filter(text => text.trim());
}"""


def english(page, own_words):
    """English words in what the page itself says; the report's own texts (titles with "and") are taken out first."""
    said = []
    for text in page.evaluate(EXTRACT):
        for own in own_words:
            text = text.replace(own, "")
        said += [f"{match.group()} in {text.strip()[:80]!r}" for match in ENGLISH.finditer(text)]
    return said


def test_no_english_word_is_left_on_any_page_in_an_english_browser(open_page, assistant):
    own = [m.title for m in assistant.measures] + [m.heading for m in assistant.measures if m.heading]
    page = open_page()
    found = english(page, own)
    ask(page, QUESTION)
    found += english(page, own)
    page.get_by_text("Verfijn deze selectie").click()
    page.get_by_text("Bekijk in beeld").click()
    ask(page, "hoeveel maatregelen zijn afgerond?")
    found += english(page, own)
    ask(page, "")
    found += english(page, own)
    for path in ("/documenten", "/koppelen", "/toegankelijkheid"):
        found += english(open_page(path, wait=False), own)
    assert found == []


def test_status_is_told_by_word_and_icon_and_everything_has_one_name(page):
    ask(page, "alle maatregelen")
    cells = page.locator("#antwoord table[role=table]").first.locator("td.mw-status")
    words = {cell.split("\n")[0] for cell in cells.all_inner_texts()}
    assert words == {"afgerond", "in uitvoering", "doorlopend", "niet (meer) in uitvoering"}
    assert cells.locator("svg.mw-icon").count() == cells.count() == 149


def test_the_page_has_landmarks_one_main_heading_and_says_that_it_is_dutch(page):
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Vragen over de maatregelen"]
    for role in ("banner", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").all_inner_texts() == [
        "Vragen",
        "Uitleg",
        "Documenten",
        "Koppelen",
        "Toegankelijkheid",
    ]
