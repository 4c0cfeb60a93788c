"""Holdings in, files out: the one way through which every format goes."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from lagebild.errors import UsageError
from lagebild.export import destination as destinations
from lagebild.export.formats import FORMATS, Format
from lagebild.export.options import Options
from lagebild.model.holding import Holding, Standing
from lagebild.model.naming import KEYED, LISTS, name_of
from lagebild.tables import SCHEMA_VERSION
from lagebild.version import VERSION

ZIP, GZIP = ".zip", ".gz"
KINDS = {name: kind for kind, name in {**KEYED, "mention": "mentions", **LISTS}.items()}
"""The lists of findings that the manifest counts, and what judgements call a record of each."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote. `counts` is what went in, `written` what came out, both by kind."""

    counts: Mapping[str, int]
    written: Mapping[str, int]
    manifest: Mapping[str, Any] = field(default_factory=dict)


def export(
    holdings: Iterable[Holding],
    *,
    format: str,
    out: Path,
    options: Options | None = None,
    filters: Mapping[str, Any] | None = None,
    force: bool = False,
    stamp: datetime | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Exported:
    """Writes the holdings to `out` in one pass and returns the manifest, which lies beside the file or in the folder.

    `out` is a file for formats of a single file (compressed where it ends in .gz), else a folder, or a zip where it
    ends so. It appears only when it is complete. `filters` describe in the manifest what was asked for; `stamp` is a
    time to be noted there, without which equal holdings give equal bytes. Raises UsageError for an unknown format and
    for a target that is there already, unless `force` is given; a folder that is no earlier export is never replaced.
    """
    chosen, settings = format_named(format), options or Options()
    if chosen.file is None and out.suffix.lower() == f".{format}":
        raise UsageError(f"{format} is several files: name a folder, such as {out.with_suffix('')}, or a .zip")
    zipped = chosen.file is None and out.suffix.lower() == ZIP
    destinations.check_free(out, folder=chosen.file is None and not zipped, force=force)
    with destinations.building(out) as to:
        tally = _Tally()
        written = chosen.write(tally.passing(holdings, progress), to, settings)
        if chosen.file is not None and out.suffix.lower() == GZIP:
            destinations.compress(to, chosen.file)
        files = destinations.files_of(to.folder)
        if chosen.file is not None:
            files[0]["name"] = out.name
        manifest = {
            "program": destinations.PROGRAM,
            "version": VERSION,
            "schema": SCHEMA_VERSION,
            "format": format,
            "filters": dict(filters or {}),
            "options": {"text": settings.text} | ({} if format != "csv" else _csv_options(settings)),
            "as_of": tally.newest.isoformat() if tally.newest else None,
            **({"exported": stamp.isoformat()} if stamp else {}),
            "counts": dict(tally.counts),
            "written": written,
            "files": files,
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        if chosen.file is not None:
            destinations.put_file(to, chosen.file, out, text)
        elif zipped:
            destinations.put_zip(to, out, text)
        else:
            destinations.put_folder(to, out, text)
    return Exported(tally.counts, written, manifest)


def _csv_options(options: Options) -> dict[str, bool]:
    """What only CSV asks."""
    return {"excel": options.excel, "guard": options.guard}


def export_to(
    stream: BinaryIO,
    holdings: Iterable[Holding],
    *,
    format: str,
    options: Options | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Exported:
    """The same to an open stream, without a manifest; raises UsageError for a format of several files."""
    chosen = format_named(format)
    if chosen.file is None:
        raise UsageError(f"{format} is several files: name a folder or a .zip for them with --out")
    with destinations.streaming(stream) as to:
        tally = _Tally()
        written = chosen.write(tally.passing(holdings, progress), to, options or Options())
    return Exported(tally.counts, written)


def format_named(name: str) -> Format:
    """The format of that name; raises UsageError with the names there are."""
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


class _Tally:
    """Counts what passes through."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter({"documents": 0, **dict.fromkeys(KINDS, 0)})
        self.newest: datetime | None = None

    def passing(self, holdings: Iterable[Holding], progress: Callable[[int], None]) -> Iterator[Holding]:
        for given in holdings:
            holding = kept(given)
            self.counts["documents"] += 1
            for kind in KINDS:
                self.counts[kind] += len(getattr(holding.findings, kind))
            if self.newest is None or holding.added > self.newest:
                self.newest = holding.added
            progress(self.counts["documents"])
            yield holding


def kept(holding: Holding) -> Holding:
    """The holding without records that people rejected, should it still have some."""
    rejected = {record for record, value in holding.standing.items() if value is Standing.REJECTED}
    if not rejected:
        return holding
    findings = holding.findings
    left: dict[str, Any] = {
        name: tuple(item for item in getattr(findings, name) if (kind, name_of(item)) not in rejected)
        for name, kind in KINDS.items()
    }
    gone = {record for kind, record in rejected if kind == "entity"}
    left["mentions"] = tuple(item for item in left["mentions"] if item.entity not in gone)
    standing = {record: value for record, value in holding.standing.items() if record not in rejected}
    return replace(holding, findings=replace(findings, **left), standing=standing)
