"""What holds of every text from outside that is shown (R7), and of an error (R22)."""

import traceback
import unicodedata

from tests.fuzz.known import holds_secret

LONGEST = 300
# Controls, format characters (bidi and zero-width ones), half surrogate pairs, and what
# would begin a new line.
_NEVER = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def assert_fit_to_show(text: str | None, longest: int = LONGEST) -> None:
    """Look that the text is short and holds no character that hides or turns others."""
    if text is not None:
        assert len(text) <= longest
        assert not {unicodedata.category(each) for each in text} & _NEVER


def assert_tells_nothing(error: Exception) -> None:
    """Look that neither the error nor its traceback holds a secret."""
    assert not holds_secret(f"{error} {error!r} {vars(error)}")
    assert not holds_secret("".join(traceback.format_exception(error)))
