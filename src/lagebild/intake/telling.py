"""What documents of a base tell, made in children: most of the work of comparing, and none of it needs the base."""

from array import array
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any

from lagebild.intake.answers import answers
from lagebild.intake.frames import Frame
from lagebild.intake.limits import Limits
from lagebild.store.claims.shelf import MARKS, Given, Made, Source, made_of_source
from lagebild.store.documents import Stored

_UNIT = f"{__name__}:tell"


def told_by_children(
    sources: Iterable[tuple[int, Source | None]], *, workers: int, ahead: int
) -> Generator[tuple[int, Given | None], None, None]:
    """What the documents tell, in their order; nothing for one without a source, and where its child came to grief.
    Closing the iterator ends the children."""
    limits = Limits()
    asked = (((row, source), _asked(source, limits)) for row, source in sources)
    with closing(answers(asked, workers=workers, ahead=ahead, limits=limits)) as found:
        for (row, source), frame, ended in found:
            if source is None or frame is None or ended.why != "done":
                yield row, None
            else:
                yield row, Given(source, _made(frame))


def tell(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The unit of work: what one document tells."""
    if "row" not in header:
        return
    made = made_of_source(Source(Stored(*header["row"]), header["text"], payload))
    header = {
        "kind": "told", "rows": made.rows, "matters": len(made.matters), "marks": list(map(len, made.marks)),
        "publication": made.publication,
    }  # fmt: skip
    yield Frame(header, made.matters + b"".join(map(bytes, made.marks)))


def _asked(source: Source | None, limits: Limits) -> Frame:
    if source is None:
        return Frame({"unit": _UNIT, "seconds": limits.seconds})
    seconds = limits.for_text(len(source.text))
    return Frame({"unit": _UNIT, "seconds": seconds, "row": list(source.row), "text": source.text}, source.found)


def _made(frame: Frame) -> Made:
    header, size = frame.header, frame.header["matters"]
    told = iter(array(MARKS, frame.payload[size:]))
    marks = [array(MARKS, islice(told, count)) for count in header["marks"]]
    return Made([tuple(row) for row in header["rows"]], frame.payload[:size], marks, header["publication"])
