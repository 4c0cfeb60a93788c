"""Which rule vouches for an amount: none does for a year, an ordinal, a name, an age, a postcode."""

from lagebild.extraction.quantities.before import Before
from lagebild.extraction.quantities.drafts import SHARE, Draft
from lagebild.extraction.quantities.recognise import Written
from lagebild.extraction.quantities.words import Words
from lagebild.model.span import Span

ADDRESS = 40
"""A run of so many characters without a blank is no German word."""


def rule_for(
    text: str,
    draft: Draft,
    before: Before,
    unit: str | None,
    counted: Span | None,
    approximation: str | None,
    lexicon: Words,
) -> str | None:
    """Which rule vouches for the amount; None for a year, a name, an age, an ordinal."""
    if _in_address(before.raw):
        return None
    if unit is not None:
        return "share" if unit == SHARE else "measure"
    if draft.written is Written.OPEN:
        words = text[draft.start : draft.end]
        scaled = words.split()[-1] in lexicon.scales  # "mit mehreren Hundert angegeben"
        return "open" if counted or scaled or lexicon.openers.get(words) == "vague" else None
    if draft.written is Written.SCALED:
        return "count" if counted else "bare"
    blurred = approximation is not None or draft.range
    back = before.raw
    if (
        text[before.place : draft.start].split()[:1]
        and text[before.place : draft.start].split()[0].lower() in lexicon.plus
    ):
        return "count" if counted else "bare"
    if before.last_is(lexicon.labels) or (counted is None and before.last_is(lexicon.weak_labels)):
        return None
    if draft.written is Written.DIGITS:
        if _year(text, draft, counted, blurred, lexicon) or (not blurred and _postcode(text, draft, back)):
            return None
        if _ordinal(text, draft, before, lexicon):
            return None
        if counted is None and not blurred and not _of_more(text, draft.end, lexicon):
            written = text[draft.start : draft.end]
            if _named(back, text[draft.end : draft.end + 1], grouped=len(written) > 4 and not written.isdigit()):
                return None
    elif text[draft.start].isupper() and not _opens_sentence(back):
        return None
    if counted is not None:
        return None if _in_name(text, draft, before, counted) else "count"
    # "8.000 von ihnen stehen dort" is an amount at the head of a paragraph as well.
    return "bare" if _of_more(text, draft.end, lexicon) or _stands_free(text, draft, back, blurred) else None


def _year(text: str, draft: Draft, counted: Span | None, blurred: bool, lexicon: Words) -> bool:
    if draft.end - draft.start != 4 and not draft.range:
        return False
    years, low, high = lexicon.years, draft.low or 0.0, draft.high or 0.0
    if not text[draft.start : draft.start + 4].isdigit():
        return False
    sure = years.sure_first <= low <= years.sure_last
    if draft.range:
        return sure and (high < 100 or years.sure_first <= high <= years.sure_last)
    if counted is not None:
        return sure and not blurred and low % 100 != 0
    if blurred:
        return years.blurred_first <= low <= years.blurred_last and draft.low == draft.high
    return years.first <= low <= years.last


def _postcode(text: str, draft: Draft, back: str) -> bool:
    """Five digits in a row that open a line or follow a comma, as in an address; news writes 27.476 or 27 476."""
    if draft.end - draft.start != 5 or not text[draft.start : draft.end].isdigit() or (draft.high or 0) % 100 == 0:
        return False
    before = back.rstrip(" ")
    return not before or before[-1] in ",\n|("


def _ordinal(text: str, draft: Draft, before: Before, lexicon: Words) -> bool:
    """Digits with a dot that does not end the sentence: "am 3. Tag", "das 70. Jubiläum", "3. Schritt"."""
    if text[draft.end : draft.end + 1] != "." or draft.high is None or draft.high >= 1000:
        return False
    following = text[draft.end + 1 : draft.end + 3]
    if not following.strip():
        return False
    if not following[0].isspace() or following.strip()[0].islower() or _opens_sentence(before.raw):
        return True
    if before.last_is(lexicon.ordinal_adverbs):
        before = before.without(1)
    return before.words[-1].lower() in lexicon.determiners or _named(before.raw)


def _in_name(text: str, draft: Draft, before: Before, counted: Span) -> bool:
    """A number between a capitalised word and an acronym names a type or a paragraph ("Ferrari 288 GTS")."""
    return (
        draft.written is Written.DIGITS
        and bool(before.words)
        and before.words[-1][:1].isupper()
        and not _opens_sentence(before.raw)
        and counted.of(text).isupper()
    )


def _in_address(back: str) -> bool:
    """Whether the number stands inside a web address or a chain of numbers, glued to what comes before."""
    if not back or back[-1].isspace():
        return False
    glued = back.rsplit(None, 1)[-1]
    if len(glued) == len(back) > ADDRESS or any(mark in glued for mark in ("//", "www.", "@", "%")):
        return True
    return len(glued) > 1 and glued[-1] in "-–/" and glued[-2].isdigit()


def _of_more(text: str, end: int, lexicon: Words) -> bool:
    """Whether "davon", or "der" with another number, stands behind: "60 der 100 Stimmen"."""
    behind = lexicon.part_after.match(text, end)
    return behind is not None and (
        behind["word"] in lexicon.pointing or text[behind.end() : behind.end() + 1].isdigit()
    )


def _named(back: str, following: str = "", *, grouped: bool = False) -> bool:
    """Behind a capitalised word a bare number is part of a name ("Android 6"), behind a bracket an age or a result.

    Digits in groups ("222.283") are neither; a number between two commas is an age.
    """
    stripped = back.rstrip()
    if stripped[-1:] in {"(", "/", "["}:
        return True
    if grouped:
        return False
    if not stripped:
        return True
    if "\n" in back[len(stripped) :] or stripped[-1] in "|–-:;✝†*#>•":
        return True
    word = stripped.rsplit(None, 1)[-1].lstrip("„\"»«'(\u200b")
    if stripped[-1] == ",":
        return word[:1].isupper() and following[:1] in ",)"
    return word[:1].isupper() or word[-1:] in "\"“«»'’)"


def _opens_sentence(back: str) -> bool:
    stripped = back.rstrip(" \u00a0\t")
    return not stripped or stripped[-1] in '.!?:\n„"»«“–-…|'


def _stands_free(text: str, draft: Draft, back: str, blurred: bool) -> bool:
    """A number without unit and noun is an amount only where the sentence uses it as one: not in a list or bracket."""
    if draft.high in (0, 1) and not blurred:
        return False
    following = text[draft.end : draft.end + 2]
    if blurred or draft.written is Written.WORD:
        return (draft.written is Written.WORD or bool(back.strip())) and not following.startswith((")", "/"))
    if not back.strip() or "\n" in back[-2:]:
        return False
    return following[:1] in ("", ".", ",", " ", ";", "!", "?")
