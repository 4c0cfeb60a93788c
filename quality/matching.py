"""Which found records are which annotated ones: sides by code, words by shared letters, one to one."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Record = dict[str, Any]
Spans = list[list[int]]

# Codes of bodies that have more than one.
ALIKE = {
    "iwf": "imf", "uno": "un", "vereinte nationen": "un", "vn": "un", "isaf": "nato", "eurozone": "eu",
    "afrikanische union": "au", "huthi": "houthi", "huthi-rebellen": "houthi", "houthi-rebellen": "houthi",
    "ezb": "ecb", "al-kaida": "al-qaida",
}  # fmt: skip
# So much of the letters of what is given must be the same.
SAME_GIFT = 0.5


def same_exchange(text: str, gold: Record, found: Record) -> bool:
    """Both sides are the annotated ones, and what one of them gives is."""
    sides = found["sides"]
    if len(sides) < 2:
        return False
    met: set[int] = set()
    given = False
    for side in sides:
        mine = [
            i for i, one in enumerate(gold["sides"]) if _codes(side["party"]) & _codes(one["party"], one.get("also"))
        ]
        if not mine:
            return False
        best = max(
            [i for i in mine if i not in met] or mine,
            key=lambda i: _likeness(text, _spans(gold["sides"][i]["gives"]), _spans(side["gives"])),
        )
        met.add(best)
        given |= _likeness(text, _spans(gold["sides"][best]["gives"]), _spans(side["gives"])) >= SAME_GIFT
    return given and len(met) > 1


def same_breach(text: str, gold: Record, found: Record) -> bool:
    """Who violates and the words of the rule agree."""
    who = _codes(gold["who"], gold.get("who_also")) & _codes(found["who"])
    return bool(who) and _overlap(text, _spans(gold["rule"], gold.get("rule_also")), _spans(found["rule"]))


def same_threat(text: str, gold: Record, found: Record) -> bool:
    """From whom, all to whom, and the words of the threat or of its means agree."""
    if not _codes(gold["from"], gold.get("from_also")) & _codes(found["from"]):
        return False
    to = {_code(code) for code in found["to"]}
    if to not in [{_code(code) for code in right} for right in (gold["to"], *gold.get("to_also", ()))]:
        return False
    return any(
        _overlap(text, _spans(gold[words], gold.get(f"{words}_also")), _spans(found[words]))
        for words in ("trigger", "means")
    )


def same_deployment(text: str, gold: Record, found: Record) -> bool:
    """Whose forces and the words for them agree."""
    whose = _codes(gold["whose"], gold.get("whose_also")) & _codes(found["whose"])
    return bool(whose) and _overlap(text, _spans(gold["forces"], gold.get("forces_also")), _spans(found["forces"]))


SAME: dict[str, Callable[[str, Record, Record], bool]] = {
    "exchanges": same_exchange,
    "breaches": same_breach,
    "threats": same_threat,
    "deployments": same_deployment,
}


def matched(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """The largest one-to-one choice: for each left place the right ones that it may have, best first (Kuhn 1955)."""
    left_of: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in edges[left]:
            if right in tried:
                continue
            tried.add(right)
            if right not in left_of or place(left_of[right], tried):
                left_of[right] = left
                return True
        return False

    for left in range(len(edges)):
        place(left, set())
    return {left: right for right, left in left_of.items()}


def _code(code: str | None) -> str | None:
    return None if code is None else ALIKE.get(" ".join(code.split()).casefold(), " ".join(code.split()).casefold())


def _codes(value: str | None, also: Iterable[str | None] | None = None) -> set[str | None]:
    return {_code(value), *(_code(code) for code in also or ())}


def _spans(*values: Any) -> Spans:
    """All spans among the values, each of which is a span, a list of spans or nothing."""
    found: Spans = []
    for value in values:
        if value:
            found += [value] if isinstance(value[0], int) else [span for span in value if span]
    return found


def _letters(text: str, spans: Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, min(end, len(text))) if text[i].isalnum()}


def _overlap(text: str, gold: Spans, found: Spans) -> bool:
    """Whether a pair of spans shares half of the letters of the shorter one."""
    for one in gold:
        letters = _letters(text, [one])
        for other in found:
            theirs = _letters(text, [other])
            if letters and theirs and 2 * len(letters & theirs) >= min(len(letters), len(theirs)):
                return True
    return False


def _likeness(text: str, gold: Spans, found: Spans) -> float:
    """The best Dice coefficient of letters, of all spans or of single ones."""
    sides = [*([one] for one in gold), gold]
    theirs = [*([one] for one in found), found]
    best = 0.0
    for one in sides:
        for other in theirs:
            a, b = _letters(text, one), _letters(text, other)
            best = max(best, 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0)
    return best
