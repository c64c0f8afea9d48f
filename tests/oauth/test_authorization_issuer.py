"""Which server an answer is from (RFC 9207)."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import IssuerMismatch, IssuerMissing
from ringauth_gui.oauth.authorization import AuthorizationRequest
from tests.oauth.authorization_requests import (
    CODE,
    REDIRECT_URI,
    answer_to,
    new_request,
    registered,
)


@pytest.mark.case("AR-10")
def test_a_foreign_issuer_ends_the_attempt() -> None:
    request = new_request(issuer="https://server.example")

    with pytest.raises(IssuerMismatch):
        request.code_from(answer_to(request, iss="https://evil.example"))


@pytest.mark.case("AR-10")
def test_a_foreign_issuer_wins_over_its_error() -> None:
    request = new_request(issuer="https://server.example")
    answer = answer_to(request, iss="https://evil.example", error="access_denied")

    with pytest.raises(IssuerMismatch):
        request.code_from(answer)


@pytest.mark.case("AR-10")
@pytest.mark.parametrize("members", [{"iss": "https://server.example"}, {}])
def test_the_right_issuer_or_none_is_normal(members: dict[str, str]) -> None:
    request = new_request(issuer="https://server.example")

    assert request.code_from(answer_to(request, **members)) == CODE


def _announcing() -> AuthorizationRequest:
    registration = registered(issuer="https://server.example")
    server = replace(registration.server, requires_iss=True)
    return AuthorizationRequest(replace(registration, server=server), REDIRECT_URI)


@pytest.mark.case("AR-10")
def test_an_issuer_that_was_announced_must_come() -> None:
    request = _announcing()

    with pytest.raises(IssuerMissing):
        request.code_from(answer_to(request))


@pytest.mark.case("AR-10")
def test_an_announced_issuer_must_come_with_an_error_too() -> None:
    request = _announcing()

    with pytest.raises(IssuerMissing):
        request.code_from(answer_to(request, error="access_denied"))


@pytest.mark.case("AR-10")
def test_an_announced_issuer_that_came_is_normal() -> None:
    request = _announcing()
    answer = answer_to(request, iss="https://server.example")

    assert request.code_from(answer) == CODE
    assert request.names_issuer(answer)
    assert not request.names_issuer(answer_to(request))


@pytest.mark.case("AR-10")
def test_an_issuer_is_normal_where_none_is_expected() -> None:
    request = new_request()

    assert request.code_from(answer_to(request, iss="https://any.example")) == CODE
