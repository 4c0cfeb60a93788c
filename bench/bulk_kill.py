"""The kill test of bulk runs: workers and drivers killed at random moments; nothing may be lost, nothing may differ.

    python bench/bulk_kill.py [--engine local|ray] [--workers-killed N] [--drivers-killed N] [--documents N] [--seed N]
        [--what read|copies|claims]

In a round of the first kind one random process that reads is killed (SIGKILL), for Ray also one of its workers, when a
random part of the shards is done; in a round of the second kind the driver is killed and the same command is repeated.
In the end all files must be the same bytes as after an undisturbed run, and finished shards must not have been read
again. With `--what copies` or `claims` it is these that are looked for and disturbed, in the result of a run that is
whole.
bench/README.md has the figures.
"""

import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.kill import kill, written

_LATEST = 600.0
_READER = "lagebild.intake.worker"
_RAY = ("ray::_done", "ray::IDLE")
"""What Ray calls its workers; its agents belong to the machine, which dies with them."""


class Process(NamedTuple):
    """A process below the driver."""

    pid: int
    command: str


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--engine", default="local")
    parser.add_argument("--workers-killed", type=int, default=30)
    parser.add_argument("--drivers-killed", type=int, default=10)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--what", default="read", choices=("read", "copies", "claims"))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    lot = random.Random(options.seed)
    wrong = struck = 0
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        source = written(here, options.documents)
        if options.what != "read":
            reading = run(source, here / "read", argparse.Namespace(**{**vars(options), "what": "read"}))
            if reading.wait() not in (0, 3):
                raise RuntimeError("the run itself fails")
            source = here / "read"
        begins, took = undisturbed(source, here / "whole", options)
        expected = hashes(here / "whole")
        print(f"undisturbed: {took:.1f} s, workers from {begins:.1f} s on, {len(expected)} files", flush=True)
        rounds = ["worker"] * options.workers_killed + ["driver"] * options.drivers_killed
        for number, kind in enumerate(rounds, 1):
            out = here / f"round-{number}"
            if kind == "worker":
                moment = lot.uniform(0.0, 0.9)
                what = one_worker(
                    source, out, options, moment, lot, took=took - begins, shards=shards_done(here / "whole")
                )
            else:
                moment = lot.uniform(0.1, 0.95)
                what = the_driver(source, out, options, moment * took, lot)
            differing = [name for name, digest in expected.items() if hashes(out).get(name) != digest]
            more = sorted(hashes(out).keys() - expected.keys())
            problem = [*differing, *more]
            wrong += bool(problem)
            struck += what != "nobody"
            print(f"round {number:>2}: {what} at {moment:.0%} of a run; {problem[:3] or 'the same bytes'}", flush=True)
            shutil.rmtree(out, ignore_errors=True)
    print(f"{len(rounds)} rounds, {struck} hit somebody: {wrong} went wrong")
    return 1 if wrong else 0


def run(source: Path, out: Path, options: argparse.Namespace) -> "subprocess.Popen[bytes]":
    """A run under way, with shards of a few documents; or a search in a copy of one that is done."""
    command = [sys.executable, "-m", "lagebild", "bulk"]
    if options.what == "read":
        command += [str(source), "--out", str(out), "--shard-size", "0.002"]
    else:
        if not out.exists():
            shutil.copytree(source, out)
        command += [options.what, str(out)]
    command += ["--quiet", "--engine", options.engine, "--workers", str(options.workers)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def undisturbed(source: Path, out: Path, options: argparse.Namespace) -> tuple[float, float]:
    """Runs to the end; the seconds after which workers are there, and that it took."""
    began = time.monotonic()
    driver = run(source, out, options)
    begins = None
    while driver.poll() is None:
        if begins is None and workers_of(driver.pid):
            begins = time.monotonic() - began
        time.sleep(0.05)
    took = time.monotonic() - began
    return (took if begins is None else begins), took


def workers_of(driver: int) -> list[Process]:
    """The processes below a driver that read, and Ray's workers."""
    return [one for one in below(driver) if _READER in one.command or one.command.startswith(_RAY)]


def one_worker(
    source: Path, out: Path, options: argparse.Namespace, part: float, lot: random.Random, *, took: float, shards: int
) -> str:
    """Kills one process that reads when that part of the work is done, and lets the run end. How far a run is its
    shards tell, however busy the machine is; how far a search is only the clock, from when its workers are there."""
    driver = run(source, out, options)
    there = workers_of(driver.pid)
    began: float | None = None
    while driver.poll() is None:
        there = workers_of(driver.pid)
        began = time.monotonic() if there and began is None else began
        far = shards_done(out) >= part * shards if options.what == "read" else False
        late = began is not None and options.what != "read" and time.monotonic() - began >= part * took
        if there and (far or late):
            break
        time.sleep(0.05)
    victim = lot.choice(there) if there and driver.poll() is None else None
    if victim is not None:
        kill(victim.pid)
    driver.wait(timeout=_LATEST)
    return f"{'Ray worker' if victim.command.startswith(_RAY) else 'reader'} killed" if victim else "nobody"


def shards_done(out: Path) -> int:
    """How many shards of a run are read."""
    return sum(1 for path in (out / "shards").rglob("*.json") if path.name[0] != ".")


def the_driver(source: Path, out: Path, options: argparse.Namespace, moment: float, lot: random.Random) -> str:
    """Kills the driver, in every other round with all below it, and repeats the command."""
    driver = run(source, out, options)
    with suppress(subprocess.TimeoutExpired):
        driver.wait(timeout=moment)
    others = below(driver.pid) if lot.random() < 0.5 else []
    driver.send_signal(signal.SIGKILL)
    for other in others:
        kill(other.pid)
    driver.wait()
    done = {path: path.stat().st_mtime_ns for path in (out / "shards").rglob("*.json") if path.name[0] != "."}
    run(source, out, options).wait(timeout=_LATEST)
    again = [path for path, made in done.items() if path.stat().st_mtime_ns != made]
    if again:
        (out / "read-again").touch()
    return f"driver{' and all below it' if others else ''} killed with {len(done)} shards done"


def below(process: int) -> list[Process]:
    """The processes below one, where the system has /proc."""
    parents: dict[int, list[Process]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError, ValueError):
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            command = (stat.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            parents.setdefault(parent, []).append(Process(int(stat.parent.name), command))
    found: list[Process] = []
    waiting = [process]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += [child.pid for child in children]
    return found


def hashes(out: Path) -> dict[str, str]:
    """A digest of each file of the result, by name."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
