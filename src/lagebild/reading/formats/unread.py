"""What cannot be read but is told by its first bytes, each with what to do instead."""

from collections.abc import Iterator

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.packed import is_zip, zip_names
from lagebild.reading.raw import Raw

_SAVE = "save it as .docx, .pdf or plain text"
UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"is an old Office file (.doc, .xls, .ppt, .msg); {_SAVE}"),
    (b"{\\rtf", f"is a rich text file (.rtf); {_SAVE}"),
    (b"\x89PNG", "is a picture; only text can be read"),
    (b"\xff\xd8\xff", "is a picture; only text can be read"),
    (b"GIF8", "is a picture; only text can be read"),
    (b"II*\x00", "is a picture; only text can be read"),
    (b"MM\x00*", "is a picture; only text can be read"),
    (b"ID3", "is a sound; only text can be read"),
    (b"OggS", "is a sound or film; only text can be read"),
    (b"\x1aE\xdf\xa3", "is a film; only text can be read"),
    (b"%!PS", f"is PostScript; {_SAVE}"),
    (b"WARC/", "is a web archive; `lagebild add` takes the pages in it"),
    (b"SQLite format 3\x00", "is a database; export its reports as CSV, JSON lines or Parquet"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive (.7z); unpack it"),
    (b"Rar!\x1a\x07", "is an archive (.rar); unpack it"),
    (b"\xfd7zXZ\x00", "is packed by xz; unpack it"),
    (b"BZh", "is packed by bzip2; unpack it"),
    (b"\x28\xb5\x2f\xfd", "is packed by Zstandard; unpack it"),
)
_PARTS = (
    ("xl/workbook.xml", "is an Excel file; save the sheet as CSV (UTF-8)"),
    ("ppt/presentation.xml", "is a PowerPoint file; save it as PDF"),
    ("content.xml", f"is an OpenDocument file; {_SAVE}"),
    ("META-INF/container.xml", "is an e-book (.epub); save its text"),
)


def is_unread(head: bytes) -> bool:
    """Whether bytes begin like something that cannot be read. A word such as "BZh" is none without what follows it."""
    return any(head.startswith(mark) for mark, _ in UNREAD) and (
        not head.startswith((b"BZh", b"ID3")) or b"\x00" in head[:512]
    )


def refuse(raw: Raw, _asked: Asked) -> Iterator[Document | Failure]:
    """Raises InputError with what it is and what to do."""
    with raw.opened() as stream:
        head = stream.read(64)
    raise InputError(next((reason for mark, reason in UNREAD if head.startswith(mark)), "is binary, not text"))
    yield  # makes it a reader like the others


def refuse_archive(raw: Raw, _asked: Asked) -> Iterator[Document | Failure]:
    """Raises InputError for a zip archive that is no Word file, with what it is."""
    names = zip_names(raw.content())
    reason = next(
        (reason for part, reason in _PARTS if part in names), "is a zip archive; unpack it and name the folder"
    )
    raise InputError(reason if names else "is a damaged zip archive")
    yield


__all__ = ["UNREAD", "is_unread", "is_zip", "refuse", "refuse_archive"]
