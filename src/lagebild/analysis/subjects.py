"""Finds the subject of a clause among its noun phrases: by case, number, person and place."""

from collections.abc import Sequence

from lagebild.analysis.acting_nouns import Acting
from lagebild.model.analysis import ACCUSATIVE, GENITIVE, NOMINATIVE, PLURAL, SINGULAR, ClauseKind, Phrase, Token

# What may stand between a noun and the "und" that joins another to it.
BETWEEN_HALVES = frozenset(("APPR", "APPRART", "ART", "ADJA", "NN", "NE", "CARD", "PPOSAT"))

# Marks behind an apposition, its age or party in brackets included.
CLOSING = (",", "(", ":", ".")
ENUMERATED = frozenset(("NE", "NN"))
DASHES = frozenset("–—-")
VERB_SECOND = frozenset((ClauseKind.MAIN, ClauseKind.V2))

# What speaks for a phrase as the subject; found by trying on the development part of UD German GSD.
UNAMBIGUOUS = 2.0
NAMED = 1.5
PERSONAL = 3.0
EXPLETIVE = 1.0
RELATIVE = 2.0
DEMONSTRATIVE = -2.5
GENITIVE_ATTRIBUTE = -3.0
BEHIND_PREPOSITION = -4.0
APPOSITION = -4.0
PER_PLACE = -0.6


def subject_of(
    tokens: tuple[Token, ...],
    phrases: tuple[Phrase, ...],
    phrase_of: Sequence[int],
    inside: Sequence[int],
    kind: ClauseKind,
    finite: int | None,
    first: int,
    acting: Acting,
) -> int | None:
    """The phrase that may be nominative, agrees with the finite verb and has most speaking for it; `acting` tells
    who acts."""
    if finite is None:
        return None
    verb = tokens[finite].verb
    numbers = verb.numbers if verb else "sp"
    persons = verb.persons if verb else "123"
    # "Bezeichnet" is plural with "ihr" alone, which no relative clause has.
    of_third = "s" if numbers == "sp" and persons == "23" else numbers
    best: int | None = None
    highest = -99.0
    for place, k in enumerate(inside):
        phrase = phrases[k]
        head = tokens[phrase.head]
        if phrase.preposition is not None or not phrase.agreement & NOMINATIVE or head.tag == "PRF":
            continue
        if _tells_source(tokens, phrase):
            continue
        if (
            place
            and kind in VERB_SECOND
            and phrase.last <= finite
            and _is_no_subject(phrases[inside[0]], first, phrase)
        ):
            continue  # Before the verb is room for one: "In Kiel, Hamburg und *Bremen* sagten Fischer …".
        if not place and _is_dateline(tokens, phrase, first, finite):
            continue
        following = phrases[inside[place + 1]] if place + 1 < len(inside) else None
        joined = following is not None and following.preposition is None and tokens[following.first - 1].tag == "KON"
        if not (_agrees(tokens, phrase, numbers) or (joined and "p" in numbers)) or (
            head.tag == "PPER" and not _person_fits(head, persons)
        ):
            continue
        score = PER_PLACE * place
        if not phrase.agreement & ACCUSATIVE:
            score += UNAMBIGUOUS
        if (
            phrase.last - phrase.first > 1
            and tokens[phrase.last - 1].tag == "NE"
            and tokens[phrase.last - 2].tag in ("NN", "NE")
        ):
            score += NAMED
        # "Holm sollte sie begleiten": who is named first does it.
        either = phrase.agreement & ACCUSATIVE and best is not None and _is_named_first(tokens, phrases[best], first)
        if head.tag == "PPER" and not either:
            score += PERSONAL if phrase.agreement & NOMINATIVE and head.lemma != "es" else EXPLETIVE
        elif head.tag == "PWS" and phrase.agreement & ACCUSATIVE:
            score -= UNAMBIGUOUS
        elif head.tag == "PRELS":
            stands = kind is ClauseKind.REL and head.lemma != "was"
            stands = stands and _fits_antecedent(tokens, phrases, phrase_of, phrase, of_third)
            beside = following is not None and following.first == phrase.last and _agrees(tokens, following, numbers)
            if stands and following is not None and beside and tokens[finite].lemma not in acting.depicting:
                stands = not _is_acted_on(tokens, phrases, phrase_of, phrase, following, acting)
            score += RELATIVE if stands else -RELATIVE
        elif head.tag == "PDS":
            score += DEMONSTRATIVE
        if phrase.first > first and place and _is_genitive_attribute(tokens, phrase):
            score += GENITIVE_ATTRIBUTE
        if place and head.tag != "PPER" and (_is_apposition(tokens, phrase) or _is_dashed(tokens, phrase, finite)):
            score += APPOSITION
        if place and _goes_on_with_preposition(tokens, phrases, inside, place, finite):
            score += BEHIND_PREPOSITION
        if score > highest:
            best, highest = k, score
    return best


