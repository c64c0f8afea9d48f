"""Names for profiles that have to look different from all others."""

import re
from collections.abc import Collection

from ringauth_gui.storage.profile_json import LONGEST_NAME

_NUMBERED = re.compile(r"(.*\S) \((\d{1,6})\)", re.DOTALL)


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
