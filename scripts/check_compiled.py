"""Whether a compiled package finds the very same as the checkout: all findings of many texts, to the byte.

    python scripts/check_compiled.py FOLDER      FOLDER as scripts/compile.py made it

Reads the project's own texts, and every 20th report of the corpora where they lie beside the project.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OWN = ("src/lagebild/resources/samples/*.txt", "tests/golden/*.txt", "quality/situations/matters/*/reports/*")
CORPORA = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared")) / "corpora"
EACH = 20
DATE = "2024-12-04"


def texts() -> Iterator[tuple[str, str]]:
    """Where each text stands, and the text."""
    for pattern in OWN:
        for path in sorted(ROOT.glob(pattern)):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    for path in sorted(CORPORA.glob("*-de.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % EACH == 0:
                    yield f"{path.name}:{number + 1}", json.loads(line)["text"]


def tell() -> None:
    """Prints whether the package is compiled, and the hash of the findings of each text."""
    import lagebild
    from lagebild.model.codec import encode
    from lagebild.version import compiled

    print("compiled" if compiled() else "pure Python")
    for name, text in texts():
        found = json.dumps(encode(lagebild.read(text, language="de", date=DATE)), ensure_ascii=False)
        print(f"{hashlib.sha256(found.encode()).hexdigest()} {name}")
    print(f"{time.process_time():.1f}")


def told(package: Path) -> list[str]:
    """What a child that uses the package in this folder tells."""
    environment = os.environ | {"PYTHONPATH": str(package)}
    command = [sys.executable, __file__, "--tell", str(package)]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def main() -> int:
    """0 where nothing differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the package with its compiled modules")
    parser.add_argument("--tell", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.tell:
        tell()
        return 0
    (kind, *compiled, quick), (own, *pure, slow) = told(options.folder.resolve()), told(ROOT / "src")
    if (kind, own) != ("compiled", "pure Python"):
        print(f"nothing to compare: {kind} in {options.folder}, {own} in the checkout", file=sys.stderr)
        return 1
    print(f"{quick} s of processor time where the modules are compiled, {slow} s where not")
    differing = [mine.split(" ", 1)[1] for mine, other in zip(pure, compiled, strict=True) if mine != other]
    print(f"{len(pure)} texts read twice; the findings of {len(differing)} differ", *differing, sep="\n  ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
