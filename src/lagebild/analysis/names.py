"""Names of persons that a tagger takes for nouns: "Mark Rutte", "Ute Wald"."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.person_nouns import person_gender
from lagebild.language.given_names import given_names
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import ANY, FEMININE, GENITIVE, PLURAL, SINGULAR, Token

# A name may be any case of the singular; a genitive shows in its ending, which the lexicon knows of words only.
NAME = "NE"
COUNTING = ("ART", "CARD", "ADJA", "PIAT")
# What a surname may look like behind a given name: "Ute Wald", "Ada Klein", "Jan Kurz".
BEHIND_GIVEN = ("NE", "NN", "FM", "ADJA", "ADJD", "ADV", "PTKVZ")
# Before a noun that is none but a noun: "der Wald", though Ute Wald was named.
DETERMINING = ("ART", "APPRART", "PPOSAT", "PDAT", "PIAT", "CARD", "ADJA")
OPENING = ("$.", "$(")
CUTTING = (":", ",")
# How many words a title in quotation marks may have.
LONGEST_TITLE = 5
# A noun of more letters than this is hardly a given name that nobody has listed.
SHORT_NOUN = 4
NOUNLIKE = ("NN", "NE", "FM", "ADJA", "ADJD", "VVFIN", "VVIMP", "CARD")


def with_names(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens of one sentence, a given name and the capitalised word right behind it tagged as names."""
    given = given_names(language)
    result = list(tokens)
    texts = [token.text for token in tokens]
    named = given.among(texts)
    for i in range(len(result) - 1) if named else ():
        token, following = result[i], result[i + 1]
        if token.tag not in NOUNLIKE or token.text not in given:
            continue
        if following.start != token.end + 1 or not following.text[:1].isupper() or following.tag not in BEHIND_GIVEN:
            continue
        if token.tag == "NN" and i and result[i - 1].tag in COUNTING:
            continue  # "eine Mark Strafe"
        if i + 2 < len(result) and following.tag == "ADJA" and result[i + 2].tag == "NN":
            continue
        result[i] = _named(token)
        result[i + 1] = _named(following)
    addresses = word_lists(language, "phrases")["forms_of_address"]
    plain = _degrees(language).isdisjoint(texts) and addresses.isdisjoint(texts)
    for i in () if plain else _behind_degrees(result, language):
        result[i] = _named(result[i])
    for i in [i for i, text in enumerate(texts) if "-" in text]:
        if with_particle(texts[i], language):
            result[i] = _named(result[i])
    for i, last in particled(result, language) if named else ():
        result[i] = _named(result[i])
        result[last] = _named(result[last])
    for i in _foreign_titles(result):
        result[i] = _named(result[i])
    groups = word_lists(language, "phrases")["adjectival_groups"]
    several = () if groups.isdisjoint(texts) else zip(range(len(result)), result[1:], result[2:], strict=False)
    for before, token, following in several:
        called = token.tag == "ADJA" and token.text in groups and result[before].tag == "ART"
        if called and following.tag == "NN" and following.agreement & PLURAL:
            # "lehnen die Grünen Verhandlungen ab": a small letter would make it an adjective.
            result[before + 1] = _as_group(token)
    for i in _behind_persons(result, language):
        result[i] = _named(result[i])
    return _with_town_adjectives(result, texts, language)


