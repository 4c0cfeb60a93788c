"""Base noun phrases by their tags: article, adjectives, noun, close apposition; each pronoun by itself."""

from collections.abc import Container, Mapping
from itertools import pairwise
from typing import NamedTuple

from lagebild.analysis.lexicon import Lexicon
from lagebild.analysis.quotations import QUOTES
from lagebild.model.analysis import ACCUSATIVE, ANY, NOMINATIVE, PLURAL, Phrase, Sentence, Token

PRONOUNS = frozenset(("PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PPOSS"))
OWNED = ("NN", "ADJA")
DETERMINERS = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"))
NOUNS = frozenset(("NN", "NE", "FM"))
NOMINAL = NOUNS | {"ADJA"}
NAMES = frozenset(("NE", "FM"))
# What stands before an adjective that has an article.
OPENING = DETERMINERS | {"APPRART"}
ATTRIBUTES = frozenset(("ADJA", "CARD", "TRUNC"))
# With these a phrase may begin.
BEGINNING = PRONOUNS | DETERMINERS | NOUNS | ATTRIBUTES
PREPOSITIONS = frozenset(("APPR", "APPRART"))
# Words that an adverb grades, and what may: "deutlich höhere", "zu viel".
GRADED = frozenset(("ADJA", "CARD", "PIAT", "PIDAT"))
GRADING = frozenset(("ADJD", "PTKA"))
# What may stand between an article and a participle that goes before the noun: "die von X geplante Reform".
EXTENDED = frozenset((
    "APPR", "APPRART", "ART", "NN", "NE", "ADV", "ADJD", "CARD", "ADJA", "PPOSAT", "PRF", "PTKA", "PROAV", "PIS", "$(",
    "PTKNEG", "KON", "PIAT", "PDAT",
))  # fmt: skip

# The number in figures behind which a noun is no plural.
ONCE = frozenset(("1",))
# How far an extended attribute may reach, in words.
LONGEST_ATTRIBUTE = 12
# How many words a name or title in quotation marks may have to belong to the noun before it.
LONGEST_TITLE = 6


class NameWords(NamedTuple):
    """The small words of names, as phrases.toml lists them."""

    links: frozenset[str]
    """What may stand between the words of one name."""
    articles: frozenset[str]
    """Those of them that are part of a name behind another one only."""
    origins: frozenset[str]
    """Those of them that are part of a name behind a given name only."""
    genitive_ends: frozenset[str]
    """The last letters of a name in the genitive."""
    given: Container[str]
    """Given names."""
    lexicon: Lexicon
    lands: frozenset[str]
    """Names of states and capitals of one word each: no name has two of them."""
    accounts: frozenset[str]
    """Nouns behind a preposition that tell whose account it is."""
    owning: frozenset[str]
    """Pronouns that go before a noun to which what they stand for has a claim."""
    surnames: frozenset[str] = frozenset()
    """Behind given names in the same report."""


def name_words(
    words: Mapping[str, frozenset[str]], given: Container[str], lexicon: Lexicon, lands: frozenset[str]
) -> NameWords:
    """The small words of names out of the lists of phrases.toml, with the given names and the words of the language."""
    lists = {
        field: words[f"name_{field}"]
        for field in ("links", "articles", "origins", "genitive_ends", "accounts", "owning")
    }
    return NameWords(**lists, given=given, lexicon=lexicon, lands=lands)


def find_phrases(
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    strong: Mapping[str, int],
    names: NameWords,
    measured: frozenset[str] = frozenset(),
) -> tuple[Phrase, ...]:
    """The base noun phrases of all sentences, in order and disjoint; each pronoun is a phrase of its own.

    `strong` tells by an adjective's ending what it may be without an article: "alte Fischer" are several. `measured`
    are the adjectives that a number and its unit may go before: "der 28 Jahre *alte* Lotse".
    """
    phrases: list[Phrase] = []
    names = names._replace(surnames=_surnames(tokens, names.given))
    for sentence in sentences:
        i = sentence.first
        while i < sentence.last:
            if tokens[i].tag not in BEGINNING and tokens[i].text not in names.owning:
                i += 1
                continue
            phrase = _phrase_at(tokens, i, sentence, strong, names, measured)
            if phrase is None:
                i += 1
            else:
                phrases.append(phrase)
                i = phrase.last
    return tuple(phrases)


