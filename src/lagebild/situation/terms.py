"""Terms: what was asked for, and which stretches of a report touch it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lagebild.language.search import folded, holds_part, parts_of, words_in
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.holding import Holding
from lagebild.situation.tables import names_of_codes

_COUNTED = (EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.GROUP)
"""Kinds of entities whose code stands for themselves; a person's is that of the state served."""
_OFFICIAL = (EntityKind.STATE, EntityKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Term:
    """One word or entity that was asked for: `parts` stand in words that mean it, `codes` and `keys` (of entities
    across documents) are those of whom it names."""

    asked: str
    parts: tuple[str, ...]
    codes: frozenset[str]
    keys: frozenset[str]

    def is_in(self, words: Iterable[str]) -> bool:
        """Whether one of the folded words means it."""
        return any(holds_part(word, part) for word in words for part in self.parts if part in word)


def terms_of(asked: Sequence[str], holdings: Sequence[Holding]) -> tuple[Term, ...]:
    """A term for each word, phrase and entity asked for."""
    names = _names(holdings)
    return tuple(_term(words, names) for words in dict.fromkeys(asked))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a piece of text."""
    return tuple(word.folded for word in words_in(text))


class _Names:
    """By folded name: the codes and the keys across documents that go by it."""

    def __init__(self) -> None:
        self.codes: dict[str, set[str]] = {}
        self.keys: dict[str, set[str]] = {}


def _names(holdings: Sequence[Holding]) -> _Names:
    names = _Names()
    for code, name, variants in names_of_codes(holdings):
        for written in (code, name, *variants):
            names.codes.setdefault(folded(written), set()).add(code)
    for holding in holdings:
        for entity in holding.findings.entities:
            _learn(names, holding, entity)
    return names


def _learn(names: _Names, holding: Holding, entity: Entity) -> None:
    key = holding.people.get(entity.key)
    for name in {entity.name, entity.known or entity.name}:
        plain = folded(name)
        if entity.code is not None and entity.kind in _OFFICIAL:
            names.codes.setdefault(plain, set()).add(entity.code)
        elif key is not None:
            for words in {plain, plain.split()[-1]} if entity.kind is EntityKind.PERSON and plain.split() else {plain}:
                names.keys.setdefault(words, set()).add(key)
    if key is not None:
        names.keys.setdefault(folded(key), set()).add(key)


def _term(asked: str, names: _Names) -> Term:
    plain = folded(asked)
    parts = parts_of(plain) if " " not in plain else (plain.rpartition(" ")[2],)
    return Term(asked, parts, frozenset(names.codes.get(plain, ())), frozenset(names.keys.get(plain, ())))


def stands_for(entity: Entity) -> str | None:
    """The code that a mention of the entity stands for; None where it has none of its own."""
    return entity.code if entity.kind in _COUNTED else None
