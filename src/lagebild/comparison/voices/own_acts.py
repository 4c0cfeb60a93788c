"""Own acts: whose demand, decision, offer or plan a clause tells in the report's own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.analysis.lexicon import lexicon
from lagebild.comparison.claims.clauses import is_verb
from lagebild.comparison.claims.concepts import KEPT, lemmas_of
from lagebild.comparison.claims.forms import begins_noun_phrase, may_be_subject
from lagebild.language.load import Language
from lagebild.language.search import folded
from lagebild.language.words import word_lists
from lagebild.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_BREAK = re.compile(r"[,;:]\s|\s[–—]\s")
_Words = Sequence[re.Match[str]]
FIELD = 12
"""Words before the verb of a main clause: a subject with all that belongs to it."""


class _Act(NamedTuple):
    """`needed` are lemmas of which one has to stand in the clause, none where the verb says enough."""

    needed: frozenset[str]
    is_view: bool


def subjects_of_acts(text: str, clause: Span, language: Language, *, views: bool = True) -> Iterator[Span]:
    """Where the words may stand for whoever demands, decides, offers or plans what a clause tells, the likelier first;
    none where its verb says no such thing, or tells of an act that lies before the matter ("hatte … abgelehnt").
    Without `views` only what is done counts, not what is thought."""
    before, verb, behind = _parted(text, clause, language)
    if verb is not None and _is_act(verb[0], _told(before), _told(behind), language, views=views):
        yield from _subjects(text, before, verb, behind, language)


def wishers(text: str, clause: Span, language: Language) -> Iterator[Span]:
    """The same for whoever wants what the clause tells ("Holm will im Amt bleiben"), which others may say of him."""
    before, verb, behind = _parted(text, clause, language)
    if verb is not None and verb[0] in word_lists(language, "comparing")["wanting"]:
        yield from _subjects(text, before, verb, behind, language)


def _parted(text: str, clause: Span, language: Language) -> tuple[_Words, re.Match[str] | None, _Words]:
    """The words before the finite verb of a clause, that verb, and the words behind it up to the next clause."""
    words = list(_WORD.finditer(text, *clause))
    told = _told(words)
    at = next((n for n in range(len(words)) if is_verb(told, n, language)), None)
    if at is None or at > FIELD:
        return (), None, ()
    end = _BREAK.search(text, words[at].end(), clause.end)
    return words[:at], words[at], [word for word in words[at + 1 :] if end is None or word.start() < end.start()]


def _told(words: _Words) -> list[str]:
    return [word[0] for word in words]


def _subjects(
    text: str,
    before: _Words,
    verb: re.Match[str],
    behind: _Words,
    language: Language,
) -> Iterator[Span]:
    first = bool(before) and begins_noun_phrase(before[0][0], language)
    if first and may_be_subject(_told(before), (verb[0], verb[0]), language):
        yield Span(before[0].start(), before[-1].end())
    found = _noun_phrase(text, behind, language)
    if found and may_be_subject(_told(found), (verb[0], verb[0]), language):
        yield Span(found[0].start(), found[-1].end())


def _noun_phrase(text: str, words: _Words, language: Language) -> _Words:
    """The noun phrase that follows a verb: its article and adjectives, and all nouns and names in a row."""
    rules = language.rules("claims")["clauses"]
    words = words[1:] if words and words[0][0] in rules["reflexive"] else words
    if words and words[0][0] in word_lists(language, "claims")["persons"]:
        return words[:1]
    if not words or not begins_noun_phrase(words[0][0], language):
        return ()
    first = next((at for at, word in enumerate(words) if word[0][:1].isupper()), None)
    if first is None:
        return ()
    end = first + 1
    while end < len(words) and words[end][0][:1].isupper() and text[words[end - 1].end() : words[end].start()] == " ":
        end += 1
    return words[:end]


def _is_act(verb: str, before: Sequence[str], behind: Sequence[str], language: Language, *, views: bool) -> bool:
    """Whether the verb, with its particle or participle at the end of the clause, is one of those of the table."""
    found = _acts_of(verb, behind[-1] if behind else "", language)
    if not found:
        return False
    there = {folded(lemma) for word in (*before, *behind) for lemma in lemmas_of(word, language)}
    return any((views or not one.is_view) and (not one.needed or not one.needed.isdisjoint(there)) for one in found)


@lru_cache(maxsize=KEPT)
def _acts_of(verb: str, last: str, language: Language) -> tuple[_Act, ...]:
    """The rows for a finite verb and the word that ends its clause."""
    acts = _acts(language)
    verbs = {item.lemma for item in lexicon(language).entry(verb).possibilities if item.tag.startswith("V")}
    if verb in word_lists(language, "comparing")["perfect"]:
        verbs = {item.lemma for item in lexicon(language).entry(last).possibilities if item.tag == "VVPP"}
    elif last in language.rules("words")["particles"]["separable"].split():
        verbs |= {f"{last}{lemma}" for lemma in verbs}
    return tuple(act for lemma in sorted(verbs) for act in acts.get(lemma, ()))


@cache
def _acts(language: Language) -> Mapping[str, Sequence[_Act]]:
    found: dict[str, list[_Act]] = {}
    for row in language.table("own_acts", key=("verb", "with")):
        act = _Act(frozenset(map(folded, row["with"].split())), bool(row["view"]))
        found.setdefault(row["verb"], []).append(act)
    return found
