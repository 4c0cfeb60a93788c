"""The inside of a PDF, taken apart in a process of its own: run with the file on standard input, it answers with JSON.

PDF is a program for drawing pages. One can be made that draws without end, or unpacks to more than any machine has, and
the library cannot be told to stop; a process can. It is run by its path, so that it starts at once: it needs nothing
else of ours.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

MOST_SECONDS, MOST_BYTES = 20, 1_000_000_000
"""Time on the processor and memory; a thousand pages take a tenth of either."""
_MOST_PAGES = 3_000
_MOST_SIGNS = 3_000_000
"""A thousand printed pages; each sign is asked for its place."""
_GAP = 1.4
"""Heights of a sign between two stretches of a line from which on they may be of two columns; words are 0.3 apart."""
_ENCRYPTED = ("password", "security")

Box = tuple[float, float, float, float]
Row = list[tuple[str, float, float, float, float]]
"""The stretches of a line that wide gaps part it into, each with its box."""


class PdfError(Exception):
    """Why a file cannot be read, in the words of an InputError."""


def main() -> None:
    """Reads a PDF from standard input and writes its pages, or why there are none; arguments are the caller's path."""
    sys.path[:] = sys.argv[1:]
    _limit_self()
    try:
        answer = _answer(sys.stdin.buffer.read())
    except PdfError as problem:
        answer = {"reason": str(problem)}
    sys.stdout.write(json.dumps(answer))


def _limit_self() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits; the caller's clock is left there
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


def _answer(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if any(word in str(problem).lower() for word in _ENCRYPTED):
            raise PdfError("is encrypted; save it without a password") from problem
        raise PdfError(f"is a damaged PDF, or breaks off: {problem}") from problem
    try:
        pages, pictures = _pages(file)
        return {"pages": pages, "pictures": pictures, "told": file.get_metadata_dict(skip_empty=True)}
    except pypdfium2.PdfiumError as problem:
        raise PdfError(f"is a damaged PDF: {problem}") from problem


def _pages(file: Any) -> tuple[list[list[Row]], bool]:
    """The lines of each page as they stand in the file, and whether there are pictures on a page without text."""
    import pypdfium2

    count = len(file)
    if count > _MOST_PAGES:
        raise PdfError(f"says that it has {count:,} pages; split it, {_MOST_PAGES:,} are read at once")
    pages: list[list[Row]] = []
    signs, pictures, broken = 0, False, 0
    for number in range(count):
        try:
            page = file[number]
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        try:
            text_page = page.get_textpage()
            signs += text_page.count_chars()
            if signs > _MOST_SIGNS:
                raise PdfError(f"has more than {_MOST_SIGNS:,} characters; split it")
            lines = list(_rows(text_page))
            pictures = pictures or (not lines and _has_picture(page))
            pages.append(lines)
        finally:
            page.close()
    if broken and broken == count:
        raise PdfError("is a damaged PDF: none of its pages can be opened")
    return pages, pictures


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw

    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))


def _rows(text_page: Any) -> Iterator[Row]:
    """The lines as they stand in the file, each as the stretches that wide gaps part it into."""
    row: Row = []
    piece: list[str] = []
    box: Box | None = None
    for sign, place in _signs(text_page):
        ends_line = sign in "\r\n" or (place is not None and box is not None and place[3] < box[1] + 1)
        if box is not None and (
            ends_line or (place is not None and place[0] - box[2] > _GAP * max(box[3] - box[1], 4))
        ):
            row.append(("".join(piece), *box))
            piece, box = [], None
        if ends_line and row:
            yield row
            row, piece = [], []
        if sign in "\r\n":
            continue
        piece.append(sign)
        if place is not None:
            box = place if box is None else (*map(min, box[:2], place[:2]), *map(max, box[2:], place[2:]))  # type: ignore[assignment]
    if box is not None:
        row.append(("".join(piece), *box))
    if row:
        yield row


def _signs(text_page: Any) -> Iterator[tuple[str, Box | None]]:
    """Each sign with its box from left, bottom, right and top; none for blanks and for what has no place."""
    import pypdfium2
    from pypdfium2 import raw as pdfium

    high = 0
    for at in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page.raw, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        sign = chr(code) if 0 < code < 0x110000 else " "
        if sign.isspace():
            yield sign, None
            continue
        try:
            yield sign, text_page.get_charbox(at, loose=True)
        except (pypdfium2.PdfiumError, IndexError):
            yield sign, None


if __name__ == "__main__":
    main()
