"""Vocabulary: the words of a report, asked whether a kind of record may be told in it at all."""

from typing import NamedTuple

from lagebild.extraction.once import Once
from lagebild.language.load import Language
from lagebild.language.wordings import Wordings
from lagebild.model.findings import Findings

QUALITIES = ("ADJA", "ADJD")


class Vocabulary(NamedTuple):
    """The different words of one report."""

    words: frozenset[str]
    """As they stand, in small letters."""
    lemmas: frozenset[str]
    """In small letters too."""
    nouns: frozenset[str]
    """The lemmas of nouns that are no names."""
    qualities: frozenset[str]
    """The lemmas of adjectives."""
    verbs: frozenset[str]
    """The lemmas of clauses, and of participles, of which a clause may have several."""

    def speaks_of(self, table: Wordings) -> bool:
        """Whether any word of the report stands in the table, so that a closer look is worth its time."""
        telling = self.nouns | self.qualities | self.verbs
        if not all(telling.isdisjoint(words) for words in (table.verbs, table.adjectives, table.nouns)):
            return True
        return any(table.of_noun(word) for word in telling if word[:1].isupper())


def _vocabulary(findings: Findings, language: Language) -> Vocabulary:
    assert findings.analysis is not None
    tokens = findings.analysis.tokens
    return Vocabulary(
        words=frozenset([token.text.lower() for token in tokens]),
        lemmas=frozenset([token.lemma.lower() for token in tokens]),
        nouns=frozenset([token.lemma for token in tokens if token.tag == "NN"]),
        qualities=frozenset([token.lemma for token in tokens if token.tag in QUALITIES]),
        verbs=frozenset([clause.lemma for clause in findings.analysis.clauses])
        | {token.lemma for token in tokens if token.tag == "VVPP"},
    )


# The four kinds of record all ask.
vocabulary_of = Once(_vocabulary, by=lambda findings: (findings.analysis,))
