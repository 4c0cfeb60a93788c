"""The reports of a shard, as the comparison sees them, read from the tables of a run."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.bulk.exchange.numbers import number_of
from lagebild.bulk.folder import Folder
from lagebild.bulk.results import rows_of
from lagebild.comparison.copies.credits import credits_of, is_agency
from lagebild.comparison.copies.report import Report, report_of
from lagebild.language.load import Language
from lagebild.model.analysis import Furniture
from lagebild.model.document import Document
from lagebild.model.span import Span

_COLUMNS = ("key", "text", "title", "published", "language", "url", "publisher", "author")


class Held(NamedTuple):
    """A document of a shard."""

    number: int
    key: str
    report: Report
    date: date | None
    by_agency: bool


def reports(folder: Folder, shard: int, wanted: Collection[int] | None = None) -> Iterator[Held]:
    """The documents of a shard, or those of them that are wanted, in their order."""
    furniture = _furniture(folder.table("furniture", shard))
    for row, values in enumerate(rows_of(folder.table("documents", shard), _COLUMNS)):
        number = number_of(shard, row)
        if wanted is None or number in wanted:
            yield _held(number, values, furniture)


def _held(number: int, values: tuple[Any, ...], furniture: dict[str, list[Furniture]]) -> Held:
    key, text, title, published, code, url, publisher, author = values
    document = Document(
        id=key, text=text, language=code, title=title, date=published, url=url, publisher=publisher, author=author
    )
    language = Language(code)
    known = language.exists()
    agencies = [credit.agency for credit in credits_of(document, language)] if known else []
    report = report_of(document, furniture.get(key, ()), agencies)
    return Held(number, key, report, published, known and is_agency(publisher, language))


def _furniture(path: Path) -> dict[str, list[Furniture]]:
    found: defaultdict[str, list[Furniture]] = defaultdict(list)
    for key, start, end, rule in rows_of(path, ("document", "start", "end", "rule")):
        found[key].append(Furniture(Span(start, end), rule))
    return found
