"""Sign-ins straight against the rules, without HTTP."""

from ringauth_gui.practice.apps import PUBLIC_APP, REDIRECT_URIS, App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.code_challenge import CodeChallenge
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import ADA, Person
from ringauth_gui.practice.rules import Rules
from ringauth_gui.practice.token_options import NO_OPTIONS, TokenOptions
from tests.practice.visitor import CHALLENGE, VERIFIER


def request_of(app: App) -> AuthorizationRequest:
    """An authorization request of the app, with PKCE."""
    return AuthorizationRequest(
        app=app,
        redirect_uri=REDIRECT_URIS[0],
        state=None,
        scope=("ReadAccounts",),
        challenge=CodeChallenge(CHALLENGE, "S256"),
    )


REQUEST = request_of(PUBLIC_APP)


def exchange(
    rules: Rules, code: str, app: App = PUBLIC_APP, options: TokenOptions = NO_OPTIONS
) -> IssuedTokens:
    return rules.exchange_code(app, code, REDIRECT_URIS[0], VERIFIER, options)


def start(rules: Rules, person: Person = ADA) -> IssuedTokens:
    return exchange(rules, rules.issue_code(REQUEST, person))
