"""Records of web archives into raw pages: what sites answered with success, and holds text."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lagebild.errors import InputError
from lagebild.reading.archives.records import Gap, Record, records
from lagebild.reading.archives.unpacked import GZIP, Readable, plain
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.addresses import plain as plain_address
from lagebild.reading.fetch.addresses import stem_of
from lagebild.reading.fetch.media import bare, suffix_for
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw

_BEGIN = b"WARC/"
_HOLD_TEXT = frozenset(
    ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf")
)
"""Narrower than what is fetched by name: a crawl is full of data files and robots.txt that nobody asked for."""
_TYPE = re.compile(rb"^warc-type\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_MEDIA = re.compile(rb"^content-type\s*:\s*([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_SUCCESS = (200, 203)
_PAGES = (b"response", b"resource")
_REVISIT = b"revisit"
_NO_TEXT = "records of images, scripts and other things that hold no report"
_NO_SUCCESS = "records of pages that the site refused or moved"
_UNCHANGED = "records that only say that a page had not changed"
_HEAD = 32_768


def is_archive(head: bytes) -> bool:
    """Whether the first bytes begin a WARC, compressed or not."""
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, len(_BEGIN))
        except zlib.error:
            return False
    return head.startswith(_BEGIN)


def pages_of(stream: Readable, *, origin: str, limit: int) -> Iterator[Raw | Failure | Passed]:
    """The pages of an archive, in its order; damaged records are named and cost only themselves.

    At the end comes what was passed over, counted by reason. Raises OSError where the stream cannot be read.
    """
    passed: Counter[str] = Counter()
    for record in records(plain(stream), limit=limit):
        if isinstance(record, Gap):
            yield Failure(
                f"{origin}, after record {record.number}", "is damaged there; what cannot be read is left out"
            )
            continue
        name = f"{origin}, record {record.number}"
        try:
            found = _page(record, name, limit)
        except InputError as problem:
            yield Failure(name, str(problem))
            continue
        if isinstance(found, Raw):
            yield found
        elif found:
            passed[found] += 1
    for reason, count in passed.items():
        yield Passed(origin, reason, count)


def _page(record: Record, name: str, limit: int) -> Raw | str | None:
    """The page of a record, or why it is passed over; None for what belongs to the archive itself.

    Raises InputError for a damaged one.
    """
    kind = _TYPE.search(record.head)
    if record.damage:
        raise InputError(f"{record.damage}, so it is left out")
    if kind is None or kind[1].lower() not in _PAGES:
        return _UNCHANGED if kind is not None and kind[1].lower() == _REVISIT else None
    if record.length > limit:
        return _too_large(record, limit)
    return _read(record, name, limit)


def _too_large(record: Record, limit: int) -> str:
    media = _MEDIA.search(record.content[:_HEAD]) or _MEDIA.search(record.head)
    if media is None or media[1].lower().decode("ascii", "replace") not in _HOLD_TEXT:
        return _NO_TEXT
    raise InputError(f"is larger than {limit / 1_048_576:g} MB, so it is left out")


def _read(record: Record, name: str, limit: int) -> Raw | str:
    parsed, data = _opened(record, limit)
    address = plain_address((parsed.headers.get("WARC-Target-URI") or "").strip().strip("<>"))
    if parsed.is_http and parsed.http_headers is not None:
        if parsed.http_headers.status_code not in _SUCCESS:
            return _NO_SUCCESS
        media = parsed.http_headers.get("Content-Type")
    else:
        media = parsed.headers.get("Content-Type")
    if not _holds_text(media, data, address):
        return _NO_TEXT
    if len(data) > limit:
        raise InputError(f"is larger than {limit / 1_048_576:g} MB, so it is left out")
    if parsed.headers.get("WARC-Truncated"):
        raise InputError("was cut off when it was archived, so it is left out")
    return Raw(
        origin=name,
        stem=stem_of(address),
        data=data,
        suffix=suffix_for(media, path="") or "",
        media=media,
        url=address if address.startswith(("http://", "https://")) else None,
        fetched=parsed.record_date,
    )


def _opened(record: Record, limit: int) -> tuple[Any, bytes]:
    """The record as fastwarc reads it, and a byte more than the limit of what the site sent.

    Crawlers often keep a page unpacked and its headers as they came, so what cannot be unpacked is taken as it is.
    """
    # fastwarc is a large library to load, and most runs read no archive.
    from fastwarc.warc import ArchiveIterator

    problem: Exception | None = None
    for unpacking in ("all", "transfer", "none"):
        try:
            for parsed in ArchiveIterator(BytesIO(record.head + record.content), auto_decode=unpacking):
                data = parsed.reader.read(limit + 1)
                if not (problem and data.startswith(GZIP)):
                    return parsed, data
        except (OSError, ValueError) as failed:
            problem = failed
    raise InputError("is damaged inside, so it is left out") from problem


def _holds_text(media: str | None, data: bytes, address: str) -> bool:
    if address.endswith("/robots.txt"):
        return False
    return bare(media) in _HOLD_TEXT or (not bare(media) and data[:_HEAD].lstrip()[:1] == b"<")
