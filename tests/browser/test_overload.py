"""A real overload, more questions at once than may wait: an answer or one Dutch line, and never an error."""

import asyncio
import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest

from app.web.gate import MAX_WAITING
from tests.browser.conftest import ask, headline

FULL = "Het is nu te druk om uw vraag te beantwoorden."
# A process of its own, so that its users are not held up by the server that they hold up.
CROWD = """
import asyncio, collections, json, sys, threading
import httpx

address, users = sys.argv[1], int(sys.argv[2])
counts, stop = collections.Counter(), threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()

def asked(client, number):
    if number % 3 == 0:
        return client.get("/api/vraag", params={"vraag": "alle maatregelen"})
    if number % 3 == 1:
        return client.get("/meenemen/maatregelen.csv", params={"ministerie": "OCW"})
    body = {"data": ["alle maatregelen", None], "fn_index": 0, "session_hash": f"drukte{number}"}
    return client.post("/gradio_api/run/predict", json=body)

async def user(client, number):
    last = False
    while not last:
        last = stop.is_set()  # one question more after it, so that each has asked while the house was full
        try:
            response = await asked(client, number)
        except httpx.HTTPError as problem:
            counts[repr(problem)] += 1
            continue
        full = "te druk" in response.text
        if full and response.status_code in (200, 503):
            counts["refused by the page" if number % 3 == 2 else "refused"] += 1
        elif response.status_code == 200:
            counts["answered"] += 1
        else:
            counts[f"{response.status_code} {response.text[:200]}"] += 1

async def all_users():
    limits = httpx.Limits(max_connections=None, keepalive_expiry=2)
    async with httpx.AsyncClient(base_url=address, timeout=120, limits=limits) as client:
        print("begun", flush=True)
        await asyncio.gather(*(user(client, number) for number in range(users)))

asyncio.run(all_users())
print(json.dumps(counts))
"""


class Crowd:
    """Users who ask again and again until they are told to stop."""

    def __init__(self, address, users=210):
        arguments = [sys.executable, "-c", CROWD, address, str(users)]
        self._process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

        assert self._process.stdout.readline() == "begun\n"

    def stop(self):
        """What they met, as numbers by name, when each has asked once more."""
        said, _ = self._process.communicate(timeout=180)
        return json.loads(said.splitlines()[-1])


@pytest.fixture
def crowd(address):
    asking = Crowd(address)
    yield asking
    asking._process.kill()


@contextmanager
def full_house(address):
    """As many questions as may be inside, which stay there: their senders stop halfway.

    A crowd alone does not keep the house full on every machine: where the server is the quicker of the two, the one
    question of the browser may slip in between.
    """
    at = urlsplit(address)
    head = f"POST /gradio_api/run/predict HTTP/1.1\r\nHost: {at.netloc}\r\nContent-Type: application/json\r\n"
    with ExitStack() as held:
        for _ in range(MAX_WAITING):
            sender = held.enter_context(socket.create_connection((at.hostname, at.port), timeout=30))
            sender.sendall(f"{head}Content-Length: 100\r\n\r\n".encode())
        yield


def asked_until(page, wanted, seconds=60):
    """The headlines that were seen, `wanted` the last of them or the time over."""
    seen, end = set(), time.monotonic() + seconds
    while wanted not in seen and time.monotonic() < end:
        ask(page, "hoeveel maatregelen zijn afgerond?")
        seen.add(headline(page))
    return seen


def test_when_more_ask_than_may_wait_the_page_says_so_in_dutch_and_answers_later(page, address, crowd):
    page.set_default_timeout(60_000)
    with full_house(address):
        assert FULL in asked_until(page, FULL)
        assert page.locator("#antwoord").get_by_text("Stel uw vraag over een paar seconden opnieuw").is_visible()
        met = crowd.stop()
    box = page.get_by_role("combobox", name="Uw vraag")
    assert box.input_value() == "hoeveel maatregelen zijn afgerond?"
    answer = "24 van de 149 maatregelen zijn afgerond."
    assert answer in asked_until(page, answer)
    assert {"answered", "refused by the page"} <= set(met) <= {"answered", "refused", "refused by the page"}


def test_the_doorman_lets_some_in_and_turns_the_rest_away_at_once():
    from app.web.doorman import Doorman

    async def play():
        hold = asyncio.Event()

        async def app(_scope, _receive, send):
            await hold.wait()
            await send("answered")

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def asked(path="/gradio_api/run/predict"):
            sent = []

            async def send(message):
                sent.append(message)

            await doorman({"type": "http", "path": path}, receive, send)
            return sent

        doorman = Doorman(app, most=2)
        inside = [asyncio.create_task(asked()) for _ in range(2)]
        await asyncio.sleep(0)
        turned_away = [json.loads((await asked())[1]["body"])["data"] for _ in range(2)]
        other = asyncio.create_task(asked("/config"))
        hold.set()
        assert await asyncio.gather(*inside, other) == [["answered"]] * 3
        assert await asked() == ["answered"]
        for html, conversation, state in turned_away:
            assert FULL in html
            assert (conversation, state) == ({"__type__": "update"}, None)
        assert turned_away[0] != turned_away[1]  # or the page would not see that the second one is new

    with ThreadPoolExecutor(1) as apart:  # the browser's own loop runs in this thread
        apart.submit(asyncio.run, play()).result(timeout=30)
