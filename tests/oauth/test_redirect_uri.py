"""Which redirect URIs can be listened on."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.redirect_uri import RedirectUri, redirect_uri_parts


@pytest.mark.case("IN-07")
@pytest.mark.parametrize(
    ("uri", "parts"),
    [
        (
            "http://localhost:27464/callback",
            RedirectUri("localhost", 27464, "/callback", "localhost:27464"),
        ),
        (
            "http://127.0.0.1:1024/",
            RedirectUri("127.0.0.1", 1024, "/", "127.0.0.1:1024"),
        ),
        (
            "http://[::1]:65535/a/b%20c;d=e",
            RedirectUri("::1", 65535, "/a/b%20c;d=e", "[::1]:65535"),
        ),
        (
            "HTTP://LocalHost:08080/Path",
            RedirectUri("localhost", 8080, "/Path", "localhost:8080"),
        ),
    ],
)
def test_a_usable_redirect_uri_has_these_parts(uri: str, parts: RedirectUri) -> None:
    assert redirect_uri_parts(uri) == parts


@pytest.mark.case("IN-07")
@pytest.mark.parametrize(
    ("uri", "reason"),
    [
        ("", "begin with http://"),
        ("callback", "begin with http://"),
        ("https://localhost:27464/", "begin with http://"),
        ("http:/localhost:27464/", "begin with http://"),
        ("com.example.app:/callback", "begin with http://"),
        ("http://[::1:27464/", "not an address"),
        ("http://user@localhost:27464/", "user name"),
        ("http://localhost:27464@evil.example/", "user name"),
        ("http://localhost/callback", "a host and a port"),
        ("http://localhost:/callback", "a host and a port"),
        ("http://::1:27464/callback", "a host and a port"),
        ("http://example.com:27464/", "on this computer"),
        ("http://127.0.0.2:27464/", "on this computer"),
        ("http://0.0.0.0:27464/", "on this computer"),
        ("http://[::]:27464/", "on this computer"),
        ("http://[127.0.0.1]:27464/", "not an address|on this computer"),
        ("http://localhost.evil.example:27464/", "on this computer"),
        ("http://localhost:0/", "too low"),
        ("http://localhost:80/", "Port 80 is too low"),
        ("http://localhost:1023/", "too low"),
        ("http://localhost:65536/", "highest port is 65535"),
        ("http://localhost:" + "9" * 5000 + "/", "highest port is 65535"),
        ("http://localhost:27464", "must have a path"),
        ("http://localhost:27464/?a=b", "query"),
        ("http://localhost:27464/?", "query"),
        ("http://localhost:27464/#", "fragment"),
        ("http://localhost:27464//evil.example/", "rewrite"),
        ("http://localhost:27464/a/../b", "rewrite"),
        ("http://localhost:27464/a/%2E%2e", "rewrite"),
        ("http://localhost:27464/.", "rewrite"),
        ("http://localhost:27464/a%2", "rewrite"),
        ('http://localhost:27464/"', "rewrite"),
        ("http://localhost:27464/a b", r"SPACE \(U\+0020\) at position 25"),
        ("http://localhost:27464/\\", r"U\+005C"),
        ("http://localhost:27464/\u202e", r"U\+202E"),
        ("http://localhost:27464/\r\nX: y", r"U\+000D"),
        ("http://l\u043ecalhost:27464/", r"U\+043E"),
    ],
)
def test_an_unusable_redirect_uri_is_refused_with_the_reason(
    uri: str, reason: str
) -> None:
    with pytest.raises(ConfigurationError, match=reason) as refusal:
        redirect_uri_parts(uri)

    assert refusal.value.field == "redirect_uri"


@given(
    st.text()
    | st.from_regex(r"\Ahttp://(localhost|\[::1\]|127\.0\.0\.1)(:[0-9]{0,6})?(/.*)?\Z")
)
def test_whatever_is_typed_is_accepted_or_refused(uri: str) -> None:
    with suppress(ConfigurationError):
        parts = redirect_uri_parts(uri)

        assert parts.path.startswith("/")
        assert 1024 <= parts.port <= 65535
