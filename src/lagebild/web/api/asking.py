"""The programming interface for questions in SQL, and for taking a report apart without keeping it."""

from itertools import islice
from typing import Any

from fastapi import APIRouter

from lagebild.errors import LagebildError, UsageError
from lagebild.web.api.problem import ERRORS
from lagebild.web.api.shapes import Answer, Question, Reading, Row
from lagebild.web.beside.beside import Beside
from lagebild.web.filters import day
from lagebild.web.visit import Visiting

router = APIRouter(prefix="/api/v1", responses=ERRORS, tags=["v1"])
_SECONDS = 10.0
"""For the answer to one question; on the command line there is no limit."""
_READING = 60.0
"""Seconds for one report."""


@router.post("/sql")
def sql(visit: Visiting, asked: Question) -> Answer:
    """The answer to one question in SQL, which cannot change anything (docs/base.md has the tables)."""
    columns, rows = visit.base.sql(asked.query.replace("\0", ""), asked.values, seconds=_SECONDS)
    told = [[_cell(value) for value in row] for row in islice(rows, asked.limit + 1)]
    return Answer(columns=list(columns), rows=told[: asked.limit], more=len(told) > asked.limit)


@router.post("/read")
def read(visit: Visiting, report: Reading) -> Row:
    """What one report says, as `lagebild read --json` prints it; nothing is kept."""
    reading: Beside = visit.request.app.state.reading
    when = day(report.date or "")
    given = {**report.model_dump(), "date": when.isoformat() if when else None}
    try:
        found: Row = reading.ask("read", given, seconds=_READING)
    except LagebildError as problem:
        raise UsageError(str(problem)) from problem
    return found


def _cell(value: Any) -> Any:
    """A value as JSON has it; bytes, which no table shows people, as their digits."""
    return value.hex() if isinstance(value, bytes) else value
