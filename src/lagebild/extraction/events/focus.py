"""Focus: the state that a report means where its words name none ("die Regierung", "Demonstranten")."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby

# How many tokens back a state weighs half as much.
HALF = 40
# How many tokens back the state may have been named.
REACH = 240
# What a state weighs for each time that the whole report names it, against one named right before.
SHARE = 2.0


def _codes(places: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """Each state once, in the order in which they are named."""
    return tuple(dict.fromkeys(code for _, code in places))


class Focus:
    """The states of a document by where they are named."""

    def __init__(self, named: list[tuple[int, str]], home: str, sentence_of: Sequence[int] = ()) -> None:
        self.named = sorted(named)
        self.home = home
        self._sentence_of = sentence_of
        self._starts = [token for token, _ in self.named]
        self._other_before = self._others()
        counts = Counter(code for _, code in self.named)
        total = sum(counts.values())
        self._share = {code: count / total for code, count in counts.items()}

    def at(self, token: int, *, other_than: frozenset[str] = frozenset()) -> str:
        """The state in focus at the token: named lately or often before it; else the one named most, else home."""
        weights: dict[str, float] = {}
        end = bisect_left(self._starts, token)
        for place, code in self.named[max(0, end - 40) : end]:
            if token - place <= REACH and code not in other_than:
                weights[code] = max(weights.get(code, 0.0), HALF / (HALF + token - place))
        for code in weights:
            weights[code] += SHARE * self._share[code]
        if not weights:
            weights = {code: share for code, share in self._share.items() if code not in other_than}
        return max(weights, key=lambda code: (weights[code], code), default=self.home)

    def pair_before(self, token: int) -> tuple[str, ...]:
        """The two states that "die beiden Länder" stands for: those that the sentence or the one before names
        together, the last two of several, else those named together most often before, else the two named last."""
        if not self._sentence_of:
            return self.last_two(token)
        here = self._sentence_of[min(token, len(self._sentence_of) - 1)]
        end = bisect_left(self._starts, token)
        first = bisect_left(self.named, here - 1, key=lambda place: self._sentence_of[place[0]])
        for _, places in groupby(self.named[first:end], key=lambda place: self._sentence_of[place[0]]):
            codes = _codes(places)
            if len(codes) > 1:
                return codes[-2:]
        sentences, pairs = self._pairs_so_far
        before = bisect_left(sentences, here - 1)
        return pairs[before - 1] if before else self.last_two(token)

    @cached_property
    def _pairs_so_far(self) -> tuple[list[int], list[tuple[str, ...]]]:
        """The sentences that name two states, and for each the pair that it and those before it name most often, the
        one named first of several, in the order in which its last sentence names them."""
        told: Counter[frozenset[str]] = Counter()
        latest: dict[frozenset[str], tuple[str, ...]] = {}
        rank: dict[frozenset[str], int] = {}
        top: frozenset[str] = frozenset()
        sentences: list[int] = []
        best: list[tuple[str, ...]] = []
        for number, places in groupby(self.named, key=lambda place: self._sentence_of[place[0]]):
            codes = _codes(places)
            if len(codes) != 2:
                continue
            pair = frozenset(codes)
            told[pair] += 1
            latest[pair] = codes
            rank.setdefault(pair, len(rank))
            top = max(top or pair, pair, key=lambda one: (told[one], -rank[one]))
            sentences.append(number)
            best.append(latest[top])
        return sentences, best

    def last_two(self, token: int) -> tuple[str, ...]:
        """The two different states named last before the token, in the order in which they were named."""
        last = bisect_left(self._starts, token) - 1
        other = self._other_before[last] if last >= 0 else -1
        return (self.named[other][1], self.named[last][1]) if other >= 0 else ()

    def _others(self) -> list[int]:
        """For each place, the last place before it where another state is named, -1 for none."""
        found: list[int] = []
        for i, (_, code) in enumerate(self.named):
            found.append(i - 1 if i == 0 or self.named[i - 1][1] != code else found[i - 1])
        return found
