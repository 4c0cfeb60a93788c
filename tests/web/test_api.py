"""The programming interface: described, paged by tokens, streaming, and with errors that programs can read."""

import csv
import io
import json
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lagebild.web.views.ledger import KINDS
from tests.web.conftest import Made

API = "/api/v1"


def test_it_describes_itself(client: TestClient) -> None:
    told = client.get(f"{API}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert all(path.startswith(API) for path in told["paths"])
    assert client.get(f"{API}/").json()["kinds"] == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_rows_come_page_by_page(client: TestClient, kind: str) -> None:
    whole = client.get(f"{API}/records/{kind}?limit=500").json()["items"]
    told, after = [], ""
    for _ in range(1000):
        page = client.get(f"{API}/records/{kind}?limit=3&after={after}").json()
        told += page["items"]
        after = page["next"]
        if after is None:
            break
    assert told == whole


@pytest.mark.parametrize("kind", KINDS)
def test_streams_hold_all_rows(client: TestClient, kind: str) -> None:
    whole = client.get(f"{API}/records/{kind}?limit=500").json()["items"]
    lines = client.get(f"{API}/stream/{kind}").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in whole]
    rows = list(csv.DictReader(io.StringIO(client.get(f"{API}/stream/{kind}?format=csv").text)))
    assert [row["id"] for row in rows] == [row["id"] for row in whole]


def test_documents_go_out_whole(client: TestClient) -> None:
    lines = [json.loads(line) for line in client.get(f"{API}/export.jsonl").text.splitlines()]
    assert len(lines) == 3
    for line in lines:
        assert client.get(f"{API}/documents/{line['key']}").json()["text"] == line["text"]
        assert client.get(f"{API}/documents/{line['key']}/copies").json() == {"items": []}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/records/nothing", 404),
        ("/records/statements?since=gestern", 400),
        ("/records/statements?after=xyz", 400),
        ("/records/statements?limit=0", 422),
        ("/records/documents?act=warn", 400),
        ("/documents/dead", 404),
        ("/documents/d", 404),
        ("/entities/nobody", 404),
        ("/entities?order=size", 400),
        ("/statistics/size", 400),
        ("/runs/none", 404),
        ("/nowhere", 404),
    ],
)
def test_what_goes_wrong_is_told_for_programs(client: TestClient, address: str, status: int) -> None:
    answer = client.get(API + address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_judgements_are_made_listed_and_undone(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    row = client.get(f"{API}/records/statements").json()["items"][0]
    kind, _, record = row["ref"].partition(":")
    wish = {
        "document": row["document"],
        "kind": kind,
        "record": record,
        "verdict": "accept",
        "seen": "",
        "author": "Bo",
    }
    made = client.post(f"{API}/judgements", json=wish)
    assert made.status_code == 201
    assert made.json()["author"] == "Bo"
    assert client.post(f"{API}/judgements", json=wish).status_code == 409
    assert client.get(f"{API}/records/statements?standing=accepted").json()["items"][0]["id"] == row["id"]
    assert client.get(f"{API}/statistics/rule").json()["items"][0]["accepted"] == 1
    assert client.post(f"{API}/judgements/{made.json()['key']}/undo").status_code == 201
    assert client.get(f"{API}/judgements").json()["items"][1]["state"] == "undone"
    card = client.get(f"{API}/documents/{row['document']}/records/{kind}/{record}").json()
    assert card["standing"] == "found"


def test_entities_are_merged_and_kept_apart(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    one, other = [row["key"] for row in client.get(f"{API}/entities?kind=person").json()["items"]][:2]
    assert client.post(f"{API}/entities/apart", json={"one": one, "other": other}).status_code == 200
    assert client.post(f"{API}/entities/merge", json={"entities": [one]}).status_code == 422
    assert client.post(f"{API}/entities/merge", json={"entities": [one, other]}).json()[0]["verdict"] == "merge"
    assert client.get(f"{API}/entities/{one}").status_code == 200


def test_a_report_is_added(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    text = "Die Hafenwächterin Ada Kroll sagte am Montag, das Eis werde dicker und die Schleuse bleibe zu."
    begun = client.post(f"{API}/documents", json={"text": text, "title": "Eis", "date": "2031-03-14"})
    assert begun.status_code == 202
    run = finished(client, begun.json()["address"])
    assert run["counts"] == {"added": 1}
    found = client.get(f"{API}/records/documents?q=dicker").json()["items"]
    assert found[0]["title"] == "Eis"
    assert found[0]["day"] == "2031-03-14"


def finished(client: TestClient, address: str) -> dict[str, object]:
    for _ in range(600):
        told: dict[str, object] = client.get(address).json()
        run = told.get("run", told)
        assert isinstance(run, dict)
        if run["state"] in ("done", "broken"):
            return run
        time.sleep(0.1)
    raise AssertionError("the run did not end")
