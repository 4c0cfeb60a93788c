"""Words as a comparison of wordings sees them: what they stand for, compounds by their parts, each with its weight."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.analysis.lexicon import LINKING, lexicon
from lagebild.analysis.possibility import Possibilities
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
GENERAL = "/general.tsv:"
"""The table of same_matter whose meanings come before those of a field: without that, claims of the first matter had
P .893 R .257, with it P .922 R .267."""
DEEDS = frozenset({"deed", "event"})
"""Kinds of rows of same_matter that are done or happen: what lasts, and what is of a day."""
THINGS = frozenset({"people", "thing"})
FATES = frozenset({"DEAD", "INJURED"})
"""Rows of same_matter for either half of another (casualties): words that stand there as well surely mean that one."""
PHRASE = 0.7
"""What the words of a phrase have to say by themselves, together."""
TELLING = 0.3
"""What one of them has to say to count among them."""
UNSURE, HINT = 0.5, 0.5
"""What a thing counts that a word may mean as well, and one that only a part of it means."""

_CONTENT = frozenset({"NN", "NE", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIZU", "CARD"})

_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PIAT"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_REFLEXIVES = frozenset({"PRF"})
_INFINITIVES = frozenset({"PTKZU"})


class Concept(NamedTuple):
    """`name` is a row of same_matter, or the stem of a word; `weight` tells how much it says; `kind` is "deed",
    "people" or "thing" for a row, "" for a word; `sure` tells whether the word is taken to mean it."""

    name: str
    weight: float
    kind: str = ""
    sure: bool = True


class Senses(NamedTuple):
    """What a word may stand for: for each part of it the things that it may mean, the likeliest first, and what the
    parts of a compound mean that means something of its own."""

    parts: tuple[tuple[Concept, ...], ...]
    inside: tuple[Concept, ...] = ()


NOTHING = Senses(())


def concepts_of(word: str, language: Language) -> tuple[Concept, ...]:
    """All that a word of a text may stand for: nothing for a word of the closed classes, one thing for a simple word,
    two for a compound, and more where it has several meanings. Words of one meaning (same_matter) stand for one thing.
    """
    return tuple({item.name: item for part in reversed(parts_of(word, language)) for item in reversed(part)}.values())


@lru_cache(maxsize=KEPT)
def parts_of(word: str, language: Language, met: frozenset[str] = frozenset()) -> tuple[tuple[Concept, ...], ...]:
    """The same for each part of the word by itself, of which two tellings have no more than one in common.

    First comes what it most likely means: somebody or something whose row it begins, and of several what it is taken
    for in the text (`met`, see fields.py). The others are not sure, and count less; so do the parts of a compound that
    means something of its own.
    """
    senses = senses_of(word, language)
    found = []
    for at, part in enumerate(senses.parts):
        heads = likeliest(word, part, language)
        first = next((item for item in heads if item.name in met), heads[0])
        others = [unsure(item, first) for item in part if item is not first]
        inside = [hint(item) for item in senses.inside] if at == 0 else []
        found.append((first, *others, *inside))
    return tuple(found)


def likeliest(word: str, part: Sequence[Concept], language: Language) -> Sequence[Concept]:
    """Those of the meanings, of people and things, whose rows begin with the word, as it hardly means anything else;
    all where there is none."""
    if len(part) < 2:
        return part
    lemmas = lemmas_of(word, language)
    first = _first_words(language)
    return [item for item in part if item.kind in THINGS and first.get(item.name) in lemmas] or part


def unsure(item: Concept, first: Concept) -> Concept:
    """What the word may mean as well; a deed only beside another deed, a thing only beside a thing."""
    alike = any({item.kind, first.kind} <= kinds for kinds in (DEEDS, THINGS))
    return Concept(item.name, round(UNSURE * item.weight, 3), item.kind if alike else "", sure=False)


def hint(item: Concept) -> Concept:
    """What only a part of a word, or of a phrase, means."""
    return Concept(item.name, round(HINT * item.weight, 3), "", sure=False)


def meanings_met(words: Iterable[str], language: Language) -> frozenset[str]:
    """What words of a text surely mean, as they have no other meaning."""
    return frozenset().union(*[_surely(word, language) for word in set(words)])


@lru_cache(maxsize=KEPT)
def _surely(word: str, language: Language) -> tuple[str, ...]:
    meant = ([item.name for item in part if item.name not in FATES] for part in senses_of(word, language).parts)
    return tuple(names[0] for names in meant if len(names) == 1)


@lru_cache(maxsize=KEPT)
def doubtful_parts(word: str, language: Language) -> tuple[tuple[Concept, ...], ...]:
    """The parts of a word that may mean several things, each by these."""
    return tuple(part for part in senses_of(word, language).parts if len(part) > 1)


@lru_cache(maxsize=KEPT)
def senses_of(word: str, language: Language) -> Senses:
    """All that a word may stand for."""
    if len(word) < 2 or not word[0].isalpha():
        return NOTHING
    if " " in word:
        return _of_doubtful(word.partition(" ")[0], language)
    word = _in_a_sentence(word, language)
    entry = lexicon(language).entry(word)
    content = [item for item in entry.possibilities if item.tag in _CONTENT]
    if not content or _says_little(word, entry.possibilities, language):
        return NOTHING
    if word[0].isupper():
        content.sort(key=lambda item: rows_of(item.lemma, item.tag, language) is None)
    else:
        content.sort(
            key=lambda item: (
                item.tag in {"NN", "NE"},
                not item.tag.startswith("VV"),
                rows_of(item.lemma, item.tag, language) is None,
            )
        )
    lemma, tag = content[0].lemma, content[0].tag
    exact = rows_of(lemma, tag, language)
    if exact is None and tag in {"ADJA", "ADJD"}:
        lemma = _of_participle(lemma, language) or lemma
        exact = rows_of(lemma, tag if lemma == content[0].lemma else "VVINF", language)
    elif exact is None and tag == "NN":
        exact = _of_verb(word, language)
    plain = folded(lemma)
    if exact is not None and word[0].islower() and tag.startswith("VV"):  # to "vaccinate" is done, a "vaccine" is not
        exact = tuple(item._replace(kind="deed") if item.kind == "thing" else item for item in exact)
    if exact is not None:
        return Senses((exact,), _inside(plain, exact, language) if word[0].isupper() else ())
    if plain in _things(language):
        return Senses(((_plain(plain, language),),))  # "zählen" is not "zahlen"
    if plain in _speaking(language):
        return NOTHING
    if "-" not in plain:
        deed = _deed(content[0].lemma, tag, language)
        if deed is not None:
            return Senses(((deed,),))
    if not tag.startswith("N"):
        return Senses(tuple(_of_lemma(plain, language, _small(language))))
    if entry.source == "listed" and any(item.tag == "NE" for item in content):
        return Senses(((_plain(plain, language),),))  # "Mannheim" is no "Heim"
    return Senses(tuple(_of_lemma(plain, language)))


def _in_a_sentence(word: str, language: Language) -> str:
    """The word as it is written inside a sentence, where the capital is hardly a noun's: "Geimpft wurden"."""
    small = word[0].lower() + word[1:]
    if not word[0].isupper() or not small.islower() or word in _written(language):
        return word
    words = lexicon(language)
    if small in words.closed:
        return small
    return small if words.entry(word).source != "listed" and words.entry(small).source == "listed" else word


