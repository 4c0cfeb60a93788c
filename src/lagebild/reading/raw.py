"""Raw: one input as bytes, with where it came from; nothing understood yet."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Raw:
    """`origin` names it in messages (path, address, "crawl.warc.gz, record 12"); `stem` becomes the id of a document
    whose content brings none.

    `suffix` is lower case with its dot, "" where there is none; `media` the content type that a server or archive told.
    `url` is the address of the page, `fetched` when it was taken. `day`, `title` and `publisher` are what the container
    knows of it (a feed's entry, an archive's record): they stand behind what the content says itself.

    A local file is not loaded: `path` names it and `data` is empty. `content` and `opened` give the bytes of both.

    Of a file that is read in parts, `before` says how many of its lines or rows stand before this part. Lines are cut
    out already; of a table only the rows `[before, before + rows)` are meant, all to the end where `rows` is None.
    """

    origin: str
    stem: str
    data: bytes = b""
    suffix: str = ""
    media: str | None = None
    url: str | None = None
    fetched: datetime | None = None
    day: date | None = None
    title: str | None = None
    publisher: str | None = None
    path: Path | None = None
    before: int = 0
    rows: int | None = None

    def content(self) -> bytes:
        """All bytes. Raises OSError where the file cannot be read."""
        return self.data if self.path is None else self.path.read_bytes()

    def opened(self) -> BinaryIO:
        """The bytes as a stream, from the beginning; whoever asks closes it. Raises OSError as `content`."""
        return BytesIO(self.data) if self.path is None else self.path.open("rb")
