"""Loads and checks the resource files of one language; a user's own folder of the same names wins over ours.

Tables are tab-separated text with a header line; lines that begin with "#" are comments. Rules are TOML.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lagebild.errors import ResourceError

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language's resources. `user` is a folder whose files extend ours: its rows come last and win by key."""

    code: str
    user: Path | None = None

    def table(self, name: str, *, key: tuple[str, ...] = ()) -> tuple[Row, ...]:
        """The rows of `name`.tsv, ours and then the user's; of rows that agree in the `key` columns the last stays.

        Raises ResourceError for a row whose number of columns differs from the header's.
        """
        return _table(self, name, key)

    def rules(self, name: str) -> dict[str, Any]:
        """The content of `name`.toml; tables and lists of the user's file are appended to ours."""
        return _rules(self, name)

    def bytes(self, name: str) -> bytes:
        """The raw content of one of our own files."""
        return files("lagebild").joinpath("resources", self.code, name).read_bytes()

    def exists(self) -> bool:
        """Whether there is a folder for this language."""
        return files("lagebild").joinpath("resources", self.code).is_dir()


@cache
def _table(language: Language, name: str, key: tuple[str, ...]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for where, text in _sources(language, f"{name}.tsv"):
        rows.extend(_parse_table(text, where))
    if not key:
        return tuple(rows)
    try:
        return tuple({tuple(row[k] for k in key): row for row in rows}.values())
    except KeyError as missing:
        raise ResourceError(f"{name}.tsv: there is no column {missing}") from missing


def _parse_table(text: str, where: str) -> list[Row]:
    header: list[str] | None = None
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r\n").split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise ResourceError(f"{where}:{number}: {len(cells)} columns, the header names {len(header)}")
        cells += [""] * (len(header) - len(cells))
        rows.append(dict(zip(header, (cell.strip() for cell in cells), strict=True)))
    return rows


@cache
def _rules(language: Language, name: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for where, text in _sources(language, f"{name}.toml"):
        try:
            loaded = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            raise ResourceError(f"{where}: {problem}") from problem
        for section, value in loaded.items():
            if isinstance(value, list) and isinstance(merged.get(section), list):
                merged[section] = merged[section] + value
            elif isinstance(value, dict) and isinstance(merged.get(section), dict):
                merged[section] = merged[section] | value
            else:
                merged[section] = value
    return merged


def _sources(language: Language, filename: str) -> list[tuple[str, str]]:
    """Where the file stands and what is in it: ours first, then the user's if there is one."""
    found: list[tuple[str, str]] = []
    ours = files("lagebild").joinpath("resources", language.code, filename)
    if ours.is_file():
        found.append((f"resources/{language.code}/{filename}", ours.read_text("utf-8")))
    if language.user is not None:
        theirs = language.user / filename
        if theirs.is_file():
            try:
                found.append((str(theirs), theirs.read_text("utf-8")))
            except UnicodeDecodeError as problem:
                raise ResourceError(f"{theirs}: not UTF-8 text") from problem
    if not found:
        raise ResourceError(f"there is no resource {filename} for language {language.code!r}")
    return found
