"""Stances: whether a piece says that its matter is so, that it is not, or leaves it open."""

from collections.abc import Iterable

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.claim import Stance
from lagebild.model.event import Status

_ACTS = {Act.DENY: Stance.DENIES, Act.CONFIRM: Stance.CONFIRMS, Act.ASK: Stance.DOUBTS}


def stance_of(said: Attribution | None, words: Iterable[str], statuses: Iterable[Status], language: Language) -> Stance:
    """By the act of saying it, by words such as "unconfirmed", and by the status of the events it tells.

    Who denies that something was not so, asserts it.
    """
    lists = word_lists(language, "claims")
    small = {word.casefold() for word in words}
    untrue = bool(small & lists["untrue"])
    negated = bool(small & lists["negations"]) or Status.DENIED in statuses
    stance = _ACTS.get(said.act, Stance.ASSERTS) if said is not None else Stance.ASSERTS
    if stance is Stance.DENIES:
        return Stance.DENIES
    if untrue or negated:
        return Stance.DENIES
    if stance is Stance.ASSERTS and small & lists["doubtful"]:
        return Stance.DOUBTS
    return stance


def is_negated(words: Iterable[str], language: Language) -> bool:
    """Whether the words deny what they name."""
    return not word_lists(language, "claims")["negations"].isdisjoint(word.casefold() for word in words)
