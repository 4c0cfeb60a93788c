"""Found records in the form of the annotation, and what happens where there is none."""

from pathlib import Path

import lagebild
from quality.records import as_annotated, measure

TEXT = "Japan verurteilte den Start als Verstoß gegen UN-Resolutionen. Russland droht Polen mit Vergeltung."


def test_records_take_the_form_of_the_annotation() -> None:
    found = as_annotated(lagebild.read(TEXT, language="de"))
    (breach,) = found["breaches"]
    (threat,) = found["threats"]
    start, end = breach["rule"]
    assert TEXT[start:end] == "UN-Resolutionen"
    assert (threat["from"], threat["to"], threat["status"]) == ("RUS", ["POL"], "fact")


def test_without_the_articles_nothing_is_measured(tmp_path: Path) -> None:
    assert measure(tmp_path) == {}
