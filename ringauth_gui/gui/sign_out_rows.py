"""What the sign-out of all says of each profile, before and while it runs; no Qt."""

import math

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.formatting import clock_text
from ringauth_gui.gui.session_outcomes import UNREAD, context_of
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.sign_out_row import SignOutRow, Tone
from ringauth_gui.moment import Moment
from ringauth_gui.outcomes import Revoked
from ringauth_gui.server_directory import server_name
from ringauth_gui.sign_out_turn import OVER, Stage, Turn

NOTHING = "Nothing is kept here"
_WAITS = ("Waits its turn", Tone.QUIET)
_BY_STAGE = {
    Stage.QUEUED: _WAITS,
    Stage.TO_READ: _WAITS,
    Stage.BUSY: (
        "RingAuth is busy with this profile; it goes on when that ends",
        Tone.PLAIN,
    ),
    Stage.READING: ("Reading the keyring…", Tone.PLAIN),
    Stage.ASKING: ("Asking the server…", Tone.PLAIN),
    Stage.NOTHING_KEPT: (NOTHING, Tone.QUIET),
    Stage.DELETED: ("The profile was deleted", Tone.QUIET),
    Stage.UNREADABLE: (
        "Not signed out: the keyring could not be read. See that it runs and is "
        "unlocked, then go on",
        Tone.BAD,
    ),
    Stage.QUESTION: (
        "Not signed out: answer the question about the other person, then go on",
        Tone.WARNING,
    ),
    Stage.NOT_KNOWN: (
        "Not known: the server may have heard of it. The token stays here for another "
        "try",
        Tone.WARNING,
    ),
}
_LEFT = ("Not signed out: left as it was", Tone.WARNING)
_REMOVE_IT = "Remove RingAuth's items with the system's own keyring program"


def known_row(state: SessionState) -> SignOutRow:
    """Return what is known of a profile before anything is done."""
    if state.token is not None:
        text, tone = "Signed in", Tone.GOOD
    elif state.keyring_trouble == UNREAD:
        text, tone = "The keyring could not be read", Tone.WARNING
    elif state.opened:
        text, tone = NOTHING, Tone.QUIET
    else:
        text, tone = "Not opened yet: the keyring is read first", Tone.PLAIN
    return SignOutRow(state.profile.name, server_name(state.profile), text, tone)


def turn_row(
    turn: Turn, state: SessionState, now: Moment, *, is_going: bool
) -> SignOutRow:
    """Return where a profile stands."""
    if turn.stage not in OVER and not is_going:
        told = _LEFT
    elif turn.revoked is not None:
        told = _end(turn, turn.revoked, state, now)
    elif turn.stage is Stage.NOT_TRIED and turn.error is not None:
        told = f"Not signed out: {_title(turn.error, state, now)}", Tone.BAD
    elif turn.stage is Stage.WAITING:
        wait = clock_text(math.ceil(turn.wait))
        told = f"Waiting for the limit of calls: {wait}", Tone.PLAIN
    elif turn.reading is not None and turn.reading.elsewhere:
        told = f"Not signed out: kept in “{turn.reading.elsewhere}”", Tone.WARNING
    else:
        told = _BY_STAGE[turn.stage]
    return SignOutRow(turn.profile.name, server_name(turn.profile), *told)


def _end(
    turn: Turn, revoked: Revoked, state: SessionState, now: Moment
) -> tuple[str, Tone]:
    """Return how a session ended, at the server and here."""
    proof = revoked.proof
    there = "revoked" if proof is None else f"revoked — {proof.text}"
    if revoked.untold is not None:
        why = _title(revoked.untold, state, now)
        there = f"the server could not be told ({why})"
    if turn.stage is Stage.LEFT_BEHIND:
        told = f"Still in the keyring, {there}. {revoked.left_behind} {_REMOVE_IT}"
        return told, Tone.BAD
    if revoked.untold is not None:
        return f"Signed out here; {there}. The token dies at its expiry", Tone.WARNING
    is_proved = proof is not None and proof.proved
    return f"Signed out: {there}", Tone.GOOD if is_proved else Tone.WARNING


def _title(error: RingAuthError, state: SessionState, now: Moment) -> str:
    from ringauth_gui.gui.error_messages import message_for

    return message_for(error, context_of(state, Activity.REVOKING, now)).title