def _surnames(tokens: tuple[Token, ...], given: Container[str]) -> frozenset[str]:
    """As in "Karl *Tann*": names right behind a given name that are none themselves."""
    pairs = pairwise(tokens)
    return frozenset(
        name.text
        for first, name in pairs
        if first.tag in NAMES and name.tag in NAMES and first.text in given and name.text not in given
    )


def _phrase_at(
    tokens: tuple[Token, ...],
    i: int,
    sentence: Sentence,
    strong: Mapping[str, int],
    names: NameWords,
    measured: frozenset[str],
) -> Phrase | None:
    tag = tokens[i].tag
    owning = tokens[i].text in names.owning and _is_owning(tokens, i, sentence, names)
    if tag in PRONOUNS and not owning:
        return Phrase(i, i + 1, i, tokens[i].agreement or ANY, _preposition(tokens, i, sentence.first))
    if not owning and tag not in DETERMINERS and tag not in NOUNS and tag not in ATTRIBUTES:
        return None
    end = sentence.last
    mask = ANY
    j = i
    if owning:
        j = i + 1
    elif tag in DETERMINERS:
        mask = tokens[i].agreement or ANY
        j = _after_extended_attribute(tokens, i + 1, end)
    elif tag == "ADJA" and (i == sentence.first or tokens[i - 1].tag not in OPENING):
        mask = strong.get(next((e for e in strong if tokens[i].text.endswith(e)), ""), ANY)
    if _is_measured(tokens, j, end, measured):
        j += 2
    j, mask = _after_attributes(tokens, i, j, end, mask)
    if (aside := _aside(tokens, i, j)) is not None:
        return Phrase(i, aside, aside - 1, ANY, _preposition(tokens, i, sentence.first))
    head: int | None = None
    if j < end and tokens[j].tag in NOUNS:
        head, j, mask = _noun(tokens, i, j, end, mask, names)
        j = _after_apposition(tokens, j, end, names)
    elif j > i and tokens[j - 1].tag not in ("$(", "$,"):
        head = j - 1
    if head is None:
        return None
    compound = _compound_with_title(tokens, j, end)
    if compound is not None:
        determined = mask if tag in DETERMINERS else ANY
        head, mask = compound, (tokens[compound].agreement & determined) or tokens[compound].agreement
        j = _after_apposition(tokens, compound + 1, end, names)
    if j < end and tokens[j].text in QUOTES and sum(tokens[x].text in QUOTES for x in range(i, j)) % 2:
        j += 1
    return Phrase(i, j, head, mask or ANY, _preposition(tokens, i, sentence.first))


def _is_owning(tokens: tuple[Token, ...], i: int, sentence: Sentence, names: NameWords) -> bool:
    """As in "Hilfe für dessen Waffenprogramme"; not "nach dessen Angaben", where it is who speaks."""
    if i == sentence.first or i + 1 >= sentence.last:
        return False
    following = tokens[i + 1]
    return tokens[i - 1].tag == "APPR" and following.tag in OWNED and following.text not in names.accounts


def _aside(tokens: tuple[Token, ...], i: int, j: int) -> int | None:
    """Where "vor kurzem" ends in "vor kurzem neue Soldaten": behind the dative no adjective has another ending."""
    if tokens[i].tag != "ADJA" or not tokens[i].text.endswith("em") or i + 1 >= j:
        return None
    other = tokens[i + 1]
    return i + 1 if other.tag == "ADJA" and not other.text.endswith(("em", "en")) else None


