"""Names of places among the tokens, whether or not they mean a place where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from lagebild.extraction.places.gazetteer import MOST_WORDS, Candidate, Gazetteer
from lagebild.extraction.places.words import Words
from lagebild.model.analysis import Analysis, Token
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings
from lagebild.model.place import PlaceKind
from lagebild.model.span import Span

NAMES = ("NE", "FM")
NOUNS = ("NN", "NE", "FM")
GENITIVES = ("s", "'", "’")
# From so many thousands of people on, reports call the parts of a city by compass words: "Ost-Aleppo".
DIVIDED = 300


class Name(NamedTuple):
    """Tokens `[first, last)`, the words of a name and the places that they may stand for."""

    first: int
    last: int
    span: Span
    form: str
    """The name as the gazetteer has it, without the ending of a genitive."""
    candidates: tuple[Candidate, ...]
    genitive: bool = False
    part: bool = False
    """A part of the place found: "Ostukraine", "Berlin-Kreuzberg"."""
    adjective: bool = False
    """An adjective of a city: "Kölner"."""


def names_in(findings: Findings, gazetteer: Gazetteer, words: Words) -> list[Name]:
    """The names in text order, without those inside the names of persons, media, clubs and bodies."""
    analysis = findings.analysis
    assert analysis is not None
    taken = _taken(findings)
    found: list[Name] = []
    last = 0
    for i in analysis.where.with_capital():
        if i < last:
            continue
        for name in _names_at(analysis, i, gazetteer, words):
            last = max(last, name.last)
            if not _inside(name, taken) and (name.adjective or not _beside_names(analysis, name, words)):
                found.append(name)
    return found


def _taken(findings: Findings) -> dict[int, tuple[int, bool]]:
    """By where they start: the end of persons' and media's names, which hold no places, and of longer names."""
    kinds = {entity.key: entity.kind for entity in findings.entities}
    return {
        mention.span.start: (mention.span.end, kinds[mention.entity] in (EntityKind.PERSON, EntityKind.MEDIUM))
        for mention in findings.mentions
    }


def _inside(name: Name, taken: dict[int, tuple[int, bool]]) -> bool:
    found = taken.get(name.span.start)
    if found is None:
        return False
    end, always = found
    return (always or end > name.span.end) and not name.adjective


def _names_at(analysis: Analysis, i: int, gazetteer: Gazetteer, words: Words) -> Iterator[Name]:
    tokens = analysis.tokens
    token = tokens[i]
    if _goes_on(analysis, i, words) and gazetteer.begins(token.text):
        name = _long_name(analysis, i, gazetteer)
        if name is not None:
            yield name
            return
    if token.tag in NAMES:
        name = _named(token.text, i, token.start, gazetteer) or _part(token, i, gazetteer, words)
        if name is not None:
            yield name
        elif "/" in token.text:
            yield from _beside_slashes(token, i, gazetteer)
    elif token.tag == "NN":
        name = _noun(tokens, i, gazetteer, words)
        if name is not None:
            yield name
    if token.tag in ("ADJA", "NE", "NN") and token.text.endswith("er") and i + 1 < len(tokens):
        yield from _adjective(analysis, i, gazetteer, words)


def _goes_on(analysis: Analysis, i: int, words: Words) -> bool:
    """Whether the word behind may belong to a name of several words; told at once, because searching takes time."""
    tokens = analysis.tokens
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    return following.text[:1].isupper() or following.text in words.lists["joints"]


def _noun(tokens: tuple[Token, ...], i: int, gazetteer: Gazetteer, words: Words) -> Name | None:
    """A name that the tagger takes for a noun: one written down by hand, or a word that no dictionary has."""
    token = tokens[i]
    if (i > 0 and words.noun(tokens[i - 1]) is not None) or words.is_guess(token.text):
        return _named(token.text, i, token.start, gazetteer)
    if not (gazetteer.has_by_hand(token.text) or gazetteer.has_by_hand(token.text[:-1])):
        return None
    name = _named(token.text, i, token.start, gazetteer)
    by_hand = () if name is None else tuple(c for c in name.candidates if c.thousands is None)
    return name._replace(candidates=by_hand) if name is not None and by_hand else None


def _long_name(analysis: Analysis, i: int, gazetteer: Gazetteer) -> Name | None:
    """The longest name of several words that begins here."""
    tokens = analysis.tokens
    end = min(i + MOST_WORDS, len(tokens))
    for last in range(end, i + 1, -1):
        text = analysis.words(i, last)
        name = _named(text, i, tokens[i].start, gazetteer)
        if name is not None:
            return name._replace(last=last)
    return None


def _named(text: str, i: int, start: int, gazetteer: Gazetteer) -> Name | None:
    span = Span(start, start + len(text))
    candidates = gazetteer.find(text)
    if candidates:
        return Name(i, i + 1, span, text, candidates)
    if text.endswith(GENITIVES) and len(text) > 3:
        candidates = gazetteer.find(text[:-1])
        if candidates:
            return Name(i, i + 1, span, text[:-1], candidates, genitive=True)
    return None


def _part(token: Token, i: int, gazetteer: Gazetteer, words: Words) -> Name | None:
    """A part of a known place: "Ostukraine", "Nord-Syriens", "Ost-Aleppo", "Berlin-Kreuzberg"."""
    text = token.text
    for prefix in words.compass:
        if not text.startswith(prefix) or len(text) < len(prefix) + 4:
            continue
        rest = text[len(prefix) :].lstrip("-")
        name = _named(rest[:1].upper() + rest[1:], i, token.start, gazetteer)
        if name is not None:
            wholes = tuple(c for c in name.candidates if c.thousands is None or c.thousands >= DIVIDED)
            form = text[:-1] if name.genitive else text
            if wholes:
                return name._replace(span=token.span, form=form, candidates=wholes, part=True)
    city, hyphen, district = text.partition("-")
    if hyphen and district[:1].isupper():
        cities = tuple(c for c in gazetteer.find(city) if c.kind is PlaceKind.CITY)
        if cities:
            return Name(i, i + 1, token.span, text, cities, part=True)
    return None


def _beside_slashes(token: Token, i: int, gazetteer: Gazetteer) -> Iterator[Name]:
    start = token.start
    for text in token.text.split("/"):
        name = _named(text, i, start, gazetteer)
        if name is not None:
            yield name
        start += len(text) + 1


def _adjective(analysis: Analysis, i: int, gazetteer: Gazetteer, words: Words) -> Iterator[Name]:
    """An adjective of a city with a noun behind it: "Kölner Polizei", "New Yorker Polizei"."""
    tokens = analysis.tokens
    noun = tokens[i + 1]
    if noun.tag not in NOUNS or not noun.text[:1].isupper() or not _same(analysis, i, i + 1):
        return
    if noun.text.lower().endswith(words.not_city_nouns):
        return
    for form in _cities_of(tokens[i].text, words):
        cities = tuple(c for c in gazetteer.find(form) if c.kind is PlaceKind.CITY)
        first = i
        before = tokens[i - 1] if i > 0 else None
        names = before is not None and (before.tag in NAMES or (before.tag == "ADJA" and before.text[:1].isupper()))
        if before is not None and names and before.end + 1 == tokens[i].start:
            longer = gazetteer.find(f"{before.text} {form}")
            first, cities = (i - 1, longer) if longer else (i, () if before.tag in NAMES else cities)
        if cities:
            yield Name(first, i + 1, Span(tokens[first].start, tokens[i].end), form, cities, adjective=True)
            return


def _cities_of(adjective: str, words: Words) -> Iterator[str]:
    special = words.city_adjectives.get(adjective)
    if special is not None:
        yield special
        return
    for cut, endings in words.city_endings:
        if adjective.endswith(cut):
            yield from (adjective[: -len(cut)] + ending for ending in endings)


def _beside_names(analysis: Analysis, name: Name, words: Words) -> bool:
    """Whether the name is a piece of a longer one: "Bayern München", "Jack London", "Hertha Berlin"."""
    tokens = analysis.tokens
    before, after = name.first - 1, name.last
    if before >= 0 and tokens[before].end + 1 == tokens[name.first].start and _same(analysis, before, name.first):
        word = tokens[before]
        if word.text in words.lists["clubs"] or (word.tag in NAMES and word.text[:1].isupper()):
            return True
    if after < len(tokens) and tokens[after].start == name.span.end + 1 and _same(analysis, after, name.first):
        state = name.candidates[0].kind is PlaceKind.COUNTRY
        return tokens[after].tag in NAMES and tokens[after].text[:1].isupper() and not state
    return False


def _same(analysis: Analysis, left: int, right: int) -> bool:
    return analysis.sentence_of[left] == analysis.sentence_of[right]
