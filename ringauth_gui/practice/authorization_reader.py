"""Checks the parameters of an authorization request (reference section 2.1)."""

from collections.abc import Callable, Iterator

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.choices import ScopeAtAuthorize, SignInError, WrongBrand
from ringauth_gui.practice.code_challenge import read_challenge, wrong_challenge
from ringauth_gui.practice.people import BRAND_ID
from ringauth_gui.practice.redirect_uris import registered_redirect_uri
from ringauth_gui.practice.refusals import (
    BRAND_INVALID,
    NO_SINGLE_SIGN_ON,
    UNKNOWN_CLIENT,
    Refused,
)
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.settings import Settings

# OpenID Connect Core sections 3.1.2.1 and 5.4; every app may ask for these.
IDENTITY_SCOPES = ("openid", "email", "profile")
_PROMPTS = {"login", "sso", "consent", "none"}
DISPLAYS = ("page", "popup", "touch", "mobile")
# A request in a JWT (OpenID Connect Core section 6); the metadata announces neither.
_NOT_SUPPORTED = ("request", "request_uri")

Wrong = tuple[str, str]


class RefusedByRedirect(Exception):
    """The request is refused, and the app may be told (RFC 6749 section 4.1.2.1)."""

    def __init__(self, redirect_uri: str, state: str | None, wrong: Wrong) -> None:
        """Take ``error`` and ``error_description``, and where they go."""
        super().__init__(wrong[0])
        self.redirect_uri = redirect_uri
        self.state = state
        self.members = {"error": wrong[0], "error_description": wrong[1]}


def read_authorization_request(
    registry: Registry, settings: Settings, untrusted: dict[str, str]
) -> AuthorizationRequest:
    """Check the parameters of an authorization request.

    Raises:
        Refused: The app is never told: its client ID or redirect URI is wrong, or
            RingCentral shows a page of its own.
        RefusedByRedirect: Anything else is wrong.
    """
    app = registry.find_app(untrusted.get("client_id", ""))
    if app is None:
        raise Refused(UNKNOWN_CLIENT, "client_id", untrusted.get("client_id", ""))
    redirect_uri = registered_redirect_uri(app, untrusted.get("redirect_uri"), settings)
    state = untrusted.get("state")
    for wrong in _wrongs(app, settings, untrusted):
        raise RefusedByRedirect(redirect_uri, state, wrong)
    _refuse_on_a_page(settings, untrusted)
    return AuthorizationRequest(
        app=app,
        redirect_uri=redirect_uri,
        state=state,
        scope=_scope(app, settings, untrusted),
        challenge=read_challenge(untrusted),
        nonce=untrusted.get("nonce"),
        login_hint=untrusted.get("login_hint", ""),
        prompt=_prompt(untrusted),
        redirect_uri_left_out="redirect_uri" not in untrusted,
    )


def _wrongs(app: App, settings: Settings, untrusted: dict[str, str]) -> Iterator[Wrong]:
    """All that is wrong, the first thing first."""
    if settings.sign_in_error is not SignInError.NONE:
        yield settings.sign_in_error.value, "The practice server was told to say this"
    checks: tuple[Callable[[App, Settings, dict[str, str]], Wrong | None], ...] = (
        _request_in_a_jwt,
        _wrong_response_type,
        _wrong_scope,
        _wrong_prompt,
        _wrong_value,
        _wrong_proof,
    )
    for check in checks:
        wrong = check(app, settings, untrusted)
        if wrong is not None:
            yield wrong


def _request_in_a_jwt(
    _app: App, _settings: Settings, untrusted: dict[str, str]
) -> Wrong | None:
    for name in _NOT_SUPPORTED:
        if name in untrusted:
            return f"{name}_not_supported", f"Parameter [{name}] is not supported"
    return None


def _wrong_response_type(
    _app: App, _settings: Settings, untrusted: dict[str, str]
) -> Wrong | None:
    response_type = untrusted.get("response_type")
    if response_type is None:
        return "invalid_request", "Parameter [response_type] is missing"
    if response_type != "code":
        return "unsupported_response_type", "Parameter [response_type] must be code"
    return None


def _wrong_scope(
    app: App, settings: Settings, untrusted: dict[str, str]
) -> Wrong | None:
    if settings.scope_at_authorize is ScopeAtAuthorize.IGNORED:
        return None
    if _asked(untrusted) <= {*app.scopes, *IDENTITY_SCOPES}:
        return None
    return "invalid_scope", "The app does not have this permission"


def _wrong_prompt(
    _app: App, _settings: Settings, untrusted: dict[str, str]
) -> Wrong | None:
    prompt = _prompt(untrusted)
    if not prompt <= _PROMPTS or ("none" in prompt and prompt != {"none"}):
        return "invalid_request", "Parameter [prompt] is invalid"
    return None


def _wrong_value(
    _app: App, settings: Settings, untrusted: dict[str, str]
) -> Wrong | None:
    if untrusted.get("display", "page") not in DISPLAYS:
        return "invalid_request", "Parameter [display] is invalid"
    if 0 < settings.longest_state < len(untrusted.get("state", "")):
        return "invalid_request", "Parameter [state] is invalid"
    redirects = settings.wrong_brand is WrongBrand.REDIRECTS
    if redirects and _has_wrong_brand(untrusted):
        return "invalid_request", "Parameter [brandId] is invalid"
    return None


def _wrong_proof(
    app: App, _settings: Settings, untrusted: dict[str, str]
) -> Wrong | None:
    wrong = wrong_challenge(untrusted, is_required=app.is_public)
    return None if wrong is None else ("invalid_request", wrong)


def _refuse_on_a_page(settings: Settings, untrusted: dict[str, str]) -> None:
    """What ends on RingCentral's own page although the app could be told."""
    shows_page = settings.wrong_brand is WrongBrand.SHOWS_PAGE
    if shows_page and _has_wrong_brand(untrusted):
        raise Refused(BRAND_INVALID)
    prompt = _prompt(untrusted)
    if prompt and not prompt & {"login", "none"}:
        # Reference section 2.1: nobody here has single sign-on.
        raise Refused(NO_SINGLE_SIGN_ON)


def _has_wrong_brand(untrusted: dict[str, str]) -> bool:
    return untrusted.get("brand_id", BRAND_ID) != BRAND_ID


def _prompt(untrusted: dict[str, str]) -> frozenset[str]:
    return frozenset(untrusted.get("prompt", "").split())


def _asked(untrusted: dict[str, str]) -> set[str]:
    return set(untrusted.get("scope", "").split())


def _scope(app: App, settings: Settings, untrusted: dict[str, str]) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(untrusted.get("scope", "").split()))
    if settings.scope_at_authorize is ScopeAtAuthorize.ENFORCED:
        return asked or app.scopes
    return app.scopes + tuple(one for one in asked if one in IDENTITY_SCOPES)
