"""How well and how fast copies are found; docs/copies.md has the figures and says what they mean.

    python bench/copies.py --quality              500 altered copies in the derStandard corpus, and by kind and strength
    python bench/copies.py --documents 100000     so many generated documents compared in a base: time, memory, size
    python bench/copies.py --sketches             the sketch against datasketch's, where that is installed

Nothing passes or fails here. Times are CPU time of one process, with the time by the clock beside it.
"""

import argparse
import datetime
import json
import os
import resource
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.altered import RECIPES, USUAL, altered, paragraphs_of, sentences_of  # noqa: E402
from lagebild.comparison.copies.likeness import likeness, relation  # noqa: E402
from lagebild.comparison.copies.place import place  # noqa: E402
from lagebild.comparison.copies.report import Report  # noqa: E402
from lagebild.comparison.copies.shelf import MemoryShelf  # noqa: E402
from lagebild.comparison.copies.words import report_words  # noqa: E402
from lagebild.model.document import Document  # noqa: E402
from lagebild.model.findings import Findings  # noqa: E402
from lagebild.store import Store, copies, documents, open_store  # noqa: E402
from lagebild.store.database import transaction  # noqa: E402

SHARED = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
CORPORA = ("derstandard-de", "msn-news-de", "wikinews-de")
COPIES = 500
SMALLER = 100
"""Copies of each kind and strength."""
FEWEST_PARAGRAPHS = 5
"""Of an article from which two are to be cut."""
SHARE_OF_COPIES, SHARE_OF_EXCERPTS = 20, 50
"""Of the generated documents every twentieth is an altered copy of an earlier one, every fiftieth has one inside."""
OUTLETS = 200
LATE = 200
"""Documents added one by one in the end."""
REPLACED = 0.25
"""Of the words of a generated sentence, so that no sentence stands in forty documents as none does in real ones."""

EMPTY = zlib.compress(b'{"furniture": []}')
"""What the engine found in a generated document."""


