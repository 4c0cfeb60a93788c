"""docs/read.md knows every option, and the README every public name."""

from pathlib import Path

import pytest

import lagebild
from lagebild.cli import main as codes
from lagebild.cli.read import read

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("option", sorted(name for item in read.params for name in item.opts if name.startswith("--")))
def test_every_option_is_documented(option: str) -> None:
    assert f"`{option}" in (ROOT / "docs" / "read.md").read_text("utf-8")


def test_every_exit_code_is_documented() -> None:
    page = (ROOT / "docs" / "read.md").read_text("utf-8")
    for code in (codes.DONE, codes.OUR_FAULT, codes.WRONG_USE, codes.SOME_FAILED, codes.INTERRUPTED):
        assert f"| {code} |" in page


def test_every_public_name_is_in_the_readme() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in lagebild.__all__ if f"lagebild.{name}" not in page] == []
