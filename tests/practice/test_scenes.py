"""What each scene makes of the server, as a client meets it."""

import pytest
import requests

from ringauth_gui.practice.scenes import SCENES
from tests.practice.control_use import ControlUse
from tests.practice.visitor import BASIC, Visitor, answer_of, code_of, ticket_of


def start(control: ControlUse, key: str) -> None:
    assert control.send("POST", f"scenes/{key}").json()["scene"]["key"] == key


def test_every_scene_says_what_to_try_and_what_is_then_said() -> None:
    for key, scene in SCENES.items():
        assert scene.key == key
        assert scene.name
        assert scene.about.endswith(".")
        assert all(step.endswith(".") for step in scene.steps), key
        assert scene.steps, key
        assert scene.promises, key
        assert all(each.text for each in scene.promises), key
    assert len({each.name for each in SCENES.values()}) == len(SCENES)


def test_the_secret_of_the_confidential_app_is_another(
    control: ControlUse, visitor: Visitor
) -> None:
    form = {"grant_type": "refresh_token", "refresh_token": "none"}
    before = visitor.post("/restapi/oauth/token", form, basic=BASIC)

    start(control, "secret-rotated")

    after = visitor.post("/restapi/oauth/token", form, basic=BASIC)
    assert (code_of(before), code_of(after)) == ("OAU-213", "OAU-146")


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("session-ended", "OAU-211"),
        ("session-limit", "OAU-213"),
        ("user-disabled", "OAU-236"),
        ("no-app-access", "CMN-408"),
        ("penalty", "CMN-301"),
    ],
)
def test_a_refresh_is_refused(
    control: ControlUse, visitor: Visitor, key: str, code: str
) -> None:
    tokens = visitor.get_tokens()

    start(control, key)

    assert code_of(visitor.refresh(tokens["refresh_token"])) == code


def test_grace_is_signed_in_in_the_browser_until_somebody_else_signs_in(
    control: ControlUse, visitor: Visitor
) -> None:
    start(control, "other-person")

    at_once = visitor.authorize()
    asked = visitor.authorize(prompt="login")
    visitor.sign_in(ticket_of(asked), who="101")
    afterwards = visitor.authorize()

    assert "You are Grace Practice" in at_once.text
    assert 'id="sign-in"' in asked.text
    assert 'id="sign-in"' in afterwards.text


@pytest.mark.parametrize("end", ["sign out", "reset"])
def test_the_wrong_person_can_be_signed_out(
    control: ControlUse, visitor: Visitor, end: str
) -> None:
    start(control, "other-person")
    if end == "sign out":
        visitor.post("/sign-out", {})
    else:
        control.send("POST", "reset")
        control.send("PATCH", "settings", {"browser_stays_signed_in": True})

    assert 'id="sign-in"' in visitor.authorize().text


def test_no_refresh_token_comes(control: ControlUse, visitor: Visitor) -> None:
    start(control, "no-refresh-token")

    assert "refresh_token" not in visitor.get_tokens()


def test_the_user_lacks_what_the_app_has(control: ControlUse, visitor: Visitor) -> None:
    tokens = visitor.get_tokens()

    start(control, "user-without-permission")

    refused = visitor.call(tokens["access_token"])
    assert refused.json()["permissionName"] == "ReadExtensions"
    assert refused.json()["errorCode"] == "CMN-408"


def test_every_sign_in_is_denied(control: ControlUse, visitor: Visitor) -> None:
    start(control, "access-denied")
    ticket = ticket_of(visitor.authorize())
    visitor.sign_in(ticket)

    assert answer_of(visitor.consent(ticket))["error"] == "access_denied"


def test_only_the_next_answer_is_lost(control: ControlUse, visitor: Visitor) -> None:
    tokens = visitor.get_tokens()
    start(control, "lost-answer")
    with pytest.raises(requests.ConnectionError):
        visitor.refresh(tokens["refresh_token"])

    assert visitor.refresh(tokens["refresh_token"]).status_code == 200


@pytest.mark.parametrize("key", ["network-portal", "wrong-json"])
def test_no_json_comes(control: ControlUse, visitor: Visitor, key: str) -> None:
    tokens = visitor.get_tokens()

    start(control, key)

    with pytest.raises(requests.JSONDecodeError):
        visitor.refresh(tokens["refresh_token"]).json()


def test_nothing_comes(control: ControlUse, visitor: Visitor) -> None:
    tokens = visitor.get_tokens()

    start(control, "server-down")

    with pytest.raises(requests.ConnectionError):
        visitor.refresh(tokens["refresh_token"])


def test_tokens_and_sessions_end_soon(control: ControlUse, visitor: Visitor) -> None:
    start(control, "expires-soon")
    short = int(visitor.get_tokens()["expires_in"])
    start(control, "session-end")
    bounded = int(visitor.get_tokens()["session_expires_in"])

    assert (short, bounded) == (10, 1800)


def test_another_brand_is_refused(control: ControlUse, visitor: Visitor) -> None:
    start(control, "other-brand")

    answer = answer_of(visitor.authorize(brand_id="3420"))

    assert answer["error"] == "invalid_request"


def test_id_tokens_are_signed_with_a_wrong_key(control: ControlUse) -> None:
    start(control, "id-token-key")

    assert control.state()["settings"]["id_token_fault"] == "wrong key"
