"""The four steps of a sign-in in words, as far as it has come; no Qt."""

import enum
from dataclasses import dataclass

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep

NOTHING = " "  # keeps the line's height, so that nothing jumps when words come


class StepState(enum.Enum):
    """How far a step is; the value is said by a screen reader."""

    PENDING = "not yet"
    CURRENT = "now"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class SignInStep:
    """One step as shown."""

    state: StepState
    title: str
    note: str = ""


def sign_in_steps(
    progress: AuthorizationProgress, server_name: str
) -> tuple[SignInStep, ...]:
    """Return the four steps; the note of waiting, the time left, comes on its own."""
    return (
        SignInStep(
            _state(progress, AuthorizationStep.STARTING),
            "Listening for the answer",
            progress.redirect_uri or NOTHING,
        ),
        _browser_step(progress, server_name),
        _waiting_step(progress),
        _exchange_step(progress),
    )


def _waiting_step(progress: AuthorizationProgress) -> SignInStep:
    state = _state(progress, AuthorizationStep.WAITING)
    if state is StepState.DONE:
        return SignInStep(state, "The browser came back")
    return SignInStep(state, "Waiting for you to sign in")


def _exchange_step(progress: AuthorizationProgress) -> SignInStep:
    state = _state(progress, AuthorizationStep.EXCHANGING)
    if state is StepState.PENDING:
        return SignInStep(state, "Exchange the code for a token")
    return SignInStep(state, "Exchanging the code for a token")


def _browser_step(progress: AuthorizationProgress, server_name: str) -> SignInStep:
    state = _state(progress, AuthorizationStep.LISTENING)
    if progress.step is AuthorizationStep.WAITING and not progress.browser_opened:
        return SignInStep(
            StepState.FAILED,
            "No browser could be started",
            "Copy the link below and open it in a browser of your choice.",
        )
    note = f"Sign in to {server_name} in the browser window, then come back here."
    if state is StepState.DONE:
        return SignInStep(state, "Browser opened", note)
    return SignInStep(state, "Opening the browser", NOTHING)


def _state(progress: AuthorizationProgress, own: AuthorizationStep) -> StepState:
    order = tuple(AuthorizationStep)
    now, place = order.index(progress.step), order.index(own)
    if now > place:
        return StepState.DONE
    return StepState.CURRENT if now == place else StepState.PENDING
