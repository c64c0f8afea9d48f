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


def test_a_foreign_issuer_ends_the_attempt_ar_10() -> None:
    request = new_request(issuer="https://server.example")

    with pytest.raises(IssuerMismatch):
        request.code_from(answer_to(request, iss="https://evil.example"))


def test_a_foreign_issuer_wins_over_its_error_ar_10() -> None:
    request = new_request(issuer="https://server.example")
    answer = answer_to(request, iss="https://evil.example", error="access_denied")

    with pytest.raises(IssuerMismatch):
        request.code_from(answer)


@pytest.mark.parametrize("members", [{"iss": "https://server.example"}, {}])
def test_the_right_issuer_or_none_is_normal_ar_10(members: dict[str, str]) -> None:
    request = new_request(issuer="https://server.example")

    assert request.code_from(answer_to(request, **members)) == CODE


def _announcing() -> AuthorizationRequest:
    registration = registered(issuer="https://server.example")
    server = replace(registration.server, requires_iss=True)
    return AuthorizationRequest(replace(registration, server=server), REDIRECT_URI)


def test_an_issuer_that_was_announced_must_come_ar_10() -> None:
    request = _announcing()

    with pytest.raises(IssuerMissing):
        request.code_from(answer_to(request))


def test_an_announced_issuer_must_come_with_an_error_too_ar_10() -> None:
    request = _announcing()

    with pytest.raises(IssuerMissing):
        request.code_from(answer_to(request, error="access_denied"))


def test_an_announced_issuer_that_came_is_normal_ar_10() -> None:
    request = _announcing()
    answer = answer_to(request, iss="https://server.example")

    assert request.code_from(answer) == CODE
    assert request.names_issuer(answer)
    assert not request.names_issuer(answer_to(request))


def test_an_issuer_is_normal_where_none_is_expected_ar_10() -> None:
    request = new_request()

    assert request.code_from(answer_to(request, iss="https://any.example")) == CODE
