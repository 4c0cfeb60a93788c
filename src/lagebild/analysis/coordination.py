"""Coordination: the noun phrases that are joined into one enumeration, "Russland, China und Kuba"."""

from lagebild.analysis.phrases import full_phrase
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import Analysis

# Words that may stand between a joining word and the phrase that it joins: "und sogar", "sowie auch".
BETWEEN = ("ADV", "PTKNEG", "ADJD")
MOST = 8


def enumerated(analysis: Analysis, k: int) -> tuple[int, ...]:
    """The phrases of the enumeration that begins with phrase `k`, itself first; only `k` where nothing is joined.

    A comma joins only where a conjunction follows further on, so that an apposition is not taken for a second member.
    """
    known = analysis.enumerations.get(k)
    if known is None:
        known = analysis.enumerations[k] = _enumerated(analysis, k)
    return known


def _enumerated(analysis: Analysis, k: int) -> tuple[int, ...]:
    found = [k]
    waiting: list[int] = []
    here = k
    while len(found) + len(waiting) < MOST:
        end = max(full_phrase(analysis, here, coordinated=False)[1], analysis.phrases[here].last)
        following, joins = _next(analysis, end, k)
        if following is None:
            break
        waiting.append(following)
        if joins:
            found += waiting
            waiting = []
        here = following
    return tuple(found)


def _next(analysis: Analysis, end: int, first: int) -> tuple[int | None, bool]:
    """The phrase joined at token `end`, and whether a conjunction joins it."""
    tokens = analysis.tokens
    sentence = analysis.sentences[analysis.sentence_of[analysis.phrases[first].first]]
    if end + 1 >= sentence.last:
        return None, False
    joins = (
        tokens[end].tag == "KON" and tokens[end].text in word_lists(Language(analysis.language), "phrases")["and_words"]
    )
    if not joins and tokens[end].text not in (",", "/"):
        return None, False
    at = end + 1
    if tokens[at].tag == "KON":
        at, joins = at + 1, True
    while at < sentence.last and tokens[at].tag in BETWEEN:
        at += 1
    own = analysis.phrases[first].preposition
    if at < sentence.last and tokens[at].tag in ("APPR", "APPRART"):
        if own is None or tokens[own].lemma.lower() != tokens[at].lemma.lower():
            return None, False
        at += 1
    if at >= sentence.last:
        return None, False
    k = analysis.phrase_of[at]
    if k < 0 or analysis.phrases[k].first != at or tokens[analysis.phrases[k].head].tag not in ("NN", "NE", "FM"):
        return None, False
    after = max(full_phrase(analysis, k, coordinated=False)[1], analysis.phrases[k].last)
    clause = analysis.clause_of[analysis.phrases[first].head]
    if joins and own is None and after < sentence.last and tokens[after].tag.endswith("FIN"):
        # "sagte X und Y ging": the second has a verb of its own.
        opens = (
            analysis.phrases[first].first == sentence.first or tokens[analysis.phrases[first].first - 1].tag == "KON"
        )
        if not opens and analysis.clause_of[after] != clause:
            return None, False
    return k, joins
