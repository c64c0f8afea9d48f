"""Takes addresses apart, and only those that everybody reads alike."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from ringauth_gui.oauth.url_parts import authority_of, host_of, split_url

# What separates the parts of an address, in every order
PIECES = st.lists(
    st.sampled_from([*"/\\@:?#[].%\t\n 1", "a", "evil.example", "::1"]), max_size=8
).map("".join)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example\\@evil.example/",
        "https://a.exa\tmple/",
        "https://a.example/\n",
        " https://a.example/",
        "https://a.example/a b",
        "https://a.example/\x7f",
        "https://[a",
    ],
)
def test_what_is_read_in_two_ways_has_no_parts(url: str) -> None:
    with pytest.raises(ValueError, match=r"address|URL"):
        split_url(url)
    assert (authority_of(url), host_of(url)) == ("", "")


@pytest.mark.parametrize(
    ("url", "authority", "host"),
    [
        ("https://A.example:8443/x?y#z", "A.example:8443", "a.example"),
        ("https://someone:word@a.example/", "a.example", "a.example"),
        ("http://[::1]:80/", "[::1]:80", "::1"),
        ("a.example", "", ""),
        ("", "", ""),
    ],
)
def test_authority_and_host_are_told(url: str, authority: str, host: str) -> None:
    assert (authority_of(url), host_of(url)) == (authority, host)


@given(PIECES)
def test_no_host_is_told_that_urllib3_reads_differently(text: str) -> None:
    url = f"https://{text}"

    with contextlib.suppress(LocationParseError):
        theirs = (parse_url(url).host or "").strip("[]").lower()
        assert host_of(url) in ("", theirs)
