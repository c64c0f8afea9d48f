"""What a Check, or a question for one permission, makes of a session's state; no Qt."""

from dataclasses import replace

from ringauth_gui.gui.check_words import check_message
from ringauth_gui.gui.refusal_phrases import is_pause
from ringauth_gui.gui.session_outcomes import idle
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.ringcentral.identity import CheckResult, Verdict


def after_check(state: SessionState, result: CheckResult) -> SessionState:
    """Show whose token it is and what it may do, or what the API said instead."""
    state = replace(idle(state), check=result, message=check_message(state, result))
    refusals = (each.refusal for each in result.untold if each.refusal is not None)
    pause = next((refusal for refusal in refusals if is_pause(refusal)), None)
    return state if pause is None else state.with_api_pause(pause, result.checked)


def after_question(state: SessionState, result: CheckResult) -> SessionState:
    """Show what the API said of one permission, beside what is known already."""
    known = result if state.check is None else state.check.followed_by(result)
    is_refused = result.verdict is Verdict.REFUSED
    message = check_message(state, result) if is_refused else None
    return replace(idle(state), check=known, message=message)
