"""What holds of every text from outside that is shown (R7), and of an error (R22)."""

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


def assert_tells_nothing(error: BaseException) -> None:
    """Look that neither the error nor what its traceback shows holds a secret."""
    assert not holds_secret(f"{error} {error!r} {vars(error)}")
    shown = error.__cause__
    if shown is None and not error.__suppress_context__:
        shown = error.__context__
    if shown is not None:
        assert_tells_nothing(shown)
