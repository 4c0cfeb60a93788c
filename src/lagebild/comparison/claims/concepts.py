"""Words as a comparison of wordings sees them: what they stand for, compounds by their parts, each with its weight."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.analysis.lexicon import LINKING, lexicon
from lagebild.language.load import Language, Row
from lagebild.language.search import folded, stem
from lagebild.language.words import word_lists

WEIGHTS = {"1": 0.12, "2": 0.35, "3": 0.6, "": 1.0}
"""What a word is worth by its row in usual_words.tsv: the most usual stand in one sentence of a hundred or more."""
DEED = 0.6
"""What a verb has to say at least to be a deed; more usual ones (gehen, machen) tell none by themselves."""
SHORTEST_HEAD = 5
SHORTEST_PART = 4
"""Letters of a part of a compound."""
KEPT = 1 << 16

_CONTENT = frozenset({"NN", "NE", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIZU", "CARD"})


class Concept(NamedTuple):
    """`name` is a row of same_matter, or the stem of a word; `weight` tells how much it says; `kind` is "deed",
    "people" or "thing" for a row, "" for a word."""

    name: str
    weight: float
    kind: str = ""


@lru_cache(maxsize=KEPT)
def concepts_of(word: str, language: Language) -> tuple[Concept, ...]:
    """What a word of a text stands for: nothing for a word of the closed classes, one thing for a simple word, two for
    a compound. Words of the same meaning (same_matter) stand for one thing."""
    if not word[0].isalpha() or len(word) < 2:
        return ()
    possible = lexicon(language).entry(word).possibilities
    content = [item for item in possible if item.tag in _CONTENT]
    if not content or (len(content) < len(possible) and word.islower() and folded(word) in _usual(language)):
        return ()
    if not word[0].isupper():
        content.sort(key=lambda item: (item.tag in {"NN", "NE"}, not item.tag.startswith("VV")))
    lemma = content[0].lemma
    if content[0].tag in {"ADJA", "ADJD"}:
        lemma = _of_participle(lemma, language) or lemma
    plain = folded(lemma)
    exact = _exact(language).get(lemma.casefold())
    if exact is not None:
        return exact
    if plain in _speaking(language) and plain not in _things(language):
        return ()
    if plain != lemma.casefold() and plain in _things(language):
        return (_plain(plain, language),)  # "zählen" is not "zahlen"
    if plain not in _things(language) and "-" not in plain:
        deed = _deed(content[0].lemma, content[0].tag, language)
        if deed is not None:
            return (deed,)
    return tuple(_distinct(_of_lemma(plain, language)))


def _of_participle(lemma: str, language: Language) -> str | None:
    """The verb of an adjective that is a participle: "getötet"."""
    return next((item.lemma for item in lexicon(language).entry(lemma).possibilities if item.tag == "VVPP"), None)


def _deed(lemma: str, tag: str, language: Language) -> Concept | None:
    """A verb that no row has, and the noun that is made of it ("drosseln", "Drosselung"): a deed of its own."""
    if tag.startswith("VV"):
        verb = lemma
    elif tag == "NN" and lemma.endswith("ung") and _parts(folded(lemma), language) is None:
        verb = next(
            (lemma[:-3].lower() + end for end in ("en", "n") if _is_verb(lemma[:-3].lower() + end, language)), ""
        )
    else:
        return None
    plain = folded(verb)
    if verb.casefold() in _exact(language):
        return _exact(language)[verb.casefold()][0]
    weight = WEIGHTS[_usual(language).get(plain, "")]
    if not verb or weight < DEED:
        return None
    return Concept(plain.removesuffix("n").removesuffix("e"), weight, "deed")


def _is_verb(word: str, language: Language) -> bool:
    return any(item.tag == "VVINF" for item in lexicon(language).entry(word).possibilities)


@lru_cache(maxsize=KEPT)
def is_speech(word: str, language: Language) -> bool:
    """Whether the word says only that somebody says something, or names what was said: "bestätigt", "Berichte"."""
    plain = {folded(item.lemma) for item in lexicon(language).entry(word).possibilities if item.tag in _CONTENT}
    return not plain.isdisjoint(_speaking(language))


@lru_cache(maxsize=KEPT)
def is_finite(word: str, language: Language) -> bool:
    """Whether a small word is the finite verb of a clause, wherever it stands."""
    if not word[:1].islower():
        return False
    possible = lexicon(language).entry(word).possibilities
    return (
        bool(possible)
        and any(item.tag.endswith("FIN") for item in possible)
        and all(item.tag.startswith("V") for item in possible)
    )


@lru_cache(maxsize=KEPT)
def is_attribute(word: str, language: Language) -> bool:
    """Whether a small word may be an adjective or participle before a noun."""
    return any(item.tag == "ADJA" for item in lexicon(language).entry(word).possibilities)


def with_particles(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The words with verbs joined to the particle that ends their clause: "trafen … ein" is "eintreffen"."""
    if not words or words[-1] not in language.rules("words")["particles"]["separable"].split():
        return words
    particle = words[-1]
    for at, word in enumerate(words[:-1]):
        for item in lexicon(language).entry(word).possibilities:
            joined = particle + item.lemma
            if item.tag == "VVFIN" and any(one.tag == "VVINF" for one in lexicon(language).entry(joined).possibilities):
                return (*words[:at], joined, *words[at + 1 : -1])
    return words


