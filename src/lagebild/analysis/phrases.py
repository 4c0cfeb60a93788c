"""The whole noun phrase that a reader would quote, around a base phrase."""

from functools import cache

from lagebild.analysis.acting_nouns import acting
from lagebild.analysis.attached import belongs_to_noun
from lagebild.analysis.base_phrases import DETERMINERS, NAMES, NOUNS, PREPOSITIONS, PRONOUNS
from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.person_nouns import person_gender
from lagebild.analysis.quotations import QUOTES
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import GENITIVE, NOMINATIVE, PLURAL, SINGULAR, Analysis, Phrase, Token

COUNTING = NOUNS | {"CARD"}
# What leads up to a noun phrase.
LEADING = PREPOSITIONS | {"KOKOM"}
# What a noun phrase without an article may begin with.
BARE = frozenset(("NN", "ADJA", "TRUNC"))
# Words that a clause with its verb at the end begins with.
OPENERS = frozenset(("KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"))
# Tags of words with which nothing goes on that a noun phrase may take in.
ENDING = frozenset(("VVFIN", "VAFIN", "VMFIN", "VVPP", "VAPP", "VVINF", "VAINF", "VMINF", "VVIZU", "$."))
# How many pieces the whole phrase may take on behind its noun.
MOST_PIECES = 8


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    names = (row["name"] + "|" + row["variants"] for row in Language(language).table("media", key=("name",)))
    media = frozenset(word for cell in names for word in cell.split("|") if word)
    return word_lists(Language(language), "phrases") | {"media": media}