def _behind_degrees(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """As in "Prof. Dr. *Lang*", "Frau *Klug*": the word with a capital behind a degree is a surname; behind "Frau" and
    "Professor" one that is no noun, for "Frau Ministerin" has a title."""
    degrees, addresses = _degrees(language), word_lists(language, "phrases")["forms_of_address"]
    for i in range(1, len(tokens)):
        before, token = tokens[i - 1], tokens[i]
        called = before.text in addresses and token.tag != "NN"
        if not (called or before.text in degrees) or token.text in degrees or token.tag not in BEHIND_GIVEN:
            continue
        if token.text[:1].isupper() and token.start == before.end + 1:
            yield i


def _degrees(language: Language) -> frozenset[str]:
    return word_lists(language, "entities")["degrees"]


def _with_town_adjectives(tokens: list[Token], texts: list[str], language: Language) -> list[Token]:
    """As in "des Berliner Tagesspiegels": before a name that is not a person's, "Berliner" is no person either."""
    given, words = given_names(language), lexicon(language)
    firsts = word_lists(language, "phrases")["first_of_towns"]
    for i in [i for i, text in enumerate(texts[:-1]) if i and text[-2:] == "er"]:
        token, following = tokens[i], tokens[i + 1]
        if tokens[i - 1].text in firsts and token.text[:1].isupper():
            if following.tag in ("NN", "ADJA", NAME) and token.tag in ("ADJA", "NN", NAME):
                # "des New Yorker Gouverneurs": both words are one adjective.
                tokens[i - 1] = tokens[i - 1]._replace(tag="ADJA", agreement=ANY)
                tokens[i] = token._replace(tag="ADJA", agreement=ANY)
            continue
        if token.tag != "NN" or tokens[i - 1].tag not in ("ART", "APPRART"):
            continue
        if following.tag != NAME or following.text in given or following.start != token.end + 1:
            continue
        adjective = next((p for p in words.entry(token.text).possibilities if p.tag == "ADJA"), None)
        if adjective is not None:
            tokens[i] = token._replace(tag="ADJA", lemma=adjective.lemma, agreement=adjective.agreement)
    return tokens


def _behind_persons(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """As in "die Forscherin Kat Holm": between the noun for a person and a name no other noun stands bare."""
    words = lexicon(language)
    tags = [token.tag for token in tokens]
    for i in [i for i, (tag, behind) in enumerate(pairwise(tags)) if i and tag == "NN" and behind == NAME]:
        before, token, following = tokens[i - 1 : i + 2]
        if before.tag != "NN" or not token.text.isalpha():
            continue
        if before.end + 1 != token.start or token.end + 1 != following.start or not following.text[:1].isupper():
            continue
        if len(token.text) > SHORT_NOUN and words.listed(token.text):
            continue  # "der Bürgermeister Stadt Hamburg"
        if before.agreement & SINGULAR and person_gender(words, before.lemma) and not person_gender(words, token.lemma):
            yield i


def _as_group(token: Token) -> Token:
    """The adjective as the noun that it is: "Grünen" of "Grüne"."""
    return token._replace(tag="NN", lemma=token.text.removesuffix("n"), agreement=token.agreement & (PLURAL | FEMININE))


def _foreign_titles(tokens: Sequence[Token]) -> Iterator[int]:
    """As in "das „Wall Street Journal“": between an article and a closing mark capitals make a name; where one of them
    is a name already, or would be a verb, all nouns are."""
    for i in [i for i, token in enumerate(tokens[1:-2]) if token.tag == "$("]:
        if tokens[i].tag not in ("ART", "APPRART"):
            continue
        end = i + 2
        while end < len(tokens) and tokens[end].text[:1].isupper():
            end += 1
        if end < len(tokens) and tokens[end].tag == "$(" and 0 < end - i - 2 <= LONGEST_TITLE:
            title = range(i + 2, end)
            if any(tokens[j].tag in (NAME, "FM") or tokens[j].tag.startswith("V") for j in title):
                yield from (j for j in title if tokens[j].tag != "ADJA")


def with_surnames(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens of a text, a surname tagged as a name wherever it stands without its given name.

    "Sebastian Kurz" tells that "nannte Kurz" names him; "Ursula von der Leyen" that "von der Leyen" is she, and "von"
    no preposition, unless a noun before it governs one.
    """
    return _with_plain_surnames(_with_particled_surnames(tokens, language), language)


def _with_particled_surnames(tokens: Sequence[Token], language: Language) -> list[Token]:
    known = {tuple(t.text for t in tokens[i + 1 : last + 1]) for i, last in particled(tokens, language)}
    result = list(tokens)
    if not known:
        return result
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


def _with_plain_surnames(tokens: list[Token], language: Language) -> list[Token]:
    given, words = given_names(language), lexicon(language)
    places = [i for i, token in enumerate(tokens) if token.tag == NAME]
    neighbours = [(tokens[i], tokens[i + 1]) for i, behind in pairwise(places) if behind == i + 1]
    pairs = [
        (first.text, second.text)
        for first, second in neighbours
        if second.text[:1].isupper() and second.start == first.end + 1
    ]
    if not pairs:
        return tokens
    degrees = _degrees(language)
    surnames = {second for first, second in pairs if (first in given or first in degrees) and second not in degrees}
    # A guess takes "Koopmanns" for the genitive of a noun: behind any other name it is one as well.
    guessed = {second for _, second in pairs}
    surnames |= {t.text for t in tokens if t.text in guessed and t.tag == "NN" and not t.agreement & ~GENITIVE}
    for i, token in enumerate(tokens):
        if token.tag == NAME or token.text not in surnames:
            continue
        before = tokens[i - 1].tag if i else "$."
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        # At the beginning of a sentence any word has a capital: "Kurz sagte", but "Kurz nach acht".
        alone = before not in OPENING or following is None or following.verb is not None or following.text in CUTTING
        if alone and not (token.tag == "NN" and before in DETERMINING and words.listed(token.text)):
            tokens[i] = _named(token)
    return tokens


def particled(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Given name and surname around particles: the places of "Ursula" and "Leyen" in "Ursula von der Leyen"."""
    given, particles = given_names(language), _particles(language)
    for i in [i for i, token in enumerate(tokens[1:]) if token.text in particles]:
        if tokens[i].text not in given:
            continue
        last = i + 2
        while last < len(tokens) and tokens[last].text in particles:
            last += 1
        if last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].tag in NOUNLIKE:
            yield i, last


def with_particle(word: str, language: Language) -> bool:
    """Whether the word is a surname that a hyphen joins to its particle: "al-Assad", "el-Baradei"."""
    front, hyphen, name = word.partition("-")
    return bool(hyphen) and name[:1].isupper() and front in word_lists(language, "phrases")["hyphened_particles"]


@cache
def _particles(language: Language) -> frozenset[str]:
    return word_lists(language, "phrases")["name_particles"]


def _named(token: Token) -> Token:
    if token.tag == NAME:
        return token
    return token._replace(tag=NAME, lemma=token.text, agreement=SINGULAR, verb=None)
