from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.profile import ServerKind
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring, new_profile

PROFILE = new_profile()
KEEPS_NOTHING = replace(PROFILE, keep_tokens=False)
TOKEN = Token("CANARY-access-1", "bearer", Moment(1_750_000_000.0), 3600, "CANARY-r-1")
NEWER = replace(TOKEN, access_token="CANARY-access-2", refresh_token="CANARY-r-2")
STILL_THERE = "The keyring could not delete. What it kept before is still there."


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def vault(keyring: FakeKeyring) -> Vault:
    return Vault(keyring)


def test_a_token_is_there_after_a_restart(keyring: FakeKeyring, vault: Vault) -> None:
    keeping = vault.save_token(PROFILE, TOKEN)

    assert keeping == Keeping(lasting=True)
    assert Vault(keyring).load_token(PROFILE) == TOKEN


def test_a_secret_is_there_after_a_restart(keyring: FakeKeyring, vault: Vault) -> None:
    keeping = vault.save_secret(PROFILE, "CANARY-secret")

    assert keeping.lasting
    assert Vault(keyring).load_secret(PROFILE) == "CANARY-secret"


def test_nothing_is_kept_at_first(vault: Vault) -> None:
    assert vault.load_token(PROFILE) is None
    assert vault.load_secret(PROFILE) is None


@pytest.mark.case("KR-03")
def test_a_store_that_fails_loses_nothing_r11(
    keyring: FakeKeyring, vault: Vault
) -> None:
    keyring.failing = {"save"}

    keeping = vault.save_token(PROFILE, TOKEN)

    assert keeping == Keeping(lasting=False, problem="The keyring could not save.")
    assert vault.load_token(PROFILE) == TOKEN


