"""A second profile like another, without its secrets; no Qt."""

import re
import secrets
from collections.abc import Collection
from dataclasses import replace

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import LONGEST_NAME

_NUMBERED = re.compile(r"(.*\S) \((\d{1,6})\)", re.DOTALL)


def copy_of(profile: Profile, names: Collection[str]) -> Profile:
    """Return a profile of its own that is like ``profile``, under a free name."""
    name = free_name(profile.name, names)
    return replace(profile, id=secrets.token_hex(8), name=name)


def free_name(name: str, names: Collection[str]) -> str:
    """Return ``name`` with the first number that makes it none of ``names``.

    Two names that differ in case only look like one in a list.
    """
    taken = {each.casefold() for each in names}
    numbered = _NUMBERED.fullmatch(name)
    base, number = (numbered[1], int(numbered[2])) if numbered else (name, 1)
    while True:
        number += 1
        ending = f" ({number})"
        free = f"{base[: LONGEST_NAME - len(ending)].rstrip()}{ending}"
        if free.casefold() not in taken:
            return free


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
