"""What one window does is seen in the others, in the right words."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.vault import Vault
from tests.gui.check_examples import ACCEPTED
from tests.gui.pages import wait_for_browser
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SOON, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, later, token
from tests.gui.token_examples import signed_in as signed_in_answer

NEWER = token(access_token="CANARY-newer", refresh_token="CANARY-r-2", issued=later(60))
OTHERS = replace(NEWER, owner_id="77")
TIME = "12:33:10"  # a minute after the issue of the token that is shown


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def signed_in(shell: Shell) -> Shell:
    """Return a window that is signed in, a minute after that."""
    shell.start_signed_in()
    shell.tick(60)
    shell.notice_others()
    shell.authorizer.keyring.events.clear()
    return shell


@pytest.fixture
def other(shell: Shell) -> Vault:
    """Return what another window keeps in."""
    return Vault(shell.authorizer.keyring, KeptMarks(shell.locks, shell.clock))


def _shown(shell: Shell) -> str | None:
    kept = shell.state.token
    return None if kept is None else kept.access_token


def _end(vault: Vault, change: Change, token: Token) -> None:
    if change is Change.OVER:
        vault.drop_token(SUPPORT, token)
    elif change is Change.FORGOTTEN:
        vault.delete_token(SUPPORT)
    elif change is Change.TAKEN_OUT:
        vault.settle(replace(SUPPORT, keep_tokens=False))
    else:
        vault.drop_session(SUPPORT, token, change)


@pytest.mark.case("PR-07")
def test_what_another_window_refreshed_is_shown_with_the_time(
    signed_in: Shell, other: Vault
) -> None:
    other.save_token(SUPPORT, NEWER, Change.REFRESHED)

    signed_in.notice_others()

    assert _shown(signed_in) == "CANARY-newer"
    assert signed_in.text("messageTitle") == (
        f"Another window refreshed this token at {TIME}"
    )
    assert signed_in.authorizer.keyring.events == ["save token", "load token"]


def test_a_window_that_slept_shows_what_happened_meanwhile_tm_03(
    signed_in: Shell, other: Vault
) -> None:
    newer = replace(NEWER, issued=later(7200))
    signed_in.clock.jump_wall(7140)
    other.save_token(SUPPORT, newer, Change.REFRESHED)
    signed_in.clock.jump_wall(60)

    signed_in.notice_others()

    assert _shown(signed_in) == "CANARY-newer"
    assert signed_in.text("messageTitle") == (
        "Another window refreshed this token at 14:32:10"
    )


def test_who_it_is_stays_known_over_a_refresh_elsewhere_and_not_over_a_sign_in(
    signed_in: Shell, other: Vault
) -> None:
    signed_in.authorizer.outcomes["check"] = ACCEPTED
    signed_in.act("checkButton")

    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    signed_in.notice_others()
    assert signed_in.text("identityLine").startswith("Ada")

    other.save_token(SUPPORT, replace(OTHERS, access_token="o", issued=later(61)))
    signed_in.notice_others()
    assert signed_in.text("identityLine") == "Extension ID 77"


def test_where_nothing_changed_nothing_is_read(signed_in: Shell) -> None:
    for _ in range(5):
        signed_in.notice_others()

    assert signed_in.authorizer.keyring.events == []


def test_what_a_window_did_itself_is_not_news_to_it(signed_in: Shell) -> None:
    signed_in.authorizer.outcomes["refresh"] = Refreshed(
        NEWER, Keeping(lasting=True), ("New tokens.",)
    )
    signed_in.act("refreshButton")

    signed_in.notice_others()

    assert signed_in.text("messageTitle") == "Refreshed"
    assert signed_in.authorizer.keyring.events == ["save token"]


@pytest.mark.case("RV-07")
@pytest.mark.parametrize(
    ("change", "line", "title"),
    [
        (
            Change.REVOKED,
            f"Revoked by another window {TIME}",
            f"Another window revoked this token at {TIME}",
        ),
        (
            Change.SIGNED_OUT,
            f"Signed out by another window {TIME}",
            f"Another window signed out at {TIME}",
        ),
        (
            Change.FORGOTTEN,
            f"Forgotten by another window {TIME}",
            f"Another window removed this token from the computer at {TIME}",
        ),
        (
            Change.OVER,
            f"Signed out {TIME}: the session is over",
            "The session is over",
        ),
        (
            Change.TAKEN_OUT,
            "Signed out here: another window holds the token",
            f"Another window took this token out of the keyring at {TIME}",
        ),
    ],
)
def test_how_another_window_ended_it_is_told_and_nothing_can_be_copied_any_more(
    signed_in: Shell, other: Vault, change: Change, line: str, title: str
) -> None:
    signed_in.click("copyAccessTokenButton")

    _end(other, change, token())
    signed_in.notice_others()

    assert signed_in.text("identityLine") == line
    assert signed_in.text("messageTitle") == title
    assert not signed_in.button("refreshButton").isEnabled()
    copy = signed_in.button("copyAccessTokenButton")
    assert not (copy.isVisible() and copy.isEnabled())
    assert QApplication.clipboard().text() == ""


@pytest.mark.case("RV-07")
def test_a_copied_token_leaves_the_clipboard_when_its_profile_is_out_of_sight(
    shell: Shell, other: Vault
) -> None:
    shell.keep(SUPPORT, token())
    shell.keep(DEVELOPER, NEWER)
    shell.start(SUPPORT, DEVELOPER)
    shell.click("copyAccessTokenButton")
    shell.choose(DEVELOPER)
    shell.wait_idle()

    other.drop_session(DEVELOPER, NEWER)
    shell.notice_others()
    assert QApplication.clipboard().text() == ACCESS_TOKEN

    other.drop_session(SUPPORT, token())
    shell.notice_others()
    shell.wait_until(lambda: QApplication.clipboard().text() == "")


def test_a_sign_in_elsewhere_is_shown_here(shell: Shell, other: Vault) -> None:
    shell.start(SUPPORT)
    shell.tick(60)

    other.save_token(SUPPORT, NEWER)
    shell.notice_others()

    assert shell.text("messageTitle") == f"Another window signed in at {TIME}"
    assert child(shell.window, QLineEdit, "accessTokenField").isVisible()


def test_another_person_who_signed_in_elsewhere_is_announced_r27(
    signed_in: Shell, other: Vault
) -> None:
    other.save_token(SUPPORT, OTHERS)

    signed_in.notice_others()

    assert signed_in.text("messageTitle") == (
        f"Another window signed in as another person at {TIME}"
    )
    assert "owner 77 now, and not by 256440016" in signed_in.text("messageText")


def test_a_token_from_elsewhere_is_told_of_and_nobody_claims_whose_it_is_r29(
    signed_in: Shell, other: Vault
) -> None:
    pasted = replace(NEWER, owner_id=None, obtained_here=False)

    other.save_token(SUPPORT, pasted, Change.PASTED)
    signed_in.notice_others()

    assert signed_in.text("messageTitle") == (
        f"Another window uses a token from elsewhere since {TIME}"
    )
    assert signed_in.text("identityLine") == "Signed in"


def test_what_is_not_read_yet_is_not_thrown_away_and_the_news_come_after_it(
    signed_in: Shell, other: Vault
) -> None:
    signed_in.authorizer.outcomes["refresh"] = NetworkError("example.com", "no answer")
    signed_in.act("refreshButton")
    unread = signed_in.text("messageTitle")

    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    signed_in.notice_others()

    assert signed_in.text("messageTitle") == unread
    signed_in.dismiss()
    assert signed_in.text("messageTitle").startswith("Another window refreshed")
    signed_in.dismiss()
    assert signed_in.text("messageTitle") == ""


def test_only_the_last_news_are_told(signed_in: Shell, other: Vault) -> None:
    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    signed_in.notice_others()

    other.drop_session(SUPPORT, NEWER)
    signed_in.notice_others()

    assert signed_in.text("messageTitle").startswith("Another window revoked")
    signed_in.dismiss()
    assert signed_in.text("messageTitle") == ""


def test_a_running_action_is_not_disturbed_and_the_look_comes_after_it(
    signed_in: Shell, other: Vault
) -> None:
    signed_in.authorizer.held.add("check")
    signed_in.authorizer.outcomes["check"] = NetworkError("example.com", "no answer")
    signed_in.click("checkButton")
    other.drop_session(SUPPORT, token())
    known = signed_in.state.elsewhere.mark

    signed_in.tick(1)
    signed_in.wait_until(lambda: signed_in.state.elsewhere.mark is not known)
    assert signed_in.state.activity is Activity.CHECKING
    assert signed_in.state.token is not None
    signed_in.authorizer.release("check")
    signed_in.wait_until(lambda: signed_in.state.token is None)

    assert signed_in.text("identityLine").startswith("Revoked by another window")


@pytest.mark.parametrize("change", [Change.REVOKED, Change.REFRESHED])
def test_what_was_done_before_a_sign_in_is_no_news_after_it_r29(
    shell: Shell, other: Vault, change: Change
) -> None:
    other.save_token(SUPPORT, token(), Change.REFRESHED)
    if change is Change.REVOKED:
        other.drop_session(SUPPORT, token())
    shell.start(SUPPORT)
    wait_for_browser(shell)
    shell.authorizer.outcomes["authorize"] = signed_in_answer(issued=later(60))

    shell.notice()  # in the midst of the sign-in
    shell.authorizer.release("authorize")
    shell.wait_until(lambda: shell.state.activity is None)
    shell.notice_others()

    assert shell.text("messageTitle") == ""
    assert shell.authorizer.calls.count("restore") == 1
    other.drop_session(SUPPORT, token(issued=later(60)))
    shell.notice_others()
    assert shell.text("messageTitle").startswith("Another window revoked")


def test_a_keyring_that_cannot_be_read_leaves_what_is_shown_and_says_so_r29(
    signed_in: Shell, other: Vault
) -> None:
    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    signed_in.authorizer.keyring.failing = {"load"}

    signed_in.notice_others()
    signed_in.notice_others()

    assert _shown(signed_in) == ACCESS_TOKEN
    assert signed_in.text("messageTitle") == (
        "Another window changed what is kept for this profile"
    )
    assert signed_in.authorizer.calls.count("restore") == 2  # asked once, KR-04
    signed_in.authorizer.keyring.failing = set()
    signed_in.act("messageAction-try-again")
    assert _shown(signed_in) == "CANARY-newer"


@pytest.mark.parametrize("became", ["is gone", "was replaced"])
def test_a_mark_that_the_keyring_contradicts_is_not_believed_r29(
    signed_in: Shell, other: Vault, became: str
) -> None:
    if became == "is gone":
        other.drop_session(SUPPORT, token())
    else:
        other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    Vault(signed_in.authorizer.keyring).save_token(SUPPORT, token())

    signed_in.notice_others()

    assert _shown(signed_in) == ACCESS_TOKEN
    assert signed_in.text("messageTitle") == (
        f"Another window says that this token {became}"
    )
    other.save_token(SUPPORT, NEWER)
    signed_in.act("messageAction-try-again")
    assert _shown(signed_in) == "CANARY-newer"


def test_a_token_that_is_announced_and_not_there_is_no_news(
    shell: Shell, other: Vault
) -> None:
    shell.start(SUPPORT)
    other.save_token(SUPPORT, NEWER)
    Vault(shell.authorizer.keyring).delete_token(SUPPORT)

    shell.notice_others()

    assert shell.text("messageTitle") == ""
    assert shell.text("identityLine") == "Signed out"


def test_a_mark_that_came_late_is_not_taken_for_what_was_found(
    signed_in: Shell, other: Vault
) -> None:
    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    newest = replace(NEWER, access_token="CANARY-newest", issued=later(61))
    Vault(signed_in.authorizer.keyring).save_token(SUPPORT, newest)

    signed_in.notice_others()

    assert _shown(signed_in) == "CANARY-newest"
    assert signed_in.text("messageTitle") == (
        "The keyring holds another token for this profile"
    )


def test_a_time_that_cannot_be_is_not_told_r19(signed_in: Shell, other: Vault) -> None:
    signed_in.clock.jump_wall(7200)
    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    signed_in.clock.jump_wall(-7200)

    signed_in.notice_others()

    assert signed_in.text("messageTitle") == "Another window refreshed this token"


def test_secrets_that_another_window_kept_are_known_here(
    shell: Shell, other: Vault
) -> None:
    confidential = replace(SUPPORT, has_secret=True)
    shell.start_signed_in(confidential)
    shell.notice_others()

    other.save_secret(confidential, "CANARY-secret")
    shell.notice_others()

    assert shell.state.stored.client_secret
    assert shell.text("messageTitle") == ""


def test_a_profile_that_keeps_nothing_is_left_alone(shell: Shell, other: Vault) -> None:
    keeps_nothing = replace(SUPPORT, keep_tokens=False)
    shell.start_signed_in(keeps_nothing)

    other.save_token(SUPPORT, NEWER)
    shell.notice_others()

    assert _shown(shell) == ACCESS_TOKEN


def test_a_profile_that_was_not_opened_is_not_read_for_that_kr_15(
    shell: Shell, other: Vault
) -> None:
    shell.start(SUPPORT, DEVELOPER)
    shell.authorizer.keyring.events.clear()

    other.save_token(DEVELOPER, NEWER)
    shell.notice_others()

    assert shell.authorizer.keyring.events == ["save token"]


def test_a_keyring_that_hangs_at_a_look_can_be_left_kr_05(
    shell: Shell, other: Vault
) -> None:
    shell.patience = SOON
    shell.start_signed_in()
    shell.tick(60)
    other.save_token(SUPPORT, NEWER, Change.REFRESHED)
    shell.authorizer.held.add("restore")

    shell.tick(0)
    shell.wait_until(lambda: shell.state.is_slow)
    shell.click("cancelButton")
    shell.wait_idle()

    assert _shown(shell) == ACCESS_TOKEN


def test_two_windows_on_one_keyring(shell: Shell, qapp: QApplication) -> None:
    second = Shell(shell.qtbot, qapp, shell.locks)
    second.authorizer.clients.vault = Vault(shell.authorizer.keyring, second.marks)
    shell.start_signed_in()
    second.start(SUPPORT)
    shell.tick(60)
    second.tick(60)
    shell.authorizer.outcomes["refresh"] = Refreshed(
        NEWER, Keeping(lasting=True), ("New tokens.",)
    )
    shell.act("refreshButton")

    second.notice_others()

    assert second.text("messageTitle") == (
        f"Another window refreshed this token at {TIME}"
    )
    assert _shown(second) == "CANARY-newer"
    second.finish()
    second.theme.deleteLater()


def test_forty_profiles_cost_one_look_at_one_file_a_tick(
    shell: Shell, other: Vault
) -> None:
    class CountedMarks(KeptMarks):
        stamps = looks = 0

        @override
        def is_outdated(self) -> bool:
            self.stamps += 1
            return super().is_outdated()

        @override
        def look(self) -> None:
            self.looks += 1
            super().look()

    shell.marks = marks = CountedMarks(shell.locks, shell.clock)
    profiles = [replace(SUPPORT, id=f"{n}", name=f"P{n}") for n in range(40)]
    for profile in profiles:
        other.save_token(profile, token())
    shell.start(*profiles)
    shell.notice_others()

    def is_at_rest() -> bool:
        marks.stamps = marks.looks = 0
        shell.tick(0)
        return marks.stamps == 1

    shell.wait_until(is_at_rest)
    marks.stamps = 0
    for _ in range(10):
        shell.tick(1)

    assert (marks.stamps, marks.looks) == (10, 0)
