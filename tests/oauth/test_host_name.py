"""Hosts that are never contacted, in every disguise; and real names that are sure."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.host_name import UnusableHost, checked_host

LINK_LOCAL = st.integers(0, 2**16 - 1).map(lambda low: 0xA9FE_0000 + low)
# In the words of RFC 4291, RFC 6052, RFC 8215, RFC 3056 and RFC 4380
DISGUISES = {
    "mapped": lambda address: (0xFFFF << 32) + address,
    "compatible": lambda address: address,
    "translated": lambda address: (0xFFFF << 48) + address,
    "NAT64": lambda address: (0x64FF9B << 96) + address,
    "NAT64 of one's own": lambda address: (0x64FF9B0001 << 80) + address,
    "6to4": lambda address: (0x2002 << 112) + (address << 80) + 1,
    "Teredo": lambda address: (0x20010000_CB007101 << 64) + (address ^ 0xFFFF_FFFF),
}


def refusal(host: str) -> str:
    with pytest.raises(UnusableHost) as caught:
        checked_host(host)
    return str(caught.value)


@pytest.mark.case("IN-14")
@pytest.mark.parametrize("way", DISGUISES)
@given(low=LINK_LOCAL)
def test_a_link_local_address_is_refused_in_every_disguise(way: str, low: int) -> None:
    disguised = str(ipaddress.IPv6Address(DISGUISES[way](low)))

    assert "link-local" in refusal(disguised)


@pytest.mark.case("IN-14")
@pytest.mark.parametrize("way", DISGUISES)
@pytest.mark.parametrize("host", ["100.100.100.200", "168.63.129.16", "192.0.0.192"])
def test_a_clouds_metadata_are_refused_in_every_disguise(way: str, host: str) -> None:
    address = int(ipaddress.IPv4Address(host))

    assert "metadata" in refusal(str(ipaddress.IPv6Address(DISGUISES[way](address))))


@pytest.mark.case("IN-14")
@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "fe80::1",
        "febf::1",
        "100.100.100.200",
        "fd00:ec2::254",
        "fd20:ce::254",
        "metadata.google.internal",
        "METADATA.goog",
    ],
)
def test_a_link_local_or_metadata_address_is_refused(host: str) -> None:
    assert "address" in refusal(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "0.1.2.3", "240.0.0.1", "255.255.255.255", "224.0.0.1"]
)
def test_an_address_of_nobody_is_refused(host: str) -> None:
    assert "does not belong to one server" in refusal(host)


@pytest.mark.parametrize(
    ("host", "written"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("192.168.1.20", "192.168.1.20"),
        ("203.0.113.9", "203.0.113.9"),
        ("::1", "::1"),
        ("::ffff:127.0.0.1", "127.0.0.1"),
        ("64:ff9b::203.0.113.9", "64:ff9b::cb00:7109"),
        ("2002:cb00:7109::1", "2002:cb00:7109::1"),
        ("FD00::1", "fd00::1"),
    ],
)
def test_any_other_address_is_written_in_its_one_form(host: str, written: str) -> None:
    assert checked_host(host) == written


@pytest.mark.case("IN-08")
@pytest.mark.parametrize(
    ("host", "real"),
    [
        ("ringcentrаl.com", "xn--ringcentrl-7qi.com"),
        ("RINGCENTRАL.com", "xn--ringcentrl-7qi.com"),
        ("ｒingcentral.com", "ringcentral.com"),
    ],
)
def test_a_look_alike_is_refused_by_its_real_name(host: str, real: str) -> None:
    assert refusal(host).endswith(f"; its real name is {real}.")


@pytest.mark.case("IN-08")
@pytest.mark.parametrize(
    "host", ["faß.example", "βόλος.example", "a\u200db.example", "a\u200cb.example"]
)
def test_no_real_name_is_told_where_programs_disagree_on_it(host: str) -> None:
    said = "The server's name holds letters that are not plain ASCII."

    assert refusal(host) == said


def test_no_real_name_is_told_that_is_too_long_for_one() -> None:
    assert refusal(".".join(60 * ["é"])).endswith("ASCII.")
