"""The HTTP endpoints and the MCP tools: the same answers as the command line, stateless."""

import json

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


def call(url, method, params=None):
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params or {}}
    headers = {"accept": "application/json, text/event-stream"}
    response = httpx.post(f"{url}/gradio_api/mcp/", json=body, headers=headers, timeout=30)
    line = next(line for line in response.text.splitlines() if line.startswith("data: "))
    return json.loads(line.removeprefix("data: "))["result"]


def test_with_the_switch_the_same_three_are_mcp_tools(loaded):
    with serving(loaded, mcp=True) as url:
        tools = {tool["name"]: tool for tool in call(url, "tools/list")["tools"]}
        assert set(tools) == {"vraag", "maatregelen", "maatregel"}
        for tool in tools.values():
            assert tool["description"]
            assert all(p.get("description") for p in tool["inputSchema"]["properties"].values())
        result = call(url, "tools/call", {"name": "vraag", "arguments": {"vraag": QUESTION}})
        assert "21 van de 149 maatregelen" in result["content"][0]["text"]
        result = call(url, "tools/call", {"name": "maatregel", "arguments": {"nummer": "3.10"}})
        assert "Professionalisering mbo-docenten" in result["content"][0]["text"]
