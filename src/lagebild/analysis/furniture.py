"""Furniture: page text that is not the report, marked as spans and never cut."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from lagebild.analysis.lexicon import lexicon
from lagebild.errors import ResourceError
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Furniture
from lagebild.model.span import Span

# A teaser is "Kicker: Headline"; a list of them is read no further than this.
LONGEST_LIST = 700

# What ends a teaser's kicker: a colon, or the bar between two teasers.
KICKER_END = re.compile(r"[^\s\d]\s?: | \| ")
_FULL_STOP = re.compile(r"[a-zäöüß]{2}[.!?](?:\s|$|[\"“»«)])")
# A headline in quotation marks has no full stop, and the next one or the report begins right behind it.
QUOTED_HEADLINE = re.compile(r"[„“\"»«][^„“”\"»«\n]{10,120}[^.!?…,;:\s][“”\"»«] (?=[A-ZÄÖÜ])")
OPENING_MARKS = frozenset('„“"»«')
OPENING_TAGS = frozenset(("ADV", "PROAV", "KOUS", "PWAV", "KOKOM"))

REACHES = frozenset(("match", "line", "teasers", "end", "end-or-teasers"))


class Rule(NamedTuple):
    """A rule of furniture.toml, compiled."""

    name: str
    pattern: re.Pattern[str]
    reach: str
    has: tuple[str, ...]
    """Whatever it matches holds one of these; none where nothing is known."""


@cache
def furniture_rules(language: Language) -> tuple[Rule, ...]:
    """The rules of the language. Raises ResourceError for one without a name, with a wrong pattern or reach."""
    rules = []
    for entry in language.rules("furniture").get("rule", []):
        try:
            pattern = re.compile(entry["pattern"], re.MULTILINE)
            rule = Rule(entry["name"], pattern, entry["reach"], tuple(entry.get("has", ())))
        except (KeyError, re.error) as problem:
            raise ResourceError(f"furniture.toml, rule {entry.get('name')!r}: {problem}") from problem
        if rule.reach not in REACHES:
            raise ResourceError(f"furniture.toml, rule {rule.name!r}: there is no reach {rule.reach!r}")
        rules.append(rule)
    return tuple(rules)


def furniture_in(text: str, language: Language) -> tuple[Furniture, ...]:
    """The pieces of furniture, in order and disjoint. Precision first: a doubtful stretch stays in the report."""
    found: list[Furniture] = []
    last_sentence = cache(lambda: max((match.start() for match in _FULL_STOP.finditer(text)), default=-1))
    holds = cache(text.__contains__)
    for rule in furniture_rules(language):
        if rule.has and not any(map(holds, rule.has)):
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.start(), match.end()
            while start < end and text[start].isspace():
                start += 1
            end = max(end, _reach(text, rule.reach, end, language, last_sentence))
            if start < end:
                found.append(Furniture(Span(start, end), rule.name))
    found.sort(key=lambda piece: (piece.span.start, -piece.span.end))
    disjoint: list[Furniture] = []
    for piece in found:
        if not disjoint or piece.span.start >= disjoint[-1].span.end:
            disjoint.append(piece)
    return tuple(disjoint)


def _reach(text: str, reach: str, end: int, language: Language, last_sentence: Callable[[], int]) -> int:
    """Where the furniture ends that a match ending at `end` begins; `last_sentence` tells where anything stands last
    that looks like the end of a sentence of the report rather than like link titles."""
    if reach == "line":
        line_end = text.find("\n", end)
        return line_end if line_end >= 0 else len(text)
    if reach == "end":
        return len(text)
    if reach == "teasers" or (reach == "end-or-teasers" and text[end : end + 1] == ":"):
        return _after_teasers(text, end, language)
    if reach == "end-or-teasers" and last_sentence() < end:
        return len(text)
    return end


def _after_teasers(text: str, start: int, language: Language) -> int:
    """Where the report goes on behind a list of teasers "Kicker: Headline Kicker: Headline Report."

    The report's first sentence is the stretch up to the first full stop after the list; it begins at the last
    word there that opens sentences and is written with a capital though no mark stands before it. Where there is
    no such word, the list ends with its last colon's headline left to the report: a doubt costs no sentence.
    """
    limit = min(len(text), start + LONGEST_LIST)
    line_end = text.find("\n", start, limit)
    limit = line_end if line_end > start + 3 else limit
    # Headlines end in question and exclamation marks, never in a full stop.
    stop = re.search(r"[a-zäöüß0-9\"“»«)]\.[\"“»«]?(?:\s|$)", text[start:limit])
    if stop is None:
        return limit
    stretch = text[start : start + stop.end()]
    colon = _last_kicker(stretch)
    words = word_lists(language, "segments")
    for match in re.finditer(r"(?<=[\wäöüß\"“»«!?)]) (?=([A-ZÄÖÜ][\wäöüß]*)\b)", stretch[colon:]):
        if match.group(1) in words["openers"] or _opens_only(match.group(1), language):
            return start + colon + match.end()
    verb = re.search(
        r"(?<=[\wäöüß\"“»«]) (?=[A-ZÄÖÜ][\wäöüß-]+ (?:" + "|".join(sorted(words["second"])) + r") )",
        stretch[colon:],
    )
    if verb is not None:
        return start + colon + verb.end()
    return start + colon


def _last_kicker(stretch: str) -> int:
    """Where the last headline's kicker ends; a colon before a quotation belongs to the report's own sentence, unless
    the quotation is a whole headline, with which the list goes on."""
    ends = [match.end() for match in KICKER_END.finditer(stretch)]
    for end in reversed(ends):
        if stretch[end : end + 1] not in OPENING_MARKS:
            return end
        quoted = QUOTED_HEADLINE.match(stretch, end)
        if quoted is not None:
            return quoted.end()
    return 0


def _opens_only(word: str, language: Language) -> bool:
    """Whether the word has a capital only because it opens a sentence: an adverb or a conjunction."""
    return any(one.tag in OPENING_TAGS for one in lexicon(language).closed.get(word.lower(), ()))
