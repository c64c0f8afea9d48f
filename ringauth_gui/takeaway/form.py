"""One form in which something can be taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.takeaway.hiding import Secrets


@dataclass(frozen=True)
class Form:
    """A text for the clipboard or a file.

    Attributes:
        key: Names it in the program.
        label: What a person calls it.
        suffix: Of a file that holds it.
        text_of: Makes it, with what is to stand in place of secrets.
    """

    key: str
    label: str
    suffix: str
    text_of: Callable[[Secrets], str]
