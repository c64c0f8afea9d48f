"""JSON near what a server answers with, and bytes near JSON."""

import json
from collections.abc import Collection

from hypothesis import strategies as st

from tests.fuzz.strategies.hostile_text import hostile_texts

_MARK = b"\xef\xbb\xbf"


def json_values(names: Collection[str]) -> st.SearchStrategy[object]:
    """Return any JSON value, whose objects may have members of these names."""
    return st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | hostile_texts,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(sorted(names)), inner, max_size=4)
        ),
        max_leaves=6,
    )


@st.composite
def bodies(draw: st.DrawFn, members: st.SearchStrategy[dict[str, object]]) -> bytes:
    """Return a body with these members: as it is, marked, cut, doubled or spoiled."""
    body = json.dumps(draw(members)).encode()
    way = draw(st.sampled_from(["whole", "whole", "marked", "cut", "twice", "spoiled"]))
    if way == "marked":
        return _MARK + body
    if way == "cut":
        return body[: draw(st.integers(0, len(body)))]
    if way == "twice" and len(body) > 2:
        return body[:-1] + b"," + body[1:]
    if way == "spoiled":
        at = draw(st.integers(0, len(body)))
        return body[:at] + draw(st.binary(min_size=1, max_size=3)) + body[at:]
    return body
