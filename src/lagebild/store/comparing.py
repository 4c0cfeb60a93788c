"""Comparing: entities across documents are kept up to date block by block, under what people decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import apsw

from lagebild.comparison.identities import Decided, Group, Suggestion, concerned, current, decided, identified_block
from lagebild.comparison.identities.naming import plain
from lagebild.judging import Outcome
from lagebild.judging.active import undo_target
from lagebild.model.judgement import Judgement, Verdict
from lagebild.store import judgements as judged
from lagebild.store.sightings import LANGUAGE, in_block, stale

AT_ONCE = 500
"""Blocks that are compared in one transaction: others may write between two."""


def refresh(connection: apsw.Connection) -> int:
    """Compares again whom it must, in the transaction around it; returns how many blocks. At most `AT_ONCE` besides
    those that people's decisions concern: call it until it returns 0."""
    query = "select block from stale_blocks order by block limit ?"
    due = {block for (block,) in connection.execute(query, (AT_ONCE,))}
    if not due:
        return 0
    made = list(judged.of_entities(connection))
    settled = _blocks(connection, made)
    if not due & settled:
        settled = set()
        made = []
    blocks = due | settled
    groups: list[Group] = []
    suggestions: list[tuple[str, Suggestion]] = []
    for block in sorted(blocks):
        found, doubtful = identified_block(in_block(connection, block), LANGUAGE)
        groups.extend(found)
        suggestions.extend((block, item) for item in doubtful)
    told = decided(groups, made, LANGUAGE)
    _write(connection, sorted(blocks), groups, suggestions, told)
    for block in sorted(blocks):
        connection.execute("delete from stale_blocks where block = ?", (block,))
    return len(blocks)


def decide(connection: apsw.Connection, judgement: Judgement) -> None:
    """Has those compared again whom a decision concerns, or the decision that an UNDO takes out."""
    seen: set[str] = set()
    while judgement.verdict is Verdict.UNDO and judgement.key not in seen:
        seen.add(judgement.key)
        undone = judged.with_key(connection, undo_target(judgement) or "")
        if undone is None:
            return
        judgement = undone
    stale(connection, _blocks(connection, [judgement]))


def outcomes(connection: apsw.Connection) -> Mapping[str, Outcome]:
    """What became of each decision that holds."""
    made = list(judged.of_entities(connection))
    groups: list[Group] = []
    for block in sorted(_blocks(connection, made)):
        groups.extend(identified_block(in_block(connection, block), LANGUAGE)[0])
    return decided(groups, made, LANGUAGE).outcomes


def differences(connection: apsw.Connection) -> list[str]:
    """The keys of entities whose sightings are not those that comparing everybody anew would give."""
    groups: list[Group] = []
    blocks: list[Any] = connection.execute("select distinct block from sightings order by block").fetchall()
    for (block,) in blocks:
        groups.extend(identified_block(in_block(connection, block), LANGUAGE)[0])
    made = list(judged.of_entities(connection))
    now = {group.key: sorted(item.ref for item in group.members) for group in decided(groups, made, LANGUAGE).groups}
    there: dict[str, list[str]] = {}
    query = """select s.identity, d.key || '/' || s.entity from sightings s join documents d on d.id = s.document
               where d.newer is null and s.identity is not null"""
    for key, ref in connection.execute(query):
        there.setdefault(key, []).append(ref)
    return sorted(key for key in {*now, *there} if now.get(key) != sorted(there.get(key, [])))


def _blocks(connection: apsw.Connection, made: Iterable[Judgement]) -> set[str]:
    """The blocks of those whom decisions concern."""
    refs, keys = concerned(made)
    found: set[str] = set()
    for ref in sorted(refs):
        document, _, entity = ref.partition("/")
        query = """select s.block from sightings s join documents d on d.id = s.document
                   where d.key = ? and s.entity = ?"""
        found.update(block for (block,) in connection.execute(query, (document, entity)))
    for key in sorted(keys):
        found.update(block for (block,) in connection.execute("select block from identities where key = ?", (key,)))
        found.update(block for (block,) in connection.execute("select block from sightings where identity = ?", (key,)))
    return found


def _write(
    connection: apsw.Connection, blocks: Sequence[str], groups: Sequence[Group],
    suggestions: Sequence[tuple[str, Suggestion]], told: Decided,
) -> None:  # fmt: skip
    for table in ("identities", "identity_joins", "identity_suggestions"):
        connection.executemany(f"delete from {table} where block = ?", ((block,) for block in blocks))
    before = {item.ref: group.key for group in groups for item in group.members}
    for block in blocks:
        connection.execute("update sightings set identity = null where block = ?", (block,))
    numbers: dict[str, int] = {}
    for item in told.groups:
        _write_one(connection, item, told)
        for sighting in item.members:
            if sighting.document not in numbers:
                row = connection.execute("select id from documents where key = ?", (sighting.document,)).fetchone()
                numbers[sighting.document] = row[0] if row else 0
        connection.executemany(
            "update sightings set identity = ? where document = ? and entity = ?",
            ((item.key, numbers[sighting.document], sighting.entity) for sighting in item.members),
        )
    homes: dict[str, str] = {}
    for item in told.groups:
        for sighting in item.members:
            homes.setdefault(before[sighting.ref], item.key)
    where = {frozenset((homes.get(item.one), homes.get(item.other))): block for block, item in suggestions}
    rows = [
        (item.one, item.other, where[frozenset((item.one, item.other))], item.score, item.reason)
        for item in current((item for _, item in suggestions), homes, told)
    ]
    connection.executemany("insert or replace into identity_suggestions values (?, ?, ?, ?, ?)", rows)


def _write_one(connection: apsw.Connection, item: Group, told: Decided) -> None:
    offices = Counter(sighting.office for sighting in item.members if sighting.office)
    codes = Counter(sighting.code for sighting in item.members if sighting.code)
    days = sorted(sighting.day.isoformat() for sighting in item.members if sighting.day)
    block = item.members[0].block
    values = (
        item.key, block, item.kind, item.name, plain(item.name), item.known, told.names.get(item.key), _most(codes),
        _most(offices), len({sighting.document for sighting in item.members}),
        sum(sighting.statements for sighting in item.members), sum(sighting.mentions for sighting in item.members),
        days[0] if days else None, days[-1] if days else None, item.key in told.touched,
    )  # fmt: skip
    connection.execute(f"insert into identities values ({', '.join('?' * len(values))})", values)
    connection.executemany(
        "insert into identity_joins values (?, ?, ?, ?, ?, ?, ?)",
        ((item.key, block, number, *join) for number, join in enumerate(item.joins)),
    )


def _most(count: Counter[str]) -> str | None:
    return min(count, key=lambda word: (-count[word], word)) if count else None
