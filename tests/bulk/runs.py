"""Runs for tests, and what came of them."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pyarrow import parquet

from lagebild.bulk.beginning import begun
from lagebild.bulk.carrying import carry_out
from lagebild.bulk.engine import Engine
from lagebild.bulk.plan import Cutting
from lagebild.bulk.run import Run, Sums
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options
from tests.bulk.acts import APART

TODAY = date(2031, 1, 8)
LIMITS = Limits(seconds=30, memory=600 * 1024**2)
HASTY = Limits(seconds=2.0, memory=600 * 1024**2)


def lines(path: Path, texts: Iterable[str]) -> Path:
    """A file of JSON lines with these texts."""
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    return path


def begun_run(out: Path, source: Path, *, shard: int = 200) -> Run:
    """A run that reads the source into the folder, in shards of a few documents."""
    return begun(out, [str(source)], options=Options(offline=True), cutting=Cutting(bytes=shard))


def done(
    out: Path,
    source: Path,
    engine: Engine,
    *,
    limits: Limits = LIMITS,
    shard: int = 200,
    apart: str = APART,
    **how: Any,
) -> Sums:
    """The same, carried out."""
    return carry_out(begun_run(out, source, shard=shard), engine, limits=limits, apart=apart, **how)


def files(out: Path) -> dict[str, bytes]:
    """All files of a result, by name."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table, in the order of the shards."""
    return [row for path in sorted((out / table).iterdir()) for row in parquet.ParquetFile(path).read().to_pylist()]
