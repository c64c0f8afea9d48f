"""The query of an authorization answer (R3, R4; RFC 6749 section 4.1.2, RFC 9207)."""

import pytest

from ringauth_gui.errors import (
    AuthorizationError,
    AuthorizationRefused,
    IssuerMismatch,
    IssuerMissing,
    MalformedAuthorizationResponse,
)
from ringauth_gui.oauth.authorization import AuthorizationRequest
from tests.fuzz.answer_query import is_answer_by_hand, parameters_by_hand
from tests.fuzz.authorization import ISSUER, attempt
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing

_LONGEST_CODE = 16 * 1024


def check(data: bytes) -> None:
    """Look that the exact state counts alone, and what becomes of its answer."""
    query = data.decode("utf-8", "surrogateescape")
    parameters = parameters_by_hand(query)
    is_answer = is_answer_by_hand(query)

    assert attempt().is_answer(query) == is_answer
    if not is_answer or parameters is None:
        with pytest.raises(MalformedAuthorizationResponse):
            attempt().code_from(query)
        return
    _judge(attempt(), query, parameters, wrong_issuer=None)
    wrong = IssuerMismatch if parameters.get("iss", ISSUER) != ISSUER else None
    _judge(attempt(ISSUER), query, parameters, wrong)
    missing = IssuerMissing if "iss" not in parameters else wrong
    _judge(attempt(ISSUER, requires_iss=True), query, parameters, missing)


def _judge(
    request: AuthorizationRequest,
    query: str,
    parameters: dict[str, str],
    wrong_issuer: type[AuthorizationError] | None,
) -> None:
    expected: type[AuthorizationError] | None = wrong_issuer
    code = parameters.get("code", "").strip()
    if expected is None and "error" in parameters:
        expected = AuthorizationRefused
    if expected is None and not _is_code(code):
        expected = MalformedAuthorizationResponse
    try:
        found = request.code_from(query)
    except AuthorizationError as error:
        assert type(error) is expected  # noqa: PT017 - either may happen
        _look_at(error)
    else:
        assert expected is None
        assert found == code


def _is_code(code: str) -> bool:
    return 0 < len(code) < _LONGEST_CODE and all(" " <= each <= "~" for each in code)


def _look_at(error: AuthorizationError) -> None:
    if isinstance(error, AuthorizationRefused):
        assert_fit_to_show(error.error)
        assert_fit_to_show(error.description)
    else:
        assert_tells_nothing(error)
