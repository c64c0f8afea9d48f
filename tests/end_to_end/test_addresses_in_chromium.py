"""What Chromium makes of the addresses that RingAuth accepts: the same."""

import random
from contextlib import suppress

import pytest
from playwright.sync_api import sync_playwright

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url
from tests.end_to_end.person_at_browser import CHROMIUM, FLAGS

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(60)]

HOSTS = (
    "platform.example.com",
    "EX.test",
    "localhost",
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[2001:DB8:0:0::1]",
    "[64:ff9b::203.0.113.9]",
    "1.1.1.1",
    "1.2.3.a",
    "a.1x",
    "08.example",
    "0x.example",
    "a--b.test",
    "xn--bcher-kva.example",
    "xn--fa-hia.de",
    "xn--a.example",
    "127.1",
    "0x7f.1",
    "a.example.",
    "fe80::1%25eth0",
    "a_b.example",
)
PORTS = ("", ":", ":443", ":80", ":8443", ":00081", ":65535", ":65536")
SCHEMES = ("https", "http", "HTTPS")
TAIL = "//??..aabb227EF~&=+;'()*,$!-_:@"
ESCAPES = ("%2F", "%2e", "%5C", "%40", "%00", "%7e")
READ = "urls => urls.map(url => { const u = new URL(url); return [u.host, u.href] })"


def accepted(number: int) -> list[str]:
    """Return what the parser makes of so many odd texts, the same each time."""
    odd = random.Random(6)  # noqa: S311 - nothing secret
    urls = set()
    for _ in range(number):
        scheme, host, port = (odd.choice(each) for each in (SCHEMES, HOSTS, PORTS))
        tail = "".join(odd.choices((*TAIL, *ESCAPES), k=odd.randint(0, 9)))
        with suppress(ConfigurationError):
            url = f"{scheme}://{host}{port}{tail}"
            urls.add(authorization_endpoint_url(url, "authorization_endpoint"))
    return sorted(urls)


@pytest.mark.case("IN-05", "IN-06", "IN-08", "IN-14")
def test_chromium_reads_each_accepted_address_as_ringauth_does() -> None:
    urls = accepted(20_000)
    assert len(urls) > 1000

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        read = browser.new_page().evaluate(READ, urls)
        browser.close()

    for url, (host, address) in zip(urls, read, strict=True):
        assert host == url.split("/")[2]
        # An apostrophe in a query is percent-encoded by browsers, and means the same.
        assert address.replace("%27", "'") == url
