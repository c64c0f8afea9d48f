"""OAuth's own errors from the token endpoint and the API (RFC 6749, RFC 6750)."""

from functools import partial

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

_error = partial(ErrorCode, endpoint="token endpoint", certainty=Certainty.DOCUMENTED)
_api_error = partial(ErrorCode, endpoint="API")
_RFC = f"RFC 6749, section 5.2; {at.SPECIFICATION}"

TOKEN_ERRORS = (
    _error(
        "invalid_request",
        statuses=(400,),
        cause="{server} did not understand the token request",
        remedy="Check that the profile names the right server, then try again.",
        where=at.PROFILE_SERVER,
        source=_RFC,
    ),
    _error(
        "invalid_client",
        statuses=(400, 401),
        cause="{server} did not accept the app",
        remedy="The client ID or the secret is wrong, or the app is a public one, "
        "which has no secret.",
        where=at.PROFILE_SECRET,
        source=_RFC,
        note="RingCentral also uses it for a missing redirect URI (OAU-113) and for a "
        "user without Third Party Apps Access (CMN-408).",
    ),
    _error(
        "invalid_grant",
        statuses=(400,),
        cause="The session is over",
        remedy="The refresh token was used up, has expired or was revoked. "
        "Sign in again.",
        where=at.AUTHORIZE,
        source=_RFC,
        note="In the exchange of an authorization code it is the code that was used "
        "already, too old, or made for another redirect URI or verifier.",
    ),
    _error(
        "unauthorized_client",
        statuses=(400,),
        cause="The app may not get a token in this way",
        remedy="Switch on the authorization code flow and refresh tokens in the app's "
        "settings, then sign in again.",
        where=at.CONSOLE_AUTH,
        source=_RFC,
    ),
    _error(
        "unsupported_grant_type",
        statuses=(400,),
        cause="{server} does not offer this way to get a token",
        remedy="RingAuth needs the grants authorization_code and refresh_token. "
        "Check that the profile names the right server.",
        where=at.PROFILE_SERVER,
        source=_RFC,
    ),
    _error(
        "invalid_scope",
        statuses=(400,),
        cause="{server} does not grant the permissions asked for",
        remedy="Compare the permissions in the app's settings, then sign in again.",
        where=at.CONSOLE_SCOPES,
        source=_RFC,
    ),
    _error(
        "invalid_redirect_uri",
        statuses=(400,),
        cause="{server} expected another redirect URI",
        remedy="Register exactly {redirect_uri} in the app's settings, letter for "
        "letter.",
        where=at.CONSOLE_REDIRECT_URI,
        source=at.GITHUB,
        certainty=Certainty.REPORTED,
        note="It comes with OAU-109 when the exchange names another redirect URI than "
        "the sign-in did. The status is presumed.",
    ),
    _error(
        "access_denied",
        statuses=(),
        cause="{server} denied the token",
        remedy="An administrator may block this app or this user. "
        "Ask the administrator.",
        where=at.ADMIN_ROLES,
        source=at.SPECIFICATION,
    ),
    _error(
        "expired_token",
        statuses=(),
        cause="What was to be exchanged for a token has expired",
        remedy="Sign in again from the start.",
        where=at.AUTHORIZE,
        source=at.SPECIFICATION,
        note="The specification lists it, but no report of it was found.",
    ),
    _error(
        "service_unavailable",
        statuses=(503,),
        cause="{server} is being serviced",
        remedy="The fault lies with the server. Wait {pause}, then try again.",
        where=at.STATUS_PAGE,
        source=at.COMMUNITY,
        certainty=Certainty.REPORTED,
    ),
)

API_ERRORS = (
    _api_error(
        "invalid_token",
        statuses=(401,),
        cause="The server does not accept this access token",
        remedy="It has expired, was revoked or is damaged. Refresh it, or sign in "
        "again.",
        where=at.REFRESH,
        source="RFC 6750, section 3.1",
        certainty=Certainty.STANDARD,
    ),
    _api_error(
        "insufficient_scope",
        statuses=(403,),
        cause="The access token lacks {scope}",
        remedy="Add the scope that the call needs in the app's settings, then sign in "
        "again.",
        where=at.CONSOLE_SCOPES,
        source=f"RFC 6750, section 3.1; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
    ),
)
