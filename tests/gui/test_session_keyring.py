"""What a window says of the keyring of the profile in sight, and does about it."""

import itertools
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from typing_extensions import override

from ringauth_gui.gui.profile_secrets import NO_NEW_SECRETS, NewSecrets
from ringauth_gui.gui.session_keeping import NO_ANSWER, OTHER_APP
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.token_store import KeyringIsLocked, SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring
from tests.fakes.jwt_credentials import credential
from tests.gui.shell import DEVELOPER, SOON, SUPPORT, Shell
from tests.gui.token_examples import signed_in, token

TOKEN, SECRET = SecretKind.TOKEN, SecretKind.CLIENT_SECRET
CONFIDENTIAL = replace(SUPPORT, has_secret=True)
BY_JWT = replace(CONFIDENTIAL, grant_type=GrantType.JWT_BEARER)
FIVE = [replace(SUPPORT, id=f"id-{n}", name=f"Profile {n}") for n in range(5)]
OTHER_SERVER = replace(
    SUPPORT, id="77bb", name="Other server", server=ServerKind.RINGCENTRAL_BIZ
)


def keyring_events(shell: Shell) -> list[str]:
    """Return what the keyring is asked from now on."""
    shell.authorizer.keyring.events.clear()
    return shell.authorizer.keyring.events


@pytest.mark.case("KR-15")
@pytest.mark.parametrize("profile", [SUPPORT, CONFIDENTIAL, BY_JWT])
def test_a_cold_start_reads_the_keyring_twice_at_most_and_for_no_other_profile(
    shell: Shell, profile: Profile
) -> None:
    events = keyring_events(shell)

    shell.start(profile, *FIVE[:4])

    assert 1 <= len(events) <= 2
    assert not {"save", "delete"} & {event.split()[0] for event in events}
    assert shell.authorizer.used_profiles == [profile]


@pytest.mark.case("KR-15")
def test_a_profile_is_read_once_it_is_opened(shell: Shell) -> None:
    shell.start(*FIVE)

    shell.choose(FIVE[3])
    shell.wait_idle()

    assert shell.authorizer.used_profiles == [FIVE[0], FIVE[3]]


def test_the_client_secret_of_a_jwt_sign_in_is_looked_for_when_the_field_is_in_sight(
    shell: Shell,
) -> None:
    vault = shell.authorizer.clients.vault
    vault.save_secret(BY_JWT, "CANARY-secret")
    vault.save_secret(BY_JWT, credential(), SecretKind.JWT_CREDENTIAL)
    shell.start(BY_JWT)
    assert shell.state.stored.client_secret is None

    shell.show_tab("Profile")

    shell.wait_until(lambda: shell.state.stored.client_secret is True)
    assert shell.state.stored.jwt_credential is not None


def test_a_secret_that_cannot_be_looked_for_is_not_asked_for_again_and_again(
    shell: Shell,
) -> None:
    shell.start(BY_JWT)
    shell.authorizer.keyring.failing = {"load"}
    events = keyring_events(shell)

    shell.show_tab("Profile")

    shell.wait_until(lambda: shell.state.stored.client_secret is False)
    assert events == ["load client-secret"]


@pytest.mark.case("KR-08")
def test_junk_is_told_and_removed_of_this_profile_alone_on_request(
    shell: Shell,
) -> None:
    keyring = shell.authorizer.keyring
    shell.keep(DEVELOPER, token())
    keyring.save(SUPPORT.id, TOKEN, "junk CANARY")
    shell.start(SUPPORT, DEVELOPER)
    assert shell.text("messageTitle") == "What is kept for this profile is damaged"
    assert "CANARY" not in shell.text("messageText")

    shell.act("messageAction-remove-damaged")

    assert shell.text("messageTitle") == "The damaged token is removed"
    assert "Sign in again." in shell.text("messageText")
    assert keyring.load(SUPPORT.id, TOKEN) is None
    assert keyring.load(DEVELOPER.id, TOKEN) is not None
    assert shell.button("authorizeButton").isEnabled()


@pytest.mark.case("KR-08")
def test_junk_that_stays_is_told_as_such(shell: Shell) -> None:
    shell.authorizer.keyring.save(SUPPORT.id, TOKEN, "junk")
    shell.start(SUPPORT)
    shell.authorizer.keyring.failing = {"delete"}

    shell.act("messageAction-remove-damaged")

    assert "could not be removed from the keyring" in shell.text("messageTitle")
    assert "The keyring could not delete." in shell.text("messageText")


