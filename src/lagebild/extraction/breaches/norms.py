"""Norms: which phrases name a rule that states are bound to, and of what kind it is."""

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun
from lagebild.language.endings import without_ending
from lagebild.language.wordings import Wordings, wordings
from lagebild.language.words import word_lists
from lagebild.model.span import Span

# "Taiwans Luftraum": behind a name a noun may look like one.
NOUNS = ("NN", "NE")


class Norms:
    """Built once for a document."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.words = word_lists(stage.language, "breaches")
        pairs = (pair.partition("=") for pair in self.words["laws_between_states"])
        self.between = {law: called for law, _, called in pairs}
        self.table: Wordings = wordings(stage.language, "breach_words")

    def is_rule(self, k: int) -> bool:
        """Whether the phrase names a rule, or a part of one: "Teile des Vertrags", "Artikel 5 der Charta"."""
        return self._is_rule(k) or self.part_of(k) is not None

    def part_of(self, k: int) -> int | None:
        """The phrase of the rule of which the phrase names a part."""
        if not is_listed(self.stage.tokens[self.stage.phrases[k].head].lemma, self.words["parts_of_rules"]):
            return None
        behind = beside_noun(self.stage, k, ("gen", "p:von", "p:aus"))
        return next((other for other in behind if self._is_rule(other)), None)

    def _is_rule(self, k: int) -> bool:
        head = self.stage.tokens[self.stage.phrases[k].head]
        if self.is_none(k):
            return False
        if head.tag == "NN" and self._is_agreed(k):
            return True
        return head.tag in NOUNS and (
            is_listed(head.lemma, self.words["rules"]) or is_listed(head.text, self.words["rules"])
        )

    def is_none(self, k: int) -> bool:
        """As in "das Sprichwort", "die Sittenordnung": what only ends like a rule, or is none between states."""
        return is_listed(self.stage.tokens[self.stage.phrases[k].head].lemma, self.words["no_rules"])

    def _is_agreed(self, k: int) -> bool:
        """As in "die vereinbarten Bedingungen": whatever it is, somebody is bound to it."""
        phrase = self.stage.phrases[k]
        before = (self.stage.tokens[i] for i in range(phrase.first, phrase.head))
        return any(t.tag == "ADJA" and without_ending(t.text.lower()) in self.words["agreed"] for t in before)

    def is_private(self, norm: str) -> bool:
        """Whether the rule is one among firms and people: "Urheberrechtsverletzung"."""
        return norm.lower().startswith(tuple(self.words["private_fronts"]))

    def name(self, k: int) -> str:
        """The rule's noun, with an adjective that makes it one between states."""
        whole = self.part_of(k)
        if whole is not None:
            return self.name(whole)
        phrase = self.stage.phrases[k]
        head = self.stage.tokens[phrase.head]
        for i in range(phrase.first, phrase.head):
            stem = self.stage.tokens[i].lemma.lower()
            if (
                stem in self.words["international"]
                or without_ending(self.stage.tokens[i].text.lower()) in self.words["international"]
            ):
                return self.between.get(head.lemma.lower(), head.lemma)
        return head.lemma

    def is_between_states(self, norm: str) -> bool:
        """Whether the rule is one that is broken between states, whoever breaks it."""
        return is_listed(norm, self.words["between_states"])

    def kind(self, violates: Span) -> str:
        """The last noun of the rule's words, by which two tellings are of the same rule."""
        stage = self.stage
        first, last = stage.range_of(violates)
        nouns = [
            stage.tokens[i].lemma.lower() for i in range(first, last) if stage.tokens[i].tag in ("NN", "ADJD", "ADJA")
        ]
        return nouns[0].rsplit("-", 1)[-1] if nouns else violates.of(stage.analysis.text).lower()
