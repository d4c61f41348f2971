"""Which addresses may be dialled: every spelling of a private one is refused, whatever the standard library says."""

import ipaddress
import socket

import pytest

from transforms.addresses import Endpoint, is_public, may_dial, resolve, vetted_endpoints
from transforms.refusal import Refused

LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
        *("192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192"),
        *("192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250"),
        *("240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808"),
        *("64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1"),
        *("3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fd20:ce::254", "fe80::1", "fec0::1", "ff02::1"),
    ],
)
def test_what_is_not_the_public_internet_is_refused(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        *("1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "169.253.255.255"),
        *("192.0.1.1", "192.167.1.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "168.63.129.17"),
        *("2001:200::1", "2606:4700:4700::1111", "2a00:1450::1", "2003::1"),
    ],
)
def test_the_public_internet_may_be_dialled(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("address", "network", "may"),
    [
        ("127.0.0.1", "127.0.0.0/8", True),
        ("10.1.2.3", "10.1.0.0/16", True),
        ("10.2.2.3", "10.1.0.0/16", False),
        ("::1", "127.0.0.0/8", False),
        ("::ffff:127.0.0.1", "127.0.0.0/8", False),
        ("::1", "::1/128", True),
        ("8.8.8.8", "10.0.0.0/8", True),
    ],
)
def test_a_network_that_is_allowed_admits_its_own_addresses_only(address: str, network: str, may: bool) -> None:
    assert may_dial(ipaddress.ip_address(address), (ipaddress.ip_network(network),)) is may


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "0x7f000001", "::1", "0"])
def test_a_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(Refused) as refused:
        vetted_endpoints(host, 80, ())
    assert refused.value.reason == "forbidden_address"


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1"])
def test_what_is_dialled_is_the_address_and_not_the_spelling(host: str) -> None:
    assert vetted_endpoints(host, 80, LOOPBACK) == [Endpoint(socket.AF_INET, ("127.0.0.1", 80))]


@pytest.mark.parametrize("host", ["no-such-name.invalid", "a" * 64 + ".example", "", "a..b"])
def test_a_name_without_an_address_is_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = socket.getaddrinfo

    def offline(name: str, *args, **options):
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return ask(name, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    with pytest.raises(Refused) as refused:
        vetted_endpoints(host, 80, ())
    assert refused.value.reason in ("unknown_host", "forbidden_address")


def test_of_several_addresses_only_the_vetted_are_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    public = Endpoint(socket.AF_INET, ("93.184.215.14", 443))
    found = [Endpoint(socket.AF_INET6, ("fe80::1%2", 443, 0, 2)), public, Endpoint(socket.AF_INET, ("10.0.0.1", 443))]
    monkeypatch.setattr("transforms.addresses.resolve", lambda host, port: found)
    assert vetted_endpoints("n.example", 443, ()) == [public]
    monkeypatch.setattr("transforms.addresses.resolve", lambda host, port: found[::2])
    with pytest.raises(Refused, match=r"n\.example is 10\.0\.0\.1, fe80::1"):
        vetted_endpoints("n.example", 443, ())


def test_an_address_is_found_once() -> None:
    assert resolve("127.0.0.1", 8080) == [Endpoint(socket.AF_INET, ("127.0.0.1", 8080))]
