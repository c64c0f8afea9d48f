"""The core as it is built, late and once."""

import threading
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import Redaction
from ringauth_gui.services import Services, Surroundings
from ringauth_gui.storage.accepted_keyrings import AcceptedKeyrings
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import PAGES, new_profile
from tests.fakes.fixed_clock import FixedClock


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return new_services(tmp_path)


def new_services(tmp_path: Path) -> Services:
    """Return the core of a window that has just started."""
    exchanges: list[Exchange] = []
    return Services(
        Surroundings(
            clock=FixedClock(),
            redaction=Redaction(),
            record=exchanges.append,
            open_browser=lambda _address: True,
            practice_address=lambda: "http://127.0.0.1:1",
            pages=PAGES,
            locks=tmp_path / "locks",
            counts=lambda: CallCounts(tmp_path / "locks", FixedClock()),
            sessions=lambda: KnownSessions(tmp_path / "locks", FixedClock()),
            marks=lambda: KeptMarks(tmp_path / "locks", FixedClock()),
            authorization_seconds=1.0,
        )
    )


def _at_once(call: Callable[[], object]) -> list[object]:
    """Call from four threads at the same moment."""
    barrier = threading.Barrier(4)
    answers: list[object] = []

    def run() -> None:
        barrier.wait()
        answers.append(call())

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10.0)
    return answers


def test_without_a_keyring_the_store_is_memory_and_the_reason_is_told(
    services: Services,
) -> None:
    opened = services.keyring()

    assert not opened.store.is_lasting
    assert opened.problem


def test_the_keyring_is_opened_once(services: Services) -> None:
    answers = _at_once(services.keyring)

    assert len(answers) == 4
    assert all(answer is answers[0] for answer in answers)


def test_the_use_cases_are_built_once_however_many_ask(services: Services) -> None:
    answers = _at_once(services.authorizer)

    assert len(answers) == 4
    assert all(answer is answers[0] for answer in answers)


def test_the_use_cases_keep_in_that_store(services: Services) -> None:
    profile = new_profile(has_secret=True)

    services.authorizer().clients.vault.save_secret(profile, "kept-by-the-use-cases")

    kept = services.keyring().store.load(profile.id, SecretKind.CLIENT_SECRET)
    assert kept is not None
    assert "kept-by-the-use-cases" in kept


@pytest.mark.case("KR-12")
def test_an_unknown_keyring_is_offered_by_its_class_and_used_once_it_is_accepted(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "tests.fakes.unknown_keyring.UnknownKeyring"
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    opened = services.keyring()
    assert opened.unknown == name
    assert name in (opened.problem or "")
    assert not opened.store.is_lasting

    AcceptedKeyrings(tmp_path / "locks").accept(name)

    assert new_services(tmp_path).keyring().store.name == name
