"""Nothing leaves the machine and nothing hostile runs: headers, routes, sizes, hostile text, a full queue."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest

from app.web.protection import CONTENT_SECURITY_POLICY, MAX_BODY
from ingest.records import Link
from tests.browser.conftest import ask, headline, new_answer, serving, shown_numbers

HOSTILE = (
    '<img src="http://boos.example/x.png" onerror="window.boos=1"><script>window.boos=1</script>'
    '<form action="http://boos.example/"><input name=a></form><a href="javascript:window.boos=1">klik</a>'
    "![x](http://boos.example/y.png) [x](javascript:window.boos=1) <svg onload=window.boos=1> "
    "</article></table>{{7*7}} ${7*7} `<b>` &lt;i&gt;"
)


def test_a_hostile_question_runs_nothing_and_requests_nothing(page):
    for question in (
        HOSTILE[:900],
        "wat is " + HOSTILE[:300],
        'welke maatregelen van OCW "><img src=x onerror=window.boos=1>',
    ):
        ask(page, question)
        page.wait_for_timeout(150)
        assert page.evaluate("window.boos") is None
        assert page.locator("#antwoord img[src*=boos], #antwoord form[action], #antwoord script").count() == 0
        assert page.locator("#gesprek img, #gesprek form, #gesprek script, #gesprek a[href^=javascript]").count() == 0
    assert HOSTILE[:60] in page.locator("body").inner_text()


def test_a_hostile_address_runs_nothing(open_page):
    page = open_page("/?onderwerp=%3Cimg%20src%3Dx%20onerror%3Dwindow.boos%3D1%3E%22%27", wait=False)
    page.locator("#antwoord article[data-number]").wait_for()
    page.wait_for_timeout(150)
    assert page.evaluate("window.boos") is None


@pytest.fixture(scope="module")
def hostile_address(assistant):
    """The app over a report in which every text is hostile."""
    from app.assistant import Assistant
    from app.web.loaded import Loaded

    report = assistant.report
    bad = tuple(
        replace(
            m,
            title=f"{m.title} {HOSTILE}",
            heading=HOSTILE,
            theme=m.theme,
            who=HOSTILE,
            explanation=HOSTILE,
            deadline=replace(m.deadline, text=HOSTILE),
            extra=((HOSTILE, HOSTILE),),
            links=(Link(HOSTILE, "javascript:window.boos=1"), Link("web", "http://boos.example/")),
        )
        for m in report.measures
    )
    spoiled = replace(report, title=f"Rapport {HOSTILE}", measures=bad)
    index = replace(assistant.index, reports=(spoiled,))
    with serving(Loaded(Assistant(index, assistant.glossary), None, None)) as url:
        yield url


def test_a_hostile_document_runs_nothing_and_requests_nothing(open_page, hostile_address):
    page = open_page(at=hostile_address)
    ask(page, "welke maatregelen zijn van BZK?")
    assert len(shown_numbers(page)) == 10
    for button in page.locator("#antwoord .mw-unfold").all():
        if button.is_visible():
            button.click()
    page.get_by_text("Bekijk in beeld").click()
    page.wait_for_timeout(300)
    assert page.evaluate("window.boos") is None
    inside = page.locator("#antwoord")
    assert inside.locator("script, form[action], a[href^=javascript], img[src*=boos], [onerror], [onload]").count() == 0
    assert "<script>window.boos=1</script>" in inside.inner_text()
    link = inside.get_by_role("link", name="web", exact=True).first  # the one kind that leads out, and says where to
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.locator("xpath=..").inner_text() == "web (boos.example)"
    for path in ("/uitleg", "/documenten"):
        other = open_page(path, at=hostile_address, wait=False)
        assert other.evaluate("window.boos") is None


def test_the_policy_and_the_other_headers_stand_on_every_response(address):
    for path in ("/", "/uitleg", "/config", "/api/vraag?vraag=dag", "/eigen/maatwijzer.js", "/bestaat-niet"):
        headers = httpx.get(address + path).headers
        assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"


def test_a_foreign_origin_is_never_reflected(address):
    for path in ("/", "/config", "/api/vraag?vraag=dag"):
        headers = httpx.get(address + path, headers={"origin": "https://boos.example"}).headers
        assert "access-control-allow-origin" not in headers
        assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/upload",
        "/gradio_api/upload",
        "/gradio_api/proxy=http://boos.example/",
        "/gradio_api/file=http://boos.example/",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/component_server",
        "/gradio_api/runs",
        "/gradio_api/info",
        "/gradio_api/mcp/",
        "/gradio_api/vibe-code/",
        "/monitoring",
        "/login",
        "/toevoegen/document",
        "/eigen/../server.py",
        "/eigen/%2e%2e/server.py",
    ],
)
def test_what_is_not_used_does_not_exist(address, path):
    for method in ("GET", "POST"):
        response = httpx.request(method, address + path)
        assert response.status_code in (404, 405), (method, response.status_code)


def test_a_body_that_is_too_large_is_refused_with_413(address):
    big = b"x" * (MAX_BODY + 1)
    assert httpx.post(address + "/gradio_api/run/predict", content=big).status_code == 413

    def unsized():
        for _ in range(70):
            yield b"x" * 1024

    assert httpx.post(address + "/api/gesprek", content=unsized()).status_code == 413


def test_a_full_queue_says_so_in_dutch(page):
    from app.web.gate import FullError, Gate

    original = Gate.run

    async def full(_self, _work):
        raise FullError

    Gate.run = full
    try:
        ask(page, "welke maatregelen zijn van FIN?")
    finally:
        Gate.run = original
    assert headline(page) == "Het is nu te druk om uw vraag te beantwoorden."
    page.get_by_role("combobox", name="Uw vraag").press("ArrowUp")
    with new_answer(page):
        page.keyboard.press("Enter")
    assert len(shown_numbers(page)) == 2


def test_the_gate_lets_some_work_others_wait_and_refuses_the_rest():
    import threading

    from app.web.gate import FullError, Gate

    async def play():
        gate = Gate(at_once=1, max_waiting=2)
        hold = threading.Event()
        first = asyncio.create_task(gate.run(hold.wait))
        second = asyncio.create_task(gate.run(lambda: "tweede"))
        await asyncio.sleep(0.05)
        with pytest.raises(FullError):
            await gate.run(lambda: "derde")
        hold.set()
        assert await first
        assert await second == "tweede"
        assert await gate.run(lambda: "later") == "later"

    with ThreadPoolExecutor(1) as apart:  # the browser's own loop runs in this thread
        apart.submit(asyncio.run, play()).result(timeout=30)


def test_a_fault_in_the_engine_is_one_dutch_line(page, assistant, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("geheim")

    monkeypatch.setattr(type(assistant), "respond", broken)
    ask(page, "welke maatregelen zijn van FIN?")
    assert headline(page) == "Er ging iets mis bij het beantwoorden van deze vraag."
    assert "geheim" not in page.content()


def test_a_server_that_is_gone_is_said_in_dutch(browser, loaded):
    with serving(loaded) as url:
        context = browser.new_context()
        page = context.new_page()
        page.goto(url)
        page.get_by_role("combobox", name="Uw vraag").wait_for()
        page.wait_for_timeout(500)
    page.get_by_role("combobox", name="Uw vraag").fill("dag")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="Maatwijzer antwoordt niet.").wait_for(timeout=20_000)
    context.close()


def test_a_port_in_use_is_one_dutch_line():
    from app.web.server import PortInUseError, check_port, listen

    taken = listen("127.0.0.1", 0)
    port = taken.getsockname()[1]
    with pytest.raises(PortInUseError, match=f"Poort {port} op 127.0.0.1 is al in gebruik"):
        check_port("127.0.0.1", port)
    taken.close()
    check_port("127.0.0.1", port)
