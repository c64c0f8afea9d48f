import re

import pytest

from ringauth_gui.oauth.pkce import METHOD, code_challenge, new_code_verifier


@pytest.mark.case("AR-14")
def test_the_vector_of_rfc_7636_appendix_b_is_reproduced() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

    assert code_challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.case("AR-14")
def test_verifiers_are_unreserved_characters_and_never_repeat() -> None:
    verifiers = {new_code_verifier() for _ in range(100)}

    assert len(verifiers) == 100
    assert all(re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", one) for one in verifiers)


def test_the_method_is_s256() -> None:
    assert METHOD == "S256"
