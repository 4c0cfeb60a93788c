"""Clauses: where one begins in a sentence, what it is, and which words are its subject."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lagebild.comparison.claims.concepts import is_attribute, is_finite
from lagebild.comparison.claims.forms import begins_noun_phrase, is_infinite, may_be_finite, may_be_subject
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.span import Span, trimmed

FIELD = 7
"""Words before the verb of a main clause that stands beside another."""
EDGE = " \n\t.,;:!?…–-\"„“”»«‚‘’'"
"""Signs that a clause does not begin or end with."""
_BREAK = re.compile(r"[,;:]\s|\s[–—]\s")
_COMMA = re.compile(r",\s(\w+)")
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")


def clauses_in(text: str, span: Span, language: Language) -> Iterator[int]:
    """Where a clause of its own begins: behind a semicolon, at "and" before a verb where one stands before it as well,
    and where a part is singled out ("10.000 davon aus Nordkorea")."""
    yield from (found.start() for found in _asides(language).finditer(text, *span))
    words = list(WORD.finditer(text, *span))
    told = [word[0] for word in words]
    verbs = [word for at, word in enumerate(words) if is_verb(told, at, language)]
    if len(verbs) < 2:
        return
    for found in _mains(language).finditer(text, *span):
        before = any(verb.end() <= found.start() for verb in verbs)
        behind = [verb for verb in verbs if verb.start() >= found.end()]
        following = found[1] is None or (bool(behind) and behind[0].start() == found.start(1))
        if before and behind and following:
            yield found.start()
    whole = is_main(text, span, language)
    lists = word_lists(language, "claims")
    for found in _COMMA.finditer(text, *span):
        first = next((verb for verb in verbs if verb.start() >= found.end()), None)
        if first is None or not any(verb.end() <= found.start() for verb in verbs):
            continue
        at_once = not text[found.end() : first.start()].strip()
        begins = found[1] in lists["clausal"] or (found[1] in lists["persons"] and at_once)
        follows = whole and first.start() == found.start(1)
        if begins or follows or (whole and is_main(text, Span(found.start(1), span.end), language, joined=True)):
            yield found.start()


def is_main(text: str, span: Span, language: Language, *, joined: bool = False) -> bool:
    """Whether it begins with a main clause, whose finite verb stands behind something; `joined` to another one, which
    is harder to tell from a relative clause and from more objects of the same verb."""
    lists = word_lists(language, "claims")
    end = next((found.start() for found in _BREAK.finditer(text, *span)), span.end)
    words = WORD.findall(text, span.start, end)
    if joined and words and words[0] in language.rules("claims")["clauses"]["coordinating"]:
        words = words[1:]
    if not words or words[0].lower() in lists["hanging"] | lists["clausal"] | lists["subordinating"]:
        return False
    at = next((n for n in range(1, len(words)) if is_verb(words, n, language)), None)
    if at is None or is_finite(words[0].lower(), language):
        return False
    if not joined:
        return True
    related = words[0] in lists["relative"] and not words[1][:1].isupper()
    marked = words[at - 1] == language.rules("claims")["clauses"]["infinitive"] or is_infinite(words[at], language)
    return not related and not marked and at <= FIELD and at < len(words) - 1


def depends(text: str, span: Span, language: Language) -> bool:
    """Whether what stands there hangs on what stands before it: a relative clause, "dass …", "… zu schicken"."""
    lists = word_lists(language, "claims")
    end = next((found.start() for found in _BREAK.finditer(text, *span)), span.end)
    words = WORD.findall(text, span.start, end)
    if not words or is_main(text, span, language, joined=True):
        return False
    if words[0] in lists["hanging"] | lists["clausal"] | lists["subordinating"]:
        return True
    if has_verb(text, Span(span.start, end), language):
        return not lists["relative"].isdisjoint(words[:2])
    return language.rules("claims")["clauses"]["infinitive"] in words


def is_verb(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether the word is a finite verb, by itself or because what follows is nothing that it could be an adjective
    of: "überlebten die …"."""
    if is_finite(words[at], language):
        return True
    if at + 1 == len(words) or not may_be_finite(words[at], language):
        return False
    return words[at + 1].islower() and not is_attribute(words[at + 1], language)


def has_verb(text: str, span: Span, language: Language, *, surely: bool = False) -> bool:
    """Whether it has a finite verb; "zu schicken" and "verlassen zu haben" have none. `surely` leaves out forms that
    may be adjectives as well ("versuchten")."""
    marker = language.rules("claims")["clauses"]["infinitive"]
    words = WORD.findall(text, *span)
    for at, word in enumerate(words):
        before, behind = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if marker in (before, behind):
            continue
        if is_finite(word, language) or (not surely and before[:1].isupper() and may_be_finite(word, language)):
            return True
    return False


def singled_out(text: str, span: Span, language: Language) -> bool:
    """Whether it begins with what singles out a part: ", darunter …"."""
    return _asides(language).match(text, *span) is not None


def subject_of(text: str, clause: Span, other: Span, language: Language) -> Span | None:
    """The subject of a main clause, where it is that of another one as well, which begins with its verb; None where
    that is not sure."""
    others = WORD.findall(text, *other)
    words = list(WORD.finditer(text, *clause))
    at = next((n for n, word in enumerate(words) if n and is_finite(word[0], language)), None)
    if at is None or at > FIELD or text[clause.start : words[at].start()].count(","):
        return None
    rules = language.rules("claims")["clauses"]
    if not begins_noun_phrase(words[0][0], language):
        if any(word.lower() in rules["articles"] for word in others):
            return None  # "Im Mai kam der Erfolg und soll der Aufstieg folgen"
        found = _behind_verb(text, words[at + 1 :], language)
    elif words[0][0].lower() not in rules["nominative"] and any(
        word[0].lower() in rules["articles"] for word in words[at + 1 : at + 2]
    ):
        return None  # "Die Forderung wies die Bank zurück und …"
    else:
        found = words[:at]
    if not found or not may_be_subject([word[0] for word in found], (words[at][0], others[0]), language):
        return None
    end = words[at].start() if found[0] is words[0] else found[-1].end()
    return trimmed(text, Span(found[0].start(), end), EDGE)


def _behind_verb(text: str, words: Sequence[re.Match[str]], language: Language) -> Sequence[re.Match[str]]:
    """The noun phrase that follows a verb, as the subject does where something else begins the clause."""
    rules = language.rules("claims")["clauses"]
    words = words[1:] if words and words[0][0] in rules["reflexive"] else words
    for at, word in enumerate(words):
        small, following = not word[0][:1].isupper(), words[at + 1] if at + 1 < len(words) else None
        if small and not (at == 0 and begins_noun_phrase(word[0], language)) and not is_attribute(word[0], language):
            return ()
        close = following is not None and text[word.end() : following.start()] == " "
        if word[0] in word_lists(language, "claims")["persons"]:
            return words[: at + 1]
        if not small:  # "liefere Moskau Waffen": whose name goes on, and what is an object?
            goes_on = close and following is not None and following[0][:1].isupper()
            ends = following is not None and following[0] in _states(language) and word[0] not in _states(language)
            return () if goes_on and not ends else words[: at + 1]
    return ()


@cache
def _states(language: Language) -> frozenset[str]:
    """The names of states and their capitals, which no name of somebody goes on with: "gibt Kowalenko Polen recht"."""
    rows = language.table("states", key=("code",))
    names = (name for row in rows for name in (row["name"], *row["capitals"].split("|")))
    return frozenset(name for name in names if name and " " not in name)


@cache
def _asides(language: Language) -> re.Pattern[str]:
    return re.compile(rf",\s(?={language.rules('claims')['clauses']['aside']})")


@cache
def _mains(language: Language) -> re.Pattern[str]:
    word = language.rules("claims")["clauses"]["main"]
    return re.compile(rf";\s|\s[–—-]\s(?={word}\s)|\s(?={word}\s(\w+))")
