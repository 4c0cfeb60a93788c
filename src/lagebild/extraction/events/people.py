"""People: for which side a person of the report acts."""

from collections import Counter

from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.events.bodies import Bodies
from lagebild.extraction.events.focus import Focus
from lagebild.extraction.events.sides import SUFFIXES, plain
from lagebild.model.analysis import Phrase


class People:
    """Built once for a document."""

    def __init__(self, cast: Cast, bodies: Bodies, focus: Focus) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.bodies = bodies
        self.sides = bodies.sides
        self.words = bodies.sides.words
        self.focus = focus
        self._codes: dict[str, str | None] = {}
        of_associations = (
            text for text in cast.analysis.where.of_text if "-" in text and bodies.is_of_association(text)
        )
        self._acronyms = {f"{head}-{rest.lower()}" for head, _, rest in (w.partition("-") for w in of_associations)}

    def in_phrase(self, phrase: Phrase) -> str | None:
        """The full name of the person whom a phrase names."""
        for run in self.cast.runs_in(phrase.first, phrase.last):
            name = self.cast.full_name(run.text)
            if name is not None and name not in self.cast.known.bodies:
                return name
        return None

    def code(self, name: str) -> str | None:
        """The side for which the person of that name acts; None for a private person."""
        if name not in self._codes:
            self._codes[name] = self._code(name)
        return self._codes[name]

    def _code(self, name: str) -> str | None:
        person = self.cast.people[name]
        jobs = {title for title in person.titles if self._is_job(title)}
        titles = {self.sides.class_of(title) for title in jobs if not self._is_people(title)}
        in_office = "state" in titles
        beside = self._code_beside(name)
        if in_office and beside is not None and not self.sides.is_state(beside):
            beside = self._state_of_party(name)  # "Finanzminister Ada Holm (CDU)" acts for the state.
        party = min(person.parties) if len(person.parties) == 1 else None
        code = person.code or beside or (None if in_office else party) or self._holder_code(name)
        if code is None and titles & {"state", "opposition", "media"}:
            votes = Counter(self.focus.at(run.first) for run in self.cast.index.runs_of.get(name, ()))
            code = max(votes, key=lambda state: (votes[state], state), default=None)
        code = code or party
        private = {title.rsplit("-", 1)[-1] for title in jobs} & self.words["private"]
        if code is None or (private and not in_office):
            return None
        if self.bodies.of_code(code) != code:
            return self.bodies.of_code(code)
        if "opposition" in titles:
            return code + SUFFIXES["opposition"]
        for kind in ("media", "courts", "civilians"):
            if titles and titles == {kind}:
                return code + SUFFIXES[kind]
        if jobs and titles == {None} and beside == code and self.sides.is_state(code):
            return None
        return code

    def _is_people(self, title: str) -> bool:
        """As in "die Deutsche Anna Holm": a word that says of which state somebody is, and no office."""
        return self.bodies.cast.known.adjectives.get(title.lower()) is not None or any(
            self.bodies.cast.known.adjectives.get(title.lower().removesuffix(end)) for end in ("e", "er", "en")
        )

    def _is_job(self, title: str) -> bool:
        """Whether a title says what somebody is, and is no body that stood beside the name by chance."""
        kind = self.cast.known.kind_of(title)
        head, hyphen, rest = title.partition("-")
        if hyphen and f"{head.upper()}-{rest}" in self._acronyms:
            return False
        return kind is None or kind[0] in ("person", "group")

    def _holder_code(self, name: str) -> str | None:
        words = name.split()
        last = words[-1]
        if len(words) > 2 and plain(last) not in self.sides.holders:
            last = f"{words[-2]}-{last.lower()}"  # "Kim Jong Un" is "Kim Jong-un".
        given = {plain(term.name.split()[0]) for term in self.sides.holders.get(plain(last), ())}
        if len(words) > 1 and plain(words[0]) not in given:
            return None
        return self.sides.holder_code(last, self.cast.day)

    def _state_of_party(self, name: str) -> str | None:
        """The state whose party stands in brackets behind the person: "Finanzminister Ada Holm (ÖVP)" is Austria's."""
        for run in self.cast.index.runs_of.get(name, ()):
            if run.last + 1 < len(self.tokens) and self.tokens[run.last].text == "(":
                states = self.sides.at_home.get(self.tokens[run.last + 1].text, ())
                if states:
                    return self.sides.home if self.sides.home in states else states[0]
        return None

    def _code_beside(self, name: str) -> str | None:
        """As in "Ada Holm (CDU)", "Venezuelas Staatschef Maduro": a side named right beside the person."""
        for run in self.cast.index.runs_of.get(name, ()):
            if run.last + 1 < len(self.tokens) and self.tokens[run.last].text == "(":
                body = self.cast.known.bodies.get(self.tokens[run.last + 1].text)
                if body is not None and body.code:
                    return body.code
            phrase = self.cast.traits.phrase(run.first)
            if phrase is None or (self.tokens[phrase.head].tag == "NN" and not self.bodies.is_person_noun(phrase)):
                continue
            code = self.bodies.beside_noun(phrase)
            if code is None and phrase.first > 0:
                body = self.bodies.at(phrase.first - 1)
                genitive = self.tokens[phrase.first - 1].text.endswith("s")
                code = body.code if body is not None and genitive and body.form != "demonym" else None
            if code is not None:
                return code
        return None

    def holder(self, phrase: Phrase) -> str | None:
        """As in "Xi und Trump": who is in office under that name."""
        for i in range(phrase.last - 1, phrase.first - 1, -1):
            text = self.tokens[i].text
            # A small word is no name by itself: "das", without its "s", is a part of some.
            for word in (text, text.removesuffix("s")) if text[:1].isupper() else ():
                code = self.sides.holder_code(word, self.cast.day)
                if code is not None:
                    return self.bodies.of_code(code)
        return None
