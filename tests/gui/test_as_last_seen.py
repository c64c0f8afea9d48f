"""Profiles that were not opened since the start, as the marks of all windows tell."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.gui.auto_refresh import LEAD
from ringauth_gui.gui.formatting import Level
from ringauth_gui.gui.profile_rows import profile_row
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.profile import Profile
from ringauth_gui.vault import Vault
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

BY_ITSELF = replace(DEVELOPER, auto_refresh=True)
NEWER = Refreshed(
    replace(token(), access_token="CANARY-newer"), Keeping(lasting=True), ("New.",)
)


@pytest.fixture
def last_run(shell: Shell) -> Vault:
    """Return what the last run of the program kept in."""
    return Vault(shell.authorizer.keyring, KeptMarks(shell.locks, shell.clock))


def _start(shell: Shell, *profiles: Profile) -> None:
    """Open the window, and let it look at the marks."""
    shell.start(SUPPORT, *profiles)
    shell.authorizer.keyring.events.clear()
    shell.notice_others()
    shell.tick(0)


@pytest.mark.case("KR-15")
def test_a_profile_that_was_not_opened_counts_down_without_a_keyring_read_r29(
    shell: Shell, last_run: Vault
) -> None:
    last_run.save_token(DEVELOPER, token())
    shell.clock.advance(329)

    _start(shell, DEVELOPER)

    assert shell.rows()[1] == (
        "Developer, RingCentral, at most 55 min left, as last seen"
    )
    state = shell.sessions.sessions[1].state
    row = profile_row(state, shell.clock())
    assert row.status_text == "at most 54:31 left"
    assert row.accessible_status == "at most 54 min 31 s left, as last seen"
    assert row.fraction == pytest.approx(3271 / 3600, abs=0.01)
    assert row.level is Level.GOOD
    assert shell.authorizer.keyring.events == []


def test_once_it_is_opened_only_the_keyring_counts(
    shell: Shell, last_run: Vault
) -> None:
    last_run.save_token(DEVELOPER, token())
    Vault(shell.authorizer.keyring).delete_token(DEVELOPER)
    _start(shell, DEVELOPER)

    shell.choose(DEVELOPER)
    shell.wait_idle()

    assert shell.rows()[1] == "Developer, RingCentral, Signed out"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change.REVOKED, "Revoked, as last seen"),
        (Change.SIGNED_OUT, "Signed out, as last seen"),
    ],
)
def test_an_end_is_told_as_last_seen(
    shell: Shell, last_run: Vault, change: Change, said: str
) -> None:
    last_run.save_token(DEVELOPER, token())
    last_run.drop_session(DEVELOPER, token(), change)

    _start(shell, DEVELOPER)

    assert shell.rows()[1] == f"Developer, RingCentral, {said}"


@pytest.mark.parametrize(
    ("kept", "seconds", "said"),
    [
        (token(), 3660, "Expired 1 min ago"),
        (token(expires_in=None), 0, "End unknown, as last seen"),
        (token(), -86_400, "End unknown, as last seen"),  # R19: from the future
    ],
)
def test_times_that_are_over_or_cannot_be_are_told(
    shell: Shell, last_run: Vault, kept: Token, seconds: float, said: str
) -> None:
    last_run.save_token(DEVELOPER, kept)
    shell.clock.jump_wall(seconds)

    _start(shell, DEVELOPER)

    assert shell.rows()[1] == f"Developer, RingCentral, {said}"


def test_what_was_kept_for_another_app_says_nothing_of_this_one_r8(
    shell: Shell, last_run: Vault
) -> None:
    last_run.save_token(replace(DEVELOPER, client_id="another"), token())

    _start(shell, DEVELOPER)

    assert shell.rows()[1] == "Developer, RingCentral, Not opened yet"


def test_a_token_in_another_windows_memory_is_not_claimed_to_be_gone(
    shell: Shell, last_run: Vault
) -> None:
    last_run.save_token(DEVELOPER, token())
    last_run.settle(replace(DEVELOPER, keep_tokens=False))

    _start(shell, DEVELOPER)

    assert shell.rows()[1] == "Developer, RingCentral, Not opened yet"


def test_a_profile_that_was_not_opened_is_refreshed_by_itself(
    shell: Shell, last_run: Vault
) -> None:
    last_run.save_token(BY_ITSELF, token())
    shell.authorizer.outcomes["refresh"] = NEWER
    _start(shell, BY_ITSELF)
    session = shell.sessions.sessions[1]

    shell.tick(3600 - LEAD - 1)
    assert not session.state.opened
    shell.tick(1)
    shell.wait_until(lambda: session.state.opened)
    shell.tick(0)
    shell.wait_until(lambda: "refresh" in shell.authorizer.calls)
    shell.wait_until(lambda: session.state.activity is None)

    assert session.state.token is not None
    assert session.state.token.access_token == "CANARY-newer"
    assert shell.state.profile is SUPPORT


@pytest.mark.parametrize(
    ("profile", "kept"),
    [
        (DEVELOPER, token()),
        (BY_ITSELF, token(refresh_token=None)),
        (BY_ITSELF, token(refresh_token_expires_in=3000)),
        (BY_ITSELF, token(expires_in=None)),
    ],
)
def test_what_cannot_or_need_not_be_refreshed_is_not_opened(
    shell: Shell, last_run: Vault, profile: Profile, kept: Token
) -> None:
    last_run.save_token(profile, kept)
    _start(shell, profile)

    for _ in range(3):
        shell.tick(3600)

    assert not shell.sessions.sessions[1].state.opened


@pytest.mark.case("KR-04")
def test_a_locked_keyring_is_asked_once_however_many_profiles_are_due(
    shell: Shell, last_run: Vault
) -> None:
    profiles = [replace(BY_ITSELF, id=f"{n}", name=f"P{n}") for n in range(4)]
    for profile in profiles:
        last_run.save_token(profile, token())
    _start(shell, *profiles)
    shell.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")
    before = shell.authorizer.calls.count("restore")

    for _ in range(6):
        shell.tick(3600)
        shell.wait_until(
            lambda: all(each.state.activity is None for each in shell.sessions.sessions)
        )

    assert shell.authorizer.calls.count("restore") == before + 1
