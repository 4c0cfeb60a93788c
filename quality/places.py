"""`python -m quality.places FILE`: how many places are right, and how many of the annotated ones are found.

FILE is a JSON object without any text: `documents` are the ids of articles in corpora/ whose places are all annotated,
`places` a list of objects with `document`, `start`, `end`, `code` (ISO 3166-1 alpha-3, null where any will do),
`kind`, and `optional`, true for names that may be read as places or not ("New Yorks Bürgermeister").
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lagebild.model.document import Document
from lagebild.model.place import Place
from lagebild.pipeline import read_document
from quality.shared import shared_folder

Annotation = dict[str, Any]
CORPORA = ("msn-news-de", "derstandard-de", "wikinews-de")


def judged(places: Iterable[Place], annotations: list[Annotation]) -> Counter[str]:
    """Counts of one document: resolved, right, kind, needed, found. A point counts by its country and its words."""
    counts: Counter[str] = Counter(needed=sum(not item["optional"] for item in annotations))
    found: set[int] = set()
    for place in places:
        fits = [item for item in annotations if item["start"] < place.span.end and place.span.start < item["end"]]
        right = [item for item in fits if item["code"] in (None, place.code)]
        found.update(item["start"] for item in right if not item["optional"])
        if place.latitude is not None:
            counts["resolved"] += 1
            counts["right"] += bool(right)
            counts["kind"] += any(item["kind"] == place.kind for item in right)
    counts["found"] = len(found)
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """The shares that the counts make."""
    return {
        "right of resolved": counts["right"] / max(1, counts["resolved"]),
        "kind of right": counts["kind"] / max(1, counts["right"]),
        "recall": counts["found"] / max(1, counts["needed"]),
    }


def _documents(shared: Path, wanted: set[str]) -> Iterator[Document]:
    for name in CORPORA:
        for line in (shared / "corpora" / f"{name}.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["id"] in wanted:
                yield Document(record["id"], record["text"], language="de")


def measure(shared: Path, annotated: dict[str, Any]) -> dict[str, float]:
    """The figures over all annotated documents."""
    counts: Counter[str] = Counter()
    for document in _documents(shared, set(annotated["documents"])):
        annotations = [item for item in annotated["places"] if item["document"] == document.id]
        counts += judged(read_document(document).places, annotations)
    return figures(counts)


def main(file: str) -> int:
    """Prints the figures; 0 also where the corpora are not here and nothing is measured."""
    shared = shared_folder()
    if shared is None:
        print("places: the corpora are not here (LAGEBILD_SHARED names their folder); nothing measured")
        return 0
    for name, share in measure(shared, json.loads(Path(file).read_text("utf-8"))).items():
        print(f"{name:20} {share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
