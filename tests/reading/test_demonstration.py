"""The reports of the demonstration can be read, each with its headline in the text and what is known of it."""

from pathlib import Path

import pytest

from lagebild.model.document import Document
from lagebild.reading.demonstration import demonstration
from lagebild.reading.documents import documents_of
from lagebild.reading.raw import Raw

REPORTS = sorted(demonstration().glob("*.md"))


def test_there_are_enough_reports_to_compare() -> None:
    assert len(REPORTS) >= 64


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_is_one_document_with_outlet_and_headline(path: Path) -> None:
    (document,) = documents_of(Raw(origin=str(path), stem=path.stem, suffix=".md", path=path), mapping={})
    assert isinstance(document, Document)
    assert document.id == path.stem
    assert document.publisher
    assert document.title
    assert document.text.startswith(document.title)
    assert (document.date is None) == path.stem.startswith("ohne-datum")
    assert 70 <= len(document.text.split()) <= 520
