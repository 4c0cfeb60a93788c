"""What an outlet puts under every report, told by how many of its reports have it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lagebild.comparison.copies.report import UNKNOWN_OUTLET
from lagebild.comparison.copies.shingles import LENGTH

MANY = 10
"""Words that stand in more reports of one outlet than this are nobody's report: the notes that recur in the corpora
stand in twelve and more, no sentence of a real report in more than four."""
LEFT = 0.05
LEFT_UNKNOWN = 0.25
"""Where no more than this of a text is left without what stands in many, all of it counts: then not a footer recurs but
the report itself, printed many times. Where nobody knows the outlets the many may be as many papers with the same wire
copy and a paragraph of their own, so more must be left there."""


@dataclass(frozen=True, slots=True)
class Own:
    """The words that count, and the stretches `[start, end)` of `Report.words` that they are (None: all of them)."""

    words: tuple[str, ...]
    stretches: tuple[tuple[int, int], ...] | None = None

    def place(self, index: int) -> int:
        """Where the word of that index stands among all words of the report."""
        for start, end in self.stretches or ():
            if index < end - start:
                return start + index
            index -= end - start
        return index


def own_words(
    words: tuple[str, ...], samples: Sequence[tuple[int, int]], common: Collection[int], *, outlet: str
) -> Own:
    """The words without the outlet's boilerplate: `samples` are the text's (index, hash), `common` those of many.

    A common sample counts where the next one is common too, or where it is the text's last: a single one elsewhere is a
    phrase ("in der Nacht zum") that everybody writes. Words before the first sample stay.
    """
    if not common:
        return Own(words)
    flags = _in_company([number in common for _, number in samples])
    if not any(flags):
        return Own(words)
    kept = tuple(_kept(len(words), [index for index, _ in samples], flags))
    least = LEFT if outlet != UNKNOWN_OUTLET else LEFT_UNKNOWN
    if sum(end - start for start, end in kept) <= least * len(words):
        return Own(words)
    return Own(tuple(chain.from_iterable(words[start:end] for start, end in kept)), kept)


def _in_company(flags: Sequence[bool]) -> list[bool]:
    """The flags, but for those that stand alone; beyond the end all is common."""
    around = [False, *flags, True]
    return [flag and (around[number] or around[number + 2]) for number, flag in enumerate(flags)]


def _kept(count: int, starts: Sequence[int], flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of words that stay. The border between a common sample and another lies half way."""
    begun: int | None = 0 if starts[0] or not flags[0] else None
    border = starts[0]
    for number, (start, flag) in enumerate(zip(starts, flags, strict=True)):
        if flag and begun is not None:
            yield begun, border
            begun = None
        elif not flag and begun is None:
            begun = border
        border = (start + starts[number + 1] + LENGTH) // 2 if number + 1 < len(starts) else count
    if begun is not None:
        yield begun, count