@pytest.mark.case("KR-08")
def test_a_damaged_secret_leaves_the_token_where_it_is(shell: Shell) -> None:
    shell.keep(CONFIDENTIAL, token())
    shell.authorizer.keyring.save(CONFIDENTIAL.id, SECRET, "junk")
    shell.start(CONFIDENTIAL)

    shell.act("messageAction-remove-damaged")

    assert "Enter the client secret again" in shell.text("messageText")
    assert shell.text("identityLine") == "Extension ID 256440016"


@pytest.mark.case("KR-03")
def test_a_token_that_was_not_kept_is_kept_once_the_keyring_works_again(
    shell: Shell,
) -> None:
    keyring = shell.authorizer.keyring
    keyring.failing = {"save"}
    shell.start_signed_in()
    shell.sessions.keep(CONFIDENTIAL, NewSecrets("the-secret"))
    shell.wait_idle()
    assert shell.text("messageTitle") == "Not everything is kept where the profile says"
    assert "tokens are in memory" in shell.text("statusLine")
    keyring.failing = set()

    shell.act("messageAction-keep-again")

    assert keyring.load(SUPPORT.id, TOKEN) is not None
    assert keyring.load(SUPPORT.id, SECRET) is not None
    assert shell.text("messageTitle") == ""
    assert "memory" not in shell.text("statusLine")


@pytest.mark.case("PF-12")
def test_what_another_app_was_given_is_removed_when_the_profile_is_saved(
    shell: Shell,
) -> None:
    shell.authorizer.clients.vault.save_secret(CONFIDENTIAL, "CANARY-secret")
    shell.start_signed_in(CONFIDENTIAL)

    shell.sessions.keep(replace(CONFIDENTIAL, client_id="another"), NO_NEW_SECRETS)
    shell.wait_idle()

    title = "Removed from the keyring: the token and the client secret kept before"
    assert shell.text("messageTitle") == title
    assert shell.authorizer.keyring.load(CONFIDENTIAL.id, TOKEN) is None
    assert shell.authorizer.keyring.load(CONFIDENTIAL.id, SECRET) is None


def test_what_could_not_be_removed_is_told_r29(shell: Shell) -> None:
    shell.authorizer.clients.vault.save_secret(CONFIDENTIAL, "CANARY-secret")
    shell.start(CONFIDENTIAL)
    shell.authorizer.keyring.failing = {"delete"}

    shell.sessions.keep(SUPPORT, NO_NEW_SECRETS)
    shell.wait_idle()

    assert shell.text("messageTitle") == (
        "What this profile does not use any more could not be removed from the keyring"
    )
    assert "The keyring could not delete." in shell.text("messageText")


@pytest.mark.case("KR-11")
def test_what_another_keyring_holds_is_told_with_both_names_and_left_alone(
    shell: Shell, tmp_path: Path
) -> None:
    places = KeyringPlaces(tmp_path)
    places.note(SUPPORT.id, TOKEN, "KWallet")
    shell.authorizer.clients.vault = Vault(shell.authorizer.keyring, places=places)
    events = keyring_events(shell)

    shell.start(SUPPORT)

    title = "This profile is kept in another keyring: “KWallet”"
    assert shell.text("messageTitle") == title
    assert "Now “fake keyring” is in use" in shell.text("messageText")
    assert shell.text("identityLine") == "Elsewhere — kept in “KWallet”"
    assert "Elsewhere" in shell.rows()[0]
    assert events == ["load token"]
    assert places.of(SUPPORT.id, TOKEN) == "KWallet"


@pytest.mark.case("KR-11")
def test_what_the_last_run_kept_in_another_keyring_is_not_called_signed_out_r29(
    shell: Shell, tmp_path: Path
) -> None:
    marks, places = KeptMarks(shell.locks, shell.clock), KeyringPlaces(tmp_path)
    Vault(FakeKeyring(), marks).save_token(SUPPORT, token())
    places.note(SUPPORT.id, TOKEN, "KWallet")
    shell.authorizer.clients.vault = Vault(shell.authorizer.keyring, places=places)
    shell.start(SUPPORT)

    shell.notice_others()

    assert shell.text("identityLine") == "Elsewhere — kept in “KWallet”"
    assert "Elsewhere" in shell.rows()[0]


@pytest.mark.case("KR-11")
def test_a_sign_in_in_the_other_keyring_is_no_more_elsewhere(
    shell: Shell, tmp_path: Path
) -> None:
    places = KeyringPlaces(tmp_path)
    places.note(SUPPORT.id, TOKEN, "KWallet")
    shell.authorizer.clients.vault = Vault(shell.authorizer.keyring, places=places)
    shell.start(SUPPORT)
    shell.keep(SUPPORT, token())

    assert shell.sessions.current is not None
    shell.sessions.current.open()
    shell.wait_idle()

    assert shell.text("identityLine") == "Extension ID 256440016"


