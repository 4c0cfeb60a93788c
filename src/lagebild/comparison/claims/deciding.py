"""Deciding: judgements about claims are made here, checked against the claims as they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lagebild.comparison.claims.decided import KIND
from lagebild.errors import JudgementError
from lagebild.judging.making import made
from lagebild.judging.sheet import json_text
from lagebild.model.claim import Claim
from lagebild.model.judgement import Judgement, Verdict

REMEMBERED = 50
"""Tellings by which a decision finds its claim again."""


def merge(into: Claim, other: Claim, *, author: str, at: datetime) -> Judgement:
    """The two are one, which goes by the key of the first. Raises JudgementError if they are so."""
    if into.key == other.key:
        raise JudgementError(f"{into.key} cannot be merged with itself")
    before = {"record": _summary(into), "value": _summary(other)}
    return _decision(Verdict.MERGE, into, other.key, before, author=author, at=at)


def split(claim: Claim, refs: Sequence[str], *, author: str, at: datetime) -> Judgement:
    """The tellings are of another matter: together they become a claim of their own.

    Raises JudgementError for one that is not of this claim, and where nothing would be left of it.
    """
    there = {telling.ref for telling in claim.tellings}
    strange = [ref for ref in refs if ref not in there]
    if strange or not refs:
        told = ", ".join(strange[:3]) or "nothing"
        raise JudgementError(f"{told} is not told in {claim.key}; `lagebild claims show {claim.key}` lists what is")
    if there == set(refs):
        raise JudgementError(f"nothing would be left of {claim.key}")
    return _decision(Verdict.SPLIT, claim, sorted(refs), {"record": _summary(claim)}, author=author, at=at)


def keep_apart(one: Claim, other: Claim, *, author: str, at: datetime) -> Judgement:
    """The two are not one, and are not to be suggested again. Raises JudgementError if they are one."""
    if one.key == other.key:
        raise JudgementError(f"{one.key} is one claim; `lagebild claims split` says which of its tellings are another")
    before = {"record": _summary(one), "value": _summary(other)}
    return _decision(Verdict.SPLIT, one, other.key, before, author=author, at=at)


def _decision(
    verdict: Verdict, claim: Claim, value: Any, before: dict[str, Any], *, author: str, at: datetime
) -> Judgement:
    return made(
        verdict, document=None, kind=KIND, record=claim.key, field=None, value=json_text(value),
        before=json_text(before), author=author, at=at,
    )  # fmt: skip


def _summary(claim: Claim) -> dict[str, Any]:
    """What the claim was when it was decided about."""
    refs = [telling.ref for telling in claim.tellings[:REMEMBERED]]
    return {"key": claim.key, "gloss": claim.gloss, "members": refs}
