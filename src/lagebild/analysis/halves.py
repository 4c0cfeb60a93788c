"""Two halves of a clause that share its auxiliary: "hat den Plan gelobt *und mehr Geld verlangt*"."""

from collections.abc import Sequence

from lagebild.analysis.predicates import NONFINITE
from lagebild.model.analysis import Token

# What may close each of the halves, and the verbs that both may share.
CLOSED_BY = frozenset(("VVPP", "VVINF"))
AUXILIARIES = frozenset(("VAFIN", "VMFIN"))
BARRED = frozenset(("VVFIN", "VAFIN", "VMFIN", "KON"))


def is_second_half(tokens: tuple[Token, ...], finite: int | None, before: Sequence[int], words: Sequence[int]) -> bool:
    """Whether words that begin with "und" or "aber" have a participle or infinitive of their own, as the words before
    have, and more beside it; `finite` is the verb that both would share."""
    first = next((tokens[i].tag for i in reversed(before) if tokens[i].tag in CLOSED_BY), None)
    if first is None or finite is None or tokens[finite].tag not in AUXILIARIES:
        return False
    if len(words) < 3 or tokens[words[0]].tag != "KON":
        return False
    tags = [tokens[i].tag for i in words[1:]]
    if not BARRED.isdisjoint(tags[:-1]) or first not in tags[1:]:
        return False
    return all(tag in NONFINITE for tag in tags[tags.index(first) :])


def start_of_second_half(tokens: tuple[Token, ...], finite: int | None, piece: Sequence[int]) -> int | None:
    """The place in `piece` of the "und" behind a participle or infinitive with which a second half begins."""
    for x in range(2, len(piece) - 2):
        here = piece[x]
        if tokens[here].tag == "KON" and here == piece[x - 1] + 1 and tokens[here - 1].tag in CLOSED_BY:
            return x if is_second_half(tokens, finite, piece[:x], piece[x:]) else None
    return None


def closing(tokens: tuple[Token, ...], words: Sequence[int]) -> tuple[int, ...]:
    """The auxiliaries at the end of the second half, which belong to the first too: "gelobt und beraten *worden*"."""
    return tuple(i for i in words[1:] if tokens[i].tag in ("VAPP", "VAINF"))
