"""A document that costs a step its head costs only itself."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from lagebild.bulk.claims import steps
from lagebild.bulk.engines import engine_named
from lagebild.bulk.map import APART
from lagebild.bulk.run import opened
from lagebild.comparison.claims.tellings import told_in
from lagebild.model.holding import Holding
from tests.bulk.runs import LIMITS, done, lines

TELLING = "Nordkorea hat {} Soldaten nach Russland geschickt, sagte die Ministerin Ute Wald am Montag in Kiel."


def test_a_defect_of_ours_in_one_document_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = lines(tmp_path / "berichte.jsonl", [TELLING.format(12_000), TELLING.format(7), TELLING.format(9_000)])
    with closing(engine_named("local", workers=1, limits=LIMITS)) as engine:
        done(tmp_path / "out", source, engine, shard=10_000, apart=APART)

    def faulty(holding: Holding, *given: Any) -> Any:
        if " 7 " in holding.findings.document.text:
            raise KeyError("gibt es nicht")
        return told_in(holding, *given)

    monkeypatch.setattr("lagebild.bulk.claims.steps.told_in", faulty)
    told = {}
    for name in ("keys", "repeats", "copied", "sight", "identify", "tell"):
        header = {"out": str(tmp_path / "out"), "number": 0, "parts": 1, "before": "", "round": "", "step": name}
        (frame,) = steps.step({**header, "work": "claims-work"}, b"")
        told[name] = frame.header["result"]
    assert told["tell"]["broken"] == 1
    assert told["tell"]["tellings"] >= 2
    assert opened(tmp_path / "out").shards == 1
