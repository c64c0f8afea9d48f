"""What the window works with is built late, once, and of the right pieces."""

import time
from pathlib import Path

import keyring
import pytest

from ringauth_gui.caller import caller_of
from ringauth_gui.equipment import Equipment, Givens
from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.moment import system_clock
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.practice.apps import APPS, CONFIDENTIAL_APP, PUBLIC_APP
from ringauth_gui.redaction import Redaction
from ringauth_gui.ringcentral.rate_budget import UNUSED, Purpose
from ringauth_gui.storage.accepted_keyrings import AcceptedKeyrings
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import new_profile
from tests.fakes.unknown_keyring import UnknownKeyring


@pytest.fixture
def equipment(tmp_path: Path) -> Equipment:
    return Equipment(
        Givens(
            locks=tmp_path / "locks",
            redaction=Redaction(),
            record=lambda _exchange: None,
            authorization_seconds=1.0,
        )
    )


def test_nothing_is_built_before_it_is_needed(equipment: Equipment) -> None:
    lates = (equipment.counts, equipment.practice, equipment.practice_client)

    assert [late.built for late in lates] == [None, None, None]


def test_the_apps_of_the_practice_server_are_offered_the_ready_one_first(
    equipment: Equipment,
) -> None:
    apps = equipment.practice_apps()

    ids = [app.client_id for app in apps]
    assert ids[:2] == [CONFIDENTIAL_APP.client_id, PUBLIC_APP.client_id]
    assert {app.client_id for app in APPS} >= set(ids)
    assert all(isinstance(app, PracticeApp) for app in apps)
    assert apps[-1].grant_type is GrantType.JWT_BEARER


def test_what_switches_the_practice_server_starts_the_one_that_ends_with_the_program(
    equipment: Equipment,
) -> None:
    client = equipment.practice_client()

    assert client._host is equipment.practice.built


def test_the_calls_of_a_profile_are_those_that_are_counted(
    equipment: Equipment,
) -> None:
    profile = new_profile(has_secret=True)

    equipment.counts().visit(caller_of(profile), Purpose.ORDINARY)

    assert equipment.calls_of(profile) != UNUSED


@pytest.mark.case("KR-05")
def test_the_wait_for_the_system_keyring_is_told_while_it_does_not_answer(
    equipment: Equipment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "tests.fakes.unknown_keyring.UnknownKeyring"
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    AcceptedKeyrings(tmp_path / "locks").accept(name)
    since = system_clock()
    assert equipment.keyring_wait("p1", since) == 0.0  # none has been opened yet
    store = equipment.services.keyring().store
    waits: list[float] = []

    def answer(*_: object) -> None:
        until = time.monotonic() + 5.0
        while not (wait := equipment.keyring_wait("p1", since)):
            assert time.monotonic() < until  # clocks may be coarse
        waits.append(wait)

    monkeypatch.setattr(UnknownKeyring, "get_password", answer)

    store.load("p1", SecretKind.TOKEN)

    assert waits
    assert equipment.keyring_wait("p1", since) == 0.0
