"""Folders into their files, in an order that is the same everywhere; what is left out is counted and named."""

import os
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed

_HIDDEN = (".", "~$", "__MACOSX", "Thumbs.db", "desktop.ini")
"""How names begin that programs leave behind, not people."""
_NAMED = 5
"""Suffixes that are told by name; the others are counted with them."""


class Inside(str):
    """The name of a file that was found in a folder; nobody has named it by itself."""

    __slots__ = ()


def files_of(
    folder: Path, *, suffixes: frozenset[str], without: Collection[Path] = ()
) -> Iterator[Inside | Passed | Failure]:
    """The files with one of the suffixes, of the folder and of those in it, sorted by name; links to folders are not
    followed, so that none is opened twice.

    At the end comes what was passed over, but for the files `without` (absolute), which are nothing to speak of. A
    folder with nothing to read is a Failure.
    """
    hidden, unknown, found = 0, Counter[str](), False
    endings = tuple(suffixes)
    pending = [(folder, True)]
    while pending:
        here, is_folder = pending.pop()
        if not is_folder:
            found = True
            yield Inside(here)
            continue
        try:
            inside = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as problem:
            yield Failure(name_of(here), f"cannot be opened: {problem.strerror or problem}")
            continue
        below = []
        for entry in inside:
            readable = entry.name.lower().endswith(endings)
            if entry.name.startswith(_HIDDEN):
                hidden += 1
            elif without and Path(entry.path).absolute() in without:
                continue
            elif entry.is_dir(follow_symlinks=False):
                below.append((Path(entry.path), True))
            elif readable and _is_file(entry):
                below.append((Path(entry.path), False))
            elif readable and _leads_nowhere(entry):
                yield Failure(name_of(Path(entry.path)), "is a link to a file that is not there")
            else:
                unknown[kind_of(entry.name)] += 1
        pending.extend(reversed(below))
    if hidden:
        yield Passed(name_of(folder), "hidden files and folders", hidden)
    if unknown:
        yield not_read(name_of(folder), unknown)
    if not found:
        yield Failure(name_of(folder), "has no files that can be read")


def _is_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except OSError:  # a ring of links, or a link into a folder that is closed to us
        return False


def _leads_nowhere(entry: "os.DirEntry[str]") -> bool:
    return entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110 - Path raises for a closed folder


def kind_of(name: str) -> str:
    """The suffix of a file's name, in words where it has none."""
    return Path(name).suffix.lower() or "no suffix"


def not_read(folder: str, kinds: Counter[str]) -> Passed:
    """Files left out of a folder for their kind, by their suffixes."""
    return Passed(folder, f"files of kinds that are not read ({_listed(kinds)})", kinds.total())


def name_of(path: Path) -> str:
    """The path as text that can be printed and stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _listed(kinds: Counter[str]) -> str:
    named = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common(_NAMED))
    return f"{named}, …" if len(kinds) > _NAMED else named
