"""Which IP addresses may be connected to: the public ones, and private ones where that is allowed."""

import ipaddress
from ipaddress import IPv4Address, IPv6Address, ip_network

_NEVER = tuple(
    (ip_network(network), kind)
    for network, kind in (
        ("0.0.0.0/8", "no host"),
        ("169.254.0.0/16", "a link-local address"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("100.100.100.200/32", "a cloud's metadata service"),
        ("168.63.129.16/32", "a cloud's metadata service"),
        ("192.0.0.192/32", "a cloud's metadata service"),
        ("::/128", "no host"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a site-local address"),
        ("ff00::/8", "a multicast address"),
        ("fd00:ec2::/32", "a cloud's metadata service"),
        ("fd20:ce::/32", "a cloud's metadata service"),
        # Tunnels to addresses that cannot be told from outside, out of use since 2015.
        ("2001::/32", "a Teredo tunnel"),
        ("2002::/16", "a 6to4 tunnel"),
    )
)
"""Nobody publishes reports there, so not even a run with private addresses may go there."""
_PRIVATE = tuple(
    (ip_network(network), kind)
    for network, kind in (
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address inside a provider's network"),
        ("127.0.0.0/8", "this machine"),
        ("172.16.0.0/12", "a private address"),
        ("192.168.0.0/16", "a private address"),
        ("::1/128", "this machine"),
        ("fc00::/7", "a private address"),
        ("64:ff9b:1::/48", "a private address"),
    )
)
_WITH_IPV4 = (ip_network("::ffff:0:0/96"), ip_network("64:ff9b::/96"), ip_network("::/96"))
"""IPv6 addresses that end in the IPv4 address that is meant: mapped, translated, and the old compatible ones."""


def objection(address: str, *, allow_private: bool) -> str | None:
    """What the address is that must not be connected to ("a private address"), None where it may be.

    IPv6 addresses that stand for an IPv4 address are judged as that one.
    """
    meant = _meant(address)
    if meant is None:
        return "no IP address"
    for network, kind in _NEVER:
        if meant in network:
            return kind
    for network, kind in _PRIVATE:
        if meant in network:
            return None if allow_private else kind
    # Documentation, benchmarks, and what the registries may reserve later.
    return None if meant.is_global else "a reserved address"


def _meant(address: str) -> IPv4Address | IPv6Address | None:
    try:
        read = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    if isinstance(read, IPv6Address) and int(read) > 1 and any(read in network for network in _WITH_IPV4):
        return IPv4Address(int(read) & 0xFFFF_FFFF)
    return read
