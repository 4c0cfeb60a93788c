"""Wordings: tables of verbs, nouns and adjectives with where the parts of a record stand beside them.

One row for each way of telling it. The columns of every such table:
  lemma      the infinitive, its particle joined; a noun, "-verstoß" for the end of a compound; an adjective
  kind       verb, noun or adjective
  with       further words that must stand in the clause, alternatives between "|"; "-schutz" is the end of a compound
  needs      which parts must be found for it to be a record, besides those that the kind of record always needs
  example    a sentence with its parts marked, that the tests run
  misfire    sentences that hold no such record, "|" between them
and any others, each a part of the record with the places where it stands, the first that is there:
  subj akk dat gen, p:X a preposition, front an adjective or the first part of a compound, self the word itself,
  inf an infinitive, dass a clause that it introduces, harm who would do the harm that is named
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language, Row
from lagebild.recent import Recent

KINDS = frozenset(("verb", "noun", "adjective"))
PLACES = frozenset(("subj", "akk", "dat", "gen", "front", "self", "inf", "dass", "harm"))
FIXED_COLUMNS = frozenset(("lemma", "kind", "with", "needs", "example", "misfire"))
SHORTEST_ENDING = 4
# How many nouns are kept with their ends: every noun of a report is asked for.
KEPT = 1 << 15


class Wording(NamedTuple):
    """One row. `parts` are the further columns by name, each with its places."""

    lemma: str
    kind: str
    fixed: tuple[tuple[str, ...], ...]
    parts: dict[str, tuple[str, ...]]
    needs: frozenset[str]
    example: str
    misfires: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """All rows of one table; rows with further words first, so that these are tried first."""

    verbs: dict[str, tuple[Wording, ...]]
    nouns: dict[str, tuple[Wording, ...]]
    endings: dict[str, tuple[Wording, ...]]
    adjectives: dict[str, tuple[Wording, ...]]
    of_noun: Callable[[str], tuple[Wording, ...]] = field(init=False)
    """The rows of a noun: its own, else those of the longest listed end."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "of_noun", Recent(partial(_of_noun, self)).__getitem__)

    def has_noun_among(self, nouns: Collection[str]) -> bool:
        """Whether any of the nouns has rows; one look for all of them."""
        whole = {part for noun in nouns for part in (noun, noun.rsplit("-", 1)[-1])}
        if not self.nouns.keys().isdisjoint(whole):
            return True
        return not _listed_ends(self).isdisjoint(frozenset().union(*map(compound_ends, nouns)))


def _of_noun(table: Wordings, noun: str) -> tuple[Wording, ...]:
    found = table.nouns.get(noun)
    if found is not None:
        return found
    if "-" in noun and (whole := table.nouns.get(noun.rsplit("-", 1)[-1])) is not None:
        return whole
    ends = compound_ends(noun)
    return () if table.endings.keys().isdisjoint(ends) else next(filter(None, map(table.endings.get, ends)))


@cache
def _listed_ends(table: Wordings) -> frozenset[str]:
    return frozenset(table.endings)


@lru_cache(maxsize=KEPT)
def compound_ends(noun: str) -> tuple[str, ...]:
    """What a compound may end in, the longest first; asked for by each table."""
    lower = noun.lower()
    return tuple(lower[start:] for start in range(1, len(lower) - SHORTEST_ENDING + 1))


@cache
def wordings(language: Language, name: str) -> Wordings:
    """The table `name`.tsv, read and checked once; of rows with the same key the user's wins.

    Raises ResourceError for a row that is not well formed.
    """
    tables: dict[str, dict[str, list[Wording]]] = {"verb": {}, "noun": {}, "ending": {}, "adjective": {}}
    for row in language.table(name, key=("lemma", "kind", "with")):
        wording = _wording(row, f"{name}.tsv, {row['lemma']!r}")
        ending = wording.kind == "noun" and wording.lemma.startswith("-")
        key = wording.lemma[1:].lower() if ending else wording.lemma
        tables["ending" if ending else wording.kind].setdefault(key, []).append(wording)
    sorted_rows = (
        {key: tuple(sorted(rows, key=lambda row: not row.fixed)) for key, rows in tables[kind].items()}
        for kind in ("verb", "noun", "ending", "adjective")
    )
    return Wordings(*sorted_rows)


def _wording(row: Row, where: str) -> Wording:
    if row["kind"] not in KINDS:
        raise ResourceError(f"{where}: {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    parts = {name: tuple(cell.split()) for name, cell in row.items() if name not in FIXED_COLUMNS}
    for place in (place for places in parts.values() for place in places):
        if place not in PLACES and not (place.startswith("p:") and len(place) > 2):
            raise ResourceError(f"{where}: {place!r} is no place")
    needs = frozenset(row["needs"].split())
    fixed = tuple(tuple(choice.split()) for choice in row["with"].split("|") if choice.strip())
    misfires = tuple(text.strip() for text in row["misfire"].split("|") if text.strip())
    return Wording(row["lemma"], row["kind"], fixed, parts, needs, row["example"], misfires)
