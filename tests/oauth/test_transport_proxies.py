"""Which proxy the environment names for a request."""

import pytest

from ringauth_gui.errors import NetworkError
from ringauth_gui.oauth.proxies import proxy_for

PROXY = "http://proxy.test:3128"
URL = "https://platform.example.com/restapi"


@pytest.mark.parametrize(
    "variable", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
)
def test_a_proxy_is_taken_from_the_environment(variable: str) -> None:
    assert proxy_for(URL, {variable: PROXY}) == PROXY


def test_a_proxy_without_a_scheme_speaks_http() -> None:
    environ = {"HTTPS_PROXY": "someone:word@proxy.test:3128"}

    assert proxy_for(URL, environ) == "http://someone:word@proxy.test:3128"


def test_the_first_variable_that_says_something_counts() -> None:
    environ = {"https_proxy": "", "HTTPS_PROXY": PROXY, "ALL_PROXY": "http://b.test:1"}

    assert proxy_for(URL, environ) == PROXY


@pytest.mark.parametrize("environ", [{}, {"http_proxy": PROXY}, {"HTTP_PROXY": PROXY}])
def test_a_proxy_for_plain_http_is_not_used(environ: dict[str, str]) -> None:
    assert proxy_for(URL, environ) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://localhost:8443/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "http://127.0.0.1:5000/",
    ],
)
def test_this_computer_needs_no_proxy(url: str) -> None:
    assert proxy_for(url, {"ALL_PROXY": PROXY, "HTTPS_PROXY": PROXY}) is None


@pytest.mark.parametrize("variable", ["no_proxy", "NO_PROXY"])
@pytest.mark.parametrize(
    "exceptions",
    [
        "*",
        "platform.example.com",
        "other.test, EXAMPLE.com",
        ".example.com",
        "*.example.com",
        "example.com:443",
    ],
)
def test_an_exception_needs_no_proxy(variable: str, exceptions: str) -> None:
    assert proxy_for(URL, {"HTTPS_PROXY": PROXY, variable: exceptions}) is None


@pytest.mark.parametrize(
    "exceptions", ["", ",", "ample.com", "www.example.com", "example.com:8443", "."]
)
def test_an_exception_for_another_server_does_not_count(exceptions: str) -> None:
    assert proxy_for(URL, {"HTTPS_PROXY": PROXY, "NO_PROXY": exceptions}) == PROXY


@pytest.mark.parametrize(
    "proxy",
    [
        "socks5://proxy.test:1080",
        "ftp://proxy.test:21",
        "http://",
        "http://proxy.test:99999",
        "http://[proxy",
    ],
)
def test_a_proxy_that_cannot_be_used_is_named_by_its_variable(proxy: str) -> None:
    with pytest.raises(NetworkError, match="the proxy named by ALL_PROXY") as caught:
        proxy_for(URL, {"ALL_PROXY": proxy})

    assert caught.value.host == "platform.example.com"
    assert proxy not in caught.value.reason.replace("http://proxy.example.com:8080", "")