@pytest.mark.case("KR-10")
def test_the_same_client_id_on_two_servers_is_kept_in_separate_items(
    shell: Shell,
) -> None:
    shell.keep(SUPPORT, token())
    shell.keep(OTHER_SERVER, token())
    shell.start(SUPPORT, OTHER_SERVER)
    assert shell.sessions.current is not None

    shell.sessions.current.forget()
    shell.wait_idle()

    assert shell.authorizer.keyring.load(SUPPORT.id, TOKEN) is None
    assert shell.authorizer.keyring.load(OTHER_SERVER.id, TOKEN) is not None


class HangingKeyring(FakeKeyring):
    """A keyring whose window for the password nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    @override
    def _happen(self, operation: str, kind: SecretKind) -> None:
        super()._happen(operation, kind)
        self.answered.wait(60)


@pytest.mark.case("KR-05")
def test_the_window_lives_and_can_go_on_while_the_keyring_does_not_answer(
    shell: Shell,
) -> None:
    keyring = HangingKeyring()
    shell.patience = SOON
    shell.authorizer.clients.vault = Vault(keyring)
    shell.start(SUPPORT, DEVELOPER, paints=False)
    shell.show_tab("Profile")  # built by now, which is no matter of the keyring
    stalls = Stalls()

    shell.sessions.start_opening()
    shell.wait_until(lambda: shell.text("messageTitle") == "Waiting for the keyring")
    shell.show_tab("Token")
    shell.act("cancelButton")

    assert shell.text("messageTitle") == "The keyring did not answer"
    assert shell.text("identityLine").startswith("Not known")
    assert shell.button("authorizeButton").isEnabled()
    assert stalls.longest() < 0.2
    keyring.answered.set()
    shell.wait_until(lambda: shell.text("identityLine") == "Signed out")


@pytest.fixture
def refreshing(shell: Shell) -> Shell:
    """Return a window whose refresh has just begun to wait for the keyring."""
    shell.start_signed_in()
    shell.authorizer.held.add("refresh")
    shell.click("refreshButton")
    shell.tick()
    assert shell.state.message is None

    shell.keyring_waits[SUPPORT.id] = 60.0
    shell.tick()

    return shell


@pytest.mark.case("KR-05")
def test_a_refresh_that_waits_for_the_keyring_says_so_and_can_be_cancelled(
    refreshing: Shell,
) -> None:
    assert refreshing.text("messageTitle") == "Waiting for the keyring"

    refreshing.act("cancelButton")

    assert refreshing.text("messageTitle") != "Waiting for the keyring"
    assert refreshing.state.activity is None


def test_a_refresh_says_no_more_that_it_waits_once_the_keyring_has_answered_r29(
    refreshing: Shell,
) -> None:
    refreshing.keyring_waits.clear()
    refreshing.tick()

    assert refreshing.state.message is None
    assert refreshing.state.activity is Activity.REFRESHING


def test_the_note_that_was_dismissed_is_not_said_again(refreshing: Shell) -> None:
    refreshing.dismiss()

    refreshing.tick()

    assert refreshing.state.message is None


@pytest.fixture
def locked(shell: Shell) -> Shell:
    """Return a window that opened two profiles while the keyring was locked."""
    shell.keep(SUPPORT, token())
    shell.authorizer.outcomes["restore"] = KeyringIsLocked("The keyring is locked.")
    shell.start(SUPPORT, DEVELOPER)
    shell.choose(DEVELOPER)
    shell.wait_idle()
    return shell


@pytest.mark.case("KR-04")
def test_what_was_locked_is_read_when_it_comes_into_sight_again_r29(
    locked: Shell,
) -> None:
    del locked.authorizer.outcomes["restore"]
    locked.act("messageAction-keep-again")
    assert locked.text("identityLine") == "Signed out"

    locked.choose(SUPPORT)
    locked.wait_idle()

    assert locked.text("identityLine") == "Extension ID 256440016"
    assert locked.state.message is None
    assert locked.state.keyring_trouble == ""


@pytest.mark.case("KR-04")
def test_what_was_done_before_the_start_is_no_news_where_the_keyring_is_locked_r29(
    shell: Shell,
) -> None:
    earlier = Vault(shell.authorizer.keyring, KeptMarks(shell.locks, shell.clock))
    earlier.save_token(SUPPORT, token())
    shell.authorizer.outcomes["restore"] = KeyringIsLocked("The keyring is locked.")
    shell.start(SUPPORT)
    shell.notice_others()
    assert shell.text("messageTitle") == "The keyring is locked"

    shell.dismiss()

    assert shell.text("messageTitle") == ""
    assert shell.state.message is None
    assert shell.text("identityLine").startswith("Not known")


@pytest.mark.case("KR-04")
def test_who_tries_again_during_a_look_that_nobody_asked_for_is_not_ignored(
    locked: Shell,
) -> None:
    locked.choose(SUPPORT)
    locked.wait_idle()
    locked.authorizer.held.add("restore")
    marks = KeptMarks(locked.locks, locked.clock)
    Vault(locked.authorizer.keyring, marks).save_token(SUPPORT, token())
    locked.notice()
    assert locked.state.activity is Activity.RESTORING

    before = locked.authorizer.calls.count("restore")

    locked.click("messageAction-keep-again")
    locked.authorizer.release("restore")
    locked.wait_idle()

    its_own, asked_for = 1, 1
    now = locked.authorizer.calls.count("restore")
    assert now == before + its_own + asked_for


def test_what_another_window_did_while_it_was_locked_is_read_too_r29(
    locked: Shell,
) -> None:
    marks = KeptMarks(locked.locks, locked.clock)
    Vault(locked.authorizer.keyring, marks).save_token(SUPPORT, token())
    locked.notice_others()
    session = locked.sessions.sessions[0]
    locked.wait_until(lambda: session.state.activity is None)
    assert session.state.elsewhere.mark is not None
    assert session.state.elsewhere.news is None  # nothing is shown that it outdates
    del locked.authorizer.outcomes["restore"]

    locked.choose(SUPPORT)
    locked.wait_idle()

    assert locked.text("identityLine") == "Extension ID 256440016"
    assert locked.state.message is None
    assert locked.state.elsewhere.news is None


@pytest.mark.case("KR-05")
def test_a_keyring_that_was_given_up_is_not_asked_when_a_profile_comes_into_sight(
    locked: Shell,
) -> None:
    locked.sessions.sessions[0].show_message(NO_ANSWER)
    calls = locked.authorizer.calls.count("restore")

    locked.choose(SUPPORT)

    assert locked.state.activity is None
    assert locked.state.message == NO_ANSWER
    assert locked.authorizer.calls.count("restore") == calls


@pytest.mark.case("KR-04")
def test_what_is_still_locked_says_so_when_it_comes_into_sight_again(
    locked: Shell,
) -> None:
    locked.choose(SUPPORT)
    locked.wait_idle()

    assert locked.text("messageTitle") == "The keyring is locked"
    assert locked.text("identityLine").startswith("Not known")


def test_other_words_stay_when_what_was_locked_is_read(locked: Shell) -> None:
    locked.sessions.sessions[0].show_message(OTHER_APP)
    del locked.authorizer.outcomes["restore"]

    locked.choose(SUPPORT)
    locked.wait_idle()

    assert locked.state.message == OTHER_APP


@pytest.mark.case("KR-04")
def test_a_keyring_that_stayed_locked_leaves_the_app_usable(shell: Shell) -> None:
    shell.authorizer.outcomes["restore"] = KeyringIsLocked("The keyring is locked.")
    shell.start(SUPPORT)
    assert shell.text("messageTitle") == "The keyring is locked"
    assert shell.button("messageAction-keep-again").isEnabled()
    assert shell.text("identityLine").startswith("Not known")
    assert "Not known" in shell.rows()[0]
    assert shell.text("signedOutHeading") == "Not known whether you are signed in"
    shell.authorizer.keyring.failing = {"load", "save"}
    not_kept = Keeping(lasting=False, problem="The keyring is locked.")
    shell.authorizer.outcomes["authorize"] = replace(signed_in(), keeping=not_kept)

    shell.act("authorizeButton")

    assert shell.text("messageTitle") == "The token is not in the keyring"
    assert shell.button("messageAction-keep-again").isEnabled()
    assert "tokens are in memory" in shell.text("statusLine")


class Stalls:
    """Measures how long the window works without a look at what happens.

    In processor time, which other programs take nothing of; a call that waits on this
    thread is not counted, but would never end here.
    """

    def __init__(self) -> None:
        self._times = [time.thread_time()]
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(lambda: self._times.append(time.thread_time()))
        self._timer.start()

    def longest(self) -> float:
        """Return the longest work between two turns of the event loop, in seconds."""
        self._timer.stop()
        times = [*self._times, time.thread_time()]
        return max(later - earlier for earlier, later in itertools.pairwise(times))
