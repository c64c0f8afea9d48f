"""Another person signed in: the question, and what each answer does."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from tests.gui.shell import LATER, SOON, SUPPORT, Shell
from tests.gui.token_examples import signed_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

GRACE = replace(
    signed_in(owner_id="999", access_token="SJC2" + "grace-canary" * 9),
    keeping=None,
    previous_owner_id="256440016",
    checks=(AnswerCheck("State", CheckOutcome.PASSED, "returned as sent"),),
)
OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")
ASKED = "Another person signed in"
UNSAVED = Message(MessageKind.BAD, "The profiles could not be saved", "Disk full.")


@pytest.fixture
def asking(shell: Shell) -> Shell:
    """Return a window that asks about another person."""
    shell.patience = replace(LATER, cancelled=SOON.cancelled)
    shell.start_signed_in()
    shell.authorizer.outcomes |= {"authorize": GRACE, "decline": ""}
    shell.act("authorizeButton")
    return shell


def test_another_person_is_asked_about(asking: Shell) -> None:
    assert asking.text("messageTitle") == ASKED
    assert "256440016" in asking.text("messageText")
    assert "999" in asking.text("messageText")
    assert asking.text("identityLine") == "Extension ID 256440016"


def test_the_other_person_is_taken_over_when_wished(asking: Shell) -> None:
    asking.act("messageAction-adopt")

    assert asking.text("identityLine") == "Extension ID 999"
    assert asking.state.answer_checks == GRACE.checks
    kept = asking.authorizer.clients.vault.load_token(SUPPORT)
    assert kept is not None
    assert kept.owner_id == "999"


def test_the_new_session_is_ended_when_the_old_tokens_are_to_stay(
    asking: Shell,
) -> None:
    asking.act("messageAction-decline")

    assert asking.authorizer.calls[-1] == "decline"
    assert asking.authorizer.used_tokens[-1] == GRACE.token
    assert asking.text("messageTitle") == "The other person's sign-in was ended"
    assert asking.text("messageText") == "The old tokens stay."
    assert asking.text("identityLine") == "Extension ID 256440016"


def test_the_checks_of_a_declined_answer_are_not_shown(asking: Shell) -> None:
    asking.act("messageAction-decline")

    assert asking.state.answer_checks == ()


def test_a_new_session_that_cannot_be_ended_is_told(asking: Shell) -> None:
    asking.authorizer.outcomes["decline"] = OFFLINE

    asking.act("messageAction-decline")

    assert "could not be ended" in asking.text("messageTitle")
    assert "until they expire" in asking.text("messageText")
    assert "it refused the connection" in asking.text("messageDetails")


def test_dismissing_the_question_declines(asking: Shell) -> None:
    asking.dismiss()
    asking.wait_idle()

    assert asking.authorizer.calls[-1] == "decline"
    assert asking.state.pending is None


def test_nothing_else_can_be_done_before_the_answer(asking: Shell) -> None:
    for name in ("authorizeButton", "refreshButton", "revokeButton", "checkButton"):
        assert not asking.button(name).isEnabled()
        reason = asking.button(name).toolTip()
        assert "Answer the question above first." in reason
    assert asking.sessions.current is not None

    asking.sessions.current.forget()
    asking.sessions.current.sign_out()
    asking.sessions.current.authorize()

    assert asking.state.activity is None
    assert asking.authorizer.calls[-1] == "authorize"


def test_a_question_behind_another_message_is_asked_afterwards(asking: Shell) -> None:
    assert asking.sessions.current is not None
    asking.sessions.current.show_message(UNSAVED)

    asking.dismiss()

    assert asking.text("messageTitle") == ASKED
    asking.wait_until(lambda: asking.button("messageAction-adopt").isVisible())


def test_a_new_name_leaves_the_question_open(asking: Shell) -> None:
    asking.sessions.keep(replace(SUPPORT, name="Help desk"))
    asking.wait_idle()

    assert asking.text("messageTitle") == ASKED


def test_another_app_in_the_profile_declines(asking: Shell) -> None:
    asking.sessions.keep(replace(SUPPORT, client_id="another-client"))
    asking.wait_idle()

    declined = asking.authorizer.calls.index("decline")
    assert asking.authorizer.used_profiles[declined] == SUPPORT
    assert asking.state.pending is None


def test_an_end_that_hangs_is_not_asked_about_again(asking: Shell) -> None:
    asking.authorizer.held.add("decline")
    asking.authorizer.deaf.add("decline")
    asking.click("messageAction-decline")

    asking.click("cancelButton")
    asking.wait_idle()

    assert asking.state.pending is None
    assert "in the background" in asking.text("messageTitle")
