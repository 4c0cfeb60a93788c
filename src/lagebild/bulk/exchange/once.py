"""Each document once: those that stand in several shards count where they stand first.

keys      shard  the key of each document                          -> by key
repeats   part   documents that are there several times            -> back to their shards
"""

import numpy as np

from lagebild.bulk.exchange.at import At, Told
from lagebild.bulk.exchange.numbers import keys, of_key
from lagebild.bulk.exchange.shuffle import Rows, columns, part_of


def give_keys(at: At) -> Told:
    """The step `keys`."""
    found = [(of_key(key), number) for number, key in keys(at.folder, at.number)]
    rows = columns([key for key, _ in found], [number for _, number in found])
    at.give(rows, part_of(rows[:, 0], at.parts))
    return {"documents": len(found)}


def give_repeats(at: At) -> Rows:
    """The step `repeats`; returns a row for each document that came before: its key, its number, that of the first."""
    rows = at.taken("keys", width=2)
    again = np.zeros(len(rows), dtype=bool)
    again[1:] = rows[1:, 0] == rows[:-1, 0]
    first = rows[np.maximum.accumulate(np.where(again, 0, np.arange(len(rows)))), 1]
    at.give(rows[again][:, 1:], at.home(rows[again][:, 1]))
    return columns(rows[again][:, 0], rows[again][:, 1], first[again])


def repeated(at: At, shard: int) -> set[int]:
    """The documents of a shard that came before."""
    return set(at.of_shard("repeats", shard, width=1)[:, 0].tolist())
