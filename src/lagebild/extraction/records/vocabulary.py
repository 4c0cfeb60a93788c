"""Vocabulary: the words of a report, asked whether a kind of record may be told in it at all."""

from typing import NamedTuple

from lagebild.extraction.once import Once
from lagebild.extraction.records.listed import Nouns, is_listed
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
    capitals: frozenset[str]
    """Those of all these that begin with a capital."""
    listable: Nouns
    """The nouns, to be asked for in lists."""

    def listed(self, entries: frozenset[str]) -> frozenset[str]:
        """The nouns that stand in the list."""
        if not self.listable.any_listed(entries):
            return frozenset()
        return frozenset([noun for noun in self.nouns if is_listed(noun, entries)])

    def speaks_of(self, table: Wordings) -> bool:
        """Whether any word of the report stands in the table, so that a closer look is worth its time."""
        telling = self.nouns | self.qualities | self.verbs
        if not all(telling.isdisjoint(words) for words in (table.verbs, table.adjectives, table.nouns)):
            return True
        return table.has_noun_among(self.capitals)


def _vocabulary(findings: Findings, language: Language) -> Vocabulary:
    assert findings.analysis is not None
    tokens, of_tag = findings.analysis.tokens, findings.analysis.where.of_tag
    nouns = frozenset([tokens[i].lemma for i in of_tag.get("NN", ())])
    qualities = frozenset([tokens[i].lemma for tag in QUALITIES for i in of_tag.get(tag, ())])
    verbs = {tokens[i].lemma for i in of_tag.get("VVPP", ())}
    verbs.update([clause.lemma for clause in findings.analysis.clauses])
    return Vocabulary(
        words=frozenset(findings.analysis.where.of_small),
        lemmas=frozenset([lemma.lower() for lemma in {token.lemma for token in tokens}]),
        nouns=nouns,
        qualities=qualities,
        verbs=frozenset(verbs),
        capitals=frozenset([word for word in nouns | qualities | verbs if word[:1].isupper()]),
        listable=Nouns(nouns),
    )


# The four kinds of record all ask.
vocabulary_of = Once(_vocabulary, by=lambda findings: (findings.analysis,))
