from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.gui.claim_rows import MOST_CLAIMS, claim_rows
from ringauth_gui.gui.expiry_row import TokenRow
from tests.fakes.id_tokens import unsigned
from tests.gui.token_examples import ISSUED


def _rows(claims: dict[str, object]) -> dict[str, TokenRow]:
    return {row.label: row for row in claim_rows(unsigned(claims), ISSUED)}


def test_without_an_id_token_there_are_no_claims() -> None:
    assert claim_rows(None, ISSUED) == ()


def test_known_claims_have_names_that_people_use_and_others_their_own() -> None:
    rows = _rows({"iss": "https://auth.example", "aud": ["a", "b"], "tenant": 7})

    assert rows["Issuer"].text == "https://auth.example"
    assert rows["Audience"].text == '["a", "b"]'
    assert rows["tenant"].text == "7"


def test_times_are_shown_as_times() -> None:
    rows = _rows({"exp": 1_795_440_730, "iat": "soon", "nbf": 10**30, "zoneinfo": 5})

    assert rows["Ends"].quiet == " · 2026-11-23 13:32:10 UTC"
    assert rows["Issued"].text == "soon"
    assert rows["Begins"].text == str(10**30)


def test_secrets_are_masked() -> None:
    rows = _rows({"nonce": "CANARY-nonce-of-20-letters", "jwt_token": "CANARY-token"})

    assert "CANARY-nonce" not in rows["Nonce"].text
    assert "CANARY-token" not in rows["jwt_token"].text


def test_a_flood_of_claims_is_cut() -> None:
    rows = _rows({f"claim-{at}": at for at in range(MOST_CLAIMS + 3)})

    assert rows["And"].text == "3 more, not shown"
    assert len(rows) == MOST_CLAIMS + 1


def test_an_id_token_that_cannot_be_read_says_so_without_quoting_it() -> None:
    [row] = claim_rows("CANARY.CANARY", ISSUED)

    assert row.label == "Cannot be read"
    assert "CANARY" not in row.text


values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.text() | st.sampled_from(["exp", "nonce", "aud"]), values))
def test_no_claims_break_the_rows(claims: dict[str, object]) -> None:
    for row in claim_rows(unsigned(claims), ISSUED):
        assert "\n" not in f"{row.label}{row.text}"
