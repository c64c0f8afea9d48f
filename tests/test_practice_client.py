"""The practice server switched from the program."""

import threading
from collections.abc import Iterator
from dataclasses import fields
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from typing_extensions import override

from ringauth_gui.errors import InvalidServerResponse, NetworkError
from ringauth_gui.practice.choices import ErrorStatus
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.setting import CHOICES, NUMBERS
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice_client import PracticeClient
from ringauth_gui.practice_host import PracticeHost
from ringauth_gui.practice_setting import SettingType, SettingValue
from tests.fakes.core import free_port


@pytest.fixture
def host() -> Iterator[PracticeHost]:
    host = PracticeHost(free_port())
    yield host
    host.stop()


@pytest.fixture
def client(host: PracticeHost) -> PracticeClient:
    return PracticeClient(host)


def test_looking_starts_no_server(client: PracticeClient, host: PracticeHost) -> None:
    assert client.look() is None
    assert host.running_address() is None


def test_everything_else_starts_one(client: PracticeClient) -> None:
    assert client.state().is_normal

    seen = client.look()

    assert seen is not None
    assert seen.is_normal


def test_what_can_be_switched_is_what_the_server_has(client: PracticeClient) -> None:
    programme = client.programme()

    kinds = [kind for kind in FAULT_KINDS.values() if kind.code is None]
    for fault, kind in zip(programme.faults, kinds, strict=True):
        assert (fault.key, fault.label, fault.about) == (
            kind.key,
            kind.label,
            kind.about,
        )
        assert (fault.amount, fault.least, fault.most) == (
            kind.amount,
            kind.least,
            kind.most,
        )
    for told, scene in zip(programme.scenes, SCENES.values(), strict=True):
        assert (told.key, told.name, told.about) == (scene.key, scene.name, scene.about)
        assert told.steps == scene.steps
        assert [each.text for each in told.promises] == [
            each.text for each in scene.promises
        ]


def test_every_setting_is_told_with_all_that_it_can_be(client: PracticeClient) -> None:
    settings = {each.name: each for each in client.programme().settings}

    assert list(settings) == [each.name for each in fields(Settings)]
    assert settings["code_lifetime"].type is SettingType.NUMBER
    assert settings["pkce_replaces_secret"].type is SettingType.YES_NO
    status = settings["error_status"]
    assert (status.type, status.label) == (
        SettingType.CHOICE,
        "Status of token errors",
    )
    assert status.choices == tuple(each.value for each in ErrorStatus)
    assert {each.group for each in settings.values()} == {NUMBERS, CHOICES}


def test_every_setting_is_changed_to_all_that_it_can_be(client: PracticeClient) -> None:
    for setting in client.programme().settings:
        possible: dict[SettingType, tuple[SettingValue, ...]] = {
            SettingType.NUMBER: (0, setting.most),
            SettingType.TEXT: ("", "a text"),
            SettingType.YES_NO: (True, False),
            SettingType.CHOICE: setting.choices,
        }
        for value in possible[setting.type]:
            state = client.change_setting(setting.name, value)

            assert dict(state.values)[setting.name] == value


def test_a_changed_setting_is_told_by_its_label(client: PracticeClient) -> None:
    state = client.change_setting("code_lifetime", 7)

    assert state.changed == ("Authorization code",)
    assert not state.is_normal


def test_a_fault_comes_with_its_amount(client: PracticeClient) -> None:
    usual = client.switch_fault("slow", on=True)
    chosen = client.switch_fault("slow", on=True, amount=7)

    assert usual.amounts == (("slow", FAULT_KINDS["slow"].amount),)
    assert chosen.amounts == (("slow", 7),)


def test_a_scene_is_started_and_all_is_normal_again(client: PracticeClient) -> None:
    playing = client.start_scene("network-portal")

    assert (playing.scene_key, playing.scene_name) == (
        "network-portal",
        "Network portal",
    )
    assert playing.faults == (("portal", "Network portal"),)
    assert not playing.is_normal
    assert client.reset().is_normal


def test_a_scenes_settings_are_told_by_their_labels(client: PracticeClient) -> None:
    (label,) = client.start_scene("expires-soon").changed

    assert label == "Access token"


def test_a_fault_is_switched_on_and_off(client: PracticeClient) -> None:
    on = client.switch_fault("slow", on=True)
    off = client.switch_fault("slow", on=False)

    assert on.fault_keys == {"slow"}
    assert off.is_normal


def test_requests_are_refused_with_a_code_and_no_longer(client: PracticeClient) -> None:
    on = client.refuse_with("CMN-401")
    off = client.refuse_with("")

    assert on.code == "CMN-401"
    assert on.faults == (("refuse", "Refuse with a code (CMN-401)"),)
    assert (off.code, off.is_normal) == ("", True)


def test_another_windows_server_is_switched(host: PracticeHost) -> None:
    other = PracticeClient(PracticeHost(int(host.address().rpartition(":")[2])))
    other.start_scene("penalty")

    seen = PracticeClient(host).look()

    assert seen is not None
    assert seen.scene_name == "Penalty"


def test_the_page_is_the_servers(client: PracticeClient, host: PracticeHost) -> None:
    assert client.page_address() == f"{host.address()}/practice/"


def test_what_the_server_does_not_know_is_an_error(client: PracticeClient) -> None:
    with pytest.raises(InvalidServerResponse):
        client.start_scene("../reset")


class _Odd(BaseHTTPRequestHandler):
    """A practice server of another version."""

    body = b"{}"

    def do_GET(self) -> None:
        """Answer with what the test chose."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Elsewhere(PracticeHost):
    """Knows one address only."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._elsewhere = address

    @override
    def address(self) -> str:
        return self._elsewhere


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{}", b"[]", b"[" * 100_000, b'{"scene":3}'),
        *('{"scene": null}'.encode("utf-16"), b'{"scene": null, "scene": null}'),
    ],
)
def test_an_answer_of_another_version_is_an_error(body: bytes) -> None:
    handler = type("Handler", (_Odd,), {"body": body})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        client = PracticeClient(_Elsewhere(f"http://127.0.0.1:{server.server_port}"))
        try:
            with pytest.raises(InvalidServerResponse):
                client.state()
            with pytest.raises(InvalidServerResponse):
                client.programme()
        finally:
            server.shutdown()
            thread.join()


def test_a_server_that_does_not_answer_is_an_error() -> None:
    client = PracticeClient(_Elsewhere(f"http://127.0.0.1:{free_port()}"))

    with pytest.raises(NetworkError):
        client.state()
