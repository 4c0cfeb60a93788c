"""Public addresses may be connected to, all others not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.reading.fetch.reachable import objection


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_free(address: str) -> None:
    assert objection(address, allow_private=False) is None


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.53",
        "172.31.255.255",
        "192.168.0.1",
        "::1",
        "fc00::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
    ],
)
def test_private_addresses_need_leave(address: str) -> None:
    assert objection(address, allow_private=False)
    assert objection(address, allow_private=True) is None


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "224.0.0.251",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "198.18.0.1",
        "192.0.2.1",
        "203.0.113.9",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "ff02::1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "fd00:ec2::254",
        "site.example",
        "",
    ],
)
def test_some_addresses_are_never_reached(address: str) -> None:
    assert objection(address, allow_private=True)


@given(st.ip_addresses())
def test_nothing_is_free_that_the_registries_do_not_call_global(address: object) -> None:
    embedded = getattr(address, "ipv4_mapped", None)
    if objection(str(address), allow_private=False) is None and embedded is None:
        assert getattr(address, "is_global", False) or str(address).startswith(("64:ff9b::", "::"))
