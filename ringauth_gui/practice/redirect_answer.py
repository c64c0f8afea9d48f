"""The redirect URI with the answer of the authorization endpoint on it."""

from urllib.parse import quote_plus, urlencode

from ringauth_gui.practice.settings import Settings

ACCESS_DENIED = {
    "error": "access_denied",
    "error_description": "The user denied access to the application",
}

# What prompt=none is answered with where a person would have to do something.
LOGIN_REQUIRED = {
    "error": "login_required",
    "error_description": "Nobody is signed in in this browser",
}
INTERACTION_REQUIRED = {
    "error": "interaction_required",
    "error_description": "The person has not allowed the application yet",
}


def answer_uri(
    redirect_uri: str,
    state: str | None,
    members: dict[str, str],
    settings: Settings,
    issuer: str,
) -> str:
    """Put the answer and the ``state`` on the redirect URI (RFC 6749 section 4.1.2)."""
    sent = dict(members)
    if settings.description_encoded_twice and "error_description" in sent:
        sent["error_description"] = quote_plus(sent["error_description"])
    if settings.iss_in_answer:
        sent["iss"] = issuer
    if state is not None:
        sent["state"] = state
    separator = "&" if "?" in redirect_uri else "?"
    return f"{redirect_uri}{separator}{urlencode(sent)}"
