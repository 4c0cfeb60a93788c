"""Noun phrases: base chunks by their tags, and the whole phrase that a reader would quote."""

from collections.abc import Sequence
from functools import cache

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import ANY, GENITIVE, NOMINATIVE, Analysis, Phrase, Sentence, Token

PRONOUNS = frozenset(("PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PPOSS"))
DETERMINERS = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"))
NOUNS = frozenset(("NN", "NE", "FM"))
NAMES = frozenset(("NE", "FM"))
ATTRIBUTES = frozenset(("ADJA", "CARD", "TRUNC"))
PREPOSITIONS = frozenset(("APPR", "APPRART"))
# What may stand between an article and a participle that goes before the noun: "die von X geplante Reform".
EXTENDED = frozenset((
    "APPR", "APPRART", "ART", "NN", "NE", "ADV", "ADJD", "CARD", "ADJA", "PPOSAT", "PRF", "PTKA", "PROAV", "PIS", "$(",
    "PTKNEG", "KON", "PIAT", "PDAT",
))  # fmt: skip
# What a noun phrase without an article may begin with.
BARE = frozenset(("NN", "ADJA", "TRUNC"))
QUOTES = frozenset("„“”\"»«‚‘’›‹'")

# How far an extended attribute may reach, in words.
LONGEST_ATTRIBUTE = 12
# How many words a name or title in quotation marks may have to belong to the noun before it.
LONGEST_TITLE = 6
# How many pieces the whole phrase may take on behind its noun.
MOST_PIECES = 8


def find_phrases(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Phrase, ...]:
    """The base noun phrases of all sentences, in order and disjoint; each pronoun is a phrase of its own."""
    phrases: list[Phrase] = []
    for sentence in sentences:
        i = sentence.first
        while i < sentence.last:
            phrase = _phrase_at(tokens, i, sentence)
            if phrase is None:
                i += 1
            else:
                phrases.append(phrase)
                i = phrase.last
    return tuple(phrases)


def _phrase_at(tokens: Sequence[Token], i: int, sentence: Sentence) -> Phrase | None:
    tag = tokens[i].tag
    if tag in PRONOUNS:
        return Phrase(i, i + 1, i, tokens[i].agreement or ANY, _preposition(tokens, i, sentence.first))
    if tag not in DETERMINERS and tag not in NOUNS and tag not in ATTRIBUTES:
        return None
    end = sentence.last
    mask = ANY
    j = i
    if tag in DETERMINERS:
        mask = tokens[i].agreement or ANY
        j = _after_extended_attribute(tokens, i + 1, end)
    j, mask = _after_attributes(tokens, i, j, end, mask)
    head: int | None = None
    if j < end and tokens[j].tag in NOUNS:
        head, j, mask = _noun(tokens, i, j, end, mask)
        j = _after_apposition(tokens, j, end)
    elif j > i and tokens[j - 1].tag not in ("$(", "$,"):
        head = j - 1
    if head is None:
        return None
    inside = sum(tokens[x].text in QUOTES for x in range(i, j))
    if inside % 2 and j < end and tokens[j].text in QUOTES:
        j += 1
    return Phrase(i, j, head, mask or ANY, _preposition(tokens, i, sentence.first))


def _preposition(tokens: Sequence[Token], i: int, first: int) -> int | None:
    """The preposition right before token `i`, over at most two adverbs ("mit rund 50")."""
    k = i - 1
    while k >= first and tokens[k].tag == "ADV" and i - k <= 2:
        k -= 1
    return k if k >= first and tokens[k].tag in PREPOSITIONS else None


def _after_extended_attribute(tokens: Sequence[Token], j: int, end: int) -> int:
    """Past "von Russland besetzte" in "der von Russland besetzte Teil"; `j` where there is none."""
    if j >= end or tokens[j].tag not in ("APPR", "APPRART", "ADV", "ADJD", "PRF", "PIS", "ART"):
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


def _after_attributes(tokens: Sequence[Token], i: int, j: int, end: int, mask: int) -> tuple[int, int]:
    """Past adjectives, numbers and what stands between them."""
    while j < end:
        token = tokens[j]
        following = tokens[j + 1].tag if j + 1 < end else ""
        if token.tag in ("ADJA", "CARD"):
            if token.tag == "ADJA" and token.agreement:
                mask = (mask & token.agreement) or mask
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
            or (token.text in QUOTES and j > i and following in ("ADJA", "NN", "NE", "FM") and _closing(tokens, j, end))
        ):
            j += 1
        else:
            break
    return j, mask


