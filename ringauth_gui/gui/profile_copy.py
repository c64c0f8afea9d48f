"""A second profile like another, without its secrets; no Qt."""

import secrets
from collections.abc import Collection
from dataclasses import replace

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_names import free_name


def copy_of(profile: Profile, names: Collection[str]) -> Profile:
    """Return a profile of its own that is like ``profile``, under a free name."""
    name = free_name(profile.name, names)
    return replace(profile, id=secrets.token_hex(8), name=name)


def copy_message(profile: Profile) -> Message:
    """Return what a copy of ``profile`` lacks, and what to do about it."""
    if profile.grant_type is GrantType.JWT_BEARER:
        lacks, enter = "Its secrets and its token", "Enter the secrets"
    elif profile.has_secret:
        lacks, enter = "Its client secret and its token", "Enter the client secret"
    else:
        return Message(
            MessageKind.NOTE,
            f"This is a copy of “{profile.name}”",
            "Its token was not copied. Give the copy a name and save it, then "
            "authorize.",
        )
    return Message(
        MessageKind.NOTE,
        f"This is a copy of “{profile.name}”",
        f"{lacks} were not copied. {enter}, save, then authorize.",
    )
