"""Parts what only a finished clause shows: two full verbs under one auxiliary at its end, or an enumeration of them:
"dass A geprüft *und B verlangt* habe", "hat A geprüft, *B verlangt* und *C gelobt*"."""

from collections.abc import Sequence
from itertools import pairwise

from lagebild.analysis.halves import closing
from lagebild.analysis.open_clause import OpenClause
from lagebild.model.analysis import ClauseKind, Token

# Of an auxiliary's verbs: "hat geplant und verlangt", "wird planen und verlangen".
FULL = frozenset(("VVPP", "VVINF"))
DIVIDED = (ClauseKind.MAIN, ClauseKind.V2, ClauseKind.SUB, ClauseKind.REL)
# What a verb takes along besides itself: without it the two verbs share what they govern ("hat A geprüft und gelobt").
OWN = frozenset(("NN", "NE", "PPER", "CARD", "FM", "PIS", "PDS", "PROAV", "PAV"))


def parted(tokens: tuple[Token, ...], clauses: Sequence[OpenClause]) -> list[OpenClause]:
    """The clauses in text order, those with several full verbs under one auxiliary cut behind each but the last."""
    found = list(clauses)
    for clause in clauses:
        current = clause
        while (cut := _cut(tokens, current)) is not None:
            current = _part(tokens, current, cut, found)
    return found


def _cut(tokens: tuple[Token, ...], clause: OpenClause) -> int | None:
    """The place among the clause's words where its second verb's part begins."""
    if clause.finite is None or tokens[clause.finite].tag != "VAFIN" or clause.kind not in DIVIDED:
        return None
    words = sorted(clause.tokens)
    verbs = [k for k, i in enumerate(words) if tokens[i].tag in FULL]
    for k, later in pairwise(verbs):
        if tokens[words[k]].tag != tokens[words[later]].tag or words[k] == clause.finite:
            continue
        if not (tokens[words[k + 1]].tag == "KON" or words[k + 1] > words[k] + 1):
            continue
        if any(tokens[words[m]].tag in OWN for m in range(k + 1, later)):
            return k + 1
    return None


def _part(tokens: tuple[Token, ...], clause: OpenClause, cut: int, found: list[OpenClause]) -> OpenClause:
    """Cut the clause; the second part shares the auxiliary and the subject, and has the clauses that stand in it."""
    words = sorted(clause.tokens)
    later = OpenClause(clause.kind, clause.opener, clause.parent, clause.quoted, words[cut:], clause.finite, clause)
    clause.closing = closing(tokens, words[cut:])
    clause.tokens = words[:cut]
    for other in found:
        if other.parent is clause and other.tokens and min(other.tokens) > words[cut]:
            other.parent = later
        if other.shared is clause and other.tokens and min(other.tokens) > words[cut]:
            other.shared = later
    place = next((k for k, other in enumerate(found) if other.tokens and min(other.tokens) > words[cut]), len(found))
    found.insert(place, later)
    return later
