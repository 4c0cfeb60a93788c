"""Several: phrases that name more than one side, or that stand for those of whom they consist."""

from collections.abc import Callable

from lagebild.analysis.coordination import enumerated
from lagebild.analysis.phrases import full_phrase
from lagebild.model.analysis import SINGULAR, Analysis
from lagebild.model.event import Party

# How many sentences back those may stand for whom "ihnen" stands.
PRONOUN_REACH = 3
PRONOUNS = ("PPER", "PDS", "PPOSAT", "PIS")
SidesOf = Callable[[int], tuple[Party, ...]]
"""Which sides one base phrase names."""


class Several:
    """Built once for a document; each question is given who knows the sides of one phrase."""

    def __init__(self, analysis: Analysis, words: dict[str, frozenset[str]]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.phrases = analysis.phrases
        self.words = words

    def of(self, k: int, sides_of: SidesOf) -> tuple[Party, ...]:
        """The sides that phrase `k` names together with what is joined to it: "Russland, China und Kuba"."""
        found: dict[str, Party] = {}
        for member in enumerated(self.analysis, k):
            parts = self._parts(member, sides_of)
            for party in (
                self._examples(member, sides_of)
                or (parts and self._alliance(member, parts, sides_of))
                or sides_of(member)
            ):
                found.setdefault(party.code, party)
            if parts:
                break  # What is joined further on belongs to the parts: "die Koalition aus A, B und C".
        return tuple(found.values())

    def _parts(self, k: int, sides_of: SidesOf) -> tuple[int, ...]:
        """As in "die Opposition aus CDU und FDP": of whom somebody consists, the phrases behind "aus"."""
        last = max(full_phrase(self.analysis, k, coordinated=False)[1], self.phrases[k].last + 1)
        for i in range(self.phrases[k].last, min(last, len(self.tokens))):
            inner = self.analysis.phrase_of[i]
            at = self.phrases[inner].preposition if inner >= 0 and inner != k else None
            if at is not None and self.tokens[at].text.lower() in self.words["made_of"] and sides_of(inner):
                return enumerated(self.analysis, inner)
        return ()

    def _alliance(self, k: int, parts: tuple[int, ...], sides_of: SidesOf) -> tuple[Party, ...]:
        """The parts of an alliance that is no side by itself: "die Koalition aus SPD und Grünen"."""
        if self.tokens[self.phrases[k].head].lemma.lower().rsplit("-", 1)[-1] not in self.words["alliances"]:
            return ()
        return tuple(party for part in parts for party in sides_of(part))

    def _examples(self, k: int, sides_of: SidesOf) -> tuple[Party, ...]:
        """As in "Partner wie Südkorea und Japan", "50 Staaten, darunter Kuba": those named behind the general noun."""
        phrase = self.phrases[k]
        head = self.tokens[phrase.head]
        if head.tag in ("PIAT", "PIS") and k + 1 < len(self.phrases):
            counted = self.phrases[k + 1]
            as_many = counted.first == phrase.last + 1 and self.tokens[phrase.last].tag == "KOKOM"
            return self._examples(k + 1, sides_of) if as_many else ()
        if head.lemma.lower() not in self.words["classes_of_states"]:
            return ()
        at = max(full_phrase(self.analysis, k, coordinated=False)[1], phrase.last)
        for i in range(phrase.last, min(at + 3, len(self.tokens))):
            if self.tokens[i].text.lower() in self.words["examples_follow"]:
                following = self.analysis.phrase_of[i + 1] if i + 1 < len(self.tokens) else -1
                return self.of(following, sides_of) if following >= 0 and following != k else ()
        return ()

    def counted(self, k: int) -> int | None:
        """As in "Tausende Demonstranten": the phrase of what is counted."""
        last = self.phrases[k].last
        following = self.analysis.phrase_of[last] if last < len(self.tokens) else -1
        if following < 0 or self.phrases[following].first != last:
            return None
        return following if self.phrases[following].preposition is None else None

    def before(self, token: int, sides_of: SidesOf) -> tuple[Party, ...]:
        """Whom "ihnen" stands for: the last enumeration of sides, or the last side in the plural."""
        sentence = max(0, self.analysis.sentence_of[token] - PRONOUN_REACH)
        first = self.analysis.sentences[sentence].first
        for i in range(token - 1, first - 1, -1):
            k = self.analysis.phrase_of[i]
            if k < 0 or self.phrases[k].first != i or self.tokens[self.phrases[k].head].tag in PRONOUNS:
                continue
            found = self.of(k, sides_of)
            plural = self.tokens[self.phrases[k].head].tag == "NN" and not (self.phrases[k].agreement & SINGULAR)
            if len(found) > 1 or (found and plural):
                return found
        return ()
