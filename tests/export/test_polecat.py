"""The POLECAT table, read back by the csv module."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings

from lagebild.export import export
from lagebild.export.facts import quads, scores, states
from lagebild.export.polecat import COLUMNS
from lagebild.model.event import EventType
from lagebild.model.holding import Holding
from tests.export.holdings import any_holding, both


def _rows(folder: Path, *holdings: Holding) -> list[dict[str, str]]:
    export(holdings, format="polecat", out=folder / "out.txt")
    with (folder / "out.txt").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def test_the_header_is_that_of_the_data_set(shared: Path) -> None:
    assert "\n".join(COLUMNS).split("\n") == (shared / "polecat-columns.txt").read_text("utf-8").split("\n")[:40]
    assert len(COLUMNS) == 40


def test_an_event_fills_the_columns_that_we_know_and_no_others(tmp_path: Path) -> None:
    rows = {row["Event ID"]: row for row in _rows(tmp_path, *both())}
    meeting = rows["d1-meeting"]
    filled = {name: value for name, value in meeting.items() if value}
    assert filled == {
        "Event ID": "d1-meeting", "Event Date": "2031-05-03", "Event Type": "CONSULT", "Intensity": "2.5",
        "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic", "Actor Country": "DNK", "Actor COW": "390",
        "Actor Name Raw": "Ada Kroll", "Recipient Country": "NOR", "Recipient COW": "385",
        "Recipient Name Raw": "die Norweger", "Placename": "Malmö", "City": "Malmö", "Country": "SWE",
        "Latitude": "55.6", "Longitude": "13.0", "Raw Placename": "Malmö", "Publication Date": "2031-05-06",
        "Story People": "Ada Kroll", "Story Locations": "Malmö; Sund", "Language": "de",
        "Version": meeting["Version"],
    }  # fmt: skip


def test_the_day_of_publication_is_not_taken_for_that_of_the_event(tmp_path: Path) -> None:
    rejected = next(row for row in _rows(tmp_path, *both()) if row["Event Type"] == "REJECT")
    assert (rejected["Event Date"], rejected["Publication Date"]) == ("", "2031-05-09")
    assert (rejected["Recipient Name"], rejected["Recipient Name Raw"]) == ("Norwegen", "")


def test_every_type_has_its_quad_category_and_a_score() -> None:
    assert set(quads()) == {item.value for item in EventType}
    assert {type_ for type_, mode in scores() if not mode} == set(quads())
    assert all(-10 <= score <= 10 for score in scores().values())
    assert {quad.split()[1] for type_, quad in quads().items() if scores()[type_, ""] < 0} == {"CONFLICT"}


def test_states_have_their_codes() -> None:
    assert (states()["DEU"].alpha2, states()["DEU"].cow) == ("DE", "255")
    assert (states()["PSE"].alpha2, states()["PSE"].cow) == ("PS", None)


@given(any_holding())
@settings(max_examples=25)
def test_any_findings_give_lines_of_forty_cells(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    folder = tmp_path_factory.mktemp("polecat")
    rows = _rows(folder, holding)
    assert len(rows) == len(holding.findings.events)
    for line in (folder / "out.txt").read_text("utf-8").split("\n")[:-1]:
        assert line.count("\t") == 39
