"""Each call of a Check after the first: none spoils what the others told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import NetworkError, ServerTooSlow
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.ringcentral.api_calls import ApiCalls
from ringauth_gui.ringcentral.api_paths import (
    ACCOUNT,
    EXTENSION,
    PERMISSIONS,
    permission_check,
)
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.findings import MOST_QUESTIONS, Findings
from ringauth_gui.ringcentral.identity import Subject
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.ringcentral.user_permissions import MOST_PERMISSIONS
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_api import Answers, ScriptedApi, profile, refusal
from tests.fakes.scripted_send import response

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
_MEMBERS = st.sampled_from(
    [
        *("id", "mainNumber", "status", "serviceInfo", "brand", "permissions"),
        *("permission", "name", "contact", "roles", "displayName", "account", "email"),
    ]
)
_OBJECT = st.dictionaries(
    _MEMBERS, _JSON | st.dictionaries(_MEMBERS, _JSON) | st.lists(_JSON)
)


def _find(answers: Answers, *scope: str) -> tuple[Findings, list[str]]:
    api = ScriptedApi(answers)
    findings = Findings(ApiCalls(RINGCENTRAL.address, "x", api, FixedClock()))
    findings.ask_for_account()
    findings.ask_for_permissions()
    findings.ask_about(scope)
    return findings, api.asked


@pytest.mark.parametrize("code", ["CMN-401", "CMN-408", "CMN-404"])
def test_a_refused_account_does_not_spoil_the_permissions(code: str) -> None:
    findings, _ = _find({ACCOUNT: refusal(403, code)})

    assert findings.account is None
    assert findings.permissions is not None
    assert [each.subject for each in findings.untold] == [Subject.ACCOUNT]
    assert findings.untold[0].refusal is not None
    assert findings.untold[0].refusal.codes == (code,)


def test_refused_permissions_do_not_spoil_the_account() -> None:
    findings, asked = _find({PERMISSIONS: refusal(403, "CMN-404")}, "Faxes")

    assert findings.account is not None
    assert findings.permissions is None
    assert [each.subject for each in findings.untold] == [Subject.PERMISSIONS]
    assert asked == [ACCOUNT, PERMISSIONS]


@pytest.mark.parametrize(
    "trouble",
    [
        ServerTooSlow("host", "too slow"),
        NetworkError("host", "cut"),
        response(b"<html>"),
        response(b"", 302, {"location": "https://evil.example/"}),
        response(b"", 500),
    ],
)
def test_trouble_with_one_call_is_noted_and_the_next_is_made(
    trouble: HttpResponse | Exception,
) -> None:
    findings, asked = _find({ACCOUNT: trouble})

    assert asked == [ACCOUNT, PERMISSIONS]
    assert [each.subject for each in findings.untold] == [Subject.ACCOUNT]
    assert findings.permissions is not None


def test_what_cannot_be_read_is_noted_with_its_reason() -> None:
    findings, _ = _find({PERMISSIONS: response(b"[1]")})

    assert findings.untold[0].refusal is None
    assert findings.untold[0].reason == "it is not a JSON object"


def test_no_call_is_made_inside_a_pause() -> None:
    busy = refusal(429, "CMN-301", **{"retry-after": "45"})

    findings, asked = _find({ACCOUNT: busy}, "Faxes")

    assert asked == [ACCOUNT]
    subjects = [each.subject for each in findings.untold]
    assert subjects == [Subject.ACCOUNT, Subject.PERMISSIONS]
    for each in findings.untold:
        assert each.refusal is not None
        assert each.refusal.retry_after == 45.0


def test_a_pause_on_the_last_calls_keeps_what_was_told() -> None:
    busy = {permission_check("Glip"): refusal(429, "CMN-301")}

    findings, asked = _find(busy, "Faxes", "Glip", "RingOut")

    assert asked[-1] == permission_check("Glip")
    assert [answer.name for answer in findings.answers] == ["Faxes"]
    assert findings.permissions is not None
    assert findings.untold[0].subject is Subject.SINGLE_PERMISSIONS


def test_a_refused_token_ends_the_questions() -> None:
    findings, asked = _find({ACCOUNT: refusal(401, "OAU-129")}, "Faxes")

    assert asked == [ACCOUNT]
    assert findings.refused is not None
    assert findings.untold == []


def test_only_so_many_questions_are_asked() -> None:
    scope = [f"Scope{number}" for number in range(50)]

    _, asked = _find({}, *scope)

    assert len(asked) == 2 + MOST_QUESTIONS


def test_thousands_of_permissions_are_bounded_and_counted() -> None:
    names = [f"P{number}" for number in range(MOST_PERMISSIONS + 7)]

    findings, _ = _find({PERMISSIONS: response(profile(*names, "P1"))})

    assert findings.permissions is not None
    assert len(findings.permissions.names) == MOST_PERMISSIONS
    assert findings.permissions.left_out == 7


def test_names_are_made_plain_and_numbers_stay_whole() -> None:
    answer = response(profile("a\nb\u202e", 9007199254740993, "x" * 999, None, 1.5))

    findings, _ = _find({PERMISSIONS: answer})

    assert findings.permissions is not None
    first, second, third = findings.permissions.names
    assert first == "a b\N{REPLACEMENT CHARACTER}"
    assert second == "9007199254740993"
    assert len(third) == 300


@given(_OBJECT)
def test_no_answer_breaks_who_am_i(extension: object) -> None:
    api = ScriptedApi({EXTENSION: response(json.dumps(extension))})

    result = TokenCheck(RINGCENTRAL, "x", api, FixedClock()).check()

    assert result.identity is not None
    texts = [text for text in vars(result.identity).values() if isinstance(text, str)]
    assert [plain(text) for text in texts] == texts


@given(_OBJECT, _OBJECT)
def test_no_answer_breaks_a_check(account: object, permissions: object) -> None:
    answers: Answers = {
        ACCOUNT: response(json.dumps(account)),
        PERMISSIONS: response(json.dumps(permissions)),
    }

    findings, _ = _find(answers, "Faxes")

    told = findings.account
    assert told is not None
    for value in vars(told).values():
        assert value is None or value == plain(value)
    assert findings.permissions is not None
    assert len(set(findings.permissions.names)) == len(findings.permissions.names)
