"""Weights: the tagger's linear model, laid out so that a word's scores take a few short look-ups and no new text.

The model is lines "feature<TAB>tag weight tag weight …", sorted; `tagger.features` says what its features are. Each is
a letter with the word's key, form or shape, and what stands around it, parted by blanks. Words share few keys and
forms, so everything behind them lies in small tables of their own, made when a key or form is met for the first time.
The weights of all tags of a word are one whole number, each in a field of its own, so that one addition adds them all.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.model.quick import quick

# The bits of a field. Weights are below 128 and two dozen are added, so there is much room to both sides.
FIELD = 20
MIDDLE = 1 << (FIELD - 1)
WHOLE = (1 << FIELD) - 1
BLOCK = re.compile(r"^([^ \t\n]*)[ \t].*(?:\n\1[ \t].*)*", re.MULTILINE)
# By letter, how many things around the word a feature tells; all others tell two.
ONE_THING = frozenset("bdfghklmp")
THREE_THINGS = frozenset("st")
LINES_OF_ONE = re.compile(r" ([^ \t]*)\t(.*)")
LINES_OF_TWO = re.compile(r" ([^ \t]*) ([^ \t]*)\t(.*)")
LINES_OF_THREE = re.compile(r" ([^ \t]*) ([^ \t]*) ([^ \t]*)\t(.*)")

# Letters of features with the key that look at the same thing first: the tag before, the next word's shape, the
# state of the clause with its marks and without, the next word's verbs; and those that look at other things.
GROUPS = ("bcjqv", "de", "hio", "wt", "rus")
ALONE = "kmx"

One = Mapping[str, int]
"""Weights by one thing around the word."""
Two = Mapping[str, One]
Three = Mapping[str, Two]
NOTHING: dict[str, Any] = {}


@quick
class OfKey:
    """The weights of features with the word's key, named as in `tagger.features`: those that look at the same thing
    first together, by that thing."""

    before: Mapping[str, tuple[int, One, One, One, One]]
    following: Mapping[str, tuple[int, One]]
    state: Mapping[str, tuple[int, One, One]]
    core: Mapping[str, tuple[One, Two]]
    verbal: Mapping[str, tuple[One, One, Two]]
    k: One
    m: One
    x: Two


@quick
class OfForm:
    """All weights that one word form may need."""

    fixed: int
    """What does not depend on the words around."""
    f: One
    """That of the feature "f", and so on."""
    g: One
    l: One  # noqa: E741
    p: One
    n: Two
    key: OfKey
    short_end: str


Around = tuple[str, str, str, str, str, str, str, str, str, str, str]
"""What stands around a word: the tags before it, the state of its clause with and without marks, the verbs ahead, the
word before, shape, key and verbs of the next one, the shape of the one behind that, and whether the next one agrees."""


class Weights:
    """The model of one language."""

    def __init__(self, text: str) -> None:
        self._blocks = {block[1]: block[0] for block in BLOCK.finditer(text)}
        self._keys: dict[str, OfKey] = {}
        self._shapes: dict[str, Two] = {}
        self._packed: dict[str, Packed] = {}

    def of(self, tags: Sequence[str], key: str, low: str, shape: str, end: str, verbal: str) -> OfForm:
        """The weights for a form with these tags, which the key stands for."""
        packed = self._packed.get(key)
        if packed is None:
            packed = self._packed[key] = Packed(tags)
        of_key = self._keys.get(key)
        if of_key is None:
            groups = ([(letter, self._table(letter, key, packed)) for letter in group] for group in GROUPS)
            alone = (self._table(letter, key, packed) for letter in ALONE)
            of_key = self._keys[key] = OfKey(*map(_grouped, groups), *alone)
        fixed = of_key.k.get(end, 0) + self._whole(f"a{low}", packed)
        if not verbal:
            fixed += self._whole("", packed)
        if shape != key:
            by_shape: Two = self._table("n", shape, packed)
        elif key in self._shapes:
            by_shape = self._shapes[key]
        else:
            by_shape = self._shapes[key] = self._table("n", shape, packed)
        f, g, l, p = (self._table(letter, low, packed) for letter in "fglp")  # noqa: E741
        return OfForm(fixed, f, g, l, p, by_shape, of_key, end[:3])

    def _whole(self, feature: str, packed: "Packed") -> int:
        """The weights of a feature that nothing follows."""
        block = self._blocks.get(feature)
        return 0 if block is None else packed[block.rpartition("\t")[2]]

    def _table(self, letter: str, what: str, packed: "Packed") -> dict[str, Any]:
        """The weights of the features of this letter, by what follows the key, form or shape: a table in a table for
        each blank."""
        block = self._blocks.get(letter + what)
        if block is None:
            return NOTHING
        table: dict[str, Any] = {}
        if letter in ONE_THING:
            for one, weights in LINES_OF_ONE.findall(block):
                table[one] = packed[weights]
        elif letter in THREE_THINGS:
            for one, two, three, weights in LINES_OF_THREE.findall(block):
                table.setdefault(one, {}).setdefault(two, {})[three] = packed[weights]
        else:
            for one, two, weights in LINES_OF_TWO.findall(block):
                table.setdefault(one, {})[two] = packed[weights]
        return table


def _grouped(tables: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """By what the features of these letters look at first the weights of each; none are 0 or no table."""
    first = {one for _, table in tables for one in table}
    none = [0 if letter in ONE_THING else NOTHING for letter, _ in tables]
    return {
        one: tuple(table.get(one, nothing) for (_, table), nothing in zip(tables, none, strict=True)) for one in first
    }


class Packed(dict[str, int]):
    """The weights of some tags by how the model's lines write them, "ADV 8 NE -5", each tag's in its field."""

    __slots__ = ("_shifts",)

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        self._shifts = {tag: FIELD * place for place, tag in enumerate(tags)}

    def __missing__(self, weights: str) -> int:
        number, shifts = 0, self._shifts
        parts = iter(weights.split())
        for tag, weight in zip(parts, parts, strict=True):
            if tag in shifts:
                number += int(weight) << shifts[tag]
        self[weights] = number
        return number


def unpacked(total: int, tags: Sequence[str]) -> dict[str, int]:
    """The sum of each tag."""
    scores: dict[str, int] = {}
    for tag in tags:
        scores[tag] = score = (total + MIDDLE & WHOLE) - MIDDLE
        total = total - score >> FIELD
    return scores


def best(total: int, tags: Sequence[str]) -> str:
    """The tag with the greatest sum, the first of several."""
    found, most = "", -MIDDLE
    for tag in tags:
        score = (total + MIDDLE & WHOLE) - MIDDLE
        if score > most:
            found, most = tag, score
        total = total - score >> FIELD
    return found


def total(own: OfForm, around: Around) -> int:
    """The sum of the weights of all features that a word has in these surroundings, in the fields of its tags."""
    before, twice, state, core, ahead, previous, next_shape, next_key, next_verbal, then_shape, fits = around
    key = own.key
    score = own.fixed + own.f.get(before, 0) + own.g.get(next_shape, 0) + own.l.get(state, 0)
    score += key.m.get(previous, 0) + own.p.get(ahead, 0)
    behind = key.before.get(before)
    if behind is not None:
        b, c, j, q, v = behind
        score += b + c.get(twice, 0) + j.get(next_shape, 0) + q.get(own.short_end, 0) + v.get(fits, 0)
    shaped = key.following.get(next_shape)
    if shaped is not None:
        d, e = shaped
        score += d + e.get(then_shape, 0)
    stated = key.state.get(state)
    if stated is not None:
        h, i, o = stated
        score += h + i.get(ahead, 0) + o.get(before, 0)
    bare = key.core.get(core)
    if bare is not None:
        w, t = bare
        score += w.get(next_shape, 0)
        if two := t.get(ahead):
            score += two.get(next_shape, 0)
    verbs = key.verbal.get(next_verbal)
    if verbs is not None:
        r, u, s = verbs
        score += r.get(state, 0) + u.get(then_shape, 0)
        if two := s.get(before):
            score += two.get(next_shape, 0)
    if two := own.n.get(ahead):
        score += two.get(next_shape, 0)
    if two := key.x.get(next_key):
        score += two.get(fits, 0)
    return score
