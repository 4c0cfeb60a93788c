"""Context: what every section of a situation is made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lagebild.comparison.origins import Publications
from lagebild.model.claim import Claim
from lagebild.model.keys import content_key
from lagebild.model.situation import Support
from lagebild.situation.facts import Fact
from lagebild.situation.matters import Matters
from lagebild.situation.support import support_of
from lagebild.situation.terms import Term


@dataclass(frozen=True, slots=True)
class Context:
    """The facts by kind, in the order of their tellings, with the claims, the groups of copies, and what was asked."""

    facts: Mapping[str, Sequence[Fact]]
    matters: Matters
    copies: Mapping[str, str]
    terms: tuple[Term, ...]
    publications: Publications
    claims: tuple[tuple[Claim, Support], ...] = ()
    """The claims that touch the question, the earliest first, with what they stand on."""

    def support(self, facts: Sequence[Fact]) -> Support:
        """What an item that these facts tell stands on."""
        return support_of(facts, self.matters, self.copies)

    def close(self, codes: Iterable[str]) -> float:
        """The share of the question that sides with these codes are; 1 where nothing was asked."""
        states = {code.partition("-")[0] for code in codes}
        named = [term for term in self.terms if term.codes]
        if not named:
            return 1.0
        return round(sum(not term.codes.isdisjoint(states) for term in named) / len(named), 3)

    def one_claim(self, one: Fact, other: Fact) -> bool:
        """Whether both are tellings of one claim."""
        claim = self.matters.of(one.telling)
        return claim is not None and claim is self.matters.of(other.telling)


def item_key(kind: str, facts: Sequence[Fact]) -> str:
    """The key of an item: from the first telling of it, so that it stays when later ones join."""
    return content_key(kind[0], kind, min(_named(fact) for fact in facts))


def rank(support: Support) -> tuple[float, int, int, str]:
    """Sorts what is closest to the question, has most origins and is told most often to the front."""
    first = support.tellings[0]
    return (-support.closeness, -len(support.origins), -len(support.tellings), f"{first.day or '9999'}{first.ref}")


def _named(fact: Fact) -> str:
    return f"{fact.telling.day or '9999'} {fact.telling.ref}"
