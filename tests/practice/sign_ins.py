"""Sign-ins straight against the rules, without HTTP."""

from ringauth_gui.practice.apps import PUBLIC_APP, REDIRECT_URIS, App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.code_challenge import CodeChallenge
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import ADA, Person
from ringauth_gui.practice.rules import Rules
from tests.practice.visitor import CHALLENGE, VERIFIER

REQUEST = AuthorizationRequest(
    app=PUBLIC_APP,
    redirect_uri=REDIRECT_URIS[0],
    state=None,
    scope=("ReadAccounts",),
    challenge=CodeChallenge(CHALLENGE, "S256"),
)


def exchange(rules: Rules, code: str, app: App = PUBLIC_APP) -> IssuedTokens:
    return rules.exchange_code(app, code, REDIRECT_URIS[0], VERIFIER)


def start(rules: Rules, person: Person = ADA) -> IssuedTokens:
    return exchange(rules, rules.issue_code(REQUEST, person))