def _says_little(word: str, possible: Possibilities, language: Language) -> bool:
    """Whether the word is usual, and of a closed class as well."""
    if not word.islower() or folded(word) not in _usual(language):
        return False
    others = {item.tag for item in possible} - _CONTENT - {"VVIMP"}
    return bool(others) and not (others == {"PTKVZ"} and word in _written(language))


def rows_of(lemma: str, tag: str, language: Language) -> tuple[Concept, ...] | None:
    """The rows that have the word as the dictionary has it; for a noun also those of its verb, and the other way about:
    "Treffen", "treffen". An adjective is no noun that is spelled like it: "arm", "Arm"."""
    found = _written(language).get(lemma)
    if found is None and not (
        tag in {"ADJA", "ADJD"} and lemma[:1].islower() and lemma.capitalize() in _written(language)
    ):
        found = _exact(language).get(lemma.casefold())
    return found


def _of_verb(word: str, language: Language) -> tuple[Concept, ...] | None:
    """The rows of the verb that is a noun here: "Scheitern" is no form of "Scheit"."""
    small = word[0].lower() + word[1:]
    return _written(language).get(small) if _is_verb(small, language) else None


def _inside(plain: str, whole: Sequence[Concept], language: Language) -> tuple[Concept, ...]:
    """What the parts of a compound mean that has rows of its own ("Stellenabbau")."""
    names = {item.name for item in whole}
    told = (_things(language).get(part) or (_plain(part, language),) for part in _parts(plain, language) or ())
    return tuple(items[0] for items in told if names.isdisjoint(item.name for item in items))


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


