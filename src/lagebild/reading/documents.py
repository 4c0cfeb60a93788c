"""One raw input into its documents: the format is told, its reader takes it apart, nothing is lost without a word."""

from collections.abc import Iterator, Mapping
from datetime import date

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats import SUFFIXES as PLAIN_SUFFIXES
from lagebild.reading.formats import Asked, Format, named
from lagebild.reading.formats.known import completed, with_day
from lagebild.reading.formats.packed import gunzipped, is_gzip
from lagebild.reading.raw import Raw

__all__ = ["SUFFIXES", "documents_of", "holds_many", "with_day"]

SUFFIXES = frozenset((*PLAIN_SUFFIXES, *(f"{suffix}.gz" for suffix in PLAIN_SUFFIXES)))
"""What the names of files end in that can be read."""
_HEAD = 65_536
_OUR_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a defect of ours or of a library looks like; it must cost one input and not the run."""


def documents_of(
    raw: Raw, *, mapping: Mapping[str, str] = {}, today: date | None = None
) -> Iterator[Document | Failure]:
    """The documents of one input, or why there is none; never raises for what the input holds.

    `mapping` says which column or JSON field holds which of ours (docs/formats.md). `today` is the day against which
    forged dates are told, by default that of the clock.
    """
    asked = Asked(mapping, today or date.today())
    try:
        raw, format = _told(raw)
        for item in format.read(raw, asked):
            yield completed(item, raw, today=asked.today) if isinstance(item, Document) else item
    except InputError as problem:
        yield Failure(raw.origin, str(problem))
    except OSError as problem:
        yield Failure(raw.origin, problem.strerror or str(problem))
    except MemoryError:
        yield Failure(raw.origin, "needs more memory than there is; split it")
    except _OUR_FAULTS as problem:
        reason = f"cannot be read ({type(problem).__name__}: {str(problem)[:200]})"
        yield Failure(raw.origin, f"{reason}; if other programs can open it, please report this")


def holds_many(raw: Raw) -> bool:
    """Whether an input may hold any number of documents and should be streamed; only its first bytes are looked at."""
    try:
        if is_gzip(_head(raw)):
            return raw.stem.lower().endswith(tuple(suffix for suffix in PLAIN_SUFFIXES if _named_like(suffix).many))
        return named(raw.suffix, raw.media, _head(raw), of_the_web=raw.url is not None).many
    except OSError:
        return False


def _told(raw: Raw) -> tuple[Raw, Format]:
    """The input, unpacked where it is packed, and its format. Raises InputError for one that holds nothing."""
    head = _head(raw)
    if is_gzip(head):
        raw = gunzipped(raw)
        head = _head(raw)
        if is_gzip(head):
            raise InputError("is packed by gzip twice; unpack it first")
    if not head.strip() and not raw.content().strip():
        raise InputError("is empty")
    return raw, named(raw.suffix, raw.media, head, of_the_web=raw.url is not None)


def _head(raw: Raw) -> bytes:
    if raw.path is None:
        return raw.data[:_HEAD]
    with raw.opened() as stream:
        return stream.read(_HEAD)


def _named_like(suffix: str) -> Format:
    return named(suffix, None, b"", of_the_web=False)