def test_what_a_failed_store_did_not_take_is_preferred_to_the_old_r12(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_token(PROFILE, TOKEN)
    keyring.failing = {"save"}

    vault.save_token(PROFILE, NEWER)

    assert vault.load_token(PROFILE) == NEWER
    assert Vault(keyring).load_token(PROFILE) == TOKEN  # still there for a restart


def test_a_store_that_works_again_takes_over(
    keyring: FakeKeyring, vault: Vault
) -> None:
    keyring.failing = {"save"}
    vault.save_token(PROFILE, TOKEN)
    keyring.failing = set()

    vault.save_token(PROFILE, NEWER)
    keyring.save(PROFILE.id, SecretKind.TOKEN, "{}")

    with pytest.raises(TokenStoreError):  # the store is asked, not the memory
        vault.load_token(PROFILE)


def test_a_store_that_does_not_last_is_no_promise() -> None:
    vault = Vault(MemoryTokenStore())

    assert vault.save_token(PROFILE, TOKEN) == Keeping(lasting=False)
    assert vault.load_token(PROFILE) == TOKEN


def test_a_profile_that_keeps_nothing_leaves_the_keyring_alone(
    keyring: FakeKeyring, vault: Vault
) -> None:
    keeping = vault.save_token(KEEPS_NOTHING, TOKEN)

    assert keeping == Keeping(lasting=False)
    assert vault.load_token(KEEPS_NOTHING) == TOKEN
    assert "save token" not in keyring.events


def test_a_profile_that_keeps_nothing_works_without_a_keyring(
    keyring: FakeKeyring, vault: Vault
) -> None:
    keyring.failing = {"load", "save", "delete"}

    assert vault.load_token(KEEPS_NOTHING) is None
    assert vault.save_token(KEEPS_NOTHING, TOKEN).problem is None
    assert vault.load_token(KEEPS_NOTHING) == TOKEN


def test_choosing_to_keep_nothing_takes_the_token_out_of_the_keyring(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_token(PROFILE, TOKEN)
    vault.save_secret(PROFILE, "CANARY-secret")

    assert vault.load_token(KEEPS_NOTHING) == TOKEN
    assert vault.load_secret(KEEPS_NOTHING) == "CANARY-secret"
    assert Vault(keyring).load_token(PROFILE) is None
    assert Vault(keyring).load_secret(PROFILE) is None


def test_a_new_secret_leaves_no_older_one_in_the_keyring(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_secret(PROFILE, "CANARY-old")

    vault.save_secret(KEEPS_NOTHING, "CANARY-new")

    assert vault.load_secret(KEEPS_NOTHING) == "CANARY-new"
    assert Vault(keyring).load_secret(PROFILE) is None


def test_deleting_the_token_removes_it_everywhere_and_nothing_else(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_token(PROFILE, TOKEN)
    vault.save_secret(PROFILE, "CANARY-secret")
    keyring.failing = {"save"}
    vault.save_token(PROFILE, NEWER)

    vault.delete_token(PROFILE)

    assert vault.load_token(PROFILE) is None
    assert vault.load_secret(PROFILE) == "CANARY-secret"  # KR-14


def test_a_token_that_cannot_be_removed_is_told(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_token(PROFILE, TOKEN)
    keyring.failing = {"delete"}

    with pytest.raises(TokenStoreError):
        vault.delete_token(PROFILE)


def test_a_dead_token_is_dropped_where_it_is_kept(vault: Vault) -> None:
    vault.save_token(PROFILE, TOKEN)

    vault.drop_token(PROFILE, TOKEN)

    assert vault.load_token(PROFILE) is None


def test_tokens_without_refresh_token_are_told_apart_by_the_access_token(
    vault: Vault,
) -> None:
    kept = replace(NEWER, refresh_token=None)
    vault.save_token(PROFILE, kept)

    vault.drop_token(PROFILE, replace(TOKEN, refresh_token=None))
    assert vault.load_token(PROFILE) == kept

    vault.drop_token(PROFILE, kept)
    assert vault.load_token(PROFILE) is None


def test_a_token_that_stays_in_the_keyring_is_told_when_nothing_is_to_be_kept(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_token(PROFILE, TOKEN)
    keyring.failing = {"delete"}

    keeping = vault.save_token(KEEPS_NOTHING, NEWER)

    assert keeping == Keeping(lasting=False, problem=STILL_THERE)
    assert vault.load_token(KEEPS_NOTHING) == NEWER


def test_a_token_that_stays_in_the_keyring_is_told_once_when_it_is_read(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.save_token(PROFILE, TOKEN)
    keyring.failing = {"delete"}

    with pytest.raises(TokenStoreError, match=STILL_THERE):
        vault.load_token(KEEPS_NOTHING)

    assert vault.load_token(KEEPS_NOTHING) == TOKEN


def test_the_successor_of_a_dead_token_stays_r11(
    keyring: FakeKeyring, vault: Vault
) -> None:
    keyring.failing = {"save"}
    vault.save_token(PROFILE, TOKEN)  # in memory only
    keyring.failing = set()
    Vault(keyring).save_token(PROFILE, NEWER)  # by another window

    vault.drop_token(PROFILE, TOKEN)

    assert vault.load_token(PROFILE) == NEWER


def test_what_is_kept_for_one_profile_is_not_there_for_another(vault: Vault) -> None:
    vault.save_token(PROFILE, TOKEN)

    assert vault.load_token(replace(PROFILE, id="77aa")) is None


@pytest.mark.parametrize(
    "changed",
    [
        replace(PROFILE, client_id="client-2"),
        replace(PROFILE, server=ServerKind.RINGCENTRAL),
        replace(PROFILE, server=ServerKind.RINGCENTRAL_BIZ),
    ],
)
def test_a_secret_belongs_to_its_client_and_server_r8(
    vault: Vault, changed: object
) -> None:
    vault.save_token(PROFILE, TOKEN)
    vault.save_secret(PROFILE, "CANARY-secret")

    assert vault.load_token(changed) is None  # type: ignore[arg-type]  # a Profile
    assert vault.load_secret(changed) is None  # type: ignore[arg-type]  # a Profile


@pytest.mark.case("KR-08")
def test_junk_in_the_keyring_is_told_without_quoting_it_kr_08(
    keyring: FakeKeyring, vault: Vault
) -> None:
    for kind in SecretKind:
        keyring.save(PROFILE.id, kind, '{"CANARY')

    for load in (vault.load_token, vault.load_secret):
        with pytest.raises(TokenStoreError) as failed:
            load(PROFILE)
        assert "CANARY" not in f"{failed.value!r}"


texts = st.text(max_size=30)
secrets = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=30)
walls = st.floats(0, 253402300799.0, allow_nan=False).map(Moment)


@given(
    access=secrets,
    refresh=st.none() | secrets,
    issued=walls,
    expires_in=st.none() | st.integers(0, 10**9),
    scope=st.none() | st.lists(texts, max_size=3).map(tuple),
    secret=secrets,
)
def test_whatever_is_kept_comes_back_as_it_was(
    access: str,
    refresh: str | None,
    issued: Moment,
    expires_in: int | None,
    scope: tuple[str, ...] | None,
    secret: str,
) -> None:
    keyring = FakeKeyring()
    token = Token(access, "bearer", issued, expires_in, refresh, issued, scope=scope)

    Vault(keyring).save_token(PROFILE, token)
    Vault(keyring).save_secret(PROFILE, secret)

    assert Vault(keyring).load_token(PROFILE) == token
    assert Vault(keyring).load_secret(PROFILE) == secret


@pytest.mark.case("KR-11")
def test_what_another_keyring_holds_is_known_by_its_name(
    keyring: FakeKeyring, tmp_path: Path
) -> None:
    places = KeyringPlaces(tmp_path)
    vault = Vault(keyring, places=places)
    assert vault.kept_elsewhere(PROFILE) is None

    places.note(PROFILE.id, SecretKind.TOKEN, "KWallet")
    assert vault.kept_elsewhere(PROFILE) == "KWallet"

    places.note(PROFILE.id, SecretKind.TOKEN, keyring.name)
    assert vault.kept_elsewhere(PROFILE) is None
    assert Vault(keyring).kept_elsewhere(PROFILE) is None
