"""Why the practice server says no, in RingCentral's codes and shapes."""

from dataclasses import dataclass, replace

from ringauth_gui.practice.choices import WrongVerifier


@dataclass(frozen=True)
class Reason:
    """One entry of RingCentral's error lists.

    Attributes:
        code: Such as ``OAU-106``; None where RingCentral's code is not known.
        message: May hold ``{name}`` and ``{value}`` of the offending parameter.
        status: The HTTP status.
        error: The OAuth ``error`` (RFC 6749 section 5.2); None on API answers.
        top_code: What API answers say above the list of codes, if not the code.
    """

    code: str | None
    message: str
    status: int = 400
    error: str | None = None
    top_code: str | None = None


class Refused(Exception):
    """The request is refused, for the reason given."""

    def __init__(self, reason: Reason, name: str = "", value: str = "") -> None:
        """Name the offending parameter and its value where the answer shows them."""
        super().__init__(reason.code)
        self.reason = reason
        self.message = reason.message.format(name=name, value=value)
        self._name = name
        self._value = value

    def because(self, reason: Reason) -> "Refused":
        """The same refusal for another reason."""
        return Refused(reason, self._name, self._value)

    def body(self) -> dict[str, object]:
        """The members of the JSON answer."""
        if self.reason.error is not None:
            parameter = {"parameterName": self._name, "parameterValue": self._value}
            return {
                "error": self.reason.error,
                "error_description": self.message,
                "errors": self._errors(
                    {"parameters": [parameter]} if self._name else {}
                ),
            }
        more = self._member() if self._name else {}
        return {
            "errorCode": self.reason.top_code or self.reason.code,
            "message": self.message,
            "errors": self._errors(more),
            **more,
        }

    def _errors(self, more: dict[str, object]) -> list[dict[str, object]]:
        code = self.reason.code
        if code is None or code.startswith("AGW-"):
            return []
        return [{"errorCode": code, "message": self.message, **more}]

    def _member(self) -> dict[str, object]:
        if self._name == "permissionName":
            return {"permissionName": self._value}
        return {"parameterName": self._name, "parameterValue": self._value}


# The sign-in in the browser.
UNKNOWN_CLIENT = Reason(
    "OAU-153", "Invalid client application: [{value}]", error="invalid_client"
)
NO_REDIRECT_URI = Reason(
    "OAU-113",
    "No redirect URI is registered for this client application",
    status=403,
    error="invalid_client",
)
REDIRECT_URI_MISMATCH = Reason(
    "OAU-109", "Redirect URIs do not match", error="invalid_grant"
)
BRAND_INVALID = Reason(
    "OAU-101", "Brand is invalid", status=403, error="invalid_request"
)
NO_SINGLE_SIGN_ON = Reason(
    "API_ERROR_208", "There is no single sign-on for this account"
)
DUPLICATE_PARAMETER = Reason(
    "OAU-111", "Parameter [{name}] is duplicated", error="invalid_request"
)

# Who is asking.
CLIENT_AUTHENTICATION_REQUIRED = Reason(
    "OAU-123", "Client authentication is required", error="invalid_client"
)
MALFORMED_CLIENT_AUTHENTICATION = Reason(
    "OAU-123", "Authentication header value is malformed", error="invalid_client"
)
ASSERTION_ALGORITHM = Reason(
    "OAU-347", "Client assertion algorithm is not supported", error="invalid_client"
)
WRONG_CLIENT_CREDENTIALS = Reason(
    "OAU-146", "Invalid client credentials", status=401, error="invalid_client"
)
OTHER_CLIENT_ID = Reason("OAU-120", "Invalid application id", error="invalid_client")

