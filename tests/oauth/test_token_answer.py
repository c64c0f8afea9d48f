import pytest
from hypothesis import given

from ringauth_gui.errors import InvalidServerResponse, NotJson
from ringauth_gui.oauth.lifetime import LONGEST_LIFETIME
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.token_answer import MAX_TOKEN, token_from
from tests.fakes.id_tokens import unsigned
from tests.fakes.scripted_send import SENT, response
from tests.fuzz.strategies.token_answers import token_answers

ACCESS = "CANARY-access-token"
FULL: dict[str, object] = {
    "access_token": ACCESS,
    "token_type": "bearer",
    "expires_in": 3600,
    "refresh_token": "CANARY-refresh-token",
    "refresh_token_expires_in": 604800,
    "scope": "ReadAccounts SMS",
    "owner_id": "256440016",
    "endpoint_id": "endpoint-1",
    "session_id": "session-1",
    "id_token": "a.b.c",
}


def _token(**changes: object) -> Token:
    return token_from(response(FULL | changes))


def _without(*names: str) -> dict[str, object]:
    return {name: value for name, value in FULL.items() if name not in names}


def test_the_full_answer_is_read_tk_02() -> None:
    token = _token(session_idle_timeout=900, later="kept")

    assert token == Token(
        access_token=ACCESS,
        token_type="bearer",
        issued=SENT,
        expires_in=3600,
        refresh_token="CANARY-refresh-token",
        refresh_issued=SENT,
        refresh_token_expires_in=604800,
        scope=("ReadAccounts", "SMS"),
        owner_id="256440016",
        endpoint_id="endpoint-1",
        session_id="session-1",
        id_token="a.b.c",
        session_idle_timeout=900,
        other={"later": "kept"},
    )


def test_an_answer_may_have_no_refresh_token_tk_01() -> None:
    body = _without("refresh_token", "refresh_token_expires_in")

    token = token_from(response(body))

    assert (token.refresh_token, token.refresh_issued) == (None, None)
    assert token.refresh_token_expires_in is None


@pytest.mark.parametrize("empty", [None, ""])
def test_an_empty_refresh_token_is_none_tk_08(empty: object) -> None:
    token = _token(refresh_token=empty)

    assert (token.refresh_token, token.refresh_issued) == (None, None)


@pytest.mark.parametrize("body", [b"<html>Sign in to the portal</html>", b'{"access'])
def test_what_is_not_json_is_refused_as_such_tk_03_tk_04(body: bytes) -> None:
    with pytest.raises(NotJson) as refused:
        token_from(response(body, headers={"rcrequestid": "1-2"}))

    assert (refused.value.status, refused.value.request_id) == (200, "1-2")


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"7", b"null", b"{}", b""])
def test_other_json_is_refused_tk_05_tk_21(body: bytes) -> None:
    with pytest.raises(InvalidServerResponse):
        token_from(response(body))


@pytest.mark.parametrize(
    "access_token",
    [None, "", 7, True, ["x"], {"x": 1}, "a b", "ä", "a\n", "x" * (MAX_TOKEN + 1)],
)
def test_an_access_token_that_is_none_refuses_the_answer_tk_06(
    access_token: object,
) -> None:
    with pytest.raises(InvalidServerResponse) as refused:
        _token(access_token=access_token)

    assert not isinstance(refused.value, NotJson)


def test_a_missing_access_token_refuses_the_answer_tk_06() -> None:
    with pytest.raises(InvalidServerResponse, match="no access token"):
        token_from(response(_without("access_token")))


@pytest.mark.parametrize("refresh_token", [7, ["x"], {}, "a b", "\x00", False])
def test_a_refresh_token_that_is_none_refuses_the_answer(refresh_token: object) -> None:
    with pytest.raises(InvalidServerResponse):
        _token(refresh_token=refresh_token)


def test_the_longest_token_is_accepted() -> None:
    assert _token(access_token="x" * MAX_TOKEN).access_token == "x" * MAX_TOKEN


