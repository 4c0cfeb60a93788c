"""Files of a run by their names: on this machine, or wherever fsspec reaches ("s3://…")."""

import glob
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from lagebild.errors import BulkError, InputError, UsageError
from lagebild.reading.failure import Failure
from lagebild.reading.folders import kind_of, name_of, not_read
from lagebild.reading.passed import Passed
from lagebild.reading.sources import LIST, STANDARD_INPUT, SUFFIXES, spread

_REMOTE = "://"
_SITES = ("http:", "https:", "feed:")
_PATTERN = ("*", "?", "[")
_PIECE = 1 << 20


def is_remote(name: str) -> bool:
    """Whether a name leads to another place than this machine's folders."""
    return _REMOTE in name


def named(source: str) -> Iterator[str | Passed | Failure]:
    """The files that a source stands for, sorted where it is a folder or a pattern; what is left out is told.

    Raises UsageError for a source that is not a file, and for a place that cannot be reached from here; BulkError for
    one of which nobody can tell what it holds.
    """
    try:
        asked_again = source.lower().startswith(_SITES) or (source.startswith(LIST) and not Path(source).exists())
        if source == STANDARD_INPUT or asked_again:
            raise UsageError(
                f"{source}: a bulk run reads files, so that it can be repeated; save it and name the file,"
                " or use `lagebild add`"
            )
        if is_remote(source):
            yield from _named_outside(source)
        elif any(sign in source for sign in _PATTERN) and not Path(source).exists():
            found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - a pattern may begin at the root
            for path in found:
                yield from spread(path)
            if not found:
                yield Failure(source, "is a pattern that no file here fits")
        else:
            yield from spread(source)
    except OSError as problem:
        raise BulkError(f"{told(source)}: {unreadable(problem)}") from problem


def size_of(name: str) -> int:
    """Bytes of a file. Raises OSError, or UsageError for a place that cannot be reached from here."""
    if not is_remote(name):
        return Path(name).stat().st_size
    system = _system(name)
    with _reached():
        return int(system.size(name))


def opened(name: str) -> BinaryIO:
    """The file, at its beginning, to be read from anywhere in it. Raises as `size_of` does."""
    if is_remote(name):
        system = _system(name)
        with _reached():
            stream: BinaryIO = system.open(name, "rb")
            return stream
    return Path(name).open("rb")


def part_of(name: str, start: int, end: int) -> bytes:
    """The bytes `[start, end)` of a file. Raises InputError where it has fewer, and as `size_of` does."""
    with opened(name) as stream, _reached():
        stream.seek(start)
        data = stream.read(end - start)
    if len(data) != end - start:
        raise InputError("has changed since the run was planned; begin a new one with another folder")
    return data


def copied(name: str, folder: Path) -> Path:
    """A remote file, brought into the folder under its own name. Raises OSError where it cannot be read or written."""
    target = folder / Path(name).name
    with opened(name) as stream, target.open("wb") as file, _reached():
        while block := stream.read(_PIECE):
            file.write(block)
    return target


def told(name: str) -> str:
    """The name for people and for what is stored."""
    return name if is_remote(name) else name_of(Path(name))


def _named_outside(source: str) -> Iterator[str | Passed | Failure]:
    system = _system(source)
    scheme = source.partition(_REMOTE)[0]
    try:
        if any(sign in source for sign in _PATTERN):
            found, wanted = system.glob(source), True
        elif system.isdir(source):
            found, wanted = system.find(source), False
        elif system.exists(source):
            yield source
            return
        else:
            raise FileNotFoundError
    except FileNotFoundError:
        yield Failure(source, "is not there")
        return
    except Exception as problem:
        raise BulkError(f"{source}: cannot be reached: {problem}") from problem
    passed: Counter[str] = Counter()
    kept = 0
    for path in sorted(found):
        if wanted or path.lower().endswith(tuple(SUFFIXES)):
            kept += 1
            yield path if _REMOTE in path else f"{scheme}{_REMOTE}{path.lstrip('/') if scheme != 'file' else path}"
        else:
            passed[kind_of(path)] += 1
    if passed:
        yield not_read(source, passed)
    if not kept:
        yield Failure(source, "has no files that can be read")


def _system(name: str) -> Any:
    """The file system that a name belongs to."""
    scheme = name.partition(_REMOTE)[0]
    try:
        import fsspec
    except ImportError as problem:
        extra = "s3" if scheme == "s3" else "remote"
        raise UsageError(f"{name}: reading from {scheme}:// needs fsspec: pip install 'lagebild[{extra}]'") from problem
    try:
        return fsspec.filesystem(scheme)
    except (ImportError, ValueError) as problem:
        how = ": pip install 'lagebild[s3]'" if scheme == "s3" else ""
        raise UsageError(f"{name}: {problem}{how}") from problem
    except Exception as problem:
        raise BulkError(f"{name}: cannot be reached: {problem}") from problem


@contextmanager
def _reached() -> Iterator[None]:
    """Other places have errors of their own, of which nobody here knows: they become an OSError with their words."""
    try:
        yield
    except (OSError, MemoryError):
        raise
    except Exception as problem:
        raise OSError(f"{type(problem).__name__}: {problem}") from problem


def unreadable(problem: OSError) -> str:
    """Why a file cannot be read, in words; bytes of names that are no text stay readable."""
    if isinstance(problem, FileNotFoundError):
        return "is not there"
    return f"cannot be read: {os.strerror(problem.errno) if problem.errno else problem}"
