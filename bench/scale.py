"""All that docs/scale.md tells: throughput by size and by workers, memory, bytes, searches; the model and its check.

    python bench/scale.py [--sizes N,N,N] [--stream N] [--empty N,N] [--ray] [--keep FILE] [--write]
    python bench/scale.py --from FILE [--write]

Reads articles of the corpora with one worker and with two, by the clock on the wall, and so wants a quiet machine. The
model is a straight line through the sizes: seconds to start, and words a second. It is checked on what it was not made
from: the largest size by a line through the smaller ones, and the stream by one through all sizes. `--keep` puts the
figures into a file, `--from` takes them from there; `--write` puts tables and model into docs/scale.md.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.bulk import made, measured, written
from quality.page import replace_block

PAGE = "docs/scale.md"
PRICE = 0.05
"""Euros an hour of a core that one does not own."""
COPIES_BYTES, FILES, SHARD, SMALL = 3_600, 21, 8_000_000, 86
"""Exchanged for copies, for each document; tables of a shard; bytes of a shard; shards more at the end."""
MANY = (10**6, 10**8, 10**9)
_CORES = (2, 64, 1_000)


class Line(NamedTuple):
    """Seconds that do not depend on how much is read, and words that are read in each of the others."""

    start: float
    rate: float

    def seconds(self, words: int) -> float:
        """What so many words take."""
        return self.start + words / self.rate


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default="300,600,1200", help="numbers of documents that are read")
    parser.add_argument("--stream", type=int, default=0, help="documents that two workers read at last")
    parser.add_argument("--empty", default="", help="numbers of documents that are not taken apart")
    parser.add_argument("--ray", action="store_true", help="the largest size by Ray too")
    parser.add_argument("--keep", type=Path, help="a file for the figures")
    parser.add_argument("--from", dest="kept", type=Path, help="the file with figures of before")
    parser.add_argument("--write", action="store_true", help=f"puts them into {PAGE}")
    options = parser.parse_args()
    figures = json.loads(options.kept.read_bytes()) if options.kept else measures(options)
    if options.keep:
        options.keep.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    blocks = {"measured": measured_lines(figures), "model": model_lines(figures), "checked": checked_lines(figures)}
    for name, lines in blocks.items():
        print(*lines, "", sep="\n")
        if options.write:
            replace_block(PAGE, name, lines)
    return 0


def measures(options: argparse.Namespace) -> dict[str, Any]:
    """Everything, each in a fresh process."""
    figures: dict[str, Any] = {"python": platform.python_version(), "cores": os.cpu_count(), "sizes": []}
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        for size in map(int, options.sizes.split(",")):
            source = written(here, size)
            row: dict[str, Any] = {"documents": size, "bytes": source.stat().st_size}
            row |= measured("pure", source, here / "none")
            row["one"] = measured("bulk", source, here / f"one-{size}")
            row["two"] = measured("bulk", source, here / f"two-{size}", workers=2)
            figures["sizes"].append(said(row))
        if options.ray:
            figures["ray"] = said(measured("bulk", source, here / "ray", workers=2, engine="ray"))
        figures["searched"] = said(measured("searched", source, here / f"two-{size}", workers=2))
        if options.stream:
            source = written(here, options.stream)
            figures["stream"] = {
                "documents": options.stream, "words": words_of(source),
                **said(measured("bulk", source, here / "stream", workers=2)),
            }  # fmt: skip
        figures["empty"] = [
            {"documents": size, **said(measured("empty", made(here, size), here / f"empty-{size}"))}
            for size in map(int, filter(None, options.empty.split(",")))
        ]
    return figures


def said(figures: dict[str, Any]) -> dict[str, Any]:
    """Tells how far it is."""
    print(json.dumps(figures), file=sys.stderr, flush=True)
    return figures


def words_of(source: Path) -> int:
    """Words of all texts in a file of JSON lines."""
    return sum(len(json.loads(line)["text"].split()) for line in source.open(encoding="utf-8"))


def line_through(points: list[tuple[int, float]]) -> Line:
    """The straight line that fits best (least squares), from words to seconds."""
    middle, mean = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - middle) * (y - mean) for x, y in points) / sum((x - middle) ** 2 for x, _ in points)
    return Line(mean - slope * middle, 1 / slope)


def line_of(sizes: list[dict[str, Any]], workers: str) -> Line:
    """That of the clock on the wall for "one" worker or "two"."""
    return line_through([(row["words"], row[workers]["wall"]) for row in sizes])


def measured_lines(figures: dict[str, Any]) -> list[str]:
    """The table of what was measured."""
    largest = figures["sizes"][-1]
    lines = [
        f"On {figures['cores']} cores with Python {figures['python']}; seconds are those of the clock on the wall where"
        " nothing else is said.",
        "",
        "| documents | words | extraction alone | one worker | processor time: workers + driver | two workers"
        " | times as fast | memory: worker, driver | Parquet |",
        "|---|---|---|---|---|---|---|---|---|",
        *(_row(row) for row in figures["sizes"]),
        *([_stream(figures["stream"])] if "stream" in figures else []),
        *(
            f"| {row['documents']:,} short ones, not taken apart | | | | {_cpu(row)} | | | {_memory(row)} | |"
            for row in figures["empty"]
        ),
    ]
    if "ray" in figures:
        ray, two = figures["ray"], largest["two"]
        lines += [
            "",
            f"Ray with two workers took {ray['wall']:.1f} s for the {largest['documents']:,} documents:"
            f" {ray['start']:.1f} s until it had started, {ray['end']:.1f} s to end, and {ray['work']:.1f} s between,"
            f" {two['work'] / ray['work']:.2f} of the speed of local processes; with start and end"
            f" {two['wall'] / ray['wall']:.2f}.",
        ]
    copies, claims, exchanged = _searched(figures)
    return [
        *lines,
        "",
        f"Searches among the {largest['documents']:,} documents, processor time of all processes for each document:"
        f" copies {copies * 1e3:.1f} ms; claims with origins and relations {claims * 1e3:.1f} ms, and"
        f" {exchanged / 1e3:.1f} kB of files that are exchanged.",
    ]


def model_lines(figures: dict[str, Any]) -> list[str]:
    """The model with its numbers, and what it says of many documents."""
    sizes = figures["sizes"]
    last, line = sizes[-1], line_of(sizes, "one")
    words, size = (last[name] / last["documents"] for name in ("words", "bytes"))
    out = last["one"]["bytes"] / last["documents"]
    pure = line_through([(row["words"], row["cpu"]) for row in sizes]).rate
    lost = 2 * line.rate / line_of(sizes, "two").rate
    copies, claims, exchanged = _searched(figures)
    hours = [count * (words / line.rate + copies) / 3600 for count in MANY]
    rows = [
        ("bytes in", [_bytes(count * size) for count in MANY]),
        ("core hours, with copies", [f"{_two(value):,}" for value in hours]),
        ("price", [f"{_two(value * PRICE):,} €" for value in hours]),
        *((f"hours on {cores:,} cores", [_hours(value * lost / cores) for value in hours]) for cores in _CORES),
        ("bytes out", [_bytes(count * out) for count in MANY]),
        ("exchanged for copies", [_bytes(count * COPIES_BYTES) for count in MANY]),
        ("core hours for claims besides", [f"{_two(count * claims / 3600):,}" for count in MANY]),
        ("exchanged for claims", [_bytes(count * exchanged) for count in MANY]),
        ("shards, files at 8 MB", [_shards(count * size, SHARD) for count in MANY]),
        ("… at `--shard-size 64`", [_shards(count * size, 8 * SHARD) for count in MANY]),
        ("planning, JSON lines", [f"{_two(count * size / 5e8 / 60):,} min" for count in MANY]),
    ]
    return [
        f"    core hours   = n · w / s / 3600  +  n · {copies:.4f} / 3600 for copies"
        f"  +  n · {claims:.3f} / 3600 for claims",
        f"    hours        = core hours / c · {lost:.2f} (what two workers lost against one)"
        f"  +  {max(line.start, 0.0):.1f} s to start",
        f"    bytes in     = n · b            bytes out = n · {out / 1e3:.1f} kB",
        f"    shards       = n · b / 8 MB + {SMALL}     files     = {FILES} · shards",
        "    planning     = bytes in / 0.5 GB/s for JSON lines and what the disk gives, one process; seconds for"
        " Parquet and WARC",
        "",
        f"*s* = {line.rate:,.0f} words a second for a whole run on one core here (extraction alone: {pure:,.0f});"
        f" *w* = {words:.0f}, *b* = {size / 1e3:.2f} kB. A core hour at {PRICE:.2f} €:",
        "",
        "| | 10⁶ articles | 10⁸ | 10⁹ |",
        "|---|---|---|---|",
        *(f"| {name} | {' | '.join(values)} |" for name, values in rows),
    ]


def checked_lines(figures: dict[str, Any]) -> list[str]:
    """What the model says of sizes that it was not made from."""
    *smaller, largest = figures["sizes"]
    lines = ["| what | made from | model | measured | off by |", "|---|---|---|---|---|"]
    fitted = ", ".join(f"{row['documents']:,}" for row in smaller)
    for workers in ("one", "two"):
        guess, real = line_of(smaller, workers).seconds(largest["words"]), largest[workers]["wall"]
        name = f"{largest['documents']:,} documents, {workers} worker{'s' * (workers == 'two')}"
        lines.append(f"| {name} | {fitted} | {guess:.1f} s | {real:.1f} s | {guess / real - 1:+.0%} |")
    stream = figures.get("stream")
    if stream:
        guess = line_of(figures["sizes"], "two").seconds(stream["words"])
        lines.append(
            f"| {stream['documents']:,} documents, two workers | {fitted}, {largest['documents']:,} | {guess:.1f} s"
            f" | {stream['wall']:.1f} s | {guess / stream['wall'] - 1:+.0%} |"
        )
    return lines


def _row(row: dict[str, Any]) -> str:
    one, two = row["one"], row["two"]
    return (
        f"| {row['documents']:,} | {row['words']:,} | {row['cpu']:.1f} s, {row['words'] / row['cpu']:,.0f} words/s"
        f" | {one['wall']:.1f} s | {_cpu(one)} | {two['wall']:.1f} s | {one['wall'] / two['wall']:.2f}"
        f" | {_memory(one)} | {one['bytes'] / 1e6:.1f} MB |"
    )


def _stream(row: dict[str, Any]) -> str:
    return (
        f"| {row['documents']:,} | {row['words']:,} | | | {_cpu(row)} | {row['wall']:.1f} s | | {_memory(row)}"
        f" | {row['bytes'] / 1e6:.1f} MB |"
    )


def _searched(figures: dict[str, Any]) -> tuple[float, float, float]:
    """For each document: seconds for copies, seconds for claims, bytes exchanged for these."""
    number = figures["sizes"][-1]["documents"]
    copies, claims, exchanged = (
        figures["searched"][name] / number for name in ("copies_cpu", "claims_cpu", "exchanged")
    )
    return copies, claims, exchanged


def _cpu(run: dict[str, Any]) -> str:
    return f"{run['worker_cpu']:.1f} + {run['driver_cpu']:.1f} s"


def _hours(value: float) -> str:
    return f"{_two(value):,}" if value >= 0.01 else "< 0.01"


def _memory(run: dict[str, Any]) -> str:
    return f"{run['worker_mb']:.0f} MB, {run['driver_mb']:.0f} MB"


def _shards(size: float, shard: int) -> str:
    number = size / shard + SMALL
    return f"{_two(number):,}; {_two(number * FILES):,}"


def _two(value: float) -> float | int:
    """Two digits that count."""
    rounded = float(f"{value:.2g}")
    return int(rounded) if rounded >= 10 or rounded.is_integer() else rounded


def _bytes(size: float) -> str:
    unit = "GB" if size < 1e12 else "TB"
    return f"{_two(size / (1e9 if unit == 'GB' else 1e12)):,} {unit}"


if __name__ == "__main__":
    sys.exit(main())
