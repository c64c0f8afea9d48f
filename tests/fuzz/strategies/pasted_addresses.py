"""What a person pastes as the address on which a browser ended."""

from hypothesis import strategies as st

from tests.fuzz.strategies.authorization_answers import answers
from tests.fuzz.strategies.hostile_text import hostile_texts

_ENDS = st.sampled_from(["", "#", "#/x", "\r\n", "  ", "\u200b", "\u00a0", ">", "\0"])


@st.composite
def pasted_addresses(draw: st.DrawFn, state: str, authority: str) -> str:
    """Return an address that is, or nearly is, where the answer arrives."""
    origins = [f"http://{authority}", f"HTTP://{authority.upper()}"]
    strange = ["https://evil.example", f"http://{authority}@evil.example", "", "<"]
    origin = draw(st.sampled_from([*origins, *origins, *strange]))
    path = draw(st.sampled_from(["/callback", "/callback", "/callback/", "/x", ""]))
    query = draw(answers(state) | hostile_texts)
    return f"{draw(_ENDS)}{origin}{path}?{query}{draw(_ENDS)}"
