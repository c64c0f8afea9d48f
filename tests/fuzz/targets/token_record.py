"""What the keyring gives back, which other programs may have written (R17, KR-08)."""

import re

from ringauth_gui.storage.token_record import (
    Binding,
    DamagedRecord,
    secret_from_text,
    secret_to_text,
    token_from_text,
    token_to_text,
)
from ringauth_gui.storage.token_store import SecretKind
from tests.fuzz.shown_text import assert_tells_nothing

_BINDING = Binding("client-1", "platform.ringcentral.com")
_SENT = re.compile("[!-~]*")  # what a header can carry without a second meaning
_ELSEWHERE = Binding("client-1", "evil.example")


def check(data: bytes) -> None:
    """Look that a record is whole, of its own client and host, or damaged."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        token = token_from_text(text, _BINDING)
    except DamagedRecord as error:
        assert_tells_nothing(error)
    else:
        if token is not None:
            again = token_to_text(token, _BINDING)
            same = token_from_text(again, _BINDING)
            # As texts: NaN, which a record may hold, is not equal to itself.
            assert same is not None
            assert token_to_text(same, _BINDING) == again
            assert token_from_text(again, _ELSEWHERE) is None
            for secret in (token.access_token, token.refresh_token, token.id_token):
                assert secret is None or _SENT.fullmatch(secret)
    for kind in (SecretKind.CLIENT_SECRET, SecretKind.JWT_CREDENTIAL):
        _look_at_secret(text, kind)


def _look_at_secret(text: str, kind: SecretKind) -> None:
    try:
        secret = secret_from_text(text, kind, _BINDING)
    except DamagedRecord as error:
        assert_tells_nothing(error)
        return
    if secret is not None:
        assert _SENT.fullmatch(secret)
        again = secret_to_text(secret, kind, _BINDING)
        assert secret_from_text(again, kind, _BINDING) == secret
        assert secret_from_text(again, kind, _ELSEWHERE) is None
