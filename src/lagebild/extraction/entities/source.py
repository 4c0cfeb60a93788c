"""Source: the words that name a speaker, with the phrase that they are and all that the questions need."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from lagebild.extraction.entities.ages import age_in
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.name_runs import QUOTES
from lagebild.extraction.entities.nominative import dictionary_form, is_town_adjective
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import GENITIVE, PLURAL, SINGULAR, Phrase, Token
from lagebild.model.span import Span

# How many tokens back an unnamed person may last have been named to be meant again.
NEAR = 160
# A description of more tokens than this names somebody of its own.
SHORT = 3


class Source:
    """The tokens `[first, last)` of one source; `running` is who spoke last, `nameless` who spoke last without a name,
    `resolve` answers for another source, `aliases` are nouns by which people were meant so far."""

    def __init__(
        self, cast: Cast, first: int, last: int, running: Speaker | None, resolve: Callable[["Source"], Speaker],
        nameless: Speaker | None = None, aliases: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.cast = cast
        self.tokens = cast.tokens
        self.words = cast.known.words
        self.first = first
        self.last = self._without_parenthesis(first, last)
        self.running = running
        self.nameless = nameless
        self.aliases = aliases or {}
        self.resolve = resolve
        k = self._phrase_with_noun()
        self.phrase: Phrase | None = self._with_verb(k, self._in_case(self._with_lone_article(k))) if k >= 0 else None
        self.head: Token = self.tokens[self.phrase.head] if self.phrase else self.tokens[first]
        found = cast.known.kind_of(self.head.lemma) if self.head.tag == "NN" else None
        self.kind = found[0] if found else None
        self.age = age_in(self.head.text, cast.known)
        self.lower = self.tokens[first].text.lower()

    def _phrase_with_noun(self) -> int:
        """The first phrase of the source; an article alone belongs to the noun of the next one."""
        phrase_of, phrases = self.cast.analysis.phrase_of, self.cast.phrases
        found = [k for k in dict.fromkeys(phrase_of[self.first : self.last]) if k >= 0]
        if len(found) > 1:
            if self.tokens[phrases[found[0]].head].tag in ("ART", "PIAT", "PDAT"):
                # "Die in Kiel zuständige Behörde": what stands between hangs on the adjective.
                return next((k for k in found[1:] if self._goes_with_article(phrases[k])), found[1])
            if is_town_adjective(self.tokens, phrases[found[0]].last):
                return found[1]
        return found[0] if found else -1

    def _goes_with_article(self, phrase: Phrase) -> bool:
        return phrase.preposition is None and self.tokens[phrase.first].tag not in ("ART", "CARD")

    def _with_lone_article(self, k: int) -> Phrase:
        """The phrase, agreeing with an article that words of a participle part from it."""
        phrase, before = self.cast.phrases[k], self.cast.analysis.phrase_of[self.first]
        if before in (-1, k):
            return phrase
        return phrase._replace(agreement=phrase.agreement & self.cast.phrases[before].agreement or phrase.agreement)

    def _in_case(self, phrase: Phrase) -> Phrase:
        """The phrase in the case of its preposition, also behind it, or as a genitive: "laut den Experten", "den
        Fischern zufolge", "nach Ansicht der Richter"."""
        behind = self.last if self.last < len(self.tokens) and self.tokens[self.last].tag == "APPO" else None
        at = phrase.preposition if behind is None else behind
        case = self.tokens[at].agreement if at is not None else 0
        if at is None and phrase.first > 0 and self.tokens[phrase.first - 1].lemma in self.words["views"]:
            case = GENITIVE
        return phrase._replace(agreement=phrase.agreement & case or phrase.agreement)

    def _with_verb(self, k: int, phrase: Phrase) -> Phrase:
        """The phrase in the number that its verb shows: "CDU-Politiker verteidigt sich" is one."""
        analysis = self.cast.analysis
        c = analysis.clause_of[phrase.first]
        finite = analysis.clauses[c].finite if c >= 0 and analysis.clauses[c].subject == k else None
        verb = self.tokens[finite].verb if finite is not None else None
        if verb is None or len(verb.numbers) != 1:
            return phrase
        number = PLURAL if verb.numbers == "p" else SINGULAR
        return phrase._replace(agreement=phrase.agreement & number or phrase.agreement)

    def is_definite(self) -> bool:
        """Whether the source takes up somebody known: "der Sprecher", "im Bericht", "laut Ministerium"."""
        opener = self.tokens[self.first]
        if opener.tag in ("PDAT", "APPRART") or (opener.tag == "ART" and not self.lower.startswith("ein")):
            return True
        if opener.tag != "NN" or self.phrase is None or not self.phrase.agreement & SINGULAR:
            return False
        if self.phrase.preposition is None:
            return self.cast.analysis.sentences[self.cast.analysis.sentence_of[self.first]].headline
        return self.kind == "organisation" or self.cast.known.is_text(self.head.lemma)

    def _without_parenthesis(self, first: int, last: int) -> int:
        while last > first + 1 and self.tokens[last - 1].text == ")":
            opening = next((x for x in range(last - 1, first, -1) if self.tokens[x].text == "("), None)
            if opening is None:
                break
            last = opening
        return last

    def is_person(self) -> bool:
        """Whether the source describes one person by a noun: an office, an age, a town."""
        if self.is_of_town():
            return True
        if self.head.tag != "NN" or self.kind not in (None, "person"):
            return False
        return self.kind == "person" or self.head.text.endswith(tuple(self.words["person_endings"]))

    def is_placed(self) -> bool:
        """As in "der Analyst aus Lusaka": nothing but a place behind the noun."""
        if self.phrase is None or self.phrase.last + 2 != self.last or self.phrase.head != self.phrase.last - 1:
            return False
        return self.tokens[self.phrase.last].tag in ("APPR", "APPRART") and self.tokens[self.last - 1].tag == "NE"

    def is_of_town(self) -> bool:
        """As in "der gebürtige Bremer", "der Horner" where the report names the town: "aus Horn"."""
        word = self.head.text
        if not word[:1].isupper() or not word.endswith("er"):
            return False
        return self.head.tag == "ADJA" or (self.head.tag == "NN" and word[:-2] in self.cast.name_words)

    def beside(self, first: int, last: int) -> "Source":
        """Another source of the same document, told before anybody spoke."""
        return Source(self.cast, first, last, None, self.resolve)

    def ask(self, span: Span) -> Speaker:
        """Who other words are, with the same speaker running."""
        first = bisect_left(self.cast.starts, span.start)
        last = max(bisect_left(self.cast.starts, span.end), first + 1)
        return self.resolve(Source(self.cast, first, last, self.running, self.resolve, self.nameless, self.aliases))

    def told(self, first: int, last: int) -> Speaker:
        """Who the tokens `[first, last)` are, with the same speaker running."""
        return self.resolve(Source(self.cast, first, last, self.running, self.resolve, self.nameless, self.aliases))

    def gender_of(self, name: str) -> str | None:
        """The gender of a person of the document, None where nothing tells it."""
        person = self.cast.people.get(name)
        return person.gender if person else self.cast.known.gender_of(name)

    def _is_passing(self, index: int) -> bool:
        """As in "eine neue Studie": the adjective tells a text from none."""
        word = self.tokens[index]
        return word.text.lower() in self.words["passing"] and self.cast.known.is_text(self.head.lemma)

    def wording(self, *, owned: bool = False) -> str:
        """The source's own words as a name, in the nominative: without the article and, unless `owned`, whose it is."""
        first = self.first
        while first < self.last - 1 and (
            self.tokens[first].text.lower() in self.words["articles"]
            or self.tokens[first].text.lower() in self.words["before_article"]
            or (self.tokens[first].tag == "PPOSAT" and self.head.tag == "NN" and not owned)
            or self._is_passing(first)
        ):
            first += 1
        text = self.cast.analysis.text
        if self.phrase is not None and first <= self.phrase.head:
            return dictionary_form(text, self.tokens, self.phrase, first, self.last, self.words).strip(QUOTES)
        return text[self.tokens[first].start : self.tokens[self.last - 1].end].strip(QUOTES)
