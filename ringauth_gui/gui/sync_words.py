"""What is said of profiles that another window or program changed; no Qt."""

from collections.abc import Sequence

from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.typed_draft import Typed
from ringauth_gui.storage.profile_merge import Clash, ClashKind
from ringauth_gui.storage.profiles import SavedProfiles

_MEMBERS = {
    "server_url": "server URL",
    "client_id": "client ID",
    "has_secret": "whether the app has a secret",
    "redirect_uris": "redirect URIs",
    "auto_refresh": "refresh by itself",
    "keep_tokens": "where tokens are kept",
    "grant_type": "how to sign in",
}
HELD = Message(
    MessageKind.WARNING,
    "This profile was deleted elsewhere",
    "It is still here because something runs or is typed in it. What you save in it "
    "brings it back.",
    actions=(
        MessageAction("keep-deleted", "Keep this profile"),
        MessageAction("remove-deleted", "Delete it here too"),
    ),
)


def save_failed(reason: str) -> Message:
    """Return that the profiles could not be saved, and why."""
    return Message(
        MessageKind.BAD,
        "The profiles could not be saved",
        f"{reason} They are kept until RingAuth closes.",
        actions=(MessageAction("save-again", "Try again"),),
    )


def saved_message(saved: SavedProfiles) -> Message | None:
    """Return what was in the way of a save that worked all the same, if anything."""
    sentences = [*map(_sentence, saved.clashes), *saved.problems]
    if not sentences:
        return None
    if any(clash.loses_theirs for clash in saved.clashes):
        where = "" if saved.copy is None else f" in {saved.copy.name}"
        sentences.append(f"The profiles as they were there are kept{where}.")
    is_clash = bool(saved.clashes)
    return Message(
        MessageKind.WARNING,
        "Profiles were changed elsewhere at the same time"
        if is_clash
        else "The profile file was not as it should be",
        " ".join(sentences),
        "" if saved.copy is None else str(saved.copy),
    )


def removed_message(names: Sequence[str]) -> Message:
    """Return which profiles are gone because they were deleted elsewhere."""
    quoted = ", ".join(f"“{name}”" for name in names)
    verb = "was" if len(names) == 1 else "were"
    return Message(
        MessageKind.NOTE,
        f"{quoted} {verb} deleted elsewhere",
        "Another RingAuth window or another program did it.",
    )


def changed_message(typed: Typed) -> Message:
    """Return that a profile was changed elsewhere while somebody types."""
    advice = "What you typed is still there. Save writes only what you changed."
    if typed.clashes:
        advice = (
            f"Changed there and typed here: {member_words(typed.clashes)}. Save writes "
            "what you typed over what was saved there."
        )
    if typed.lost_secret:
        advice += " Type the secret again: it was for the app that was here before."
    is_warning = typed.clashes or typed.lost_secret
    return Message(
        MessageKind.WARNING if is_warning else MessageKind.NOTE,
        "This profile was changed elsewhere",
        advice,
    )


def member_words(members: Sequence[str]) -> str:
    """Return the members of a profile as the form calls them."""
    words = (_MEMBERS.get(name, name.replace("_", " ")) for name in members)
    return ", ".join(dict.fromkeys(words))


def _sentence(clash: Clash) -> str:
    name = f"“{clash.name}”"
    return {
        ClashKind.EDITED_BOTH: (
            f"{name} was edited there too; what was saved here stays: "
            f"{member_words(clash.members)}."
        ),
        ClashKind.DELETED_THERE: (
            f"{name} was deleted there; it stays, because it was edited here."
        ),
        ClashKind.DELETED_HERE: (
            f"{name} was edited there, so it was not deleted. Delete it again if "
            "nobody needs it."
        ),
        ClashKind.NAMED_ALIKE: (
            f"A profile was given the same name there; the one from here is now {name}."
        ),
    }[clash.kind]
