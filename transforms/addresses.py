"""Which network addresses parley may talk to: those of the public Internet, and those that are expressly allowed.

Sources: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates), and what the large
clouds document of their metadata services. IPv6 is read the other way round: only global unicast space is public, so
that mapped, compatible, NAT64, unique local, link-local, site-local and multicast addresses need no line of their own.
"""

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any, NamedTuple

from transforms.refusal import Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # the metadata and agent address of Azure, public by its number alone
        *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),  # Teredo and ORCHID, examples, 6to4, examples
    )
)


class Endpoint(NamedTuple):
    """One address of a name, as the socket module wants it."""

    family: int
    sockaddr: tuple[Any, ...]

    @property
    def address(self) -> Address:
        """The address without port and zone."""
        return ipaddress.ip_address(str(self.sockaddr[0]).partition("%")[0])


def is_public(address: Address) -> bool:
    """Whether the address is one of the public Internet's."""
    if isinstance(address, ipaddress.IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    return not any(address in network for network in _NOT_PUBLIC)


def may_dial(address: Address, allowed: Iterable[Network]) -> bool:
    """Whether the address is public or lies in a network that is expressly allowed."""
    return is_public(address) or any(address in network for network in allowed)


def resolve(host: str, port: int) -> list[Endpoint]:
    """Every address that the system's resolver knows of the host, which may itself be an address in any spelling."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(Endpoint(family, sockaddr) for family, *_, sockaddr in found))


def vetted_endpoints(host: str, port: int, allowed: Iterable[Network]) -> list[Endpoint]:
    """The endpoints of the host that may be dialled. They must be dialled as they are, not by a name resolved again.

    Raises Refused: unknown_host, forbidden_address where the host has none that may be dialled.
    """
    try:
        endpoints = resolve(host, port)
    except (socket.gaierror, UnicodeError) as error:
        raise Refused("unknown_host", f"{host} has no address") from error
    vetted = [endpoint for endpoint in endpoints if may_dial(endpoint.address, allowed)]
    if not vetted:
        addresses = ", ".join(sorted(str(endpoint.address) for endpoint in endpoints))
        raise Refused("forbidden_address", f"{host} is {addresses}: not on the public Internet, nor allowed")
    return vetted
