import pytest

from ringauth_gui.storage.token_store import MemoryTokenStore, TokenStore
from tests.storage.token_store_contract import TokenStoreContract


class TestMemoryTokenStore(TokenStoreContract):
    @pytest.fixture
    def store(self) -> TokenStore:
        return MemoryTokenStore()

    def test_it_says_that_nothing_outlives_the_program(self, store: TokenStore) -> None:
        assert not store.is_lasting