# The token and revocation endpoints.
UNSUPPORTED_GRANT_TYPE = Reason(
    "OAU-250", "Unsupported grant type", error="invalid_request"
)
NOT_A_FORM = Reason(
    "OAU-250", "Unsupported grant type", status=415, error="invalid_request"
)
UNAUTHORIZED_GRANT_TYPE = Reason(
    "OAU-251", "Unauthorized for this grant type", error="unauthorized_client"
)
NO_CLIENT_CREDENTIALS = Reason(
    "OAU-270", "Client credentials are not available", error="unauthorized_client"
)
CODE_INVALID = Reason("OAU-106", "Authorization code is invalid", error="invalid_grant")
CODE_EXPIRED = Reason("OAU-108", "Authorization code is expired", error="invalid_grant")
CODE_OF_ANOTHER_APP = Reason(
    "OAU-110",
    "Authorization code was issued for another application",
    error="invalid_grant",
)
EXCHANGE_REDIRECT_URI_MISMATCH = Reason(
    "OAU-109", "Redirect URIs do not match", error="invalid_redirect_uri"
)
# RingCentral's code for this is not known, so none is made up.
VERIFIER_MISMATCH = Reason(
    None, "Code verifier does not match the code challenge", error="invalid_grant"
)
WRONG_VERIFIER = {
    WrongVerifier.INVALID_GRANT: VERIFIER_MISMATCH,
    WrongVerifier.INVALID_REQUEST: replace(VERIFIER_MISMATCH, error="invalid_request"),
}
GRANT_EXPIRED = Reason("OAU-210", "Token expired", error="invalid_grant")
GRANT_REVOKED = Reason("OAU-211", "Token revoked", error="invalid_grant")
GRANT_NOT_FOUND = Reason("OAU-213", "Token not found", error="invalid_grant")
USER_DISABLED = Reason("OAU-236", "User is disabled", error="invalid_grant")
APP_ACCESS_MISSING = Reason(
    "CMN-408", "[{value}] permission required", status=403, error="invalid_client"
)
APP_PERMISSION_MISSING = Reason(
    "CMN-401",
    "In order to call this API endpoint, application needs to have [{value}] "
    "permission",
    status=403,
    error="invalid_client",
)
SESSIONS_EXCEEDED = Reason(
    "CMN-301", "Too many active sessions of this user", status=429
)
# RingCentral's codes for these are not known, so none are made up.
INVALID_SCOPE = Reason(
    None, "The grant does not have this permission", error="invalid_scope"
)
ASSERTION_INVALID = Reason(None, "Assertion is invalid", error="invalid_grant")
APP_NOT_ON_CREDENTIAL = Reason(
    "OAU-473",
    "Client application is not allowed to use this personal API key",
    error="invalid_request",
)
TOKEN_OF_ANOTHER_CLIENT = Reason(
    "OAU-164", "Token was issued to another client", error="invalid_grant"
)
INVALID_FORM_VALUE = Reason(
    "CMN-101", "Parameter [{name}] value is invalid", error="invalid_request"
)
DIFFERENT_VALUES = Reason(
    "OAU-150",
    "Parameter [{name}] differs between query and body",
    error="invalid_request",
)

# The access token on API calls.
NO_BEARER = Reason("AGW-401", "Authorization header is not specified", status=401)
MALFORMED_BEARER = Reason("AGW-402", "Invalid Authorization header", status=401)
UNSUPPORTED_AUTHORIZATION = Reason(
    "OAU-151", "Authorization method not supported", status=401
)
TOKEN_UNREADABLE = Reason(
    "OAU-149", "OAuth token is invalid", status=401, top_code="TokenInvalid"
)
TOKEN_EXPIRED = Reason(
    "OAU-128", "Access token expired", status=401, top_code="TokenInvalid"
)
TOKEN_CORRUPTED = Reason(
    "OAU-129", "Access token corrupted", status=401, top_code="TokenInvalid"
)
TOKEN_NOT_FOUND = Reason(
    "OAU-213", "Token not found", status=401, top_code="TokenInvalid"
)
USER_MAY_NOT_SIGN_IN = Reason(
    "OAU-141", "User is in a state that does not allow sign-in", status=401
)

# Everything else.
INVALID_VALUE = Reason("CMN-101", "Parameter [{name}] value is invalid")
RESOURCE_NOT_FOUND = Reason(
    "CMN-102", "Resource for parameter [{name}] is not found", status=404
)
SCOPE_MISSING = Reason(
    "CMN-401",
    "In order to call this API endpoint, application needs to have [{value}] "
    "permission",
    status=403,
    top_code="InsufficientPermissions",
)
PERMISSION_MISSING = Reason(
    "CMN-408",
    "In order to call this API endpoint, user needs to have [{value}] permission "
    "for requested resource.",
    status=403,
)
RATE_EXCEEDED = Reason("CMN-301", "Request rate exceeded", status=429)
UNKNOWN_API_PATH = Reason("CMN-120", "Invalid URI", status=404)
UNKNOWN_PATH = Reason("AGW-404", "Resource not found", status=404)