def _compound_with_title(tokens: tuple[Token, ...], j: int, end: int) -> int | None:
    """As in "ein „Hafenpost“-Bericht": the noun that a hyphen joins to the closing mark before or at token `j`."""
    for close in (j - 1, j):
        if close + 2 >= end or tokens[close].text not in QUOTES:
            continue
        hyphen, noun = tokens[close + 1], tokens[close + 2]
        adjacent = hyphen.start == tokens[close].end and noun.start == hyphen.end
        if hyphen.text == "-" and noun.tag == "NN" and adjacent:
            return close + 2
    return None


def _preposition(tokens: tuple[Token, ...], i: int, first: int) -> int | None:
    """The preposition right before token `i`, over two adverbs, what grades an adjective and an opening mark: "mit rund
    50", "auf deutlich höhere", "im „Boten“"."""
    k = i - 1
    if k > first and tokens[k].text in QUOTES:
        k -= 1
        i -= 1
    graded = tokens[i].tag in GRADED
    while k >= first and (tokens[k].tag == "ADV" or (graded and tokens[k].tag in GRADING)) and i - k <= 2:
        k -= 1
    return k if k >= first and tokens[k].tag in PREPOSITIONS else None


def _after_extended_attribute(tokens: tuple[Token, ...], j: int, end: int) -> int:
    """Past "von Russland besetzte" in "der von Russland besetzte Teil"; `j` where there is none."""
    if j >= end or tokens[j].tag not in ("APPR", "APPRART", "ADV", "ADJD", "PRF", "PIS", "ART", "PTKNEG"):
        return j
    for m in range(j, min(end - 1, j + LONGEST_ATTRIBUTE)):
        tag = tokens[m].tag
        if tag not in EXTENDED:
            return j
        if tag == "ADJA" and tokens[m + 1].tag in ("NN", "ADJA", "NE"):
            opened = m > j and tokens[m - 1].tag in ("ART", "PPOSAT", "APPR", "APPRART", "PIAT", "PDAT")
            if not opened:
                return m
    return j


def _is_measured(tokens: tuple[Token, ...], j: int, end: int, measured: frozenset[str]) -> bool:
    """As in "der 28 Jahre alte Lotse", "drei Meter hohe Wellen": a number with its unit before such an adjective."""
    return (
        j + 3 < end
        and tokens[j].tag == "CARD"
        and tokens[j + 1].tag == "NN"
        and bool(tokens[j + 1].agreement & ACCUSATIVE)
        and tokens[j + 2].tag == "ADJA"
        and tokens[j + 2].lemma in measured
        and tokens[j + 3].tag in NOMINAL
    )


def _after_attributes(tokens: tuple[Token, ...], i: int, j: int, end: int, mask: int) -> tuple[int, int]:
    """Past adjectives, numbers and what stands between them."""
    while j < end:
        token = tokens[j]
        following = tokens[j + 1].tag if j + 1 < end else ""
        if token.tag in ("ADJA", "CARD"):
            if token.tag == "ADJA" and token.agreement:
                mask = (mask & token.agreement) or mask
            elif token.tag == "CARD" and token.text not in ONCE:
                mask = (mask & PLURAL) or mask
            j += 1
        elif (
            token.tag in ("ADV", "ADJD", "PTKA", "PIAT", "PIDAT") and following in ("ADJA", "CARD", "PIAT") and j > i
        ) or (token.tag in ("PIAT", "PIDAT") and j > i and following in NOUNS):
            j += 1
        elif token.tag == "TRUNC" and following == "KON":
            j += 2
        elif (
            (token.tag == "KON" and j > i and tokens[j - 1].tag in ("ADJA", "CARD") and following in ("ADJA", "CARD"))
            or (token.tag == "$," and j > i and tokens[j - 1].tag == "ADJA" and following == "ADJA")
            or (token.text in QUOTES and j > i and _quotes_within(tokens, i, j, end))
        ):
            j += 1
        elif token.tag == "$," and j > i and tokens[j - 1].tag == "ADJA":
            # "der junge, in Kiel lebende Maler"
            attribute = _after_extended_attribute(tokens, j + 1, end)
            if attribute == j + 1:
                break
            j = attribute
        else:
            break
    return j, mask


