"""The one URL parser: one form in, the same form shown, stored and contacted."""

import contextlib
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import requests
from hypothesis import example, given
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.endpoint_url import (
    endpoint_url,
    server_address,
)
from tests.oauth.near_urls import NEAR_URLS


def reason(check: Callable[[str, str], str], text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        check(text, "token_endpoint")
    assert caught.value.field == "token_endpoint"
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("https://a.example/token", "https://a.example/token"),
        (" https://a.example/token\n", "https://a.example/token"),
        ("HTTPS://A.Example/Token", "https://a.example/Token"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example:443/t", "https://a.example/t"),
        ("https://a.example:/t", "https://a.example/t"),
        ("https://a.example:0443/t", "https://a.example/t"),
        ("https://a.example:8443/t", "https://a.example:8443/t"),
        ("https://a.example/t?b=1&c", "https://a.example/t?b=1&c"),
        ("https://a.example/t?", "https://a.example/t"),
        ("https://a.example/%7euser%2fx", "https://a.example/~user%2Fx"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://203.0.113.7/", "https://203.0.113.7/"),
        ("https://[2001:DB8:0:0::1]:443/", "https://[2001:db8::1]/"),
        ("https://[::ffff:203.0.113.7]/", "https://203.0.113.7/"),
        ("http://127.0.0.1:8080/t", "http://127.0.0.1:8080/t"),
        ("http://localhost:80/t", "http://localhost/t"),
        ("http://[::1]:8080/t", "http://[::1]:8080/t"),
    ],
)
def test_an_endpoint_has_one_normal_form(text: str, normal: str) -> None:
    assert endpoint_url(text, "token_endpoint") == normal


@pytest.mark.case("AR-17")
@pytest.mark.case("IN-05", "IN-06")
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "must begin with https://"),
        ("a.example/token", "must begin with https://"),
        ("javascript:alert(1)", "must begin with https://"),
        ("file:///etc/passwd", "must begin with https://"),
        ("-flag", "must begin with https://"),
        ("ms-calculator:", "must begin with https://"),
        ("https:a.example", "must begin with https://"),
        ("https:/a.example", "must begin with https://"),
        ("//a.example", "must begin with https://"),
        ("http://a.example/", "http:// is for this computer only"),
        ("http://127.0.0.1.a.example/", "http:// is for this computer only"),
        ("https://", "names no server"),
        ("https:///path", "names no server"),
        ("https://:443/", "names no server"),
        ("https://user:pass@a.example/", "user name or a password"),
        ("https://@a.example/", "user name or a password"),
        ("https://a.example/#fragment", "fragment"),
        ("https://a.example#", "fragment"),
        (
            "https://a.example\\@evil.example/",
            "(U+005C) at position 18",
        ),
        ("https://a.example/a b", "SPACE (U+0020)"),
        ("https://a.exa\tmple/", "TAB (U+0009)"),
        ("https://a.example/\r\nX: 1", "CARRIAGE RETURN (U+000D)"),
        ("https://a.example/\0", "NUL (U+0000)"),
        ("https://a.example/\u202e", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        ("https://a.example/é", "LATIN SMALL LETTER E WITH ACUTE (U+00E9)"),
        ('https://a.example/"', "QUOTATION MARK (U+0022)"),
        ("https://a.example/[", "brackets"),
        ("https://a.example/%zz", "hexadecimal"),
        ("https://a.example/%", "hexadecimal"),
        ("https://a.example/?%4", "hexadecimal"),
        ("https://a.example/a/../b", "“..”"),
        ("https://a.example/a/%2E%2e/b", "“..”"),
        ("https://a.example:0/", "port"),
        ("https://a.example:65536/", "port"),
        ("https://a.example:8x/", "port"),
        ("https://a.example:80:80/", "port"),
        ("https://evil[::1]/", "."),  # Pythons differ in what they see wrong
        ("https://[::1/", "cannot be read"),
        ("https://[a.example]/", "not"),
        ("https://a_b.example/", "not a valid host name"),
        ("https://a..example/", "not a valid host name"),
        ("https://a.example./", "not a valid host name"),
        ("https://-a.example/", "not a valid host name"),
        (f"https://{64 * 'a'}.example/", "not a valid host name"),
        (f"https://{'a.' * 130}example/", "not a valid host name"),
        ("https://2130706433/", "IP address is not valid"),
        ("https://127.1/", "IP address is not valid"),
        ("https://0x7f.0.0.0x1/", "IP address is not valid"),
        ("https://1.2.3.256/", "IP address is not valid"),
        (f"https://a.example/{2048 * 'x'}", "has 2066 characters; more than 2048"),
    ],
)
def test_what_is_no_safe_endpoint_is_refused_with_the_reason(
    text: str, why: str
) -> None:
    assert why in reason(endpoint_url, text)


