"""Each trap of the reference is told for what springs it, and for nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.request_options import RINGCENTRALS_OWN, TYPED_OPTIONS
from ringauth_gui.ringcentral.brands import BRANDS
from ringauth_gui.ringcentral.option_traps import (
    Trap,
    option_traps,
)


def traps(name: str, text: str, *, is_ringcentral: bool = True) -> tuple[Trap, ...]:
    found = option_traps({name: text}, sends_nonce=False, is_ringcentral=is_ringcentral)
    assert set(found) <= {name}
    return found.get(name, ())


def words(name: str, text: str, *, is_ringcentral: bool = True) -> str:
    found = traps(name, text, is_ringcentral=is_ringcentral)
    return " ".join(trap.words for trap in found)


def warns(name: str, text: str, *, is_ringcentral: bool = True) -> bool:
    found = traps(name, text, is_ringcentral=is_ringcentral)
    return any(trap.is_warning for trap in found)


@pytest.mark.parametrize("name", TYPED_OPTIONS)
@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_option_has_no_trap(name: str, text: str) -> None:
    assert traps(name, text) == ()


def test_consent_alone_is_a_trap_and_has_a_remedy() -> None:
    (trap,) = traps("prompt", "consent")

    assert "API_ERROR_208" in trap.words
    assert trap.is_warning
    assert trap.remedy == "login sso consent"


@pytest.mark.parametrize(
    "prompt", ["login sso consent", "login", "sso", "login sso", "consent  sso"]
)
def test_a_prompt_with_a_way_to_sign_in_is_no_trap(prompt: str) -> None:
    assert traps("prompt", prompt) == ()


@pytest.mark.parametrize("is_ringcentral", [True, False])
def test_none_needs_a_browser_that_is_signed_in(*, is_ringcentral: bool) -> None:
    text = words("prompt", "none", is_ringcentral=is_ringcentral)

    assert "signed in already" in text
    assert "API_ERROR_208" not in text


def test_consent_is_no_trap_at_other_servers() -> None:
    assert traps("prompt", "consent", is_ringcentral=False) == ()


def test_a_prompt_that_ringcentral_does_not_know_is_named() -> None:
    assert "“select_account”" in words("prompt", "login select_account")


@pytest.mark.parametrize(
    ("seconds", "remedy"), [("599", "600"), ("0", "600"), ("3601", "3600")]
)
def test_an_access_token_life_that_is_cut_names_the_limit(
    seconds: str, remedy: str
) -> None:
    (trap,) = traps("access_token_ttl", seconds)

    assert (trap.remedy, trap.is_warning) == (remedy, True)
    assert f"{remedy} s" in trap.words


@pytest.mark.parametrize("seconds", ["600", "3600", " 1800 ", "an hour", "-1"])
def test_an_access_token_life_within_the_limits_or_no_number_is_no_trap(
    seconds: str,
) -> None:
    assert traps("access_token_ttl", seconds) == ()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ("0", "no refresh token comes at all"),
        ("604801", "disagree"),
        ("2592000", "disagree"),
        ("2592001", "no more than 2592000 s (30 d)"),
    ],
)
def test_a_refresh_token_life_has_its_traps(seconds: str, said: str) -> None:
    assert said in words("refresh_token_ttl", seconds)
    assert warns("refresh_token_ttl", seconds)


@pytest.mark.parametrize("seconds", ["1", "604800"])
def test_a_usual_refresh_token_life_is_no_trap(seconds: str) -> None:
    assert traps("refresh_token_ttl", seconds) == ()


def test_a_scope_may_be_ignored_or_refused_by_ringcentral() -> None:
    text = words("scope", "ReadAccounts")

    assert "may ignore it" in text
    assert "refused" in text
    assert not warns("scope", "ReadAccounts")
    assert traps("scope", "read", is_ringcentral=False) == ()


@pytest.mark.parametrize("is_ringcentral", [True, False])
def test_openid_brings_an_id_token(*, is_ringcentral: bool) -> None:
    assert "ID token" in words("scope", "a openid", is_ringcentral=is_ringcentral)


def test_1210_keeps_others_out_and_is_better_left_out() -> None:
    (trap,) = traps("brand_id", "1210")

    assert "outside the US" in trap.words
    assert trap.remedy == ""


@pytest.mark.parametrize("brand", sorted(set(BRANDS) - {"1210"}))
def test_another_brand_is_named_and_better_left_out(brand: str) -> None:
    text = words("brand_id", brand)

    assert BRANDS[brand] in text
    assert "access-denied" in text


def test_a_brand_that_is_not_known_is_told() -> None:
    assert "None of the brands" in words("brand_id", "9999")


@pytest.mark.parametrize("name", ["display", "ui_locales"])
def test_what_servers_ignore_is_told(name: str) -> None:
    assert words(name, "page") == "Some servers ignore it."


def test_a_display_that_no_standard_names_is_told() -> None:
    assert "not “tv”" in words("display", "tv")


@pytest.mark.parametrize("name", RINGCENTRALS_OWN)
def test_ringcentrals_own_options_have_no_trap_at_other_servers(name: str) -> None:
    assert traps(name, "0", is_ringcentral=False) == ()


@pytest.mark.parametrize(
    ("scope", "has_trap"), [("", True), ("ReadAccounts", True), ("openid", False)]
)
def test_a_nonce_without_openid_does_nothing(scope: str, *, has_trap: bool) -> None:
    found = option_traps({"scope": scope}, sends_nonce=True, is_ringcentral=False)

    assert ("nonce" in found) is has_trap


@given(
    texts=st.dictionaries(st.sampled_from(TYPED_OPTIONS), st.text(max_size=40)),
    sends_nonce=st.booleans(),
    is_ringcentral=st.booleans(),
)
def test_whatever_is_typed_can_be_judged(
    texts: dict[str, str], *, sends_nonce: bool, is_ringcentral: bool
) -> None:
    found = option_traps(texts, sends_nonce=sends_nonce, is_ringcentral=is_ringcentral)

    assert set(found) <= {*texts, "nonce"}
