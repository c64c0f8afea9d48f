"""The authorization request: what the app asks the browser to bring along."""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.refusals import (
    DUPLICATE_PARAMETER,
    NO_REDIRECT_URI,
    REDIRECT_URI_MISMATCH,
    UNKNOWN_CLIENT,
    Refused,
)
from ringauth_gui.practice.registry import Registry

# RFC 7636 sections 4.1 and 4.2.
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


class RefusedByRedirect(Exception):
    """The request is refused, and the app may be told (RFC 6749 section 4.1.2.1)."""

    def __init__(self, error: str, answer_uri: str) -> None:
        """Take the ``error`` and the redirect URI with all that it carries."""
        super().__init__(error)
        self.answer_uri = answer_uri


@dataclass(frozen=True)
class CodeChallenge:
    """The ``code_challenge`` of a request (RFC 7636 section 4.3)."""

    value: str = field(repr=False)
    method: str

    def matches(self, untrusted_verifier: str) -> bool:
        """Whether the ``code_verifier`` belongs to it (RFC 7636 section 4.6)."""
        if not _VERIFIER.fullmatch(untrusted_verifier):
            return False
        made = untrusted_verifier
        if self.method == "S256":
            digest = hashlib.sha256(untrusted_verifier.encode("ascii")).digest()
            made = base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
        return secrets.compare_digest(made, self.value)


@dataclass(frozen=True)
class AuthorizationRequest:
    """An authorization request whose app and redirect URI are known to be right."""

    app: App
    redirect_uri: str
    state: str | None = field(repr=False)
    scope: tuple[str, ...]
    challenge: CodeChallenge | None

    def answer_uri(self, **answer: str) -> str:
        """The redirect URI with the ``answer`` and the ``state`` on it."""
        return _answer_uri(self.redirect_uri, self.state, answer)


def single_values(untrusted_pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The parameters by name (RFC 6749 section 3.1: none more than once).

    Raises:
        Refused: OAU-111, a parameter stands there twice.
    """
    values: dict[str, str] = {}
    for name, value in untrusted_pairs:
        if name in values:
            raise Refused(DUPLICATE_PARAMETER, name)
        values[name] = value
    return values


def read_authorization_request(
    registry: Registry, untrusted: dict[str, str]
) -> AuthorizationRequest:
    """Check the parameters of an authorization request.

    Raises:
        Refused: App or redirect URI are wrong; the app is never told.
        RefusedByRedirect: Anything else is wrong.
    """
    app = _registered_app(registry, untrusted.get("client_id", ""))
    redirect_uri = untrusted.get("redirect_uri", "")
    if redirect_uri not in app.redirect_uris:
        raise Refused(REDIRECT_URI_MISMATCH)
    state = untrusted.get("state")
    wrong = _first_wrong(app, untrusted)
    if wrong is not None:
        error, description = wrong
        answer = {"error": error, "error_description": description}
        raise RefusedByRedirect(error, _answer_uri(redirect_uri, state, answer))
    return AuthorizationRequest(
        app=app,
        redirect_uri=redirect_uri,
        state=state,
        scope=tuple(untrusted.get("scope", "").split()) or app.scopes,
        challenge=_challenge(untrusted),
    )


def _registered_app(registry: Registry, untrusted_client_id: str) -> App:
    app = registry.find_app(untrusted_client_id)
    if app is None:
        raise Refused(UNKNOWN_CLIENT, "client_id", untrusted_client_id)
    if not app.redirect_uris:
        raise Refused(NO_REDIRECT_URI)
    return app


def _first_wrong(app: App, untrusted: dict[str, str]) -> tuple[str, str] | None:
    """The ``error`` and ``error_description`` of the first thing that is wrong."""
    response_type = untrusted.get("response_type")
    if response_type is None:
        return "invalid_request", "Parameter [response_type] is missing"
    if response_type != "code":
        return "unsupported_response_type", "Parameter [response_type] must be code"
    if not set(untrusted.get("scope", "").split()) <= set(app.scopes):
        return "invalid_scope", "The app does not have this permission"
    if untrusted.get("prompt") == "none":
        return "login_required", "Nobody is signed in in this browser"
    return _wrong_challenge(app, untrusted)


def _wrong_challenge(app: App, untrusted: dict[str, str]) -> tuple[str, str] | None:
    challenge = _challenge(untrusted)
    if challenge is None:
        if app.is_public or "code_challenge_method" in untrusted:
            return "invalid_request", "Parameter [code_challenge] is missing"
        return None
    if challenge.method not in ("plain", "S256"):
        return "invalid_request", "Parameter [code_challenge_method] is invalid"
    if not _VERIFIER.fullmatch(challenge.value):
        return "invalid_request", "Parameter [code_challenge] is invalid"
    return None


def _challenge(untrusted: dict[str, str]) -> CodeChallenge | None:
    if "code_challenge" not in untrusted:
        return None
    # RFC 7636 section 4.3, and RingCentral's default too.
    method = untrusted.get("code_challenge_method", "plain")
    return CodeChallenge(untrusted["code_challenge"], method)


def _answer_uri(redirect_uri: str, state: str | None, answer: dict[str, str]) -> str:
    more = {} if state is None else {"state": state}
    return f"{redirect_uri}?{urlencode(answer | more)}"
