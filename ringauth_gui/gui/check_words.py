"""The words for what the API made of a token; no Qt."""

from ringauth_gui.errors import Refusal, RequestRefused
from ringauth_gui.gui.error_code_words import code_words
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_details import error_details, explainable_codes
from ringauth_gui.gui.error_facts import NEUTRAL_FACTS, refusal_facts
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.refusal_phrases import (
    is_pause,
    missing_permission,
    missing_scope,
    pause_text,
    untold_phrase,
)
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.identity import CheckResult, Subject, Untold, Verdict
from ringauth_gui.server_directory import secret_binding, server_name

_WORKS = "The token works; "
_PARTLY = "not everything was told"
_AGAIN = MessageAction("authorize", "Sign in again")
_SUBJECTS = {
    Subject.IDENTITY: "Whose it is",
    Subject.ACCOUNT: "The account",
    Subject.PERMISSIONS: "The user's permissions",
    Subject.SINGLE_PERMISSIONS: "Some of the permissions",
}
_NEED = {
    Subject.IDENTITY: "RingAuth needs it to ask whose the token is.",
    Subject.ACCOUNT: "RingAuth needs it to ask for the account.",
    Subject.PERMISSIONS: "RingAuth needs it to ask for the user's permissions.",
    Subject.SINGLE_PERMISSIONS: "RingAuth needs it to ask for permissions.",
}
_NOT_JUDGED = (
    "The server answered, but did not judge the token",
    "Check the server's address in the profile; this may not be a RingCentral server.",
)
_REFUSED = (
    "It was revoked, replaced by a refresh, or ended by the server. Refresh it, or "
    "authorize again."
)
_FORGETS = "The practice server forgets its sessions when RingAuth closes."


def check_message(state: SessionState, result: CheckResult) -> Message | None:
    """Return what the API did not tell, and why; None when it told everything."""
    if result.verdict is Verdict.REFUSED:
        return _refused(state, result.refusal)
    if result.verdict is Verdict.NOT_JUDGED:
        return _message(MessageKind.WARNING, *_NOT_JUDGED, result.refusal)
    untold = result.untold
    if result.refusal is not None:
        untold = (Untold(Subject.IDENTITY, result.refusal), *untold)
    return _untold(state, untold) if untold else None


def _refused(state: SessionState, refusal: Refusal | None) -> Message:
    general = f"{_REFUSED} {_FORGETS}" if state.is_practice else _REFUSED
    advice = _reason(state, refusal) or general
    title = "The API refuses this token"
    return _message(MessageKind.BAD, title, advice, refusal, _AGAIN)


def _untold(state: SessionState, untold: tuple[Untold, ...]) -> Message:
    """Say what the first lacks and what to do, then what else was not told."""
    first, *others = untold
    refusal = first.refusal
    known = None if refusal is None else _known_words(refusal, first.subject)
    title, advice, actions = known or (_PARTLY, _reason(state, refusal), ())
    rest = " ".join(
        f"{_SUBJECTS[each.subject]}: {untold_phrase(each)}."
        for each in (others if known else untold)
    )
    advice = f"{advice} {rest}".strip()
    return _message(MessageKind.WARNING, f"{_WORKS}{title}", advice, refusal, *actions)


def _known_words(
    refusal: Refusal, subject: Subject
) -> tuple[str, str, tuple[MessageAction, ...]] | None:
    """Return title, advice and buttons that tell the app's lack from the user's."""
    if (scope := missing_scope(refusal, subject)) is not None:
        advice = f"Add it to the app, then authorize again: {at.CONSOLE_SCOPES}."
        return f"the app lacks {scope}", f"{_NEED[subject]} {advice}", (_AGAIN,)
    if (permission := missing_permission(refusal, subject)) is not None:
        advice = (
            f"An administrator can add it to the user's role: {at.ADMIN_ROLES}. "
            "A new scope of the app does not help."
        )
        return f"the user lacks {permission}", f"{_NEED[subject]} {advice}", ()
    if is_pause(refusal):
        advice = f"Wait {pause_text(refusal)}, then press Check again."
        return "the API asks for a pause", advice, ()
    return None


def _reason(state: SessionState, refusal: Refusal | None) -> str:
    """Return what the codes of a refusal mean, in sentences; empty if nobody knows."""
    words = None if refusal is None else code_words(refusal, _context(state))
    if words is None:
        return ""
    return f"{words.title}. {words.advice}".format_map(_facts(state, refusal))


def _message(
    kind: MessageKind,
    title: str,
    advice: str,
    refusal: Refusal | None,
    *actions: MessageAction,
) -> Message:
    if refusal is None:
        return Message(kind, title, advice, actions=actions)
    error = RequestRefused(refusal)
    details, codes = error_details(error), explainable_codes(error)
    return Message(kind, title, advice, details, actions, codes)


def _facts(state: SessionState, refusal: Refusal | None) -> dict[str, str]:
    named = {} if refusal is None else refusal_facts(refusal)
    return {**NEUTRAL_FACTS, "server": server_name(state.profile), **named}


def _context(state: SessionState) -> MessageContext:
    return MessageContext(
        server_name=server_name(state.profile),
        host=secret_binding(state.profile),
        is_practice=state.is_practice,
        redirect_uri="",
        is_public=not state.profile.has_secret,
        doing="check",
    )
