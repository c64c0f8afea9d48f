"""What a person saw somewhere, read for its codes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.ringcentral.codes_in_text import LONGEST_TEXT, CodesInText, codes_in
from ringauth_gui.ringcentral.error_code import ErrorCode
from ringauth_gui.ringcentral.error_codes import EVERY_ENTRY

CANARY = "U0pDMTFQMDFQQVMwMHxBQUJCQ0NERA-canary"


def _codes(text: str) -> list[str]:
    return [entry.code for entry in codes_in(text).entries]


@pytest.mark.parametrize(
    "text",
    ["OAU-109", "oau 109", "OAU109", " Oau_109 ", "oau - 109", "OAU–109", "(OAU-109)"],
)
def test_a_code_is_found_however_it_is_typed(text: str) -> None:
    assert _codes(text) == ["OAU-109"]


@pytest.mark.parametrize("entry", EVERY_ENTRY, ids=lambda entry: entry.code)
def test_every_code_is_found_in_a_log_line(entry: ErrorCode) -> None:
    line = f"2026-11-25 18:40:01 WARN call failed: {entry.code}, giving up"

    assert entry.code in _codes(line)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("api error 208", ["API_ERROR_208"]),
        ("APIERROR208", ["API_ERROR_208"]),
        ("tokeninvalid", ["TokenInvalid"]),
        ("Insufficientpermissions", ["InsufficientPermissions"]),
        ("INVALID_CLIENT", ["invalid_client"]),
        ("invalid client", ["invalid_client"]),
        ("login-required", ["login_required"]),
    ],
)
def test_codes_that_are_words_are_found_too(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes


def test_an_answer_is_read_with_what_it_names() -> None:
    answer = {
        "errorCode": "InsufficientPermissions",
        "message": "In order to call this API endpoint, application needs to have "
        "[ReadAccounts] permission",
        "errors": [{"errorCode": "CMN-401", "permissionName": "ReadAccounts"}],
    }

    found = codes_in(f"12:01 ERROR 403 {json.dumps(answer, indent=2)} (retry in 1 s)")

    assert [entry.code for entry in found.entries] == [
        "CMN-401",
        "InsufficientPermissions",
    ]
    assert found.permission == "ReadAccounts"


def test_an_answer_of_the_token_endpoint_is_not_taken_for_the_browsers() -> None:
    text = '{"error": "invalid_request", "error_description": "x"}'

    (entry,) = codes_in(text).entries

    assert entry.endpoint == "token endpoint"


@pytest.mark.parametrize(
    "text",
    [
        "http://localhost:27464/callback?error=access_denied&error_description=OAU%2D105",
        "error=access_denied&error_description=The%2Buser%2Bdenied%2BOAU-105&state=x",
        "http%3A%2F%2Flocalhost%2F%3Ferror%3Daccess_denied%26error_description%3DOAU-105",
    ],
)
def test_an_address_is_the_browsers_answer(text: str) -> None:
    entries = codes_in(text).entries

    assert [(entry.code, entry.endpoint) for entry in entries] == [
        ("OAU-105", ""),
        ("access_denied", "authorization endpoint"),
    ]


def test_a_word_alone_is_explained_for_each_endpoint() -> None:
    entries = codes_in("access_denied").entries

    assert [entry.endpoint for entry in entries] == [
        "authorization endpoint",
        "token endpoint",
    ]


def test_several_codes_come_with_the_numbered_ones_first_and_once_each() -> None:
    text = "TokenInvalid invalid_grant OAU-213 CMN-301 oau213"

    assert _codes(text) == ["OAU-213", "CMN-301", "TokenInvalid", "invalid_grant"]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("OAU-999", ("OAU-999",)), ("msg 240 and cmn-301", ("MSG-240",))],
)
def test_a_code_that_no_list_names_is_said_to_be_unknown(
    text: str, unknown: tuple[str, ...]
) -> None:
    assert codes_in(text).unknown == unknown


@pytest.mark.parametrize(
    "text", ["", "hello", "SHA-256", "xOAU-109", "OAU-1", "OAU-10999", "401(k)", "{}"]
)
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    assert codes_in(text) == CodesInText()


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("403", (403,)),
        ("HTTP/1.1 502 Bad Gateway", (502,)),
        ("status code: 429", (429,)),
        ('"status": 401', (401,)),
        ("it took 250 ms", ()),
    ],
)
def test_the_status_is_found(text: str, statuses: tuple[int, ...]) -> None:
    assert codes_in(text).statuses == statuses


@pytest.mark.parametrize(
    "text",
    [
        f'{{"access_token": "{CANARY}"}}',
        f"http://localhost:27464/callback?code={CANARY}&state=x",
        f"Authorization: Bearer {CANARY}",
        f"access_token%3D{CANARY}",
        CANARY + CANARY,
    ],
)
def test_a_secret_is_noticed_and_nothing_of_it_is_kept(text: str) -> None:
    found = codes_in(f"OAU-213 {text}")

    assert found.holds_secret
    assert [entry.code for entry in found.entries] == ["OAU-213"]
    assert "canary" not in repr(found)


@pytest.mark.parametrize("member", ["permissionName", "parameterName"])
def test_a_secret_in_the_place_of_a_name_is_no_name(member: str) -> None:
    answer = {"errorCode": "CMN-401", member: CANARY.replace("-", "") + "x" * 10}

    found = codes_in(json.dumps(answer))

    assert [entry.code for entry in found.entries] == ["CMN-401"]
    assert (found.permission, found.parameter) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "OAU-146 · HTTP 401 invalid_client · request ID 7f3c0a62-93a1-11ee-b9d1-0242",
        "GET https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~ 403",
        "code=OAU-109",
        "error code=OAU-109",
    ],
)
def test_the_details_of_a_message_hold_no_secret(text: str) -> None:
    assert not codes_in(text).holds_secret


def test_what_comes_after_the_longest_text_is_not_looked_at() -> None:
    assert _codes(" " * LONGEST_TEXT + "OAU-109") == []


@given(
    st.text()
    | st.text(st.sampled_from('OAU-CMN 109{}[]":,%2B=&error_invalid_grant\\\ud800'))
)
def test_any_text_is_read(untrusted: str) -> None:
    found = codes_in(untrusted)

    assert len(set(found.entries)) == len(found.entries)
    assert all(100 <= status < 600 for status in found.statuses)
