"""What the message bar says of what the keyring holds, or holds no more; no Qt."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.kept_texts import Dropped

NAMES = {
    SecretKind.TOKEN: "token",
    SecretKind.CLIENT_SECRET: "client secret",
    SecretKind.JWT_CREDENTIAL: "JWT credential",
}
ACCEPT_KEYRING = MessageAction("accept-keyring", "Use it all the same")
KEEP_AGAIN = MessageAction("keep-again", "Try again")
_REMEDIES = {
    SecretKind.TOKEN: "Sign in again.",
    SecretKind.CLIENT_SECRET: "Enter the client secret again on the Profile tab.",
    SecretKind.JWT_CREDENTIAL: "Enter the JWT credential again on the Profile tab.",
}


def unused_removed(dropped: "Dropped") -> Message | None:
    """Return what became of the secrets that a changed profile has no use for."""
    if dropped.problem is not None:
        return _not_removed("What this profile does not use any more", dropped)
    if not dropped.kinds:
        return None
    return Message(
        MessageKind.NOTE,
        f"Removed from the keyring: the {_listed(dropped.kinds)} kept before",
        "The profile as it is now has no use for it.",
    )


def damaged_removed(dropped: "Dropped") -> Message:
    """Return what became of the damaged values that were to be removed (KR-08)."""
    if dropped.problem is not None:
        return _not_removed("What is damaged", dropped)
    remedies = " ".join(_REMEDIES[kind] for kind in dropped.kinds)
    return Message(
        MessageKind.NOTE,
        f"The damaged {_listed(dropped.kinds) or 'value'} is removed",
        f"{remedies} Other profiles were not touched.".strip(),
    )


def kept_elsewhere(there: str, here: str | None) -> Message:
    """Return that another keyring holds what this profile kept (KR-11).

    Args:
        there: The keyring that held it last.
        here: The one in use; None when there is none.
    """
    now = (
        "there is no keyring that could be used"
        if here is None
        else f"“{here}” is in use, which does not hold it"
    )
    return Message(
        MessageKind.WARNING,
        f"This profile is kept in another keyring: “{there}”",
        f"Now {now}. Nothing was removed or replaced. Start “{there}” and then "
        "RingAuth again, or sign in anew.",
    )


def unusable_keyring(problem: str, *, may_be_accepted: bool) -> Message:
    """Return that nothing is kept (KR-01), and what a person may do (KR-12)."""
    return Message(
        MessageKind.WARNING,
        "Nothing is kept when RingAuth closes",
        f"{problem} Tokens and secrets stay in memory.",
        actions=(ACCEPT_KEYRING,) if may_be_accepted else (),
    )


def accepted_keyring(class_name: str) -> Message:
    """Return from when on an accepted keyring is used."""
    return Message(
        MessageKind.NOTE,
        f"“{class_name}” is used from the next start on",
        "Until then tokens and secrets stay in memory. You alone know whether they are "
        "safe there.",
    )


def _not_removed(what: str, dropped: "Dropped") -> Message:
    return Message(
        MessageKind.WARNING,
        f"{what} could not be removed from the keyring",
        f"{dropped.problem} Remove RingAuth's items with the system's own keyring "
        "program.",
        actions=(KEEP_AGAIN,),
    )


def _listed(kinds: Iterable[SecretKind]) -> str:
    return " and the ".join(NAMES[kind] for kind in kinds)
