"""Every error code that RingAuth can explain (reference sections 7.3, 7.4 and 2.4)."""

from collections.abc import Mapping
from types import MappingProxyType

from ringauth_gui.ringcentral.error_code import ErrorCode
from ringauth_gui.ringcentral.error_codes_app import APP_CODES
from ringauth_gui.ringcentral.error_codes_permission import PERMISSION_CODES
from ringauth_gui.ringcentral.error_codes_person import PERSON_CODES
from ringauth_gui.ringcentral.error_codes_request import REQUEST_CODES
from ringauth_gui.ringcentral.error_codes_sign_in import SIGN_IN_CODES
from ringauth_gui.ringcentral.error_codes_token import TOKEN_CODES
from ringauth_gui.ringcentral.oauth_errors_sign_in import SIGN_IN_ERRORS
from ringauth_gui.ringcentral.oauth_errors_token import API_ERRORS, TOKEN_ERRORS


def _by_code(*entries: ErrorCode) -> Mapping[str, ErrorCode]:
    return MappingProxyType({entry.code: entry for entry in entries})


# RingCentral's own codes, which mean the same wherever they come from.
RINGCENTRAL_CODES = _by_code(
    *SIGN_IN_CODES,
    *APP_CODES,
    *TOKEN_CODES,
    *PERSON_CODES,
    *REQUEST_CODES,
    *PERMISSION_CODES,
)
# OAuth's errors: the same word says something else from each endpoint.
AUTHORIZATION_ERRORS = _by_code(*SIGN_IN_ERRORS)
TOKEN_ENDPOINT_ERRORS = _by_code(*TOKEN_ERRORS)
BEARER_ERRORS = _by_code(*API_ERRORS)

_TABLES = (
    RINGCENTRAL_CODES,
    AUTHORIZATION_ERRORS,
    TOKEN_ENDPOINT_ERRORS,
    BEARER_ERRORS,
)
EVERY_ENTRY: tuple[ErrorCode, ...] = tuple(
    entry for table in _TABLES for entry in table.values()
)


def explanations(code: str) -> tuple[ErrorCode, ...]:
    """Return what ``code`` means; one entry for each endpoint, none if unknown."""
    return tuple(table[code] for table in _TABLES if code in table)
