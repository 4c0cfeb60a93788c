"""Traits: what the words beside a name and in a description tell of somebody: title, gender, state, party."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.body_kinds import BodyKinds
from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Known
from lagebild.extraction.entities.person import Person
from lagebild.language.endings import ends_in
from lagebild.model.analysis import FEMININE, MASCULINE, NEUTER, PLURAL, SINGULAR, Analysis, Phrase, Token
from lagebild.model.entity import EntityKind


class Traits:
    """Reads the traits of persons and descriptions off one analysis; read-only."""

    def __init__(self, analysis: Analysis, known: Known, body_kinds: BodyKinds) -> None:
        self.analysis = analysis
        self.tokens: tuple[Token, ...] = analysis.tokens
        self.phrases: tuple[Phrase, ...] = analysis.phrases
        self.known = known
        self.body_kinds = body_kinds

    def phrase(self, token: int) -> Phrase | None:
        """The base phrase that holds the token."""
        k = self.analysis.phrase_of[token]
        return self.phrases[k] if k >= 0 else None

    def kind(self, token: Token) -> str | None:
        """Which kind of thing the noun names: "person", "organisation", …; None of a noun that no table has."""
        found = self.known.kind_of(token.lemma)
        return found[0] if found else None

    def gender(self, phrase: Phrase) -> str | None:
        """The gender of what a phrase describes: by its noun's form, else by its agreement; "p" for a plural."""
        head = self.tokens[phrase.head]
        mask = phrase.agreement
        if mask & PLURAL and not mask & SINGULAR:
            return "p"
        found = self.known.kind_of(head.lemma) if head.tag == "NN" else None
        if found and found[0] == "person" and found[1]:
            return found[1]
        if mask & FEMININE and not mask & (MASCULINE | NEUTER):
            return "f"
        if mask & MASCULINE and not mask & FEMININE:
            return "m"
        if mask & NEUTER and not mask & (FEMININE | MASCULINE):
            return "n"
        if found and found[0] == "organisation" and mask & NEUTER and not mask & FEMININE:
            return "n"  # "dem Ministerium": at any rate no "sie"
        return None

    def title(self, run: Run) -> Token | None:
        """The noun in front of the name, in the same phrase."""
        phrase = self.phrase(run.first)
        if phrase is None or phrase.head >= run.first or self.tokens[phrase.head].tag != "NN":
            return None
        return self.tokens[phrase.head]

    def is_firm(self, title: Token) -> bool:
        """Whether the noun may be a person's, but without a given name behind it is a firm's: "der Händler Norwald"."""
        return self.body_kinds.shown_by(title.lemma) is not None

    def apposed_title(self, run: Run) -> Phrase | None:
        """As in "der Präsident des Verbandes, Michael Müller" and "Barack Obama, Präsident der USA"."""
        analysis = self.analysis
        if run.first >= 2 and self.tokens[run.first - 1].text == ",":
            k = analysis.phrase_of[run.first - 2]
            for m in range(k, max(-1, k - 5), -1):
                if m < 0 or analysis.sentence_of[self.phrases[m].first] != analysis.sentence_of[run.first]:
                    break
                phrase = self.phrases[m]
                head = self.tokens[phrase.head]
                if head.tag == "NN" and self.kind(head) == "person" and full_phrase(analysis, m)[1] >= run.last:
                    return phrase
        if run.last + 1 < len(self.tokens) and self.tokens[run.last].text == ",":
            k = analysis.phrase_of[run.last + 1]
            if k >= 0 and analysis.sentence_of[run.last + 1] == analysis.sentence_of[run.first]:
                head = self.tokens[self.phrases[k].head]
                if head.tag == "NN" and self.kind(head) == "person" and self.phrases[k].preposition is None:
                    return self.phrases[k]
        return None

    def add_titles(self, person: Person, run: Run) -> None:
        """Give the person the titles, parties, gender and state told beside this place of the name."""
        phrase = self.phrase(run.first)
        front = self.title(run)
        if run.text == person.name and self._is_womans(front or self._title_behind(run)):
            person.gender = "f"  # "die Forscherin Kay Tann", whatever a table says of "Kay"
        for titled in (phrase if front else None, self.apposed_title(run)):
            if titled is None:
                continue
            title = self.tokens[titled.head]
            is_office = self._is_office(title)
            if not is_office and not person.name.endswith(run.text):
                continue  # "die Entlassung Tanns": a genitive behind what happened
            person.titles.add(title.lemma.lower())
            person.parties |= self.parties_in(*full_phrase(self.analysis, self.analysis.phrase_of[titled.first]))
            if is_office:
                person.office = person.office or title.lemma
            person.gender = person.gender or self.gender(titled)
            person.code = person.code or self.state_of(titled)

        if phrase is not None:
            person.titles |= self._participles(phrase, run)
        if run.last + 2 < len(self.tokens) and self.tokens[run.last].text == "(":
            person.parties |= self.parties_in(run.last + 1, run.last + 2)

    def _is_office(self, noun: Token) -> bool:
        """Whether the noun says what somebody is, as the tables know it: "Präsident", "Ratsmitglied", not "Zorn"."""
        return self.kind(noun) == "person" or ends_in(noun.lemma.lower(), self.known.words["other_offices"])

    def _title_behind(self, run: Run) -> Token | None:
        """As in "Kay Tann, Dozentin für Recht, …": the noun behind the comma, where nobody else is named there."""
        apposed = self.apposed_title(run)
        if apposed is None or apposed.first < run.last:
            return None
        named = any(self.tokens[i].tag == "NE" for i in range(apposed.first, apposed.last))
        return None if named else self.tokens[apposed.head]

    def _is_womans(self, title: Token | None) -> bool:
        return title is not None and self.known.kind_of(title.lemma) == ("person", "f")

    def _participles(self, phrase: Phrase, run: Run) -> set[str]:
        """As in "der angeklagte Karl Tann": the adjectives before the name that are nouns for persons as well."""
        adjectives = [self.tokens[i] for i in range(phrase.first, run.first) if self.tokens[i].tag == "ADJA"]
        nouns = (f"{token.lemma.removesuffix('e')}e" for token in adjectives)
        return {noun for noun in nouns if noun.capitalize() in self.known.words["adjectival"]}

    def parties_in(self, first: int, last: int) -> set[str]:
        """The parties that the words name, also as the first part of a compound: "SPD-Politiker"."""
        found = set()
        for i in range(first, last):
            for word in (self.tokens[i].text, *self.tokens[i].text.split("-")[:-1]):
                body = self.known.bodies.get(word)
                if body is not None and body.party and word not in self.known.words["party_families"]:
                    found.add(body.name)
        return found

    def state_of(self, phrase: Phrase) -> str | None:
        """The state that an adjective, a genitive or the first part of a compound names in the phrase."""
        for i in range(phrase.first, phrase.last):
            token = self.tokens[i]
            word = token.text.lower()
            if token.tag == "ADJA":
                for cut in (2, 1, 0):
                    code = self.known.adjectives.get(word[: len(word) - cut])
                    if code:
                        return code
            if token.tag in ("NE", "NN"):
                body = self.known.body_called(token.text)
                body = body or self.known.bodies.get(token.text.split("-")[0])
                if i > phrase.first and self.tokens[i - 1].tag == "APPR":
                    continue  # "die aus Somalia stammende Abgeordnete"
                if body is not None and body.code and body.kind is not EntityKind.MEDIUM and i != phrase.head:
                    return body.code
                if body is not None and body.code and "-" in token.text:
                    return body.code
        following = phrase.last
        if following < len(self.tokens) and self.tokens[following].text.lower() in ("der", "des", "von"):
            body = self.known.bodies.get(self.tokens[min(following + 1, len(self.tokens) - 1)].text)
            if body is not None and body.kind is EntityKind.STATE:
                return body.code
        return None
