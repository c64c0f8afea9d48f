"""The sign-in of another person than last time, or perhaps of another."""

from dataclasses import replace

import pytest

from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import Core
from tests.fakes.fake_browser import FakeBrowser
from tests.oauth.loopback_harness import pages
from tests.test_authorizer import KEPT, PROFILE

GRACES = replace(KEPT, owner_id="102")
UNREAD = "The keyring could not be read, and nothing in it is replaced unseen."


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, GRACES)
    return core


def _sign_in_unread(core: Core) -> SignedIn:
    core.keyring.failing = {"load"}
    signed_in = core.authorize(PROFILE)
    core.keyring.failing = set()
    return signed_in


def test_the_browser_says_signed_in_of_nobody_who_is_still_asked_about_r27(
    core: Core, browser: FakeBrowser
) -> None:
    assert core.authorize(PROFILE).keeping is None

    assert browser.page().body == pages().not_signed_in.decode()


def test_the_token_is_kept_in_memory_and_the_reason_told_r27_kr_04(core: Core) -> None:
    outcome = _sign_in_unread(core)

    assert outcome.keeping == Keeping(lasting=False, problem=UNREAD)
    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.access_token == outcome.token.access_token
    assert Vault(core.keyring).load_token(PROFILE) == GRACES


def test_whose_token_it_was_before_is_not_claimed_to_be_known(core: Core) -> None:
    outcome = _sign_in_unread(core)

    owner = next(check for check in outcome.checks if check.subject == "Owner")
    assert owner.outcome is CheckOutcome.NOT_APPLICABLE
    assert owner.detail == "the keyring could not be read to compare"


def test_a_refresh_afterwards_does_not_replace_it_either_r27(core: Core) -> None:
    shown = _sign_in_unread(core).token

    outcome = core.authorizer.refresh(PROFILE, shown, core.cancel)

    assert outcome.keeping.problem == UNREAD
    assert Vault(core.keyring).load_token(PROFILE) == GRACES


def test_after_a_revocation_the_keyring_is_looked_at_anew_r27(core: Core) -> None:
    shown = _sign_in_unread(core).token

    core.authorizer.revoke(PROFILE, shown, core.cancel)

    assert core.vault.load_token(PROFILE) == GRACES
    core.clock.advance(60)  # five calls a minute are allowed
    again = core.authorize(PROFILE)
    assert again.previous_owner_id == "102"
    assert core.authorizer.adopt(PROFILE, again.token) == Keeping(lasting=True)


def test_forgetting_makes_the_keyring_usable_again(core: Core) -> None:
    _sign_in_unread(core)

    core.authorizer.forget(PROFILE)

    assert core.authorize(PROFILE).keeping == Keeping(lasting=True)


def test_junk_is_nobodys_token_and_is_replaced_kr_08(core: Core) -> None:
    core.keyring.save(PROFILE.id, SecretKind.TOKEN, "{}")

    assert core.authorize(PROFILE).keeping == Keeping(lasting=True)
