"""Queries that a browser may bring to the redirect URI."""

from urllib.parse import quote, urlencode

from hypothesis import strategies as st

from tests.fuzz.strategies.hostile_text import hostile_texts

_NAMES = ("code", "state", "error", "error_description", "iss", "access_token", "x", "")
_KNOWN = st.sampled_from(
    ["access_denied", "https://server.example", "https://evil.example", " ", "a+b%20c"]
)

# Without the state of any attempt.
queries = st.one_of(
    st.text(),
    st.binary().map(quote),
    st.lists(st.tuples(st.sampled_from(_NAMES), _KNOWN | hostile_texts)).map(
        lambda pairs: urlencode(pairs, errors="replace")
    ),
)


@st.composite
def answers(draw: st.DrawFn, state: str) -> str:
    """Return a query with the right state, or one that is nearly right."""
    near = st.sampled_from(
        [state, state, state.upper(), state[:-1], f"{state} ", f"{state}+", ""]
    )
    pairs = draw(st.lists(st.tuples(st.sampled_from(_NAMES), _KNOWN | hostile_texts)))
    pairs.insert(draw(st.integers(0, len(pairs))), ("state", draw(near)))
    return urlencode(pairs, errors="replace")
