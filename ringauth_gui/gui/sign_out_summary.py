"""What the sign-out of all says above its list; no Qt."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ringauth_gui.gui.message import MessageKind
from ringauth_gui.sign_out_turn import DONE, OVER, Stage, Turn

_SIGNED_OUT = "Signed out"
_HERE_ONLY = "Signed out here only"
_NOTHING = "Nothing was kept"
_NOT_SIGNED_OUT = "Not signed out"
_NOT_KNOWN = "Not known"
_TROUBLES = (_HERE_ONLY, _NOT_SIGNED_OUT, _NOT_KNOWN)
_PARTS = (_SIGNED_OUT, _HERE_ONLY, _NOTHING, _NOT_SIGNED_OUT, _NOT_KNOWN)


@dataclass(frozen=True)
class SignOutSummary:
    """What is said above the list, and how that is coloured."""

    kind: MessageKind
    text: str


def question(count: int) -> SignOutSummary:
    """Return what is asked before anything is done."""
    if not count:
        return SignOutSummary(MessageKind.NOTE, "There is no profile yet.")
    profiles = "the one profile" if count == 1 else f"all {count} profiles"
    return SignOutSummary(
        MessageKind.WARNING,
        f"Sign out {profiles}? Each token that is kept here is revoked at its server "
        "and removed. Client secrets stay. RingCentral allows five calls a minute for "
        "each app, so many profiles take some minutes.",
    )


def summary(
    turns: Sequence[Turn], *, is_going: bool, is_stopped: bool
) -> SignOutSummary:
    """Return what has come of it so far, or in the end."""
    over = [turn for turn in turns if turn.stage in OVER]
    if is_going:
        text = f"{len(over)} of {len(turns)} done. {_counted(over, _TROUBLES)}".strip()
        if is_stopped:
            text = f"{text} What runs is waited for; the rest stays as it is."
        return SignOutSummary(MessageKind.NOTE, text)
    is_good = {_part(turn) for turn in turns} <= {_SIGNED_OUT, _NOTHING}
    kind = MessageKind.GOOD if is_good else MessageKind.WARNING
    return SignOutSummary(kind, _counted(turns, _PARTS))


def elsewhere_text(count: int) -> str:
    """Return what is said of sessions of which no profile holds the token."""
    if not count:
        return ""
    sessions = "1 more session" if count == 1 else f"{count} more sessions"
    return (
        f"RingAuth remembers {sessions} that it started and holds no token of, so it "
        "cannot revoke them. They end by themselves; sooner where the person ends the "
        "app's session at RingCentral, or takes a new password there."
    )


def _counted(turns: Sequence[Turn], parts: Sequence[str]) -> str:
    """Return how many of ``turns`` ended as each of ``parts``; "" for none."""
    counts = Counter(map(_part, turns))
    told = [f"{part}: {counts[part]}" for part in parts if counts[part]]
    return f"{' · '.join(told)}." if told else ""


def _part(turn: Turn) -> str:
    if turn.stage is Stage.SIGNED_OUT:
        is_told = turn.revoked is not None and turn.revoked.untold is None
        return _SIGNED_OUT if is_told else _HERE_ONLY
    if turn.stage in DONE:
        return _NOTHING
    return _NOT_KNOWN if turn.stage is Stage.NOT_KNOWN else _NOT_SIGNED_OUT
