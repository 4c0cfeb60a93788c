"""Stances: whether a piece says that its matter is so, that it is not, or leaves it open."""

from collections.abc import Iterable, Set

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.claim import Stance
from lagebild.model.event import Status

_ACTS = {Act.DENY: Stance.DENIES, Act.CONFIRM: Stance.CONFIRMS, Act.ASK: Stance.DOUBTS}


def stance_of(
    said: Attribution | None,
    words: Iterable[str],
    statuses: Iterable[Status],
    language: Language,
    *,
    cue: Iterable[str] = (),
    main: Iterable[str] | None = None,
    voiced: bool = False,
) -> Stance:
    """By the act of saying it, by words such as "unconfirmed", and by the status of the events it tells.

    Who denies that something was not so, asserts it. Who does not confirm or deny (`cue` are the words by which he does
    not), who does not know, has no proof, leaves it open. "Not only" denies nothing. A negation counts only among the
    words of the clause that tells the matter (`main`; all where that is None). Who answers a reproach by saying that
    all was right denies it. "Allegedly" leaves nothing open in the report's own words for what somebody else is known
    to say (`voiced`).
    """
    lists = word_lists(language, "claims")
    told = [word.casefold() for word in words]
    small = set(told)
    stance = _ACTS.get(said.act, Stance.ASSERTS) if said is not None else Stance.ASSERTS
    if is_negated(cue, language):
        return Stance.DOUBTS
    if stance is Stance.DENIES:
        return Stance.DENIES
    negated = is_negated(told if main is None else main, language)
    if negated and small & word_lists(language, "comparing")["knowing"]:
        return Stance.DOUBTS
    if negated and said is not None and _rebuts(small, language):
        return stance
    denied = Status.DENIED in statuses and stance is not Stance.CONFIRMS and main is None
    if negated or small & lists["untrue"] or denied:
        return Stance.DENIES
    if said is not None and _rebuts(small, language):
        return Stance.DENIES
    doubtful = lists["doubtful"] - lists["alleged"] if voiced else lists["doubtful"]
    if stance is Stance.ASSERTS and small & doubtful:
        return Stance.DOUBTS
    return stance


def _rebuts(small: Set[str], language: Language) -> bool:
    lists = word_lists(language, "comparing")
    return bool(small & lists["rebutting"] or (small & lists["complying"] and small & lists["rules"]))


def is_negated(words: Iterable[str], language: Language) -> bool:
    """Whether the words deny what they name; "not only" and "did not survive" do not."""
    told = [word.casefold() for word in words]
    negations = word_lists(language, "claims")["negations"]
    lists = word_lists(language, "comparing")
    harmless = lists["not_only"] | lists["not_with"]
    return any(
        word in negations and behind not in harmless for word, behind in zip(told, (*told[1:], ""), strict=False)
    )