def _is_no_subject(phrase: Phrase, first: int, other: Phrase) -> bool:
    """Whether the phrase that begins the clause hangs on a preposition or stands in another case ("*Den Mord* an …"),
    and so none of what stands apart from it before the verb is the subject."""
    other_case = phrase.first == first and not phrase.agreement & NOMINATIVE and other.first > phrase.last
    return phrase.preposition == first or other_case


def _tells_source(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """As in "*Dem Kreml* zufolge hat Kiew …", "will Kiew schicken, so *der Kreml*"."""
    if phrase.last < len(tokens) and tokens[phrase.last].tag == "APPO":
        return True
    before = phrase.first - 1
    return before > 0 and tokens[before].text == "so" and tokens[before - 1].text == ","


def _is_dateline(tokens: tuple[Token, ...], phrase: Phrase, first: int, finite: int) -> bool:
    """As in "*Wien* – Die Kurie warnt": a name before one dash tells where the report comes from."""
    if phrase.first != first or phrase.last >= finite or tokens[phrase.last].text not in DASHES:
        return False
    named = all(tokens[i].tag == "NE" for i in range(phrase.first, phrase.last))
    return named and all(tokens[i].text not in DASHES for i in range(phrase.last + 1, finite))


def _goes_on_with_preposition(
    tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], inside: Sequence[int], place: int, finite: int
) -> bool:
    """As in "auf Anfrage von A, B und *C* teilte D mit": before the verb the last of several, of whom the first hangs
    on a preposition."""
    phrase = phrases[inside[place]]
    if phrase.last != finite or tokens[phrase.first - 1].tag != "KON":
        return False
    while place and _joins(tokens, phrases[inside[place - 1]], phrases[inside[place]]):
        place -= 1
    return phrases[inside[place]].preposition is not None and phrases[inside[place]] is not phrase


def _joins(tokens: tuple[Token, ...], before: Phrase, behind: Phrase) -> bool:
    """Whether "und" or a comma alone parts the two."""
    between = tokens[before.last : behind.first]
    return len(between) == 1 and (between[0].tag == "KON" or between[0].text == ",")


def _is_named_first(tokens: tuple[Token, ...], phrase: Phrase, first: int) -> bool:
    """Whether the phrase is a name at the head of the clause."""
    return phrase.first == first and tokens[phrase.head].tag == "NE"


def _is_apposition(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether a comma parts the phrase from a name before it, or it is a name between commas behind a noun: "die
    Leiterin des Amtes, Ute Wald, erklärte", or what ends with one: "Perus Präsident, *der Jurist Jan Holm*, …"."""
    if tokens[phrase.first - 1].text != ",":
        return False
    before = tokens[phrase.first - 2].tag
    if before == "NE":
        return True
    closed = phrase.last < len(tokens) and tokens[phrase.last].text in CLOSING
    if before != "NN" or not closed:
        return False
    named = tokens[phrase.head].tag == "NN" and tokens[phrase.last - 1].tag == "NE" and phrase.last - 1 > phrase.head
    return named or all(tokens[i].tag == "NE" for i in range(phrase.first, phrase.last))


def _is_dashed(tokens: tuple[Token, ...], phrase: Phrase, finite: int) -> bool:
    """As in "Holm – *der Chef der Werft* – sagte": between two dashes behind a name and before the verb."""
    if tokens[phrase.first - 1].text not in DASHES or tokens[phrase.first - 2].tag != "NE" or phrase.last >= finite:
        return False
    return any(tokens[i].text in DASHES for i in range(phrase.last, finite))


# How many phrases back the noun may stand that a relative pronoun refers to.
ANTECEDENT_REACH = 4


def _fits_antecedent(
    tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], phrase_of: Sequence[int], pronoun: Phrase, numbers: str
) -> bool:
    """Whether a noun before the relative pronoun agrees with it and has the number of the verb: in "die Hilfe, die
    die Nachbarn zugesagt haben" there is none, so the pronoun is the object."""
    if len(numbers) != 1:
        return True
    wanted = NOMINATIVE & pronoun.agreement & (PLURAL if numbers == "p" else SINGULAR)
    at, tried = pronoun.first - 1, 0
    while at >= 0 and tried < ANTECEDENT_REACH:
        k = phrase_of[at]
        if k < 0:
            at -= 1
            continue
        joined = numbers == "p" and tokens[phrases[k].first - 1].tag == "KON"
        if joined or wanted & _in_every_case(phrases[k].agreement):
            return True
        tried += 1
        at = phrases[k].first - 1
    return False


