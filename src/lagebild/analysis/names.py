"""Names of persons that a tagger takes for nouns: "Mark Rutte", "Ute Wald"."""

from collections.abc import Iterator, Sequence
from functools import cache

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import SINGULAR, Token

# A name may be any case of the singular; a genitive shows in its ending, which the lexicon knows of words only.
NAME = "NE"
COUNTING = ("ART", "CARD", "ADJA", "PIAT")
NOUNLIKE = ("NN", "NE", "FM", "ADJA", "ADJD", "VVFIN", "VVIMP", "CARD")


@cache
def given_names(language: Language) -> frozenset[str]:
    """The given names of given_names.tsv."""
    return frozenset(name for row in language.table("given_names") for name in row["names"].split())


def with_names(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens of one sentence, a given name and the capitalised word right behind it tagged as names."""
    given = given_names(language)
    result = list(tokens)
    for i in range(len(result) - 1):
        token, following = result[i], result[i + 1]
        if token.text not in given or token.tag not in NOUNLIKE:
            continue
        if (
            following.start != token.end + 1
            or not following.text[:1].isupper()
            or following.tag not in ("NE", "NN", "FM", "ADJA")
        ):
            continue
        if token.tag == "NN" and i and result[i - 1].tag in COUNTING:
            continue  # "eine Mark Strafe"
        if i + 2 < len(result) and following.tag == "ADJA" and result[i + 2].tag == "NN":
            continue
        result[i] = _named(token)
        result[i + 1] = _named(following)
    for i, last in particled(result, language):
        result[i] = _named(result[i])
        result[last] = _named(result[last])
    return result


def with_surnames(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens of a text, a surname with its particles tagged as a name wherever it stands without its given name.

    "Ursula von der Leyen" tells that "von der Leyen" is she: no preposition, unless a noun before it governs one.
    """
    known = {tuple(t.text for t in tokens[i + 1 : last + 1]) for i, last in particled(tokens, language)}
    result = list(tokens)
    lengths = sorted({len(name) for name in known}, reverse=True)
    surnames = {name[-1] for name in known}
    for last, token in enumerate(tokens):
        if token.text not in surnames:
            continue
        for length in lengths:
            first = last - length + 1
            words = tuple(t.text for t in tokens[max(0, first) : last + 1])
            lowered = (words[0].lower(), *words[1:])
            if first >= 0 and lowered in known and not (first and tokens[first - 1].tag in ("NN", NAME)):
                result[first : last + 1] = [_named(t) for t in tokens[first : last + 1]]
                break
    return result


def particled(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Given name and surname around particles: the places of "Ursula" and "Leyen" in "Ursula von der Leyen"."""
    given, particles = given_names(language), _particles(language)
    for i, token in enumerate(tokens):
        if token.text not in given:
            continue
        last = i + 1
        while last < len(tokens) and tokens[last].text in particles:
            last += 1
        if i + 1 < last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].tag in NOUNLIKE:
            yield i, last


@cache
def _particles(language: Language) -> frozenset[str]:
    return word_lists(language, "phrases")["name_particles"]


def _named(token: Token) -> Token:
    if token.tag == NAME:
        return token
    return token._replace(tag=NAME, lemma=token.text, agreement=SINGULAR, verb=None)
