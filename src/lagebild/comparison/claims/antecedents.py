"""Antecedents: which telling before it a sentence is of that only points back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lagebild.comparison.claims.drafts import Draft
from lagebild.comparison.claims.matter import heaviest, summed
from lagebild.comparison.claims.pointing import At, Pointing, is_of
from lagebild.language.load import Language
from lagebild.model.attribution import Act, Attribution

NEAR = 8
"""So many pieces back stands what was just told, or reproached."""
FAR = 16
"""So many pieces back stands what is demanded."""
OF_THE_REPORT = frozenset({At.ALL, At.PROOF, At.REPORTS, At.REPROACH, At.STATEMENT})
"""What is the matter of the whole report where nothing nearer is."""
MEANING = 1.5
"""Weight of the words of a piece that tells no deed, from which on it says by itself what it is of."""
LEAST_SAID = 0.9
"""The same for a clause that somebody says."""
SURE, NAMED, MOST = 0.5, 2.5, 0.6
"""From what weight on a name says what it is of, up to which sum somebody only names something, and how much of that
has to be told before."""
SAME_NOUN = 6
"""Letters in which words for one report agree: "Berichte", "Bericht"."""


class Whole(NamedTuple):
    """A draft with what stands before it; `means` is the place of the one whose very matter it takes up."""

    draft: Draft
    means: int | None


def antecedent(
    draft: Draft, points: Pointing, before: Sequence[Whole], lead: int | None, language: Language
) -> int | None:
    """The place of what the piece points back to, None where nothing before it will do. `lead` is the place of what the
    report is of.

    What stands in the same sentence goes before all; "that" is what was just told, a reproach and a demand are somebody
    else's, "the reports" are what the report is of unless it names one before, and proof is of what the same paragraph
    has just told, else of what the report is of.
    """
    inside = in_sentence(draft, before)
    if inside is not None:
        return inside

    found = next((number for number in _sought(draft, points, before, language) if number is not None), None)
    return lead if found is None and points.at in OF_THE_REPORT else found


def _sought(draft: Draft, points: Pointing, before: Sequence[Whole], language: Language) -> Iterator[int | None]:
    """What it may be of, the likeliest first."""

    def other(item: Whole) -> bool:
        return _is_other(draft, item)

    def beside(item: Whole) -> bool:
        return item.draft.paragraph == draft.paragraph

    match points.at:
        case At.ALL:
            yield _nearest(before, lambda item: beside(item) and other(item))
        case At.THEM:
            yield _nearest(before, lambda item: _tells_of_reports(item, language), own=True)
        case At.DEMAND:
            yield _nearest(before, lambda item: other(item) and _wants(item, language), back=FAR)
        case At.REPROACH:
            yield _nearest(before, lambda item: other(item) and _acts(item, Act.ACCUSE))
            yield _nearest(before, lambda item: other(item) and item.draft.piece.said is not None)
        case At.PROOF:
            yield _nearest(before, beside)
        case At.STATEMENT:
            yield _named(points, before)
            yield _nearest(before, lambda item: _is_named(draft, item), back=FAR)
            yield _nearest(before, lambda item: other(item) and item.draft.piece.said is not None)
        case At.REPORTS:
            yield _named(points, before)
    if points.at not in OF_THE_REPORT:
        yield _nearest(before, lambda item: other(item) or item.means is not None)
        yield _nearest(before, lambda _: True)


def in_sentence(draft: Draft, before: Sequence[Whole]) -> int | None:
    """What the same sentence tells before it."""
    return _nearest(before, lambda item: item.draft.piece.sentence == draft.piece.sentence)


def just_before(draft: Draft, numbers: Sequence[int], before: Sequence[Whole]) -> int | None:
    """The last of these that somebody else says and that tells something, or else what it takes up."""
    return _nearest(before, lambda item: _is_other(draft, item), numbers=numbers)


def named_before(draft: Draft, before: Sequence[Whole]) -> int | None:
    """What tells most of what somebody else only names by a noun, the nearest of several: "die Durchsuchung" where they
    searched."""
    own = {name for name, weight in draft.concepts.items() if weight >= SURE}
    whole = told_by(draft, own)
    if not own or whole > NAMED:
        return None

    def told(number: int) -> float:
        item = before[number]
        shared = own & item.draft.concepts.keys()
        is_it = bool(shared & item.draft.main) or (bool(shared) and not draft.acts and bool(item.draft.main))
        return told_by(draft, shared) if is_it and item.means is None and _is_other(draft, item) else 0.0

    best = max(range(max(0, len(before) - FAR), len(before)), key=lambda number: (told(number), number), default=None)
    return best if best is not None and told(best) >= MOST * whole else None


def says_something(draft: Draft) -> bool:
    """Whether its own words say what it is of: a deed, or enough else."""
    return bool(draft.acts) or told_by(draft, draft.concepts.keys()) >= MEANING


def told_by(draft: Draft, names: Iterable[str]) -> float:
    """What these names say together, a word of several meanings once."""
    return summed(heaviest({name: draft.concepts[name] for name in names}, draft.units).values())


def _nearest(
    before: Sequence[Whole],
    fits: Callable[[Whole], bool],
    *,
    back: int = NEAR,
    own: bool = False,
    numbers: Sequence[int] | None = None,
) -> int | None:
    """The nearest that fits and tells something, or else takes up what does; `own` where a name of something will do,
    `numbers` are the places to look at where not all."""
    for number in reversed(range(max(0, len(before) - back), len(before)) if numbers is None else numbers):
        item = before[number]
        if fits(item):
            if item.means is not None:
                return item.means
            if own or says_something(item.draft) or _is_said_clause(item.draft):
                return number
    return None


def _is_said_clause(draft: Draft) -> bool:
    """Whether it is a clause of somebody's words, which may be of little."""
    said = draft.piece.said is not None and draft.is_clause and draft.points is None
    return said and told_by(draft, draft.concepts.keys()) >= LEAST_SAID


def _named(points: Pointing, before: Sequence[Whole]) -> int | None:
    """What a report tells that is named by the same noun: "Nach einem Bericht …"."""
    told = tuple(word[:SAME_NOUN] for word in points.words if word[:1].isupper() and len(word) >= SAME_NOUN)
    if not told:
        return None
    return _nearest(before, lambda item: any(word.startswith(told) for word in item.draft.source))


def _is_named(draft: Draft, item: Whole) -> bool:
    """Whether who says it is named: "die Darstellung der Demonstranten"."""
    names = tuple(word[:SAME_NOUN] for word in draft.all_words if word[:1].isupper())[1:]
    return bool(names) and any(word.startswith(names) for word in item.draft.source)


def _tells_of_reports(item: Whole, language: Language) -> bool:
    words = [*item.draft.all_words, *item.draft.source]
    return any(is_of(name, word, language) for word in words for name in ("reports", "reproaches", "statements"))


def _wants(item: Whole, language: Language) -> bool:
    """Whether somebody says there what he wants others to do."""
    return _acts(item, Act.DEMAND) or any(is_of("wanting", word, language) for word in item.draft.all_words)


def _is_other(draft: Draft, item: Whole) -> bool:
    """Whether somebody else says it, as far as both are known, or it is told of before ("hatte er das bestritten"), or
    he denied it."""
    one, other = _speaker(draft.piece.said), _speaker(item.draft.piece.said)
    return one is None or one != other or draft.is_of_before or _acts(item, Act.DENY)


def _speaker(said: Attribution | None) -> str | None:
    return None if said is None else said.entity or said.speaker


def _acts(item: Whole, act: Act) -> bool:
    said = item.draft.piece.said
    return said is not None and said.act is act
