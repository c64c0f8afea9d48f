"""Server addresses and authorization endpoints: the same parser, and a little more."""

from collections.abc import Callable

import pytest

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url, server_address


def reason(check: Callable[[str, str], str], text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        check(text, "token_endpoint")
    assert caught.value.field == "token_endpoint"
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("platform.example.com", "https://platform.example.com"),
        (" Platform.Example.com/ ", "https://platform.example.com"),
        ("platform.example.com:8443", "https://platform.example.com:8443"),
        ("https://platform.example.com:443", "https://platform.example.com"),
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
        ("a.example/realms/Main/", "https://a.example/realms/Main"),
        ("a.example//", "https://a.example"),
    ],
)
def test_a_server_is_named_by_its_address(text: str, address: str) -> None:
    assert server_address(text, "server") == address


def test_a_servers_address_has_no_query() -> None:
    assert "no query" in reason(server_address, "a.example/?b=1")


@pytest.mark.parametrize(
    "text", ["", "user@a.example", "javascript:alert(1)", "http://a.example", "a b"]
)
def test_what_names_no_server_is_refused(text: str) -> None:
    assert reason(server_address, text)


@pytest.mark.parametrize("text", ["https:/a.example", "https:a.example", "HTTP:a"])
def test_a_scheme_that_lacks_a_slash_is_no_server(text: str) -> None:
    assert "must begin with https://" in reason(server_address, text)


def test_a_character_is_told_by_its_place_in_what_was_typed() -> None:
    assert "SPACE (U+0020) at position 5" in reason(server_address, "exam ple.com")


def test_a_look_alike_is_told_by_its_real_name_without_a_scheme_too() -> None:
    assert "xn--exmple-4nf.com" in reason(server_address, "ex\u0430mple.com/x")


@pytest.mark.case("AR-20")
def test_the_query_of_an_authorization_endpoint_is_kept() -> None:
    url = "https://a.example/authorize?brandId=1210&ui=x"

    assert authorization_endpoint_url(url, "authorization_endpoint") == url


@pytest.mark.case("AR-20")
@pytest.mark.parametrize(
    "parameter",
    [
        "state=1",
        "redirect_uri=https%3A%2F%2Fevil.example",
        "response_type",
        "client_id=",
        "code_challenge=x",
        "code_challenge_method=plain",
        "%73tate=1",
    ],
)
def test_an_authorization_endpoint_must_not_bring_our_parameters(
    parameter: str,
) -> None:
    url = f"https://a.example/authorize?brandId=1210&{parameter}"

    assert "RingAuth adds it itself" in reason(authorization_endpoint_url, url)
