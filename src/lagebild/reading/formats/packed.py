"""Packed files: what gzip and zip hold, looked at before it is unpacked, so that no bomb goes off."""

import gzip
import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePath

from lagebild.errors import InputError
from lagebild.reading.raw import Raw

_LARGEST = 256_000_000
"""Bytes of what gzip holds; it is held in memory."""
_LARGEST_XML = 40_000_000
"""Bytes of all XML in an office file: a thousand pages have a tenth of it, and a parsed tree takes ten times it."""
_LARGEST_WHOLE = 300_000_000
_MOST_MEMBERS = 5_000
ZIP_ERRORS = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
    zlib.error,
)
"""What zipfile raises for archives that are damaged, encrypted, or packed in a way it does not know."""


def is_gzip(head: bytes) -> bool:
    """Whether bytes begin like gzip."""
    return head.startswith(b"\x1f\x8b\x08")


def is_zip(head: bytes) -> bool:
    """Whether bytes begin like a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def gunzipped(raw: Raw) -> Raw:
    """The input that a gzip file holds, named without the ".gz". Raises InputError for bombs and what is broken off."""
    inner = PurePath(raw.stem)
    named = raw.suffix in (".gz", ".gzip", "") and inner.suffix != ""
    return replace(
        raw,
        data=_unpacked(raw),
        path=None,
        stem=inner.stem if named else raw.stem,
        suffix=inner.suffix.lower() if named else ("" if raw.suffix in (".gz", ".gzip") else raw.suffix),
        media=None if raw.media and "gzip" in raw.media else raw.media,
    )


def _unpacked(raw: Raw) -> bytes:
    try:
        with raw.opened() as stream, gzip.GzipFile(fileobj=stream) as packed:
            data = packed.read(_LARGEST + 1)
    except EOFError as problem:
        raise InputError("is gzip that breaks off; it may not have been loaded to its end") from problem
    except (gzip.BadGzipFile, zlib.error) as problem:
        raise InputError(f"is damaged gzip: {problem}") from problem
    if len(data) > _LARGEST:
        raise InputError(f"holds more than {_LARGEST:,} bytes, packed by gzip; unpack it first")
    return data


def zip_names(data: bytes) -> frozenset[str]:
    """The names in a zip archive; none where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except ZIP_ERRORS:
        return frozenset()


def refuse_zip_bomb(data: bytes) -> None:
    """Raises InputError for an archive that unpacks to more than a report can be, and for a damaged one.

    The sizes in its directory can be relied on: Python unpacks no more of a member than the directory says.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except ZIP_ERRORS as problem:
        raise InputError(f"is damaged: {problem}; it may not have been loaded to its end") from problem
    if len(members) > _MOST_MEMBERS:
        raise InputError(f"holds more than {_MOST_MEMBERS:,} parts, which no report does")
    if any(member.flag_bits & 1 for member in members):
        raise InputError("is encrypted; save it without a password")
    xml = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    whole = sum(member.file_size for member in members)
    if xml > _LARGEST_XML or whole > _LARGEST_WHOLE:
        raise InputError(f"unpacks to {whole:,} bytes, {xml:,} of them text, which no report does")
