"""A process that reads reports without end holds no more after ten thousand words than after a thousand, and finds the
same as one that has forgotten nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

SCRIPT = """
import functools, gc, json, re, sys
from lagebild import recent

recent.MANY = int(sys.argv[1])

import lagebild
from lagebild.model.codec import encode
from tests.test_growth import _name

TEXT = '''{a}: Hafen bleibt zu

Ministerin Ute {a} sagte am {day}. Mai in {b}, der {c}chef habe {n} {d} bestellt. „Die {e}e bleiben hier“, sagte der
Sprecher des {c}s der Nachrichtenagentur dpa. Karl {b} warf der {d}behörde vor, das {e}abkommen verletzt zu haben.
Russland lieferte {n} {c}raketen an den Iran, der dafür {e}flugzeuge versprach. (dpa)
'''


def text(number):
    names = (_name(number * 5 + place + 10_000) for place in range(5))
    return TEXT.format(**dict(zip('abcde', names)), day=number % 28 + 1, n=number + 2)


def held():
    # How many things every table holds, those aside that functools and re bound, by number and first thing.
    gc.collect()
    # The collector does not know of tables that hold words and numbers only, but of who has them.
    known = gc.get_objects()
    things = {id(thing): thing for thing in (*known, *gc.get_referents(*known))}.values()
    caches = [thing for thing in things if isinstance(thing, functools._lru_cache_wrapper)]
    bounded = {id(re._cache), *(id(own) for cache in caches for own in gc.get_referents(cache))}
    sizes = {
        f'{id(thing)} with {next(iter(thing))!r}'[:80]: len(thing)
        for thing in things
        if isinstance(thing, (dict, set)) and id(thing) not in bounded and len(thing) > 100
    }
    endless = [cache for cache in caches if cache.cache_info().maxsize is None]
    return sizes | {f'{cache.__module__}.{cache.__qualname__}': cache.cache_info().currsize for cache in endless}


found = []
for number in range(int(sys.argv[2])):
    if number == 20:
        before = held()
    found.append(encode(lagebild.read(text(number), date='2031-05-20')))
grown = {name: size - before.get(name, 0) for name, size in held().items()}
print(json.dumps({'found': found, 'grown': sorted(grown.items(), key=lambda item: -item[1])[:5]}))
"""


def read(many: int, reports: int) -> dict[str, Any]:
    """What a process finds that keeps so many of each kind of result, and what of it grew by how much."""
    command = [sys.executable, "-c", SCRIPT, str(many), str(reports)]
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": paths}
    told: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)
    return told


def test_what_is_kept_of_words_is_bounded_and_the_findings_are_the_same() -> None:
    endless, ordinary = read(200, 150), read(100_000, 150)
    assert endless["found"] == ordinary["found"]
    assert sum(len(one["attributions"]) for one in endless["found"]) > 150
    name, most = endless["grown"][0]
    assert most <= 400, f"{name} grew by {most}, and only by {ordinary['grown'][0][1]} is more where all is kept"
    assert ordinary["grown"][0][1] > 2_000