def _noun(tokens: Sequence[Token], i: int, j: int, end: int, mask: int) -> tuple[int, int, int]:
    """The head, the token behind it and the mask; a name in the genitive may go before the noun."""
    token = tokens[j]
    if token.tag in NAMES and i == j:
        m = _after_name(tokens, j, end)
        n = m
        while n < end and tokens[n].tag in ATTRIBUTES:
            n += 1
        if n < end and tokens[n].tag == "NN" and tokens[m - 1].text[-1:] in "sxzß'’":
            return n, n + 1, tokens[n].agreement or ANY
        return m - 1, m, tokens[m - 1].agreement or ANY
    return j, j + 1, (mask & (token.agreement or ANY)) or mask


def _after_name(tokens: Sequence[Token], j: int, end: int) -> int:
    """Past a name: its words, and "von der" or "al" between two of them.

    "von" belongs to a name behind a given name only ("Ursula von der Leyen"); behind a full name it tells where
    somebody works ("Ada Holm von der Commerzbank").
    """
    begin = j
    j += 1
    while j < end:
        text = tokens[j].text
        if tokens[j].tag in NAMES:
            j += 1
        elif text not in NAME_PARTICLES or (text in ORIGIN_PARTICLES and j - begin > 1):
            break
        elif j + 1 < end and tokens[j + 1].tag in NAMES:
            j += 2
        elif j + 2 < end and tokens[j + 1].text in NAME_PARTICLES and tokens[j + 2].text[:1].isupper():
            j += 3
        else:
            break
    return j


ORIGIN_PARTICLES = frozenset(("von", "zu"))
# Between the words of one name in any language that we read; "in" and "mit" never are.
NAME_PARTICLES = frozenset(
    ("von", "van", "de", "der", "den", "di", "del", "della", "al", "el", "bin", "ter", "dos", "da", "la")
)


def _after_apposition(tokens: Sequence[Token], j: int, end: int) -> int:
    """Past what stands close behind the noun: a name, a figure ("Artikel 3"), a title in quotation marks."""
    while j < end:
        token = tokens[j]
        if token.tag in NAMES:
            j = _after_name(tokens, j, end)
        elif (
            token.tag == "CARD"
            and tokens[j - 1].tag == "NN"
            and token.text.isdigit()
            and not (j + 1 < end and tokens[j + 1].tag in ("NN", "ADJA"))
        ):
            j += 1
        elif token.text in QUOTES and tokens[j - 1].tag in NOUNS and (close := _closing(tokens, j, end)):
            titled = close - j <= LONGEST_TITLE and tokens[j + 1].tag in ("NE", "NN", "FM", "ART", "ADJA", "CARD")
            if not titled or any(tokens[x].verb for x in range(j, close)):
                break
            j = close + 1
        else:
            break
    return j


def _closing(tokens: Sequence[Token], j: int, end: int) -> int | None:
    for c in range(j + 2, min(end, j + LONGEST_TITLE + 3)):
        if tokens[c].text in QUOTES:
            return c
    return None


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return word_lists(Language(language), "phrases")


