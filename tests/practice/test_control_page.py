"""The page that switches the practice server, as a browser without scripts has it."""

import html
import re
from dataclasses import fields

import pytest
import requests

from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.settings import Settings
from tests.practice.control_use import ControlUse, error_of
from tests.practice.visitor import Fields, Visitor, code_of

PAGE = "/practice/"


def text_of(page: requests.Response) -> str:
    return html.unescape(page.text)


def press(visitor: Visitor, *more: tuple[str, str]) -> requests.Response:
    """Send a form of the page, with the proof that it came from there."""
    found = re.search(r'name="proof" value="([^"]+)"', visitor.get(PAGE).text)
    assert found
    form: Fields = [("proof", found[1]), *more]
    return visitor.post(PAGE, form)


def test_it_shows_every_scene_fault_and_setting(visitor: Visitor) -> None:
    page = visitor.get(PAGE)

    text = text_of(page)
    assert "The server behaves as RingCentral." in text
    for scene in SCENES.values():
        for words in (scene.name, scene.about, *scene.steps):
            assert words in text
        for promise in scene.promises:
            assert promise.text in text
    for kind in FAULT_KINDS.values():
        assert kind.about in text
    for each in fields(Settings):
        assert f'name="{each.name}"' in text
    assert "<script" not in text


def test_the_front_page_leads_to_it(visitor: Visitor) -> None:
    assert f'href="{PAGE}"' in visitor.get("/").text


def test_a_scene_starts_and_the_page_says_so(
    visitor: Visitor, control: ControlUse
) -> None:
    answer = press(visitor, ("action", "scene"), ("key", "penalty"))

    assert (answer.status_code, answer.headers["Location"]) == (303, PAGE)
    assert control.state()["scene"]["key"] == "penalty"
    assert "The scene <b>Penalty</b> is on." in visitor.get(PAGE).text


def test_all_is_normal_again(visitor: Visitor, control: ControlUse) -> None:
    control.send("POST", "scenes/network-portal")

    press(visitor, ("action", "reset"))

    state = control.state()
    assert (state["scene"], state["faults"]) == (None, [])


def test_a_fault_is_switched_on_and_off(visitor: Visitor, control: ControlUse) -> None:
    fault = [("key", "slow"), ("endpoints", "code"), ("endpoints", "api")]
    numbers = [("times", "2"), ("amount", "3")]
    press(visitor, ("action", "fault-on"), *fault, *numbers)
    (on,) = control.state()["faults"]
    text = text_of(visitor.get(PAGE))

    press(visitor, ("action", "fault-off"), ("key", "slow"))

    assert (on["endpoints"], on["times"], on["amount"]) == (["code", "api"], 2, 3)
    assert "Faults: Slow." in text
    assert control.state()["faults"] == []


def test_a_code_to_refuse_with_is_chosen(visitor: Visitor, control: ControlUse) -> None:
    fault = [("key", "refuse"), ("endpoints", "api"), ("times", "0")]
    press(visitor, ("action", "fault-on"), *fault, ("code", "CMN-401"))

    (on,) = control.state()["faults"]
    page = text_of(visitor.get(PAGE))

    assert (on["code"], on["endpoints"]) == ("CMN-401", ["api"])
    assert "Faults: Refuse with a code (CMN-401)." in page
    assert '<option value="CMN-401" selected>' in page


def test_settings_are_saved_and_marked(visitor: Visitor, control: ControlUse) -> None:
    press(visitor, ("action", "settings"), ("penalty", "5"), ("code_lifetime", "60"))

    assert control.state()["settings"]["penalty"] == 5
    assert "Changed settings: Penalty." in text_of(visitor.get(PAGE))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ([("action", "settings"), ("penalty", "soon")], "penalty: It is a whole"),
        ([("action", "settings"), ("penalty", "9" * 30)], "penalty: It is a whole"),
        ([("action", "fault-on"), ("key", "slow")], "endpoints: It is a list"),
        (
            [("action", "fault-on"), ("key", "refuse"), ("endpoints", "api")],
            "times: It is a whole",
        ),
        (
            [
                ("action", "fault-on"),
                ("key", "refuse"),
                ("endpoints", "api"),
                ("times", "0"),
                ("code", "OAU-999"),
            ],
            "code: It is one of",
        ),
        ([("action", "fault-on"), ("key", "<b>")], "key: There is no such"),
        ([("action", "scene"), ("key", "no-such")], "key: There is no such"),
    ],
)
def test_what_cannot_be_is_told_on_the_page(
    visitor: Visitor, control: ControlUse, sent: list[tuple[str, str]], told: str
) -> None:
    before = control.state()

    page = press(visitor, *sent)

    assert page.status_code == 400
    assert told in text_of(page)
    assert control.state() == before


def test_sessions_are_shown_without_tokens_and_ended(
    visitor: Visitor, control: ControlUse
) -> None:
    control.send("DELETE", "sessions")
    tokens = visitor.get_tokens("102")
    page = visitor.get(PAGE)

    press(visitor, ("action", "end"), ("key", tokens["session_id"]))

    assert "Grace Practice in RingAuth practice public app" in page.text
    assert tokens["access_token"] not in page.text
    assert tokens["refresh_token"] not in page.text
    assert code_of(visitor.refresh(tokens["refresh_token"])) == "OAU-211"
    assert "Nobody is signed in." in visitor.get(PAGE).text


@pytest.mark.parametrize("proof", ["", "made-up"])
def test_a_form_of_another_page_does_nothing(
    visitor: Visitor, control: ControlUse, proof: str
) -> None:
    form = {"proof": proof, "action": "scene", "key": "penalty"}

    assert error_of(visitor.post(PAGE, form)) == (403, "proof")

    assert control.state()["scene"] is None


def test_a_form_that_another_servers_page_sends_does_nothing(visitor: Visitor) -> None:
    headers = {"Origin": "http://evil.example"}

    assert error_of(visitor.post(PAGE, {"action": "reset"}, headers)) == (403, "Origin")


def test_an_unknown_action_is_refused(visitor: Visitor) -> None:
    assert error_of(press(visitor, ("action", "no-such"))) == (400, "action")