def corpus(name: str, field: str = "text") -> dict[str, str]:
    with (SHARED / "corpora" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return {record["id"]: record.get(field, "") for record in map(json.loads, lines)}


def exact_copies(texts: dict[str, str]) -> set[frozenset[str]]:
    """All pairs of the corpus that are copies, each pair that shares any shingle compared in full."""
    from lagebild.comparison.copies.shingles import shingles

    words = {key: report_words(text) for key, text in texts.items()}
    holders: dict[str, list[str]] = {}
    for key, own in words.items():
        for shingle in set(shingles(own)):
            holders.setdefault(shingle, []).append(key)
    shared = Counter(
        (left, right) for keys in holders.values() for number, right in enumerate(keys) for left in keys[:number]
    )
    likely = [pair for pair, count in shared.items() if count >= 8]
    return {frozenset(pair) for pair in likely if relation(likeness(words[pair[0]], words[pair[1]])) == "copy"}


def found_pairs(reports: dict[str, Report]) -> tuple[set[frozenset[str]], set[frozenset[str]], float]:
    """The pairs in one group, the pairs of excerpts, and the CPU seconds that it took."""
    began = time.process_time()
    shelf: MemoryShelf[str] = MemoryShelf()
    for key, report in reports.items():
        place(key, report, shelf)
    spent = time.process_time() - began
    groups = {id(group): sorted(group) for group in shelf.groups.values()}.values()
    together = {frozenset((one, two)) for group in groups for one in group for two in group if one < two}
    return together, {frozenset(pair) for pair in shelf.excerpts}, spent


def quality() -> None:
    texts = corpus("derstandard-de")
    natural = exact_copies(texts)
    print(
        f"derStandard: {len(texts)} articles, {len(natural)} pairs of copies in the corpus itself by exact comparison"
    )
    for pair in sorted(map(sorted, natural)):
        print("   ", *pair)
    others = [text for text in texts.values() if len(text) > 300]
    long = [key for key, text in sorted(texts.items()) if len(paragraphs_of(text)) >= FEWEST_PARAGRAPHS]
    chosen = Random(1).sample(long, COPIES)
    made = {f"{key}+": altered(texts[key], USUAL, others=others, seed=key) for key in chosen}
    reports = {key: Report(report_words(text)) for key, text in (texts | made).items()}
    together, excerpts, spent = found_pairs(reports)
    wanted = {frozenset((key, f"{key}+")) for key in chosen}
    right = together & wanted
    false = together - wanted - natural
    print(f"{COPIES} altered copies ({USUAL.name}) among them, {spent:.1f} s CPU:")
    print(f"  recall {len(right) / len(wanted):.4f}  precision {len(right) / max(1, len(right) + len(false)):.4f}")
    for pair in sorted(map(sorted, wanted - together))[:20]:
        print("   missed", *pair, "(told as an excerpt)" if frozenset(pair) in excerpts else "")
    for pair in sorted(map(sorted, false))[:20]:
        print("   false", *pair)
    print(f"\nby kind and strength, {SMALLER} copies each, of articles of at least {FEWEST_PARAGRAPHS} paragraphs:")
    for recipe in RECIPES:
        some = Random(recipe.name).sample(long, SMALLER)
        made = {f"{key}+": altered(texts[key], recipe, others=others, seed=key) for key in some}
        base = {key: reports[key] for key in texts}
        together, excerpts, _ = found_pairs(base | {key: Report(report_words(text)) for key, text in made.items()})
        wanted = {frozenset((key, f"{key}+")) for key in some}
        false = together - wanted - natural
        told = len(wanted & excerpts - together)
        line = f"recall {len(wanted & together) / SMALLER:.2f}, {told} more as excerpts, {len(false)} false pairs"
        print(f"  {recipe.name:<50} {line}")
    print("\ntwo different articles into which the same paragraph was put, 300 pairs each; told as copies:")
    every = [text for name in CORPORA for text in corpus(name).values()]
    for low, high in ((60, 120), (120, 200), (200, 400), (400, 900)):
        print(f"  of {low} to {high} words: {wrong_by_paragraph(every, low, high)}")
    for name in ("msn-news-de", "wikinews-de"):
        days = corpus(name, "date")
        found, excerpts, _ = found_pairs(
            {key: Report(report_words(text), name, date=_day(days[key])) for key, text in corpus(name).items()}
        )
        print(f"\n{name}: copies {sorted(map(sorted, found))}, excerpts {sorted(map(sorted, excerpts))}")


def _day(written: str) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


def wrong_by_paragraph(texts: Sequence[str], low: int, high: int) -> int:
    random = Random(low)
    pool = [text for text in texts if low <= len(text.split()) < high]
    sources = [text for text in texts if len(paragraphs_of(text)) > 3]
    wrong = 0
    for _ in range(300):
        left, right = random.sample(pool, 2)
        paragraph = random.choice(paragraphs_of(random.choice(sources))[:-1])
        with_it = [report_words(_put(text, paragraph, random)) for text in (left, right)]
        wrong += relation(likeness(*with_it)) == "copy"
    return wrong


def _put(text: str, paragraph: Sequence[str], random: Random) -> str:
    pieces = paragraphs_of(text)
    pieces.insert(random.randrange(len(pieces) + 1), list(paragraph))
    return " ".join(sentence for piece in pieces for sentence in piece)


def generated(count: int) -> Iterator[tuple[Document, int | None]]:
    """Documents of sentences of all corpora with every fourth word replaced, 200 outlets with a footer each, and the
    number of the earlier document that one is a copy of."""
    texts = [
        text.replace("\n", " ")
        for name in ("derstandard-de", "msn-news-de", "wikinews-de")
        for text in corpus(name).values()
    ]
    sentences = [sentence for text in texts for sentence in sentences_of(text) if 4 < len(sentence.split()) < 60]
    vocabulary = [word for text in texts for word in text.split()]
    footers = [" ".join(Random(outlet).choices(vocabulary, k=30)) for outlet in range(OUTLETS)]
    long: list[tuple[int, str]] = []
    short: list[str] = []
    for number in range(count):
        random = Random(number)
        copied = None
        if number % SHARE_OF_COPIES == 7 and long:
            copied, text = random.choice(long)
            text = altered(text, USUAL, others=texts, seed=str(number))
        else:
            size = random.randint(6, 32)
            made = [_new(random.choice(sentences), vocabulary, random) for _ in range(size)]
            if number % SHARE_OF_EXCERPTS == 11 and short and size > 18:
                made.insert(random.randrange(size), random.choice(short))
            text = " ".join(made)
            if size <= 8:
                short = [*short[-99:], text]
            elif len(paragraphs_of(text)) >= FEWEST_PARAGRAPHS:
                long = [*long[-999:], (number, text)]
        outlet = random.randrange(OUTLETS)
        yield Document(f"g{number}", f"{text} {footers[outlet]}", "de", publisher=f"outlet {outlet}"), copied


def _new(sentence: str, vocabulary: Sequence[str], random: Random) -> str:
    return " ".join(random.choice(vocabulary) if random.random() < REPLACED else word for word in sentence.split(" "))


def at_size(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        words = 0
        copied: dict[int, int] = {}
        with transaction(store.connection):
            for number, (document, of) in enumerate(generated(count)):
                words += len(document.text.split())
                copied |= {number: of} if of is not None else {}
                _insert(store, document)
        before, memory = _size(store), _peak()
        print(f"{count:,} documents, {words / count:.0f} words each, {len(copied):,} of them altered copies")
        began, clock = time.process_time(), time.perf_counter()
        store.compare_again()
        spent, passed = time.process_time() - began, time.perf_counter() - clock
        print(f"compared in {spent:.1f} s of CPU time, {passed:.1f} s by the clock, one process")
        print(f"peak memory {_peak():.0f} MB ({memory:.0f} MB before it began)")
        print(f"the base grew by {(_size(store) - before) / count:,.0f} bytes a document")
        _say_how_well(store, copied)
        spent = 0.0
        for number, (document, _) in enumerate(generated(LATE)):
            late = replace(document, id=f"late {number}", text=f"Eis {document.text}")
            with transaction(store.connection):
                row = _insert(store, late)
                began = time.process_time()
                copies.placed(store.connection, row, Findings(late))
                spent += time.process_time() - began
        print(f"one more document: {spent / LATE * 1000:.1f} ms of CPU time")


def _insert(store: Store, document: Document) -> int:
    when = datetime.datetime(2031, 1, 7, tzinfo=datetime.UTC)
    return documents.insert(store.connection, Findings(document), EMPTY, engine="bench", added=when, origin=None)


def _size(store: Store) -> int:
    store.connection.execute("pragma wal_checkpoint(truncate)")
    return store.path.stat().st_size


def _say_how_well(store: Store, copied: dict[int, int]) -> None:
    """Recall of copies with their originals, and the groups in which reports are mixed that are none of each other."""
    origins = dict(store.connection.execute("select document - 1, origin from copies_reports").fetchall())
    right = sum(origins[one] == origins[two] for one, two in copied.items())
    groups: dict[int, list[int]] = {}
    for number, group in origins.items():
        groups.setdefault(group, []).append(number)
    several = [numbers for numbers in groups.values() if len(numbers) > 1]
    mixed = sum(len({copied.get(number, number) for number in numbers}) > 1 for numbers in several)
    print(f"recall {right / max(1, len(copied)):.4f}; {len(several):,} groups, {mixed} of them mixed")


def sketches() -> None:
    from lagebild.comparison.copies.shingles import shingles
    from lagebild.comparison.copies.sketch import PERMUTATIONS, bands, hashes, samples

    cut = [shingles(report_words(text)) for text in corpus("derstandard-de").values()]
    began = time.process_time()
    for one in cut:
        bands(one)
        samples(hashes(one))
    print(f"rensa, {PERMUTATIONS} minima: {(time.process_time() - began) / len(cut) * 1e6:.0f} µs a document")
    try:
        from datasketch import MinHash
    except ImportError:
        print("datasketch is not installed")
        return
    began = time.process_time()
    for one in cut:
        MinHash(num_perm=PERMUTATIONS, seed=1).update_batch([shingle.encode() for shingle in one])
    print(f"datasketch, {PERMUTATIONS} minima: {(time.process_time() - began) / len(cut) * 1e6:.0f} µs a document")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--documents", type=int, metavar="N")
    parser.add_argument("--sketches", action="store_true")
    asked = parser.parse_args()
    if asked.quality:
        quality()
    if asked.documents:
        at_size(asked.documents)
    if asked.sketches:
        sketches()
    if not (asked.quality or asked.documents or asked.sketches):
        parser.print_help()


if __name__ == "__main__":
    main()
