"""A token from elsewhere: kept like others, and nobody's until somebody asks."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.oauth.pasted_token import PastedTokens
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    token_answer,
)

PROFILE = new_profile()
PASTED = PastedTokens("CANARY-access-pasted", "CANARY-refresh-pasted")


def test_it_is_kept_and_masked_before_its_first_use_r22(core: Core) -> None:
    outcome = core.authorizer.use_pasted(PROFILE, PASTED)

    assert outcome.keeping.lasting
    assert core.vault.load_token(PROFILE) is not None
    assert "CANARY" not in core.redaction.clean("CANARY-access-pasted")
    assert "CANARY" not in core.redaction.clean("CANARY-refresh-pasted")


def test_a_refresh_that_names_an_owner_is_taken_and_the_token_is_ours_r27(
    core: Core, server: FakeAuthorizationServer
) -> None:
    token = core.authorizer.use_pasted(PROFILE, PASTED).token
    server.script(TOKEN, token_answer(owner_id="102"))

    refreshed = core.authorizer.refresh(PROFILE, token, core.cancel).token

    assert refreshed.owner_id == "102"
    assert refreshed.obtained_here
    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.obtained_here


def test_a_keyring_that_fails_leaves_it_in_memory(core: Core) -> None:
    core.keyring.failing = {"save"}

    outcome = core.authorizer.use_pasted(PROFILE, PASTED)

    assert outcome.keeping.problem is not None
    assert core.vault.load_token(PROFILE) is not None


def test_while_another_window_refreshes_it_has_to_wait(core: Core) -> None:
    other = replace(core, lock_seconds=0.1)
    with (
        core.authorizer.lock_refresh(PROFILE.id),
        pytest.raises(TokenStoreError, match="Another RingAuth window"),
    ):
        other.authorizer.use_pasted(PROFILE, PASTED)

    assert core.vault.load_token(PROFILE) is None
