"""Outlets: by which of several names a paper, a station or an agency is meant."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from lagebild.comparison.copies.citations import media_names
from lagebild.comparison.copies.credits import credit_forms
from lagebild.comparison.identities.naming import plain
from lagebild.language.load import Language
from lagebild.language.search import stem
from lagebild.language.words import word_lists

_KEPT = 1 << 14
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=_KEPT)
def outlet_key(name: str, language: Language) -> str:
    """The same for all names and forms of one outlet: "Der Spiegel", "SPIEGEL", "des Spiegels".

    What tables know goes by its usual name; any other by the stems of its words without articles.
    """
    usual = _usual_names(language)
    known = usual.get(name.strip().casefold())
    if known is not None:
        return known
    small = word_lists(language, "comparing")["outlet_words"]
    words = [word for word in _WORD.findall(plain(name)) if word not in small]
    stems = " ".join(stem(word, language.code) for word in words)
    return _by_stems(language).get(stems, stems) or plain(name) or name


def is_known_outlet(name: str, language: Language) -> bool:
    """Whether the tables have a medium or an agency of that name."""
    return name.strip().casefold() in _usual_names(language)


@cache
def _usual_names(language: Language) -> Mapping[str, str]:
    agencies = {mark: plain(agency) for mark, agency in credit_forms(language).agencies.items()}
    return agencies | {name: plain(usual) for name, usual in media_names(language).items()}


@cache
def _by_stems(language: Language) -> Mapping[str, str]:
    """Usual names by the stems of their words, for forms that the tables do not have."""
    return {
        " ".join(stem(word, language.code) for word in _WORD.findall(plain(name))): usual
        for name, usual in sorted(_usual_names(language).items())
    }
