"""The parsers of hostile input, one a file: ``check`` takes bytes and looks at all.

Whatever finds the bytes calls the same function: atheris, hypothesis, a kept input.
"""

import importlib
from collections.abc import Callable
from pathlib import Path

TARGETS = sorted(
    each.stem for each in Path(__file__).parent.glob("*.py") if each.stem[0] != "_"
)


def target(name: str) -> Callable[[bytes], None]:
    """Return the check of the target; its parser is imported by then, not before."""
    check: Callable[[bytes], None] = importlib.import_module(f"{__name__}.{name}").check
    return check
