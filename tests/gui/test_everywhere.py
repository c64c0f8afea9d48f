"""Token > Sign out everywhere: the question, the course, and what is left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ringauth_gui.errors import NetworkError, RateLimited, Refusal, TokenStoreError
from ringauth_gui.gui.sign_out_dialog import SignOutDialog
from ringauth_gui.gui.theme import ThemeMode
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.outcomes import Refreshed, Revoked, SignedIn
from ringauth_gui.ringcentral.proof import Proof
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import KeyringIsLocked, SecretKind
from tests.gui.everywhere_use import CANCEL, CLOSE, GO_ON, START, EverywhereUse
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SOON, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

TESTER = replace(SUPPORT, id="99bb", name="Tester")
PROVED = Revoked(Proof(proved=True, text="proved: the API answers 401"))
OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")
DONE = "Signed out: revoked — proved: the API answers 401"
NOTHING = "Nothing is kept here"
WAITS = "Waits its turn"
ASKING = "Asking the server…"
LEFT = "Not signed out: left as it was"
UNREAD = (
    "Not signed out: the keyring could not be read. See that it runs and is unlocked, "
    "then go on"
)


@pytest.fixture
def three(shell: Shell) -> Shell:
    """Return a window with three profiles, the first two signed in."""
    shell.authorizer.outcomes["turn"] = PROVED
    shell.keep(SUPPORT, token())
    shell.keep(DEVELOPER, token(access_token="CANARY-dev"))
    shell.start(SUPPORT, DEVELOPER, TESTER)
    return shell


def _kept(shell: Shell, profile: Profile) -> bool:
    return shell.authorizer.clients.vault.load_token(profile) is not None


def test_it_is_not_built_before_it_is_asked_for(three: Shell) -> None:
    assert three.window.findChild(SignOutDialog) is None


def test_its_keys_open_it(three: Shell) -> None:
    press(three, "Sign out everywhere RingAuth knows…")

    assert child(three.window, SignOutDialog, "signOutAllDialog").isVisible()


def test_it_lists_what_is_known_and_asks_once(three: Shell) -> None:
    use = EverywhereUse(three)

    unread = "Not opened yet: the keyring is read first"
    assert use.rows() == ["Signed in", unread, unread]
    assert use.said().startswith("Sign out all 3 profiles?")
    assert use.offers() == [START, CLOSE]
    assert use.dialog.focusWidget() is child(use.dialog, QPushButton, CLOSE)
    assert "turn" not in three.authorizer.calls


def test_who_closes_it_has_changed_nothing(three: Shell) -> None:
    use = EverywhereUse(three)

    use.click(CLOSE)

    assert not use.dialog.isVisible()
    assert _kept(three, SUPPORT)
    assert three.authorizer.calls.count("restore") == 1


def test_all_are_signed_out_also_those_that_nobody_has_opened(three: Shell) -> None:
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]
    assert use.said() == "Signed out: 2 · Nothing was kept: 1."
    assert use.offers() == [CLOSE]
    assert not any(_kept(three, each) for each in (SUPPORT, DEVELOPER, TESTER))


def test_the_window_shows_it_too(three: Shell) -> None:
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    assert three.text("messageTitle") == "Revoked"
    assert [row.rpartition(", ")[2] for row in three.rows()] == [
        *["Revoked"] * 2,
        "Signed out",
    ]


def test_those_of_one_app_wait_for_its_five_calls_and_say_how_long(
    three: Shell,
) -> None:
    three.use_calls(5)
    use = EverywhereUse(three)
    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:00", DONE, NOTHING)

    use.tick(18)
    assert use.rows()[0] == "Waiting for the limit of calls: 0:42"
    assert use.said() == "2 of 3 done."
    use.tick(42)
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]


def test_what_did_not_succeed_is_counted_while_others_wait_r29(three: Shell) -> None:
    three.use_calls(5)
    three.authorizer.outcomes["restore"] = TokenStoreError("It does not answer.")
    use = EverywhereUse(three)

    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:00", UNREAD, UNREAD)

    assert use.said() == "2 of 3 done. Not signed out: 2."


def test_a_penalty_is_waited_for_too(three: Shell) -> None:
    three.be_paused(90)
    use = EverywhereUse(three)

    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:30", DONE, NOTHING)
    use.tick(90)
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]


def test_a_cancel_leaves_the_rest_and_says_which_is_which(shell: Shell) -> None:
    same_app = replace(DEVELOPER, client_id=SUPPORT.client_id)
    for profile in (SUPPORT, same_app, TESTER):
        shell.keep(profile, token())
    shell.authorizer.outcomes |= {"turn 5f2c": PROVED, "turn 77aa": PROVED}
    shell.authorizer.held.add("turn 77aa")
    shell.start(SUPPORT, same_app, TESTER)
    use = EverywhereUse(shell)
    use.click(START)
    use.wait_for(DONE, ASKING, WAITS)
    assert use.offers() == [CANCEL]

    use.click(CANCEL)
    use.wait_until_rest()

    assert use.rows()[0] == DONE
    assert use.rows()[1].startswith("Not known: ")
    assert use.rows()[2] == LEFT
    assert use.said() == "Signed out: 1 · Not signed out: 1 · Not known: 1."
    assert _kept(shell, same_app)
    assert _kept(shell, TESTER)
    assert use.offers() == [GO_ON, CLOSE]


def test_going_on_does_the_rest(three: Shell) -> None:
    three.use_calls(5)
    use = EverywhereUse(three)
    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:00", DONE, NOTHING)
    use.click(CANCEL)
    assert use.rows() == [LEFT, DONE, NOTHING]

    use.click(GO_ON)
    assert use.rows()[0] == "Waiting for the limit of calls: 1:00"
    use.tick(60)
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]
    assert use.offers() == [CLOSE]


def test_closing_it_while_it_runs_cancels_and_shows_what_came_of_it(
    three: Shell,
) -> None:
    three.use_calls(5)
    use = EverywhereUse(three)
    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:00", DONE, NOTHING)

    QTest.keyClick(use.dialog, Qt.Key.Key_Escape)

    assert use.dialog.isVisible()
    assert use.rows()[0] == LEFT
    QTest.keyClick(use.dialog, Qt.Key.Key_Escape)
    assert not use.dialog.isVisible()


def test_choosing_it_again_while_it_runs_shows_what_runs(three: Shell) -> None:
    three.use_calls(5)
    use = EverywhereUse(three)
    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:00", DONE, NOTHING)

    again = EverywhereUse(three)

    assert again.rows()[1] == DONE
    assert again.offers() == [CANCEL]


def test_after_it_has_ended_it_asks_anew(three: Shell) -> None:
    use = EverywhereUse(three)
    use.click(START)
    use.wait_until_rest()
    use.click(CLOSE)

    again = EverywhereUse(three)

    assert again.rows() == [NOTHING] * 3
    assert again.offers() == [START, CLOSE]


@pytest.mark.case("RV-06")
def test_a_profile_that_is_busy_is_done_when_that_ends(three: Shell) -> None:
    fresh = token(access_token="CANARY-fresh")
    three.authorizer.outcomes["refresh"] = Refreshed(fresh, Keeping(lasting=True), ())
    three.authorizer.held.add("refresh")
    three.click("refreshButton")
    use = EverywhereUse(three)
    use.click(START)
    busy = "RingAuth is busy with this profile; it goes on when that ends"
    use.wait_for(busy, DONE, NOTHING)

    three.authorizer.release("refresh")
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]
    assert three.authorizer.used_tokens[-1].access_token == "CANARY-fresh"
    assert not _kept(three, SUPPORT)


@pytest.mark.case("RV-02")
def test_a_server_that_could_not_be_told_is_named_and_the_others_go_on(
    three: Shell,
) -> None:
    three.authorizer.outcomes["turn 5f2c"] = Revoked(None, untold=OFFLINE)
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    told, *others = use.rows()
    assert told.startswith("Signed out here; the server could not be told (")
    assert told.endswith("The token dies at its expiry")
    assert others == [DONE, NOTHING]
    said = "Signed out: 1 · Signed out here only: 1 · Nothing was kept: 1."
    assert use.said() == said


def test_what_stays_in_the_keyring_is_said_with_what_to_do_r29(three: Shell) -> None:
    left = replace(PROVED, left_behind="The keyring is locked.")
    three.authorizer.outcomes["turn 5f2c"] = left
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    assert use.rows()[0].startswith("Still in the keyring, revoked — proved")
    assert "Remove RingAuth's items" in use.rows()[0]
    assert GO_ON in use.offers()


def test_a_locked_keyring_is_asked_once_and_again_when_one_goes_on(
    three: Shell,
) -> None:
    three.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")
    before = three.authorizer.calls.count("restore")
    use = EverywhereUse(three)
    use.click(START)
    use.wait_until_rest()
    assert use.rows() == [DONE, UNREAD, UNREAD]
    assert three.authorizer.calls.count("restore") == before + 1

    del three.authorizer.outcomes["restore"]
    use.click(GO_ON)
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]


def test_no_profile_says_that_the_keyring_is_locked_once_it_was_read_r29(
    three: Shell,
) -> None:
    three.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")
    three.choose(TESTER)
    three.wait_idle()
    assert "The keyring is locked." in three.text("messageText")
    del three.authorizer.outcomes["restore"]
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    assert use.rows() == [DONE, DONE, NOTHING]
    assert three.state.message is None
    assert three.text("identityLine") == "Signed out"


def test_a_damaged_token_is_named_and_the_others_are_signed_out(three: Shell) -> None:
    three.authorizer.keyring.save(DEVELOPER.id, SecretKind.TOKEN, "{")
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    assert use.rows() == [
        DONE,
        "Not signed out: What is kept for this profile is damaged",
        NOTHING,
    ]


def test_a_keyring_that_keeps_the_token_needed_says_so(three: Shell) -> None:
    locked = TokenStoreError("The keyring is locked.")
    three.authorizer.outcomes["turn 5f2c"] = locked
    use = EverywhereUse(three)

    use.click(START)
    use.wait_until_rest()

    assert use.rows()[0].startswith("Not signed out: ")
    assert _kept(three, SUPPORT)


def test_a_question_that_is_open_is_not_answered_by_this(shell: Shell) -> None:
    asked = SignedIn(token(owner_id="102"), (), None, previous_owner_id="101")
    shell.authorizer.outcomes["authorize"] = asked
    shell.start_signed_in()
    shell.act("authorizeButton")
    use = EverywhereUse(shell)

    use.click(START)
    use.wait_until_rest()

    assert use.rows()[0].startswith("Not signed out: answer the question")
    assert _kept(shell, SUPPORT)


def test_a_server_that_asks_for_a_pause_is_asked_again(three: Shell) -> None:
    limited = RateLimited(Refusal(429, retry_after=60))
    three.authorizer.outcomes["turn 5f2c"] = limited
    use = EverywhereUse(three)
    use.click(START)
    use.wait_for("Waiting for the limit of calls: 1:00", DONE, NOTHING)

    three.authorizer.outcomes["turn 5f2c"] = PROVED
    use.tick(60)
    use.wait_until_rest()

    assert use.rows()[0] == DONE
    assert three.authorizer.last_tries[-1]


def test_what_heeds_no_cancel_is_not_known(shell: Shell) -> None:
    shell.patience = SOON
    shell.authorizer.outcomes["turn"] = PROVED
    shell.authorizer.held.add("turn")
    shell.authorizer.deaf.add("turn")
    shell.start_signed_in()
    use = EverywhereUse(shell)
    use.click(START)
    use.wait_for(ASKING)

    use.click(CANCEL)
    assert use.offers() == []
    use.wait_until_rest()

    assert use.said() == "Not known: 1."
    shell.authorizer.release("turn")


def test_the_window_closes_in_the_middle_of_it(three: Shell) -> None:
    three.authorizer.held.add("turn")
    use = EverywhereUse(three)
    use.click(START)
    three.wait_until(lambda: ASKING in use.rows())

    three.window.close()

    assert not three.window.isVisible()
    assert not use.dialog.isVisible()


def test_without_a_profile_there_is_nothing_to_ask(shell: Shell) -> None:
    shell.start()

    use = EverywhereUse(shell)

    assert use.said() == "There is no profile yet."
    assert use.offers() == [CLOSE]


def test_the_list_follows_what_happens_before_one_answers(three: Shell) -> None:
    use = EverywhereUse(three)

    three.choose(DEVELOPER)
    three.wait_idle()

    assert use.rows()[1] == "Signed in"


def test_sessions_that_it_cannot_end_are_told_with_where_they_end(three: Shell) -> None:
    app = ClientRegistration(
        RINGCENTRAL, SUPPORT.client_id, None, (), "platform.ringcentral.com"
    )
    for session in ("s1", "s2", "s3"):
        three.known_sessions.started(app, SUPPORT, token(session_id=session))
    use = EverywhereUse(three)
    three.wait_until(lambda: use.elsewhere().startswith("RingAuth remembers 2 more"))
    for session in ("s1", "s2"):
        three.known_sessions.ended(app, SUPPORT, token(session_id=session))

    use.click(START)
    use.wait_until_rest()

    three.wait_until(lambda: use.elsewhere().startswith("RingAuth remembers 1 more"))
    assert "ends the app's session at RingCentral" in use.elsewhere()


def test_its_colours_follow_the_theme(three: Shell) -> None:
    use = EverywhereUse(three)
    use.click(START)
    use.wait_until_rest()

    three.theme.set_mode(ThemeMode.DARK)

    assert use.colour(0) == three.theme.palette.good


def test_a_session_whose_token_could_not_be_read_is_not_said_to_have_none_r29(
    shell: Shell,
) -> None:
    app = ClientRegistration(
        RINGCENTRAL, SUPPORT.client_id, None, (), "platform.ringcentral.com"
    )
    for session in ("s1", "s2"):
        shell.known_sessions.started(app, SUPPORT, token(session_id=session))
    shell.authorizer.outcomes["restore"] = KeyringIsLocked("The keyring is locked.")
    shell.start(SUPPORT)
    shell.wait_idle()

    use = EverywhereUse(shell)

    shell.wait_until(lambda: use.elsewhere() != "")
    assert use.elsewhere().startswith("RingAuth remembers 1 more session ")
