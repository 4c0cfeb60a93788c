"""A site for every test that wants one."""

from collections.abc import Iterator

import pytest

from tests.reading.site import Site, served


@pytest.fixture
def site() -> Iterator[Site]:
    """A fresh site on this machine."""
    with served() as running:
        yield running
