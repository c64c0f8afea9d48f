"""The HTTP interface of the practice server."""

import json
from dataclasses import fields

import pytest
import requests
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.settings import Settings
from tests.practice.control_use import JSON, ControlUse, error_of
from tests.practice.visitor import Visitor, code_of

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
SETTING_NAMES = [each.name for each in fields(Settings)]


def test_at_first_all_is_as_it_was_started(control: ControlUse) -> None:
    state = control.state()

    assert state["scene"] is None
    assert state["faults"] == []
    assert set(state["settings"]) == set(SETTING_NAMES)
    assert state["settings"]["access_token_lifetime"] == 3600


def test_settings_change_one_by_one(control: ControlUse, visitor: Visitor) -> None:
    body = {"access_token_lifetime": 90}

    answer = control.send("PATCH", "settings", body)

    assert answer.json()["settings"]["access_token_lifetime"] == 90
    assert answer.json()["settings"]["refresh_token_lifetime"] == 604_800
    assert int(visitor.get_tokens()["expires_in"]) == 90


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("one_second_less", True),
        ("token_type", "Bearer"),
        ("sixth_session", "is refused"),
    ],
)
def test_a_setting_of_any_type_is_told_as_it_was_sent(
    control: ControlUse, name: str, value: object
) -> None:
    control.send("PATCH", "settings", {name: value})

    assert control.state()["settings"][name] == value
    assert len(control.state()["changed"]) == 1


@pytest.mark.parametrize(
    ("body", "member"),
    [
        ({"no_such": 1}, "no_such"),
        ({"one_second_less": 1}, "one_second_less"),
        ({"token_type": None}, "token_type"),
        ({"token_type": "\ud800"}, "token_type"),
        ({"token_type": "mac\r\nX-Made-Up: 1"}, "token_type"),
        ({"token_type": "x" * 201}, "token_type"),
        ({"sixth_session": "made up"}, "sixth_session"),
        ({"sixth_session": ["is refused"]}, "sixth_session"),
        ({"penalty": -1}, "penalty"),
        ({"penalty": True}, "penalty"),
        ({"penalty": "60"}, "penalty"),
        ({"penalty": 1.5}, "penalty"),
        ({"penalty": 10**30}, "penalty"),
        ([1], "body"),
        ("text", "body"),
    ],
)
def test_a_wrong_setting_is_named_and_changes_nothing(
    control: ControlUse, body: object, member: str
) -> None:
    before = control.state()

    assert error_of(control.send("PATCH", "settings", body)) == (400, member)

    assert control.state() == before


def test_a_fault_is_switched_on_as_usual_where_nothing_is_said(
    control: ControlUse,
) -> None:
    answer = control.send("PUT", "faults/too-many", {})

    assert answer.json()["faults"] == [
        {
            "kind": "too-many",
            "label": "Too many requests",
            "endpoints": ["code", "refresh", "jwt", "revoke"],
            "times": 0,
            "amount": 60,
            "code": None,
        }
    ]


def test_a_fault_happens_where_and_as_often_as_told(
    control: ControlUse, visitor: Visitor
) -> None:
    body = {"endpoints": ["refresh"], "times": 1, "amount": 7}
    control.send("PUT", "faults/too-many", body)
    tokens = visitor.get_tokens()

    first = visitor.refresh(tokens["refresh_token"])
    second = visitor.refresh(tokens["refresh_token"])

    assert (first.status_code, first.headers["Retry-After"]) == (429, "7")
    assert second.status_code == 200
    assert control.state()["faults"] == []


@pytest.mark.parametrize(
    ("key", "body", "member"),
    [
        ("slow", {"seconds": 1}, "seconds"),
        ("slow", {"amount": -1}, "amount"),
        ("slow", {"amount": None}, "amount"),
        ("junk", {"amount": 1}, "amount"),
        ("junk", {"times": -1}, "times"),
        ("junk", {"endpoints": "code"}, "endpoints"),
        ("junk", {"endpoints": []}, "endpoints"),
        ("junk", {"endpoints": ["authorize"]}, "endpoints"),
        ("junk", {"endpoints": [["code"]]}, "endpoints"),
    ],
)
def test_a_wrong_fault_is_refused_by_its_member(
    control: ControlUse, key: str, body: object, member: str
) -> None:
    assert error_of(control.send("PUT", f"faults/{key}", body)) == (400, member)

    assert control.state()["faults"] == []


