"""The words for calls and sessions that RingAuth holds back by itself; no Qt."""

from collections.abc import Mapping

from ringauth_gui import errors
from ringauth_gui.gui.message import MessageKind
from ringauth_gui.gui.words import Words

ERROR_WORDS: Mapping[type[errors.RingAuthError], Words] = {
    errors.MustWait: Words(
        "The next call has to wait",
        "Nothing was sent. Wait {pause}, then try again.",
        ("try-again",),
        MessageKind.WARNING,
    ),
    errors.CallsUsedUp: Words(
        "The authentication calls of this minute are used",
        "Nothing was sent: {server} allows five a minute, and the last one is kept for "
        "Revoke. Wait {pause}, then try again.",
        ("try-again",),
        MessageKind.WARNING,
    ),
    errors.PauseNotOver: Words(
        "The pause that {server} asked for is not over",
        "Nothing was sent, because each early call would start the pause again. "
        "Wait {pause}, then try again.",
        ("try-again",),
        MessageKind.WARNING,
    ),
    errors.TooManySessions: Words(
        "This sign-in may end somebody's session",
        "RingAuth knows of {sessions} sessions with this app, and RingCentral allows "
        "five a person. RingCentral then ends one of them, and it is not documented "
        "which: it may be a colleague's or a server's. Revoke what nobody needs any "
        "more, or go on.",
        ("sign-in-anyway", "dismiss"),
        MessageKind.WARNING,
    ),
}

# Where a word depends on what was being done.
DOING_WORDS: Mapping[tuple[type[errors.RingAuthError], str], Words] = {
    (errors.CallsUsedUp, "authorize"): Words(
        "The authentication calls of this minute are used",
        "No token was asked for: {server} allows five calls a minute. Wait {pause}, "
        "then sign in from the start. A page in the browser is of no use by then.",
        ("authorize",),
        MessageKind.WARNING,
    ),
    (errors.PauseNotOver, "authorize"): Words(
        "The pause that {server} asked for is not over",
        "No token was asked for, because each early call would start the pause again. "
        "Wait {pause}, then sign in from the start. A page in the browser is of no use "
        "by then.",
        ("authorize",),
        MessageKind.WARNING,
    ),
}
