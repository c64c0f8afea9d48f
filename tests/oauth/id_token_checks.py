"""An ID token as one app checks it."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.id_token import IdTokenCheck
from ringauth_gui.oauth.registration import AuthorizationServer, ClientRegistration
from tests.fakes.id_tokens import (
    CLIENT_ID,
    ISSUER,
    NOW,
    SigningKey,
)

JWKS = f"{ISSUER}/keys"
SERVER = AuthorizationServer(
    name="auth.example",
    address=ISSUER,
    authorization_endpoint=f"{ISSUER}/authorize",
    token_endpoint=f"{ISSUER}/token",
    revocation_endpoint=None,
    issuer=ISSUER,
    jwks_uri=JWKS,
    speaks_ringcentral=False,
)
APP = ClientRegistration(SERVER, CLIENT_ID, None, ())
KEY = SigningKey()
PASSED, FAILED = CheckOutcome.PASSED, CheckOutcome.FAILED


def all_checks(
    id_token: str,
    keys: Sequence[Mapping[str, object]] | Exception,
    app: ClientRegistration = APP,
    nonce: str | None = None,
) -> tuple[AnswerCheck, ...]:
    def read_keys(address: str) -> Sequence[Mapping[str, object]]:
        assert address == JWKS
        if isinstance(keys, Exception):
            raise keys
        return keys

    return IdTokenCheck(app, nonce, read_keys).checks(id_token, Moment(NOW))


def signature_check(
    id_token: str,
    keys: Sequence[Mapping[str, object]] | Exception = (),
    app: ClientRegistration = APP,
) -> tuple[CheckOutcome, str]:
    check = all_checks(id_token, keys, app)[0]
    assert check.subject == "ID token signature"
    return check.outcome, check.detail


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
