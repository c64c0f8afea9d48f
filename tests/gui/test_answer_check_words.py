from ringauth_gui.gui.answer_check_words import answer_message, with_newer_id_token
from ringauth_gui.gui.message import MessageKind
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome

PASSED = AnswerCheck("State", CheckOutcome.PASSED, "returned as sent")
ABSENT = AnswerCheck("ID token", CheckOutcome.NOT_APPLICABLE, "none came")
LIFE = AnswerCheck(
    "Access token life", CheckOutcome.DIFFERS, "asked 600 s, granted 3600 s"
)
FORGED = AnswerCheck(
    "ID token signature",
    CheckOutcome.FAILED,
    "it was not made with the server's key",
)
OWNER = AnswerCheck("Owner", CheckOutcome.FAILED, "another person than last time")


def test_a_sign_in_as_it_should_be_needs_no_words() -> None:
    assert answer_message((PASSED, ABSENT)) is None


def test_another_owner_was_asked_about_already() -> None:
    assert answer_message((PASSED, OWNER)) is None


def test_an_id_token_that_cannot_be_trusted_is_told_with_the_reason() -> None:
    message = answer_message((PASSED, LIFE, FORGED))

    assert message is not None
    assert message.kind is MessageKind.WARNING
    assert message.title == "The ID token cannot be trusted"
    assert "it was not made with the server's key." in message.advice
    assert "The access token works" in message.advice


def test_a_lifetime_that_differs_is_told_with_both_numbers() -> None:
    message = answer_message((PASSED, LIFE))

    assert message is not None
    assert message.kind is MessageKind.NOTE
    assert "Access token life: asked 600 s, granted 3600 s." in message.advice


def test_a_newer_id_token_replaces_what_was_said_of_the_one_before() -> None:
    assert with_newer_id_token((PASSED, ABSENT), (FORGED,)) == (PASSED, FORGED)
    assert with_newer_id_token((PASSED, ABSENT), ()) == (PASSED, ABSENT)
