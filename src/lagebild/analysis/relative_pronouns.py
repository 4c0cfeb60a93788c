"""Tells the relative pronouns "der", "die", "das" behind a comma from the articles and the pointing words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lagebild.analysis.bracket import ENDS, INFINITIVES
from lagebild.analysis.mood import FINITE
from lagebild.analysis.quotations import QUOTES
from lagebild.analysis.word import Word
from lagebild.model.analysis import ACCUSATIVE, ANY, FEMININE, GENITIVE, MASCULINE, NOMINATIVE, PLURAL, SINGULAR

NAMES = frozenset({"NE", "FM"})
NOUNS = frozenset({"NN", *NAMES})
# What a noun phrase may begin with behind an article, if it begins right there.
PHRASE_BEGINS = frozenset({"NN", "NE", "FM", "ADJA", "TRUNC", "CARD"})
PREPOSITIONS = frozenset({"APPR", "APPRART"})
ATTRIBUTES = PREPOSITIONS | {"ADJA", "CARD"}
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
JOINED = frozenset({"KON", "KOKOM"})
# What a pronoun may refer back to beside nouns: "all *denen*, die", "*etwas*, das".
REFERRED = frozenset({"NN", "NE", "FM", "PIS", "PIAT", "PDS", "CARD"})
BETWEEN = REFERRED | {"$(", "ADJA"}
# How many words back the noun may stand that a relative pronoun refers to.
REACH = 14


class Articles(NamedTuple):
    """What the language tells of articles."""

    weak: Mapping[str, int]
    """By an adjective's ending what it may be behind an article."""
    never_genitive: frozenset[str]
    """Prepositions behind which no genitive stands."""


class Stretch(NamedTuple):
    """The words behind the pronoun or article up to the next comma."""

    verb: int | None
    """The first finite verb."""
    last: bool
    """Whether the clause ends with it."""


def told_apart(
    tag: str, position: int, known: list[Word], tags: Sequence[str], articles: Articles, state: tuple[str, ...]
) -> str:
    """The tag that an article, a pointing word or a relative pronoun has behind a comma, or a comma and a preposition.

    It is `tag` where nothing speaks against it. `tags` are those of the words before, `state` tells of the clauses that
    are open.

    A relative clause has its verb at its end: "die Stadt, *die* Soldaten seit Mai halten". A main clause has it behind
    its first phrase: "die Stadt brennt, *die* Soldaten fliehen". Besides, an article agrees with its adjectives and its
    noun: "die Stadt, *die* russische Soldaten halten" would want "russischen".
    """
    stretch = _stretch(known, position)
    comma = position - 1 if tags[-1] == "$," else position - 2
    if tag == "ART":
        is_relative = _is_no_article(position, comma, known, stretch, articles, state)
        return "PRELS" if is_relative else tag
    if tag == "PDS":
        return "PRELS" if _refers_back(position, comma, known, stretch) else tag
    verb = stretch.verb
    if tag == "PRELS" and _begins_with_name(position, comma, known, stretch):
        return "ART"
    second = verb == position + 1 == comma + 2 and not stretch.last and FINITE.issuperset(known[verb].tags)
    return "PDS" if second and tag == "PRELS" and "PDS" in known[position].tags else tag


def _begins_with_name(position: int, comma: int, known: list[Word], stretch: Stretch) -> bool:
    """As in "Kuba gab nach, *die* USA lockerten ihr Embargo": behind a name the verb stands, then an object."""
    verb = stretch.verb
    if verb is None or verb != position + 2 or comma != position - 1 or stretch.last or verb + 1 >= len(known):
        return False
    name, behind = known[position + 1].tags, known[verb + 1].tags
    return (
        "ART" in known[position].tags
        and name[0] in NAMES
        and FINITE.issuperset(known[verb].tags)
        and behind[0] in DETERMINERS | NOUNS | {"ADJA", "PPER"}
    )


