"""Attached phrases: which ones with a preposition belong to the noun before them, and do not tell where it was said."""

from collections.abc import Mapping

from lagebild.analysis.base_phrases import NAMES
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Analysis, Phrase

Words = Mapping[str, frozenset[str]]


def belongs_to_noun(analysis: Analysis, words: Words, preposition: str, k: int) -> bool:
    """Whether the phrase `k` behind the preposition may say more of the noun before; `words` are those of phrases.toml
    with the media."""
    phrase = analysis.phrases[k]
    return _is_whereabouts(analysis, words, preposition, phrase) and not _is_occasion(
        analysis, words, preposition, phrase
    )


def _is_whereabouts(analysis: Analysis, words: Words, preposition: str, phrase: Phrase) -> bool:
    """As in "der Botschafter in Lima", "die Ärztin im Krankenhaus": where somebody belongs is a named place or a house
    with people of its own; "der Konzern in erster Linie" does something there."""
    if preposition not in words["placing"]:
        return True
    head = analysis.tokens[phrase.head]
    return head.tag in NAMES or ends_in(head.lemma.lower(), words["houses"])


def _is_occasion(analysis: Analysis, words: Words, preposition: str, phrase: Phrase) -> bool:
    """As in "der Minister im Inforadio", "die Ärztin in ihrem neuen Buch", "die Ärztin zur APA": where or to whom it
    was said, not who she is."""
    if preposition in words["telling_prepositions"]:
        return _is_medium(analysis, words, phrase)
    if preposition not in words["occasion_prepositions"]:
        return False
    head = analysis.tokens[phrase.head]
    return (
        analysis.tokens[phrase.first].tag == "PPOSAT"
        or head.text in words["media"]
        or ends_in(head.lemma.lower(), words["occasion_endings"])
    )


def _is_medium(analysis: Analysis, words: Words, phrase: Phrase) -> bool:
    if ends_in(analysis.tokens[phrase.head].lemma.lower(), words["medium_endings"]):
        return True
    return any(token.text in words["media"] for token in analysis.tokens[phrase.first : phrase.last])
