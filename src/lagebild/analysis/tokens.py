"""Splits a sentence into words and marks, offsets kept."""

import re
from functools import cache

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.span import Span

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”„]+[^\s<>\"“”„.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|\#\w+"
_NUMBER = r"\d+(?:[.,]\d+)*(?:-[^\W\d_]+)+|[+-]?\d+(?:[.,:]\d+)+"
# A letter with the accents that may follow it as characters of their own.
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = rf"{_LETTERS}(?:[-‐‑'’/&.](?=[^\W_]){_LETTERS})*(?:[-‐](?=[\s,;)/])|['’](?![^\W_]))?"
# Most tokens: letters alone or with hyphens, with behind them what none of the other patterns has inside a token.
_PLAIN = r"[^\W\d_]++(?:-[^\W\d_]++)*+(?=[\s,;!?)(„“”»«\"]|:\s|\.?\Z)"
# Marks with which none of the other patterns begins, and the last full stop.
_ALONE = r"[,;:!?()„“”»«\"]|\.\Z"
# A span of a pair, without unpacking it: there is one for each word.
_NEW = tuple.__new__
_MARK = r"\.{2,}|…|--+|''|``|[^\w\s]|_"


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = word_lists(language, "segments")
    short = sorted(words["abbreviations"], key=lambda word: (-len(word), word))
    both = rf"{_LETTERS}[*:_/](?:" + "|".join(sorted(words["both_genders"], reverse=True)) + r")(?![^\W_])"
    abbreviation = r"(?<![\w.-])(?i:" + "|".join(re.escape(word) for word in short) + r")\.(?=\s*[^\s])(?![\w])"
    spaced = r"(?<![\w.-])(?:" + "|".join(_spaced(word) for word in short if word.count(".")) + ")"
    initial = r"(?<![\w.-])[A-ZÄÖÜ]\.(?=\s?[A-ZÄÖÜ]|\s[^\W\d_])"
    ordinal = r"\d{1,3}\.(?=\s+[^\W\d_]|\s*[-–/]\s*\d)"
    return re.compile(
        "|".join((_PLAIN, _ALONE, _ADDRESS, spaced, abbreviation, initial, _NUMBER, ordinal, both, _WORD, _MARK))
    )


def _spaced(word: str) -> str:
    """An abbreviation of several parts, with or without blanks between them: "z. B." and "z.B."."""
    return r"\.\s?".join(rf"(?i:{re.escape(part)})" for part in word.split(".")) + r"\."


def tokenise(text: str, span: Span, language: Language) -> list[Span]:
    """The tokens inside the span, in order; together they cover everything in it that is not white space.

    Compounds with hyphens, numbers with separators, ordinals, abbreviations with their stops, addresses, genitives
    with an apostrophe and forms for both genders ("Bürger:innen") stay whole; marks stand alone. Linear in the length
    of the span.
    """
    tokens = [_NEW(Span, match.span()) for match in _pattern(language).finditer(text, span.start, span.end)]
    if len(tokens) > 1 and _ends_sentence(text, tokens[-1], span):
        last = tokens.pop()
        tokens += [Span(last.start, last.end - 1), Span(last.end - 1, last.end)]
    return tokens


def _ends_sentence(text: str, last: Span, span: Span) -> bool:
    """Whether the last token is a word with the sentence's own full stop: "im Jahr 2014."."""
    return (
        last.end == span.end and last.end - last.start > 1 and text[last.end - 1] == "." and text[last.start].isalnum()
    )
