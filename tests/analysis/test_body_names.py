"""Names of bodies: before the verb of a main clause a noun for a body and the noun behind it are one phrase."""

import pytest

from tests.analysis.golden import parsed


def names(text: str) -> list[str]:
    return [token.text for token in parsed(text).tokens if token.tag == "NE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Autobauer Nordwagen ruft Autos zurück.", ["Nordwagen"]),
        ("Beim Autobauer Nordwagen ist es still.", ["Nordwagen"]),
        ("Der Sender Kanal Nord meldet das.", ["Kanal", "Nord"]),
        ("Der FC Nordstern hat verloren.", ["FC", "Nordstern"]),
        ("Die Stiftung Bootstest hat Boote geprüft.", ["Stiftung", "Bootstest"]),
        ("Der Autobauer Nordwagen ruft Autos zurück. Das teilte Nordwagen mit.", ["Nordwagen", "Nordwagen"]),
        ("Es heißt, dass der Autobauer Stellen streicht.", []),
        ("Ein Verein Bauern kam.", []),
        ("Eintracht Deichdorfs Trainer ging.", ["Deichdorfs"]),
    ],
)
def test_a_noun_behind_the_noun_for_a_body_is_its_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected
