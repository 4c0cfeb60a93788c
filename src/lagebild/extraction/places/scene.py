"""Scene: the words around the names of one document, as the signs of a place look at them."""

from functools import cached_property
from typing import NamedTuple

from lagebild.analysis.quotations import QUOTES
from lagebild.extraction.places.names import Name
from lagebild.extraction.places.words import Words
from lagebild.model.analysis import Analysis, Clause, Token
from lagebild.model.place import PlaceKind

ARTICLES = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
ADVERBS = ("ADV", "ADJD")
PREPOSITIONS = ("APPR", "APPRART", "APZR")
# How many words of sports make a report one on sports: a minister's speech may have a "Trainer" or a "Tor".
SPORTS = 4
ACTING = frozenset((PlaceKind.COUNTRY, PlaceKind.AREA))


class Frame(NamedTuple):
    """What stands in front of a name: "in" "der" "ostukrainischen" "Stadt"."""

    first: int
    """The first token of it, the preposition left aside."""
    noun: int | None
    """A noun of place right before the name."""
    adjectives: tuple[int, ...]
    preposition: int | None


class Scene:
    """Built once for a document."""

    def __init__(self, analysis: Analysis, names: list[Name], words: Words) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.names = names
        self.words = words
        self.at = {token: name for name in names for token in range(name.first, name.last)}
        """The name that a token belongs to; of "Kiew/Moskau" the last."""

    def before(self, token: int) -> Token | None:
        """The token before this one in the same sentence."""
        return self.tokens[token - 1] if token > 0 and self.same_sentence(token - 1, token) else None

    def after(self, name: Name) -> Token | None:
        """The token behind the name in the same sentence."""
        last = name.last
        return self.tokens[last] if last < len(self.tokens) and self.same_sentence(name.first, last) else None

    def same_sentence(self, left: int, right: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.analysis.sentence_of[left] == self.analysis.sentence_of[right]

    def frame(self, name: Name) -> Frame:
        """The words in front of the name, up to the preposition."""
        tokens, words = self.tokens, self.words
        sentence = self.analysis.sentences[self.analysis.sentence_of[name.first]]
        j = name.first - 1
        noun, adjectives = None, []
        while j >= sentence.first and tokens[j].text in QUOTES:
            j -= 1
        if j >= sentence.first and words.noun(tokens[j]) is not None:
            noun, j = j, j - 1
        while j >= sentence.first and tokens[j].tag == "ADJA":
            adjectives.append(j)
            j -= 1
        while j >= sentence.first and tokens[j].tag in ADVERBS and tokens[j].text[:1].islower():
            j -= 1
        if j >= sentence.first and tokens[j].tag in ARTICLES:
            j -= 1
        first = j + 1
        if j >= sentence.first and self.is_preposition(j):
            return Frame(first, noun, tuple(adjectives), j)
        k = self.analysis.phrase_of[name.first]
        phrase = self.analysis.phrases[k] if k >= 0 else None
        if phrase is not None and phrase.preposition is not None and noun is not None:
            return Frame(phrase.first, noun, tuple(adjectives), phrase.preposition)
        return Frame(first, noun, tuple(adjectives), None)

    def is_preposition(self, token: int) -> bool:
        """Whether the token is a preposition, or one of place that the tagger took for another word."""
        return self.tokens[token].tag in PREPOSITIONS

    def clause(self, name: Name) -> Clause | None:
        """The clause that the name stands in."""
        k = self.analysis.clause_of[name.first]
        return self.analysis.clauses[k] if k >= 0 else None

    def is_subject(self, name: Name) -> bool:
        """Whether the name, or the phrase that ends in it, is the subject of its clause."""
        clause = self.clause(name)
        return clause is not None and clause.subject is not None and clause.subject == self.phrase(name)

    def phrase(self, name: Name) -> int:
        """The index of the phrase that holds the name, -1 for none."""
        return self.analysis.phrase_of[name.first]

    def owns_next(self, name: Name) -> bool:
        """Whether the name is the owner of the noun behind it: "Kursks Bürgermeister"."""
        after = self.after(name)
        return name.genitive and after is not None and after.tag in ("NN", "ADJA") and after.text != name.form

    def is_capital(self, name: Name) -> bool:
        """Whether the name is a state's capital, by which reports mean its government too."""
        return name.form in self.words.capitals and not name.part

    def is_country(self, name: Name) -> bool:
        """Whether the name is a state's."""
        return name.candidates[0].kind is PlaceKind.COUNTRY and not name.part

    def may_act(self, name: Name) -> bool:
        """Whether reports let the name act: a state, its capital, a continent."""
        return self.is_capital(name) or (not name.part and name.candidates[0].kind in ACTING)

    @cached_property
    def sports(self) -> bool:
        """Whether the report is on sports."""
        return len(self.analysis.where.written(self.words.lists["sports"])) >= SPORTS
