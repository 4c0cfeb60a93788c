"""Splits text into sentences: at final marks, at line ends, and where a heading without a full stop runs on."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Furniture, Quotation
from lagebild.model.span import Span

# A line without a final mark is a headline up to this length; longer ones are paragraphs that lost their stop.
LONGEST_HEADLINE = 160
# Text without a full stop is cut here, so that no step ever works on a "sentence" of megabytes; the longest sentence of
# the annotated articles has 700 code points.
LONGEST_SENTENCE = 3000

CLOSERS = "\"“”«»‘’'›‹)]"
_BORDER = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<close>(?:\s?[{re.escape(CLOSERS)}](?![^\W\d_]))*)"
    r"|(?P<line>\n\s*)"
)
_LAST_WORD = re.compile(r"[^\s(\[„“\"»«‚'/]+$")
# Letters with stops between them: "U.S", "h.c".
LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_STARTS = "„\"»«“‚'›‹([–-•·*"


class SentenceSpan(NamedTuple):
    """A sentence: its span without white space at the edges, the paragraph it stands in, whether it is a headline."""

    span: Span
    paragraph: int
    headline: bool


def split_sentences(
    text: str, furniture: Sequence[Furniture], quotations: Sequence[Quotation], language: Language
) -> list[SentenceSpan]:
    """The sentences between pieces of furniture, in order and disjoint; furniture belongs to none.

    Abbreviations, ordinals, initials and decimals end no sentence; a full stop that lacks its space does
    ("halten.Die"). A quotation's last mark ends the sentence unless the sentence goes on behind it.
    """
    words = word_lists(language, "segments")
    closed = frozenset(quotation.outer.end for quotation in quotations)
    sentences: list[SentenceSpan] = []
    paragraph = 0
    for piece in _pieces(text, furniture):
        start = piece.start
        for end, line_end, new_paragraph in _borders(text, piece, words, closed):
            _add(sentences, text, Span(start, end), paragraph, line_end, language)
            start = end
            paragraph += new_paragraph
        _add(sentences, text, Span(start, piece.end), paragraph, piece.end == len(text), language)
    return sentences


@lru_cache(maxsize=8)
def sentences_of(text: str, furniture: tuple[Furniture, ...], language: Language) -> tuple[Span, ...]:
    """Where the sentences of a document stand that has been read; kept for the last documents, as several ask for them
    one after the other."""
    return tuple(span for span, _, _ in split_sentences(text, furniture, (), language))


def _pieces(text: str, furniture: Sequence[Furniture]) -> Iterator[Span]:
    at = 0
    for piece in furniture:
        if piece.span.start > at:
            yield Span(at, piece.span.start)
        at = max(at, piece.span.end)
    if at < len(text):
        yield Span(at, len(text))


def _borders(
    text: str, piece: Span, words: dict[str, frozenset[str]], closed: frozenset[int]
) -> Iterator[tuple[int, bool, bool]]:
    """Ends of sentences: the offset, whether a line ends there, whether a paragraph does.

    `closed` says where quotations end: "… reicht."Dann ging er" is cut behind the mark though no space follows.
    """
    last = piece.start
    for match in _BORDER.finditer(text, piece.start, piece.end):
        if match.group("line") is not None:
            broken = match.group("line").count("\n") > 1
            if broken or _line_ends(text, last, match.start(), match.end()):
                last = match.end()
                yield match.start(), True, broken
            continue
        if match.end() + 1 in closed and match.end() + 1 < piece.end and text[match.end() + 1].isupper():
            last = match.end() + 1
            yield last, False, False
        elif _ends_here(text, match, piece, words):
            last = match.end()
            yield match.end(), text[match.end() : match.end() + 1] == "\n", False


def _line_ends(text: str, start: int, line_end: int, next_line: int) -> bool:
    """Whether a single line break ends a sentence: after a final mark, a short line, or before a capital."""
    end = line_end
    while end > start and text[end - 1].isspace():
        end -= 1
    if end == start:
        return True
    after = text[next_line : next_line + 1]
    return text[end - 1] in '.!?…:"“”«»' or not after.islower()


def _ends_here(text: str, match: re.Match[str], piece: Span, words: dict[str, frozenset[str]]) -> bool:
    mark, end = match.group("mark"), match.end()
    closed = bool(match.group("close"))
    rest = text[end : min(end + 40, piece.end)]
    following = rest.lstrip()
    if not following:
        return True
    first = following[0]
    if rest[0].isspace():
        if first.islower() or first in ",;:)" or (first in "–-" and following[1:2].isspace() is not False and closed):
            return False
        if first in "–-" and len(following) > 1 and following[1].isspace():
            return False
    elif first in ",;:)–-/" or first.islower() or first.isdigit():
        return False
    if mark == ".":
        word = _LAST_WORD.search(text, max(piece.start, match.start() - 30), match.start())
        if word is not None and not closed and _keeps_going(word.group(), following, rest, words):
            return False
    if not rest[0].isspace() and first not in _STARTS and not closed:
        # "halten.Die": a lower-case word of some length before, a capital behind.
        word = _LAST_WORD.search(text, max(piece.start, match.start() - 30), match.start())
        return mark != "." or (
            word is not None and len(word.group()) > 2 and word.group()[-2:].islower() and first.isupper()
        )
    return True


def _keeps_going(word: str, following: str, rest: str, words: dict[str, frozenset[str]]) -> bool:
    """Whether the full stop after `word` belongs to an abbreviation, an ordinal or an initial."""
    if not rest[0].isspace() and not following[0].isupper():
        return True
    bare = word.rstrip(".").lower()
    next_word = re.match(r"[\w-]+", following)
    upcoming = next_word.group() if next_word else ""
    if len(word) == 1 and word.isupper():
        # An initial, unless what follows is never a name: "Peter M. Die Polizei", "Oberst a. D. Seine Frau".
        return upcoming not in words["openers"]
    if bare in words["sentence_final"] and upcoming[:1].isupper():
        return upcoming in words["after_abbreviation"]
    if bare in words["abbreviations"] or bare.endswith(tuple(words["abbreviation_endings"])):
        return True
    if LETTERS.fullmatch(word):
        return upcoming not in words["openers"]
    if word.isdigit() and len(word) <= 3:
        if upcoming in words["months"] or upcoming.split("-")[0] in words["ordinal_nouns"] or upcoming.isdigit():
            return True
        return (
            len(word) <= 2
            and upcoming[:1].isupper()
            and upcoming not in words["openers"] | words["never_after_ordinal"]
            and following[0] not in _STARTS
        )
    return bool(re.fullmatch(r"[IVXL]+", word)) and upcoming[:1].isupper() and upcoming not in words["openers"]


@cache
def _run_on(language: Language) -> re.Pattern[str]:
    """A word that opens sentences, with a capital though no mark stands before it."""
    words = word_lists(language, "segments")
    letters: dict[str, list[str]] = {}
    for word in sorted(words["openers"], key=lambda word: (-len(word), word)):
        letters.setdefault(word[0], []).append(word[1:])
    # By their first letters, so that most words are dismissed by one.
    openers = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in letters.items())
    names = "|".join(sorted(words["after_opener"]))
    # The blank comes first, because it can be found faster than what may stand before it.
    return re.compile(rf" (?<=[\wäöüß%)\"“«»] )(?=[{''.join(letters)}])(?=(?:{openers})\b(?! (?:{names})\b)[ ])")


def _add(
    sentences: list[SentenceSpan], text: str, span: Span, paragraph: int, line_end: bool, language: Language
) -> None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        sentences.append(SentenceSpan(Span(start, cut), paragraph, False))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start == end:
        return
    for match in _run_on(language).finditer(text, start, end):
        at = match.start()
        if at - start >= 8 and not _inside_name(text, start, at):
            sentences.append(SentenceSpan(Span(start, at), paragraph, True))
            start = match.end()
    final = text[end - 1] in ".!?…" or (text[end - 1] in CLOSERS and text[max(start, end - 2)] in ".!?…")
    headline = not final and line_end and end - start <= LONGEST_HEADLINE
    sentences.append(SentenceSpan(Span(start, end), paragraph, headline))


def _inside_name(text: str, start: int, at: int) -> bool:
    """Whether a capital opener belongs to a title in quotation marks or after a noun such as "Sendung"."""
    before = text[start:at]
    return (
        before.count("„") > before.count("“") + before.count("”") + before.count('"')
        or before.count('"') % 2 == 1
        or (before.count("»") != before.count("«"))
    )
