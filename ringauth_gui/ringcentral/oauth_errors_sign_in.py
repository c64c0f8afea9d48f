"""OAuth's own errors in the browser's answer to a sign-in (RFC 6749, 4.1.2.1)."""

from functools import partial

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

_error = partial(ErrorCode, statuses=(), endpoint="authorization endpoint")
_RFC = "RFC 6749, section 4.1.2.1"
_OIDC = "OpenID Connect Core, section 3.1.2.6"
_BUSY_CAUSE = "{server} cannot sign anyone in at the moment"
_BUSY_REMEDY = (
    "It is overloaded or being serviced. Wait a few minutes, then sign in again."
)

SIGN_IN_ERRORS = (
    _error(
        "access_denied",
        cause="Access was refused in the browser",
        remedy="Someone pressed Deny or Cancel, or an administrator blocks this app. "
        "Sign in again and allow it, or ask the administrator.",
        where=at.AUTHORIZE,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "invalid_request",
        cause="{server} did not understand the sign-in request",
        remedy="A value in the profile does not suit this server. "
        "Check the client ID and the redirect URI.",
        where=at.PROFILE,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
        note="RingCentral also answers it for a brand ID that it does not know.",
    ),
    _error(
        "unauthorized_client",
        cause="The app may not sign people in through the browser",
        remedy="Switch on the 3-legged OAuth authorization code flow in the app's "
        "settings, then sign in again.",
        where=at.CONSOLE_AUTH,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "unsupported_response_type",
        cause="{server} does not offer the authorization code flow",
        remedy="RingAuth signs in with this flow only. "
        "Check that the profile names the right server.",
        where=at.PROFILE_SERVER,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "invalid_scope",
        cause="{server} does not know a permission asked for",
        remedy="Compare the permissions in the app's settings, then sign in again.",
        where=at.CONSOLE_SCOPES,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
        note="The guide says that RingCentral ignores the scope of a request; users "
        "report that a scope that the app lacks is refused.",
    ),
    _error(
        "server_error",
        cause="{server} failed while signing you in",
        remedy="The fault lies with the server. Wait a minute, then sign in again.",
        where=at.AUTHORIZE,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "temporarily_unavailable",
        cause=_BUSY_CAUSE,
        remedy=_BUSY_REMEDY,
        where=at.STATUS_PAGE,
        source=f"{_RFC}; {at.SPECIFICATION}",
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "temporarily_unavaialable",
        cause=_BUSY_CAUSE,
        remedy=_BUSY_REMEDY,
        where=at.STATUS_PAGE,
        source=at.SPECIFICATION,
        certainty=Certainty.DOCUMENTED,
        note="RingCentral's specification spells temporarily_unavailable so.",
    ),
    _error(
        "login_required",
        cause="The browser is not signed in to {server}",
        remedy="Sign in to {server} in the browser first, then authorize again.",
        where=at.AUTHORIZE,
        source=f"{_OIDC}; {at.EMBEDDABLE}",
        certainty=Certainty.SEEN,
        note="It answers the option prompt=none, which shows no sign-in page.",
    ),
    _error(
        "interaction_required",
        cause="{server} has a question that only you can answer",
        remedy="Authorize again and answer what the browser asks.",
        where=at.AUTHORIZE,
        source=f"{_OIDC}; {at.EMBEDDABLE}",
        certainty=Certainty.SEEN,
        note="It answers the option prompt=none, which shows no page at all.",
    ),
    _error(
        "invalid_request_uri",
        cause="{server} could not fetch the sign-in request",
        remedy="The sign-in request was not sent along but left at an address. "
        "RingAuth never does that: ask the maker of the program.",
        where=at.HTTP_LOG,
        source=at.SPECIFICATION,
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "request_not_supported",
        cause="{server} takes no sign-in request in a JWT",
        remedy="Give the parameters one by one. RingAuth always does that: ask the "
        "maker of the program.",
        where=at.HTTP_LOG,
        source=at.SPECIFICATION,
        certainty=Certainty.DOCUMENTED,
    ),
    _error(
        "request_uri_not_supported",
        cause="{server} takes no sign-in request by address",
        remedy="Give the parameters one by one. RingAuth always does that: ask the "
        "maker of the program.",
        where=at.HTTP_LOG,
        source=at.SPECIFICATION,
        certainty=Certainty.DOCUMENTED,
    ),
)
