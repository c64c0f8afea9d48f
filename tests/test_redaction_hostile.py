"""What a server or a secret may look like so that redaction would overlook it (R22)."""

import html
import json
import time
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ringauth_gui.redaction import MASK, RUN, Redaction, is_secret_name
from tests.canary.search import CanarySearch

CANARY = "CANARY-f00ba4-secret-value"
odd = st.text(
    st.sampled_from("\"'\\%&<>+/=?# äß€中😀\n\t{}[];:,.0aZ"), min_size=RUN, max_size=40
)
WRITERS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "percent": lambda secret: quote(secret, safe=""),
    "path": quote,
    "form": quote_plus,
    "percent, lower case": lambda secret: quote(secret, safe="").replace("%2F", "%2f"),
    "JSON": json.dumps,
    "JSON, as it is": lambda secret: json.dumps(secret, ensure_ascii=False),
    "representation": repr,
    "page": html.escape,
}


@pytest.mark.case("RD-10")
@pytest.mark.parametrize("writer", WRITERS)
@given(odd)
@example('quo"te and b\\slash')
@example("100%ä of '€' & <b>")
def test_an_odd_secret_is_masked_however_it_is_written(
    writer: str, secret: str
) -> None:
    redaction = Redaction()
    redaction.know(secret)

    cleaned = redaction.clean_values(f"x{WRITERS[writer](secret)}x")

    assert CanarySearch({"secret": secret}).found_in(cleaned) == set()


def test_half_a_surrogate_pair_can_be_known() -> None:
    redaction = Redaction()

    redaction.know("CANARY-\ud800-half-a-pair")

    assert redaction.clean_values("x CANARY-\ud800-half-a-pair") == f"x {MASK}"


@pytest.mark.parametrize(
    "text",
    [
        "RC_APP_CLIENT_SECRET=s3cr3t",
        "RC_USER_JWT=s3cr3t",
        "client-secret: s3cr3t",
        '{"secret": "s3cr3t"}',
        "X-Auth-Token: s3cr3t",
        "Authorization: s3cr3t",
        'Authorization: Digest response="s3cr3t", nonce="s3cr3t"',
        "set-cookie: sid=s3cr3t; theme=s3cr3t",
        "{'Cookie': 's3cr3t; s3cr3t', 'x': 1}",
        r'{"body": "{\"access_token\": \"s3cr3t\", \"x\": 1}"}',
        r'"{\\\"refresh_token\\\":\\\"s3cr3t\\\"}"',
        r"https://x.example/?a=1\u0026code=s3cr3t",
        '<a href="/cb?a=1&amp;code=s3cr3t&amp;state=s3cr3t">',
        "&quot;access_token&quot;:&quot;s3cr3t&quot;",
        '<input type=hidden name="code" value="s3cr3t">',
        "<input value='s3cr3t' type=hidden name='state'>",
        "<input name=access_token value=s3cr3t>",
        "/go?to=https%3A%2F%2Fx.example%2Fcb%3Fcode%3Ds3cr3t%26state%3Ds3cr3t",
        "/go?to=%252Fcb%253Faccess_token%253Ds3cr3t",
        '"access_token": ["s3cr3t", "s3cr3t"]',
        '"token": {"value": "s3cr3t"}',
        "code=s3cr3t&code=s3cr3t",
        "CODE_VERIFIER=s3cr3t",
        "https://me:s3cr3t@proxy.example:8080/x",
        "//me:s3cr3t@proxy.example",
        '"client_secret": "s3 \\" cr3t\\\\"',
        'password="s3\ncr3t"',
    ],
)
@pytest.mark.case("RD-03", "RD-12")
def test_a_short_value_is_masked_in_any_dress(text: str) -> None:
    cleaned = Redaction().clean(text)

    assert "s3" not in cleaned
    assert "cr3t" not in cleaned
    assert MASK in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "HTTP status code: 400; state unknown",
        "has_secret=False",
        'www-authenticate: Bearer realm="RingCentral", error="invalid_token"',
        "token_type and tokens are words",
        "https://platform.example:443/x@y",
        '<input name="who" value="101">',
        "The authorization endpoint, the cookie jar",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert Redaction().clean(text) == text


@pytest.mark.parametrize(
    "name",
    ["Set-Cookie", "x-auth-token", "RC_USER_JWT", " code ", "code[]", "clientSecret"],
)
def test_a_name_is_secret_in_any_spelling(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", ["has_secret", "token_type", "error_code", "codec"])
def test_a_name_that_only_looks_like_one_is_not(name: str) -> None:
    assert not is_secret_name(name)


@given(st.text())
def test_no_text_is_withheld_for_its_looks(text: str) -> None:
    assert "withheld" not in Redaction().clean(text)


NASTY = ("\\", "a-", '"', "token ", 'value="', "name=", 'token="\\', "//a:", "%25", "<")


@pytest.mark.parametrize("piece", NASTY)
def test_no_text_of_a_server_takes_long_to_clean(piece: str) -> None:
    redaction = Redaction()
    redaction.know(CANARY)
    text = piece * (128 * 1024 // len(piece))

    began = time.process_time()
    redaction.clean(text)

    # 60 ms on a slow computer; what is quadratic would take minutes.
    assert time.process_time() - began < 2.0


def test_a_secret_is_found_while_others_are_learnt() -> None:
    redaction = Redaction()
    redaction.know(CANARY)

    with redaction._lock:  # as another thread holds it that learns a secret
        cleaned = redaction.clean_values(f"x {CANARY}")

    assert cleaned == f"x {MASK}"
