"""OpenClause: a clause while it grows, and what its words show of what it still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lagebild.analysis.predicates import NONFINITE
from lagebild.analysis.segments import Segment
from lagebild.model.analysis import ClauseKind, Token

PREPOSITIONS = frozenset(("APPR", "APPRART", "KOKOM"))
BRACKET = frozenset(("VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ", "VVIZU"))


@dataclass(eq=False, slots=True)
class OpenClause:
    """A clause while it grows."""

    kind: ClauseKind
    opener: int | None
    parent: "OpenClause | None"
    quoted: bool
    tokens: list[int] = field(default_factory=list)
    finite: int | None = None
    shared: "OpenClause | None" = None
    """The clause that it is coordinated with: a missing subject is that one's."""
    closing: tuple[int, ...] = ()
    """Auxiliaries that stand at the end of the clause that it is coordinated with, and belong to both."""


def completes(tokens: tuple[Token, ...], clause: OpenClause, words: Sequence[int]) -> bool:
    """Whether the words end in the right bracket that the clause still lacks."""
    last = tokens[words[-1]].tag
    if clause.finite is None or last not in BRACKET:
        return False
    finite = tokens[clause.finite].tag
    if (last == "PTKVZ" and finite != "VVFIN") or (last == "VVPP" and finite != "VAFIN"):
        return False
    return not any(tokens[i].tag in BRACKET for i in clause.tokens)


def is_over(tokens: tuple[Token, ...], clause: OpenClause, segment: Segment) -> bool:
    """As in "hofft, dass alle gehen, *und verwies auf X*": the verb at the end of the subordinate clause looks like
    an infinitive or a participle, and behind "und" the main clause goes on."""
    words = segment.tokens
    if len(words) < 3 or tokens[words[0]].tag != "KON" or segment.finites != words[1:2]:
        return False
    return len(clause.tokens) > 2 and tokens[clause.tokens[-1]].tag in ("VVINF", "VVPP")


def returns_to(
    tokens: tuple[Token, ...], main: OpenClause | None, clause: OpenClause, piece: Sequence[int], finites: Sequence[int]
) -> bool:
    """As in "sie sagte, er komme, und ging": behind "und" and a verb in the indicative the main clause goes on."""
    if clause.kind is ClauseKind.MAIN or main is None or main.finite is None or main is clause:
        return False
    finite = next((i for i in piece if i in finites), piece[-1])
    if tokens[piece[0]].tag != "KON" or finite == piece[-1] or clause.finite is None:
        return False
    if clause.kind is not ClauseKind.V2:
        return piece[1] == finite
    first, second = tokens[clause.finite].verb, tokens[finite].verb
    return bool(first and second and first.mood.startswith("kon") and second.mood == "ind")


def verb_last_before(
    tokens: tuple[Token, ...], main: OpenClause | None, stack: Sequence[OpenClause], segment: Segment
) -> OpenClause | None:
    """As in "dass Messer verboten sind, Pistolen aber mitgebracht werden dürfen": the subordinate clause that a
    stretch with its verbs at its end, and no opener, is coordinated with."""
    *others, last = segment.tokens
    finite = segment.finites[0]
    if len(others) < 2 or finite != last or main is None or main.finite is None or segment.colon:
        return None
    if tokens[finite].tag == "VVFIN" or tokens[others[-1]].tag not in NONFINITE:
        return None
    if all(tokens[i].tag in NONFINITE for i in others):
        return None
    return next((c for c in reversed(stack) if c.kind in (ClauseKind.SUB, ClauseKind.REL)), None)


def is_verb_second(
    tokens: tuple[Token, ...], main: OpenClause | None, words: Sequence[int], finites: Sequence[int]
) -> bool:
    """As in "wie man Fisch brät *und auch Wirte geben Rat*": behind "und" and a subject the verb does not close the
    clause, so that it is a main clause."""
    at = words.index(finites[0])
    if main is None or main.finite is None or tokens[words[0]].tag != "KON" or at < 2:
        return False
    behind = words[at + 1 :]
    verb = tokens[finites[0]].verb
    whole = len(finites) == 1 and bool(behind) and tokens[behind[-1]].tag not in NONFINITE
    return whole and verb is not None and verb.mood == "ind" and tokens[behind[0]].tag not in PREPOSITIONS
