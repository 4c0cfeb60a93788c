"""Entities across documents, measured on people of 900 reports whom we told apart by hand (identities.tsv)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

from lagebild.comparison.identities import Sighting, identified
from lagebild.comparison.identities.naming import block_of
from lagebild.language.load import Language

TABLE = Path(__file__).with_name("identities.tsv")
GERMAN = Language("de")


def measure(shared: Path) -> dict[str, float]:
    """Of the pairs of sightings that were made one, how many are; of those that are, how many were made one; and the
    same for each sighting on the average (B-cubed), so that people in many reports do not decide alone."""
    del shared
    sightings, truth = [], {}
    for who, sighting in _gold():
        sightings.append(sighting)
        truth[sighting.ref] = who
    found = {item.ref: group.key for group in identified(sightings, GERMAN)[0] for item in group.members}
    made, real = _pairs(found), _pairs(truth)
    return {
        "pair precision": len(made & real) / len(made),
        "pair recall": len(made & real) / len(real),
        "precision": _b_cubed(found, truth),
        "recall": _b_cubed(truth, found),
    }


def _gold() -> Iterator[tuple[str, Sighting]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:]):
        row = dict(zip(columns, line.split("\t"), strict=True))
        yield (
            row["who"],
            Sighting(
                document=row["document"],
                entity=str(number),
                kind="person",
                name=row["name"],
                known=row["known"] or None,
                code=row["code"] or None,
                office=row["office"] or None,
                gender=row["gender"] or None,
                day=date.fromisoformat(row["day"]) if row["day"] else None,
                block=block_of("person", row["known"] or row["name"], GERMAN),
                company=frozenset(word for word in row["company"].split("|") if word),
            ),
        )


def _pairs(parts: dict[str, str]) -> set[tuple[str, str]]:
    """All pairs that are in one part."""
    members: dict[str, list[str]] = {}
    for ref, part in sorted(parts.items()):
        members.setdefault(part, []).append(ref)
    return {pair for refs in members.values() for pair in combinations(refs, 2)}


def _b_cubed(parts: dict[str, str], others: dict[str, str]) -> float:
    """On the average over all, the share of their part that is with them in the other's parts too."""
    size, both = Counter(parts.values()), Counter((parts[ref], others[ref]) for ref in parts)
    return sum(both[parts[ref], others[ref]] / size[parts[ref]] for ref in parts) / len(parts)
