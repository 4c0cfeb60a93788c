"""What pages.toml says of German pages: every pattern finds its examples and spares its counter-examples."""

import re
from typing import Any

import pytest

from lagebild.language.load import Language
from lagebild.reading.formats.page_text import wording

RULES: dict[str, Any] = Language("de").rules("pages")


def compiled(name: str) -> list[re.Pattern[str]]:
    section = RULES[name]
    return [
        re.compile(pattern, re.I if name == "dates" else 0)
        for pattern in section.get("patterns", [section.get("pattern", section.get("before"))])
    ]


EXAMPLES = [
    (name, text, key == "examples")
    for name, section in RULES.items()
    if name != "consent"  # whole texts, in test_consent.py
    for key in ("examples", "not")
    for text in section.get(key, ())
]


@pytest.mark.parametrize(("name", "text", "found"), EXAMPLES)
def test_the_examples_of_the_table_hold(name: str, text: str, found: bool) -> None:
    patterns = [re.compile(RULES[name]["before"], re.I)] if name == "byline" else compiled(name)
    assert any(pattern.search(text) for pattern in patterns) is found


def test_the_patterns_of_the_table_can_be_used_together() -> None:
    assert wording().furniture.search("Anzeige")
