"""A debate by keyboard alone, and the suggestions while typing."""

from tests.browser.conftest import answer_number, ask, headline, new_answer, shown_numbers


def typed(page, text):
    page.keyboard.type(text)


def test_a_whole_debate_session_by_keyboard_alone(page):
    """Never a mouse: debate mode, questions, correction, repeat, copy, drop a filter, unfold, and out again."""
    keys = page.keyboard
    box = page.get_by_role("combobox", name="Uw vraag")
    assert box.evaluate("e => e === document.activeElement")
    keys.press("Alt+b")
    assert page.get_by_role("button", name="Debatstand").get_attribute("aria-pressed") == "true"
    assert not page.get_by_role("navigation", name="Hoofdmenu").is_visible()
    typed(page, "een verkeerd begin")
    keys.press("Escape")
    if box.input_value():  # the first Escape only closed the suggestions
        keys.press("Escape")
    assert box.input_value() == ""
    typed(page, "Welke maatregelen van OCW lopen af in 2024?")
    with new_answer(page):
        keys.press("Enter")
    assert headline(page).startswith("21 van de 149")
    assert box.input_value() == ""
    size = page.get_by_role("heading", level=2).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 28
    keys.press("Alt+k")
    page.get_by_text("Gekopieerd ✓").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").count("\n- ") >= 21
    assert box.evaluate("e => e === document.activeElement")
    keys.press("ArrowUp")
    assert box.input_value() == "Welke maatregelen van OCW lopen af in 2024?"
    with new_answer(page):
        keys.press("Enter")
    for _ in range(30):
        keys.press("Tab")
        name = page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
        if name == "Haal weg: van OCW":
            break
    with new_answer(page):
        keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "kop"
    for _ in range(40):
        keys.press("Tab")
        if page.evaluate("document.activeElement.className") == "mw-unfold":
            break
    keys.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    keys.press("Escape")
    assert box.evaluate("e => e === document.activeElement")
    keys.press("Alt+b")
    assert page.get_by_role("navigation", name="Hoofdmenu").is_visible()


def test_the_first_tab_stop_skips_to_the_question(page):
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.get_by_role("link", name="Naar de vraag").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("combobox", name="Uw vraag").evaluate("e => e === document.activeElement")


def test_arrow_up_walks_back_through_the_questions_and_down_again(page):
    box = page.get_by_role("combobox", name="Uw vraag")
    for question in ("dag", "hoeveel maatregelen zijn afgerond?"):
        box.fill(question)
        with new_answer(page):
            box.press("Enter")
    box.press("ArrowUp")
    assert box.input_value() == "hoeveel maatregelen zijn afgerond?"
    box.press("ArrowUp")
    assert box.input_value() == "dag"
    box.press("ArrowDown")
    assert box.input_value() == "hoeveel maatregelen zijn afgerond?"
    box.press("ArrowDown")
    assert box.input_value() == ""


def test_suggestions_appear_while_typing_and_are_chosen_by_arrow_and_enter(page):
    box = page.get_by_role("combobox", name="Uw vraag")
    typed(page, "huwelijk")
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")
    options.first.wait_for()
    chosen = options.first.inner_text()
    page.keyboard.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    with new_answer(page):
        page.keyboard.press("Enter")
    assert page.locator(".mw-asked").inner_text() == f"Vraag: {chosen}"
    assert page.get_by_role("listbox").count() == 0


def test_ministries_themes_and_earlier_questions_are_suggested(page):
    box = page.get_by_role("combobox", name="Uw vraag")
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")
    for begin, expected in (("onderw", "Onderwijs"), ("gelijke beh", "Gelijke behandeling")):
        box.fill("")
        typed(page, begin)
        options.filter(has_text=expected).first.wait_for()
    box.fill("hoeveel maatregelen zijn afgerond?")
    with new_answer(page):
        box.press("Enter")
    typed(page, "zijn afger")
    options.filter(has_text="hoeveel maatregelen zijn afgerond?").first.wait_for()


