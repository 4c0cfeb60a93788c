"""The dictionary form of a noun phrase: "des französischen Außenministeriums" is "französisches Außenministerium"."""

from functools import cache

from lagebild.language.endings import ends_in
from lagebild.model.analysis import DATIVE, FEMININE, MASCULINE, NEUTER, NOMINATIVE, PLURAL, SINGULAR, Phrase, Token

ENDINGS = ("en", "em", "er", "es", "e")
# Behind these an adjective keeps its weak ending in the plural: "alle anderen Fischer", "seine alten Freunde".
WEAK_BEHIND = ("PPOSAT", "PDAT")
# Words that inflect with the adjectives of their phrase.
INFLECTED = ("ADJA", "PIAT", "PPOSAT")


def dictionary_form(
    text: str, tokens: tuple[Token, ...], phrase: Phrase, first: int, last: int, words: dict[str, frozenset[str]]
) -> str:
    """The words `[first, last)` in the nominative, as a name for somebody who has none; `first` is past the article.

    Adjectives take the ending that they have without an article ("die türkischen Behörden": "türkische Behörden"), the
    head its nominative; what hangs on it ("der Staatsanwaltschaft") stays. A doubtful gender leaves the text's form.
    """
    mask = phrase.agreement
    if phrase.preposition is not None:
        # "von den Verantwortlichen" is a plural: the preposition takes the dative.
        mask = mask & tokens[phrase.preposition].agreement or mask
    bare = tokens[phrase.first].tag in ("NN", "ADJA") and tokens[phrase.head].tag == "NN"
    plural = bool(mask & PLURAL) and (not mask & SINGULAR or (bare and not mask & NOMINATIVE & SINGULAR))
    oblique = not mask & NOMINATIVE or _is_oblique(tokens, phrase)
    gender = None if plural else _gender(mask, tokens[phrase.head])
    weak = any(
        tokens[i].tag in WEAK_BEHIND or tokens[i].text.lower() in words["weakening"] for i in range(first, phrase.head)
    )
    named: list[str] = []
    for i in range(first, last):
        token = tokens[i]
        word = token.text
        if i < phrase.head and token.tag in INFLECTED:
            keeps = plural and weak and token.tag == "ADJA"
            word = word if keeps or is_town_adjective(tokens, i) else _adjective(token, gender, plural=plural)
        elif i == phrase.head and token.tag == "NN":
            adjectival = _is_adjectival(token, words)
            # "der 28-Jährige" is "28-Jähriger" without its article.
            bared = first > phrase.first and gender == MASCULINE
            if adjectival and (plural or oblique or bared) and not (plural and weak):
                word = _adjectival(token, gender, plural=plural)
            elif oblique:
                word = _noun(token, plural=plural)
        elif word in words["genitive_numbers"]:
            word = word.removesuffix("er")
        gap = text[tokens[i - 1].end : token.start] if i > first else ""
        named.append(gap + word)
    return "".join(named)


def _is_oblique(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether the phrase stands behind a preposition or a genitive article though its form could be nominative."""
    if phrase.preposition is not None:
        return True
    return tokens[phrase.first].tag == "ART" and tokens[phrase.first].text.lower() in ("des", "dem", "eines", "einem")


def is_town_adjective(tokens: tuple[Token, ...], index: int) -> bool:
    """As in "die Wiener Linien", "die New Yorker Polizei": made from a town's name, it has no other form."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    capital = token.tag == "ADJA" and token.text[:1].isupper() and token.text.endswith("er")
    # "Süddeutscher" inflects: its lemma is without the ending.
    return capital and token.lemma.endswith("er")


def _gender(mask: int, head: Token) -> int | None:
    """The one gender that the phrase leaves open; a weak noun in "-e" that is not feminine is masculine."""
    fitting = [bits for bits in (MASCULINE, FEMININE, NEUTER) if mask & SINGULAR & bits]
    if len(fitting) == 1:
        return fitting[0]
    if fitting == [MASCULINE, NEUTER] and head.lemma.endswith("e"):
        return MASCULINE
    return None


def _adjective(token: Token, gender: int | None, *, plural: bool) -> str:
    word = token.text
    stem = next(
        (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2), word
    )
    if stem == word:
        return word
    if plural:
        return stem + "e"
    if gender is None:
        return word
    # "kein" and "sein" stand bare where "jeder" and adjectives show their gender.
    if token.tag != "ADJA" and not token.lemma.endswith("er"):
        return stem + ("e" if gender == FEMININE else "")
    return stem + ("er" if gender == MASCULINE else "e" if gender == FEMININE else "es")


def _is_adjectival(token: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether the noun inflects like an adjective: "der Abgeordnete", "ein Abgeordneter"."""
    if token.lemma in words["not_adjectival"]:
        return False
    if ends_in(token.lemma, _with_small(words["adjectival"])) or ends_in(token.lemma, words["age_endings"]):
        return True
    weak = token.text.endswith("en") and token.lemma == token.text[:-1]
    return weak and bool(token.agreement & SINGULAR & FEMININE) and bool(token.agreement & SINGULAR & MASCULINE)


@cache
def _with_small(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns with a capital, and with a small letter as the ends of compounds."""
    return nouns | {noun.lower() for noun in nouns}


def _adjectival(token: Token, gender: int | None, *, plural: bool) -> str:
    if plural or gender == FEMININE:
        return token.lemma
    return token.lemma + "r" if gender == MASCULINE else token.text


def _noun(token: Token, *, plural: bool) -> str:
    word = token.text
    if plural:
        dative_only = token.agreement & PLURAL and not token.agreement & PLURAL & ~DATIVE
        return word[:-1] if dative_only and word.endswith("n") else word
    lemma = token.lemma
    if word == f"{lemma}e":
        return word  # a name that the lexicon cuts: no dative ends so any more
    return lemma if lemma[:2].lower() == word[:2].lower() else word