def _is_no_article(
    position: int, comma: int, known: list[Word], stretch: Stretch, articles: Articles, state: tuple[str, ...]
) -> bool:
    if known[position + 1].tags[0] not in PHRASE_BEGINS:
        return False
    phrase = _phrase(known, position, articles)
    if phrase is None:
        return False
    behind, mask = phrase
    verb = stretch.verb
    if not mask:
        if verb is None:
            return any(_may_be_finite(known, i) for i in range(behind, len(known)))
        return stretch.last and verb >= behind
    if verb is None or not stretch.last or verb < behind or not _leaves_verbs(known, verb, state):
        return False
    direct = _past_attributes(known, behind, verb) == verb
    subject = _may_be_subject(known, verb, mask)
    speaks = verb + 1 < len(known) and known[verb + 1].low == ":"
    if direct and (speaks or _reports(known, verb) or _is_listed(known, behind)):
        return False
    if direct and subject and not _is_object(known, position):
        return False
    if direct and comma < position - 1 and not _is_bare_name(known, position + 1, behind):
        return False
    near = (direct and subject) or any(one.rstrip(",+") == "K" for one in state)
    return _referred(known, position, comma, near=near)


def _refers_back(position: int, comma: int, known: list[Word], stretch: Stretch) -> bool:
    """Whether its clause does not go on behind a verb that stands right behind it, as in "das *ist* gut"."""
    verb = stretch.verb
    if comma == 0:
        return False
    if verb is None:
        later = any(_may_be_finite(known, i) for i in range(position + 1, len(known)))
        return later and _referred(known, position, comma, near=True)
    if verb == position + 1 or (verb == position + 2 and "ADV" in known[position + 1].tags):
        return stretch.last and not NOUNS.isdisjoint(known[comma - 1].tags)
    return _referred(known, position, comma, near=False)


def _stretch(known: list[Word], position: int) -> Stretch:
    """The first finite verb behind the position in its stretch, and whether the clause ends with it."""
    end = next((i for i in range(position + 1, len(known)) if _is_mark(known, i)), len(known))
    for at in range(position + 1, end):
        if not _may_be_finite(known, at):
            continue
        if _is_last(known, at, end):
            return Stretch(at, last=True)
        rest = range(at + 1, end)
        closes = all(known[i].tags[0][0] == "V" or known[i].low in QUOTES for i in rest)
        tags = known[at].tags
        other = "VVPP" in tags or not INFINITIVES.isdisjoint(tags)
        if other and (closes or ("VVPP" in tags and any(_may_be_finite(known, i) for i in rest))):
            continue
        return Stretch(at, last=_waits_for_infinitives(known, rest))
    return Stretch(None, last=False)


def _waits_for_infinitives(known: list[Word], rest: range) -> bool:
    """As in "die er hätte *kommen lassen*": behind an auxiliary that closes a clause stand two."""
    return len(rest) > 1 and all(not INFINITIVES.isdisjoint(known[i].tags) for i in rest)


def _is_mark(known: list[Word], at: int) -> bool:
    tags = known[at].tags
    return tags[0] in ENDS or (tags[0] == "$(" and known[at].low not in QUOTES and known[at].low != "-")


def _may_be_finite(known: list[Word], at: int) -> bool:
    """Whether it may be a finite verb and is no adjective before its noun."""
    tags = known[at].tags
    if FINITE.isdisjoint(tags) or tags[0] in NOUNS or "NN" in tags or "PTKZU" in known[at - 1].tags:
        return False
    following = known[at + 1].tags[0] if at + 1 < len(known) else "$."
    return "ADJA" not in tags or following not in {"NN", "ADJA", "NE"}


def _is_last(known: list[Word], at: int, end: int) -> bool:
    following = at + 1
    while following < end and known[following].low in QUOTES:
        following += 1
    return following >= end or known[following].tags[0] == "KON"


def _phrase(known: list[Word], position: int, articles: Articles) -> tuple[int, int] | None:
    """Where the noun phrase ends whose article the word would be, and what they agree in; `None` without a noun."""
    mask = known[position].by_tag["ART"].agreement
    if known[position - 1].low in articles.never_genitive:
        mask &= ~GENITIVE
    at = position + 1
    while at < len(known) and "ADJA" in known[at].tags and not NOUNS.intersection(known[at].tags):
        agreement = known[at].by_tag["ADJA"].agreement
        if agreement != ANY:
            mask &= next((allowed for ending, allowed in articles.weak.items() if known[at].low.endswith(ending)), ANY)
        at += 1
    if at < len(known) and known[at].tags[0] == "CARD":
        if at + 1 >= len(known) or "NN" not in known[at + 1].tags:
            return None
        mask &= PLURAL
        at += 1
    if at >= len(known) or NOUNS.isdisjoint(known[at].tags):
        return None
    noun = known[at]
    allowed = 0
    for tag in NOUNS.intersection(noun.tags):
        allowed |= noun.by_tag[tag].agreement or ANY
    mask &= allowed | (allowed & 0xF) << 12 if "NE" in noun.tags else allowed
    at += 1
    while at < len(known) and not NOUNS.isdisjoint(known[at].tags) and "VVFIN" not in known[at].tags:
        at += 1
    return at, mask


