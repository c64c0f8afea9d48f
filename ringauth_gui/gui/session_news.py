"""What another window did makes of a session's state, words included; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.caller import caller_of
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.session_keeping import after_reading
from ringauth_gui.gui.session_outcomes import UNREAD, UNWRITTEN, idle
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.moment import CLOCK_TOLERANCE, Moment
from ringauth_gui.storage.kept_mark import Change

if TYPE_CHECKING:
    from ringauth_gui.gui.session_kept import Kept
    from ringauth_gui.oauth.token import Token
    from ringauth_gui.storage.kept_mark import KeptMark

_BROUGHT: Mapping[Change, tuple[str, str]] = {
    Change.SIGNED_IN: (
        "Another window signed in{at}",
        "Its token is shown here now.",
    ),
    Change.REFRESHED: (
        "Another window refreshed this token{at}",
        "The new one is shown here now.",
    ),
    Change.PASTED: (
        "Another window uses a token from elsewhere{since}",
        "It is shown here now. Press Check to see whose it is.",
    ),
    Change.KEPT: (
        "Another window put its token into the keyring{at}",
        "It is shown here now.",
    ),
}
_TOOK: Mapping[Change, tuple[str, str, str]] = {
    Change.REVOKED: (
        "Revoked by another window{now}",
        "Another window revoked this token{at}",
        "The server was told, and the tokens are removed from this computer.",
    ),
    Change.SIGNED_OUT: (
        "Signed out by another window{now}",
        "Another window signed out{at}",
        "The server could not be told. The tokens are removed from this computer and "
        "die at their expiry.",
    ),
    Change.FORGOTTEN: (
        "Forgotten by another window{now}",
        "Another window removed this token from the computer{at}",
        "The server was not told: the tokens live on there until they expire.",
    ),
    Change.OVER: (
        "Signed out{now}: the session is over",
        "The session is over",
        "The server told another window{at} that this token is not valid any more. "
        "Authorize again.",
    ),
    Change.TAKEN_OUT: (
        "Signed out here: another window holds the token",
        "Another window took this token out of the keyring{at}",
        "It holds it in its memory, and this window cannot use it any more.",
    ),
}
_BROUGHT_SOMEHOW = (
    "The keyring holds another token for this profile",
    "Another window or program put it there. It is shown here now.",
)
_TOOK_SOMEHOW = (
    "Not in the keyring any more",
    "The keyring does not hold this token any more",
    "Another window or program removed it, and nothing says why. Authorize again.",
)
_UNSURE = (
    "The keyring still gives back the one that is shown here. Press Check to see "
    "whether it works."
)


def is_outdated(state: SessionState, mark: "KeptMark") -> bool:
    """Return whether ``mark`` speaks of another token than the one that is shown."""
    if mark.app != caller_of(state.profile).digest:
        return False
    if not state.profile.keep_tokens or state.keyring_trouble == UNWRITTEN:
        return False  # this window's own token is in its memory only
    if mark.times is None:
        return state.token is not None
    return state.token is None or not mark.times.are_of(state.token)


def after_look(state: SessionState, kept: "Kept", now: Moment) -> SessionState:
    """Show what is kept by now, and say what happened as far as that is sure."""
    before, token = state.token, kept.token
    read = after_reading(state, kept)
    if _access_token(before) == _access_token(token):
        # What is shown has been timed on both clocks, what is kept on one (TM-02).
        return _unchanged(replace(read, token=before), token)
    mark = _believed(state.elsewhere.mark, token)
    times = _times(mark, now)
    if token is None:
        return _gone(read, mark, times)
    if before is None:
        return _told(read, _what_it_brought(mark, times))
    owners = {before.owner_id, token.owner_id}
    if None not in owners and len(owners) > 1:
        return _told(read, _another_person(before, token, times))
    if _is_same_session(before, token):
        former = None if state.check is None else state.check.of_former_token()
        read = replace(read, check=former, answer_checks=state.answer_checks)
    return _told(read, _what_it_brought(mark, times))


def after_failed_look(state: SessionState, error: TokenStoreError) -> SessionState:
    """Say that what is shown may be out of date, and why nobody knows.

    Where nothing is shown, because it could not be read before either, that is said.
    """
    if state.token is None and state.keyring_trouble == UNREAD:
        return idle(state)
    message = Message(
        MessageKind.WARNING,
        "Another window changed what is kept for this profile",
        f"It could not be read: {error} What is shown here may be out of date.",
        actions=(MessageAction("try-again", "Try again"),),
    )
    state = replace(idle(state), keyring_trouble=UNREAD, failed=Activity.RESTORING)
    return _told(state, message)


def after_dismissal(state: SessionState) -> SessionState:
    """Free the bar, or say in it the news that had to wait for that."""
    news = state.elsewhere.news
    if news is not None and state.message != news:
        return replace(state, message=news)
    return without_messages(state)


def without_messages(state: SessionState) -> SessionState:
    """Say nothing any more: the person has read it, or goes on to something else."""
    return replace(state, message=None, elsewhere=replace(state.elsewhere, news=None))


def _told(state: SessionState, news: Message) -> SessionState:
    """Say ``news`` where nothing else is said that may not have been read yet."""
    is_free = state.message in {None, state.elsewhere.news}
    elsewhere = replace(state.elsewhere, news=news)
    message = news if is_free else state.message
    return replace(state, elsewhere=elsewhere, message=message)


def _unchanged(state: SessionState, kept: "Token | None") -> SessionState:
    """Say where the mark speaks of another token than the one that is ``kept``.

    The keyring may not answer any more, and what was seen last have been given back.
    """
    mark = state.elsewhere.mark
    if kept is None or mark is None:
        return state
    if not is_outdated(replace(state, token=kept), mark):
        return state
    became = "is gone" if mark.times is None else "was replaced"
    message = Message(
        MessageKind.WARNING,
        f"Another window says that this token {became}",
        _UNSURE,
        actions=(MessageAction("try-again", "Look again"),),
    )
    return _told(replace(state, failed=Activity.RESTORING), message)


def _gone(
    state: SessionState, mark: "KeptMark | None", times: Mapping[str, str]
) -> SessionState:
    texts = _TOOK_SOMEHOW if mark is None else _TOOK.get(mark.change, _TOOK_SOMEHOW)
    ended, title, advice = (text.format_map(times) for text in texts)
    message = Message(MessageKind.WARNING, title, advice)
    return _told(replace(state, check=None, ended=ended), message)


def _what_it_brought(mark: "KeptMark | None", times: Mapping[str, str]) -> Message:
    texts = _BROUGHT_SOMEHOW
    if mark is not None:
        texts = _BROUGHT.get(mark.change, _BROUGHT_SOMEHOW)
    title, advice = (text.format_map(times) for text in texts)
    return Message(MessageKind.NOTE, title, advice)


def _another_person(
    before: "Token", token: "Token", times: Mapping[str, str]
) -> Message:
    """Return the plain announcement that the owner is another one (R27)."""
    return Message(
        MessageKind.WARNING,
        "Another window signed in as another person{at}".format_map(times),
        f"This profile is used by owner {token.owner_id} now, and not by "
        f"{before.owner_id} any more.",
    )


def _believed(mark: "KeptMark | None", token: "Token | None") -> "KeptMark | None":
    """Return the mark if it speaks of what was found; a later one is still to come."""
    if mark is None:
        return None
    if token is None or mark.times is None:
        return mark if token is None and mark.times is None else None
    return mark if mark.times.are_of(token) else None


def _times(mark: "KeptMark | None", now: Moment) -> Mapping[str, str]:
    """Return how to say when it was; nothing where the time is not possible (R19)."""
    if mark is None or mark.at > now.wall + CLOCK_TOLERANCE:
        return {"at": "", "since": "", "now": ""}
    time = local_time_text(mark.at, now.wall)
    return {"at": f" at {time}", "since": f" since {time}", "now": f" {time}"}


def _is_same_session(one: "Token", other: "Token") -> bool:
    from ringauth_gui.vault import is_same_session

    return is_same_session(one, other)


def _access_token(token: "Token | None") -> str | None:
    return None if token is None else token.access_token
