"""Acronyms: the long names that a document gives for them, as in "die Freie Hafenliste (FHL)"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.known import Known
from lagebild.model.analysis import Analysis

# Longer words in parentheses are no acronyms.
LONGEST = 8
# How many base phrases back the long name may begin: "Organisation für Sicherheit und Zusammenarbeit in Europa".
PHRASES_BACK = 6
# Words such as "of", "für", "und" between the words of a long name are no longer.
LONGEST_LINK = 4
ARTICLES = ("ART", "PPOSAT", "PDAT")


def long_names(analysis: Analysis, known: Known) -> dict[str, tuple[int, int]]:
    """For each acronym that stands in parentheses behind its long name the tokens `[first, last)` of that name."""
    tokens = analysis.tokens
    found: dict[str, tuple[int, int]] = {}
    for i in analysis.where.of_text.get("(", ()):
        if not 0 < i < len(tokens) - 2:
            continue
        short = tokens[i + 1].text
        if tokens[i + 2].text != ")" or short in found or not is_acronym(short):
            continue
        name = _initials(analysis, i, short) or next(
            (place for place in _candidates(analysis, i) if _spells(analysis, known, place, short)), None
        )
        if name is not None:
            found[short] = name
    return found


def is_acronym(word: str) -> bool:
    """Whether the word is written as acronyms are: mostly capitals."""
    capitals = sum(letter.isupper() for letter in word)
    return 2 <= len(word) <= LONGEST and word.isalpha() and 2 * capitals >= len(word) and capitals >= 2


def stands_for(short: str, name: str) -> bool:
    """Whether the acronym's letters stand in the name in their order, the first at its beginning."""
    letters = iter(name.lower())
    return name[:1].lower() == short[:1].lower() and all(letter in letters for letter in short.lower())


def _initials(analysis: Analysis, end: int, short: str) -> tuple[int, int] | None:
    """The words right before the parenthesis whose first letters are the acronym, whatever phrases the parser sees in a
    foreign name: "Arctic Research Foundation (ARF)". Small words between them count for nothing."""
    sentence = analysis.sentences[analysis.sentence_of[end]]
    first, letters = end, list(short.lower())
    while letters and first > sentence.first:
        word = analysis.tokens[first - 1].text
        if word[:1].isupper() and word[:1].lower() == letters[-1]:
            letters.pop()
        elif not word.isalpha() or not word.islower() or len(word) > LONGEST_LINK or first == end:
            return None
        first -= 1
    return (first, end) if not letters and len(short) > 1 else None


def _candidates(analysis: Analysis, end: int) -> Iterator[tuple[int, int]]:
    """The phrases that reach up to the parenthesis, the longest first."""
    last = analysis.phrase_of[end - 1]
    sentence = analysis.sentence_of[end]
    for k in range(max(0, last - PHRASES_BACK), last + 1) if last >= 0 else ():
        phrase = analysis.phrases[k]
        if analysis.sentence_of[phrase.first] != sentence or full_phrase(analysis, k, coordinated=True)[1] < end:
            continue
        for first in range(phrase.first, phrase.head + 1):
            if any(token.text == "," for token in analysis.tokens[first:end]):
                continue  # "der Chef der Fraktion, Karl Tann (CDU)"
            # "der regierenden Blauen Front (BF)": no lower-case word begins a name.
            if analysis.tokens[first].text[:1].isupper() and analysis.tokens[first].tag not in ARTICLES:
                yield first, end


def _spells(analysis: Analysis, known: Known, place: tuple[int, int], short: str) -> bool:
    """Whether the words may be the acronym's: its letters, or a foreign acronym behind a noun for a body."""
    first, last = place
    words = analysis.words(first, last)
    if len(words) <= len(short):
        return False
    if stands_for(short, words):
        return True
    k = analysis.phrase_of[first]
    head = analysis.tokens[analysis.phrases[k].head]
    kind = known.kind_of(head.lemma) if head.tag == "NN" else None
    return kind is not None and kind[0] in ("organisation", "medium") and last - first > 1
