"""docs/search.md knows every option of `lagebild find`, every kind and its filters."""

import re
from pathlib import Path

import pytest

from lagebild.cli.filters import KINDS as NAMES
from lagebild.cli.find import find
from lagebild.store.search.kinds import DOCUMENTS, KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "search.md").read_text("utf-8")


@pytest.mark.parametrize("option", sorted({name for item in find.params for name in item.opts if name[:2] == "--"}))
def test_every_option_is_documented(option: str) -> None:
    assert option in PAGE or option in {"--db", "--color"}


def test_the_command_knows_the_kinds_that_there_are() -> None:
    assert list(NAMES) == [DOCUMENTS, *KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_the_filters_of_each_kind_are_documented(kind: str) -> None:
    row = re.search(rf"^\| `{kind}` \|[^|]*\| `([^`]*)` \|$", PAGE, re.M)
    assert row is not None
    assert {option[2:] for option in row[1].split()} - {"happened"} == set(KINDS[kind].filters)