@cache
def second_halves(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By the word before the first of two what may stand before the second: "als auch" by "sowohl"."""
    pairs = Language(language).rules("phrases")["pairs"]
    return {word: tuple(tuple(words.split()) for words in seconds) for word, seconds in pairs.items()}


def full_phrase(analysis: Analysis, phrase: int, *, coordinated: bool = True) -> tuple[int, int]:
    """The tokens `[first, last)` of the whole phrase around the base phrase with this index.

    It takes in genitives, attached prepositional phrases, appositions with their commas, names, a party in
    parentheses, and what is joined by "und"; it stops before relative clauses, ages set off by commas and phrases
    that tell when or where something was said.
    """
    asked = (phrase, coordinated)
    if asked not in analysis.extents:
        analysis.extents[asked] = _Extender(analysis, phrase).extent(coordinated=coordinated)
    return analysis.extents[asked]


class _Extender:
    """One pass to the right from a base phrase."""

    def __init__(self, analysis: Analysis, phrase: int) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.phrases = analysis.phrases
        self.words = _words(analysis.language)
        self.base = analysis.phrases[phrase]
        self.end = analysis.sentences[analysis.sentence_of[self.base.first]].last
        self.noun = self.tokens[self.base.head].tag == "NN"
        last = self.tokens[self.base.last - 1]
        self.named = last.tag in NAMES or last.text in QUOTES
        self.apposed = False
        self.coordinated = True

    def extent(self, *, coordinated: bool) -> tuple[int, int]:
        tokens, base = self.tokens, self.base
        self.coordinated = coordinated
        first, j = base.first, base.last
        if tokens[base.head].tag in PRONOUNS and tokens[base.head].tag != "PIS":
            return first, j + 1 if j < self.end and tokens[j].text in self.words["selves"] else j
        if self._is_quoted(first, j):
            first, j = first - 1, j + 1
        j = self._behind_town(j)
        for _ in range(MOST_PIECES):
            if j >= self.end or tokens[j].tag in ENDING:
                break
            step = (
                self._measured(j)
                or self._parenthesis(j)
                or self._genitive(j)
                or self._attached(j)
                or (self._enumerated(j) if coordinated else None)
                or self._apposition(j)
                or (self._joined(first, j) or self._paired(first, j) if coordinated else None)
                or self._compared(j)
            )
            if step is None:
                break
            j = step
        return first, j

    def _behind_town(self, j: int) -> int:
        """As in "des New Yorker Rats": behind the first word of a town the noun that the town goes with."""
        k = self._begins(j)
        if k is None or self.tokens[j - 1].tag != "NE" or self.noun:
            return j
        token = self.tokens[j]
        if token.tag != "ADJA" or not token.text[:1].isupper() or not token.text.endswith("er"):
            return j
        self.base = self.phrases[k]
        self.noun = self.tokens[self.base.head].tag == "NN"
        self.named = self.tokens[self.base.last - 1].tag in NAMES
        return self.base.last

    def _is_quoted(self, first: int, j: int) -> bool:
        tokens = self.tokens
        if first == 0 or j >= self.end or tokens[first - 1].text not in QUOTES or tokens[j].text not in QUOTES:
            return False
        return tokens[j].start == tokens[j - 1].end and tokens[first - 1].end == tokens[first].start

    def _behind_mark(self, j: int) -> int:
        """Where the name begins that quotation marks at `j` enclose: "„Welt“ und „Spiegel“"; `j` where none does."""
        k = self._begins(j + 1)
        return j + 1 if k is not None and self._is_quoted(j + 1, self.phrases[k].last) else j

    def _begins(self, j: int) -> int | None:
        """The base phrase that begins at token `j`."""
        k = self.analysis.phrase_of[j] if j < self.end else -1
        return k if k >= 0 and self.phrases[k].first == j else None

    def _grades(self, j: int) -> bool:
        """As "neu" in "der Bau neu entwickelter Raketen": an adverb before the adjective of a bare phrase."""
        return j + 1 < self.end and self.tokens[j].tag == "ADJD" and self.tokens[j + 1].tag == "ADJA"

    def _measured(self, j: int) -> int | None:
        """As in "eine Art Notfallplan", "Tausende Besucher": the bare noun behind a kind or an amount."""
        head = self.tokens[self.base.head]
        measures = self.words["measures"]
        if j != self.base.last or (head.text not in measures and head.lemma not in measures):
            return None
        k = self._begins(j)
        if k is None or self.phrases[k].preposition is not None or self.tokens[j].tag not in BARE:
            return None
        return self.phrases[k].last if self.tokens[self.phrases[k].head].tag == "NN" else None

    def _compared(self, j: int) -> int | None:
        """As in "Länder wie Chile und Peru", "mehr als die Hälfte": examples behind a noun, an amount behind "mehr"."""
        if self.tokens[j].tag != "KOKOM":
            return None
        examples = self.noun and not self.named and self.tokens[j].text in self.words["example_words"]
        amount = j == self.base.last and self.tokens[self.base.head].text.lower() in self.words["amounts"]
        k = self._begins(j + 1)
        if not (examples or amount) or k is None or self.tokens[self.phrases[k].head].tag not in COUNTING:
            return None
        if examples and self.tokens[j + 1].tag in DETERMINERS:
            return None  # "gab das Ziel wie ein Trainer vor" says how
        return full_phrase(self.analysis, k)[1]

    def _enumerated(self, j: int, *, mixed: bool = False) -> int | None:
        """As in "Polen, Ungarn und Tschechien": phrases of one kind with commas between, the last with "und"; `mixed`
        where nouns and names may go together."""
        if self.apposed:
            return None
        kind = self._kind(self.analysis.phrase_of[self.base.first])
        mixed = mixed or not self._is_apposable()
        end, commas = j, 0
        while end < self.end and kind is not None:
            token = self.tokens[end]
            joined = token.tag == "KON" and token.text in self.words["and_words"]
            k = self._begins(self._behind_mark(end + 1)) if joined or token.text == "," else None
            if k is None or self.phrases[k].preposition is not None:
                return None
            if self._kind(k) != kind and not (mixed and self.tokens[self.phrases[k].first].tag in NOUNS):
                return None
            end = full_phrase(self.analysis, k, coordinated=False)[1] if joined else self._element(k)
            if joined:
                return end if commas else None
            commas += 1
        return None

    def _is_apposable(self) -> bool:
        """Not "SPD, Grüne und Linke": a bare noun behind initials is no apposition."""
        name = self.tokens[self.base.first].text
        return self.base.last - self.base.first != 1 or not (len(name) > 1 and name.isupper())

    def _element(self, k: int) -> int:
        """Where one of several phrases ends that commas part: before its comma, its genitive taken in."""
        end = self.phrases[k].last
        end += self._is_quoted(self.phrases[k].first, end)
        following = self._begins(end)
        if following is not None and self.phrases[following].preposition is None:
            end = self.phrases[following].last
        return end

    def _is_titled(self, k: int) -> bool:
        """As "die „Welt“", "der NDR": a name that only an article stands before."""
        phrase = self.phrases[k]
        first, last = self.tokens[phrase.first], self.tokens[phrase.last - 1]
        named = last.tag in NAMES and phrase.last - phrase.first == 2
        return first.tag == "ART" and (named or (last.text in QUOTES and self.tokens[phrase.first + 1].text in QUOTES))

    def _kind(self, k: int) -> str | None:
        """Names go with names and nouns with nouns: a noun behind a name is its apposition."""
        phrase = self.phrases[k]
        if self.tokens[phrase.head].tag not in NOUNS:
            return None
        if self._is_quoted(phrase.first, phrase.last) or self._is_titled(k):
            return "name"
        return "name" if self._is_name(k) else "noun" if self.tokens[phrase.last - 1].tag == "NN" else "named noun"

    def _parenthesis(self, j: int) -> int | None:
        if self.tokens[j].text != "(":
            return None
        close = next((x for x in range(j + 1, min(self.end, j + 7)) if self.tokens[x].text == ")"), None)
        if close is None or any(self.tokens[x].verb for x in range(j, close)):
            return None
        return close + 1

    def _genitive(self, j: int) -> int | None:
        k = self._begins(j)
        if k is None and self._grades(j):
            j += 1
            k = self._begins(j)
        if k is None:
            return self._bare_name_of_body(j)
        other, token = self.phrases[k], self.tokens[j]
        if other.preposition is not None or not other.agreement & GENITIVE:
            return self._bare_name_of_body(j)
        fits = (
            (token.tag == "ART" and token.text.lower().endswith(("er", "es")))
            or (token.tag in ("PDAT", "PIAT") and not other.agreement & NOMINATIVE)
            or (token.tag == "PPOSAT" and token.text.endswith(("er", "es")))
            or (token.tag == "ADJA" and self._ends_as_genitive(token, other) and self.noun and not self.named)
            or (token.tag == "NE" and other.head == j and self.noun and not self.named and token.text.endswith("s"))
        )
        if not fits or (self.named and token.tag != "ART"):
            return self._bare_name_of_body(j)
        if self.tokens[other.last - 1].tag not in NAMES:
            self.named = False
        return other.last

    def _ends_as_genitive(self, adjective: Token, phrase: Phrase) -> bool:
        """As in "Angaben deutscher Firmen", "Gerät deutschen Ursprungs"; "ausländischen Diplomaten" are a dative."""
        if adjective.text.endswith("en"):
            return self.tokens[phrase.head].text.endswith("s")
        return adjective.text.endswith("er")

    def _bare_name_of_body(self, j: int) -> int | None:
        """As in "des Bundesverbandes Taxi und Mietwagen, Michael Müller": bare nouns up to a name in apposition."""
        m = j
        while (
            m < self.end
            and m - j < 5
            and (self.tokens[m].tag in NOUNS or self.tokens[m].text in self.words["and_words"])
        ):
            m += 1
        if m == j or m + 1 >= self.end or self.tokens[m].text != "," or self.tokens[j].tag not in NOUNS:
            return None
        k = self._begins(m + 1)
        return m if k is not None and self._is_name(k) else None

    def _attached(self, j: int) -> int | None:
        token = self.tokens[j]
        if self._surrounds(j):
            return self.phrases[self.analysis.phrase_of[j + 1]].last
        if token.tag not in PREPOSITIONS or self.named or token.text.lower() not in self.words["attaching"]:
            return None
        k = self._begins(j + 1)
        if k is None or self.tokens[j + 1].tag == "PIAT":
            return None  # "log die Frau bei jeder Gelegenheit"
        other = self.phrases[k]
        if not belongs_to_noun(self.analysis, self.words, token.text.lower(), k):
            return None
        circumstances = self.words["circumstances"]
        for x in range(other.first, other.last):
            if (
                self.tokens[x].lemma in circumstances
                or self.tokens[x].text in circumstances
                or self.tokens[x].tag == "CARD"
            ):
                return None
        return self._named_with_others(k) if self.coordinated else other.last

    def _named_with_others(self, k: int) -> int:
        """As in "Recherchen von NDR, WDR und SZ": behind a preposition all the names that commas and "und" join."""
        phrase = self.phrases[k]
        bare = phrase.last - phrase.first == 1 and self.tokens[phrase.head].tag == "NN"
        if phrase.last >= self.end or self.tokens[phrase.last].text != "," or not (bare or self._is_name(k)):
            return phrase.last
        return _Extender(self.analysis, k)._enumerated(phrase.last, mixed=bare) or phrase.last

    def _surrounds(self, j: int) -> bool:
        """As in "die Forscher um Ute Wald", "ein Team um die Lotsin Ute Wald": people around somebody by name."""
        head = self.tokens[self.base.head]
        if self.tokens[j].text not in self.words["around"] or j != self.base.last or head.tag != "NN":
            return False
        k = self._begins(j + 1)
        if k is None or self.tokens[self.phrases[k].last - 1].tag not in NAMES:
            return False
        people = self.base.agreement & PLURAL and person_gender(lexicon(Language(self.analysis.language)), head.lemma)
        return bool(people) or ends_in(head.lemma.lower(), self.words["surrounding"])

    def _is_name(self, k: int) -> bool:
        phrase = self.phrases[k]
        return all(
            self.tokens[x].tag in NAMES
            or self.tokens[x].text in self.words["name_links"]
            or self.tokens[x].text in QUOTES
            for x in range(phrase.first, phrase.last)
        )

    def _apposition(self, j: int) -> int | None:
        if self.tokens[j].tag != "$," or self.apposed:
            return None
        k = self._begins(j + 1)
        if k is None or self.phrases[k].preposition is not None or self.tokens[self.phrases[k].head].tag not in NOUNS:
            return None
        other = self.phrases[k]
        is_name = self._is_name(k)
        if not is_name and not (self.named and self.tokens[other.head].tag == "NN") and not self._is_same_person(k):
            return None
        end = other.last
        if is_name:
            end = self._parenthesis(end) or end if end < self.end else end
        else:
            end = max(end, full_phrase(self.analysis, k, coordinated=False)[1])
        following = self.tokens[end] if end < self.end else None
        if following is not None:
            # "sein Vorwurf, das Gericht sei …": what stands before a verb in the Konjunktiv is its subject.
            # One that ends its clause takes it as its object: "während der Minister, Jan Holm, das Gesetz lobte".
            indicative = following.verb is not None and following.verb.mood == "ind"
            ends_clause = end + 1 < self.end and self.tokens[end + 1].tag.startswith("$")
            closed = following.tag.startswith("$") or (indicative and not ends_clause)
            if following.verb is not None and following.verb.mood.startswith("kon") and self.named:
                return None  # "sagte Holm, Norwegen wolle das nicht"
            if not closed and not (is_name and following.tag != "KON"):
                return None
            if not following.tag.startswith("$") and self._is_land(other):
                return None  # "verspricht Holm, den Sudan zu schonen"
            if is_name and following.verb is not None and self._has_verb_before(j):
                return None  # "Kuba liefert Boote, Peru zahlt": the name has a verb of its own
            following_phrase = self._begins(end + 1) if following.tag == "$," else None
            if is_name and following_phrase is not None and self._is_name(following_phrase):
                return None  # an enumeration of names
        self.named = self.apposed = True
        return end

    def _is_land(self, other: Phrase) -> bool:
        """As in "den Sudan", "die Türkei": a name with nothing but an article, which nobody is called by."""
        article, *names = self.tokens[other.first : other.last]
        return article.tag == "ART" and bool(names) and all(token.tag in NAMES for token in names)

    def _is_same_person(self, k: int) -> bool:
        """As in "Perus Präsident, *der Jurist Jan Holm*, sagte": behind a noun for somebody a second with the name."""
        other = self.phrases[k]
        named = self.tokens[other.head].tag == "NN" and self.tokens[other.last - 1].tag in NAMES
        if not self.noun or not named or not self.base.agreement & other.agreement & SINGULAR:
            return False
        full = self.tokens[other.last - 2].tag in NAMES
        return self._is_somebody(self.base.head) and (full or self._is_somebody(other.head))

    def _is_somebody(self, head: int) -> bool:
        language = Language(self.analysis.language)
        lemma = self.tokens[head].lemma
        return acting(language).nouns(lemma) or person_gender(lexicon(language), lemma) is not None

    def _joined(self, first: int, j: int) -> int | None:
        if self.apposed and self.tokens[j].text == "," and j + 1 < self.end:
            j += 1  # "der Chef, Karl Holm, und sein Vize"
        token = self.tokens[j]
        if token.tag != "KON" or token.text not in self.words["and_words"]:
            return None
        k = self._begins(self._behind_mark(j + 1))
        if k is None or self.phrases[k].preposition is not None or self.tokens[self.phrases[k].head].tag not in NOUNS:
            return None
        if self.tokens[self.base.head].tag not in NOUNS:
            return None
        end = full_phrase(self.analysis, k, coordinated=False)[1]
        following = self.tokens[end].tag if end < self.end else "$."
        if following.endswith("FIN") and (self._has_verb_before(first) or self._hangs_on_noun(first, j + 1)):
            return None  # "sagte X und Y ging", "das Amt für X und Y gingen": the second has a verb of its own
        return end

    def _paired(self, first: int, j: int) -> int | None:
        """As in "sowohl Holm als auch Tann", "weder Holm noch Tann"."""
        seconds = second_halves(self.analysis.language).get(self.tokens[first - 1].text.lower() if first else "", ())
        for words in seconds:
            behind = j + len(words)
            k = self._begins(behind) if tuple(t.text for t in self.tokens[j:behind]) == words else None
            if k is not None and self.tokens[self.phrases[k].head].tag in NOUNS:
                return full_phrase(self.analysis, k, coordinated=False)[1]
        return None

    def _hangs_on_noun(self, first: int, second: int) -> bool:
        """Whether a preposition or "wie" ties the phrase to a noun before it, which the second half may go with; not in
        "nach Angaben von X und Y sind", where a preposition opens the clause, nor where the second is bare."""
        if first == 0 or self.tokens[first - 1].tag not in LEADING:
            return False
        if self.tokens[first - 1].tag != "KOKOM" and self.tokens[second].tag not in DETERMINERS:
            return False
        opener = first - 1
        while opener > 0 and not self.tokens[opener - 1].tag.startswith("$"):
            opener -= 1
        return self.tokens[opener].tag not in PREPOSITIONS

    def _has_verb_before(self, first: int) -> bool:
        """Whether a finite verb stands before the phrase in its clause."""
        for i in range(first - 1, -1, -1):
            tag = self.tokens[i].tag
            if tag.endswith("FIN"):
                return True
            if tag[0] == "$" or tag in OPENERS:
                return False
        return False