def _past_attributes(known: list[Word], at: int, verb: int) -> int:
    """Past what may belong to a noun before it: "der Firma", "in Kiel", "und Bremen"."""
    while at < verb:
        begin = at
        tags = known[at].tags
        genitive = "ART" in tags and bool(known[at].by_tag["ART"].agreement & GENITIVE)
        if tags[0] in PREPOSITIONS or tags[0] in JOINED or genitive:
            at += 1
            while at < verb and (not DETERMINERS.isdisjoint(known[at].tags) or known[at].tags[0] in ATTRIBUTES):
                at += 1
            if at >= verb or NOUNS.isdisjoint(known[at].tags):
                return begin
            while at < verb and not NOUNS.isdisjoint(known[at].tags):
                at += 1
        elif known[at].low in QUOTES:
            at += 1
        else:
            return begin
    return at


def _reports(known: list[Word], verb: int) -> bool:
    """Whether the verb is a Konjunktiv, as in "er sagte, die Leute in Kiel *seien geflohen*"."""
    readings = [one for possibility in known[verb].by_tag.values() for one in possibility.verbs]
    return not any(one.mood == "ind" and "3" in one.persons for one in readings)


def _may_be_subject(known: list[Word], verb: int, mask: int) -> bool:
    """Whether a phrase with this mask is in the nominative and has the number of the verb."""
    numbers = {n for possibility in known[verb].by_tag.values() for one in possibility.verbs for n in one.numbers}
    singular = SINGULAR if "s" in numbers else 0
    plural = PLURAL if "p" in numbers else 0
    return bool(mask & NOMINATIVE & (singular | plural))


def _is_object(known: list[Word], position: int) -> bool:
    """Whether the pronoun may be the object beside a subject behind it: "die" and "das", hardly ever a dative."""
    return bool(known[position].by_tag["PRELS"].agreement & ACCUSATIVE)


def _is_listed(known: list[Word], behind: int) -> bool:
    """As in "die Stadt, die Häfen *und die* Dörfer brannten": with a second article the first is one too."""
    return known[behind].tags[0] == "KON" and behind + 1 < len(known) and "ART" in known[behind + 1].tags


def _leaves_verbs(known: list[Word], verb: int, state: tuple[str, ...]) -> bool:
    """Whether the clauses around that still wait for their verbs find them behind this clause, and the verb here is no
    infinitive that a modal verb before waits for."""
    if state[-1].rstrip(",+").endswith("M") and not INFINITIVES.isdisjoint(known[verb].tags):
        return False
    waiting = sum(one.rstrip(",+") in {"", "K"} for one in state)
    found, counted = 0, False
    for at in range(verb + 1, len(known)):
        if _is_mark(known, at):
            counted = False
        elif not counted and _may_be_finite(known, at):
            found, counted = found + 1, True
    return found >= waiting


def _is_bare_name(known: list[Word], first: int, behind: int) -> bool:
    """As in "die Stadt, in der *Holm* lebt": a name of somebody, which stands without an article."""
    word = known[first]
    named = behind == first + 1 and "NE" in word.tags
    return named and _gender_and_number(word.by_tag["NE"].agreement or ANY) not in (
        MASCULINE & 0xF,
        FEMININE & 0xF,
        PLURAL & 0xF,
    )


def _referred(known: list[Word], position: int, comma: int, *, near: bool) -> bool:
    """Whether a noun before the comma, if `near` right before it, agrees with the pronoun in gender and number."""
    pronoun = _gender_and_number(known[position].by_tag["PRELS"].agreement)
    for at in range(comma - 1, max(-1, comma - REACH), -1):
        word = known[at]
        for tag in REFERRED.intersection(word.tags):
            if _gender_and_number(word.by_tag[tag].agreement or ANY) & pronoun:
                return True
        if near and word.tags[0] not in BETWEEN:
            return False
    return False


def _gender_and_number(agreement: int) -> int:
    return (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF
