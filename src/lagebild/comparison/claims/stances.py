"""Stances: whether a piece says that its matter is so, that it is not, or leaves it open."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.claim import Stance
from lagebild.model.event import Status

_ACTS = {Act.DENY: Stance.DENIES, Act.CONFIRM: Stance.CONFIRMS, Act.ASK: Stance.DOUBTS}

_CLAUSES = frozenset(
    {"verb-v2", "verb-before", "verb-quote", "konjunktiv-colon", "quotation-colon", "quotation-before"}
)
"""Rules by which somebody says a clause of his own."""
BY_OBJECT = "verb-object"
"""The rule by which somebody says what is only named."""
POINTING = "verb-pointing"
"""The rule by which somebody says what stands before: "Das kündigte er an"."""
_JUDGING = frozenset({Act.CRITICISE, Act.PRAISE})
_PARTICIPLE = re.compile(r"(?:\w{1,4}ge|ge|be|ver|in|er)\w{3,}(?:t|en)")


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
    cued = [word.casefold() for word in cue]
    small = set(told)
    stance = _by_act(said, cued, small, lists)
    if is_negated(cued, language):
        return Stance.DOUBTS
    if stance is Stance.DENIES:
        return Stance.DENIES
    negated = is_negated(told if main is None else main, language) and small.isdisjoint(lists["instead"])
    if negated and (small & word_lists(language, "comparing")["knowing"] or _is_left_open(small, lists)):
        return Stance.DOUBTS
    if negated and said is not None and _rebuts(small, language):
        return stance
    denied = Status.DENIED in statuses and stance is not Stance.CONFIRMS and main is None
    if negated or _is_untrue(told, lists) or denied:
        return Stance.DENIES
    if said is not None and _rebuts(small, language):
        return Stance.DENIES
    doubtful = lists["doubtful"] - lists["alleged"] if voiced else lists["doubtful"]
    if stance is Stance.ASSERTS and (small & doubtful or _is_supposed(told, lists) or asks_what(told, language)):
        return Stance.DOUBTS
    return stance


def _by_act(
    said: Attribution | None, cue: Sequence[str], small: Set[str], lists: Mapping[str, frozenset[str]]
) -> Stance:
    """What somebody does by saying it. Who turns down a request decides; who will not have something says no to it."""
    if said is None:
        return Stance.ASSERTS
    if said.act is Act.DENY:
        return Stance.ASSERTS if said.rule == BY_OBJECT and small & lists["requests"] else Stance.DENIES
    if said.rule == BY_OBJECT and not lists["refusing"].isdisjoint(cue) and small.isdisjoint(lists["requests"]):
        return Stance.DENIES
    return _ACTS.get(said.act, Stance.ASSERTS)


def asks_what(words: Iterable[str], language: Language) -> bool:
    """Whether it only tells what is not known: "Was sie dort täten, müsse man noch sehen"."""
    told = [word.casefold() for word in words]
    lists = word_lists(language, "claims")
    return bool(told) and told[0] in lists["which"] and not lists["to_be_seen"].isdisjoint(told)


def _is_supposed(told: Sequence[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is only told what would be: "Bei 10.000 Mann wären das 20 Millionen"."""
    return bool(told) and told[0] in lists["at"] and not lists["would_be"].isdisjoint(told)


def only_judges(said: Attribution) -> bool:
    """Whether somebody only finds what stands before good or bad, which others say: "Die Grünen lehnten das ab"."""
    return said.rule == POINTING and said.act in _JUDGING


def counters(said: Attribution | None, cue: Iterable[str], language: Language) -> bool:
    """Whether somebody contradicts by a clause of his own: it says what is so instead, where nobody else tells the
    matter."""
    told = tuple(word_lists(language, "claims")["countering"])
    is_clause = said is not None and said.act is Act.DENY and said.rule in _CLAUSES
    return is_clause and any(word.casefold().startswith(told) for word in cue)


def _is_left_open(small: Set[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether somebody only says that he does not say: "ob …, könne sie nicht sagen", "wollte sich nicht äußern"."""
    asked = "ob" in small and bool(small & lists["telling"])
    return asked or bool(small & lists["silent"])


def _is_untrue(told: Sequence[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word calls it untrue, and does not only say how something was done ("falsch gestellt")."""
    return any(
        word in lists["untrue"] and not (word in lists["wrongly"] and _PARTICIPLE.fullmatch(behind))
        for word, behind in zip(told, (*told[1:], ""), strict=False)
    )


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
