"""Where a format writes: a file or a folder that appears under its name only when it is complete."""

import gzip
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from lagebild.errors import UsageError

MANIFEST = "manifest.json"
PROGRAM = "lagebild"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip: the earliest that it can hold, so that equal bases give equal bytes."""


@dataclass(frozen=True, slots=True)
class Destination:
    """`folder` takes the files; `scratch` is a folder for what a format needs in between. Both are new and empty.

    With `stream` all that is opened goes there instead, which only formats of a single file may be given.
    """

    folder: Path
    scratch: Path
    stream: BinaryIO | None = None

    @contextmanager
    def binary(self, name: str) -> Iterator[BinaryIO]:
        """The file of that name, for bytes."""
        if self.stream is not None:
            yield self.stream
            self.stream.flush()
            return
        with (self.folder / name).open("wb") as file:
            yield file

    @contextmanager
    def text(self, name: str, *, bom: bool = False) -> Iterator["Text"]:
        """The file of that name, for text in UTF-8 whose line ends are written as they are."""
        with self.binary(name) as file:
            text = Text(file)
            if bom:
                text.write("\ufeff")
            yield text
            text.flush()


class Text:
    """Takes text and writes it as UTF-8 to a file that it never closes.

    Half a surrogate pair leaves as \\ud83d: inside JSON that is itself again. Other formats replace it before.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._held: list[str] = []
        self._size = 0

    def write(self, text: str) -> None:
        """Writes the text, sooner or later."""
        self._held.append(text)
        self._size += len(text)
        if self._size > 1 << 16:
            self.flush()

    def flush(self) -> None:
        """Writes what is held back."""
        self._file.write("".join(self._held).encode("utf-8", "backslashreplace"))
        self._held, self._size = [], 0


@contextmanager
def streaming(stream: BinaryIO) -> Iterator[Destination]:
    """A destination that is a stream, for formats of a single file."""
    with tempfile.TemporaryDirectory(prefix="lagebild-export-") as scratch:
        yield Destination(Path(scratch), Path(scratch), stream)


@contextmanager
def building(target: Path) -> Iterator[Destination]:
    """A destination beside the target, removed in the end whatever happens; `put` moves what is in it to the target."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except OSError as problem:
        raise UsageError(f"{target}: cannot be written here: {problem.strerror or problem}") from problem
    try:
        folder, scratch = work / "files", work / "scratch"
        folder.mkdir()
        scratch.mkdir()
        yield Destination(folder, scratch)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def check_free(target: Path, *, folder: bool, force: bool) -> None:
    """Raises UsageError where the target may not be written: nothing is overwritten without `force`, and even then no
    folder that is not an earlier export of ours."""
    if not target.exists() or (folder and target.is_dir() and not any(target.iterdir())):
        return
    if target.is_dir() and not folder:
        raise UsageError(f"{target} is a folder; name the file to be written in it")
    if folder and not target.is_dir():
        raise UsageError(f"{target} is a file, and this format writes several; name a folder or a .zip")
    if not force:
        raise UsageError(f"{target} is there already; --force replaces it, or name another")
    if folder and not _ours(target):
        raise UsageError(f"{target} holds files that no export of ours wrote, so it is left alone; name another folder")


def files_of(folder: Path) -> list[dict[str, str | int]]:
    """Name, size and SHA-256 of each file, in the order of their names."""
    found: list[dict[str, str | int]] = []
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            digest = sha256()
            while block := file.read(1 << 20):
                digest.update(block)
        found.append({"name": path.name, "bytes": path.stat().st_size, "sha256": digest.hexdigest()})
    return found


def compress(made: Destination, name: str) -> None:
    """The file of that name as gzip, without a time, so that the same content gives the same bytes."""
    draft = made.scratch / "gz"
    with (
        (made.folder / name).open("rb") as source,
        draft.open("wb") as sink,
        gzip.GzipFile(filename="", mode="wb", fileobj=sink, mtime=0, compresslevel=6) as packed,
    ):
        shutil.copyfileobj(source, packed, 1 << 20)
    draft.replace(made.folder / name)


def put_file(made: Destination, name: str, target: Path, manifest: str) -> None:
    """The one file of a format to its name, its manifest beside it."""
    draft = made.scratch / "manifest"
    draft.write_text(manifest, "utf-8")
    (made.folder / name).replace(target)
    draft.replace(manifest_of(target))


def put_folder(made: Destination, target: Path, manifest: str) -> None:
    """The folder to its name, its manifest inside."""
    (made.folder / MANIFEST).write_text(manifest, "utf-8")
    if target.exists():
        target.replace(made.scratch / "earlier")
    made.folder.replace(target)


def put_zip(made: Destination, target: Path, manifest: str) -> None:
    """The files in one zip, its manifest inside; the same files give the same bytes."""
    (made.folder / MANIFEST).write_text(manifest, "utf-8")
    draft = made.scratch / "zip"
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(made.folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
    draft.replace(target)


def manifest_of(target: Path) -> Path:
    """Where the manifest of a single file lies."""
    return target.with_name(target.name + "." + MANIFEST)


def standard_output() -> BinaryIO:
    """Standard output, for bytes."""
    return sys.stdout.buffer


def _ours(folder: Path) -> bool:
    """Whether the folder holds an earlier export and nothing else."""
    names = {path.name for path in folder.iterdir()}
    if not names:
        return True
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        listed = {item["name"] for item in manifest["files"]}
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return manifest.get("program") == PROGRAM and names <= listed | {MANIFEST}
