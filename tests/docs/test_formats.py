"""docs/formats.md knows every suffix and every field."""

from pathlib import Path

from lagebild.reading.formats import FORMATS
from lagebild.reading.formats.columns import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


def test_every_suffix_is_documented() -> None:
    assert [suffix for format in FORMATS for suffix in format.suffixes if f"`{suffix}`" not in PAGE] == []


def test_every_field_is_documented() -> None:
    assert [field for field in FIELDS if f"| `{field}` |" not in PAGE] == []
