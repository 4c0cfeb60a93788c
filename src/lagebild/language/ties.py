"""Ties: the words of exchange_ties.tsv that bind what one side gives to what the other gives."""

from functools import cache
from typing import NamedTuple

from lagebild.errors import ResourceError
from lagebild.language.load import Language

FORMS = frozenset(("return", "doubtful", "swap", "condition", "ifonly"))


class Tie(NamedTuple):
    """One row: the words in lower case and how the gifts stand to them."""

    words: tuple[str, ...]
    form: str
    example: str
    misfires: tuple[str, ...]


@cache
def ties(language: Language) -> dict[str, tuple[Tie, ...]]:
    """The rows by their first word, the longest first; raises ResourceError for an unknown form."""
    found: dict[str, list[Tie]] = {}
    for row in language.table("exchange_ties", key=("words",)):
        if row["form"] not in FORMS:
            raise ResourceError(f"exchange_ties.tsv, {row['words']!r}: there is no form {row['form']!r}")
        misfires = tuple(text.strip() for text in row["misfire"].split("|") if text.strip())
        tie = Tie(tuple(row["words"].split()), row["form"], row["example"], misfires)
        found.setdefault(tie.words[0], []).append(tie)
    return {first: tuple(sorted(rows, key=lambda tie: -len(tie.words))) for first, rows in found.items()}
