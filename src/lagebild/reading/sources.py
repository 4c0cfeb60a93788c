"""What is named on the command line into raw inputs: files, folders, pipes, pages, feeds, archives, address lists."""

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from lagebild.errors import InputError
from lagebild.reading import address_lists
from lagebild.reading.address_lists import addresses_of
from lagebild.reading.archives import is_archive, pages_of
from lagebild.reading.documents import SUFFIXES as OF_DOCUMENTS
from lagebild.reading.failure import Failure
from lagebild.reading.feeds import LARGEST as LARGEST_FEED
from lagebild.reading.feeds import Entry, entries_of, is_feed
from lagebild.reading.fetch.addresses import is_address, plain, site_of, stem_of
from lagebild.reading.fetch.fetched import Fetched
from lagebild.reading.fetch.fetcher import Fetcher
from lagebild.reading.fetch.in_order import Task, in_order
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.folders import Inside, files_of, name_of
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw
from lagebild.reading.source_options import SourceOptions

STANDARD_INPUT = "-"
LIST = "@"
"""Before the name of a file that holds a list of addresses."""
ARCHIVES = (".warc", ".warc.gz")
FEEDS = (".rss", ".atom", ".rdf", ".xml")
SUFFIXES = frozenset((*OF_DOCUMENTS, *ARCHIVES, *FEEDS, address_lists.SUFFIX))
"""The files of a folder that are read."""
_HEAD = 4_096
_UNREACHED = "linked from a feed or a list in a folder (--fetch fetches them)"

Item = Raw | Failure | Passed | Validator
"""What a source yields, in its order. A Validator says that all from its address stands before it, so it may be kept
once that is stored; a Passed is no failure."""


def spread(source: str, *, without: Collection[Path] = ()) -> Iterator[str | Passed | Failure]:
    """A folder's files, with those of its folders, as sources of their own, but for some; anything else as it is."""
    if _is_folder(source):
        yield from files_of(Path(source), suffixes=SUFFIXES, without=without)
    else:
        yield source


def unpacked(source: str, *, options: SourceOptions, fetcher: Fetcher | None = None) -> Iterator[Item]:
    """The raw inputs of a source, one after the other; whatever cannot be read is a Failure that costs only itself.

    Of a file that was only found in a folder (`Inside`) nothing leads to the network unless `options.fetch_inside`.

    Hand in one Fetcher for several sources, so that sites are treated as politely as if all were one; the caller closes
    it. Without one, the source has its own.
    """
    if fetcher is not None:
        yield from _unpacked(source, fetcher)
        return
    with Fetcher(options) as own:
        yield from _unpacked(source, own)


def _unpacked(source: str, fetcher: Fetcher) -> Iterator[Item]:
    for part in spread(source):
        if not isinstance(part, str):
            yield part
            continue
        name = part if is_address(part) else name_of(Path(part))
        try:
            yield from _part(part, fetcher)
        except InputError as problem:
            yield Failure(name, str(problem))
        except OSError as problem:
            yield Failure(name, _unreadable(part, problem))


def _part(source: str, fetcher: Fetcher) -> Iterator[Item]:
    if not source or "\0" in source:
        raise InputError("names no file")
    if source == STANDARD_INPUT:
        return _of_pipe(sys.stdin.buffer, fetcher)
    if is_address(source):
        return _of_address(source, fetcher)
    if source.startswith(LIST) and not Path(source).exists():
        return _of_list(Path(source.removeprefix(LIST)), fetcher)
    reach = fetcher.options.fetch_inside or not isinstance(source, Inside)
    return _of_file(Path(source), fetcher, reach=reach)


def _of_address(address: str, fetcher: Fetcher) -> Iterator[Item]:
    yield from _of_fetched(fetcher.fetch(address), fetcher)


def _of_file(path: Path, fetcher: Fetcher, *, reach: bool) -> Iterator[Item]:
    if path.name.lower().endswith(address_lists.SUFFIX):
        yield from _of_list(path, fetcher, reach=reach)
        return
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        stream.seek(0)
        if is_archive(head) or (head and path.name.lower().endswith(ARCHIVES)):
            yield from pages_of(stream, origin=name_of(path), limit=fetcher.options.size_limit)
            return
        if is_feed(head):
            data = stream.read(LARGEST_FEED + 1)
            name = name_of(path)
            yield from _of_feed(data, origin=name, stem=path.stem, address=None, fetcher=fetcher, reach=reach)
            return
    yield Raw(origin=name_of(path), stem=path.stem, suffix=path.suffix.lower(), path=path)


def _of_pipe(stream: BinaryIO, fetcher: Fetcher) -> Iterator[Item]:
    """What is piped in; a file that is written while it is read would be no better, so it is held in memory."""
    head = stream.read(_HEAD)
    if is_archive(head):
        yield from pages_of(_Joined(head, stream), origin="standard input", limit=fetcher.options.size_limit)
        return
    limit = fetcher.options.pipe_limit
    data = head + stream.read(limit + 1 - len(head))
    if len(data) > limit:
        yield Failure("standard input", f"is larger than {limit / 1_048_576:.0f} MB; save it and name the file")
    elif is_feed(head):
        yield from _of_feed(data, origin="standard input", stem="stdin", address=None, fetcher=fetcher)
    else:
        yield Raw(origin="standard input", stem="stdin", data=data)


