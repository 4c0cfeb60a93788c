"""Measures deals, breaches, threats and deployments on articles that people annotated for them.

The folder is named by LAGEBILD_RECORDS, else `records` beside the shared folder; where it is not there nothing is
measured. It holds one JSON file for each article and a score.py that matches found records to annotated ones.
"""

import importlib.util
import json
import os
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from lagebild import read
from lagebild.model import Breach, Deployment, Exchange, Findings, Party, Span, Threat

KINDS = ("exchanges", "breaches", "threats", "deployments")
Record = dict[str, Any]


def records_folder(shared: Path) -> Path | None:
    """The folder with the annotated articles, None where it is not there."""
    folder = Path(os.environ.get("LAGEBILD_RECORDS", shared.parent / "records"))
    return folder if (folder / "score.py").is_file() else None


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of each kind, and the share of right statuses among the records that are met."""
    folder = records_folder(shared)
    if folder is None:
        return {}
    score = _score(folder)
    counts = {kind: [0, 0, 0, 0] for kind in KINDS}
    for file in sorted(folder.glob("*.json")):
        article = json.loads(file.read_text("utf-8"))
        found = as_annotated(read(article["text"], language="de"))
        for kind in KINDS:
            for at, number in enumerate(_matched(score, kind, article, found[kind])):
                counts[kind][at] += number
    figures: dict[str, float] = {}
    for kind, (wanted, said, right, status) in counts.items():
        figures[f"{kind}_p"] = right / said if said else 0.0
        figures[f"{kind}_r"] = right / wanted if wanted else 0.0
        figures[f"{kind}_f1"] = 2 * right / (wanted + said) if wanted + said else 0.0
        figures[f"{kind}_status"] = status / right if right else 0.0
    return figures


def _score(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("records_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _matched(score: ModuleType, kind: str, article: Record, found: Sequence[Record]) -> tuple[int, int, int, int]:
    """How many records are annotated, found, right, and right with their status; doubtful ones count nowhere."""
    text, same = article["text"], score.SAME[kind]
    wanted = [record for record in article[kind] if not record.get("optional")]
    doubtful = [record for record in article[kind] if record.get("optional")]
    met = score.matching(
        len(wanted), [[n for n, one in enumerate(found) if same(text, record, one)] for record in wanted]
    )
    rest = [n for n in range(len(found)) if n not in met.values()]
    excused = score.matching(len(doubtful), [[n for n in rest if same(text, record, found[n])] for record in doubtful])
    status = sum(wanted[left]["status"] == found[right]["status"] for left, right in met.items())
    return len(wanted), len(found) - len(excused), len(met), status


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
