"""Error answers: OAuth's shape, RingCentral's, a gateway's page, a challenge."""

from hypothesis import strategies as st

from tests.fuzz.strategies.hostile_text import hostile_texts
from tests.fuzz.strategies.json_bodies import bodies, json_values

NAMES = (
    *("error", "error_description", "message", "errors", "errorCode", "parameters"),
    *("permissionName", "parameterName", "parameterValue"),
)
_WORDS = st.sampled_from(
    ["invalid_grant", "invalid_client", "OAU-146", "CMN-301", "TokenInvalid", "SMS"]
)
_PAGES = hostile_texts.map(
    lambda text: f"<html><h1>502 Bad Gateway</h1>{text}</html>".encode(
        "utf-8", "replace"
    )
)
_WAITS = st.one_of(
    st.text("0123456789:,+-. GMTJanMon", max_size=40),
    st.datetimes().map(lambda time: time.strftime("%a, %d %b %Y %H:%M:%S GMT")),
    st.integers().map(str),
)
_CHALLENGES = st.lists(
    st.sampled_from(['error="', "scope=", '\\"', '"', ", ", "="]) | hostile_texts,
    max_size=6,
).map(lambda pieces: f"Bearer {''.join(pieces)}")

error_members = st.dictionaries(st.sampled_from(NAMES), _WORDS | json_values(NAMES))
error_bodies = st.one_of(st.binary(), _PAGES, bodies(error_members))
challenges = _CHALLENGES
waits = _WAITS


@st.composite
def error_answers(draw: st.DrawFn) -> bytes:
    """Return an answer as tests/fuzz/near_http.py reads it."""
    headers = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "retry-after": waits,
                "date": waits,
                "www-authenticate": challenges,
                "rcrequestid": hostile_texts,
                "location": hostile_texts,
            },
        )
    )
    lines = [f"{name}: {' '.join(value.split())}" for name, value in headers.items()]
    head = "\n".join([str(draw(st.integers(100, 599))), *lines])
    return head.encode("latin-1", "replace") + b"\n\n" + draw(error_bodies)
