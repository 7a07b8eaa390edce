"""A debate by keyboard alone, and the suggestions while typing."""

from tests.browser.conftest import answer_number, headline, new_answer, shown_numbers


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