@pytest.mark.case("IN-14")
@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "169.254.0.1",
        "[fe80::1]",
        "[fe80::1%25eth0]",
        "[::ffff:169.254.169.254]",
        "[fd00:ec2::254]",
        "[FD00:0EC2:0:0:0:0:0:254]",
        "100.100.100.200",
        "metadata.google.internal",
        "0.0.0.0",
        "[::]",
        "224.0.0.1",
    ],
)
def test_an_address_that_no_server_has_is_refused(host: str) -> None:
    assert "address" in reason(endpoint_url, f"https://{host}/")


@pytest.mark.case("IN-08")
@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("https://platform.rіngcentral.com/", "platform.xn--rngcentral-x2i.com"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://user:canary@bücher.example/", "xn--bcher-kva.example"),
        ("https://ａ.example", "its real name is a.example"),
    ],
)
def test_a_host_with_foreign_letters_is_refused_by_its_real_name(
    text: str, real: str
) -> None:
    said = reason(endpoint_url, text)

    assert real in said
    assert "canary" not in said
    assert said.isascii()


@pytest.mark.case("IN-08")
@pytest.mark.parametrize("host", [64 * "é", "é\x7f", "é*b", "é." * 200])
def test_a_host_without_any_real_name_is_refused_too(host: str) -> None:
    said = reason(endpoint_url, f"https://{host}.example/")

    assert said == "The server's name holds letters that are not plain ASCII."


@pytest.mark.case("IN-05")
def test_a_refused_password_is_not_repeated() -> None:
    assert "canary" not in reason(endpoint_url, "https://user:canary@a.example/")


@pytest.mark.case("IN-04")
@pytest.mark.parametrize("letter", ["a", "é", "é.", "@", "%", " "])
def test_a_text_of_a_hundred_thousand_characters_is_refused_at_once(
    letter: str,
) -> None:
    said = reason(endpoint_url, f"https://{100_000 * letter}x")

    assert said.endswith("characters; more than 2048 cannot be right.")


@given(st.one_of(st.text(max_size=60), NEAR_URLS))
@example("https://a.example//evil.example/")
@example("https://a.example/%2e%2E%2f?%2e=%7e")
@example("http://[::1]:80?a=/?")
def test_what_is_accepted_is_exactly_what_is_contacted(text: str) -> None:
    with contextlib.suppress(ConfigurationError):
        url = endpoint_url(text, "token_endpoint")

        parts = urlsplit(url)
        assert endpoint_url(url, "token_endpoint") == url
        assert parts.scheme in {"https", "http"}
        assert parts.username is None
        assert url.isascii()
        assert url.isprintable()
        assert not set(" \\#@") & set(parts.netloc)
        assert requests.Request("GET", url).prepare().url == url


@given(st.one_of(st.text(max_size=40), NEAR_URLS))
def test_an_accepted_server_address_is_stable(text: str) -> None:
    with contextlib.suppress(ConfigurationError):
        address = server_address(text, "server")

        assert server_address(address, "server") == address
        assert endpoint_url(f"{address}/x", "server") == f"{address}/x"
