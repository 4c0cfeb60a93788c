"""Deals, breaches, threats and deployments in readable pairs: what tests/golden/records.txt says, and nothing else."""

from collections.abc import Iterator

import pytest

import lagebild
from lagebild.model import Findings, Party, Span
from tests.golden_pairs import Pair, cases


def code(party: Party | None) -> str:
    return party.code if party is not None else "-"


def described(text: str, found: Findings) -> Iterator[str]:
    """All records of a text as the golden file writes them."""

    def parts(**spans: Span | None) -> str:
        return "".join(f" | {name} {span.of(text)}" for name, span in spans.items() if span is not None)

    for deal in found.exchanges:
        sides = "; ".join(f"{code(side.party)}: {' … '.join(g.of(text) for g in side.gives)}" for side in deal.sides)
        yield f"exchange {deal.status} [{' … '.join(span.of(text) for span in deal.tie)}] {sides}"
    for breach in found.breaches:
        words = parts(act=breach.act, violates=breach.violates)
        yield f"breach {breach.status} [{breach.trigger.of(text)}] {code(breach.who)}{words}"
    for threat in found.threats:
        to = " ".join(code(party) for party in threat.to) or "-"
        words = parts(means=threat.means, condition=threat.condition)
        yield f"threat {threat.status} [{threat.trigger.of(text)}] {code(threat.source)} to {to}{words}"
    for one in found.deployments:
        words = parts(
            forces=one.forces,
            strength=one.strength,
            of=one.part_of,
            where=one.where,
            since=one.since,
            purpose=one.purpose,
        )
        yield f"deployment {one.status} [{one.trigger.of(text)}] {code(one.whose)}{words}"


@pytest.mark.parametrize("pair", cases("records.txt"))
def test_a_text_holds_the_records_that_its_pair_lists_and_no_others(pair: Pair) -> None:
    found = lagebild.read(pair.text, language="de")
    assert sorted(described(pair.text, found)) == sorted(pair.expected)