def settled(words: tuple[str, ...], ends: Container[int], language: Language) -> tuple[str, ...]:
    """The words; one that is of a closed class, unless what stands beside it tells otherwise, together with that:
    "einigen sich", "das Aus"."""
    doubtful = _doubtful(language)
    if doubtful.isdisjoint(words):
        return words
    return tuple(
        f"{word} {beside}" if word in doubtful and (beside := _told_by(words, at, ends, language)) else word
        for at, word in enumerate(words)
    )


def _told_by(words: Sequence[str], at: int, ends: Container[int], language: Language) -> str | None:
    """The word that tells that one of a closed class is a verb or noun here: the verb's reflexive or its "zu", the
    noun's article or a preposition that follows."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) and at not in ends else ""
    if words[at][0].isupper():
        if _is_of(before, _DETERMINERS, language):
            return before
        return after if _is_of(after, _PREPOSITIONS, language) else None
    if _is_of(after, _REFLEXIVES, language):
        return after
    if after[:1].isupper():
        return None
    if _is_of(before, _REFLEXIVES | _INFINITIVES, language):
        return before
    clause = words[:at] if at in ends else ()
    return next((one for one in reversed(clause) if _is_of(one, _REFLEXIVES, language)), None)


def _is_of(word: str, tags: Set[str], language: Language) -> bool:
    return any(item.tag in tags for item in lexicon(language).closed.get(word.lower(), ()))


@cache
def _doubtful(language: Language) -> frozenset[str]:
    """Words of the closed classes that are verbs as well, or nouns with a capital, which rows have."""
    closed = lexicon(language).closed
    verbs = {word for word in closed if senses_of(word, language) == NOTHING and _of_doubtful(word, language).parts}
    nouns = {word.capitalize() for word in closed} & _written(language).keys()
    return frozenset(verbs | {word for word in nouns if senses_of(word, language) == NOTHING})


def _of_doubtful(word: str, language: Language) -> Senses:
    """What the word means as a noun or verb."""
    if word[0].isupper():
        found = _written(language).get(word)
    else:
        verbs = (item.lemma for item in lexicon(language).entry(word).possibilities if item.tag.startswith("VV"))
        found = next((_written(language)[verb] for verb in verbs if verb in _written(language)), None)
    return NOTHING if found is None else Senses((found,))


def with_particles(words: tuple[str, ...], ends: Container[int], language: Language) -> tuple[str, ...]:
    """The words with verbs joined to the particle that ends their clause: "trafen … ein" is "eintreffen". `ends` are
    the numbers of the words behind which a clause ends."""
    separable = _separable(language)
    if separable.isdisjoint(words):
        return words
    found: list[str] = []
    begun = 0
    for number, word in enumerate(words):
        found.append(word)
        if number not in ends:
            continue
        if word in separable:
            for at in range(begun, len(found) - 1):
                joined = _joined(found[at], word, language)
                if joined is not None:
                    found[at] = joined
                    found.pop()
                    break
        begun = len(found)
    return tuple(found)


@lru_cache(maxsize=KEPT)
def _joined(word: str, particle: str, language: Language) -> str | None:
    """The infinitive of the verb that a finite one is with the particle; none that the lexicon only guesses."""
    for item in lexicon(language).entry(word).possibilities:
        joined = particle + item.lemma
        if item.tag == "VVFIN" and (
            joined in _written(language) or any(one.tag == "VVINF" for one in lexicon(language).listed(joined))
        ):
            return joined
    return None


@cache
def _separable(language: Language) -> frozenset[str]:
    return frozenset(language.rules("words")["particles"]["separable"].split())


@cache
def _folded_particles(language: Language) -> frozenset[str]:
    return frozenset(map(folded, _separable(language)))


class Idiom(NamedTuple):
    """A phrase, by its words in the text, with what it may mean, the likeliest first."""

    words: tuple[str, ...]
    meanings: tuple[Concept, ...]


def idioms_in(words: Sequence[str], language: Language) -> list[Idiom]:
    """The phrases that the words of one clause have, in whatever order: "legte ihr Amt nieder". One that is a part of
    another ("ums Leben", "ums Leben kommen") only adds a meaning to that."""
    by_lemma: dict[str, str] = {}
    for word in words:
        for lemma in lemmas_of(word, language):
            by_lemma.setdefault(lemma, word)
    heads = {head: word for word in reversed(words) if (head := head_of(word, language)) and head not in by_lemma}
    by_lemma |= heads
    idioms = _idioms(language)
    found = [
        (sorted({by_lemma[one] for one in (lemma, *rest)}), concept)
        for lemma in by_lemma if lemma in idioms for rest, concept in idioms[lemma]
        if rest <= by_lemma.keys() and (heads.keys().isdisjoint((lemma, *rest)) or _has_verb((lemma, *rest), language))
    ]  # fmt: skip
    phrases: list[tuple[list[str], list[Concept]]] = []
    for told, concept in sorted(found, key=lambda one: (-len(one[0]), one)):
        whole = next((meanings for phrase, meanings in phrases if set(told) <= set(phrase)), None)
        if whole is None:
            phrases.append((told, [concept]))
        elif concept.name not in {item.name for item in whole}:
            whole.append(unsure(concept, whole[0]) if concept.sure else concept)
    return [Idiom(tuple(told), tuple(meanings)) for told, meanings in phrases]


@lru_cache(maxsize=KEPT)
def lemmas_of(word: str, language: Language) -> frozenset[str]:
    """All that the word may be a form of, and itself; nouns are in capitals, as a "Macht" is nothing that one makes."""
    word = word.partition(" ")[0]
    small = word[:1].lower() + word[1:]
    itself = small if small in lexicon(language).closed else word
    return frozenset((itself, *(item.lemma for item in lexicon(language).entry(word).possibilities)))


def _has_verb(phrase: Iterable[str], language: Language) -> bool:
    """Whether a phrase has a verb: only beside that a compound stands for its last part."""
    return any(one[0].islower() and _is_verb(one, language) for one in phrase)


@lru_cache(maxsize=KEPT)
def head_of(word: str, language: Language) -> str | None:
    """The last part of a compound, which phrases may have in its stead: "fror die Militärhilfe ein". Only what has a
    row of its own, as a "Schlaglicht" is no light."""
    if not word[:1].isupper():
        return None
    lemma = next((item.lemma for item in lexicon(language).entry(word).possibilities if item.tag == "NN"), word)
    parts = _parts(folded(lemma).rpartition("-")[2], language)
    if parts is None or parts[1] not in _things(language):
        return None
    head = lemma[-len(parts[1]) :].capitalize()
    return head if folded(head) == parts[1] else None


def thing(name: str, language: Language) -> Concept:
    """The row of same_matter of that name."""
    return _rows(language)[name]


def _of_lemma(plain: str, language: Language, heads: Container[str] | None = None) -> Iterator[tuple[Concept, ...]]:
    """The meanings of each part; `heads` are the words that a compound may end in, any noun where it is None."""
    for part in plain.split("-"):
        if len(part) < 2:
            continue
        whole = _things(language).get(part)
        if whole is not None:
            yield whole
            continue
        parts = _parts(part, language) or _by_head(part, language)
        if parts is None and heads is None:
            bare = _uninflected(part, language)
            if bare in _things(language):
                yield _things(language)[bare]
                continue
            parts = _parts(bare, language) or _by_head(bare, language)
        if parts is None or (heads is not None and parts[1] not in heads):
            yield (_plain(part, language),)
        else:
            first, last = (_things(language).get(one) or (_plain(one, language),) for one in parts)
            # a "Bruchteil" breaks nothing
            yield tuple(item._replace(kind="") if item.kind in {"deed", "event"} else item for item in first)
            yield last


def _plain(word: str, language: Language) -> Concept:
    return Concept(stem(word), WEIGHTS[_usual(language).get(word, "")])


@lru_cache(maxsize=KEPT)
def _parts(word: str, language: Language) -> tuple[str, str] | None:
    """The two parts of a compound noun, both listed as nouns or things; None for a word that is none."""
    if len(word) < 2 * SHORTEST_PART:
        return None
    things, listed, particles = _things(language), lexicon(language).listed, _folded_particles(language)
    found = None
    for at in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 1):
        last = word[at:]
        if last not in things and not any(item.tag == "NN" for item in listed(last.capitalize())):
            continue
        firsts = [word[:at].removesuffix(linking) for linking in LINKING if word[:at].endswith(linking)]
        firsts.sort(key=lambda first: first not in things)  # "Raketentechnik" is of a "Rakete"
        for first in firsts:
            if len(first) >= SHORTEST_PART - 1 and (
                (first in things and not (first in particles and first in lexicon(language).closed))  # "Ausbildung"
                or (first not in particles and any(item.tag in {"NN", "NE"} for item in listed(first.capitalize())))
            ):
                if first in things and last in things:
                    return first, last
                found = found or (first, last)
                break
    return found


def _uninflected(word: str, language: Language) -> str:
    """The folded noun without the ending that the lexicon leaves at words that it has to guess ("Infanteristen"), where
    a row has what is left, or a compound ends in it; the noun itself where none has."""
    endings = language.rules("claims")["endings"]
    bare = (word.removesuffix(old) + new for old, new in endings if word.endswith(old))
    return next((one for one in bare if len(one) > SHORTEST_PART and _is_told(one, language)), word)


def _is_told(word: str, language: Language) -> bool:
    return word in _things(language) or any(
        word[at:] in _things(language) for at in range(SHORTEST_PART - 1, len(word) - SHORTEST_HEAD + 1)
    )


def _by_head(word: str, language: Language) -> tuple[str, str] | None:
    """The parts of a compound of which only the last is known: "Grenzsoldat"."""
    for at in range(SHORTEST_PART - 1, len(word) - SHORTEST_HEAD + 1):
        if any(item.kind in {"people", "thing"} for item in _things(language).get(word[at:], ())):
            return word[:at], word[at:]
    return None


@cache
def _things(language: Language) -> dict[str, tuple[Concept, ...]]:
    """The rows by the folded lemmas of their words; a word may stand in several."""
    return _by_word(language, folded)


@cache
def _exact(language: Language) -> dict[str, tuple[Concept, ...]]:
    """The same by the lemmas as they are written."""
    return _by_word(language, str.casefold)


@cache
def _written(language: Language) -> dict[str, tuple[Concept, ...]]:
    """The same by the lemmas with their capitals: "Haft" is a noun."""
    return _by_word(language, str)


@cache
def _small(language: Language) -> frozenset[str]:
    """The folded words of rows that are no nouns."""
    return frozenset(folded(word) for word in _written(language) if word[:1].islower())


def _by_word(language: Language, plain: Callable[[str], str]) -> dict[str, tuple[Concept, ...]]:
    """The rows that each word is in: first those of the general table and the user's, as a word rather means there what
    it does in most matters; then those that have it nearer to their beginning."""
    found: dict[str, dict[Concept, tuple[bool, int]]] = {}
    for row in language.table("same_matter"):
        concept = _rows(language)[row["thing"]]
        special = not row.users and GENERAL not in row.where
        for place, word in enumerate(row["words"].split()):
            rows = found.setdefault(plain(word), {})
            rows[concept] = min((special, place), rows.get(concept, (special, place)))
    return {word: tuple(sorted(rows, key=lambda row: (rows[row], row))) for word, rows in found.items()}


@cache
def _idioms(language: Language) -> dict[str, tuple[tuple[frozenset[str], Concept], ...]]:
    """The rest of each phrase and what it stands for, by its first word. What only usual words say together ("mehr
    werden") is no phrase, as they come together by chance; of words that each have a row ("Truppen liefern") the phrase
    is not sure, as they may well mean what they say."""
    found: dict[str, list[tuple[frozenset[str], Concept]]] = {}
    for row in language.table("idioms", key=("phrase", "thing")):
        words = dict.fromkeys(row["phrase"].split())
        first, *rest = words
        if rest and sum(_says(word, language) for word in words) >= PHRASE:
            meant = _rows(language)[row["thing"]]
            telling = [word for word in words if _says(word, language) >= TELLING]
            if len(telling) > 1 and all(folded(word) in _things(language) for word in telling):
                meant = unsure(meant, meant)
            found.setdefault(first, []).append((frozenset(rest), meant))
    return {first: tuple(rest) for first, rest in found.items()}


def _says(word: str, language: Language) -> float:
    """What a word says by itself; those of the closed classes nothing."""
    return 0.0 if word in lexicon(language).closed else WEIGHTS[_usual(language).get(folded(word), "")]


@cache
def _rows(language: Language) -> dict[str, Concept]:
    return {
        row["thing"]: Concept(row["thing"].upper(), WEIGHTS[row["usual"]], row["kind"]) for row in thesaurus(language)
    }


@cache
def _first_words(language: Language) -> dict[str, str]:
    return {row["thing"].upper(): row["words"].split()[0] for row in thesaurus(language)}


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
