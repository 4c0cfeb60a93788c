"""Many readers at once while reports are added: `python bench/load.py BASE [--readers 50] [--seconds 60]`.

A server of its own gives out a copy of the base. Readers open pages as people do (the first page, lists with filters,
articles and cards, actors, search with suggestions, claims, a situation), each with a pause of up to `--pause` seconds
after a page, while a file of altered reports is added by upload. Prints how long pages took as readers saw it, what
went wrong, and what a page costs the server in processor time, which tells on a busy machine what a quiet one would do.
"""

import argparse
import http.client
import io
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from lagebild.knowledge import KnowledgeBase

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench.altered import USUAL, altered

MIX = {
    "overview": 10, "article": 25, "card": 15, "statements": 10, "statements by word": 6, "events": 6, "documents": 4,
    "actors": 4, "actor": 8, "search": 5, "suggestions": 8, "claims": 5, "claim": 5, "situation": 5, "figures": 2,
}  # fmt: skip
"""How often each kind of page is opened."""
WORDS = ("Krieg", "Regierung", "Merkel", "Wahl", "Polizei", "Soldaten", "Iran", "Streik")
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=2.0)
    parser.add_argument("--added", type=int, default=600, help="so many reports are uploaded; 0 for none")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder, KnowledgeBase(asked.base, write=False) as base:
        copy = Path(folder) / "last.db"
        base.back_up(copy)
        upload = _reports(base, asked.added)
        with _served(copy) as (address, process):
            _measure(address, process, upload, asked)


def _measure(address: str, process: int, upload: bytes, asked: argparse.Namespace) -> None:
    there = _there(address)
    run = _begun(address, upload) if upload else None
    took: dict[str, list[float]] = defaultdict(list)
    wrong: dict[str, int] = defaultdict(int)
    before, begun = _cpu(process), time.monotonic()
    readers = [
        threading.Thread(target=_read, args=(address, number, there, begun + asked.seconds, asked.pause, took, wrong))
        for number in range(asked.readers)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    seconds, cpu = time.monotonic() - begun, _cpu(process) - before
    every = sorted(one for times in took.values() for one in times)
    for name, times in sorted(took.items()):
        times.sort()
        print(f"{name:20} {len(times):6} pages, median {_at(times, 0.5):6.0f} ms, p95 {_at(times, 0.95):6.0f} ms")
    print(
        f"{asked.readers} readers, {len(every)} pages in {seconds:.0f} s: median {_at(every, 0.5):.0f} ms, "
        f"p95 {_at(every, 0.95):.0f} ms, slowest {_at(every, 1):.0f} ms; errors: {dict(wrong) or 'none'}"
    )
    each = 1000 * cpu / max(len(every), 1)
    print(f"the server spent {each:.1f} ms of processor time a page, {cpu / seconds:.0%} of a core")
    if run:
        told = httpx.get(f"{address}{run}.json", timeout=60).json()["run"]
        print(f"added meanwhile: {told['counts']}, {told['state']}")


def _at(times: list[float], share: float) -> float:
    return 1000 * times[min(int(share * len(times)), len(times) - 1)] if times else 0.0


def _read(
    address: str,
    number: int,
    there: Mapping[str, list[str]],
    end: float,
    pause: float,
    took: dict[str, list[float]],
    wrong: dict[str, int],
) -> None:
    """One reader until the end: a page, a pause, a page."""
    chance = random.Random(number)
    host = address.removeprefix("http://")
    client = http.client.HTTPConnection(host, timeout=60)
    time.sleep(chance.random() * pause)
    while time.monotonic() < end:
        (name,) = chance.choices(list(MIX), weights=list(MIX.values()))
        headers = {"accept-language": "de", "accept-encoding": "gzip"}
        if name in ("card", "suggestions"):
            headers["HX-Request"] = "true"
        begun = time.monotonic()
        try:
            client.request("GET", chance.choice(there[name]), headers=headers)
            answer = client.getresponse()
            answer.read()
            if answer.status != 200:
                wrong[f"{answer.status} {name}"] += 1
        except (OSError, http.client.HTTPException) as problem:
            wrong[f"{type(problem).__name__} {name}"] += 1
            client = http.client.HTTPConnection(host, timeout=60)
        took[name].append(time.monotonic() - begun)
        time.sleep(chance.random() * pause)
    client.close()


def _there(address: str) -> dict[str, list[str]]:
    """Pages of each kind that this base has."""
    with httpx.Client(base_url=address, timeout=600) as client:

        def rows(path: str, name: str = "rows") -> Any:
            return client.get(path).json()[name]

        documents = [row["document"] for row in rows("/documents.json")]
        cards = [f"/documents/{row['document']}/records/{row['ref']}" for row in rows("/statements.json")]
        claims = [f"/claims/{one['key']}" for one in rows("/claims.json", "claims")] or ["/claims"]
        return {
            "overview": ["/"],
            "article": [f"/documents/{key}" for key in documents],
            "card": cards,
            "statements": ["/statements", "/statements?act=warn", "/statements?form=direct", "/statements?group=1"],
            "statements by word": [f"/statements?q={word}" for word in WORDS],
            "events": ["/events", "/events?type=ACCUSE", "/events?type=ASSAULT"],
            "documents": ["/documents"],
            "actors": ["/entities", "/entities?kind=person", "/entities?order=statements"],
            "actor": [f"/entities/{row['key']}" for row in rows("/entities.json?order=statements")],
            "search": [f"/search?q={word}" for word in WORDS],
            "suggestions": [f"/search/suggestions?q={word[:3]}" for word in WORDS],
            "claims": ["/claims", "/claims?q=Krieg"],
            "claim": claims,
            "situation": [f"/situation?q={word}" for word in WORDS[:3]],
            "figures": ["/figures"],
        }


def _begun(address: str, upload: bytes) -> str:
    files = {"files": ("mehr.jsonl", io.BytesIO(upload), "application/json")}
    answer = httpx.post(f"{address}/add/files", files=files, timeout=60)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def _reports(base: KnowledgeBase, count: int) -> bytes:
    """Reports that the base does not have yet: those it has, altered."""
    texts = [holding.findings.document.text for _, holding in zip(range(200), base.documents(), strict=False)]
    lines = []
    for number in range(count):
        text = altered(texts[number % len(texts)], USUAL, others=texts, seed=str(number))
        told = {"id": f"neu-{number}", "text": text, "date": "2022-11-13", "title": f"Neuer Bericht {number}"}
        lines.append(json.dumps(told) + "\n")
    return "".join(lines).encode()


@contextmanager
def _served(base: Path) -> Iterator[tuple[str, int]]:
    command = [sys.executable, "-m", "lagebild", "serve", "--db", str(base), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        address = next(word for word in told.split() if word.startswith("http"))
        threading.Thread(target=_pass_on, args=(server.stderr,), daemon=True).start()
        yield address.rstrip("/"), server.pid
        server.send_signal(signal.SIGINT)
        server.wait(40)


def _pass_on(lines: Any) -> None:
    for line in lines:
        print(line, end="", file=sys.stderr)


def _cpu(process: int) -> float:
    """Seconds of processor time of the server itself, without the processes beside it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


if __name__ == "__main__":
    main()
