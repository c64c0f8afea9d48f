"""A cURL line does what RingAuth did, run by a real shell and a real curl."""

import base64
import subprocess
from collections.abc import Mapping
from urllib.parse import parse_qsl

import pytest
from hypothesis import given

from ringauth_gui.takeaway.curl import curl
from ringauth_gui.takeaway.hiding import Secrets
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.conversation import ReceivedRequest
from tests.fakes.fake_http_server import FakeHttpServer
from tests.takeaway.requests_examples import HOSTILE, any_text, sent

SECRET = "CANARY-secret-'\"$-0123456789"


def run(command: str, shell: str = "bash") -> str:
    """Run a command as a person does who pastes it."""
    done = subprocess.run(  # noqa: S603 - the command is what is tested
        [shell, "-c", f"{command} --silent --noproxy '*'"],
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
    )
    return done.stdout


def received(
    form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> ReceivedRequest:
    with FakeHttpServer(answering(answer())) as server:
        run(curl(sent(f"{server.url}token?a=b", form, headers)))
    return server.requests[0]


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_values_with_all_that_a_shell_knows_arrive_as_they_were(shell: str) -> None:
    form = {f"field{at}": value for at, value in enumerate(HOSTILE)}

    with FakeHttpServer(answering(answer())) as server:
        run(curl(sent(f"{server.url}token?a=b", form)), shell)

    request = server.requests[0]
    assert (request.method, request.target) == ("POST", "/token?a=b")
    body = parse_qsl(request.body.decode(), keep_blank_values=True)
    assert dict(body) == form
    assert request.header("Content-Type") == "application/x-www-form-urlencoded"


def test_the_secret_goes_as_http_basic_as_it_did() -> None:
    pair = base64.b64encode(f"client-1:{SECRET}".encode()).decode()

    request = received({"a": "b"}, {"Authorization": f"Basic {pair}"})

    assert request.header("Authorization") == f"Basic {pair}"


def test_a_get_sends_its_token_and_no_body() -> None:
    request = received(headers={"Authorization": "Bearer CANARY-'token'"})

    assert request.method == "GET"
    assert request.header("Authorization") == "Bearer CANARY-'token'"
    assert request.header("Accept") == "application/json"
    assert request.body == b""


def test_an_address_of_the_sixth_protocol_is_taken_as_it_is() -> None:
    assert "--globoff 'http://[::1]:8/x'" in curl(sent("http://[::1]:8/x"))


def test_what_is_secret_is_a_word_to_be_replaced() -> None:
    pair = base64.b64encode(f"client-1:{SECRET}".encode()).decode()
    form = {"grant_type": "refresh_token", "refresh_token": SECRET}

    command = curl(
        sent(
            "https://x.example/token",
            form,
            {"Authorization": f"Basic {pair}"},
            Secrets.PLACEHOLDER,
        )
    )

    assert command == (
        "curl --request POST https://x.example/token \\\n"
        "  --compressed \\\n"
        "  --user client-1:YOUR_CLIENT_SECRET \\\n"
        "  --header 'Accept: application/json' \\\n"
        "  --data-urlencode grant_type=refresh_token \\\n"
        "  --data-urlencode refresh_token=YOUR_REFRESH_TOKEN"
    )


def test_a_bearer_token_is_a_word_to_be_replaced() -> None:
    headers = {"Authorization": f"Bearer {SECRET}"}

    command = curl(sent("https://x.example/me", None, headers, Secrets.PLACEHOLDER))

    assert "--header 'Authorization: Bearer YOUR_ACCESS_TOKEN'" in command


@given(any_text)
def test_a_shell_takes_any_value_for_one_word(value: str) -> None:
    command = curl(sent("https://x.example/t", {"a": value}))

    words = run_as_words(command)

    assert words[-2:] == ["--data-urlencode", f"a={value}"]


def test_a_header_without_a_value_is_sent_all_the_same() -> None:
    command = curl(sent("https://x.example/me", None, {"X-Empty": ""}))

    assert run_as_words(command)[-2:] == ["--header", "X-Empty;"]


def run_as_words(command: str) -> list[str]:
    """Return the arguments that a real shell makes of a command."""
    script = f'show() {{ printf "%s\\0" "$@"; }}\nshow {command}'
    done = subprocess.run(["sh", "-c", script], check=True, capture_output=True)  # noqa: S603, S607
    return done.stdout.decode().split("\0")[:-1]
