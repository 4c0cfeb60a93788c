"""docs/sources.md knows every field of the options, with its default, and how much of what is read."""

from dataclasses import fields
from pathlib import Path

import pytest

from lagebild.reading import feeds
from lagebild.reading.source_options import SourceOptions

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")


@pytest.mark.parametrize("name", [field.name for field in fields(SourceOptions)])
def test_every_option_is_documented(name: str) -> None:
    assert f"| `{name}` |" in PAGE


def test_the_defaults_are_those_of_the_page() -> None:
    defaults = SourceOptions()
    for name, unit in (("size_limit", 1_048_576), ("pipe_limit", 1_048_576)):
        assert f"| `{name}` | {getattr(defaults, name) // unit} MB |" in PAGE
    for name in ("connect_limit", "time_limit", "delay", "patience"):
        assert f"| `{name}` | {getattr(defaults, name):g} s |" in PAGE
    for name in ("redirects", "tries", "parallel", "feed_content"):
        assert f"| `{name}` | {getattr(defaults, name)} |".replace("| auto |", "| `auto` |") in PAGE
    assert f"Feeds may have {feeds.LARGEST // 1_048_576} MB" in PAGE
