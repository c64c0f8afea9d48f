"""What a window's process does, each from its start to its end."""

import subprocess
from dataclasses import dataclass, replace

from ringauth_gui.attempt import Attempt
from ringauth_gui.authorizer import Authorizer
from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.auto_refresh import AutoRefresh
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.session_outcomes import after_failure, after_refresh
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.refresh_lock import RefreshLock
from tests.fakes.practice_person import PracticePerson
from tests.kills.computer import Computer, never
from tests.kills.steps import Steps
from tests.practice.visitor import Visitor


@dataclass(frozen=True)
class NextStart:
    """What a window finds that is started after another has died.

    Attributes:
        restored: The token that was kept, if any.
        status: What the API said to it.
        refused: Why there is no token that works, by the error's class.
        refreshed: The token that one refresh brought, where one was needed.
        status_then: What the API said to that.
    """

    restored: Token | None = None
    status: int = 0
    refused: str = ""
    refreshed: Token | None = None
    status_then: int = 0

    @property
    def is_usable(self) -> bool:
        """Whether the API accepts the token, or what one refresh made of it."""
        return 200 in {self.status, self.status_then}


def start_again(steps: Steps, computer: Computer) -> NextStart:
    """Restore what is kept and use it; refresh it once where it has to be."""
    window = computer.open_window(steps)
    token = window.restore(computer.profile)
    if token is None:
        return NextStart()
    status = status_of(computer, token)
    if status == 200:
        return NextStart(token, status)
    try:
        refreshed = window.refresh(computer.profile, token, never()).token
    except RingAuthError as error:
        return NextStart(token, status, type(error).__name__)
    return NextStart(token, status, "", refreshed, status_of(computer, refreshed))


def run_by_itself(steps: Steps, computer: Computer, moments: int) -> list[Message]:
    """Keep a window open while time passes; return what its message bar said."""
    window = computer.open_window(steps)
    token = window.restore(computer.profile)
    state = SessionState(computer.profile, opened=True, token=token)
    rule, said = AutoRefresh(), []
    for _ in range(moments):
        now = computer.clock()
        if state.token is not None and rule.is_due(state, now):
            busy = replace(state, activity=Activity.REFRESHING)
            try:
                outcome = window.refresh(computer.profile, state.token, never())
            except RingAuthError as error:
                state = after_failure(busy, error, now)
            else:
                state = after_refresh(busy, outcome)
            said.append(state.message)
        computer.clock.advance()
    return [message for message in said if message is not None]


def refresh(steps: Steps, computer: Computer) -> Token:
    """Refresh what is kept, and use what that brings."""
    window = computer.open_window(steps)
    shown = window.restore(computer.profile)
    assert shown is not None
    token = window.refresh(computer.profile, shown, never()).token
    steps.reach("returned")
    _use(window, computer, token)
    return token


def refresh_by_lines(steps: Steps, computer: Computer, files: list[str]) -> Token:
    """Refresh what is kept; each line of ``files`` is a step."""
    window = computer.open_window(Steps(lambda _: None, None))
    shown = window.restore(computer.profile)
    assert shown is not None
    steps.count_lines(files)
    return window.refresh(computer.profile, shown, never()).token


def sign_in(steps: Steps, computer: Computer) -> Token:
    """Sign in through a browser of this process's own, and use the token."""
    person = PracticePerson()

    def open_browser(address: str) -> bool:
        steps.reach("before the browser is opened")
        is_opened = person.open(address)
        steps.reach("browser opened")
        return is_opened

    window = computer.open_window(steps, open_browser)
    attempt = Attempt(lambda progress: steps.reach(progress.step.name.lower()))
    uri = computer.profile.redirect_uris[0]
    token = window.authorize(computer.profile, uri, attempt).token
    steps.reach("returned")
    _use(window, computer, token)
    return token


def revoke(steps: Steps, computer: Computer) -> bool:
    """Revoke what is kept, and return whether that was proved."""
    window = computer.open_window(steps)
    shown = window.restore(computer.profile)
    assert shown is not None
    proof = window.revoke(computer.profile, shown, never()).proof
    return proof is not None and proof.proved


def hold_lock_with_child(steps: Steps, computer: Computer) -> None:
    """Start another program, as for a browser, while a refresh is locked."""
    hold = RefreshLock(computer.locks).hold
    with (
        hold(computer.profile.id),
        subprocess.Popen(["sleep", "10"]),  # noqa: S607 - any program will do
    ):
        steps.reach("another program runs")
        steps.reach("dies")


def _use(window: Authorizer, computer: Computer, token: Token) -> None:
    window.ask_permission("ReadExtensions", computer.profile, token, never())


def status_of(computer: Computer, token: Token) -> int:
    """Return what the API says to a token: 200, or why not."""
    return Visitor(computer.address).call(token.access_token).status_code
