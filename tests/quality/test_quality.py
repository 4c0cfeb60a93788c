"""The figures, floors and tables of `python -m quality`."""

from pathlib import Path

import pytest

from quality import gold, table
from quality.__main__ import OWN_MEASURES, PARTS
from quality.__main__ import main as quality
from quality.confidence import Judged, by_bin, by_rule, measure
from quality.page import replace_block

MEASURES = {*PARTS, *OWN_MEASURES, "confidence"}


def test_rows_and_floors_belong_to_measures_that_exist() -> None:
    assert {row.measure for row in table.rows()} <= MEASURES
    assert set(table.floors()) <= MEASURES
    assert all(0 < floor <= 1 for pinned in table.floors().values() for floor in pinned.values())


def test_a_figure_under_its_floor_or_gone_is_reported_and_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "floors", lambda: {"dev": {"act": 0.9, "form": 0.9, "cue": 0.5}, "krauts": {"x": 0.1}})
    lines = table.missed({"dev": {"act": 0.89, "form": 0.9}})
    assert lines == ["dev act: 0.8900 is under its floor 0.9", "dev cue: not measured"]


def test_confidence_is_compared_with_the_share_that_is_right() -> None:
    judged = [Judged("a", 0.9, True), Judged("a", 0.9, True), Judged("b", 0.55, False), Judged("a", 0.55, True)]
    bins = [(row.name, row.found, row.right) for row in by_bin(judged)]
    rules = [(row.name, row.found, row.right) for row in by_rule(judged)]
    assert bins == [("from 0.50", 2, 0.5), ("from 0.90", 2, 1.0)]
    assert rules == [("a", 3, 1.0), ("b", 1, 0.0)]
    assert measure(judged)["calibration"] == pytest.approx(1 - (2 * 0.05 + 2 * 0.1) / 4, abs=1e-3)


def test_a_table_is_written_between_its_marks_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quality.page.ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- x: begin -->\nold\n<!-- x: end -->\nafter\n", "utf-8")
    replace_block("page.md", "x", ["new"])
    assert page.read_text("utf-8") == "before\n<!-- x: begin -->\nnew\n<!-- x: end -->\nafter\n"
    with pytest.raises(ValueError, match="no block"):
        replace_block("page.md", "y", [])


def test_without_the_annotated_articles_nothing_is_measured_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAGEBILD_SHARED", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["quality"])
    assert quality() == 0
    assert "nothing measured" in capsys.readouterr().out


def test_the_annotation_itself_scores_full_marks(shared: Path) -> None:
    annotated = {article["id"]: article for article in gold.articles(shared, "dev")}
    figures = gold.measure(shared, "dev", annotated)
    assert (figures["who_said_what_f1"], figures["act"], figures["cue"]) == (1.0, 1.0, 1.0)
