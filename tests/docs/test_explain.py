"""docs/explain.md knows every option and every field."""

from pathlib import Path

import pytest

from lagebild.cli.explain import explain
from lagebild.report.explained.clauses import ClauseTold
from lagebild.report.explained.entries import Entry
from lagebild.report.explained.explain import Explanation
from lagebild.report.explained.people import Found, Step
from lagebild.report.labels import labels

PAGE = (Path(__file__).parents[2] / "docs" / "explain.md").read_text("utf-8")


@pytest.mark.parametrize(
    "option", sorted(name for item in explain.params for name in item.opts if name.startswith("--"))
)
def test_every_option_is_documented(option: str) -> None:
    assert f"`{option}" in PAGE


@pytest.mark.parametrize("record", [ClauseTold, Entry, Found, Step])
def test_every_field_is_documented(record: type) -> None:
    assert [name for name in record._fields if f"`{name}`" not in PAGE] == []  # type: ignore[attr-defined]


def test_every_field_of_an_explanation_is_documented() -> None:
    assert [name for name in Explanation._fields if name != "is_what" and f"`{name}`" not in PAGE] == []


def test_every_kind_of_record_is_documented() -> None:
    assert [kind for kind in labels()["records"] if f"`{kind}`" not in PAGE] == []
