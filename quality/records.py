"""Measures deals, breaches, threats and deployments on articles that were annotated for them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lagebild import read
from lagebild.model import Breach, Deployment, Exchange, Findings, Party, Span, Threat
from quality import own
from quality.matching import SAME, matched

KINDS = ("exchanges", "breaches", "threats", "deployments")
Record = dict[str, Any]


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of each kind, and the share of right statuses among the records that are met, over all
    articles; F1 again over those whose errors nobody has read; nothing where the articles are not there."""
    every = {kind: [0, 0, 0, 0] for kind in KINDS}
    held = {kind: [0, 0, 0, 0] for kind in KINDS}
    articles = own.records(shared)
    for article in articles:
        found = as_annotated(read(article["text"], language="de"))
        for kind in KINDS:
            for at, number in enumerate(counted(kind, article, found[kind])):
                every[kind][at] += number
                held[kind][at] += number if article["part"] == "held" else 0
    figures: dict[str, float] = {}
    for kind, (wanted, said, right, status) in every.items() if articles else ():
        figures[f"{kind}_p"] = right / said if said else 0.0
        figures[f"{kind}_r"] = right / wanted if wanted else 0.0
        figures[f"{kind}_f1"] = _f1(wanted, said, right)
        figures[f"{kind}_status"] = status / right if right else 0.0
    for kind, (wanted, said, right, _) in held.items() if articles else ():
        figures[f"held_{kind}_f1"] = _f1(wanted, said, right)
    return figures


def _f1(wanted: int, said: int, right: int) -> float:
    return 2 * right / (wanted + said) if wanted + said else 0.0


def counted(kind: str, article: Record, found: Sequence[Record]) -> tuple[int, int, int, int]:
    """How many records are annotated, found, right, and right with their status; doubtful ones count nowhere."""
    text, same = article["text"], SAME[kind]
    wanted = [record for record in article[kind] if not record.get("optional")]
    doubtful = [record for record in article[kind] if record.get("optional")]
    met = matched([_fitting(text, record, found, same) for record in wanted])
    rest = [n for n in range(len(found)) if n not in met.values()]
    excused = matched([[n for n in rest if same(text, record, found[n])] for record in doubtful])
    status = sum(found[right]["status"] in statuses(wanted[left]) for left, right in met.items())
    return len(wanted), len(found) - len(excused), len(met), status


def _fitting(text: str, record: Record, found: Sequence[Record], same: Any) -> list[int]:
    """The found records that may be this one, those with its status first."""
    fits = [n for n, one in enumerate(found) if same(text, record, one)]
    return sorted(fits, key=lambda n: found[n]["status"] not in statuses(record))


def statuses(record: Record) -> tuple[str, ...]:
    """The status of an annotated record and others that are right too."""
    return (record["status"], *record.get("status_also", ()))


def as_annotated(findings: Findings) -> dict[str, list[Record]]:
    """The records in the form of the annotation."""
    return {
        "exchanges": [_exchange(item) for item in findings.exchanges],
        "breaches": [_breach(item) for item in findings.breaches],
        "threats": [_threat(item) for item in findings.threats],
        "deployments": [_deployment(item) for item in findings.deployments],
    }


def _exchange(item: Exchange) -> Record:
    sides = [{"party": _code(side.party), "gives": [list(span) for span in side.gives]} for side in item.sides]
    return {"sides": sides, "tie": [list(span) for span in item.tie], "status": item.status}


def _breach(item: Breach) -> Record:
    return {
        "who": _code(item.who), "act": _pair(item.act), "rule": _pair(item.violates), "trigger": _pair(item.trigger),
        "status": item.status,
    }  # fmt: skip


def _threat(item: Threat) -> Record:
    return {
        "from": _code(item.source), "to": [party.code for party in item.to], "trigger": _pair(item.trigger),
        "means": _pair(item.means), "condition": _pair(item.condition), "status": item.status,
    }  # fmt: skip


def _deployment(item: Deployment) -> Record:
    return {
        "whose": _code(item.whose), "forces": _pair(item.forces), "strength": _pair(item.strength),
        "part_of": _pair(item.part_of), "where": _pair(item.where), "since": _pair(item.since),
        "purpose": _pair(item.purpose), "trigger": _pair(item.trigger), "status": item.status,
    }  # fmt: skip


def _code(party: Party | None) -> str | None:
    return party.code if party is not None else None


def _pair(span: Span | None) -> list[int] | None:
    return list(span) if span is not None else None