def _quotes_within(tokens: tuple[Token, ...], i: int, j: int, end: int) -> bool:
    """Whether the mark at `j` opens or closes a quotation inside the phrase that begins at `i`: "die „neue Lage“", "der
    „sehr späte“ Zug"."""
    following = tokens[j + 1].tag if j + 1 < end else ""
    if sum(tokens[x].text in QUOTES for x in range(i, j)) % 2:
        return following in NOUNS or following == "ADJA"
    if following in ("ADV", "ADJD", "PTKA") and j + 2 < end:
        following = tokens[j + 2].tag if tokens[j + 2].tag == "ADJA" else ""
    return (following in NOUNS or following == "ADJA") and _closing(tokens, j, end) is not None


def _noun(tokens: tuple[Token, ...], i: int, j: int, end: int, mask: int, names: NameWords) -> tuple[int, int, int]:
    """The head, the token behind it and the mask; a name in the genitive may go before the noun."""
    token = tokens[j]
    if token.tag in NAMES and i == j:
        m = _after_name(tokens, j, end, names)
        n = m
        while n < end and tokens[n].tag in ATTRIBUTES:
            n += 1
        owned = tokens[i - 1].text in names.accounts and i > 1 and tokens[i - 2].tag == "APPR"
        ends = tokens[m - 1].text[-1:] in names.genitive_ends and not _is_town_behind(tokens, i, m, n, names)
        if n < end and tokens[n].tag == "NN" and ends and not owned:
            return n, n + 1, tokens[n].agreement or ANY  # but "nach Darstellung Perus | Waffen geliefert"
        return m - 1, m, tokens[m - 1].agreement or ANY
    allowed = token.agreement or ANY
    if token.tag in NAMES:
        # Behind an article a name has no ending in the genitive: "der Chef der FPÖ", "die Führung des Iran".
        allowed |= (allowed & NOMINATIVE) << 12
    return j, j + 1, (mask & allowed) or mask


def _is_town_behind(tokens: tuple[Token, ...], i: int, m: int, n: int, names: NameWords) -> bool:
    """As in "aus Paris | neue Waffen": a name that ends so by itself, and behind a preposition owns nothing."""
    name = tokens[m - 1]
    if m - i > 1 or n == m or i == 0 or tokens[i - 1].tag != "APPR" or name.lemma != name.text:
        return False
    return any(known.tag in NAMES for known in names.lexicon.listed(name.text))


def _after_name(tokens: tuple[Token, ...], j: int, end: int, names: NameWords) -> int:
    """Past a name: its words, and "von der" or "al" between two of them.

    "von" belongs to a name behind a given name only ("Ursula von der Leyen"); behind a full name it tells where
    somebody works ("Ada Holm von der Commerzbank").
    """
    begin = j
    j += 1
    while j < end:
        text = tokens[j].text
        if j == begin + 1 and is_place_before_person(tokens, begin, names.given, names.lexicon):
            break
        if is_another_person(tokens, begin, j, names.given, names.links):
            break
        if j == begin + 1 and _is_other_land(tokens, j, names):
            break  # "Gestern warf Armenien Aserbaidschan einen Bruch vor", "lieferte Tann Moskau Öl"
        if tokens[j].tag in NAMES:
            j += 1
        elif text not in names.links or text in names.articles or (text in names.origins and j - begin > 1):
            break
        elif j + 1 < end and tokens[j + 1].tag in NAMES:
            j += 2
        elif j + 2 < end and tokens[j + 1].text in names.links and tokens[j + 2].tag in NAMES:
            j += 3
        else:
            break
    return j


