"""The codes under a message: what a person quotes to support; no Qt."""

from ringauth_gui import errors
from ringauth_gui.oauth.plain_text import readable
from ringauth_gui.ringcentral.error_codes import explanations


def error_details(error: errors.RingAuthError) -> str:
    """Return codes, HTTP status, request ID and the server's own words, if any."""
    return " · ".join(filter(None, _parts(error)))


def explainable_codes(error: errors.RingAuthError) -> str:
    """Return what the Explain screen is asked, as it reads it; may be empty."""
    if isinstance(error, errors.RequestRefused):
        refusal = error.refusal
        return " ".join(refusal.codes) or _known(refusal.error or "")
    if isinstance(error, errors.AuthorizationRefused) and _known(error.error):
        return f"error={error.error}"  # as in the browser's address
    return ""


def _known(oauth_error: str) -> str:
    return oauth_error if explanations(oauth_error) else ""


def _parts(error: errors.RingAuthError) -> tuple[str, ...]:
    if isinstance(error, errors.RequestRefused):
        return _refusal_details(error.refusal)
    if isinstance(error, errors.AuthorizationRefused):
        return (error.error, _quoted(error.description))
    if isinstance(error, errors.InvalidServerResponse):
        http = f"HTTP {error.status}" if error.status else ""
        return (error.reason, http, _request_id(error.request_id))
    if isinstance(error, errors.NetworkError):
        return (error.host, error.reason)
    if isinstance(error, errors.RedirectPortBusy):
        return (error.redirect_uri,)
    return ()


def _refusal_details(refusal: errors.Refusal) -> tuple[str, ...]:
    http = f"HTTP {refusal.status}" if refusal.status else ""
    return (
        *refusal.codes,
        " ".join(filter(None, (http, refusal.error))),
        _request_id(refusal.request_id),
        _quoted(refusal.description),
    )


def _request_id(request_id: str | None) -> str:
    return f"request ID {request_id}" if request_id else ""


def _quoted(untrusted_description: str | None) -> str:
    if not untrusted_description:
        return ""
    return f"“{readable(untrusted_description)}”"
