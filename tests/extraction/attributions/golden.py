"""The notation of the golden files of attributions, and pairs that do not hold yet."""

import pytest

import lagebild
from lagebild.model import Attribution


def described(text: str, attribution: Attribution) -> str:
    """Form, act, speaker, cue and content as the golden files write them."""
    cue = " … ".join(span.of(text) for span in attribution.cue) or "-"
    return f"{attribution.form} {attribution.act} | {attribution.speaker or '-'} | {cue} | {content(text, attribution)}"


def content(text: str, attribution: Attribution) -> str:
    """The pieces of the content, joined as the golden files do."""
    return " … ".join(span.of(text) for span in attribution.content)


def found(text: str) -> tuple[Attribution, ...]:
    """The attributions of a text without a day."""
    return lagebild.read(text, language="de").attributions


def gap(*pair: object, why: str) -> object:
    """A pair that should hold and does not; when it does, the test asks for it to become an ordinary one."""
    return pytest.param(*pair, marks=pytest.mark.xfail(strict=True, reason=why))
