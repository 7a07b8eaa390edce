"""The web app under load: 20 users asking 10 questions each at once, and one user in a real browser.

Prints errors, median and 95th percentile; fails on nothing. Run from the project's root after the index was built.
"""

import asyncio
import json
import shutil
import socket
import statistics
import subprocess
import sys
import time
import uuid

import httpx

USERS, QUESTIONS_EACH = 20, 10
QUESTIONS = (
    "Welke maatregelen van OCW lopen af in 2024?",
    "en van VWS?",
    "hoeveel maatregelen zijn afgerond?",
    "wat doet het kabinet tegen straatintimidatie?",
    "welke maatregelen zijn over tijd?",
    "hoeveel maatregelen per ministerie?",
    "wie is verantwoordelijk voor maatregel 3.10?",
    "welke maatregelen gaan over kinderopvang?",
    "wat is SRGR?",
    "alle maatregelen",
)
SERVER = """
import sys
from app.assistant import Assistant
from app.web.server import serve
assistant = Assistant.open()
assistant.warm()
serve(assistant, host="127.0.0.1", port=int(sys.argv[1]))
"""


def percentile(times: list[float], share: float) -> float:
    """The value below which that share of the times lies."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def line(name: str, times: list[float], goal: float) -> None:
    p95 = percentile(times, 0.95)
    print(f"{name:58} {statistics.median(times):7.3f} {p95:7.3f} {max(times):7.3f}   {goal:.1f}", flush=True)


def events(config: dict) -> tuple[int, int]:
    """(number of the event, number of its state) of a typed question, from the page's own configuration."""
    for dependency in config["dependencies"]:
        if any(event == "submit" for _, event in dependency["targets"]):
            return dependency["id"], dependency["id"]
    raise RuntimeError("the page has no event for a question")


async def user(address: str, event: int, number: int, times: list[float], errors: list[str]) -> None:
    """One user's questions, each in its own session's conversation, one after another without a pause."""
    session = uuid.uuid4().hex[:11]
    async with httpx.AsyncClient(timeout=60) as client:
        for turn in range(QUESTIONS_EACH):
            question = QUESTIONS[(number + turn) % len(QUESTIONS)]
            body = {"data": [question, None], "fn_index": event, "session_hash": session}
            begin = time.perf_counter()
            try:
                response = await client.post(f"{address}/gradio_api/run/predict", json=body)
                html = response.json()["data"][0]
                if "te druk" in html or "Er ging iets mis" in html or "mw-answer" not in html:
                    errors.append(question)
            except (httpx.HTTPError, KeyError, json.JSONDecodeError) as problem:
                errors.append(repr(problem))
            times.append(time.perf_counter() - begin)


async def opening(address: str, times: list[float], stop: asyncio.Event) -> None:
    """The page and its configuration, fetched again and again while the others ask."""
    async with httpx.AsyncClient(timeout=60) as client:
        while not stop.is_set():
            begin = time.perf_counter()
            (await client.get(address + "/")).raise_for_status()
            times.append(time.perf_counter() - begin)
            await asyncio.sleep(0.1)


async def load(address: str) -> None:
    event, _ = events(httpx.get(address + "/config").json())
    times: list[float] = []
    pages: list[float] = []
    errors: list[str] = []
    await user(address, event, 0, [], [])  # warm
    stop = asyncio.Event()
    watcher = asyncio.create_task(opening(address, pages, stop))
    begin = time.perf_counter()
    await asyncio.gather(*(user(address, event, number, times, errors) for number in range(USERS)))
    total = time.perf_counter() - begin
    stop.set()
    await watcher
    line(f"question, {USERS} users x {QUESTIONS_EACH} at once", times, 2)
    line("page opens meanwhile (server)", pages, 0.5)
    print(
        f"{len(times)} questions in {total:.1f} s, {len(times) / total:.0f} a second, {len(errors)} errors {errors[:3]}"
    )


def one_user(address: str) -> None:
    """From Enter until the answer is painted, in a real browser."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        print("no Chromium: the times in a browser were not measured")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        opens = []
        for _ in range(5):
            page = browser.new_page()
            begin = time.perf_counter()
            page.goto(address)
            page.get_by_role("combobox", name="Uw vraag").wait_for()
            opens.append(time.perf_counter() - begin)
        line("page opens in a browser, until the box can be typed in", opens, 0)
        answers = []
        for turn in range(6 * len(QUESTIONS)):
            box = page.get_by_role("combobox", name="Uw vraag")
            box.fill(QUESTIONS[turn % len(QUESTIONS)])
            milliseconds = page.evaluate(
                """() => new Promise(done => {
                  const now = () => document.querySelector('#antwoord .mw-answer')?.dataset.number;
                  const before = now(), begin = performance.now();
                  const watch = new MutationObserver(() => {
                    if (now() === before) return;
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
                  });
                  watch.observe(document.querySelector('#antwoord'), {childList: true, subtree: true});
                  const box = document.querySelector('#vraag');
                  box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
                  box.dispatchEvent(new KeyboardEvent('keypress', {key: 'Enter', bubbles: true}));
                })"""
            )
            if turn >= len(QUESTIONS):  # the first round warms
                answers.append(milliseconds / 1000)
            page.wait_for_timeout(30)
        line("Enter to answer on screen, one user", answers, 0.5)
        browser.close()


def main() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(port)], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(address + "/config", timeout=5)
                break
            except httpx.HTTPError:
                if server.poll() is not None:
                    raise SystemExit("the server did not start") from None
                time.sleep(0.5)
        print(f"{'seconds':58} {'median':>7} {'p95':>7} {'max':>7}   goal")
        asyncio.run(load(address))
        one_user(address)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
