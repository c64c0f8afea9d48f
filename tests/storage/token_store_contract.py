"""What every TokenStore does; a test class on a real store inherits these."""

import uuid

import pytest

from ringauth_gui.storage.token_store import SecretKind, TokenStore


class TokenStoreContract:
    """Inherit, and give a ``store`` fixture."""

    @pytest.fixture
    def profile_id(self) -> str:
        return uuid.uuid4().hex

    def test_what_was_never_kept_is_none(
        self, store: TokenStore, profile_id: str
    ) -> None:
        assert store.load(profile_id, SecretKind.TOKEN) is None

    @pytest.mark.parametrize(
        "value", ["a", '{"access_token": "x"}', "Grüße \u2028 \U0001f511", "t" * 4096]
    )
    def test_what_was_kept_comes_back_letter_for_letter(
        self, store: TokenStore, profile_id: str, value: str
    ) -> None:
        store.save(profile_id, SecretKind.TOKEN, value)

        assert store.load(profile_id, SecretKind.TOKEN) == value
        store.delete(profile_id, SecretKind.TOKEN)

    def test_a_second_value_replaces_the_first(
        self, store: TokenStore, profile_id: str
    ) -> None:
        store.save(profile_id, SecretKind.TOKEN, "first")

        store.save(profile_id, SecretKind.TOKEN, "second")

        assert store.load(profile_id, SecretKind.TOKEN) == "second"
        store.delete(profile_id, SecretKind.TOKEN)

    def test_what_was_deleted_is_gone(self, store: TokenStore, profile_id: str) -> None:
        store.save(profile_id, SecretKind.TOKEN, "value")

        store.delete(profile_id, SecretKind.TOKEN)

        assert store.load(profile_id, SecretKind.TOKEN) is None

    @pytest.mark.case("KR-09")
    def test_deleting_what_is_not_there_succeeds(
        self, store: TokenStore, profile_id: str
    ) -> None:
        store.delete(profile_id, SecretKind.TOKEN)

        assert store.load(profile_id, SecretKind.TOKEN) is None

    def test_token_and_client_secret_are_kept_apart(
        self, store: TokenStore, profile_id: str
    ) -> None:
        store.save(profile_id, SecretKind.TOKEN, "token")
        store.save(profile_id, SecretKind.CLIENT_SECRET, "secret")

        store.delete(profile_id, SecretKind.TOKEN)

        assert store.load(profile_id, SecretKind.CLIENT_SECRET) == "secret"
        store.delete(profile_id, SecretKind.CLIENT_SECRET)

    @pytest.mark.case("KR-10")
    def test_profiles_are_kept_apart(self, store: TokenStore, profile_id: str) -> None:
        other_id = f"{profile_id}-2"
        store.save(profile_id, SecretKind.TOKEN, "one")
        store.save(other_id, SecretKind.TOKEN, "two")

        store.delete(profile_id, SecretKind.TOKEN)

        assert store.load(other_id, SecretKind.TOKEN) == "two"
        store.delete(other_id, SecretKind.TOKEN)

    def test_the_store_has_a_name(self, store: TokenStore) -> None:
        assert store.name
