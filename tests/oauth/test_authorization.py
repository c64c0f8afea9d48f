from dataclasses import replace
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ringauth_gui.errors import (
    AuthorizationError,
    AuthorizationRefused,
    ConfigurationError,
    IssuerMismatch,
    IssuerMissing,
    MalformedAuthorizationResponse,
)
from ringauth_gui.oauth.authorization import MAX_CODE, AuthorizationRequest
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url
from ringauth_gui.oauth.pkce import code_challenge
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.ringcentral.servers import RINGCENTRAL

REDIRECT_URI = "http://localhost:27464/callback"
CODE = "CANARY-code"
SECRET = "CANARY-client-secret"


def _registration(**changes: str) -> ClientRegistration:
    server = replace(RINGCENTRAL, **changes)  # type: ignore[arg-type]  # all are text
    return ClientRegistration(server, "client-1", SECRET, (REDIRECT_URI,))


def _request(**changes: str) -> AuthorizationRequest:
    return AuthorizationRequest(_registration(**changes), REDIRECT_URI)


def _answer(request: AuthorizationRequest, **members: str) -> str:
    return urlencode({"code": CODE, "state": request.state, **members})


def test_the_address_asks_for_a_code_with_pkce_ar_15() -> None:
    request = _request()

    address = urlsplit(request.uri)

    endpoint = f"{address.scheme}://{address.netloc}{address.path}"
    assert endpoint == RINGCENTRAL.authorization_endpoint
    assert parse_qs(address.query) == {
        "response_type": ["code"],
        "client_id": ["client-1"],
        "redirect_uri": [REDIRECT_URI],
        "state": [request.state],
        "code_challenge": [code_challenge(request.code_verifier)],
        "code_challenge_method": ["S256"],
    }


def test_the_address_holds_neither_secret_nor_verifier_ar_15() -> None:
    request = _request()

    assert SECRET not in request.uri
    assert request.code_verifier not in request.uri


def test_every_attempt_has_its_own_state_and_verifier_ar_14() -> None:
    requests = [_request() for _ in range(20)]

    values = {one.state for one in requests} | {one.code_verifier for one in requests}

    assert len(values) == 40
    assert min(map(len, values)) == 43  # 256 bits, base64url


def test_a_query_of_the_endpoint_is_kept_ar_20() -> None:
    endpoint = "https://server.example/authorize?brandId=1210"

    address = _request(authorization_endpoint=endpoint).uri

    assert address.startswith(f"{endpoint}&response_type=code&")


@pytest.mark.parametrize("query", ["state=1", "x=1&redirect_uri=y", "%73tate="])
def test_an_endpoint_that_holds_our_parameters_is_refused_ar_20(query: str) -> None:
    with pytest.raises(ConfigurationError):
        authorization_endpoint_url(f"https://server.example/a?{query}", "server_url")


def test_what_is_typed_stays_one_value_in_13() -> None:
    registration = replace(_registration(), client_id="x&redirect_uri=https://evil")

    address = AuthorizationRequest(registration, REDIRECT_URI).uri

    assert parse_qs(urlsplit(address).query)["redirect_uri"] == [REDIRECT_URI]


def test_the_right_state_makes_an_answer() -> None:
    request = _request()

    assert request.is_answer(_answer(request))


def test_a_missing_or_foreign_state_is_no_answer_ar_01_ar_02_ar_06() -> None:
    request = _request()

    assert not request.is_answer(f"code={CODE}")
    assert not request.is_answer(f"code={CODE}&state={_request().state}")
    assert not request.is_answer("error=access_denied")
    assert not request.is_answer("")


def test_a_state_that_is_only_nearly_right_is_no_answer_ar_03() -> None:
    request = _request()
    request.state = "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_aBcDe"
    nearly = [
        request.state.swapcase(),
        request.state[:-1],
        f"{request.state}+",
        f"{request.state}%20",
        f"+{request.state}",
        f"{request.state}%00",
        f"{request.state}%C3%A9",
    ]

    assert not [state for state in nearly if request.is_answer(f"state={state}")]


@pytest.mark.parametrize("name", ["code", "state", "error", "iss"])
def test_a_parameter_given_twice_is_no_answer_ar_04(name: str) -> None:
    request = _request()
    twice = urlencode([(name, request.state), (name, "other")])

    assert not request.is_answer(f"{_answer(request)}&{twice}")
    assert not request.is_answer(f"{twice}&{_answer(request)}")
    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(f"{twice}&{_answer(request)}")


def test_a_parameter_given_twice_in_two_spellings_is_no_answer_ar_04() -> None:
    request = _request()

    assert not request.is_answer(f"{_answer(request)}&%73tate=other")


def test_the_code_is_taken_from_the_answer() -> None:
    request = _request()

    assert request.code_from(_answer(request, expires_in="60")) == CODE


def test_a_long_code_is_taken_cb_21() -> None:
    request = _request()

    assert request.code_from(_answer(request, code="c" * 3072)) == "c" * 3072


@pytest.mark.parametrize(
    "error",
    [
        "invalid_request",
        "unauthorized_client",
        "access_denied",
        "unsupported_response_type",
        "invalid_scope",
        "server_error",
        "temporarily_unavailable",
    ],
)
def test_an_error_ends_the_attempt_and_wins_over_a_code_ar_05_ar_07(error: str) -> None:
    request = _request()
    answer = _answer(request, error=error, error_description="Not today")

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(answer)

    assert (refused.value.error, refused.value.description) == (error, "Not today")


def test_an_error_without_description_has_none() -> None:
    request = _request()

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(_answer(request, error="access_denied"))

    assert refused.value.description is None


