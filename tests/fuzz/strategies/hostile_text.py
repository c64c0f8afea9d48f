"""Texts that a stranger may write anywhere."""

from hypothesis import strategies as st

# Controls, bidi and zero-width characters, half a pair, markup, templates, look-alikes.
PIECES = (
    *("\0", "\x1b[31m", "\r\n", "\x7f", "\u202e", "\u2066", "\u200b", "\u00ad"),
    *("\u2028", "\ufeff", "\ud800", "\U0001f600", "\u0430", "\u00e9", "\u0661"),
    *("<script>alert(1)</script>", '"><img src=x onerror=1>', "{0}", "%s", "$error"),
    *("%00", "%0d%0a", "%E2%80%AE", "%FF", "%", "+", "&", "=", "#", "\\", "'"),
)

hostile_texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES) | st.text("abc ", max_size=3), max_size=8).map(
        "".join
    ),
    st.sampled_from(PIECES).map(lambda piece: piece * 400),
)
