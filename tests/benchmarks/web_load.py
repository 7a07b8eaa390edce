"""The web app under load: 20 users asking 10 questions each at once, 150 at once, and one user in a real browser.

Prints errors, median and 95th percentile; fails on nothing. Run from the project's root after the index was built.
"""

import asyncio
import json
import shutil
import socket
import ssl
import statistics
import subprocess
import sys
import threading
import time
import uuid
from dataclasses import dataclass, field

import httpx

USERS, QUESTIONS_EACH = 20, 10
OVERLOAD = 150  # users at once, more than may wait
TLS = ssl.create_default_context()  # made once: it takes some 30 ms in which all other users would wait
PAUSE = 1  # seconds that a user waits who was told that it is too busy
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
from app.command_line import keep_loaded
from app.web.server import serve
assistant = Assistant.open()
assistant.warm()
keep_loaded()
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


@dataclass
class Tally:
    """What the users met."""

    times: list[float] = field(default_factory=list)  # seconds of the questions that were answered
    refused: list[float] = field(default_factory=list)  # seconds until "te druk"
    errors: list[str] = field(default_factory=list)


async def user(address: str, event: int, number: int, tally: Tally) -> None:
    """One user's questions, each in its own session's conversation, one after another without a pause."""
    async with httpx.AsyncClient(base_url=address, timeout=60, verify=TLS) as client:
        await questions(client, event, number, tally)


async def questions(client: httpx.AsyncClient, event: int, number: int, tally: Tally) -> None:
    """The questions of a user, starting with another one for each number."""
    session = uuid.uuid4().hex[:11]
    for turn in range(QUESTIONS_EACH):
        question = QUESTIONS[(number + turn) % len(QUESTIONS)]
        body = {"data": [question, None], "fn_index": event, "session_hash": session}
        begin = time.perf_counter()
        try:
            response = await client.post("/gradio_api/run/predict", json=body)
            html = response.json()["data"][0]
        except (httpx.HTTPError, KeyError, json.JSONDecodeError) as problem:
            tally.errors.append(repr(problem))
            continue
        took = time.perf_counter() - begin
        if "Het is nu te druk" in html:
            tally.refused.append(took)
            await asyncio.sleep(PAUSE)
        elif "Er ging iets mis" in html or "mw-answer" not in html:
            tally.errors.append(question)
        else:
            tally.times.append(took)


def opening(address: str, times: list[float], stop: threading.Event) -> None:
    """The page, fetched again and again while the others ask; in a thread, so that their loop is not what is timed."""
    with httpx.Client(timeout=60) as client:
        while not stop.is_set():
            begin = time.perf_counter()
            client.get(address + "/").raise_for_status()
            times.append(time.perf_counter() - begin)
            time.sleep(0.1)


async def load(address: str, users: int) -> None:
    event, _ = events(httpx.get(address + "/config").json())
    pages: list[float] = []
    tally = Tally()
    await user(address, event, 0, Tally())  # warm
    stop = threading.Event()
    watcher = threading.Thread(target=opening, args=(address, pages, stop))
    watcher.start()
    begin = time.perf_counter()
    await asyncio.gather(*(user(address, event, number, tally) for number in range(users)))
    total = time.perf_counter() - begin
    stop.set()
    watcher.join()
    line(f"question, {users} users x {QUESTIONS_EACH} at once", tally.times, 2)
    line("page opens meanwhile (server)", pages, 0.5)
    if tally.refused:
        line("told that it is too busy", tally.refused, 0.5)
    answered = len(tally.times)
    print(
        f"{answered} answered in {total:.1f} s, {answered / total:.0f} a second; {len(tally.refused)} told that it is "
        f"too busy, {len(tally.errors)} errors {tally.errors[:3]}"
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
        for users in (USERS, OVERLOAD):
            asyncio.run(load(address, users))
        one_user(address)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
