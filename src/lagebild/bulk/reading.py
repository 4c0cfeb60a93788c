"""Pieces into documents, each step announced before it is taken, so that whoever watches knows what cost a child."""

import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeVar

from lagebild.bulk.files import copied, is_remote, part_of, size_of, told, unreadable
from lagebild.bulk.piece import How, Piece
from lagebild.errors import InputError, LagebildError
from lagebild.intake.frames import Frame
from lagebild.model.document import Document
from lagebild.reading.archives import pages_of
from lagebild.reading.documents import documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw
from lagebild.reading.source_options import SourceOptions
from lagebild.reading.sources import unpacked

_CHANGED = "has changed since the run was planned; begin a new one with another folder"
_OFFLINE = SourceOptions(offline=True)
Item = TypeVar("Item")


class Fault(NamedTuple):
    """An input that could not be read by our fault."""

    failure: Failure
    trace: str


@dataclass(frozen=True, slots=True)
class Asked:
    """How pieces are read. `lost` are the steps that cost a child its life, with what is said of them."""

    mapping: Mapping[str, str]
    today: date
    seconds: float
    lost: Mapping[str, str]
    scratch: Path


def step(name: str, seconds: float) -> Frame:
    """Says what comes next, and how long it may take."""
    return Frame({"kind": "step", "step": name, "seconds": seconds})


def documents(number: int, piece: Piece, asked: Asked) -> Iterator[Frame | Document | Failure | Passed | Fault]:
    """What the piece of that number holds, in its order, between the announcements of steps."""
    inputs = 0
    for item in _stepped(_raws(piece, asked), f"unpack {number}", told(piece.name), asked):
        if isinstance(item, Raw):
            inside = documents_of(item, mapping=asked.mapping, today=asked.today)
            yield from _stepped(inside, f"parse {number} {inputs}", item.origin, asked)
            inputs += 1
        elif isinstance(item, Frame | Failure | Passed | Fault):
            yield item


def _stepped(source: Iterator[Item], name: str, origin: str, asked: Asked) -> Iterator[Frame | Item | Failure | Fault]:
    """The items, each announced; where a step is lost, a failure and nothing more."""
    for done in count():
        here = f"{name} {done}"
        yield step(here, asked.seconds)
        if here in asked.lost:
            reports = f" (after {done} {'report' if done == 1 else 'reports'})" if done else ""
            yield Failure(origin, f"{asked.lost[here]}{reports}")
            return
        try:
            item = next(source)
        except StopIteration:
            return
        except InputError as problem:
            yield Failure(origin, str(problem))
            return
        except OSError as problem:
            yield Failure(origin, unreadable(problem))
            return
        except (LagebildError, MemoryError):
            raise
        except Exception as problem:  # noqa: BLE001 - a defect of ours in one input must not cost the others
            yield Fault(Failure(origin, fault(problem)), traceback.format_exc())
            return
        yield item


def fault(problem: Exception) -> str:
    """A defect of ours in a line, with its place in the program."""
    place = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{PurePath(place.filename).name}, line {place.lineno}"
    return f"our fault, please report this: {type(problem).__name__}: {problem} ({where})"


def _raws(piece: Piece, asked: Asked) -> Iterator[Any]:
    name, stem = told(piece.name), PurePath(piece.name).stem
    suffix = PurePath(piece.name).suffix.lower()
    if size_of(piece.name) != piece.size:
        raise InputError(_CHANGED)
    if piece.how is How.LINES:
        data = part_of(piece.name, piece.start, piece.end)
        if data.strip():
            yield Raw(origin=name, stem=stem, data=data, suffix=suffix, before=piece.before)
    elif piece.how is How.ARCHIVE:
        origin = name if piece.whole else f"{name} from byte {piece.start}"
        data = part_of(piece.name, piece.start, piece.end)
        yield from pages_of(BytesIO(data), origin=origin, limit=_OFFLINE.size_limit)
    elif piece.how is How.ROWS and not is_remote(piece.name):
        yield Raw(origin=name, stem=stem, suffix=suffix, path=Path(piece.name), before=piece.before, rows=piece.rows)
    elif is_remote(piece.name):
        yield from _brought(piece, asked)
    else:
        yield from unpacked(piece.name, options=_OFFLINE)


def _brought(piece: Piece, asked: Asked) -> Iterator[Any]:
    """A remote file, brought here to be read, under its remote name."""
    with TemporaryDirectory(dir=asked.scratch) as folder:
        path = copied(piece.name, Path(folder))
        for item in unpacked(str(path), options=_OFFLINE):
            here = getattr(item, "origin", "").replace(told(str(path)), piece.name, 1)
            if isinstance(item, Raw):
                yield replace(item, origin=here, before=piece.before, rows=piece.rows)
            elif isinstance(item, Failure):
                yield item._replace(origin=here)
            elif isinstance(item, Passed):
                yield replace(item, origin=here)
