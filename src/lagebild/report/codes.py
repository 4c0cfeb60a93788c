"""Codes of states and bodies, told by name where a sentence of ours has them: "name PRK" becomes "name North Korea"."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from lagebild.language.load import languages
from lagebild.report.briefing.wording import names_in
from lagebild.report.labels import labels
from lagebild.situation.tables import rows_of_codes

_QUOTED = re.compile('([“„"][^“”„"]*[”“"])')
_CODE = re.compile(r"(?<![\w-])[A-Z]{2,6}(?:-[A-Z]{3})?(?![\w-])")


def with_names(sentence: str, language: str) -> str:
    """The sentence with the usual names, in the language, for the codes in it; words in quotation marks stay."""
    return outside_quotations(sentence, lambda piece: _CODE.sub(lambda found: _name(found[0], language), piece))


def outside_quotations(told: str, change: Callable[[str], str]) -> str:
    """The sentence with what stands outside of quotation marks changed, piece by piece."""
    pieces = _QUOTED.split(told)
    pieces[::2] = map(change, pieces[::2])
    return "".join(pieces)


def _name(code: str, language: str) -> str:
    """ "Nordkorea" for PRK, "Zivilisten (Ukraine)" for UKR-CVL; what is no code of ours stays."""
    names = _names(language)
    if code in names:
        return names[code]
    state, _, part = code.partition("-")
    kind = labels(language)["parts_of_states"].get(part)
    return f"{kind} ({names[state]})" if kind and state in names else code


@cache
def _names(language: str) -> Mapping[str, str]:
    """The names of codes in the language, else as reports have them; the first of several that one code has."""
    found: dict[str, str] = {}
    for row in rows_of_codes(languages()):
        found.setdefault(row["code"], row["name"])
    return {**found, **names_in(language)}