def _is_acted_on(
    tokens: tuple[Token, ...],
    phrases: tuple[Phrase, ...],
    phrase_of: Sequence[int],
    pronoun: Phrase,
    following: Phrase,
    acting: Acting,
) -> bool:
    """As in "die Gebiete, *die* Soldaten halten", "die Insel, *die* China beansprucht": the pronoun stands for a thing,
    and somebody who acts is named behind it."""
    may_be_either = pronoun.agreement & ACCUSATIVE and following.agreement & NOMINATIVE
    if not may_be_either or following.preposition is not None or not _is_somebody(tokens, following, acting):
        return False
    at = pronoun.first - 1
    while at >= 0 and tokens[at].tag != "$.":
        k = phrase_of[at]
        if k >= 0:
            if _in_every_case(phrases[k].agreement) & pronoun.agreement:
                return tokens[phrases[k].head].tag == "NN" and not _is_somebody(tokens, phrases[k], acting)
            at = phrases[k].first
        at -= 1
    return False


def _is_somebody(tokens: tuple[Token, ...], phrase: Phrase, acting: Acting) -> bool:
    head = tokens[phrase.head]
    return acting.nouns(head.lemma) if head.tag == "NN" else head.tag == "NE" and phrase.first == phrase.head


def _in_every_case(agreement: int) -> int:
    """The mask with its genders and numbers in all cases."""
    genders = (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF
    return genders * 0x1111


def _agrees(tokens: tuple[Token, ...], phrase: Phrase, numbers: str) -> bool:
    if "s" in numbers and "p" in numbers:
        return True
    if "s" in numbers:
        return bool(phrase.agreement & SINGULAR & NOMINATIVE)
    if phrase.agreement & PLURAL & NOMINATIVE:
        return True
    return _is_coordinated(tokens, phrase)


# How many words may stand between the two halves of a subject: "das Hilfswerk für Flucht (HFF) und das Büro".
COORDINATION_REACH = 10


def _is_coordinated(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Two singulars make a plural: "Merkel und Hollande", "die Organisation für Migration (IOM) und das Hilfswerk"."""
    at, end = phrase.last, min(len(tokens), phrase.last + COORDINATION_REACH)
    aside = False
    while at < end:
        token = tokens[at]
        if aside or token.text == "(":
            aside = token.text != ")"
        elif token.tag == "KON" or _is_second_half(tokens, at, end):
            return True
        elif token.text == "," and at + 1 < end and tokens[at + 1].tag in ENUMERATED:
            pass  # "Polen, Ungarn und Kuba"
        elif token.text == "," and at + 2 < end and tokens[at + 1].tag == "KON":
            return True  # "nicht nur Holm, sondern auch Tann", "der Chef, Karl Holm, und sein Vize"
        elif token.tag not in BETWEEN_HALVES:
            return False
        at += 1
    return False


def _is_second_half(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """As in "sowohl Holm *als auch* Tann": a comparison has no adverb behind its word."""
    return tokens[at].tag == "KOKOM" and at + 1 < end and tokens[at + 1].tag == "ADV"


def _person_fits(pronoun: Token, persons: str) -> bool:
    first = pronoun.text.lower() in ("ich", "wir")
    second = pronoun.text.lower() in ("du", "ihr")
    return ("1" if first else "2" if second else "3") in persons


def _is_genitive_attribute(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    before = tokens[phrase.first - 1].tag
    return (
        before in ("NN", "NE")
        and bool(phrase.agreement & GENITIVE)
        and tokens[phrase.first].tag in ("ART", "PPOSAT", "ADJA", "PDAT", "PIAT")
    )
