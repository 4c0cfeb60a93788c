"""Roll: which clauses have a verb and which phrases a noun, so that a rule goes to those that it can be about."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from lagebild.model.analysis import Clause, Phrase, Token

NONE: frozenset[str] = frozenset()
Places = dict[str, list[int]]


class Roll:
    """The clauses and phrases of one document by number; nobody may change it."""

    def __init__(self, tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], clauses: tuple[Clause, ...]) -> None:
        self._verbs: Places = defaultdict(list)
        self._modals: Places = defaultdict(list)
        self._finites: Places = defaultdict(list)
        self._nouns: Places = defaultdict(list)
        for index, clause in enumerate(clauses):
            self._verbs[clause.lemma].append(index)
            if clause.modal is not None:
                self._modals[clause.modal].append(index)
            if clause.finite is not None:
                self._finites[tokens[clause.finite].lemma].append(index)
        for k, phrase in enumerate(phrases):
            self._nouns[tokens[phrase.head].lemma.lower()].append(k)

    def clauses(
        self, verbs: AbstractSet[str] = NONE, *, modals: AbstractSet[str] = NONE, finites: AbstractSet[str] = NONE
    ) -> list[int]:
        """The clauses with one of the full verbs, of the modal verbs or a finite verb of one of these lemmas, in text
        order."""
        told = {
            index
            for places, words in ((self._verbs, verbs), (self._modals, modals), (self._finites, finites))
            for index in _places(places, words)
        }
        return sorted(told)

    def phrases(self, nouns: AbstractSet[str]) -> list[int]:
        """The phrases whose head has one of the lemmas, in small letters, in text order."""
        return sorted(_places(self._nouns, nouns))


def _places(places: Places, words: AbstractSet[str]) -> Iterable[int]:
    return [place for word in places.keys() & words for place in places[word]]