def test_a_missing_lifetime_is_unknown_tk_09() -> None:
    assert token_from(response(_without("expires_in"))).expires_in is None


@pytest.mark.parametrize(
    ("expires_in", "seconds"),
    [
        ("3600", 3600),
        (0, 0),
        (-5, 0),
        (3599.9, 3599),
        (315_360_000, 315_360_000),
        ("315360000", 315_360_000),
        ("0" * 30 + "3600", 3600),
    ],
)
def test_a_lifetime_is_a_number_or_digits_tk_10_tk_11_tk_12_tk_36(
    expires_in: object, seconds: int
) -> None:
    assert _token(expires_in=expires_in).expires_in == seconds


@pytest.mark.parametrize(
    "expires_in",
    [None, True, "", "soon", "-5", "1e3", " 60", "٦٠", [60], 10**10, "9" * 30, -1e300],
)
def test_any_other_lifetime_is_unknown(expires_in: object) -> None:
    token = _token(expires_in=expires_in, refresh_token_expires_in=expires_in)

    assert token.expires_in is None
    assert token.refresh_token_expires_in is None


@pytest.mark.parametrize("token_type", ["bearer", "Bearer", "BEARER"])
def test_bearer_is_accepted_in_any_letter_case_tk_14(token_type: str) -> None:
    assert _token(token_type=token_type).token_type == token_type


@pytest.mark.parametrize("token_type", [None, "mac", "", 7, "bearer "])
def test_any_other_token_type_refuses_the_answer_tk_14(token_type: object) -> None:
    with pytest.raises(InvalidServerResponse, match="not bearer"):
        _token(token_type=token_type)


def test_a_token_that_stands_there_twice_is_ambiguous_tk_15() -> None:
    body = b'{"token_type":"bearer","access_token":"CANARY-1","access_token":"x"}'

    with pytest.raises(InvalidServerResponse) as refused:
        token_from(response(body))

    assert "CANARY" not in f"{refused.value} {refused.value.reason}"


def test_a_byte_order_mark_is_accepted_tk_16() -> None:
    body = b'\xef\xbb\xbf{"token_type":"bearer","access_token":"CANARY-1"}'

    assert token_from(response(body)).access_token == "CANARY-1"


@pytest.mark.parametrize(("scope", "read"), [("", ()), (None, None), (7, None)])
def test_an_unusual_scope_is_empty_or_unknown(
    scope: object, read: tuple[str, ...] | None
) -> None:
    assert _token(scope=scope).scope == read


def test_ids_may_be_numbers() -> None:
    assert _token(owner_id=2**63).owner_id == "9223372036854775808"


@pytest.mark.parametrize("owner_id", [None, "", True, 1.5, ["x"]])
def test_what_is_no_id_is_none(owner_id: object) -> None:
    assert _token(owner_id=owner_id).owner_id is None


def test_an_error_quotes_nothing_of_the_answer_rd_02() -> None:
    with pytest.raises(InvalidServerResponse) as refused:
        _token(refresh_token="CANARY with blanks")

    assert "CANARY" not in f"{refused.value!r} {refused.value.reason}"


@given(token_answers)
def test_any_answer_is_whole_or_refused(body: bytes) -> None:
    try:
        token = token_from(response(body))
    except InvalidServerResponse:
        return

    assert token.access_token.isprintable()
    assert token.access_token.isascii()
    assert token.token_type.lower() == "bearer"
    assert token.expires_in is None or 0 <= token.expires_in < LONGEST_LIFETIME
    assert token.refresh_token != ""


def test_an_id_token_says_whose_it_is_where_the_server_has_no_other_word() -> None:
    id_token = unsigned({"sub": "ada"})

    assert _token(id_token=id_token, owner_id=None).owner_id == "ada"
    assert _token(id_token=id_token, owner_id="101").owner_id == "101"
    assert _token(id_token="no.id.token", owner_id=None).owner_id is None