def test_faults_are_switched_off_alone_and_together(control: ControlUse) -> None:
    for key in ("junk", "slow", "portal"):
        control.send("PUT", f"faults/{key}", {})

    one_less = control.send("DELETE", "faults/junk").json()["faults"]
    none = control.send("DELETE", "faults").json()["faults"]

    assert [each["kind"] for each in one_less] == ["slow", "portal"]
    assert none == []


def test_what_is_not_there_is_said_to_be_not_there(control: ControlUse) -> None:
    assert error_of(control.send("PUT", "faults/no-such", {})) == (404, "kind")
    assert error_of(control.send("DELETE", "faults/no-such")) == (404, "kind")
    assert error_of(control.send("POST", "scenes/no-such")) == (404, "key")
    assert error_of(control.send("DELETE", "sessions/no-such")) == (404, "session_id")


def test_every_fault_and_scene_is_listed(control: ControlUse) -> None:
    faults = control.send("GET", "faults").json()["faults"]
    scenes = control.send("GET", "scenes").json()["scenes"]

    assert [each["kind"] for each in faults] == list(FAULT_KINDS)
    assert [each["key"] for each in scenes] == list(SCENES)
    assert all(each["steps"] and each["promises"] for each in scenes)


def test_a_scene_takes_the_place_of_all_that_was_on(control: ControlUse) -> None:
    control.send("PUT", "faults/portal", {})
    control.send("PATCH", "settings", {"penalty": 5})

    state = control.send("POST", "scenes/lost-answer").json()

    assert state["scene"] == {"key": "lost-answer", "name": "Lost answer"}
    assert [each["kind"] for each in state["faults"]] == ["lost-answer"]
    assert state["settings"]["penalty"] == 60


def test_after_the_reset_all_is_normal_and_who_is_signed_in_stays_so(
    control: ControlUse, visitor: Visitor
) -> None:
    tokens = visitor.get_tokens()
    control.send("POST", "scenes/user-disabled")
    assert visitor.call(tokens["access_token"]).status_code == 401

    control.send("POST", "reset")

    assert control.state()["scene"] is None
    assert visitor.call(tokens["access_token"]).status_code == 200


def test_sessions_are_listed_and_ended_without_a_token(
    control: ControlUse, visitor: Visitor
) -> None:
    control.send("DELETE", "sessions")
    first, second = visitor.get_tokens("101"), visitor.get_tokens("102")

    listed = control.send("GET", "state")
    ended = control.send("DELETE", f"sessions/{first['session_id']}")

    assert [each["extension_number"] for each in listed.json()["sessions"]] == [
        "101",
        "102",
    ]
    assert listed.json()["sessions"][1]["extension_id"] == "9007199254740993"
    assert [each["session_id"] for each in ended.json()["sessions"]] == [
        second["session_id"]
    ]
    for tokens in (first, second):
        for name in ("access_token", "refresh_token"):
            assert tokens[name] not in listed.text
    assert code_of(visitor.refresh(first["refresh_token"])) == "OAU-211"
    assert visitor.call(second["access_token"]).status_code == 200


@how(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([*SETTING_NAMES, "endpoints", "times", "amount"]) | st.text(),
    value=JUNK,
    key=st.sampled_from([*FAULT_KINDS, "no-such"]),
)
def test_junk_is_refused_or_taken_and_never_an_error_of_the_server(
    control: ControlUse, name: str, value: object, key: str
) -> None:
    for method, path in (("PATCH", "settings"), ("PUT", f"faults/{key}")):
        answer = requests.request(
            method,
            f"{control.address}/practice/{path}",
            data=json.dumps({name: value}),
            headers=JSON,
            timeout=10,
        )

        assert answer.status_code in (200, 400, 404)
        assert answer.headers["Content-Type"] == "application/json"
        if answer.status_code != 200:
            error_of(answer)
