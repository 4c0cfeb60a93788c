"""`python -m quality.situations`: figures of the demonstration; `--errors N` shows what is wrong."""

import argparse
import sys
from pathlib import Path

import lagebild
from quality.situations.errors import errors
from quality.situations.found import found, found_in
from quality.situations.key import DEVELOPMENT, HELD, PARTS, key
from quality.situations.score import figures_of, scored


def main() -> int:
    """Prints a table, and errors where they are asked for."""
    options = _options()
    if options.db:
        with lagebild.open(options.db, make=False) as base:
            said = found_in(base)
    else:
        said = found()
    both = {part: scored(key(part), said) for part in PARTS}
    figures = {part: figures_of(item) for part, item in both.items()}
    print(f"{'':18}{DEVELOPMENT:>12}{HELD:>12}")
    for name in figures[DEVELOPMENT]:
        print(f"{name:18}" + "".join(f"{figures[part][name]:12.4f}" for part in PARTS))
    for heading, lines in errors(both[HELD if options.held else DEVELOPMENT]) if options.errors else ():
        print(f"\n{heading}: {len(lines)}")
        for line in lines[: options.errors]:
            print(f"  {line}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality.situations", description=__doc__)
    parser.add_argument("--db", type=Path, help="a base that holds the demonstration, instead of a new one")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="so many errors of each kind")
    parser.add_argument("--held", action="store_true", help="errors of the held part; who reads them spoils it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