def is_place_before_person(tokens: tuple[Token, ...], place: int, given: Container[str], lexicon: Lexicon) -> bool:
    """As in "traf in Oslo Ada Holm": behind a preposition and a name that the lexicon has, a given name and a surname
    begin another; in "von San Francisco Ada Holm" they do not."""
    if place == 0 or place + 2 >= len(tokens) or tokens[place - 1].tag not in PREPOSITIONS:
        return False
    town, first, last = tokens[place : place + 3]
    if town.tag not in NAMES or town.text in given or not any(p.tag in NAMES for p in lexicon.listed(town.text)):
        return False
    named = first.text in given and first.tag in NAMES and last.tag in NAMES and last.text[:1].isupper()
    return named and last.text not in given


def _is_other_land(tokens: tuple[Token, ...], at: int, names: NameWords) -> bool:
    """Whether a state or capital stands behind another one or behind a surname, to which it belongs no more."""
    before = tokens[at - 1].text
    return tokens[at].text in names.lands and (before in names.lands or before in names.surnames)


def is_another_person(
    tokens: tuple[Token, ...], begin: int, at: int, given: Container[str], links: Container[str]
) -> bool:
    """As in "warnte Ada Holm *Jan* Tann": a given name and a surname behind a name that begins at `begin` and has its
    surname already; `links` may stand before a surname."""
    name = tokens[at]
    if at + 1 >= len(tokens) or name.text not in given or name.tag not in NAMES:
        return False
    surname = tokens[at + 1]
    linked = surname.text in links and surname.text.islower()
    capital = surname.tag in NAMES and surname.text[:1].isupper() and name.end + 1 == surname.start
    words = [token.text for token in tokens[begin:at]]
    if not (linked or capital) or len(words) < 2 or any(word.endswith(".") for word in words):
        return False
    if any(word.islower() and word not in links for word in words) or words[-1].islower():
        return False
    return words[0] in given and any(word not in given and word[:1].isupper() for word in words[1:])


def _after_apposition(tokens: tuple[Token, ...], j: int, end: int, names: NameWords) -> int:
    """Past what stands close behind the noun: a name, a figure ("Artikel 3"), a title in quotation marks."""
    named = j
    while j < end:
        token = tokens[j]
        if token.tag in NAMES:
            if _is_other_land(tokens, j, names):
                break
            while named > 0 and (tokens[named - 1].tag in NAMES or tokens[named - 1].text in names.links):
                named -= 1
            if is_another_person(tokens, named, j, names.given, names.links):
                break
            if is_place_before_person(tokens, j - 1, names.given, names.lexicon):
                break
            if token.lemma + "s" == token.text and j + 1 < end and tokens[j + 1].tag == "NN":
                break  # "warnte der Minister Perus Führung": the name's genitive belongs to what follows
            j = _after_name(tokens, j, end, names)
        elif (
            token.tag == "CARD"
            and tokens[j - 1].tag == "NN"
            and token.text.isdigit()
            and not (j + 1 < end and tokens[j + 1].tag in ("NN", "ADJA"))
        ):
            j += 1
        elif token.text in QUOTES and tokens[j - 1].tag in NOUNS and (close := _closing(tokens, j, end)):
            titled = close - j <= LONGEST_TITLE and tokens[j + 1].tag in ("NE", "NN", "FM", "ART", "ADJA", "CARD")
            # "verlangt die Stadt „schärfere Auflagen“": a title has a capital.
            if not titled or tokens[j + 1].text[0].islower() or any(tokens[x].verb for x in range(j, close)):
                break
            j = close + 1
        else:
            break
    return j


def _closing(tokens: tuple[Token, ...], j: int, end: int) -> int | None:
    for c in range(j + 2, min(end, j + LONGEST_TITLE + 3)):
        if tokens[c].text in QUOTES:
            return c
    return None
