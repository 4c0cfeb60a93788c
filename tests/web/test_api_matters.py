"""The programming interface has the verbs of the command line: claims, situations, figures, watches, SQL, reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import lagebild
from lagebild.model.codec import encode
from tests.web.conftest import Made, a_visitor, filled
from tests.web.test_claims import REPORTS

API = "/api/v1"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with a_visitor(filled(tmp_path_factory.mktemp("api") / "base.db", REPORTS)) as client:
        yield client


def test_claims_come_whole_and_page_by_page(told: TestClient) -> None:
    whole = told.get(f"{API}/claims").json()["items"]
    page = told.get(f"{API}/claims?limit=1").json()
    assert page["items"] == whole[:1]
    if page["next"]:
        assert told.get(f"{API}/claims?limit=1&after={page['next']}").json()["items"] == whole[1:2]
    key = whole[0]["key"]
    assert told.get(f"{API}/claims/{key[:8]}").json()["tellings"] == whole[0]["tellings"]
    assert told.get(f"{API}/claims/{key}/why/{key}").json()["score"] > 0
    assert told.get(f"{API}/claims/c0ffee").status_code == 404


def test_claims_are_split_and_merged(tmp_path: Path) -> None:
    with a_visitor(filled(tmp_path / "base.db", REPORTS)) as client:
        claim = client.get(f"{API}/claims").json()["items"][0]
        ref = ref_of(claim["tellings"][-1])
        place = f"{API}/claims/{claim['key']}/split"
        (made,) = client.post(place, json={"tellings": [ref], "author": "Ada"}).json()
        assert (made["verdict"], made["author"]) == ("split", "Ada")
        other = next(
            item["key"]
            for item in client.get(f"{API}/claims").json()["items"]
            if any(ref_of(telling) == ref for telling in item["tellings"])
        )
        keys = [claim["key"], other]
        assert client.post(f"{API}/claims/merge", json={"claims": keys, "seen": ""}).status_code == 409
        assert client.post(f"{API}/claims/merge", json={"claims": keys}).status_code == 200
        assert client.get(f"{API}/claims/{claim['key']}").json()["tellings"] == claim["tellings"]


def ref_of(telling: dict[str, Any]) -> str:
    return f"{telling['document']}/{telling['record']}"


def test_a_situation_and_the_figures_on_it(told: TestClient) -> None:
    assert told.get(f"{API}/situation?q=Drohnen").json()["documents"]
    accounts = told.get(f"{API}/ledger?q=Drohnen").json()["items"]
    assert {300.0, 400.0} <= {value["low"] for account in accounts for value in account["values"]}
    assert told.get(f"{API}/ledger").status_code == 422


def test_watches_are_kept_looked_through_read_and_removed(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    assert client.post(f"{API}/watches", json={"name": "hafen", "words": "Drohnen"}).status_code == 201
    assert client.post(f"{API}/watches/look").json()["items"][0]["name"] == "hafen"
    assert client.get(f"{API}/watches/hafen/news").json() == {"items": []}
    assert client.post(f"{API}/watches/hafen/read").status_code == 204
    assert client.delete(f"{API}/watches/hafen").status_code == 204
    assert client.get(f"{API}/watches/hafen/news").status_code == 404


def test_sql_answers_questions_and_changes_nothing(told: TestClient) -> None:
    asked = {"query": "select title, day from documents where day > ? order by day", "values": ["2031-03-13"]}
    answer = told.post(f"{API}/sql", json=asked).json()
    assert answer["columns"] == ["title", "day"]
    assert [row[1] for row in answer["rows"]] == ["2031-03-14", "2031-03-15"]
    assert not answer["more"]
    assert told.post(f"{API}/sql", json={**asked, "limit": 1}).json()["more"]
    for bad in ("delete from documents", "pragma journal_mode = delete", "", "selct"):
        assert told.post(f"{API}/sql", json={"query": bad}).status_code == 400


def test_a_question_without_an_end_is_ended(told: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.web.api.asking._SECONDS", 0.2)
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"
    answer = told.post(f"{API}/sql", json={"query": endless})
    assert answer.status_code == 400
    assert "too long" in answer.json()["detail"]
    assert told.post(f"{API}/sql", json={"query": "select zeroblob(900000000)"}).status_code == 400


def test_a_report_is_taken_apart_and_not_kept(told: TestClient) -> None:
    report = {"text": REPORTS[0][3], "date": "2031-03-13", "id": "probe"}
    answer = told.post(f"{API}/read", json=report)
    assert answer.status_code == 200
    assert answer.json() == encode(lagebild.read(report["text"], date=report["date"], id="probe"))
    assert len(told.get("/documents.json").json()["rows"]) == len(REPORTS)
    assert told.post(f"{API}/read", json={"text": "Eis.", "date": "morgen"}).status_code == 400
