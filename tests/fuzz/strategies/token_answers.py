"""Answers of a token endpoint, near RingCentral's."""

from hypothesis import strategies as st

from tests.fuzz.known import CANARY
from tests.fuzz.strategies.hostile_text import hostile_texts
from tests.fuzz.strategies.json_bodies import bodies, json_values

FULL: dict[str, object] = {
    "access_token": CANARY,
    "token_type": "bearer",
    "expires_in": 3600,
    "refresh_token": f"{CANARY}-2",
    "refresh_token_expires_in": 604800,
    "scope": "ReadAccounts SMS",
    "owner_id": "256440016",
    "endpoint_id": "endpoint-1",
    "session_id": "session-1",
    "id_token": "a.b.c",
    "session_idle_timeout": 900,
    "session_expiration_time": "2026-11-24T10:00:00Z",
}
_NAMES = (*FULL, "error", "error_description", "later")
_ODD = st.one_of(
    json_values(_NAMES),
    st.just("bearer"),
    st.from_regex(r"-?[0-9]{1,40}(\.[0-9]+)?", fullmatch=True),
    hostile_texts.map(lambda text: f"{CANARY}{text}"),
)

token_members = st.dictionaries(st.sampled_from(_NAMES), _ODD)
token_answers = st.one_of(
    st.binary(),
    bodies(token_members),
    bodies(token_members.map(lambda changes: FULL | changes)),
)
