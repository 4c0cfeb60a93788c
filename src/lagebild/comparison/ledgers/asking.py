"""Asking: which figures the words of a question mean."""

from collections.abc import Iterable

from lagebild.comparison.amounts import is_of_people, kind_named
from lagebild.comparison.ledgers.numbers import Number
from lagebild.comparison.origins.described import state_named
from lagebild.language.load import Language
from lagebild.language.search import holds_part, parts_of, words_in


def is_wanted(number: Number, words: Iterable[str], language: Language) -> bool:
    """Whether every word is meant by the figure: as what it counts, by any of its names ("Mann" for "Soldaten"); as
    whose it is ("Nordkorea", "nordkoreanische"); as where; or it stands in the sentence in some form."""
    return all(_is_meant(number, word, language) for word in words)


def _is_meant(number: Number, word: str, language: Language) -> bool:
    kind = kind_named(word, language)
    if kind is not None:
        # Who is told by a nationality alone ("Nordkoreaner") may be soldiers.
        people = number.thing.kind == "people" and number.thing.owner is not None and is_of_people(kind, language)
        return kind in (number.thing.kind, number.thing.fate) or people
    state = state_named(word, language)
    if state is not None:
        owner = number.thing.owner
        return state == owner if owner is not None else state in number.near
    told = {found.folded for found in words_in(number.telling.words)}
    if number.where:
        told |= {found.folded for found in words_in(number.where)}
    return any(holds_part(one, part) for part in parts_of(word) for one in told)
