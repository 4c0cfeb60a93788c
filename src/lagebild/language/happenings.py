"""Happenings: the verbs and nouns with which a language tells political events, and who stands where beside them.

event_verbs.tsv, one row for each way in which a verb tells an event:
  lemma      the infinitive, its particle joined: "angreifen"
  with       further words that must stand in the clause, alternatives between "|": "zur Verfügung", "Druck", "-truppen"
             for the end of a compound
  type       one of model.event.EventType, or "-": with these words the verb tells no event
  mode       PLOVER's mode, may be empty
  context    PLOVER's context, may be empty
  actor      where the actor stands: subj (in a passive clause its agent), dat, akk or p:X
  recipient  where the recipient stands, the first that is there: akk, dat, gen, p:X; "both" for acts done together;
             with "!" only a side itself is meant, not what belongs to one: "bekämpft (die Rebellen)", not "den Lärm"
  object     where the thing given, demanded or used stands, in the same notation
  needs      who must be known for it to be an event: actor, recipient, both, or empty for either
  example    a sentence in the notation below
  misfire    sentences that hold no event of this row, "|" between them

event_nouns.tsv, one row for each noun; lemma "-angriff" is the end of a compound:
  lemma, type, mode, context, needs, example, misfire as above
  gen        whom a genitive, a possessive or "von" names: actor or recipient
  front      whom an adjective ("russischer Angriff") or the first part of a compound ("US-Angriff") names
  recipient  prepositions before the recipient, the first that is there: p:auf p:gegen; "both" for acts done together
  not_with   verbs and prepositions beside which the noun tells nothing of its own: "bitten um"

Examples: [ ] the actor, < > a piece of the trigger, ( ) the recipient, { } the object.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language, Row
from lagebild.language.wordings import compound_ends
from lagebild.model.event import EventType
from lagebild.recent import Recent

PLACES = frozenset(("subj", "akk", "dat", "gen", "both"))
ITSELF = "!"
PLURAL_ENDINGS = ("en", "n", "e", "s")
NEEDS = frozenset(("", "actor", "recipient", "both"))


class EventVerb(NamedTuple):
    """One way in which a verb tells an event, or with `type` None does not."""

    lemma: str
    fixed: tuple[tuple[str, ...], ...]
    type: EventType | None
    mode: str | None
    context: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    object: tuple[str, ...]
    needs: str
    example: str
    misfires: tuple[str, ...]


class EventNoun(NamedTuple):
    """A noun that tells an event, or with `type` None does not."""

    lemma: str
    type: EventType | None
    mode: str | None
    context: str | None
    gen: str
    front: str
    recipient: tuple[str, ...]
    needs: str
    not_with: frozenset[str]
    example: str
    misfires: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Happenings:
    """All rows of a language: verbs by lemma, rows with fixed words first; nouns whole, and by compounds' ends."""

    verbs: dict[str, tuple[EventVerb, ...]]
    nouns: dict[str, EventNoun]
    endings: dict[str, EventNoun]
    noun: Callable[[str], EventNoun | None] = field(init=False)
    """The row for a noun: its own, else that of the longest ending which fits; None where it tells no event."""
    noun_or_plural: Callable[[str], EventNoun | None] = field(init=False)
    """The same for a noun that may stand in the plural, since the lexicon does not know it: "Hausdurchsuchungen"."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "noun", Recent(partial(_of_noun, self)).__getitem__)
        object.__setattr__(self, "noun_or_plural", Recent(partial(_of_noun_or_plural, self)).__getitem__)


def _of_noun(rows: Happenings, lemma: str) -> EventNoun | None:
    found = rows.nouns.get(lemma)
    if found is None:
        ends = compound_ends(lemma)
        if not rows.endings.keys().isdisjoint(ends):
            found = next(filter(None, map(rows.endings.get, ends)))
    return found if found is not None and found.type is not None else None


def _of_noun_or_plural(rows: Happenings, noun: str) -> EventNoun | None:
    stems = (noun, *(noun.removesuffix(ending) for ending in PLURAL_ENDINGS if noun.endswith(ending)))
    return next((row for stem in stems if (row := rows.noun(stem)) is not None), None)


@cache
def happenings(language: Language) -> Happenings:
    """The rows of the language, read and checked once; of rows with the same key the user's wins.

    Raises ResourceError for a row that is not well formed.
    """
    verbs: dict[str, list[EventVerb]] = {}
    for row in language.table("event_verbs", key=("lemma", "with", "type", "recipient")):
        verb = _verb(row)
        verbs.setdefault(verb.lemma, []).append(verb)
    nouns: dict[str, EventNoun] = {}
    endings: dict[str, EventNoun] = {}
    for row in language.table("event_nouns", key=("lemma",)):
        noun = _noun(row)
        if noun.lemma.startswith("-"):
            endings[noun.lemma[1:].lower()] = noun
        else:
            nouns[noun.lemma] = noun
    ordered = {lemma: tuple(sorted(rows, key=lambda verb: not verb.fixed)) for lemma, rows in verbs.items()}
    return Happenings(ordered, nouns, endings)


def _verb(row: Row) -> EventVerb:
    where = f"event_verbs.tsv, {row['lemma']!r}"
    fixed = tuple(tuple(choice.split()) for choice in row["with"].split("|") if choice.strip())
    return EventVerb(
        row["lemma"],
        fixed,
        _type(row, where),
        row["mode"] or None,
        row["context"] or None,
        _places(row["actor"] or "subj", where),
        _places(row["recipient"], where),
        _places(row["object"], where),
        _needs(row, where),
        row["example"],
        _sentences(row["misfire"]),
    )


def _noun(row: Row) -> EventNoun:
    where = f"event_nouns.tsv, {row['lemma']!r}"
    for column in ("gen", "front"):
        if row[column] not in ("", "actor", "recipient"):
            raise ResourceError(f"{where}: {row[column]!r} cannot stand in the column {column!r}")
    return EventNoun(
        row["lemma"],
        _type(row, where),
        row["mode"] or None,
        row["context"] or None,
        row["gen"],
        row["front"],
        _places(row["recipient"], where),
        _needs(row, where),
        frozenset(row["not_with"].split()),
        row["example"],
        _sentences(row["misfire"]),
    )


def _sentences(cell: str) -> tuple[str, ...]:
    return tuple(sentence.strip() for sentence in cell.split("|") if sentence.strip())


def _type(row: Row, where: str) -> EventType | None:
    if row["type"] == "-":
        return None
    try:
        return EventType(row["type"])
    except ValueError:
        raise ResourceError(f"{where}: there is no event type {row['type']!r}") from None


def _places(cell: str, where: str) -> tuple[str, ...]:
    places = tuple(cell.split())
    for place in places:
        plain = place.removesuffix(ITSELF)
        if plain not in PLACES and not (plain.startswith("p:") and len(plain) > 2):
            raise ResourceError(f"{where}: {place!r} is no place in a clause")
    return places


def _needs(row: Row, where: str) -> str:
    if row["needs"] not in NEEDS:
        raise ResourceError(f"{where}: {row['needs']!r} cannot stand in the column 'needs'")
    return row["needs"]
