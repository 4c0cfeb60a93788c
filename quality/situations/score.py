"""The figures of the demonstration and of the small matters: development and held apart."""

from collections.abc import Iterable
from itertools import starmap
from typing import NamedTuple

from quality.situations.figures import anywhere, present
from quality.situations.found import Found, found
from quality.situations.judged import Judged, first_right, judged, origins_right, related, several
from quality.situations.key import PARTS, Key, KeyTelling, folder, key, matters
from quality.situations.meeting import Meeting, claims_of, met
from quality.situations.near import near_figures
from quality.situations.pairs import b_cubed, counted, pairs_figures

SMALL, SMALL_HELD = "matters", "matters-held"
MEASURED = (*PARTS, SMALL, SMALL_HELD)
"""What has figures of its own: each part of the demonstration, and the small matters of each kind together."""


class Scored(NamedTuple):
    """What a key says beside what the program says."""

    key: Key
    found: Found
    meeting: Meeting
    standing: dict[KeyTelling, set[str]]
    judged: list[Judged]


def measure(shared: object = None) -> dict[str, float]:
    """All figures. Nothing is needed but the reports that come with the program and with this folder."""
    del shared
    return {
        f"{measured}_{name}": value
        for measured in MEASURED
        if parts_of(measured)
        for name, value in figures_of(*map(scored_part, parts_of(measured))).items()
    }


def parts_of(measured: str) -> tuple[str, ...]:
    """What has keys of its own in something that is measured."""
    return matters(held=measured == SMALL_HELD) if measured in (SMALL, SMALL_HELD) else (measured,)


def scored_part(part: str) -> Scored:
    """The key of a part, or of a small matter, and what the program says of its reports in a base of their own."""
    return scored(key(part), found(folder(part)))


def scored(wanted: Key, said: Found) -> Scored:
    """A key and what the program says, brought together."""
    meeting = met(wanted.tellings, said.claims)
    standing = claims_of(meeting, said.claims)
    return Scored(wanted, said, meeting, standing, judged(wanted, said.claims, meeting))


def figures_of(*items: Scored) -> dict[str, float]:
    """The figures of one part, or of several matters together: whatever is counted, is counted in all of them. Docs of
    each in GUIDE.md."""
    tellings = [telling for item in items for telling in item.key.tellings]
    standing = {telling: claims for item in items for telling, claims in item.standing.items()}
    meeting = {ref: met for item in items for ref, met in item.meeting.items()}
    claims = [(claim, item.key.voices) for item in items for claim in several(item.judged)]
    ledgers = [(ledger, item.found.ledgers, item.key.voices) for item in items for ledger in item.key.ledgers]
    relations = list(starmap(related, claims))
    right = sum(len(one.right) for one in relations)
    missed, wrong = (sum(len(getattr(one, name)) for one in relations) for name in ("missed", "wrong"))
    values = sum(len(ledger.values) for ledger, _, _ in ledgers)
    return {
        "tellings_met": len(standing) / len(tellings),
        **pairs_figures(counted(tellings, standing, meeting, [claim for item in items for claim in item.found.claims])),
        "claims_b3": b_cubed(tellings, standing),
        **near_figures([item.found for item in items], tellings, meeting),
        "origins": _share(origins_right(claim) for claim, _ in claims),
        "origins_first": _share(origins_right(claim, only_first=True) for claim, _ in claims),
        "relations_p": right / (right + wrong) if right + wrong else 0.0,
        "relations_r": right / (right + missed) if right + missed else 0.0,
        "relations_f1": 2 * right / (2 * right + missed + wrong) if right else 0.0,
        "ledger": sum(len(present(*one)) for one in ledgers) / values,
        "ledger_anywhere": sum(len(anywhere(*one)) for one in ledgers) / values,
        "first_sayer": _share(first_right(claim, voices) for claim, voices in claims),
        "first_report": _share(first_right(claim, voices, report=True) for claim, voices in claims),
    }


def _share(right: Iterable[bool]) -> float:
    answers = list(right)
    return sum(answers) / len(answers) if answers else 0.0
