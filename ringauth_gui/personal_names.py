"""Takes the person's own names out of paths that leave the machine (R26)."""

import re
from dataclasses import dataclass
from pathlib import Path

HOME = "~"
USER = "[user]"
MACHINE = "[computer]"


@dataclass(frozen=True)
class PersonalNames:
    """What a path may tell of the person.

    Attributes:
        home: The home folder; empty when there is none.
        user: The name at the system; empty when there is none.
        machine: The computer's name; empty when there is none.
    """

    home: str
    user: str
    machine: str = ""

    def replaced_in(self, text: str) -> str:
        """Return ``text`` with the home folder as "~", and no path with the name.

        Elsewhere the name stays: it may be a plain word of any sentence.
        """
        if len(self.home) > 1:
            written = self.home.replace("\\", "\\\\")  # as in a representation
            for each in (written, self.home):
                # Not of "/home/ada" in "/home/adam".
                text = re.sub(rf"{re.escape(each)}(?!\w)", HOME, text)
        if self.user:
            member = rf"(?<=[/\\]){re.escape(self.user)}(?!\w)"
            text = re.sub(member, USER, text)
        return text

    def replaced_everywhere_in(self, text: str) -> str:
        """Return ``text`` without any of the names, whatever word they may be too.

        For what is given to others: there a sentence may lose a word.
        """
        text = self.replaced_in(text)
        for name, word in ((self.machine, MACHINE), (self.user, USER)):
            if name:
                whole = rf"(?<!\w){re.escape(name)}(?!\w)"
                text = re.sub(whole, word, text, flags=re.IGNORECASE)
        return text


def personal_names() -> PersonalNames:
    """Return the names of whoever runs this process, as far as the system knows."""
    # What asks the system is not needed before the first paint.
    import getpass  # noqa: PLC0415
    import platform  # noqa: PLC0415

    try:
        home = str(Path.home())
    except RuntimeError:
        home = ""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return PersonalNames(home, user, platform.node())
