"""`python -m quality.situations`: figures of the demonstration and the small matters; `--errors N` shows what is wrong.

`--only matters` measures the small matters together and leaves out the rest, `--each` every one of them that may be
read, `--matter NAME` those named; `--matter NAME --errors 20` shows what is wrong in it. `--oracle` groups the
program's tellings as the key does, for what origins, relations and figures have to answer for by
themselves.
"""

import argparse
import sys
from pathlib import Path

import lagebild
from quality.situations.errors import errors
from quality.situations.found import found_in
from quality.situations.key import DEVELOPMENT, HELD, PARTS, key, matters
from quality.situations.oracle import grouped, grouped_as
from quality.situations.score import MEASURED, Scored, figures_of, parts_of, scored, scored_part


def main() -> int:
    """Prints a table, and errors where they are asked for."""
    options = _options()
    items = _of_base(options) if options.db else {one: _scored(one, options) for one in _asked(options)}
    figures = {one: figures_of(*of) for one, of in items.items() if of}
    print(f"{'':18}" + "".join(f"{one:>14}" for one in figures))
    for name in next(iter(figures.values()), ()):
        print(f"{name:18}" + "".join(f"{of[name]:14.4f}" for of in figures.values()))
    if options.errors:
        for one in _single(options) or (HELD if options.held else DEVELOPMENT,):
            _print_errors(one, items.get(one) or _scored(one, options), options.errors)
    return 0


def _asked(options: argparse.Namespace) -> tuple[str, ...]:
    return (*options.only, *_single(options)) or MEASURED


def _single(options: argparse.Namespace) -> tuple[str, ...]:
    return (*(matters() if options.each else ()), *options.matter)


def _scored(one: str, options: argparse.Namespace) -> list[Scored]:
    parts = parts_of(one)
    return [scored(key(part), grouped(part)) if options.oracle else scored_part(part) for part in parts]


def _of_base(options: argparse.Namespace) -> dict[str, list[Scored]]:
    with lagebild.open(options.db, make=False) as base:
        said = None if options.oracle else found_in(base)
        return {part: [scored(key(part), said or grouped_as(key(part), base))] for part in PARTS}


def _print_errors(one: str, items: list[Scored], number: int) -> None:
    for item in items:
        for heading, lines in errors(item):
            print(f"\n{one}: {heading}: {len(lines)}")
            for line in lines[:number]:
                print(f"  {line}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m quality.situations", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = (*matters(), *matters(held=True))
    parser.add_argument("--db", type=Path, help="a base that holds the demonstration, instead of a new one")
    parser.add_argument("--only", nargs="+", choices=MEASURED, default=(), help="these and nothing else")
    parser.add_argument("--each", action="store_true", help="every small matter whose errors may be read, by itself")
    parser.add_argument("--matter", nargs="+", choices=names, default=(), metavar="NAME", help=", ".join(names))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="so many errors of each kind")
    parser.add_argument("--oracle", action="store_true", help="tellings grouped as the key says")
    parser.add_argument("--held", action="store_true", help="errors of the held part; who reads them spoils it")
    options = parser.parse_args()
    held = sorted(set(options.matter) & set(matters(held=True)))
    if options.errors and held:
        parser.error(f"{', '.join(held)}: held, so its errors are shown to nobody; try one of {', '.join(matters())}")
    return options


if __name__ == "__main__":
    sys.exit(main())
