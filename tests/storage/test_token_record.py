import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.token_record import (
    Binding,
    secret_from_text,
    secret_to_text,
    token_from_text,
    token_to_text,
)
from ringauth_gui.storage.token_store import SecretKind

KIND = SecretKind.CLIENT_SECRET
BINDING = Binding("client", "platform.ringcentral.com")
TOKEN = Token(
    "CANARY-access", "bearer", Moment(1_700_000_000.25, 12.5), expires_in=3600
)

texts = st.text(max_size=30)
secrets = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=30)
walls = st.floats(0, 253402300799.0, allow_nan=False).map(Moment)
lifetimes = st.none() | st.integers(0, 10**9)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=6,
)
tokens = st.builds(
    Token,
    access_token=secrets,
    token_type=texts,
    issued=walls,
    expires_in=lifetimes,
    refresh_token=st.none() | secrets,
    refresh_issued=st.none() | walls,
    refresh_token_expires_in=lifetimes,
    scope=st.none() | st.lists(texts, max_size=3).map(tuple),
    owner_id=st.none() | texts,
    endpoint_id=st.none() | texts,
    session_id=st.none() | texts,
    id_token=st.none() | secrets,
    session_issued=st.none() | walls,
    session_expires_in=lifetimes,
    session_idle_timeout=lifetimes,
    other=st.dictionaries(texts, json_values, max_size=3),
    obtained_here=st.booleans(),
)


@given(tokens)
def test_every_token_comes_back_as_it_was(token: Token) -> None:
    assert token_from_text(token_to_text(token, BINDING), BINDING) == token


def test_a_token_of_an_earlier_version_was_obtained_here() -> None:
    record = json.loads(token_to_text(TOKEN, BINDING))
    del record["token"]["obtained_here"]

    token = token_from_text(json.dumps(record), BINDING)

    assert token is not None
    assert token.obtained_here


@given(secrets)
def test_every_secret_comes_back_as_it_was(secret: str) -> None:
    assert (
        secret_from_text(secret_to_text(secret, KIND, BINDING), KIND, BINDING) == secret
    )


def test_what_was_known_of_the_servers_clock_is_kept_with_each_time() -> None:
    ahead = ClockDifference(-0.5, 0.75)
    issued = replace(TOKEN.issued, ahead=ahead)
    token = replace(TOKEN, issued=issued, refresh_issued=issued, session_issued=issued)

    back = token_from_text(token_to_text(token, BINDING), BINDING)

    assert back is not None
    moments = (back.issued, back.refresh_issued, back.session_issued)
    assert [moment and moment.ahead for moment in moments] == [ahead] * 3


@given(json_values)
def test_junk_in_place_of_it_costs_no_token(junk: object) -> None:
    record = json.loads(token_to_text(TOKEN, BINDING))
    record["token"]["issued_server_ahead"] = junk

    token = token_from_text(json.dumps(record), BINDING)

    assert token is not None
    assert token.issued == Moment(TOKEN.issued.wall)


@pytest.mark.parametrize("bounds", [[2, 1], [True, 2], [1e99, 1e99], [1], "12"])
def test_bounds_that_cannot_be_are_not_known(bounds: object) -> None:
    record = json.loads(token_to_text(TOKEN, BINDING))
    record["token"]["issued_server_ahead"] = bounds

    token = token_from_text(json.dumps(record), BINDING)

    assert token is not None
    assert token.issued.ahead is None


def test_the_monotonic_clock_does_not_outlive_the_process() -> None:
    restored = token_from_text(token_to_text(TOKEN, BINDING), BINDING)

    assert restored == replace(TOKEN, issued=Moment(1_700_000_000.25))


@pytest.mark.case("PF-12")
@pytest.mark.parametrize(
    "elsewhere",
    [
        Binding("client", "evil.example"),
        Binding("another", "platform.ringcentral.com"),
    ],
)
def test_what_belongs_to_another_client_or_host_is_not_given_out(
    elsewhere: Binding,
) -> None:
    assert token_from_text(token_to_text(TOKEN, BINDING), elsewhere) is None
    assert (
        secret_from_text(secret_to_text("secret", KIND, BINDING), KIND, elsewhere)
        is None
    )


@given(st.text())
def test_junk_is_told_with_what_can_be_done(text: str) -> None:
    with pytest.raises(TokenStoreError, match="Authorize again"):
        token_from_text(text, BINDING)
    with pytest.raises(TokenStoreError, match="Enter it again"):
        secret_from_text(text, KIND, BINDING)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("access_token", None),
        ("access_token", "CANARY\r\nX: y"),
        ("refresh_token", "CANARY \u20ac"),
        ("token_type", 5),
        ("issued", None),
        ("issued", "yesterday"),
        ("issued", 10**400),
        ("issued", -1),
        ("issued", True),
        ("expires_in", "3600"),
        ("expires_in", 10**30),
        ("scope", "ReadAccounts"),
        ("scope", [1]),
        ("other", []),
        ("refresh_token", ["x"]),
    ],
)
def test_a_token_edited_by_hand_is_damaged(member: str, value: object) -> None:
    record = json.loads(token_to_text(TOKEN, BINDING))
    record["token"][member] = value

    with pytest.raises(TokenStoreError) as caught:
        token_from_text(json.dumps(record), BINDING)

    assert "CANARY" not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"version": None}, {"host": 5}, {"token": "x"}]
)
def test_a_record_edited_by_hand_is_damaged(change: dict[str, object]) -> None:
    record = json.loads(token_to_text(TOKEN, BINDING)) | change

    with pytest.raises(TokenStoreError):
        token_from_text(json.dumps(record), BINDING)


def test_a_deeply_nested_record_is_damaged() -> None:
    with pytest.raises(TokenStoreError):
        token_from_text("[" * 100_000, BINDING)


def test_a_token_is_not_taken_for_a_secret() -> None:
    with pytest.raises(TokenStoreError):
        secret_from_text(token_to_text(TOKEN, BINDING), KIND, BINDING)
