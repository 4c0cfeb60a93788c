"""The steps by which claims are found, each a job on one shard of the result or on one part of what was exchanged.

keys, repeats    each document once, as `exchange.once` has it
copied    part   of which group of copies each document is, as `bulk copies` has found it      -> back to their shards
sight, identify  who is who across documents, as `people` has it
tell      shard  what each document tells, put on the shelf; by what its tellings are found    -> by mark
agree, bodies    what all documents say of outlets, offices and bodies, as `agreed` has it
meet      part   pairs of tellings that meet in a block                                        -> by pair
once      part   each of these pairs once                                                      -> to the first's shard
compare   shard  pairs that are alike enough: their ties                                       -> by telling
stars, members   which tellings hang together, as `exchange.stars` has it                      -> back to their shards
gather    shard  these tellings and their ties                                                 -> by what hangs together
join      part   which of them are one claim, and on whose word it stands: the tables of claims, ties, origins, repeats
                 and relations                                                                 -> back to their shards
write     shard  the tables `tellings` and `telling_figures`
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

import numpy as np

from lagebild.bulk.claims.agreed import Agreed, Saying, agree, bodies
from lagebild.bulk.claims.meeting import each_once, met
from lagebild.bulk.claims.origins import origin_rows, relation_rows, repeat_rows, with_voices
from lagebild.bulk.claims.people import identify, people_of, sight
from lagebild.bulk.claims.shelf import BETWEEN, Said, Shelf, Writer, telling_of
from lagebild.bulk.claims.tables import CLAIMS, FIGURES, ORIGINS, RELATIONS, REPEATS, TELLINGS, TIES
from lagebild.bulk.claims.wholes import Claimed, Hanging, Member, Tied, claims_in
from lagebild.bulk.copies.tables import COPIES
from lagebild.bulk.exchange.at import At, Does, Told, taken_step
from lagebild.bulk.exchange.numbers import bits_of, key_of, number_of, of_key, score_in
from lagebild.bulk.exchange.once import give_keys, give_repeats, repeated
from lagebild.bulk.exchange.shuffle import Rows, part_of
from lagebild.bulk.exchange.stars import members, round_of_stars
from lagebild.bulk.results import documents_of, rows_of
from lagebild.bulk.sheets import written
from lagebild.comparison.claims.gather import counted_as, is_told, is_whole
from lagebild.comparison.claims.group import group_of
from lagebild.comparison.claims.joining import TIED
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.claims.tying import Tying
from lagebild.comparison.origins import publication_of
from lagebild.intake.frames import Frame
from lagebild.model.claim import Stance, VoiceKind
from lagebild.model.codec import decode
from lagebild.model.holding import Holding
from lagebild.store.claims.shelf import LANGUAGE, marks_as_numbers, place_of
from lagebild.tables import Row, Table, Words

_NO_TIME = datetime.min.replace(tzinfo=UTC)
_SHELF = "shelf"
_STANCES = tuple(Stance)
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
_MEMBER, _TIE = 0, 1
_STANCE, _ACT, _DAY, _VOICE = 5, 6, 4, 8
"""Places in a row of the shelf."""
_IN_TABLE = 5
"""Values of a figure on the shelf that its table has."""


def step(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """Does the step of that name, and yields what it counted."""
    del payload
    return taken_step(header, STEPS)


def _repeats(at: At) -> Told:
    return {"repeats": len(give_repeats(at))}


def _copied(at: At) -> Told:
    found: list[tuple[int, int, int]] = []
    for path in sorted((at.folder.path / COPIES.name).glob("*.parquet")):
        if int(path.stem) % at.parts == at.number:
            for shard, document, origin in rows_of(path, ("shard", "document", "origin")):
                found.append((number_of(shard, 0), of_key(document), of_key(origin)))
    rows = np.array(found, dtype=np.int64).reshape(-1, 3)
    at.give(rows, at.home(rows[:, 0]))
    return {}


def _tell(at: At) -> Told:
    repeats = repeated(at, at.number)
    groups = {document: key_of("d", origin) for _, document, origin in at.taken_here("copied", width=3).tolist()}
    people, saying = people_of(at), Saying(at, LANGUAGE)
    counts = {"tellings": 0, "broken": 0}
    shelf = Writer(at.work(_SHELF), at.number)
    found: list[Rows] = []
    whole = False
    try:
        for row, read in enumerate(documents_of(at.folder, at.number)):
            if number_of(at.number, row) in repeats:
                continue
            try:
                findings = decode({**read.found, "text": read.document.text})
                who = people(number_of(at.number, row), findings)
                holding = Holding(read.key, findings, _NO_TIME, "", origin=groups.get(of_key(read.key)), people=who)
                told, publication = told_in(holding, LANGUAGE), publication_of(holding, LANGUAGE)
            except Exception:  # noqa: BLE001 - a defect of ours in one document must not cost the others
                counts["broken"] += 1
                continue
            saying.add(publication)
            if told:
                first = shelf.add(told, read.document.text, publication)
                found += [_marked(item.matter, number_of(at.number, first + n)) for n, item in enumerate(told)]
                counts["tellings"] += len(told)
        whole = True
    finally:
        shelf.close(whole=whole)
    rows = np.concatenate(found) if found else np.empty((0, 3), dtype=np.int64)
    at.give(rows, part_of(rows[:, 0], at.parts))
    saying.give()
    return counts


def _marked(matter: Matter, telling: int) -> Rows:
    """A row for each block that a telling is in."""
    rows = [(mark, place_of(matter), telling) for mark in marks_as_numbers(matter)]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def _meet(at: At) -> Told:
    pairs = met(at.taken("tell", width=3))
    at.give(pairs, part_of(pairs[:, 0] ^ (pairs[:, 1] << 1), at.parts))
    return {"met": len(pairs)}


def _once(at: At) -> Told:
    found = each_once(at.taken("meet", width=2))
    at.give(found, at.home(found[:, 0]))
    return {"candidates": len(found)}


def _compare(at: At) -> Told:
    rows = at.taken_here("once", width=2)
    rows = rows[np.lexsort((rows[:, 0], rows[:, 1] >> 32))]
    shelf = Shelf(at.work(_SHELF))
    tied: list[tuple[int, int, int]] = []
    tying = Tying()
    for one, other in rows.tolist():
        score = tying.tie(shelf.matter(one), shelf.matter(other))
        if score >= TIED:
            tied.append((one, other, bits_of(score)))
    ties = np.array(tied, dtype=np.int64).reshape(-1, 3)
    at.give(ties, at.home(ties[:, 0]), to="ties")
    both = np.concatenate([ties[:, :2], ties[:, 1::-1]])
    at.give(both, part_of(both[:, 0], at.parts))
    return {"ties": len(ties)}


def _gather(at: At) -> Told:
    wholes = dict(at.taken_here("members", width=2).tolist())
    shelf = Shelf(at.work(_SHELF))
    rows: list[tuple[int, ...]] = []
    for telling, whole in wholes.items():
        matter, row = shelf.matter(telling), shelf.said(telling).row
        flags = _STANCES.index(Stance(row[_STANCE])) << 1 | is_whole(matter)
        rows.append((whole, _MEMBER, telling, place_of(matter), flags))
    for one, other, score in at.taken_here("ties", width=3).tolist():
        rows.append((wholes[one], _TIE, one, other, score))
    found = np.array(rows, dtype=np.int64).reshape(-1, 5)
    at.give(found, part_of(found[:, 0], at.parts))
    return {}


def _join(at: At) -> Told:
    shelf, agreed = Shelf(at.work(_SHELF)), Agreed(at, LANGUAGE)
    tables: dict[Table, list[Row]] = {table: [] for table in (CLAIMS, TIES, ORIGINS, REPEATS, RELATIONS)}
    back: list[tuple[int, int, int]] = []
    counts = {"claims": 0, "joined": 0, "cut": 0}
    for _, group in groupby(at.taken("gather", width=5).tolist(), key=lambda row: row[0]):
        rows = list(group)
        hanging = Hanging(
            tuple(Member(telling, place, _STANCES[flags >> 1], bool(flags & 1))
                  for _, kind, telling, place, flags in rows if kind == _MEMBER),
            tuple(Tied(one, other, score_in(bits)) for _, kind, one, other, bits in rows if kind == _TIE),
        )  # fmt: skip
        found = claims_in(hanging, shelf.matter)
        counts["cut"] += found.cut
        for claim in found.claims:
            counts["claims"] += 1
            counts["joined"] += len(claim.members)
            said = {member.telling: shelf.said(member.telling) for member in claim.members}
            key = group_of([said[claim.members[0].telling].ref]).key
            told = is_told(_side(item) for item in said.values())
            back += [(telling, of_key(key), told) for telling in said]
            published = [shelf.publication(telling) for telling in said]
            whole = with_voices(key, [telling_of(item) for item in said.values()], published, agreed, LANGUAGE)
            tables[CLAIMS].append((*_claim_row(key, claim, said, told), len(whole.origins)))
            tables[TIES] += [(key, said[tie.one].ref, said[tie.other].ref, tie.score) for tie in claim.ties]
            tables[ORIGINS] += origin_rows(whole)
            tables[REPEATS] += repeat_rows(whole)
            tables[RELATIONS] += relation_rows(whole)
    for table, lines in tables.items():
        written(table, at.folder, at.number, sorted(lines, key=_in_order))
    given = np.array(back, dtype=np.int64).reshape(-1, 3)
    at.give(given, at.home(given[:, 0]))
    return {**counts, "origins": len(tables[ORIGINS]), "relations": len(tables[RELATIONS])}


def _in_order(row: Row) -> tuple[tuple[int, str], ...]:
    """By the claim, then by number or ref."""
    return tuple((value if isinstance(value, int) else 0, str(value)) for value in row[:3])


def _side(said: Said) -> tuple[Stance, VoiceKind]:
    return Stance(said.row[_STANCE]), VoiceKind(said.row[_VOICE])


def _claim_row(key: str, claim: Claimed, said: dict[int, Said], told: bool) -> Row:
    rows = [said[member.telling].row for member in claim.members]
    days = sorted(row[_DAY] for row in rows if row[_DAY])
    stances = (counted_as(Stance(row[_STANCE]), row[_ACT], is_told=told) for row in rows)
    best = said[claim.glossed]
    gloss = BETWEEN.join(words for _, _, words in best.row[3])
    return (
        key, gloss, best.ref, len(rows), len({row[0] for row in rows}), sum(stance in _AGAINST for stance in stances),
        _day(days[0]) if days else None, _day(days[-1]) if days else None,
    )  # fmt: skip


def _write(at: At) -> Told:
    claims = {telling: (key, bool(told)) for telling, key, told in at.taken_here("join", width=3).tolist()}
    shelf = Shelf(at.work(_SHELF))

    def rows(made: Callable[[str, bool, Said], Iterator[Row]]) -> Iterator[Row]:
        for telling, said in shelf.all_said(at.number):
            if telling in claims:
                number, told = claims[telling]
                yield from made(key_of("c", number), told, said)
            else:
                alone = is_told([_side(said)])
                yield from made(group_of([said.ref]).key, alone, said)

    written(TELLINGS, at.folder, at.number, rows(_telling_rows))
    written(FIGURES, at.folder, at.number, rows(_figure_rows))
    return {}


def _telling_rows(claim: str, told: bool, said: Said) -> Iterator[Row]:
    document, kind, record, spans, day, stance, act, *more = said.row
    voice, voice_kind, code, identity, via, sides, type, actor, recipient, first, last, place, country, *behind = more
    words = tuple(Words(*span) for span in spans)
    counted = counted_as(Stance(stance), act, is_told=told).value
    yield (
        claim, said.ref, document, kind, record, words, _day(day), counted, act, voice, voice_kind, code, identity,
        tuple(via), tuple(sides), type, actor, recipient, _day(first), _day(last), place, country, tuple(behind[0]),
    )  # fmt: skip


def _figure_rows(claim: str, told: bool, said: Said) -> Iterator[Row]:
    del told
    for start, end, words, *values in said.figures:
        yield claim, said.ref, Words(start, end, words), *values[:_IN_TABLE]


STEPS: dict[str, Does] = {
    "keys": give_keys, "repeats": _repeats, "copied": _copied, "sight": sight, "identify": identify, "tell": _tell,
    "agree": agree, "bodies": bodies, "meet": _meet, "once": _once, "compare": _compare,
    "stars": round_of_stars, "members": members, "gather": _gather, "join": _join, "write": _write,
}  # fmt: skip


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
