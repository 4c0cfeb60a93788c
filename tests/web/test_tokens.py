"""A place in a list comes back from its token as it was; whatever else somebody sends is refused."""

import json
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as some
from starlette.testclient import TestClient

from lagebild.errors import UsageError
from lagebild.store.search.wanted import After
from lagebild.web.tokens import place, token

WORDS = some.text(some.characters(exclude_categories=["Cs"]))


@given(some.builds(After, some.none() | WORDS, WORDS, some.integers()))
def test_a_place_comes_back(after: After) -> None:
    assert place(token(after)) == after


@pytest.mark.parametrize("told", [["\ud800", "d", 1], [None, "\udfff", 1], [None, "d"], [None, "d", "1"], {}, 7, None])
def test_what_is_no_place_is_refused(told: object) -> None:
    with pytest.raises(UsageError, match="is no place"):
        place(urlsafe_b64encode(json.dumps(told).encode()).decode())


def test_a_number_that_no_base_knows_is_no_fault(client: TestClient) -> None:
    assert client.get(f"/claims.json?least={10**30}").json()["claims"] == []