class Idiom(NamedTuple):
    """A phrase that stands for one thing; `words` are those of the text."""

    words: tuple[str, ...]
    concept: Concept


def idioms_in(words: Sequence[str], language: Language) -> list[Idiom]:
    """The phrases that the words of one clause have, in whatever order: "legte ihr Amt nieder"."""
    by_lemma: dict[str, str] = {}
    for word in words:
        for lemma in lemmas_of(word, language):
            by_lemma.setdefault(lemma, word)
    found: list[Idiom] = []
    for lemma in by_lemma:
        for rest, concept in _idioms(language).get(lemma, ()):
            if rest <= by_lemma.keys():
                found.append(Idiom((by_lemma[lemma], *sorted({by_lemma[one] for one in rest})), concept))
    return found


@lru_cache(maxsize=KEPT)
def lemmas_of(word: str, language: Language) -> frozenset[str]:
    """All that the word may be a form of, folded, and itself."""
    return frozenset((folded(word), *(folded(item.lemma) for item in lexicon(language).entry(word).possibilities)))


def thing(name: str, language: Language) -> Concept:
    """The row of same_matter of that name."""
    return _rows(language)[name]


def _of_lemma(plain: str, language: Language) -> Iterator[Concept]:
    for part in plain.split("-"):
        if len(part) < 2:
            continue
        whole = _things(language).get(part)
        if whole is not None:
            yield from whole
            continue
        parts = _parts(part, language) or _by_head(part, language)
        if parts is None:
            yield _plain(part, language)
        else:
            first, last = (_things(language).get(one) or (_plain(one, language),) for one in parts)
            for item in first:
                yield item._replace(kind="") if item.kind in {"deed", "event"} else item  # a "Bruchteil" breaks nothing
            yield from last


def _plain(word: str, language: Language) -> Concept:
    return Concept(stem(word), WEIGHTS[_usual(language).get(word, "")])


@lru_cache(maxsize=KEPT)
def _parts(word: str, language: Language) -> tuple[str, str] | None:
    """The two parts of a compound noun, both listed as nouns or things; None for a word that is none."""
    if len(word) < 2 * SHORTEST_PART:
        return None
    things, listed = _things(language), lexicon(language).listed
    for at in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 1):
        last = word[at:]
        if last not in things and not any(item.tag == "NN" for item in listed(last.capitalize())):
            continue
        for linking in LINKING:
            first = word[:at].removesuffix(linking) if word[:at].endswith(linking) else ""
            if len(first) >= SHORTEST_PART - 1 and (
                first in things or any(item.tag in {"NN", "NE"} for item in listed(first.capitalize()))
            ):
                return first, last
    return None


def _by_head(word: str, language: Language) -> tuple[str, str] | None:
    """The parts of a compound of which only the last is known: "Grenzsoldat"."""
    for at in range(SHORTEST_PART - 1, len(word) - SHORTEST_HEAD + 1):
        if any(item.kind in {"people", "thing"} for item in _things(language).get(word[at:], ())):
            return word[:at], word[at:]
    return None


def _distinct(concepts: Iterator[Concept]) -> list[Concept]:
    return list({item.name: item for item in concepts}.values())


@cache
def _things(language: Language) -> dict[str, tuple[Concept, ...]]:
    """The rows by the folded lemmas of their words; a word may stand in several."""
    return _by_word(language, folded)


@cache
def _exact(language: Language) -> dict[str, tuple[Concept, ...]]:
    """The same by the lemmas as they are written."""
    return _by_word(language, str.casefold)


def _by_word(language: Language, plain: Callable[[str], str]) -> dict[str, tuple[Concept, ...]]:
    found: dict[str, list[Concept]] = {}
    for row in thesaurus(language):
        concept = _rows(language)[row["thing"]]
        for word in row["words"].split():
            senses = found.setdefault(plain(word), [])
            if concept not in senses:
                senses.append(concept)
    return {word: tuple(senses) for word, senses in found.items()}


@cache
def _idioms(language: Language) -> dict[str, tuple[tuple[frozenset[str], Concept], ...]]:
    """The rest of each phrase and what it stands for, by its first word."""
    found: dict[str, list[tuple[frozenset[str], Concept]]] = {}
    for row in language.table("idioms", key=("phrase", "thing")):
        first, *rest = map(folded, row["phrase"].split())
        found.setdefault(first, []).append((frozenset(rest), _rows(language)[row["thing"]]))
    return {first: tuple(rest) for first, rest in found.items()}


@cache
def _rows(language: Language) -> dict[str, Concept]:
    return {
        row["thing"]: Concept(row["thing"].upper(), WEIGHTS[row["usual"]], row["kind"]) for row in thesaurus(language)
    }


def thesaurus(language: Language) -> tuple[Row, ...]:
    """The rows of all tables of same_matter, those of one name as one."""
    return language.table("same_matter", key=("thing",), joined="words")


@cache
def _speaking(language: Language) -> frozenset[str]:
    """The folded lemmas of verbs and nouns that say only that somebody says something."""
    verbs = (row["lemma"] for row in language.table("cue_verbs") if not row["with"] and not row["sich"])
    nouns = (row["lemma"] for row in language.table("cue_nouns"))
    return frozenset(map(folded, (*verbs, *nouns))) | word_lists(language, "claims")["reports"]


@cache
def _usual(language: Language) -> dict[str, str]:
    return {word: row["band"] for row in language.table("usual_words") for word in row["words"].split()}
