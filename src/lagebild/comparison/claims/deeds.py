"""Deeds: those that a piece tells in the first place, and those that only go with them."""

from collections.abc import Collection, Sequence, Set
from itertools import pairwise

from lagebild.comparison.claims.concepts import DEEDS, Concept, is_attribute
from lagebild.comparison.claims.forms import is_infinitive_clause
from lagebild.language.load import Language
from lagebild.language.words import word_lists

UNDERTAKING = frozenset({"PREPARE"})
"""Who prepares a deed tells of that deed as well, which is still to come: "bereitet die Entsendung vor". A row of
same_matter."""
USE = frozenset({"DEPLOY"})
"""What forces are made ready for when they are to be sent: a row of same_matter."""

Named = Sequence[tuple[str, Concept]]
"""What words stand for, in text order."""


def main_deeds(
    named: Named,
    words: Sequence[str],
    clauses: Sequence[Sequence[str]],
    attributive: Set[str],
    language: Language,
) -> frozenset[str]:
    """The deeds that the verbs of the governing clause tell, else those of its nouns: "will den Kampf unterstützen"
    tells of support, "half ihm, den Ort zu verlassen" of help. `words` are those of the piece, verbs with their
    particle, `clauses` the same as they stand there, `attributive` those that go with a noun (`attributes`)."""
    governing = _without(named, _behind_subordinating(words, language))
    governing = _without(governing, _hanging(clauses, language))
    deeds = frozenset(item.name for _, item in governing if _is_deed(item))
    verbs = frozenset(
        item.name for word, item in governing if _is_deed(item) and word[:1].islower() and word not in attributive
    )
    return deeds if verbs <= UNDERTAKING else verbs


def undertakes(named: Named) -> bool:
    """Whether it tells that something is prepared."""
    return any(item.name in UNDERTAKING and item.sure for _, item in named)


def without_moods(named: Named, language: Language) -> list[tuple[str, Concept]]:
    """The same; a noun that says only that something may come, or comes on top ("Anzeichen", "Ablösung"), is no
    deed."""
    lists = word_lists(language, "claims")
    moods = {word.capitalize() for word in lists["added"] | lists["planned"]}
    return [
        (word, item._replace(kind="") if word in moods and item.kind in DEEDS else item) for word, item in named
    ]  # fmt: skip


def attributes(words: Sequence[str], language: Language) -> frozenset[str]:
    """The participles that go with a noun: "die vereinbarte Menge" tells of no agreement."""
    return frozenset(
        word for word, following in pairwise(words)
        if word[:1].islower() and following[:1].isupper() and is_attribute(word, language)
    )  # fmt: skip


def going_on(words: Sequence[str], language: Language) -> frozenset[str]:
    """The nouns that tell a deed as its verb would, beside one that says no more than that something is there:
    "befinden sich in der Ausbildung"."""
    lists = word_lists(language, "claims")
    if not any(word.casefold() in lists["presence"] for word in words):
        return frozenset()
    small = ["", "", *(word.casefold() for word in words)]
    return frozenset(
        word for word, *before in zip(words, small, small[1:], strict=False)
        if word[:1].isupper() and not lists["going_on"].isdisjoint(before)
    )  # fmt: skip


def _is_deed(item: Concept) -> bool:
    return item.kind in DEEDS and item.sure


def _without(named: Named, others: Collection[str]) -> Named:
    """Without what these words stand for, where the rest tells a deed."""
    rest = [pair for pair in named if pair[0] not in others]
    return rest if any(_is_deed(item) for _, item in rest) else named


def _behind_subordinating(words: Sequence[str], language: Language) -> Set[str]:
    """The words from the first clause on that gives a purpose or reason."""
    subordinating = word_lists(language, "claims")["subordinating"]
    at = next((at for at, word in enumerate(words) if at and word in subordinating), len(words))
    return set(words[at:]) - set(words[:at])


def _hanging(clauses: Sequence[Sequence[str]], language: Language) -> Set[str]:
    """The words of clauses that hang on another: those with an infinitive behind it ("half ihm, den Ort zu verlassen"),
    and one before it that gives a reason, means or condition ("Sollten sie kommen, wäre das ein Bruch")."""
    lists = word_lists(language, "claims")
    hanging: set[str] = set()
    governing: set[str] = set()
    for at, clause in enumerate(clauses):
        fronted = at == 0 and bool(clause) and clause[0].casefold() in lists["subordinating"] | lists["intended"]
        hangs = fronted or (at > 0 and is_infinitive_clause(clause, language))
        (hanging if hangs else governing).update(clause)
    return hanging - governing
