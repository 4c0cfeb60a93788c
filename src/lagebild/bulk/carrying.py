"""A run is carried out: what is not done is done, however often that was cut off, and the result is finished."""

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

from lagebild.bulk.alone import alone
from lagebild.bulk.beginning import unchanged
from lagebild.bulk.claims.purpose import FIND as CLAIMS
from lagebild.bulk.copies.purpose import FIND as COPIES
from lagebild.bulk.engine import Engine
from lagebild.bulk.jobs import Job
from lagebild.bulk.map import APART, DOES
from lagebild.bulk.places import put, whole, writing
from lagebild.bulk.run import SUMMED, Run, Sums, made_by
from lagebild.intake.limits import Limits

Watch = Callable[[Sums], None]


def carry_out(
    run: Run,
    engine: Engine,
    *,
    limits: Limits | None = None,
    watch: Watch = lambda sums: None,
    retry: bool = False,
    apart: str = APART,
) -> Sums:
    """Reads the shards that are not done, and finishes the result when all are; what is done is never done again.

    With `retry` shards with failures count as not done. Ctrl-C ends it with the sums marked `interrupted`, and it can
    be repeated. Raises BulkError where the folder, the engine or another run on the same folder stands in the way.
    """
    with alone(run.folder):
        shutil.rmtree(run.folder.work, ignore_errors=True)
        if retry:
            unchanged(run)
            _forget_failures(run)
        sums = run.sums()
        if not sums.complete:
            unchanged(run)
            bounds = limits or Limits()
            how = {
                "options": run.about["asked"]["options"],
                "made_by": made_by(run.about),
                "today": run.about["today"],
                "here": run.about.get("here"),
                "apart": apart,
            }
            try:
                _work(run, engine, sums, {**how, "seconds": bounds.seconds}, watch)
            except KeyboardInterrupt:
                sums.interrupted = True
                return sums
        if not run.folder.manifest.exists():
            with writing(run.folder.path):
                _finish(run, sums)
        shutil.rmtree(run.folder.work, ignore_errors=True)
        return sums


def _work(run: Run, engine: Engine, sums: Sums, how: Mapping[str, Any], watch: Watch) -> None:
    def heard(number: int, documents: int) -> None:
        sums.under_way[number] += documents

    asked = {"out": str(run.folder.path.absolute()), "run": run.about["run"], "how": dict(how)}
    jobs = (
        Job(shard.number, DOES, {**asked, "shard": shard.wire()})
        for shard in run.planned()
        if not run.folder.mark(shard.number).exists()
    )
    with closing(engine.run(jobs, heard)) as outcomes:
        for done in outcomes:
            if done is not None:
                sums.add(done.result)
            watch(sums)


def _finish(run: Run, sums: Sums) -> None:
    """The lines of all shards as one file, and the sums, which say that all is there."""
    lines = run.folder.lines
    with whole(lines, lines.with_name(f".{lines.name}.part")) as file:
        for shard in range(run.shards):
            file.write(run.folder.mark(shard).read_bytes())
    manifest = {
        "program": "lagebild",
        "version": run.about["asked"]["version"],
        "schema": run.about["asked"]["schema"],
        "run": run.about["run"],
        "asked": run.about["asked"],
        "shards": sums.shards,
        "bytes": sums.bytes,
        "counts": {name: sums.counts[name] for name in SUMMED},
        "passed": dict(sorted(sums.passed.items())),
        "tables": {name: {"rows": sums.rows[name], "bytes": sums.files[name]} for name in sums.files},
    }
    put(run.folder.manifest, json.dumps(manifest, ensure_ascii=False, indent=2).encode("utf-8") + b"\n")


def _forget_failures(run: Run) -> None:
    for line in run.folder.done(run.shards):
        if line["failed"] or line["broken"]:
            run.folder.manifest.unlink(missing_ok=True)
            for purpose in (COPIES, CLAIMS):
                purpose.forget(run.folder)  # they were looked for among other documents than there will be
            run.folder.mark(line["shard"]).unlink()
