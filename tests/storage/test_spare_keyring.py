import contextlib
from collections.abc import Callable

import pytest
from keyring.errors import PasswordDeleteError
from typing_extensions import override

from ringauth_gui.storage.keyring_backend import removes_first
from ringauth_gui.storage.keyring_token_store import KeyringTokenStore
from ringauth_gui.storage.spare_keyring import SpareKeyring
from ringauth_gui.storage.token_store import TokenStore
from tests.fakes.limited_keyring import Killed
from tests.storage.test_keyring_backend import backend_of
from tests.storage.test_keyring_token_store import InMemoryKeyring
from tests.storage.token_store_contract import TokenStoreContract

ITEM = ("RingAuth", "5f2c/token")


class RemovingKeyring(InMemoryKeyring):
    """Removes an item before it writes it anew, as keyring's own does on macOS.

    Attributes:
        changes_left: After how many changes the process is killed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.changes_left = 1000

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        if (service, username) in self.items:
            self._change(lambda: self.items.pop((service, username)))
        self._change(lambda: self.items.update({(service, username): password}))

    @override
    def delete_password(self, service: str, username: str) -> None:
        self._change(lambda: self.items.pop((service, username)))

    def _change(self, change: Callable[[], object]) -> None:
        if self.changes_left == 0:
            raise Killed
        self.changes_left -= 1
        change()


class TestKeyringThatRemovesFirst(TokenStoreContract):
    @pytest.fixture
    def store(self) -> TokenStore:
        return KeyringTokenStore(
            SpareKeyring(RemovingKeyring(), contextlib.nullcontext)
        )


def test_only_macos_is_known_to_remove_first() -> None:
    assert removes_first(backend_of("keyring.backends.macOS"))
    assert not removes_first(backend_of("keyring.backends.SecretService"))


@pytest.mark.case("PR-04")
@pytest.mark.parametrize("leftover", [None, "spare"])
@pytest.mark.parametrize("changes", range(6))
def test_at_every_moment_of_a_write_there_is_the_old_value_or_the_new_one(
    changes: int, leftover: str | None
) -> None:
    backend = RemovingKeyring()
    keyring = SpareKeyring(backend, contextlib.nullcontext)
    keyring.set_password(*ITEM, "old")
    if leftover is not None:
        backend.items["RingAuth", "5f2c/token/spare"] = "old"
    backend.changes_left = changes

    with contextlib.suppress(Killed):
        keyring.set_password(*ITEM, "new")

    assert keyring.get_password(*ITEM) in {"old", "new"}


def test_what_is_written_once_is_kept_once() -> None:
    backend = RemovingKeyring()

    SpareKeyring(backend, contextlib.nullcontext).set_password(*ITEM, "value")

    assert backend.items == {ITEM: "value"}


def test_a_spare_that_a_kill_left_is_removed_with_its_value() -> None:
    backend = RemovingKeyring()
    backend.items["RingAuth", "5f2c/token/spare"] = "value"

    SpareKeyring(backend, contextlib.nullcontext).delete_password(*ITEM)

    assert backend.items == {}


def test_a_spare_that_cannot_be_removed_costs_nothing() -> None:
    class Clinging(RemovingKeyring):
        @override
        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("Access denied")

    keyring = SpareKeyring(Clinging(), contextlib.nullcontext)
    keyring.set_password(*ITEM, "old")

    keyring.set_password(*ITEM, "new")

    assert keyring.get_password(*ITEM) == "new"


def test_a_value_that_another_window_writes_anew_while_it_is_read_is_not_missed() -> (
    None
):
    class WrittenMeanwhile(RemovingKeyring):
        """Another window is between removing the item and writing it anew."""

        @override
        def get_password(self, service: str, username: str) -> str | None:
            text = super().get_password(service, username)
            self.items = {ITEM: "new"}  # and then it removes the spare
            return text

    backend = WrittenMeanwhile()
    backend.items = {("RingAuth", "5f2c/token/spare"): "new"}

    text = SpareKeyring(backend, contextlib.nullcontext).get_password(*ITEM)

    assert text == "new"


@pytest.mark.case("PR-04")
def test_a_removal_that_is_killed_brings_no_older_value_back() -> None:
    backend = RemovingKeyring()
    backend.items = {ITEM: "newest", ("RingAuth", "5f2c/token/spare"): "older"}
    keyring = SpareKeyring(backend, contextlib.nullcontext)
    backend.changes_left = 1

    with contextlib.suppress(Killed):
        keyring.delete_password(*ITEM)

    assert keyring.get_password(*ITEM) == "newest"