def _of_list(path: Path, fetcher: Fetcher, *, reach: bool = True) -> Iterator[Item]:
    limit = fetcher.options.size_limit
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"is a list of more than {limit / 1_048_576:g} MB; split it")
    if not reach:
        yield from _unreached(addresses_of(data, origin=name_of(path)), name_of(path))
        return
    tasks = (
        Task(site_of(item), partial(fetcher.fetch, item))
        if isinstance(item, str)
        else Task(None, partial(_itself, item))
        for item in addresses_of(data, origin=name_of(path))
    )
    for found in in_order(tasks, parallel=fetcher.options.parallel):
        yield from _of_fetched(found, fetcher)


def _unreached(found: Iterable[str | Failure | Passed], origin: str) -> Iterator[Item]:
    """What a list holds, its addresses counted only."""
    addresses = 0
    for item in found:
        if isinstance(item, str):
            addresses += 1
        else:
            yield item
    if addresses:
        yield Passed(origin, _UNREACHED, addresses)


def _of_fetched(found: Fetched | Passed | Failure, fetcher: Fetcher) -> Iterator[Item]:
    """A page, or what a feed or an archive at its address holds, then the validator for all of it.

    Where something of it failed there is none, so that the next visit tries again.
    """
    if not isinstance(found, Fetched):
        yield found
        return
    complete = True
    for item in _inside(found, fetcher):
        complete = complete and not isinstance(item, Failure)
        yield item
    if complete and found.validator:
        yield found.validator


def _inside(found: Fetched, fetcher: Fetcher) -> Iterator[Item]:
    head = found.data[:_HEAD]
    if is_archive(head):
        yield from pages_of(BytesIO(found.data), origin=found.address, limit=fetcher.options.size_limit)
    elif is_feed(head):
        stem = stem_of(found.url)
        yield from _of_feed(found.data, origin=found.address, stem=stem, address=found.url, fetcher=fetcher)
    else:
        yield _raw(found)


def _of_feed(
    data: bytes, *, origin: str, stem: str, address: str | None, fetcher: Fetcher, reach: bool = True
) -> Iterator[Item]:
    """The entries of a feed as pages of their own, or the pages that they link to; those fetched side by side."""
    try:
        entries = list(entries_of(data, address=address))
    except InputError as problem:
        yield Failure(origin, str(problem))
        return
    tasks = (_entry_task(entry, origin, stem, fetcher, reach=reach) for entry in _each_once(entries))
    for items in in_order(tasks, parallel=fetcher.options.parallel):
        yield from items
    if not entries:
        yield Passed(origin, "feed without entries")


def _entry_task(entry: Entry, origin: str, stem: str, fetcher: Fetcher, *, reach: bool) -> Task[tuple[Item, ...]]:
    wanted = fetcher.options.feed_content
    if wanted == "entry" or (wanted == "auto" and (entry.whole or entry.address is None)):
        return Task(None, partial(_entry_text, entry, f"{origin}, entry {entry.number}", stem))
    if entry.address is None:
        reason = "links to no page; --feed-content entry takes its own text"
        return Task(None, partial(_alone, Failure(f"{origin}, entry {entry.number}", reason)))
    if not reach:
        return Task(None, partial(_alone, Passed(f"{origin}, entry {entry.number}", _UNREACHED)))
    return Task(site_of(entry.address), partial(_entry_page, entry, entry.address, fetcher))


def _entry_text(entry: Entry, name: str, stem: str) -> tuple[Item, ...]:
    if not entry.html.strip():
        return (Failure(name, "has no text of its own; --feed-content page fetches the page that it links to"),)
    return (_entry_raw(entry, name, stem),)


def _entry_raw(entry: Entry, name: str, stem: str) -> Raw:
    address = entry.address if entry.address and is_address(entry.address) else None
    return Raw(
        origin=name,
        stem=stem_of(address) if address else f"{stem}-{entry.number}",
        data=entry.page,
        suffix=".html",
        media="text/html; charset=utf-8",
        url=plain(address) if address else None,
        day=entry.day,
        title=entry.title,
        publisher=entry.publisher,
    )


def _entry_page(entry: Entry, address: str, fetcher: Fetcher) -> tuple[Item, ...]:
    found = fetcher.fetch(address, linked=True)
    if not isinstance(found, Fetched):
        return (found,)
    if is_feed(found.data[:_HEAD]) or is_archive(found.data[:_HEAD]):
        return (Failure(address, "leads from a feed to another feed or an archive; name that by itself"),)
    raw = replace(_raw(found), day=entry.day, title=entry.title, publisher=entry.publisher)
    return (raw, found.validator) if found.validator else (raw,)


def _raw(found: Fetched) -> Raw:
    return Raw(
        origin=found.address,
        stem=stem_of(found.url),
        data=found.data,
        suffix=found.suffix,
        media=found.media,
        url=found.url,
        fetched=found.at,
    )


def _each_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen = set()
    for entry in entries:
        if entry.address not in seen:
            yield entry
        if entry.address:
            seen.add(entry.address)


def _itself(item: Failure | Passed) -> Fetched | Failure | Passed:
    return item


def _alone(item: Item) -> tuple[Item, ...]:
    return (item,)


def _is_folder(source: str) -> bool:
    # An empty path means the folder that one is in, which nobody who writes "" wants read.
    if not source or source == STANDARD_INPUT or is_address(source):
        return False
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _unreadable(source: str, problem: OSError) -> str:
    reason = problem.strerror or str(problem)
    if isinstance(problem, FileNotFoundError):
        known = f"; for a page write https://{source}" if source.lower().startswith("www.") else ""
        return f"is not there{known}"
    return f"cannot be read: {reason}"


class _Joined:
    """A stream whose first bytes have been read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def read(self, size: int) -> bytes:
        head, self._head = self._head, b""
        return head or self._stream.read(size)
