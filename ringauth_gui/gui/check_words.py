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


def check_message(state: SessionState, result: CheckResult) -> Message | None:
    """Return what the API did not tell, and why; None when it told everything."""
    if result.verdict is Verdict.REFUSED:
        return _refused(state, result.refusal)
    if result.verdict is Verdict.NOT_JUDGED:
        return _message(MessageKind.WARNING, *_NOT_JUDGED, result.refusal)
    if result.refusal is not None:
        return _untold(state, (Untold(Subject.IDENTITY, result.refusal),))
    return _untold(state, result.untold) if result.untold else None


def _refused(state: SessionState, refusal: Refusal | None) -> Message:
    words = None if refusal is None else code_words(refusal, _context(state))
    advice = _REFUSED
    if words is not None:
        facts = _facts(state, refusal)
        advice = f"{words.title}. {words.advice}".format_map(facts)
    elif state.is_practice:
        advice += " The practice server forgets its sessions when RingAuth closes."
    title = "The API refuses this token"
    return _message(MessageKind.BAD, title, advice, refusal, _AGAIN)


def _untold(state: SessionState, untold: tuple[Untold, ...]) -> Message:
    """Say what is missing, of the app or of the user, or what else came between."""
    first = untold[0]
    refusal, rest = first.refusal, untold[1:]
    scope = refusal and missing_scope(refusal, first.subject)
    permission = refusal and missing_permission(refusal, first.subject)
    title, advice = f"{_WORKS}not everything was told", ""
    actions: tuple[MessageAction, ...] = ()
    if scope is not None:
        title = f"{_WORKS}the app lacks {scope}"
        advice = (
            f"{_NEED[first.subject]} Add it to the app, then authorize again: "
            f"{at.CONSOLE_SCOPES}."
        )
        actions = (_AGAIN,)
    elif permission is not None:
        title = f"{_WORKS}the user lacks {permission}"
        advice = (
            f"{_NEED[first.subject]} An administrator can add it to the user's role: "
            f"{at.ADMIN_ROLES}. A new scope of the app does not help."
        )
    elif refusal is not None and is_pause(refusal):
        title = f"{_WORKS}the API asks for a pause"
        advice = f"Wait {pause_text(refusal)}, then press Check again."
    elif refusal is not None:
        words, rest = code_words(refusal, _context(state)), untold
        if words is not None:
            facts = _facts(state, refusal)
            advice = f"{words.title}. {words.advice}".format_map(facts)
    else:
        rest = untold
    said = " ".join(
        f"{_SUBJECTS[each.subject]}: {untold_phrase(each)}." for each in rest
    )
    return _message(
        MessageKind.WARNING, title, f"{advice} {said}".strip(), refusal, *actions
    )


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
