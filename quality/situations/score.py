"""The figures of the demonstration: for development and held apart."""

from collections.abc import Iterable
from typing import NamedTuple

from quality.situations.figures import anywhere, present
from quality.situations.found import Found, found
from quality.situations.judged import Judged, first_right, judged, origins_right, related, several
from quality.situations.key import PARTS, Key, KeyTelling, key
from quality.situations.meeting import Meeting, claims_of, met
from quality.situations.pairs import b_cubed, counted, pairs_figures


class Scored(NamedTuple):
    """One part of the key beside what the program says."""

    key: Key
    found: Found
    meeting: Meeting
    standing: dict[KeyTelling, set[str]]
    judged: list[Judged]


def measure(shared: object = None) -> dict[str, float]:
    """All figures of both parts. Nothing is needed but the demonstration."""
    del shared
    return {f"{part}_{name}": value for part in PARTS for name, value in figures_of(scored(key(part), found())).items()}


def scored(wanted: Key, said: Found) -> Scored:
    """A part of the key and what the program says, brought together."""
    meeting = met(wanted.tellings, said.claims)
    standing = claims_of(meeting, said.claims)
    return Scored(wanted, said, meeting, standing, judged(wanted, said.claims, meeting))


def figures_of(item: Scored) -> dict[str, float]:
    """The figures of one part; docs of each in GUIDE.md."""
    tellings, claims = item.key.tellings, several(item.judged)
    voices = item.key.voices
    relations = [related(claim, voices) for claim in claims]
    right = sum(len(one.right) for one in relations)
    missed, wrong = (sum(len(getattr(one, name)) for one in relations) for name in ("missed", "wrong"))
    values = sum(len(ledger.values) for ledger in item.key.ledgers)
    return {
        "tellings_met": len(item.standing) / len(tellings),
        **pairs_figures(counted(tellings, item.standing, item.meeting, item.found.claims)),
        "claims_b3": b_cubed(tellings, item.standing),
        "origins": _share(origins_right(claim) for claim in claims),
        "origins_first": _share(origins_right(claim, only_first=True) for claim in claims),
        "relations_p": right / (right + wrong) if right + wrong else 0.0,
        "relations_r": right / (right + missed) if right + missed else 0.0,
        "relations_f1": 2 * right / (2 * right + missed + wrong) if right else 0.0,
        "ledger": sum(len(present(one, item.found.ledgers, voices)) for one in item.key.ledgers) / values,
        "ledger_anywhere": sum(len(anywhere(one, item.found.ledgers, voices)) for one in item.key.ledgers) / values,
        "first_sayer": _share(first_right(claim, voices) for claim in claims),
        "first_report": _share(first_right(claim, voices, report=True) for claim in claims),
    }


def _share(right: Iterable[bool]) -> float:
    answers = list(right)
    return sum(answers) / len(answers) if answers else 0.0
