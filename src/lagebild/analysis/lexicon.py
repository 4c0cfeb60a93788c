"""What a German word may be, out of context: tags, lemmas, agreement masks and finite verb readings."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from lagebild.analysis.possibility import Possibilities, Possibility, agreement_mask, merged
from lagebild.analysis.weak_verbs import weak_forms
from lagebild.analysis.word_table import BEGINNING, WordTable, verb_readings
from lagebild.language.load import Language
from lagebild.model.analysis import ANY, FEMININE, Verb
from lagebild.model.quick import quick
from lagebild.recent import Recent

# What a guessed verb form says where its ending tells no more.
THIRD_PERSON = "ind.pres.3.s"
FUNCTION = {"ART", "PPOSAT", "PIAT", "PIS", "APPR", "KOUS", "CARD"}
# What may stand between the parts of a compound.
LINKING = ("", "s", "n", "en", "es", "er", "e")
MODIFIERS = {"ADJA", "ADJD", "ADV"}
FULL_VERBS = {"VVFIN", "VVINF", "VVPP", "VVIZU"}

# The ending by which a participle differs from its infinitive: "laufen", "laufend".
PARTICIPLE = "d"

# What an infinitive as a noun agrees with, a name, and who lives in a town ("Istanbuler").
INFINITIVE, GENITIVE_INFINITIVE = agreement_mask("Nn An Dn"), agreement_mask("Gn")
NAME, GENITIVE_NAME = agreement_mask("Nm Nf Nn Am Af An Dm Df Dn"), agreement_mask("Gm Gf Gn")
INHABITANT = agreement_mask("Nm Am Dm Np Ap Gp")

NUMBER = re.compile(r"[+-]?\d[\d.,:/\u202f\u2009\u00a0'’–-]*%?$|[½¼¾]$")
ORDINAL = re.compile(r"\d+\.$")
COUNTED = re.compile(r"\d[\d.,]*-.*(?<=-)[^\W\d_a-zäöü][^-]*$")
DECADE = re.compile(r"\d+er$")
WORD = re.compile(r"\w")


Guess = tuple[str, int, int, str, tuple[Verb, ...]]
"""Tag, agreement, how many letters to cut off for the lemma and what to put there, and the readings of a verb."""


@quick
class Entry:
    """What is known of a word, and how it came to be known.

    `source` is "listed", "derived" from listed words, "split" for a compound of two listed nouns, or "guessed".
    """

    possibilities: Possibilities
    source: str


class Feminine(NamedTuple):
    """How a language makes the feminine of a noun for a person; `vowels` are pairs of plain and changed."""

    ending: str
    lost: str
    vowels: tuple[tuple[str, str], ...]


class Lexicon:
    """The words of one language. Knows the listed forms, and derives or guesses the rest from their parts."""

    def __init__(self, language: Language) -> None:
        self._table = WordTable(language.bytes("words.zz"))
        self.closed = _closed(language)
        rules = language.rules("words")
        self._endings: dict[str, list[tuple[str, int]]] = {}
        """Those of adjectives with their masks, by their last letter."""
        for row in rules["adjective_ending"]:
            ending = row["ending"]
            self._endings.setdefault(ending[-1], []).append((ending, agreement_mask(row["agreement"])))
        self.strong_endings: dict[str, int] = {
            row["ending"]: agreement_mask(row["without_article"]) for row in rules["adjective_ending"]
        }
        self.weak_endings: dict[str, int] = {
            row["ending"]: agreement_mask(row["behind_article"]) for row in rules["adjective_ending"]
        }
        self._guesses = {kind: _guesses(rows) for kind, rows in rules["guess"].items()}
        self._fixed: dict[str, Possibilities] = {
            mark: (Possibility(tag, mark),) for tag, marks in rules["marks"].items() for mark in marks.split()
        }
        self._also_verbs = frozenset(rules["function_words"]["also_verbs"].split())
        self._particles: frozenset[str] = frozenset(rules["particles"]["separable"].split())
        self._particles_by: dict[str, list[str]] = {}
        """By their first two letters, the longest first."""
        for particle in sorted(self._particles, key=lambda particle: (-len(particle), particle)):
            self._particles_by.setdefault(particle[:2], []).append(particle)
        self._inseparable: tuple[str, ...] = tuple(rules["particles"]["inseparable"].split())
        self._participle_prefix: str = rules["particles"]["participle"]
        self._lemmas: dict[str, str] = rules["lemmas"]
        self._weak = weak_forms(rules)
        self._by_hand = frozenset((*self.closed, *self._weak, *self._lemmas))
        """The words of which more is known than the table says."""
        states = language.table("states", key=("code",))
        self._origins = frozenset(stem for row in states for stem in row["adjectives"].split("|") if stem)
        """The adjectives of states: many are in no list of words, and with a capital they look like names."""
        feminine = rules["feminine"]
        vowels = tuple(
            (plain, changed) for plain, _, changed in (pair.partition("-") for pair in feminine["vowels"].split())
        )
        self.feminine = Feminine(feminine["ending"], feminine["lost"], vowels)
        self.fixed_adverbs = tuple(tuple(adverb.split()) for adverb in rules["particles"]["adverbs"])
        self.not_separable: frozenset[str] = frozenset(rules["particles"]["not_separable"].split())
        # Most of what is asked of the tables are words that a compound or an inflected form may come from.
        self.listed: Callable[[str], Possibilities] = Recent(self._in_tables, times=2).__getitem__
        """What the tables say of exactly this spelling."""
        self.entry: Callable[[str], Entry] = Recent(self._entry).__getitem__
        """What a word may be inside a sentence; never without a possibility."""
        longest = max(map(len, self.strong_endings), default=0)
        self._telling = BEGINNING + longest + len(PARTICIPLE)
        """Of a word as long as this, what is listed of its forms begins as the word does."""
        self._begins_by_hand = frozenset(word[:BEGINNING] for word in (*self.closed, *self._weak))
        self._begins = self._table.beginnings.union(map(str.lower, self._begins_by_hand))

    def heads(self, word: str) -> Iterator[str]:
        """The ends of the word with as many letters as BEGINNING at least, the longest first, written with a capital,
        that begin as any listed word does; no other is one."""
        for at in range(len(word) - BEGINNING + 1):
            begins = word[at].upper() + word[at + 1 : at + BEGINNING]
            if self._table.begins(begins) or begins in self._begins_by_hand:
                yield begins + word[at + BEGINNING :]

    def _parts(self, word: str, first: int, last: int) -> list[int]:
        """Where the ends of the word begin, from `first` on and before `last`, that can be forms of listed words, as
        far as their first letters tell."""
        begins, telling = self._begins, len(word) - self._telling
        return [at for at in range(first, last) if at > telling or word[at : at + BEGINNING].lower() in begins]

    def _entry(self, word: str) -> Entry:
        known = self._look_up(word)
        possibilities = tuple([p for p in known.possibilities if p.tag != "ADJS"])
        if not possibilities:
            return Entry(self._guess(word, "capital" if word[0].isupper() else "lower"), "guessed")
        return known if len(possibilities) == len(known.possibilities) else Entry(possibilities, known.source)

    def _in_tables(self, word: str) -> Possibilities:
        found = self._table.find(word)
        if word not in self._by_hand:
            return merged(found) if found else found
        closed, weak = self.closed.get(word, ()), self._weak.get(word, ())
        if closed:
            function = any(p.tag in FUNCTION for p in closed) and word not in self._also_verbs
            found = tuple(p for p in found if p.tag != "VVIMP" and not (function and p.tag[:2] in {"VV", "AD"}))
        if found and word in self._lemmas:
            found = tuple(p._replace(lemma=self._lemmas[word]) if p.tag[0] == "V" else p for p in found)
        return merged(closed + weak + found)

    def _look_up(self, word: str) -> Entry:
        fixed = self._fixed.get(word)
        if fixed:
            return Entry(fixed, "listed")
        if not word.isalpha() and (written := self._by_signs(word)):
            return written
        listed = self.listed(word)
        if word[0].isupper():
            return self._capitalised(word, listed)
        if listed:
            settled = word in self.closed or any(p.tag == "ADJA" for p in listed)
            if not settled and (inflected := self._inflected(word)):
                listed = merged(listed + inflected)
            return Entry(listed, "listed")
        derived = self._derived(word)
        if derived:
            return Entry(derived, "derived")
        return Entry(self._guess(word, "lower"), "guessed")

    def _by_signs(self, word: str) -> Entry | None:
        """What digits, marks and a hyphen at its end make of a word."""
        if not WORD.search(word):
            return Entry((Possibility("$(", word),), "listed")
        if word[0].isdigit() or NUMBER.match(word):
            if ORDINAL.match(word):
                return Entry((Possibility("ADJA", word, ANY), Possibility("CARD", word, ANY)), "listed")
            if DECADE.match(word):
                return Entry((Possibility("ADJA", word, ANY),), "listed")
            if NUMBER.match(word):
                return Entry((Possibility("CARD", word, ANY),), "listed")
            if COUNTED.match(word) and (head := self._head(word)):
                return head
            if "/" in word and not word.islower():
                return Entry((Possibility("NE", word, ANY),), "guessed")  # "Bündnis 90/Die Grünen"
        if word.endswith("-") and len(word) > 1:
            return Entry((Possibility("TRUNC", word),), "listed")
        return None

    def _capitalised(self, word: str, listed: Possibilities) -> Entry:
        lower = word[0].lower() + word[1:]
        mask = self._ending_mask(lower)
        if mask and not listed and self._stem(lower) in self._origins:
            return Entry((Possibility("ADJA", self._stem(lower), mask),), "derived")
        derived = self._nominalised(word, lower)
        if listed:
            more = tuple(d for d in derived if d.tag == "ADJA" or self._inflects(d, lower, listed))
            if word.isupper() and 1 < len(word) < 6 and listed[0].tag == "NN":
                more += (Possibility("NE", word, listed[0].agreement),)
            return Entry(merged(listed + more) if more else listed, "listed")
        if derived:
            return Entry(derived, "derived")
        small = self.closed.get(lower)
        if small and len(lower) < 8:
            return Entry(small, "listed")
        if word.isupper() and len(word) > 3 and not word.capitalize().isupper():
            usual = self.entry(word.capitalize())
            if usual.source == "listed":
                return usual
        spelled = self._respelled(word)
        if spelled:
            return Entry(spelled, "derived")
        name = self._of_name(word)
        if name:
            return Entry(name, "derived")
        head = self._head(word)
        if head:
            return head
        return Entry(self._guess(word, "capital"), "guessed")

    def _nominalised(self, word: str, lower: str) -> Possibilities:
        """As in "Verletzte", "Wichtiges", "Treffens": adjectives and infinitives as nouns; "Vereinigte" in names."""
        found: list[Possibility] = []
        if self.listed(lower):
            base = self.entry(lower).possibilities
        else:
            base = self._inflected(lower) or self._participle(lower) or self._prefixed(lower)
        for possibility in base:
            if possibility.tag == "ADJA" and (mask := self._ending_mask(lower)):
                found.append(Possibility("NN", self._stem(word) + "e", mask))
                found.append(possibility)
            elif possibility.tag == "ADJA":
                found.append(possibility)
            elif possibility.tag in {"VVINF", "VAINF", "VMINF"}:
                found.append(Possibility("NN", word, INFINITIVE))
        if not found and lower.endswith("ns") and any(p.tag == "VVINF" for p in self.listed(lower[:-1])):
            found.append(Possibility("NN", word[:-1], GENITIVE_INFINITIVE))
        return merged(tuple(found))

    def _inflects(self, derived: Possibility, lower: str, listed: Possibilities) -> bool:
        """Whether a listed noun inflects like the adjective that it was: the table knows "der Abgeordnete" and "die
        Reisende" in some forms only. "Die Weite" and "die Fremde" do not: feminine, and made of no participle."""
        if derived.tag != "NN" or derived.agreement & ~self._ending_mask(lower):
            return False  # an infinitive: "das Quellen" is no form of "die Quelle"
        nouns = [p for p in listed if p.tag == "NN" and self._stem(p.lemma) == self._stem(derived.lemma)]
        return any(p.agreement & ~FEMININE for p in nouns) or bool(nouns and self._participle(self._stem(lower)))

    def _stem(self, word: str) -> str:
        for ending, _ in self._endings.get(word[-1:], ()):
            if word.endswith(ending):
                return word[: -len(ending)]
        return word

    def _ending_mask(self, word: str) -> int:
        for ending, mask in self._endings.get(word[-1:], ()):
            if word.endswith(ending):
                return mask
        return 0

    def _derived(self, word: str) -> Possibilities:
        """Inflected adjectives and participles, verbs with a particle, other spellings."""
        found = self._inflected(word) or self._participle(word)
        if found:
            return found
        found = self._respelled(word)
        if found:
            return found
        if "-" in word:
            first, _, last = word.rpartition("-")
            if len(last) > 2:
                possibilities = self.listed(last) or self._derived(last)
                return tuple(
                    p._replace(lemma=f"{first}-{p.lemma}") for p in possibilities if p.tag in {"ADJA", "ADJD", "ADV"}
                )
        return self._prefixed(word) or self._composed(word)

    def _inflected(self, word: str) -> Possibilities:
        for ending, mask in self._endings.get(word[-1:], ()):
            if len(word) - len(ending) < 2 or not word.endswith(ending):
                continue
            stem = word[: -len(ending)]
            for possibility in self.listed(stem) or self._participle(stem):
                if possibility.tag in {"ADJD", "ADJS"}:
                    return (Possibility("ADJA", possibility.lemma, mask),)
                if possibility.tag == "VVPP":
                    return (Possibility("ADJA", stem, mask),)
        return ()

    def _participle(self, word: str) -> Possibilities:
        if word.endswith("nd") and any(p.tag in {"VVINF", "VAINF", "VMINF"} for p in self.listed(word[:-1])):
            return (Possibility("ADJD", word),)
        return ()

    def _respelled(self, word: str) -> Possibilities:
        """The old spelling "müßte" and the Swiss "grösste", by the present one."""
        for old, new in (("ß", "ss"), ("ss", "ß"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ph", "f")):
            if old in word:
                respelled = word.replace(old, new)
                found = self.listed(respelled) or (self._inflected(respelled) if word[0].islower() else ())
                if found:
                    return found
        return ()

    def _prefixed(self, word: str) -> Possibilities:
        """Verbs that are a listed verb with a particle or prefix: "mitregiert", "hochzuladen"."""
        for particle in self._particles_by.get(word[:2], ()):
            if not word.startswith(particle) or len(word) - len(particle) < 4:
                continue
            rest = word[len(particle) :]
            found: list[Possibility] = []
            if rest.startswith("zu"):
                infinitive = [p for p in self.listed(rest[2:]) if p.tag == "VVINF"]
                if infinitive:
                    return (Possibility("VVIZU", particle + infinitive[0].lemma),)
            base = self.listed(rest)
            found += [p._replace(lemma=particle + p.lemma) for p in base if p.tag in FULL_VERBS]
            if found:
                return merged(tuple(found))
            base = self._inflected(rest)
            if base:
                return tuple(p._replace(lemma=particle + p.lemma) for p in base)
        return self._inseparably_prefixed(word)

    def _inseparably_prefixed(self, word: str) -> Possibilities:
        """As in "entfuhr", "verlacht": a listed verb behind a prefix that stays; its participle has no "ge"."""
        if not word.startswith(self._inseparable):
            return ()
        prefix = next((p for p in self._inseparable if word.startswith(p) and len(word) - len(p) > 3), None)
        if prefix is None:
            return ()
        rest = word[len(prefix) :]
        found = [p for p in self.listed(rest) if p.tag in {"VVFIN", "VVINF"}]
        found += [p for p in self.listed(self._participle_prefix + rest) if p.tag == "VVPP"]
        possible = [p._replace(lemma=prefix + p.lemma) for p in found]
        stem = self._stem(rest)
        if stem != rest and any(p.tag == "VVPP" for p in self.listed(self._participle_prefix + stem)):
            possible.append(Possibility("ADJA", prefix + stem, self._ending_mask(rest)))
        return merged(tuple(possible))

    def _composed(self, word: str) -> Possibilities:
        """Adjectives whose last part is a listed one: "sicherheitspolitischen"."""
        for start in self._parts(word, 2, len(word) - 3):
            last = word[start:]
            for possibility in self.listed(last) or self._inflected(last) or self._participle(last):
                if possibility.tag in {"ADJA", "ADJD"} and (len(last) > 4 or possibility.tag == "ADJD"):
                    return (possibility._replace(lemma=word[:start] + possibility.lemma),)
        return ()

    def _head(self, word: str) -> Entry | None:
        """The noun that a compound ends in gives gender, number and inflection."""
        first, hyphen, last = word.rpartition("-")
        if hyphen and len(last) > 1:
            if last[0].isupper():
                nouns = tuple(p for p in self.entry(last).possibilities if p.tag in {"NN", "NE"})
                return Entry(tuple(p._replace(lemma=f"{first}-{p.lemma}") for p in nouns), "derived") if nouns else None
            adjectives = tuple(p for p in self.entry(last).possibilities if p.tag in MODIFIERS)
            others = tuple(p._replace(lemma=f"{first}-{p.lemma}") for p in adjectives)
            return Entry(others, "derived") if others else None
        longest = None
        for start in self._parts(word, 2, len(word) - 2):
            lower = word[start:]
            last = lower[0].upper() + lower[1:]
            noun = next((p for p in self.listed(last) or self._nominal_head(last, lower) if p.tag == "NN"), None)
            if noun is None:
                continue
            parted = self._first_part(word[:start])
            if parted or longest is None:
                lemma = word[:start] + noun.lemma[0].lower() + noun.lemma[1:]
                possibility = Possibility("NN", lemma, noun.agreement)
                found = Entry((possibility,), "derived")
                if len(last) < 6:
                    name = Possibility("NE", word, NAME)
                    found = Entry((possibility, name), "split" if parted else "derived")
                if parted:
                    return found  # "Lage-bild" before "La-gebild"
                longest = found
        return longest

    def _first_part(self, first: str) -> bool:
        """Whether what stands before the head is a noun too: "Möbelhaus", not "Kallenbach"."""
        stems = (first.removesuffix(linking) for linking in LINKING if first.endswith(linking))
        return any(p.tag == "NN" for stem in stems if len(stem) > 2 for p in self.listed(stem))

    def _nominal_head(self, word: str, lower: str) -> Possibilities:
        """The head "…vorsitzende" of a compound; not composed in its turn, or "…verträge" would be "träge"."""
        if len(word) < 6 or not (self._inflected(lower) or self.listed(lower)):
            return ()
        return self._nominalised(word, lower)

    def _of_name(self, word: str) -> Possibilities:
        """A listed name's genitive ("Tifliss") or the word for what belongs there ("Istanbuler")."""
        if len(word) > 3 and word.endswith("s") and any(p.tag == "NE" for p in self.listed(word[:-1])):
            return (Possibility("NE", word[:-1], GENITIVE_NAME),)
        if len(word) > 5 and word.endswith("er") and any(p.tag == "NE" for p in self.listed(word[:-2])):
            return (Possibility("ADJA", word, ANY), Possibility("NN", word, INHABITANT))
        return ()

    def _guess(self, word: str, kind: str) -> Possibilities:
        for ending, rows in self._guesses[kind].items():
            if word.endswith(ending) and len(word) > len(ending) + (1 if ending else 0):
                return merged(
                    tuple(
                        Possibility(tag, (word[: len(word) - cut] if cut else word) + add, mask, verbs)
                        for tag, mask, cut, add, verbs in rows
                    )
                )
        return ()


def _guesses(rows: list[dict[str, Any]]) -> dict[str, list[Guess]]:
    """The rows by ending, the longest first."""
    found: dict[str, list[Guess]] = {}
    for row in sorted(rows, key=lambda row: -len(row["ending"])):
        verbs = verb_readings(row.get("verbs", THIRD_PERSON)) if row["tag"] == "VVFIN" else ()
        guess = (row["tag"], agreement_mask(row.get("agreement", "")), row.get("cut", 0), row.get("add", ""), verbs)
        found.setdefault(row["ending"], []).append(guess)
    return found


def _closed(language: Language) -> dict[str, Possibilities]:
    rows = language.table("words_closed", key=("word", "tag"))
    return {
        word: tuple(Possibility(row["tag"], row["lemma"], agreement_mask(row["agreement"])) for row in group)
        for word, group in groupby(sorted(rows, key=lambda row: row["word"]), key=lambda row: row["word"])
    }


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of the language, loaded once."""
    return Lexicon(language)
