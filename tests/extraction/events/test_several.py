"""Phrases that name several sides, or those of whom somebody consists."""

import pytest

import lagebild
from lagebild.extraction.events.stage import Stage
from lagebild.language.load import Language

GERMAN = Language("de")


def sides_of(text: str, words: str) -> list[str]:
    stage = Stage(lagebild.read(text, language="de"), GERMAN)
    start = text.index(words)
    first, last = stage.range_of(stage.tokens[stage.token_at(start)].span._replace(end=start + len(words)))
    return [party.code for party in stage.parties.of_range(first, last)]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Peru, Chile und Kuba schweigen.", "Peru", ["PER", "CHL", "CUB"]),
        ("Partner wie Chile und Peru schweigen.", "Partner", ["CHL", "PER"]),
        ("Die Koalition aus SPD und Grünen schweigt.", "Die Koalition", ["SPD", "Grüne"]),
        ("Die Opposition aus CDU, FDP und AfD schweigt.", "Die Opposition", ["DEU-OPP"]),
        ("Tausende Migranten warten.", "Tausende", ["Migranten"]),
        ("Peru und Chile streiten. Kuba hilft ihnen.", "ihnen", ["PER", "CHL"]),
    ],
)
def test_several_sides_are_found_through_joins_examples_parts_and_counts(
    text: str, words: str, codes: list[str]
) -> None:
    assert sides_of(text, words) == codes
