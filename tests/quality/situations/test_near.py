"""What is shown as perhaps the same, against a key: who accepts all that is right comes to what the key says."""

from itertools import pairwise

import pytest

from lagebild.model.span import Span
from quality.situations.found import Found, FoundClaim, FoundTelling
from quality.situations.key import Key, key, matters
from quality.situations.meeting import met
from quality.situations.near import near_figures

ASKED = key(matters()[0])


def alone(asked: Key, **near: tuple[str, ...]) -> Found:
    """Every telling of the key by itself, with the claims shown for each."""
    claims = []
    for number, one in enumerate(asked.tellings):
        name, span = f"t{number}", Span(one.place.start, one.place.end)
        telling = FoundTelling(name, name, one.place.report, (span,), one.words, (), None)
        claims.append(FoundClaim(name, "", (telling,), (), None, ()))
    return Found(tuple(claims), (), near)


def figures(said: Found) -> dict[str, float]:
    return near_figures([said], ASKED.tellings, met(ASKED.tellings, said.claims))


def test_nothing_shown_is_nothing_reached_and_nothing_wrong() -> None:
    found = figures(alone(ASKED))
    assert (found["near3_p"], found["near3_reached"], found["near3_f1"]) == (1, 0, 0)


def test_a_chain_of_right_ones_reaches_everything() -> None:
    tellings = ASKED.tellings
    chain = {
        f"t{number}": (f"t{number + 1}",)
        for number, (one, other) in enumerate(pairwise(tellings))
        if one.claim == other.claim
    }
    found = figures(alone(ASKED, **chain))
    assert (found["near3_p"], found["near3_reached"], found["near3_f1"]) == (1, 1, 1)


def test_wrong_ones_cost_time_and_nothing_else_and_later_ones_do_not_count() -> None:
    first = ASKED.tellings[0]
    wrong = [f"t{number}" for number, one in enumerate(ASKED.tellings) if one.claim != first.claim][:3]
    right = next(f"t{n}" for n, one in enumerate(ASKED.tellings) if n and one.claim == first.claim)
    found = figures(alone(ASKED, t0=(*wrong, right)))
    assert (found["near3_p"], found["near3_reached"]) == (0, 0)
    assert found["near5_p"] == pytest.approx(1 / 4)
    assert found["near5_reached"] > 0
