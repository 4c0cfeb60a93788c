"""Cyrillic names of cities in German transcription (Duden), for countries that write Cyrillic."""

import re
from typing import Any

# One letter each; what depends on its neighbours is in `german`.
COMMON = dict(zip("абвгдзиклмнопрстуфхцчшщыьъэюяжёй'’ʼ- ", (
    "a", "b", "w", "g", "d", "s", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "ch", "z", "tsch", "sch",
    "schtsch", "y", "", "", "e", "ju", "ja", "sch", "jo", "i", "", "", "", "-", " ",
), strict=True))  # fmt: skip
UKRAINIAN = COMMON | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "ji", "є": "je", "е": "e", "й": "j"}
BULGARIAN = COMMON | {"щ": "scht", "ъ": "a", "е": "e"}
VOWELS = "аеёиоуыэюяіїє"

# English romanisation, only to tell which of a city's Cyrillic names is that of its country.
ENGLISH = dict(zip("абвгдежзиклмнопрстуфхцчшщыьъэюяёйґіїє", (
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
    "ch", "sh", "shch", "i", "", "", "e", "iu", "ia", "e", "i", "g", "i", "i", "ie",
), strict=True))  # fmt: skip

TABLES = {"RU": COMMON, "BY": COMMON, "KZ": COMMON, "KG": COMMON, "UA": UKRAINIAN, "BG": BULGARIAN}


def german_names(city: dict[str, Any]) -> list[str]:
    """The transcription of the city's own name; nothing where no Cyrillic name fits its name in GeoNames."""
    table = TABLES.get(city["countrycode"])
    if table is None:
        return []
    own = _plain(city["name"])
    ukrainian = table is UKRAINIAN
    found = []
    for name in city["alternatenames"]:
        lower = name.lower()
        if (
            not lower
            or lower[0] not in "абвгдежзийклмнопрстуфхцчшщэюяіїєґ"
            or any(c not in table and c != "е" for c in lower)
        ):
            continue
        if ukrainian and re.search("[ыэёъ]", lower):
            continue
        if _plain("".join(_english(c, ukrainian) for c in lower)) == own:
            found.append(german(lower, table))
    return sorted(set(found))[:1]


def german(name: str, table: dict[str, str]) -> str:
    """One name, lower-case Cyrillic, in German letters."""
    out = []
    for i, letter in enumerate(name):
        before = name[i - 1] if i else " "
        after = name[i + 1] if i + 1 < len(name) else " "
        if letter == "с" and before in VOWELS and after in VOWELS:
            out.append("ss")
        elif letter == "е" and table is COMMON and (before in VOWELS or before in " -ьъ"):
            out.append("je")
        elif letter == "й" and (before in "иы" or (before == "и" and after in " -")):
            out.append("" if table is not UKRAINIAN else "j")
        elif letter == "ё" and before in "жчшщ":
            out.append("o")
        elif letter == "ь" and after == "о":
            out.append("j")
        else:
            out.append(table.get(letter, "e"))
    text = "".join(out).replace("ks", "x") if table is COMMON else "".join(out)
    return re.sub(r"(^|[ -])(\w)", lambda match: match[1] + match[2].upper(), text)


def _english(letter: str, ukrainian: bool) -> str:
    if ukrainian:
        return {"г": "h", "и": "i"}.get(letter, ENGLISH.get(letter, ""))
    return ENGLISH.get(letter, "")


def _plain(name: str) -> str:
    letters = re.sub(r"[^a-z]", "", name.lower())
    return re.sub(r"i+e", "e", re.sub(r"[yj]", "i", letters)).replace("ii", "i").replace("ii", "i")
