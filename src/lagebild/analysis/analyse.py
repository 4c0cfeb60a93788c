"""Document to Analysis: furniture, quotations, turns, tagged sentences, headings, phrases, clauses, in order."""

from bisect import bisect_left
from functools import cache

from lagebild.analysis.acting_nouns import acting
from lagebild.analysis.base_phrases import find_phrases, name_words
from lagebild.analysis.broken_quotations import without_broken
from lagebild.analysis.clauses import find_clauses
from lagebild.analysis.engine import Engine
from lagebild.analysis.engines.own import OwnEngine
from lagebild.analysis.furniture import furniture_in
from lagebild.analysis.headings import part_headings
from lagebild.analysis.insertions import saying
from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.quotations import quotations_in
from lagebild.analysis.turns import turns_in, with_turns
from lagebild.language.given_names import given_names
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Analysis
from lagebild.model.document import Document


@cache
def _lands(language: Language) -> frozenset[str]:
    """The names of states and of their capitals."""
    rows = language.table("states", key=("code",))
    return frozenset(name for row in rows for name in (row["name"], *row["capitals"].split("|")) if name)


def analyse(document: Document, language: Language, engine: Engine | None = None) -> Analysis:
    """The analysis of the document's text; the same text gives the same analysis. Without an engine our own is used."""
    text = document.text
    furniture = furniture_in(text, language)
    turns = turns_in(text)
    quotations = with_turns(quotations_in(text, language), turns)
    tokens, sentences = (engine or OwnEngine()).tagged(text, furniture, quotations, language)
    quotations = without_broken(quotations, tokens, sentences, saying(language))
    sentences = part_headings(tokens, sentences, quotations, lexicon(language))
    words = word_lists(language, "phrases")
    names = name_words(words, given_names(language), lexicon(language), _lands(language))
    phrases = find_phrases(tokens, sentences, lexicon(language).strong_endings, names, words["measured_adjectives"])
    starts = [token.start for token in tokens]
    quoted = [False] * len(tokens)
    for quotation in quotations:
        if quotation.depth == 0:
            first, last = bisect_left(starts, quotation.inner.start), bisect_left(starts, quotation.inner.end)
            quoted[first:last] = [True] * (last - first)
    clauses = find_clauses(tokens, sentences, phrases, quoted, saying(language), acting(language))
    phrase_of, sentence_of, clause_of = ([-1] * len(tokens) for _ in range(3))
    for k, phrase in enumerate(phrases):
        phrase_of[phrase.first : phrase.last] = [k] * (phrase.last - phrase.first)
    for k, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [k] * (sentence.last - sentence.first)
    for k, clause in enumerate(clauses):
        for first, last in clause.parts:
            clause_of[first:last] = [k] * (last - first)
    return Analysis(
        text=text, tokens=tokens, sentences=sentences, phrases=phrases, clauses=clauses, quotations=quotations,
        furniture=furniture, language=language.code, phrase_of=tuple(phrase_of), sentence_of=tuple(sentence_of),
        clause_of=tuple(clause_of),
    )  # fmt: skip
