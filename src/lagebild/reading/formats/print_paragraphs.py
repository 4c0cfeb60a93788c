"""Printed lines of many pages into paragraphs, without running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from lagebild.reading.formats.joined_lines import HYPHENS, joined
from lagebild.reading.formats.print_order import Printed

_EDGE = 3
"""Lines at the top and the bottom of a page among which running heads are looked for."""
_FEWEST_PAGES = 3
_GAP = 1.65
"""Distance of two lines, in usual ones, from which on a paragraph ends."""
_SHORT = 0.85
"""Share of the widest line of a column that a line is shorter than when a paragraph ends in it."""
_NUMBER = re.compile(r"\W*(?:\w{1,6}\s)?\d{1,4}(?:\s?(?:\w{3}|/)\s?\d{1,4})?\W*")
_FIGURES = re.compile(r"\d+")
_FINAL = tuple('.!?:…“”"»«)]')
_BULLETS = tuple("•▪‣◦●■–*")


def paragraphs_in_print(pages: Sequence[Sequence[Printed]]) -> Iterator[str]:
    """The paragraphs; one that goes on in the next column or on the next page stays one."""
    running = _running_heads(pages)
    open_paragraph = ""
    for page in pages:
        lines = [
            line for at, line in enumerate(page) if line.text.strip() and not _is_running(line, at, len(page), running)
        ]
        step = _usual_step(lines)
        for at, line in enumerate(lines):
            before = lines[at - 1] if at else None
            if open_paragraph and _goes_on(open_paragraph, line, before, lines, step):
                open_paragraph = joined(open_paragraph, line.text)
            else:
                if open_paragraph:
                    yield open_paragraph
                open_paragraph = line.text
    if open_paragraph:
        yield open_paragraph


def headline_in_print(page: Sequence[Printed]) -> str:
    """The largest lines of a first page where they are clearly larger than its text; "" where there are none."""
    lines = [line for line in page if line.text.strip()]
    if len(lines) < 4:
        return ""
    usual = median(line.height for line in lines)
    largest = max(line.height for line in lines)
    if largest < 1.25 * usual:
        return ""
    first = next(at for at, line in enumerate(lines) if line.height > 0.93 * largest)
    title = ""
    for line in lines[first : first + 4]:
        if line.height < 0.93 * largest:
            break
        title = joined(title, line.text)
    return title


def _running_heads(pages: Sequence[Sequence[Printed]]) -> frozenset[str]:
    """What stands at the edge of several pages, figures aside."""
    seen = Counter(
        key for page in pages for key in {_key(line) for line in (*page[:_EDGE], *page[-_EDGE:]) if line.text.strip()}
    )
    least = max(_FEWEST_PAGES, len(pages) // 3)
    return frozenset(key for key, count in seen.items() if count >= least)


def _is_running(line: Printed, at: int, count: int, running: frozenset[str]) -> bool:
    if _EDGE <= at < count - _EDGE:
        return False
    at_edge = at == 0 or at == count - 1
    return _key(line) in running or (at_edge and count > 2 and _NUMBER.fullmatch(line.text.strip()) is not None)


def _key(line: Printed) -> str:
    return _FIGURES.sub("#", line.text.strip().lower())


def _usual_step(lines: Sequence[Printed]) -> float:
    """How far two lines of a paragraph usually are apart."""
    steps = [one.bottom - other.bottom for one, other in pairwise(lines) if one.bottom > other.bottom]
    return median(steps) if steps else 0.0


def _goes_on(paragraph: str, line: Printed, before: Printed | None, lines: Sequence[Printed], step: float) -> bool:
    text = line.text.strip()
    broken_word = paragraph[-1] in HYPHENS and text[0].islower()
    if before is None or before.bottom <= line.bottom - 1:
        # The next column or page: only what cannot be the end of a paragraph goes on there.
        return broken_word or (not paragraph.endswith(_FINAL) and (text[0].islower() or len(paragraph) > 200))
    if broken_word:
        return True
    if text.startswith(_BULLETS) and not text.startswith(("– ", "-")):
        return False
    usual = max(step, 1.05 * min(before.height, line.height))
    if before.bottom - line.bottom > _GAP * usual or abs(before.height - line.height) > 0.18 * max(
        before.height, line.height
    ):
        return False
    column = [other.right for other in lines if abs(other.left - before.left) < 25]
    widest = max(column, default=before.right)
    is_short = before.right - before.left < _SHORT * (widest - before.left)
    if is_short and before.text.strip().endswith(_FINAL):
        return False
    return not (line.left - before.left > 0.8 * line.height and before.text.strip().endswith(_FINAL))
