"""Loads and checks the resource files of one language; a user's own folder of the same names wins over ours.

Tables are tab-separated text with a header line; lines that begin with "#" are comments. A folder of tables is read as
one table. Rules are TOML.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.errors import ResourceError, UsageError

_DATA = (".tsv", ".toml")
_FALLBACK = "de"
"""Whose files tell what a user's folder may hold when the text turns out to be in a language without any."""


class Row(dict[str, str]):
    """One row of a table by its columns; `where` is its file and line, for messages, `users` whether it is a user's."""

    __slots__ = ("users", "where")

    def __init__(self, cells: dict[str, str], where: str, *, users: bool = False) -> None:
        super().__init__(cells)
        self.where = where
        self.users = users

    def day(self, column: str) -> date | None:
        """The day in that column, None where it is empty; raises ResourceError for anything else."""
        if not self[column]:
            return None
        try:
            return date.fromisoformat(self[column])
        except ValueError:
            raise ResourceError(f"{self.where}: {self[column]!r} is not a day; write it like 2024-12-04") from None

    def number(self, column: str) -> float:
        """The number in that column; raises ResourceError for anything else."""
        try:
            return float(self[column])
        except ValueError:
            raise ResourceError(f"{self.where}: {self[column]!r} in the column {column!r} is not a number") from None


class Language(NamedTuple):
    """One language's resources. `user` is a folder whose files extend ours: its rows come last and win by key.

    A tuple, because each look-up of a table hashes and compares it.
    """

    code: str
    user: Path | None = None

    def table(self, name: str, *, key: tuple[str, ...] = (), joined: str | None = None) -> tuple[Row, ...]:
        """The rows of `name`.tsv, or of all tables in the folder `name`, ours and then the user's; of rows that agree
        in the `key` columns the last stays.

        With `joined`, the name of a column of words, such rows become one with the words of all; an empty cell of
        another column takes what the others say. Raises ResourceError where they say two things, for a row with more
        columns than the header, and for columns that ours has not.
        """
        return _table(self, name, key, joined)

    def rules(self, name: str) -> dict[str, Any]:
        """The content of `name`.toml; tables and lists of the user's file are appended to ours."""
        return _rules(self, name)

    def bytes(self, name: str) -> bytes:
        """The raw content of one of our own files."""
        return files("lagebild").joinpath("resources", self.code, name).read_bytes()

    def exists(self) -> bool:
        """Whether there is a folder for this language."""
        return _exists(self.code)


def languages() -> tuple[str, ...]:
    """The codes of the languages that can be read."""
    folders = files("lagebild").joinpath("resources").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("words.toml").is_file()))


def language_of(code: str, user: Path | None = None) -> Language:
    """The language with the user's folder.

    Raises UsageError where the folder is not there, ResourceError for a table in it with a name that none of ours has:
    a slip in a name would otherwise do nothing, and nobody would know.
    """
    if user is not None:
        _check_folder(code, user)
    return Language(code, user)


@cache
def _check_folder(code: str, user: Path) -> None:
    if not user.is_dir():
        raise UsageError(f"resources: {str(user)!r} is no folder")
    ours = files("lagebild").joinpath("resources", code if code in languages() else _FALLBACK)
    names = sorted(file.name for file in ours.iterdir() if file.name.endswith(_DATA))
    names += [f"{folder.name}{_DATA[0]}" for folder in ours.iterdir() if _is_table(folder)]
    for file in sorted(user.iterdir()):
        if file.suffix in _DATA and file.name not in names:
            near = get_close_matches(file.name, names, n=1)
            meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
            raise ResourceError(f"{file}: no file of ours has this name; {meant}")


def _is_table(folder: Traversable) -> bool:
    """Whether it is a folder of tables, which are read as one."""
    return folder.is_dir() and any(file.name.endswith(_DATA[0]) for file in folder.iterdir())


@cache
def _exists(code: str) -> bool:
    return files("lagebild").joinpath("resources", code).is_dir()


