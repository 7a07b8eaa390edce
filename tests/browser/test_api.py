"""The HTTP endpoints and the MCP tools: the same answers as the command line, stateless."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.browser.conftest import serving

QUESTION = "Welke maatregelen van OCW lopen af in 2024?"


def test_a_question_gives_the_json_of_the_command_line(address, assistant):
    got = httpx.get(f"{address}/api/vraag", params={"vraag": QUESTION}).json()
    assert got == json.loads(json.dumps(assistant.respond(QUESTION).answer.to_json()))
    assert got["count"] == 21


def test_a_conversation_is_sent_whole_and_nothing_is_kept(address, assistant):
    questions = ["welke maatregelen zijn van OCW?", "alleen de afgeronde"]
    got = httpx.post(f"{address}/api/gesprek", json={"vragen": questions}).json()
    first = assistant.respond(questions[0])
    second = assistant.respond(questions[1], first.conversation)
    assert [a["count"] for a in got] == [first.answer.count, second.answer.count]


def test_measures_are_listed_by_the_parameters_of_the_page(address):
    parameters = {"ministerie": "OCW", "einde": "2024-01-01..2024-12-31"}
    got = httpx.get(f"{address}/api/maatregelen", params=parameters).json()
    assert got["count"] == 21
    assert httpx.get(f"{address}/api/maatregelen").json()["count"] == 149


def test_one_measure_is_read_by_its_number(address):
    got = httpx.get(f"{address}/api/maatregel/3.10").json()
    assert (got["id"], got["title"], got["owners"]) == ("3.10", "Professionalisering mbo-docenten", ["OCW"])


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/maatregel/9.99", 404, "bestaat niet"),
        ("/api/maatregelen?einde=morgen", 400, "niet te lezen"),
        ("/api/vraag?vraag=", 400, "1 tot 1000 tekens"),
        ("/api/vraag?vraag=dag&peildatum=gisteren", 400, "is geen datum"),
    ],
)
def test_a_request_that_cannot_be_answered_says_why_in_dutch(address, path, status, words):
    response = httpx.get(address + path)
    assert response.status_code == status
    assert words in response.json()["fout"]


def test_the_endpoints_have_types_and_documentation(address):
    schema = httpx.get(f"{address}/api/openapi.json").json()
    assert set(schema["paths"]) == {"/api/vraag", "/api/gesprek", "/api/maatregelen", "/api/maatregel/{nummer}"}
    for methods in schema["paths"].values():
        for operation in methods.values():
            assert operation["summary"] and operation["description"]
            assert all(p["description"] and p["schema"] for p in operation.get("parameters", []))


def test_what_the_endpoints_give_is_typed_and_the_answers_keep_to_it(address):
    from app.web.schema import Antwoord, Maatregel

    for question in (QUESTION, "hoeveel maatregelen per ministerie?", "wat is SRGR?", "wie doet 3.10?", "kernenergie?"):
        Antwoord.model_validate(httpx.get(f"{address}/api/vraag", params={"vraag": question}).json(), strict=True)
    Maatregel.model_validate(httpx.get(f"{address}/api/maatregel/3.10").json(), strict=True)
    schema = httpx.get(f"{address}/api/openapi.json").json()
    given = schema["paths"]["/api/vraag"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert given == {"$ref": "#/components/schemas/Antwoord"}
    for name in ("Antwoord", "Maatregel", "Talk"):
        assert all(value["description"] for value in schema["components"]["schemas"][name]["properties"].values())


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("GET", "/api/vraag", None, "'vraag' ontbreekt"),
        ("POST", "/api/gesprek", {}, "'vragen' ontbreekt"),
        ("POST", "/api/gesprek", {"vragen": "dag"}, "'vragen' heeft de verkeerde vorm"),
        ("GET", "/api/gesprek", None, "bestaat niet, of niet op deze manier"),
        ("GET", "/api/iets", None, "bestaat niet"),
    ],
)
def test_a_request_that_is_incomplete_or_goes_nowhere_is_told_so_in_dutch(address, method, path, body, words):
    response = httpx.request(method, address + path, json=body)
    assert response.status_code in (404, 422)
    assert words in response.json()["fout"]
    assert set(response.json()) == {"fout"}


async def spoken(url, calls):
    """The tools by name, and what each call gives, by the client that other programs use."""
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async with (
        streamable_http_client(f"{url}/gradio_api/mcp/") as (receive, send, _),
        ClientSession(receive, send) as session,
    ):
        await session.initialize()
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        results = [await session.call_tool(name, arguments) for name, arguments in calls]
        return tools, [json.loads(result.content[0].text) for result in results]


def test_with_the_switch_the_same_three_are_mcp_tools(loaded, assistant):
    calls = [
        ("vraag", {"vraag": QUESTION}),
        ("maatregelen", {"ministerie": "OCW", "einde": "2024-01-01..2024-12-31"}),
        ("maatregel", {"nummer": "3.10"}),
        ("maatregel", {"nummer": "9.99"}),
        ("maatregelen", {"einde": "morgen"}),
        ("vraag", {"vraag": "alleen de afgeronde"}),
    ]
    with serving(loaded, mcp=True) as url, ThreadPoolExecutor(1) as apart:  # the browser's loop runs in this thread
        tools, (answer, listed, measure, missing, unread, alone) = apart.submit(
            asyncio.run, spoken(url, calls)
        ).result()
    assert set(tools) == {"vraag", "maatregelen", "maatregel"}
    for tool in tools.values():
        assert tool.description
        assert all(p.get("description") for p in tool.inputSchema["properties"].values())
    assert answer == json.loads(json.dumps(assistant.respond(QUESTION).answer.to_json()))
    assert [m["id"] for m in listed["measures"]] == [m["id"] for m in answer["measures"]]
    assert (measure["id"], measure["title"]) == ("3.10", "Professionalisering mbo-docenten")
    assert missing == {"fout": "Deze maatregel bestaat niet."}
    assert unread == {"fout": "'einde=morgen' in het adres is niet te lezen."}
    assert alone["total"] == 149  # nothing is kept of the question before it
    assert alone["count"] == assistant.respond("alleen de afgeronde").answer.count
