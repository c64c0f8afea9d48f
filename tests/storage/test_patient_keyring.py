import threading
from collections.abc import Callable

import pytest
from keyring.errors import KeyringLocked
from typing_extensions import override

from ringauth_gui.storage.keyring_token_store import SERVICE, KeyringTokenStore
from ringauth_gui.storage.patient_keyring import PatientKeyring
from ringauth_gui.storage.token_store import SecretKind
from tests.storage.test_keyring_token_store import CANARY, InMemoryKeyring

# What jeepney raises where the bus does not admit a connection within a second: the one
# while it waits for that, the other where the second is over before it waits.
TOO_SLOW = (TimeoutError("Did not authenticate in 1.0 seconds"), BlockingIOError())
LOCKED = KeyringLocked("Failed to unlock the collection!")
SECONDS = 20


class RefusingKeyring(InMemoryKeyring):
    """A keyring that raises ``error`` at the first calls, ``refusals`` of them."""

    def __init__(self, error: Exception, refusals: int) -> None:
        super().__init__()
        self.error = error
        self.refusals = refusals

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self._refuse()
        return super().get_password(service, username)

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse()
        super().set_password(service, username, password)

    @override
    def delete_password(self, service: str, username: str) -> None:
        self._refuse()
        super().delete_password(service, username)

    def _refuse(self) -> None:
        self.refusals -= 1
        if self.refusals >= 0:
            raise self.error


class HeldKeyring(InMemoryKeyring):
    """A keyring whose calls tell that they have begun, and end when they may."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = {name: threading.Event() for name in ("first", "second")}
        self.may_end = {name: threading.Event() for name in self.begun}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.begun[username].set()
        assert self.may_end[username].wait(SECONDS)
        return username


@pytest.mark.parametrize("error", TOO_SLOW)
def test_a_bus_that_is_slow_to_admit_a_call_is_no_keyring_that_cannot_be_used(
    error: OSError,
) -> None:
    backend = RefusingKeyring(error, refusals=2)
    store = KeyringTokenStore(backend)

    store.save("5f2c", SecretKind.TOKEN, CANARY)
    backend.refusals = 2
    assert store.load("5f2c", SecretKind.TOKEN) == CANARY
    backend.refusals = 2
    store.delete("5f2c", SecretKind.TOKEN)

    assert backend.items == {}


@pytest.mark.parametrize("error", TOO_SLOW)
def test_a_bus_that_admits_nobody_is_not_tried_for_ever(error: OSError) -> None:
    backend = RefusingKeyring(error, refusals=1000)

    with pytest.raises(type(error)):
        PatientKeyring(backend, lambda: False).get_password(SERVICE, "one")

    assert 1000 - backend.refusals == 5


def test_a_keyring_that_is_unlocked_after_all_is_asked_once_more() -> None:
    backend = RefusingKeyring(LOCKED, refusals=1)
    backend.items[SERVICE, "one"] = CANARY

    PatientKeyring(backend, lambda: True).delete_password(SERVICE, "one")

    assert backend.items == {}


@pytest.mark.case("KR-04")
@pytest.mark.parametrize(
    ("is_unlocked", "calls"),
    [(lambda: False, 1), (lambda: True, 2)],
    ids=["locked", "says that it is not"],
)
def test_a_locked_keyring_does_not_ask_for_its_password_for_ever(
    is_unlocked: Callable[[], bool], calls: int
) -> None:
    backend = RefusingKeyring(LOCKED, refusals=1000)

    with pytest.raises(KeyringLocked):
        PatientKeyring(backend, is_unlocked).get_password(SERVICE, "one")

    assert 1000 - backend.refusals == calls


def test_calls_take_turns() -> None:
    backend = HeldKeyring()
    patient = PatientKeyring(backend, lambda: False, turn_seconds=SECONDS)
    first = _asking(patient, "first")
    assert backend.begun["first"].wait(SECONDS)

    second = _asking(patient, "second")
    assert not backend.begun["second"].wait(0.1)

    for event in backend.may_end.values():
        event.set()
    first.join(SECONDS)
    second.join(SECONDS)
    assert backend.begun["second"].is_set()


@pytest.mark.case("KR-05")
def test_a_call_that_does_not_end_does_not_hold_up_the_others_for_ever() -> None:
    backend = HeldKeyring()
    patient = PatientKeyring(backend, lambda: False, turn_seconds=0.01)
    first = _asking(patient, "first")
    assert backend.begun["first"].wait(SECONDS)
    backend.may_end["second"].set()

    assert patient.get_password(SERVICE, "second") == "second"

    assert first.is_alive()
    backend.may_end["first"].set()
    first.join(SECONDS)


def _asking(patient: PatientKeyring, username: str) -> threading.Thread:
    thread = threading.Thread(
        target=patient.get_password, args=(SERVICE, username), daemon=True
    )
    thread.start()
    return thread