def full_phrase(analysis: Analysis, phrase: int, *, coordinated: bool = True) -> tuple[int, int]:
    """The tokens `[first, last)` of the whole phrase around the base phrase with this index.

    It takes in genitives, attached prepositional phrases, appositions with their commas, names, a party in
    parentheses, and what is joined by "und"; it stops before relative clauses, ages set off by commas and phrases
    that tell when or where something was said.
    """
    return _Extender(analysis, phrase).extent(coordinated=coordinated)


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

    def extent(self, *, coordinated: bool) -> tuple[int, int]:
        tokens, base = self.tokens, self.base
        first, j = base.first, base.last
        if tokens[base.head].tag in PRONOUNS and tokens[base.head].tag != "PIS":
            return first, j + 1 if j < self.end and tokens[j].text in self.words["selves"] else j
        if self._is_quoted(first, j):
            first, j = first - 1, j + 1
        for _ in range(MOST_PIECES):
            if j >= self.end:
                break
            step = (
                self._measured(j)
                or self._parenthesis(j)
                or self._genitive(j)
                or self._attached(j)
                or self._apposition(j)
                or (self._joined(first, j) if coordinated else None)
            )
            if step is None:
                break
            j = step
        return first, j

    def _is_quoted(self, first: int, j: int) -> bool:
        tokens = self.tokens
        if first == 0 or j >= self.end or tokens[first - 1].text not in QUOTES or tokens[j].text not in QUOTES:
            return False
        return tokens[j].start == tokens[j - 1].end and tokens[first - 1].end == tokens[first].start

    def _begins(self, j: int) -> int | None:
        """The base phrase that begins at token `j`."""
        k = self.analysis.phrase_of[j] if j < self.end else -1
        return k if k >= 0 and self.phrases[k].first == j else None

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

    def _parenthesis(self, j: int) -> int | None:
        if self.tokens[j].text != "(":
            return None
        close = next((x for x in range(j + 1, min(self.end, j + 7)) if self.tokens[x].text == ")"), None)
        if close is None or any(self.tokens[x].verb for x in range(j, close)):
            return None
        return close + 1

    def _genitive(self, j: int) -> int | None:
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
            or (token.tag == "ADJA" and token.text.endswith(("er", "en")) and self.noun and not self.named)
            or (token.tag == "NE" and self.noun and not self.named and token.text.endswith("s"))
        )
        if not fits or (self.named and token.tag != "ART"):
            return self._bare_name_of_body(j)
        if self.tokens[other.last - 1].tag not in NAMES:
            self.named = False
        return other.last

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
        if token.tag not in PREPOSITIONS or self.named or token.text.lower() not in self.words["attaching"]:
            return None
        k = self._begins(j + 1)
        if k is None:
            return None
        other = self.phrases[k]
        circumstances = self.words["circumstances"]
        for x in range(other.first, other.last):
            if (
                self.tokens[x].lemma in circumstances
                or self.tokens[x].text in circumstances
                or self.tokens[x].tag == "CARD"
            ):
                return None
        return other.last

    def _is_name(self, k: int) -> bool:
        phrase = self.phrases[k]
        return all(
            self.tokens[x].tag in NAMES or self.tokens[x].text in NAME_PARTICLES or self.tokens[x].text in QUOTES
            for x in range(phrase.first, phrase.last)
        )

    def _apposition(self, j: int) -> int | None:
        if self.tokens[j].tag != "$,":
            return None
        k = self._begins(j + 1)
        if k is None or self.phrases[k].preposition is not None or self.tokens[self.phrases[k].head].tag not in NOUNS:
            return None
        other = self.phrases[k]
        is_name = self._is_name(k)
        if not is_name and not (self.named and self.tokens[other.head].tag == "NN"):
            return None
        end = other.last
        if is_name:
            end = self._parenthesis(end) or end if end < self.end else end
        else:
            end = max(end, full_phrase(self.analysis, k, coordinated=False)[1])
        following = self.tokens[end] if end < self.end else None
        if following is not None:
            closed = following.tag.startswith("$") or following.tag.endswith("FIN")
            if not closed and not (is_name and following.tag != "KON"):
                return None
            following_phrase = self._begins(end + 1) if following.tag == "$," else None
            if is_name and following_phrase is not None and self._is_name(following_phrase):
                return None  # an enumeration of names
        self.named = True
        return end

    def _joined(self, first: int, j: int) -> int | None:
        token = self.tokens[j]
        if token.tag != "KON" or token.text not in self.words["and_words"]:
            return None
        k = self._begins(j + 1)
        if k is None or self.phrases[k].preposition is not None or self.tokens[self.phrases[k].head].tag not in NOUNS:
            return None
        if self.tokens[self.base.head].tag not in NOUNS:
            return None
        end = full_phrase(self.analysis, k, coordinated=False)[1]
        following = self.tokens[end].tag if end < self.end else "$."
        before = self.tokens[first - 1].tag if first else "$."
        if following.endswith("FIN") and not before.startswith("$") and before != "KON" and before != "ADV":
            return None  # "sagte X und Y ging": the second has a verb of its own
        return end
