"""Positions over time on the page of an actor: days, sides and turns, each with the words of a report."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import a_visitor, filled

REPORTS = (
    (
        "2031-03-13",
        "Hafenblatt",
        "Moskau bestreitet Lieferung",
        "Russland hat nach Angaben der Nato dem Iran 300 Drohnen geliefert. Moskau bestritt am Donnerstag, dem Iran "
        "Drohnen geliefert zu haben.",
    ),
    (
        "2031-04-02",
        "Tagesblick",
        "Moskau räumt Lieferung ein",
        "Russland räumte am Mittwoch ein, dem Iran 300 Drohnen geliefert zu haben.",
    ),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with a_visitor(filled(tmp_path_factory.mktemp("positions") / "base.db", REPORTS)) as client:
        yield client


def test_what_an_actor_said_over_time_stands_on_a_page_of_its_own(told: TestClient) -> None:
    key = next(row["key"] for row in told.get("/entities.json").json()["rows"] if row["name"] == "Russland")
    assert f'hx-get="/entities/{key}/positions"' in told.get(f"/entities/{key}").text
    (position,) = told.get(f"/entities/{key}/positions.json").json()["positions"]
    first, *_, last = position["statements"]
    assert (first["side"], last["side"], last["turn"]) == ("against", "for", "admits")
    for one in position["statements"]:
        assert one["words"] in told.get(f"/api/v1/documents/{one['document']}").json()["text"]
    page = told.get(f"/entities/{key}/positions").text
    assert "räumt ein" in page
    assert "bestreitet es" in page
    assert told.get("/api/v1/positions?name=RUS").json()["items"]


def test_who_is_heard_once_has_no_positions_over_time(told: TestClient) -> None:
    key = next(row["key"] for row in told.get("/entities.json").json()["rows"] if row["name"] == "Nato")
    page = told.get(f"/entities/{key}/positions", headers={"HX-Request": "true"})
    assert "an mehreren Tagen" in page.text
    assert "<html" not in page.text
