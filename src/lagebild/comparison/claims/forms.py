"""Forms: what the form of a word allows it to be in its clause."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lagebild.analysis.lexicon import lexicon
from lagebild.comparison.claims.concepts import KEPT, is_finite
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import NOMINATIVE, PLURAL, SINGULAR

_BEGINS_A_NOUN_PHRASE = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "PDS", "PIS", "PPER", "CARD"})
_NOUNS = frozenset({"NN", "NE"})


@lru_cache(maxsize=KEPT)
def is_infinite(word: str, language: Language) -> bool:
    """Whether a verb may be an infinitive or participle as well: "fördern", "entlassen"."""
    return any(item.tag in {"VVINF", "VVPP"} for item in lexicon(language).entry(word).possibilities)


def is_future(words: Sequence[str], language: Language) -> bool:
    """Whether the words tell by a form of "werden" with an infinitive behind what is only to come."""
    auxiliaries = word_lists(language, "claims")["future"]
    at = next((at for at, word in enumerate(words) if word in auxiliaries), len(words))
    marker = language.rules("claims")["clauses"]["infinitive"]
    return any(
        before != marker and word.islower() and _is_only_infinitive(word, language)
        for before, word in pairwise(words[at:])
    )


def is_infinitive_clause(words: Sequence[str], language: Language) -> bool:
    """Whether a clause has an infinitive with "zu" and no finite verb: "Sanktionen zu umgehen"."""
    own = [word for word in words if not is_infinite(word, language)]
    if any(is_finite(word, language) for word in own) or any(may_be_finite(word, language) for word in own[-1:]):
        return False
    marker = language.rules("claims")["clauses"]["infinitive"]
    marked = any(before == marker and is_infinite(word, language) for before, word in pairwise(words))
    return marked or any(_is_marked(word, language) for word in words)


@lru_cache(maxsize=KEPT)
def _is_marked(word: str, language: Language) -> bool:
    """Whether a verb has the "zu" inside: "aufzugeben"."""
    return word.islower() and any(item.tag == "VVIZU" for item in lexicon(language).entry(word).possibilities)


@lru_cache(maxsize=KEPT)
def _is_only_infinitive(word: str, language: Language) -> bool:
    tags = {item.tag for item in lexicon(language).entry(word).possibilities}
    return any(tag.endswith("INF") for tag in tags) and not any(tag.endswith("PP") or tag[0] != "V" for tag in tags)


@lru_cache(maxsize=KEPT)
def may_be_finite(word: str, language: Language) -> bool:
    """Whether a small word may be a finite verb or else an adjective, and nothing else: "überlebten"."""
    tags = {item.tag for item in lexicon(language).entry(word).possibilities} if word.islower() else set()
    return any(tag.endswith("FIN") for tag in tags) and all(tag[0] == "V" or tag == "ADJA" for tag in tags)


def may_be_subject(words: Sequence[str], verbs: Sequence[str], language: Language) -> bool:
    """Whether the words before a verb may be its subject, and that of the other verbs too: by the word that begins them
    and by the number of their last noun."""
    if not _may_begin_subject(words[0], language):
        return False
    last = next((word for word in reversed(words) if word[:1].isupper()), words[0])
    nouns = [item.agreement for item in lexicon(language).entry(last).possibilities if item.tag == "NN"]
    numbers = [
        (_may_be_of(verb, "s", language) and any(mask & NOMINATIVE & SINGULAR for mask in nouns))
        or (_may_be_of(verb, "p", language) and any(mask & NOMINATIVE & PLURAL for mask in nouns))
        for verb in verbs
    ]
    return not nouns or all(numbers)


@lru_cache(maxsize=KEPT)
def begins_noun_phrase(word: str, language: Language) -> bool:
    """Whether the word may begin a noun phrase, whatever its case; prepositions and adverbs do not."""
    closed = lexicon(language).closed.get(word[:1].lower() + word[1:], ())
    return any(item.tag in _BEGINS_A_NOUN_PHRASE for item in closed) if closed else word[:1].isupper()


@lru_cache(maxsize=KEPT)
def _may_begin_subject(word: str, language: Language) -> bool:
    small = word[:1].lower() + word[1:]
    closed = lexicon(language).closed.get(small, ())
    if closed:
        return any(item.tag in _BEGINS_A_NOUN_PHRASE and item.agreement & NOMINATIVE for item in closed)
    possible = lexicon(language).entry(word).possibilities
    return any(item.tag in _NOUNS and (not item.agreement or item.agreement & NOMINATIVE) for item in possible)


def _may_be_of(verb: str, number: str, language: Language) -> bool:
    return any(number in one.numbers for item in lexicon(language).entry(verb).possibilities for one in item.verbs)
