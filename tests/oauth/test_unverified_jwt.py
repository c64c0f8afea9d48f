import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.json_object import UnusableJson
from ringauth_gui.oauth.unverified_jwt import read_unverified
from tests.fakes.id_tokens import SigningKey, id_token_claims, unsigned


def test_header_and_claims_are_read() -> None:
    id_token = SigningKey("ES256").id_token(name="Ada Ürün")

    said = read_unverified(id_token)

    assert said.header == {"alg": "ES256", "kid": "key-1", "typ": "JWT"}
    assert said.claims == id_token_claims(name="Ada Ürün")
    assert len(said.signature) == 64
    assert "Ada" not in repr(said)


def test_an_unsigned_one_has_an_empty_signature() -> None:
    assert read_unverified(unsigned(id_token_claims())).signature == b""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CANARY",
        "e30.e30",
        "e30.e30.x.y",
        "CANARY!.e30.x",
        "e30.CANARY.x",
        "e30.e30.x",  # no whole byte
        "W10.e30.xx",  # a JSON array
        "e30.eyJhIjoxLCJhIjoyfQ.xx",  # a member twice
        "é.e30.x",
    ],
)
def test_what_is_no_jwt_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(UnusableJson) as refused:
        read_unverified(text)

    assert "CANARY" not in str(refused.value)


@given(st.text(st.sampled_from("eyJ30.-_=\x00é")))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        read_unverified(text)
    except UnusableJson:
        return
    assert text.count(".") == 2
