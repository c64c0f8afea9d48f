"""The options of a request: what is sent, and what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.request_options import (
    NO_OPTIONS,
    TYPED_OPTIONS,
    RequestOptions,
    options_from,
)

ALL = RequestOptions(
    scope=("openid", "ReadAccounts"),
    prompt=("login", "sso"),
    display="popup",
    ui_locales=("fr-CA", "en"),
    login_hint="ada@example.com ext. 101",
    brand_id="1210",
    sends_nonce=True,
    access_token_ttl=600,
    refresh_token_ttl=0,
)


def test_no_option_adds_nothing_to_a_request() -> None:
    assert NO_OPTIONS.authorization_parameters() == {}
    assert NO_OPTIONS.token_parameters() == {}


def test_each_option_goes_to_the_request_that_it_belongs_to() -> None:
    assert ALL.authorization_parameters() == {
        "scope": "openid ReadAccounts",
        "prompt": "login sso",
        "display": "popup",
        "ui_locales": "fr-CA en",
        "login_hint": "ada@example.com ext. 101",
        "brand_id": "1210",
    }
    assert ALL.token_parameters() == {
        "access_token_ttl": "600",
        "refresh_token_ttl": "0",
    }


def test_what_was_typed_comes_back_as_it_was() -> None:
    assert options_from(ALL.texts(), sends_nonce=True) == ALL


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("prompt", "none login"),
        ("scope", "Read\u00a0Accounts"),
        ("scope", 'a"b'),
        ("display", "page popup"),
        ("login_hint", "ada\u202e"),
        ("login_hint", "x" * 1025),
        ("access_token_ttl", "ten"),
        ("access_token_ttl", "-1"),
        ("access_token_ttl", "9" * 30),
        ("refresh_token_ttl", "1.5"),
    ],
)
def test_an_option_that_cannot_be_sent_is_named(name: str, text: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        options_from({name: text}, sends_nonce=False)

    assert refused.value.field == name


@pytest.mark.parametrize("text", ["1000000001", "9" * 30, "0" * 30 + "9" * 30])
def test_a_lifetime_that_is_too_long_is_not_said_to_be_no_number(text: str) -> None:
    with pytest.raises(ConfigurationError, match="No token lives longer than"):
        options_from({"refresh_token_ttl": text}, sends_nonce=False)


@given(st.dictionaries(st.sampled_from(TYPED_OPTIONS), st.text()))
def test_whatever_is_typed_is_taken_or_refused(texts: dict[str, str]) -> None:
    try:
        options = options_from(texts, sends_nonce=False)
    except ConfigurationError:
        return

    assert options_from(options.texts(), sends_nonce=False) == options
