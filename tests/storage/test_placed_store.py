"""Which keyring holds what, for the day on which another one is in use (KR-11)."""

from pathlib import Path

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.placed_store import PlacedStore
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore
from tests.fakes.core import FakeKeyring
from tests.storage.token_store_contract import TokenStoreContract

TOKEN = SecretKind.TOKEN


class OtherKeyring(FakeKeyring):
    """The keyring of another day."""

    name = "KWallet"


@pytest.fixture
def places(tmp_path: Path) -> KeyringPlaces:
    return KeyringPlaces(tmp_path)


class TestContract(TokenStoreContract):
    @pytest.fixture
    def store(self, places: KeyringPlaces) -> TokenStore:
        return PlacedStore(MemoryTokenStore(), places)


def test_where_something_was_kept_is_remembered_over_a_restart(
    places: KeyringPlaces, tmp_path: Path
) -> None:
    PlacedStore(FakeKeyring(), places).save("p1", TOKEN, "value")

    assert KeyringPlaces(tmp_path).of("p1", TOKEN) == "fake keyring"
    assert KeyringPlaces(tmp_path).of("p1", SecretKind.CLIENT_SECRET) is None
    assert KeyringPlaces(tmp_path).of("p2", TOKEN) is None


def test_what_was_kept_before_this_was_remembered_is_noted_when_it_is_read(
    places: KeyringPlaces,
) -> None:
    keyring = FakeKeyring()
    keyring.save("p1", TOKEN, "value")

    PlacedStore(keyring, places).load("p1", TOKEN)

    assert places.of("p1", TOKEN) == "fake keyring"


def test_what_was_removed_is_nowhere(places: KeyringPlaces) -> None:
    store = PlacedStore(FakeKeyring(), places)
    store.save("p1", TOKEN, "value")

    store.delete("p1", TOKEN)

    assert places.of("p1", TOKEN) is None


def test_a_removal_from_one_keyring_is_none_from_another(places: KeyringPlaces) -> None:
    PlacedStore(FakeKeyring(), places).save("p1", TOKEN, "value")

    PlacedStore(OtherKeyring(), places).delete("p1", TOKEN)

    assert places.of("p1", TOKEN) == "fake keyring"


def test_what_was_not_kept_is_not_remembered(places: KeyringPlaces) -> None:
    keyring = FakeKeyring()
    keyring.failing = {"save"}

    with pytest.raises(TokenStoreError):
        PlacedStore(keyring, places).save("p1", TOKEN, "value")

    assert places.of("p1", TOKEN) is None


def test_the_file_holds_names_of_keyrings_and_nothing_else(
    places: KeyringPlaces, tmp_path: Path
) -> None:
    PlacedStore(FakeKeyring(), places).save("p1", TOKEN, "CANARY-token")

    text = (tmp_path / "keyrings.json").read_text("utf-8")
    assert text == '{"p1": {"token": "fake keyring"}}'


@pytest.mark.parametrize("junk", ["", "[]", '{"p1": 3}', '{"p1": {"token": 3}}'])
def test_junk_in_the_file_is_as_good_as_nothing(
    places: KeyringPlaces, tmp_path: Path, junk: str
) -> None:
    (tmp_path / "keyrings.json").write_text(junk, "utf-8")

    assert places.of("p1", TOKEN) is None
    places.note("p1", TOKEN, "KWallet")
    assert places.of("p1", TOKEN) == "KWallet"


def test_it_is_called_and_lasts_as_the_store_behind(places: KeyringPlaces) -> None:
    store = PlacedStore(OtherKeyring(), places)

    assert (store.name, store.is_lasting) == ("KWallet", True)
