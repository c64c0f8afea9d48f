"""The words for a sign-in whose answer is not in all what it should be; no Qt."""

from typing import TYPE_CHECKING

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.oauth.answer_check import CheckOutcome

if TYPE_CHECKING:
    from ringauth_gui.oauth.answer_check import AnswerCheck

_ABOUT_IT = "ID token"  # what the subjects of its checks begin with


def answer_message(checks: tuple["AnswerCheck", ...]) -> Message | None:
    """Return what a person has to know of ``checks``; None when all is well."""
    distrust = [
        check
        for check in checks
        if check.outcome is CheckOutcome.FAILED and check.subject.startswith(_ABOUT_IT)
    ]
    if distrust:
        return Message(
            MessageKind.WARNING,
            "The ID token cannot be trusted",
            f"{_sentences(distrust)} The access token works all the same, but do not "
            "rely on who the ID token says has signed in. The Account tab lists what "
            "was checked.",
        )
    differing = [check for check in checks if check.outcome is CheckOutcome.DIFFERS]
    if differing:
        return Message(
            MessageKind.NOTE,
            "Signed in, but not all is as it was asked for",
            f"{_sentences(differing)} The Account tab lists what was checked.",
        )
    return None


def with_newer_id_token(
    checks: tuple["AnswerCheck", ...], newer: tuple["AnswerCheck", ...]
) -> tuple["AnswerCheck", ...]:
    """Return ``checks`` with what holds of a ``newer`` ID token, if one came."""
    if not newer:
        return checks
    others = (check for check in checks if not check.subject.startswith(_ABOUT_IT))
    return (*others, *newer)


def _sentences(checks: list["AnswerCheck"]) -> str:
    return " ".join(f"{check.subject}: {check.detail}." for check in checks)
