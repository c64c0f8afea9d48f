"""What an ID token says, whoever signed it (OpenID Connect Core section 3.1.3.7)."""

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.id_token_claims import claim_checks
from tests.fakes.id_tokens import CLIENT_ID, ISSUER, NOW
from tests.fuzz.known import STATE
from tests.fuzz.plain_json import plain_object
from tests.fuzz.shown_text import assert_fit_to_show
from tests.oauth.id_token_checks import APP

_SUBJECTS = ["issuer", "audience", "lifetime", "nonce"]
_LEEWAY = 60.0


def check(data: bytes) -> None:
    """Look that a claim passes only where it is what it has to be."""
    claims = plain_object(data)
    if claims is None:
        return
    checks = claim_checks(claims, APP, STATE, Moment(NOW))

    assert [each.subject for each in checks] == [f"ID token {it}" for it in _SUBJECTS]
    for each in checks:
        assert_fit_to_show(each.detail)
    passed = {each.subject for each in checks if each.outcome is CheckOutcome.PASSED}
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    assert ("ID token issuer" in passed) == (claims.get("iss") == ISSUER)
    assert ("ID token nonce" in passed) == (claims.get("nonce") == STATE)
    assert "ID token audience" not in passed or (
        CLIENT_ID in audiences
        and claims.get("azp") in {None, CLIENT_ID}
        and (len(audiences) == 1 or claims.get("azp") == CLIENT_ID)
    )
    assert "ID token lifetime" not in passed or _is_now(claims)


def _is_now(claims: dict[str, object]) -> bool:
    ends, issued = claims.get("exp"), claims.get("iat")
    begins = claims.get("nbf", issued)
    return (
        isinstance(ends, int | float)
        and isinstance(issued, int | float)
        and ends >= NOW - _LEEWAY
        and issued <= NOW + _LEEWAY
        and not (isinstance(begins, int | float) and NOW + _LEEWAY < begins < 10**12)
    )
