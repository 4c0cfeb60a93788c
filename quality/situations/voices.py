"""Whether a name that the program tells is a voice of the key, which has all names under which reports let it speak."""

from collections.abc import Iterable

from quality.situations.key import KeyVoice

SHORTEST = 4
"""Words of so many letters and more are alike when one begins with the other but for an ending."""
ENDING = 2
CODES = {
    "PRK": "Nordkorea", "KOR": "Südkorea", "RUS": "Russland", "UKR": "Ukraine", "NATO": "Nato", "UN": "UN",
    "EU": "EU", "OSCE": "OSZE", "KGZ": "Kirgistan", "UZB": "Usbekistan", "KAZ": "Kasachstan", "DEU": "Deutschland",
    "JPN": "Japan", "BOL": "Bolivien", "PRY": "Paraguay", "BRA": "Brasilien", "OMN": "Oman", "CHL": "Chile",
}  # fmt: skip


def is_voice(names: Iterable[str], voice: KeyVoice) -> bool:
    """Whether one of the names is one of the voice's: all words of the shorter stand in the longer."""
    return any(_same(CODES.get(name, name), other) for name in names for other in voice.names)


def _same(one: str, other: str) -> bool:
    ours, theirs = _words(one), _words(other)
    fewer, more = sorted((ours, theirs), key=len)
    return bool(fewer) and all(any(_alike(word, against) for against in more) for word in fewer)


def _words(name: str) -> list[str]:
    return [word for word in name.replace("„", " ").replace("“", " ").casefold().split() if word[:1].isalpha()]


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST:
        return shorter == longer
    return longer.startswith(shorter[: max(SHORTEST, len(shorter) - ENDING)]) and len(longer) - len(shorter) <= ENDING
