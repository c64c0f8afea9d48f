"""Every error code with which the practice server can be told to refuse.

Statuses are those of RingCentral's own table where it has one (reference sections 7.3
and 7.4); the ``error`` is the observed one, or the nearest of the specification's.
"""

from collections.abc import Mapping

from ringauth_gui.practice.coded_error import CodedError

_CLIENT, _GRANT, _REQUEST = "invalid_client", "invalid_grant", "invalid_request"
_UNAUTHORIZED, _DOWN = "unauthorized_client", "service_unavailable"
_SCOPE = ("permissionName", "ReadAccounts")
_APP_LACKS = "Application needs to have [{value}] permission"

_OAUTH = (
    CodedError("OAU-101", 403, _REQUEST, "Brand is invalid"),
    CodedError("OAU-102", 403, _REQUEST, "Authorization code cannot be issued"),
    CodedError("OAU-105", 403, _GRANT, "Extension type is not allowed to log in"),
    CodedError("OAU-106", 403, _GRANT, "Authorization code is invalid"),
    CodedError("OAU-108", 403, _GRANT, "Authorization code is expired"),
    CodedError("OAU-109", 403, _GRANT, "Redirect URIs do not match"),
    CodedError("OAU-110", 403, _GRANT, "Authorization code is of another application"),
    CodedError("OAU-111", 400, _REQUEST, "Parameter is duplicated"),
    CodedError("OAU-112", 403, _UNAUTHORIZED, "Grant type is not authorized"),
    CodedError("OAU-113", 403, _CLIENT, "No redirect URI is registered"),
    CodedError("OAU-116", 403, _CLIENT, "Invalid authorization method"),
    CodedError("OAU-117", 403, "invalid_scope", "Scope is narrower than the target's"),
    CodedError("OAU-119", 403, _GRANT, "International virtual number cannot log in"),
    CodedError("OAU-120", 401, _CLIENT, "Invalid application id"),
    CodedError("OAU-121", 401, _CLIENT, "Wrong application"),
    CodedError("OAU-123", 401, _CLIENT, "Client authentication is required"),
    CodedError("OAU-125", 401, _UNAUTHORIZED, "Grant type is not allowed"),
    CodedError("OAU-127", 401, _CLIENT, "Invalid application release"),
    CodedError("OAU-128", 401, "expired_token", "Access token expired", "TokenInvalid"),
    CodedError("OAU-129", 401, _REQUEST, "Access token corrupted", "TokenInvalid"),
    CodedError("OAU-134", 401, _REQUEST, "Invalid Authorization header"),
    CodedError("OAU-136", 401, _GRANT, "Extension of the token is not found"),
    CodedError("OAU-140", 401, _GRANT, "Invalid resource owner credentials"),
    CodedError("OAU-141", 401, _GRANT, "User is in a state that may not log in"),
    CodedError("OAU-142", 401, _GRANT, "Account is in a state that may not log in"),
    CodedError("OAU-146", 401, _CLIENT, "Invalid client credentials"),
    CodedError("OAU-147", 400, _GRANT, "Account is locked"),
    CodedError("OAU-148", 400, _GRANT, "Account is locked; use single sign-on"),
    CodedError("OAU-149", 401, _REQUEST, "OAuth token is invalid", "TokenInvalid"),
    CodedError("OAU-150", 400, _REQUEST, "Parameter differs between query and body"),
    CodedError("OAU-151", 401, _CLIENT, "Authorization method not supported"),
    CodedError("OAU-153", 401, _CLIENT, "Invalid client application"),
    CodedError("OAU-163", 400, _GRANT, "Call queue login is not allowed"),
    CodedError("OAU-164", 400, _GRANT, "Token was issued to another client"),
    CodedError("OAU-165", 400, _CLIENT, "Sandbox client is not allowed here"),
    CodedError("OAU-167", 403, _CLIENT, "Account access restricted by RealmId"),
    CodedError("OAU-168", 401, _GRANT, "Multi-factor authentication is required"),
    CodedError("OAU-210", 400, _GRANT, "Token expired"),
    CodedError("OAU-211", 400, _GRANT, "Token revoked"),
    CodedError("OAU-213", 400, _GRANT, "Token not found", "TokenInvalid"),
    CodedError("OAU-222", 400, _GRANT, "Account does not exist"),
    CodedError("OAU-232", 400, _GRANT, "Extension not found"),
    CodedError("OAU-236", 400, _GRANT, "User is disabled"),
    CodedError("OAU-250", 400, _REQUEST, "Unsupported grant type"),
    CodedError("OAU-251", 400, _UNAUTHORIZED, "Unauthorized for this grant type"),
    CodedError("OAU-270", 400, _UNAUTHORIZED, "Client credentials are not available"),
    CodedError("OAU-347", 400, _CLIENT, "Client assertion algorithm is not supported"),
    CodedError("OAU-473", 400, _REQUEST, "Client may not use this personal API key"),
    CodedError("API_ERROR_208", 400, None, "There is no single sign-on here"),
)
_COMMON = (
    CodedError(
        "CMN-101",
        400,
        _REQUEST,
        "Parameter [{name}] value is invalid",
        parameter=("brandId", "none"),
    ),
    CodedError(
        "CMN-102",
        404,
        _REQUEST,
        "Resource for parameter [{name}] is not found",
        parameter=("extensionId", "none"),
    ),
    CodedError("CMN-103", 400, _REQUEST, "JSON cannot be parsed"),
    CodedError("CMN-104", 400, _REQUEST, "Request cannot be parsed"),
    CodedError("CMN-109", 403, _REQUEST, "Feature is not available"),
    CodedError("CMN-110", 400, _REQUEST, "Header is missing"),
    CodedError("CMN-120", 404, None, "Invalid URI"),
    CodedError("CMN-201", 503, _DOWN, "Service is temporarily unavailable"),
    CodedError("CMN-202", 501, _REQUEST, "Operation is not supported"),
    CodedError("CMN-203", 500, _DOWN, "Internal error"),
    CodedError("CMN-211", 503, _DOWN, "Limited mode"),
    CodedError("CMN-301", 429, None, "Request rate exceeded"),
    CodedError("CMN-302", 429, None, "Rate limits are not set"),
    CodedError("CMN-303", 429, None, "API plan is unresolved"),
    CodedError("CMN-304", 429, None, "Duplicate concurrent request"),
    CodedError("CMN-310", 429, None, "Global request rate exceeded"),
    CodedError(
        "CMN-401",
        403,
        _CLIENT,
        _APP_LACKS,
        "InsufficientPermissions",
        parameter=_SCOPE,
    ),
    CodedError("CMN-402", 403, _CLIENT, "Administrator permission is needed"),
    CodedError("CMN-403", 403, _CLIENT, "Not available for this extension type"),
    CodedError("CMN-404", 403, _CLIENT, "Another extension cannot be accessed"),
    CodedError("CMN-405", 401, _CLIENT, "Login to extension required"),
    CodedError("CMN-406", 400, _REQUEST, "Parameter value is duplicated"),
    CodedError("CMN-407", 400, _REQUEST, "Header value is invalid"),
    CodedError(
        "CMN-408",
        403,
        _CLIENT,
        "[{value}] permission required",
        parameter=("permissionName", "ThirdPartyAppAccess"),
    ),
    CodedError("CMN-419", 403, "insufficient_scope", "Extended scope is needed"),
)
_OTHERS = (
    CodedError("AGW-401", 401, None, "Authorization header is not specified"),
    CodedError("AGW-402", 401, None, "Invalid Authorization header"),
    CodedError("AGW-404", 404, None, "Resource not found"),
    CodedError(
        "TokenInvalid", 401, None, "OAuth token is invalid", "TokenInvalid", "OAU-149"
    ),
    CodedError(
        "TokenExpired", 401, None, "Access token expired", "TokenExpired", "OAU-128"
    ),
    CodedError(
        "InsufficientPermissions",
        403,
        None,
        _APP_LACKS,
        "InsufficientPermissions",
        "CMN-401",
        _SCOPE,
    ),
)
CODED_ERRORS: Mapping[str, CodedError] = {
    error.code: error for error in (*_OAUTH, *_COMMON, *_OTHERS)
}
