"""WCAG 2.2 A and AA by axe in every state, reflow at 320 pixels, and not one English word on the screen."""

import re

import pytest

from tests.browser.conftest import ask

QUESTION = "Welke maatregelen van OCW lopen af in 2024?"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
VIEWS = [
    (1366, 768, "light"),
    (1366, 768, "dark"),
    (320, 640, "light"),
    (320, 640, "dark"),
    (341, 192, "light"),  # 1366 x 768 at 400 % zoom
]


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_timeout(250)  # colours of buttons that were just pressed have settled
    found = Axe().run(page, options=RULES).response["violations"]
    return [(v["id"], node["target"], node["failureSummary"][:300]) for v in found for node in v["nodes"]]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def unfold_all(page, most=3):
    for button in page.locator("#antwoord table[role=table]").first.locator(".mw-unfold").all()[:most]:
        button.click()


def suggestions(page):
    page.get_by_role("combobox", name="Uw vraag").fill("")
    page.get_by_role("combobox", name="Uw vraag").press_sequentially("onderw")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def everything_open(page):
    ask(page, QUESTION)
    page.get_by_text("Verfijn deze selectie").click()
    page.get_by_text("Bekijk in beeld").click()
    page.get_by_role("button", name="Stel in").scroll_into_view_if_needed()
    unfold_all(page)
    page.locator("#zonder > summary").click()


def wrong_date(page):
    ask(page, QUESTION)
    page.get_by_text("Verfijn deze selectie").click()
    page.get_by_label("Reken vanaf").fill("morgen")
    page.get_by_role("button", name="Stel in").click()
    page.get_by_role("alert").filter(has_text="Dit is geen datum").wait_for()


def over_two_pages(page):
    ask(page, "vertel meer over maatregel 1.8")
    unfold_all(page)


def conversation(page):
    for question in ("welke maatregelen zijn van FIN?", "en van VWS?"):
        ask(page, question)


def debate(page):
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+b")
    ask(page, QUESTION)


def asking(question):
    return lambda page: ask(page, question)


STATES = {
    "first page": lambda _page: None,
    "list": asking(QUESTION),
    "everything open": everything_open,
    "over two pages": over_two_pages,
    "topic": asking("welke maatregelen gaan over kinderopvang?"),
    "count": asking("hoeveel maatregelen zijn afgerond?"),
    "percentage": asking("hoeveel procent van de maatregelen van OCW is afgerond?"),
    "groups": asking("hoeveel maatregelen per ministerie?"),
    "two groups": asking("hoeveel maatregelen per thema en status?"),
    "rank": asking("welke maatregel loopt het eerst af?"),
    "field": asking("wie is verantwoordelijk voor maatregel 3.10?"),
    "abstain": asking("Wanneer komen er nieuwe kerncentrales bij Borssele?"),
    "clarify": asking("wanneer is professionalisering mbo-docenten klaar?"),
    "greeting": asking("goedemorgen"),
    "explain": asking("wat is SRGR?"),
    "word not used": asking("welke maatregelen van OCW zijn paars afgerond?"),
    "empty question": asking(""),
    "wrong date": wrong_date,
    "conversation": conversation,
    "suggestions": suggestions,
    "debate": debate,
}


def violations_in_every_view(page):
    """The faults of a state at every size, in light and dark; the state stays as it is."""
    found = {}
    for width, height, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        found[width, height, scheme] = violations(page)
    return {view: faults for view, faults in found.items() if faults}


@pytest.mark.parametrize(("width", "height", "scheme"), VIEWS)
def test_axe_finds_nothing_in_any_state_of_the_chat_and_nothing_scrolls_sideways(open_page, width, height, scheme):
    page = open_page(width=width, height=height, scheme=scheme)
    found, wide = {}, {}
    for name, reach in STATES.items():
        reach(page)
        found[name], wide[name] = violations(page), overflow(page)
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert {name: pixels for name, pixels in wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("path", ["/uitleg", "/documenten", "/koppelen", "/toegankelijkheid", "/bestaat-niet"])
@pytest.mark.parametrize(("width", "height", "scheme"), VIEWS)
def test_axe_finds_nothing_on_the_other_pages(open_page, path, width, height, scheme):
    page = open_page(path, width=width, height=height, scheme=scheme, wait=False)
    open_page.faults[:] = [fault for fault in open_page.faults if "404" not in fault or path != "/bestaat-niet"]
    assert violations(page) == []
    assert overflow(page) <= 0
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("html").get_attribute("lang") == "nl"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844), (320, 640), (341, 192)])
def test_the_answer_is_on_the_screen_wherever_the_page_was_scrolled_to(open_page, width, height):
    page = open_page(width=width, height=height)
    ask(page, "alle maatregelen")
    page.evaluate("window.scrollTo(0, 3000)")
    ask(page, "hoeveel maatregelen zijn afgerond?")
    box = page.locator("#kop").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height


TARGETS = """() => [...document.querySelectorAll('a, button, summary, input, label.mw-button, [role=option]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.mw-sr, .mw-skip, #bediening'))
  .filter(e => getComputedStyle(e).display !== 'inline')
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && box.width < 24 | box.height < 24).map(([html, box]) =>
    `${html} ${Math.round(box.width)}x${Math.round(box.height)}`)"""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (320, 640)])
def test_what_can_be_pressed_is_at_least_24_pixels_high(open_page, width, height):
    page = open_page(width=width, height=height)
    everything_open(page)
    small = [target for target in page.evaluate(TARGETS) if "mw-part" not in target]  # bars: the table has their links
    assert small == []


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
    found = {}
    page = open_page()
    for name, reach in STATES.items():
        reach(page)
        found[name] = english(page, own)
    for path in ("/documenten", "/koppelen", "/toegankelijkheid"):
        found[path] = english(open_page(path, wait=False), own)
    explained = [text for term in assistant.terms for text in (term.term, term.explanation, *term.forms)]
    explained = sorted(explained, key=len, reverse=True)  # organisations and treaties have English names
    found["/uitleg"] = english(open_page("/uitleg", wait=False), [*explained, *own])
    assert {name: words for name, words in found.items() if words} == {}


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
