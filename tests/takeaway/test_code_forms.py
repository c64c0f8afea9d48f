"""Code that is taken away does what RingAuth did."""

import ast
import json
import re
import subprocess
import sys
from urllib.parse import parse_qsl

import pytest
from hypothesis import given

from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.code_forms import request_forms
from ringauth_gui.takeaway.fetch_code import fetch_code
from ringauth_gui.takeaway.hiding import Secrets
from ringauth_gui.takeaway.python_code import python_code
from ringauth_gui.takeaway.raw_http import raw_http
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.takeaway.requests_examples import HOSTILE, SENT, any_text, sent

BASIC = {"Authorization": "Basic Y2xpZW50LTE6Q0FOQVJZJ3g="}  # client-1:CANARY'x
CANARY = "CANARY-0123456789-abcdefgh"


def test_python_sends_what_was_sent() -> None:
    form = {f"field{at}": value for at, value in enumerate(HOSTILE)}

    with FakeHttpServer(answering(answer(b"hello"))) as server:
        code = python_code(sent(f"{server.url}token?a=b", form, BASIC))
        done = subprocess.run(  # noqa: S603 - the code is what is tested
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"NO_PROXY": "*"},
        )

    request = server.requests[0]
    assert (request.method, request.target) == ("POST", "/token?a=b")
    assert dict(parse_qsl(request.body.decode(), keep_blank_values=True)) == form
    assert request.header("Authorization") == BASIC["Authorization"]
    assert request.header("Accept") == "application/json"
    assert done.stdout == "200 hello\n"


@given(any_text, any_text)
def test_python_is_python_whatever_it_holds(name: str, value: str) -> None:
    code = python_code(sent("https://x.example/t", {name: value}, {"X": value}))

    tree = ast.parse(code)

    texts = [each.value for each in ast.walk(tree) if isinstance(each, ast.Constant)]
    assert texts.count(value) >= 2


@given(any_text)
def test_javascript_holds_values_as_json_does(value: str) -> None:
    code = fetch_code(sent("https://x.example/t", {"a": value}))

    (literal,) = re.findall(r'^    \["a", (".*")\],$', code, re.MULTILINE)
    assert json.loads(literal) == value
    assert code.isascii()


def test_javascript_reads_as_expected() -> None:
    code = fetch_code(sent("https://x.example/t", {"token": "a b"}, BASIC))

    assert code == (
        'const response = await fetch("https://x.example/t", {\n'
        '  method: "POST",\n'
        '  redirect: "manual",\n'
        "  headers: {\n"
        '    "Authorization": "Basic " + btoa("client-1:CANARY\'x"),\n'
        '    "Accept": "application/json",\n'
        "  },\n"
        "  body: new URLSearchParams([\n"
        '    ["token", "a b"],\n'
        "  ]),\n"
        "});\n"
        "console.log(response.status, await response.text());"
    )


def test_raw_http_is_what_goes_over_the_connection() -> None:
    text = raw_http(sent("https://x.example/t?a=b", {"token": "ü b"}, BASIC))

    assert text == (
        "POST /t?a=b HTTP/1.1\n"
        "Host: x\n"
        "User-Agent: RingAuth\n"
        "Accept: application/json\n"
        "Authorization: Basic Y2xpZW50LTE6Q0FOQVJZJ3g=\n"
        "Content-Length: 14\n"
        "\n"
        "token=%C3%BC+b"
    )


@pytest.mark.case("CL-08")
def test_no_form_holds_a_secret_unless_asked() -> None:
    request = HttpRequest(
        "POST",
        "https://x.example/t",
        form={"refresh_token": CANARY, "code": CANARY, "client_secret": CANARY},
    )
    headers = {"Authorization": f"Bearer {CANARY}"}
    forms = request_forms(Exchange(request, headers, SENT, 0.1), Redaction())

    assert [form.key for form in forms] == [
        "curl",
        "powershell",
        "python",
        "fetch",
        "http",
    ]
    for form in forms:
        with_words = form.text_of(Secrets.PLACEHOLDER)
        assert "CANARY" not in with_words
        assert with_words.count("YOUR_") == 4
        assert form.text_of(Secrets.SHOWN).count(CANARY) == 4