@cache
def _table(language: Language, name: str, key: tuple[str, ...], joined: str | None) -> tuple[Row, ...]:
    rows: list[Row] = []
    header: list[str] | None = None
    for where, text, users in _sources(language, name, _DATA[0]):
        lines = _lines(text)
        number, columns = next(lines, (1, []))
        header = header or columns
        if header[0] not in columns or not set(columns) <= set(header):
            raise ResourceError(f"{where}:{number}: the columns must be {', '.join(header)}, parted by tabs")
        rows.extend(_rows(lines, columns, header, where, users=users))
    found: dict[tuple[str, ...], Row] = {}
    for at, row in enumerate(rows):
        try:
            named = tuple(row[column] for column in key) if key else (str(at),)
        except KeyError as missing:
            raise ResourceError(f"{name}.tsv: there is no column {missing}") from missing
        found[named] = row if joined is None or named not in found else _one_row(found[named], row, joined)
    return tuple(found.values())


def _one_row(first: Row, second: Row, joined: str) -> Row:
    """The words of both in the `joined` column; in others they have to agree, as far as both say something."""
    for column, cell in second.items():
        if column != joined and cell and first[column] and cell != first[column]:
            raise ResourceError(f"{second.where}: {column} is {cell!r}, but {first[column]!r} in {first.where}")
    words = " ".join(dict.fromkeys((*first[joined].split(), *second[joined].split())))
    cells = {column: first[column] or cell for column, cell in second.items()}
    return Row({**cells, joined: words}, first.where, users=first.users and second.users)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is neither blank nor a comment, with its number."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip("\r\n").split("\t")


def _rows(
    lines: Iterator[tuple[int, list[str]]], columns: list[str], header: list[str], where: str, *, users: bool
) -> Iterator[Row]:
    """Cells left off at the end of a row are empty, and so are columns of ours that the user's table does without."""
    for number, cells in lines:
        if len(cells) > len(columns):
            raise ResourceError(f"{where}:{number}: {len(cells)} columns, the header names {len(columns)}")
        given = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        yield Row({name: given.get(name, "") for name in header}, f"{where}:{number}", users=users)


@cache
def _rules(language: Language, name: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for where, text, _ in _sources(language, name, _DATA[1]):
        try:
            loaded = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            raise ResourceError(f"{where}: {problem}") from problem
        merged = _merged(merged, loaded)
    return merged


def _merged(ours: Any, theirs: Any) -> Any:
    """Tables key by key, lists one after the other; of anything else theirs."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours | {key: _merged(ours[key], value) if key in ours else value for key, value in theirs.items()}
    if isinstance(ours, list) and isinstance(theirs, list):
        return ours + theirs
    return theirs


def _sources(language: Language, name: str, ending: str) -> list[tuple[str, str, bool]]:
    """Where each file stands, what is in it, and whether it is the user's: ours first, those of a folder in order."""
    folders: list[tuple[Traversable, str]] = [
        (files("lagebild").joinpath("resources", language.code), f"resources/{language.code}")
    ]
    if language.user is not None:
        folders.append((language.user, str(language.user)))
    found: list[tuple[str, str, bool]] = []
    for users, (folder, place) in enumerate(folders):
        for path, file in _files(folder, name, ending):
            try:
                found.append((f"{place}/{path}", file.read_text("utf-8"), bool(users)))
            except UnicodeDecodeError as problem:
                raise ResourceError(f"{place}/{path}: not UTF-8 text") from problem
    if not found:
        raise ResourceError(f"there is no resource {name}{ending} for language {language.code!r}")
    return found


def _files(folder: Traversable, name: str, ending: str) -> Iterator[tuple[str, Traversable]]:
    """The file of that name, and those in the folder of that name, each with its path."""
    file = folder.joinpath(f"{name}{ending}")
    if file.is_file():
        yield f"{name}{ending}", file
    inside = folder.joinpath(name)
    for item in sorted(inside.iterdir(), key=lambda item: item.name) if inside.is_dir() else ():
        if item.name.endswith(ending):
            yield f"{name}/{item.name}", item
