"""Groups: sides by a name that no table has, told by the noun before it: "die Hilfsorganisation Seebrücke"."""

from bisect import bisect_left

from lagebild.analysis.lexicon import lexicon
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.name_runs import QUOTES
from lagebild.extraction.events.bodies import Bodies
from lagebild.language.load import Language
from lagebild.model.analysis import PLURAL, SINGULAR, Phrase


class Groups:
    """Built once for a document; `named` holds the names."""

    def __init__(self, cast: Cast, bodies: Bodies, nouns: frozenset[str], language: Language) -> None:
        """`nouns` are those behind which the name of a group stands."""
        self.cast = cast
        self.tokens = cast.tokens
        self.analysis = cast.analysis
        self.bodies = bodies
        self.nouns = nouns
        self.lexicon = lexicon(language)
        self.named = frozenset(name for phrase in self.analysis.phrases if (name := self._name_in(phrase)))
        self._places = self.analysis.where.written(self.named)

    def in_phrase(self, phrase: Phrase) -> str | None:
        """The group that the phrase names, or means as "die Gruppe" does: the one that was named last before it."""
        head = self.tokens[phrase.head]
        following = self._words(phrase.head, phrase.last)
        if following in self.named:
            return following
        return head.text if head.text in self.named else self._meant(phrase)

    def _name_in(self, phrase: Phrase) -> str | None:
        head = self.tokens[phrase.head]
        if head.tag != "NN" or head.lemma.lower().rsplit("-", 1)[-1] not in self.nouns:
            return None
        inside = phrase.last > phrase.head + 1
        if inside and self.tokens[phrase.head + 1].start in self.bodies.places:
            return None  # "das Bündnis Hamburg"
        name = self._words(phrase.head, phrase.last if inside else self._behind(phrase))
        return name if name and name not in self.cast.known.bodies else None

    def _words(self, head: int, last: int) -> str:
        """What stands behind the head up to the end, without quotation marks."""
        return self.analysis.text[self.tokens[head].end : self.tokens[last - 1].end].strip(QUOTES)

    def _behind(self, phrase: Phrase) -> int:
        """The end of a lone noun right behind the phrase, which is a name there: "die Hilfsorganisation Rotmützen"."""
        k = self.analysis.phrase_of[phrase.last] if phrase.last < len(self.tokens) else -1
        alone = k >= 0 and self.analysis.phrases[k].first == self.analysis.phrases[k].head == phrase.last
        if not alone or self.tokens[phrase.last].tag != "NN":
            return phrase.last
        usual = self.lexicon.entry(self.tokens[phrase.last].text).source == "listed"
        return phrase.last if usual else self.analysis.phrases[k].last

    def _meant(self, phrase: Phrase) -> str | None:
        head = self.tokens[phrase.head]
        alone = phrase.last == phrase.head + 1 == phrase.first + 2 and self.tokens[phrase.first].lemma == "der"
        if not alone or head.lemma.lower() not in self.nouns:
            return None
        if phrase.agreement & PLURAL and not phrase.agreement & SINGULAR:
            return None
        before = bisect_left(self._places, phrase.first) - 1
        return self.tokens[self._places[before]].text if before >= 0 else None