def test_what_is_new_is_said_once_and_the_table_is_not_read_aloud(page):
    box = page.get_by_role("combobox", name="Uw vraag")
    box.fill("hoeveel maatregelen zijn afgerond?")
    with new_answer(page):
        box.press("Enter")
    page.wait_for_function(
        "() => [...document.querySelectorAll('[role=status]')].some(e => e.textContent === "
        "'24 van de 149 maatregelen zijn afgerond.')"
    )
    assert page.locator("#antwoord [aria-live], #antwoord[aria-live]").count() == 0


def test_an_empty_and_a_far_too_long_question_get_one_clear_line(page):
    box = page.get_by_role("combobox", name="Uw vraag")
    with new_answer(page):
        box.press("Enter")
    assert headline(page) == "Uw vraag is leeg."
    box.evaluate("e => e.removeAttribute('maxlength')")
    before = answer_number(page)
    box.fill("a " * 5000)
    with new_answer(page):
        box.press("Enter")
    assert answer_number(page) != before
    assert headline(page) == "Uw vraag is te lang."
    assert shown_numbers(page) == []


def test_in_debate_there_is_the_question_the_answer_and_one_way_to_copy_and_nothing_else(page):
    page.keyboard.press("Alt+b")
    ask(page, "Welke maatregelen van OCW lopen af in 2024?")
    names = [e.inner_text() for e in page.get_by_role("button").all() if "mw-unfold" not in e.get_attribute("class")]
    assert names == ["Debatstand", "Vraag", "Begin opnieuw", "Kopieer als tekst"]
    for role, name in (("navigation", "Hoofdmenu"), ("link", "Excel"), ("region", "Vraag verder")):
        assert page.get_by_role(role, name=name).count() == 0
    heading = page.get_by_role("heading", level=2).bounding_box()
    assert heading["y"] + heading["height"] < 768 / 2
    page.reload()  # the tab stays in it
    page.get_by_role("button", name="Debatstand", pressed=True).wait_for()


def test_escape_clears_the_box_at_once_and_takes_back_a_chosen_suggestion_first(page):
    box = page.get_by_role("combobox", name="Uw vraag")
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")
    typed(page, "onderw")
    options.first.wait_for()
    page.keyboard.press("Escape")
    assert box.input_value() == ""
    assert options.count() == 0
    typed(page, "onderw")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert box.input_value() == "onderw"
    assert box.get_attribute("aria-expanded") == "false"


SAID = """() => { window.said = []; const region = [...document.querySelectorAll('[role=status].mw-sr')][0];
  new MutationObserver(() => region.textContent && window.said.push(region.textContent))
    .observe(region, {childList: true}); }"""


def test_an_answer_is_said_once_by_the_live_region_or_by_its_focused_heading_never_by_both(page):
    page.evaluate(SAID)
    ask(page, "Welke maatregelen van OCW lopen af in 2024?")
    page.wait_for_timeout(300)
    assert page.evaluate("window.said") == ["21 van de 149 maatregelen zijn van OCW en hebben een einde in 2024."]
    assert page.get_by_role("combobox", name="Uw vraag").evaluate("e => e === document.activeElement")
    with new_answer(page):
        page.get_by_role("link", name="Haal weg: van OCW").press("Enter")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.id") == "kop"
    assert len(page.evaluate("window.said")) == 1
    page.locator("#antwoord .mw-unfold").first.press("Enter")  # a row that opens keeps the focus on its button
    assert page.evaluate("document.activeElement.className") == "mw-unfold"


def test_buttons_and_links_have_names_that_tell_them_apart(page):
    ask(page, "welke maatregelen zijn van FIN?")
    for button in page.locator("#antwoord article > .mw-table-frame .mw-unfold").all():
        button.click()
    names = page.locator("#antwoord").evaluate(
        """e => [...e.querySelectorAll('button, a[href]')]
          .filter(b => b.checkVisibility() && !b.closest('td[data-label]'))
          .map(b => b.ariaLabel ?? (b.innerText.trim() || b.querySelector('img')?.alt))
          .filter(name => !name.startsWith('Open de rapportage'))"""
    )
    assert "" not in names
    assert sorted(names) == sorted(set(names))
