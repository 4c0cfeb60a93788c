"""What people decided about claims: which tellings of the base it concerns."""

from collections.abc import Iterable

import apsw

from lagebild.comparison.claims.decided import concerned
from lagebild.judging.active import undo_target
from lagebild.model.judgement import Judgement, Verdict
from lagebild.store import judgements as judged
from lagebild.store.claims.stale import undecided


def decide(connection: apsw.Connection, judgement: Judgement) -> None:
    """Has those claims made again that a decision concerns, or the decision that an UNDO takes out."""
    seen: set[str] = set()
    while judgement.verdict is Verdict.UNDO and judgement.key not in seen:
        seen.add(judgement.key)
        undone = judged.with_key(connection, undo_target(judgement) or "")
        if undone is None:
            return
        judgement = undone
    undecided(connection, sorted({document for document, _ in spots(connection, [judgement])}))


def spots(connection: apsw.Connection, made: Iterable[Judgement]) -> list[tuple[int, int]]:
    """The documents and tellings in this base that decisions speak of."""
    query = """select t.document, t.id from tellings t join documents d on d.id = t.document
               where d.key = ? and t.start = ?"""
    found: list[tuple[int, int]] = []
    for place in sorted(concerned(made)):
        document, _, start = place.rpartition("@")
        if start.isdecimal():
            found.extend(connection.execute(query, (document, int(start))))
    return found
