"""A real Chromium on a really served app; a test fails on any request to another host and on any console error."""

import shutil
import threading
import time
from contextlib import contextmanager

import pytest

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--lang=en-US",  # a browser that is not Dutch must not bring English into the page
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def assistant():
    from app.assistant import Assistant

    opened = Assistant.open()
    opened.warm()
    return opened


@contextmanager
def serving(loaded, **options):
    """The app on a free port, until the block ends."""
    import uvicorn

    from app.web.application import application
    from app.web.server import listen

    bound = listen("127.0.0.1", 0)
    server = uvicorn.Server(
        uvicorn.Config(application(loaded, **options), log_level="error", access_log=False, timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def loaded(assistant):
    from app.web.loaded import Loaded

    return Loaded(assistant, None, None)


@pytest.fixture(scope="session")
def address(loaded):
    with serving(loaded) as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, address):
    """Opens pages of any size and colour scheme; afterwards nothing may have gone wrong in any of them."""
    contexts, faults = [], []

    def make(path="/", *, width=1366, height=768, scheme="light", at=address, wait=True):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-US", accept_downloads=True
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=at)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda m: faults.append(f"console: {m.text}") if m.type == "error" else None)
        page.on("pageerror", lambda e: faults.append(f"script: {e}"))
        page.on("request", lambda r: faults.append(f"request: {r.url}") if not is_local(r.url, at) else None)
        page.goto(at + path)
        if wait:
            page.get_by_role("combobox", name="Uw vraag").wait_for()
        return page

    make.faults = faults
    yield make
    for context in contexts:
        context.close()
    assert faults == []


def is_local(url, address):
    return url.startswith((address + "/", "data:", "blob:"))


@pytest.fixture
def page(open_page):
    return open_page()


def answer_number(page):
    return page.evaluate("document.querySelector('#antwoord .mw-answer')?.dataset.number ?? ''")


@contextmanager
def new_answer(page):
    """What happens inside the block leads to a new answer, which is there when the block ends."""
    before = answer_number(page)
    yield
    page.wait_for_function(
        "n => (document.querySelector('#antwoord .mw-answer')?.dataset.number ?? '') !== n", arg=before
    )
    page.wait_for_function("() => !document.querySelector('#antwoord.mw-busy')")


def ask(page, question):
    """Type a question and press Enter, as a user does."""
    box = page.get_by_role("combobox", name="Uw vraag")
    box.fill(question)
    with new_answer(page):
        box.press("Enter")


def headline(page):
    return page.locator("#antwoord").get_by_role("heading", level=2).inner_text()


def shown_numbers(page):
    """The measures that the answer presents, by their numbers; what stands apart from it is left out."""
    return page.locator("#antwoord article > .mw-table-frame td.mw-nr").all_inner_texts()
