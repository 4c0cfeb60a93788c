"""One thing that a word may be: tag, lemma, agreement, verb readings."""

from lagebild.model.analysis import ANY, Verb
from lagebild.model.quick import Replacing, quick

CASES = {"N": 0, "A": 4, "D": 8, "G": 12}
NUMBERS = {"m": 1, "f": 2, "n": 4, "p": 8}


@quick
class Possibility(Replacing):
    """One tag that a word may have, and what it would be then."""

    tag: str
    lemma: str
    agreement: int = 0
    verbs: tuple[Verb, ...] = ()


Possibilities = tuple[Possibility, ...]


def agreement_mask(cells: str) -> int:
    """The mask of cells such as "Nm Df Gp"; "*" is any, "" none.

    >>> hex(agreement_mask("Nm Gf"))
    '0x2001'
    """
    if "*" in cells:
        return ANY
    mask = 0
    for cell in cells.split():
        mask |= NUMBERS[cell[1]] << CASES[cell[0]]
    return mask


def merged(possibilities: Possibilities) -> Possibilities:
    """One possibility for each tag: the first one's lemma, all masks and verb readings."""
    if len(possibilities) < 2:
        return possibilities
    merged: dict[str, Possibility] = {}
    for one in possibilities:
        before = merged.get(one.tag)
        if before is None:
            merged[one.tag] = one
        else:
            verbs = before.verbs + tuple(v for v in one.verbs if v not in before.verbs)
            merged[one.tag] = before._replace(agreement=before.agreement | one.agreement, verbs=verbs)
    return tuple(merged.values())
