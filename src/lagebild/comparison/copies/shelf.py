"""Where a comparison keeps what it knows of the documents so far: the protocol, and one in memory."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, Protocol, TypeVar

from lagebild.comparison.copies.report import Report

Key = TypeVar("Key", int, str)


class Marks(NamedTuple):
    """By what a document is found: the bands of its sketch, and those of its samples that are not boilerplate."""

    bands: tuple[int, ...]
    samples: tuple[int, ...]


class Met(NamedTuple):
    """How two documents met: whether in a band, how many samples they share, and how many the other has."""

    in_band: bool
    shared: int
    samples: int


class Shelf(Protocol[Key]):
    """Documents go by keys of any kind. A group is a set of documents with one origin; at first each has its own."""

    def report(self, document: Key) -> Report:
        """What was put down for the document."""

    def put(self, document: Key, report: Report) -> None:
        """Keeps a new document's report; it is its own group."""

    def take_out(self, document: Key, marks: Marks) -> None:
        """Forgets the document with these marks, which is alone in its group and in no excerpt."""

    def count(self, document: Key, outlet: str, samples: Collection[int], *, many: int) -> frozenset[int]:
        """Notes that the outlet's document has the samples; returns those that now stand in more than `many` of it."""

    def holders(self, outlet: str, samples: Collection[int]) -> frozenset[Key]:
        """The outlet's documents that have one of the samples, as far as it has not been made common."""

    def make_common(self, outlet: str, samples: Collection[int]) -> None:
        """From now on these are the outlet's boilerplate, and no document is found by them."""

    def common(self, outlet: str, samples: Collection[int]) -> frozenset[int]:
        """Those of the samples that are boilerplate of the outlet."""

    def file(self, document: Key, marks: Marks) -> None:
        """Lets the document be found by its marks."""

    def unfile(self, document: Key, marks: Marks) -> None:
        """Lets it be found by these bands no longer; its samples stay counted."""

    def met(self, document: Key, marks: Marks) -> Mapping[Key, Met]:
        """The other documents that share a mark."""

    def one(self, left: Key, right: Key) -> bool:
        """Whether the two are in one group."""

    def join(self, left: Key, right: Key) -> None:
        """Makes one group of theirs."""

    def part(self, documents: Iterable[Key]) -> frozenset[Key]:
        """Gives each member of the documents' groups a group of its own again; returns all of them."""

    def keep_excerpt(self, short: Key, long: Key) -> None:
        """Notes that `short` stands almost whole in `long`."""

    def drop_excerpts(self, documents: Iterable[Key]) -> None:
        """Forgets the excerpts in which one of the documents has a part."""


class MemoryShelf(Shelf[Key]):
    """For some thousands of documents, and for tests; the knowledge base keeps its own in the file."""

    def __init__(self) -> None:
        self.reports: dict[Key, Report] = {}
        self.groups: dict[Key, set[Key]] = {}
        self.excerpts: set[tuple[Key, Key]] = set()
        self._holders: defaultdict[int, defaultdict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
        self._common: set[tuple[str, int]] = set()
        self._bands: defaultdict[int, set[Key]] = defaultdict(set)
        self._samples: dict[Key, int] = {}

    def report(self, document: Key) -> Report:
        """What was put down for the document."""
        return self.reports[document]

    def put(self, document: Key, report: Report) -> None:
        """Keeps a new document's report."""
        self.reports[document] = report
        self.groups[document] = {document}

    def take_out(self, document: Key, marks: Marks) -> None:
        """Forgets the document."""
        self.unfile(document, marks)
        for sample in marks.samples:
            self._holders[sample][self.reports[document].outlet].discard(document)
        del self.reports[document], self.groups[document]

    def count(self, document: Key, outlet: str, samples: Collection[int], *, many: int) -> frozenset[int]:
        """Notes the samples of a document."""
        for sample in samples:
            self._holders[sample][outlet].add(document)
        return frozenset(sample for sample in samples if len(self._holders[sample][outlet]) > many)

    def holders(self, outlet: str, samples: Collection[int]) -> frozenset[Key]:
        """The documents that have one of the samples."""
        return frozenset(document for sample in samples for document in self._holders[sample].get(outlet, ()))

    def make_common(self, outlet: str, samples: Collection[int]) -> None:
        """Makes them boilerplate."""
        for sample in samples:
            self._common.add((outlet, sample))
            del self._holders[sample][outlet]

    def common(self, outlet: str, samples: Collection[int]) -> frozenset[int]:
        """Those that are boilerplate."""
        return frozenset(sample for sample in samples if (outlet, sample) in self._common)

    def file(self, document: Key, marks: Marks) -> None:
        """Lets the document be found."""
        for band in marks.bands:
            self._bands[band].add(document)
        self._samples[document] = len(marks.samples)

    def unfile(self, document: Key, marks: Marks) -> None:
        """Lets it be found by these bands no longer."""
        for band in marks.bands:
            self._bands[band].discard(document)

    def met(self, document: Key, marks: Marks) -> Mapping[Key, Met]:
        """The other documents that share a mark."""
        in_band = {other for band in marks.bands for other in self._bands.get(band, ())}
        shared = Counter(
            other for sample in marks.samples for holders in self._holders.get(sample, {}).values() for other in holders
        )
        return {
            other: Met(other in in_band, shared[other], self._samples[other])
            for other in (in_band | shared.keys()) - {document}
        }

    def one(self, left: Key, right: Key) -> bool:
        """Whether the two are in one group."""
        return self.groups[left] is self.groups[right]

    def join(self, left: Key, right: Key) -> None:
        """Makes one group of theirs."""
        small, large = sorted((self.groups[left], self.groups[right]), key=len)
        large |= small
        for member in small:
            self.groups[member] = large

    def part(self, documents: Iterable[Key]) -> frozenset[Key]:
        """Gives each member a group of its own."""
        members = frozenset(member for document in documents for member in self.groups[document])
        for member in members:
            self.groups[member] = {member}
        return members

    def keep_excerpt(self, short: Key, long: Key) -> None:
        """Notes an excerpt."""
        self.excerpts.add((short, long))

    def drop_excerpts(self, documents: Iterable[Key]) -> None:
        """Forgets excerpts."""
        gone = frozenset(documents)
        self.excerpts = {pair for pair in self.excerpts if not gone & set(pair)}
