"""Name runs: where one document names somebody or something: given names, surnames, firms of several words."""

from collections.abc import Iterator, Sequence

from lagebild.analysis.base_phrases import is_another_person, is_place_before_person
from lagebild.extraction.entities.body_kinds import FIRM, BodyKinds
from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Known
from lagebild.model.analysis import Analysis

NAMES = ("NE", "FM")
# What the tagger may take a surname for that stands behind a given name: "Ute Wald", "Jonas Frisch", "Karl Ach".
SURNAMES = ("NE", "NN", "ADJA", "ADJD", "ITJ", "VVIMP", "VVINF", "VVFIN", "XY")
QUOTES = "„“”\"»«‚‘’›‹' "


def name_runs(analysis: Analysis, known: Known, kinds: BodyKinds, links: frozenset[str]) -> Iterator[Run]:
    """The names of the document in text order; `links` are words between the words of a name, as in "von der"."""
    return _Runs(analysis, known, kinds, links).runs()


def named_together(names: Sequence[str], word: str) -> str:
    """As "Holm, Tann und Wald": the names with the word that joins them before the last."""
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def is_capital(word: str) -> bool:
    """Whether the word has a capital, also behind a particle and a hyphen: "al-Assad"."""
    return word[:1].isupper() or ("-" in word and word.partition("-")[2][:1].isupper())


class _Runs:
    def __init__(self, analysis: Analysis, known: Known, kinds: BodyKinds, links: frozenset[str]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.known = known
        self.body_kinds = kinds
        self.links = links
        self.given = known.given

    def runs(self) -> Iterator[Run]:
        """Every name, in text order."""
        tokens, size = self.tokens, len(self.tokens)
        sentence_of, where = self.analysis.sentence_of, self.analysis.where
        reached = 0
        for i in sorted({*where.tagged(*NAMES, "NN"), *where.written(self.body_kinds.words["legal_forms"])}):
            if i < reached or not self._starts_name(i):
                continue
            j = i + 1
            while j < size and sentence_of[j] == sentence_of[i]:
                word = tokens[j]
                if j == i + 1 and is_place_before_person(tokens, i, self.given, self.known.lexicon):
                    break
                if is_another_person(tokens, i, j, self.given, self.links):
                    break
                if (word.tag in NAMES and is_capital(word.text)) or self._is_surname(i, j):
                    j += 1
                elif self._is_part_of_firm(j + 1) and self._is_noun_before(j + 1):
                    j += 2
                elif self._is_particle(i, j):
                    j += 2 if tokens[j + 1].text[:1].isupper() else 3
                else:
                    break
            first = i + self._degrees(i, j)
            first += self._is_title_before_given(first, j)
            first -= self._rest_of_firm(first)
            yield Run(first, j, self.analysis.text[tokens[first].start : tokens[j - 1].end].strip(QUOTES))
            reached = j

    def _degrees(self, i: int, j: int) -> int:
        """How many tokens before the last are academic degrees: "Prof. Dr. Wald"."""
        degrees = self.known.words["degrees"]
        return next(k - i for k in range(i, j) if k == j - 1 or self.tokens[k].text not in degrees)

    def _is_title_before_given(self, i: int, j: int) -> bool:
        """As in "Lotsin Ute Wald", where the lexicon does not know the title's noun."""
        if j - i < 3 or self.tokens[i].text in self.known.given or self.tokens[i + 1].text not in self.known.given:
            return False
        female = self.known.given[self.tokens[i + 1].text] == "f" and self.tokens[i].text.endswith("in")
        kind = self.known.kind_of(self.tokens[i].lemma)
        return female or (kind is not None and kind[0] == "person")

    def _rest_of_firm(self, i: int) -> int:
        """How many tokens before `i` belong to a firm's name that the tagger takes for nouns: "die Norwald Group"."""
        taken = 0
        while self._is_part_of_firm(i) and i > taken and self._is_noun_before(i - taken):
            taken += 1
        return taken

    def _is_part_of_firm(self, i: int) -> bool:
        return i < len(self.tokens) and self.body_kinds.parts.get(self.tokens[i].text) == FIRM

    def _is_noun_before(self, i: int) -> bool:
        front = self.tokens[i - 1]
        if self.body_kinds.shown_by(front.lemma) is not None or self.known.kind_of(front.lemma) is not None:
            return False  # "der Konzern Norwald AG"
        return front.tag == "NN" and front.text[:1].isupper() and front.end + 1 == self.tokens[i].start

    def _starts_name(self, i: int) -> bool:
        token = self.tokens[i]
        if not is_capital(token.text):
            return False
        if token.tag in NAMES:
            return True
        if token.text in self.body_kinds.words["legal_forms"] and i and self._is_noun_before(i):
            return True
        return (
            token.text in self.known.given
            and token.tag == "NN"
            and i + 1 < len(self.tokens)
            and self._is_surname(i, i + 1)
        )

    def _is_surname(self, i: int, j: int) -> bool:
        """A noun right behind a given name is a surname: "Ute Wald"."""
        token = self.tokens[j]
        if j != i + 1 or token.tag not in SURNAMES or not token.text[:1].isupper():
            return False
        return self.tokens[i].text in self.known.given and self.tokens[i].end + 1 == token.start

    def _is_particle(self, i: int, j: int) -> bool:
        """As in "von der" in "Ursula von der Leyen", "al" in "Omar al Akub": between the words of a name begun."""
        tokens = self.tokens
        if tokens[j].text not in self.links or j + 1 >= len(tokens):
            return False
        if tokens[j].text in self.known.words["origins"] and not all(
            tokens[x].text in self.known.given for x in range(i, j)
        ):
            return False  # "Abraham Tann von der Marine" comes from there
        if tokens[j + 1].text[:1].isupper():
            return tokens[j + 1].tag in ("NE", "NN", "FM", "ADJA")
        return tokens[j + 1].text in self.links and j + 2 < len(tokens) and tokens[j + 2].text[:1].isupper()
