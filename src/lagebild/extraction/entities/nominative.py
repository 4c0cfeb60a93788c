"""The dictionary form of a noun phrase: "des französischen Außenministeriums" is "französisches Außenministerium"."""

from collections.abc import Sequence

from lagebild.model.analysis import DATIVE, FEMININE, MASCULINE, NEUTER, NOMINATIVE, PLURAL, SINGULAR, Phrase, Token

ENDINGS = ("en", "em", "er", "es", "e")


def dictionary_form(text: str, tokens: Sequence[Token], phrase: Phrase, first: int, last: int) -> str:
    """The words `[first, last)` in the nominative, as a name for somebody who has none; `first` is past the article.

    Adjectives take the ending that they have without an article ("die türkischen Behörden": "türkische Behörden"), the
    head its nominative; what hangs on it ("der Staatsanwaltschaft") stays. A doubtful gender leaves the text's form.
    """
    mask = phrase.agreement
    bare = tokens[phrase.first].tag in ("NN", "ADJA") and tokens[phrase.head].tag == "NN"
    plural = bool(mask & PLURAL) and (not mask & SINGULAR or (bare and not mask & NOMINATIVE & SINGULAR))
    oblique = not mask & NOMINATIVE or _is_oblique(tokens, phrase)
    words: list[str] = []
    for i in range(first, last):
        token = tokens[i]
        word = token.text
        if i < phrase.last and token.tag == "ADJA" and i < phrase.head:
            word = _adjective(word, mask, plural=plural)
        elif i == phrase.head and token.tag == "NN" and oblique:
            word = _noun(token, plural=plural)
        gap = text[tokens[i - 1].end : token.start] if i > first else ""
        words.append(gap + word)
    return "".join(words)


def _is_oblique(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase stands behind a preposition or a genitive article though its form could be nominative."""
    if phrase.preposition is not None:
        return True
    return tokens[phrase.first].tag == "ART" and tokens[phrase.first].text.lower() in ("des", "dem", "eines", "einem")


def _adjective(word: str, mask: int, *, plural: bool) -> str:
    stem = next(
        (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2), word
    )
    if stem == word:
        return word
    if plural:
        return stem + "e"
    genders = [mask & SINGULAR & bits for bits in (MASCULINE, FEMININE, NEUTER)]
    if sum(map(bool, genders)) != 1:
        return word
    return stem + ("er" if genders[0] else "e" if genders[1] else "es")


def _noun(token: Token, *, plural: bool) -> str:
    word = token.text
    if plural:
        dative_only = token.agreement & PLURAL and not token.agreement & PLURAL & ~DATIVE
        return word[:-1] if dative_only and word.endswith("n") else word
    lemma = token.lemma
    return lemma if lemma[:2].lower() == word[:2].lower() else word
