"""Asks a process of its own for the pages of a PDF, and ends it where it does not answer."""

import json
import subprocess
import sys
from typing import NamedTuple

from lagebild.errors import InputError
from lagebild.reading.formats import pdf_inside
from lagebild.reading.formats.pdf_inside import MOST_BYTES, MOST_SECONDS
from lagebild.reading.formats.print_order import Printed, in_order

_LONGEST_WAIT = 4 * MOST_SECONDS
"""Seconds by the clock on the wall, for a machine that is busy with other things."""
_LARGEST = 250_000_000


class PrintedFile(NamedTuple):
    """The lines of each page in reading order, whether pages are pictures, and what the file says of itself."""

    pages: list[list[Printed]]
    pictures: bool
    told: dict[str, str]


def printed_pages(data: bytes) -> PrintedFile:
    """The pages of a PDF. Raises InputError for what cannot be read, or takes more time and memory than a report."""
    if len(data) > _LARGEST:
        raise InputError(f"is a PDF of more than {_LARGEST:,} bytes; split it")
    command = [sys.executable, "-I", pdf_inside.__file__, *sys.path]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_LONGEST_WAIT, check=False)
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        answer = None
    if answer is None:
        raise InputError(
            f"is a PDF that cannot be read within {MOST_SECONDS} seconds and {MOST_BYTES // 10**9} GB, or that breaks "
            "the library which reads it; print it to a new PDF"
        )
    if "reason" in answer:
        raise InputError(answer["reason"])
    pages = [in_order([[Printed(*piece) for piece in row] for row in page]) for page in answer["pages"]]
    return PrintedFile(pages, answer["pictures"], answer["told"])