def test_a_description_is_plain_and_cut_tk_31() -> None:
    request = _request()
    evil = "<b>\r\n\u202e" + "x" * 5000

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(_answer(request, error=evil, error_description=evil))

    for text in (refused.value.error, refused.value.description or ""):
        assert len(text) == 300
        assert text.isprintable()


def test_a_description_that_was_encoded_twice_can_be_read() -> None:
    request = _request()
    answer = f"{_answer(request, error='access_denied')}&error_description="

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(f"{answer}The%2Buser%2Bdenied%2Baccess")

    assert refused.value.description == "The user denied access"


@pytest.mark.parametrize("code", ["", "   ", "\x1b[31m", "ä", "c" * MAX_CODE, "a\nb"])
def test_a_code_that_is_none_ends_the_attempt_ar_08(code: str) -> None:
    request = _request()

    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(_answer(request, code=code))


def test_an_answer_without_code_ends_the_attempt() -> None:
    request = _request()

    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(f"state={request.state}")


def test_tokens_and_addresses_in_an_answer_change_nothing_ar_09_ar_11() -> None:
    request = _request()
    answer = _answer(
        request,
        access_token="CANARY-token",
        token_type="bearer",
        token_uri="https://evil.example/t",
        discovery_uri="https://evil.example/d",
    )

    assert request.code_from(answer) == CODE
    assert "evil" not in request.uri


def test_a_foreign_issuer_ends_the_attempt_ar_10() -> None:
    request = _request(issuer="https://server.example")

    with pytest.raises(IssuerMismatch):
        request.code_from(_answer(request, iss="https://evil.example"))


def test_a_foreign_issuer_wins_over_its_error_ar_10() -> None:
    request = _request(issuer="https://server.example")
    answer = _answer(request, iss="https://evil.example", error="access_denied")

    with pytest.raises(IssuerMismatch):
        request.code_from(answer)


@pytest.mark.parametrize("members", [{"iss": "https://server.example"}, {}])
def test_the_right_issuer_or_none_is_normal_ar_10(members: dict[str, str]) -> None:
    request = _request(issuer="https://server.example")

    assert request.code_from(_answer(request, **members)) == CODE


def _announcing() -> AuthorizationRequest:
    registration = _registration(issuer="https://server.example")
    server = replace(registration.server, requires_iss=True)
    return AuthorizationRequest(replace(registration, server=server), REDIRECT_URI)


def test_an_issuer_that_was_announced_must_come_ar_10() -> None:
    request = _announcing()

    with pytest.raises(IssuerMissing):
        request.code_from(_answer(request))


def test_an_announced_issuer_must_come_with_an_error_too_ar_10() -> None:
    request = _announcing()

    with pytest.raises(IssuerMissing):
        request.code_from(_answer(request, error="access_denied"))


def test_an_announced_issuer_that_came_is_normal_ar_10() -> None:
    request = _announcing()
    answer = _answer(request, iss="https://server.example")

    assert request.code_from(answer) == CODE
    assert request.names_issuer(answer)
    assert not request.names_issuer(_answer(request))


def test_an_issuer_is_normal_where_none_is_expected_ar_10() -> None:
    request = _request()

    assert request.code_from(_answer(request, iss="https://any.example")) == CODE


def test_more_parameters_than_any_answer_has_are_no_answer() -> None:
    request = _request()

    assert not request.is_answer(f"{_answer(request)}&{'a=1&' * 40}")


def test_options_go_with_the_request_each_as_one_value_in_13() -> None:
    options = RequestOptions(
        scope=("ReadAccounts", "SMS"),
        prompt=("login", "sso"),
        login_hint="x&redirect_uri=https://evil.example",
        brand_id="1210",
        access_token_ttl=600,
    )
    registration = replace(_registration(), options=options)

    address = urlsplit(AuthorizationRequest(registration, REDIRECT_URI).uri)

    asked = parse_qs(address.query)
    assert asked["scope"] == ["ReadAccounts SMS"]
    assert asked["prompt"] == ["login sso"]
    assert asked["login_hint"] == ["x&redirect_uri=https://evil.example"]
    assert asked["redirect_uri"] == [REDIRECT_URI]
    assert asked["brand_id"] == ["1210"]
    assert {"nonce", "display", "access_token_ttl"}.isdisjoint(asked)


def test_every_attempt_that_sends_a_nonce_has_its_own_r5() -> None:
    registration = replace(_registration(), options=RequestOptions(sends_nonce=True))

    requests = [AuthorizationRequest(registration, REDIRECT_URI) for _ in range(20)]

    assert len({one.nonce for one in requests}) == 20
    for one in requests:
        assert parse_qs(urlsplit(one.uri).query)["nonce"] == [one.nonce]
        assert one.nonce not in {one.state, one.code_verifier, None}


def test_a_request_does_not_show_its_secrets_rd_04() -> None:
    request = _request()

    shown = f"{request} {request!r}"

    assert request.state not in shown
    assert request.code_verifier not in shown


queries = st.one_of(
    st.text(),
    st.binary().map(quote),
    st.lists(
        st.tuples(
            st.sampled_from(["code", "state", "error", "iss", "x", ""]), st.text()
        )
    ).map(urlencode),
)


@example("state=\ud800")
@example("state=%FF")
@example("&&==;;?%")
@given(queries)
def test_nothing_but_the_right_state_is_ever_an_answer(query: str) -> None:
    request = _request()

    assert not request.is_answer(query)
    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(query)


@given(queries)
def test_an_answer_gives_a_usable_code_or_a_documented_error(query: str) -> None:
    request = _request(issuer="https://server.example")
    answer = f"state={request.state}&{query}"

    try:
        code = request.code_from(answer)
    except AuthorizationError:
        return

    assert request.is_answer(answer)
    assert code.isascii()
    assert code.isprintable()
