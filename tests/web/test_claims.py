"""Claims and situations as pages: origins, versions, contradictions; every sentence leads to its words."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lagebild.web.views.claims import numbers
from tests.web.conftest import a_visitor, filled

REPORTS = (
    (
        "2031-03-13",
        "Hafenblatt",
        "Russland liefert Drohnen",
        "Russland hat dem Iran 300 Drohnen geliefert, sagte Ministerin Clara Wenden am Donnerstag.",
    ),
    (
        "2031-03-14",
        "Tagesblick",
        "Wenden: 300 Drohnen für den Iran",
        "Russland habe dem Iran 300 Drohnen geliefert, hatte Ministerin Clara Wenden gesagt. Moskau bestreitet, "
        "dem Iran Drohnen geliefert zu haben.",
    ),
    ("2031-03-15", "Weltpunkt", "Streit um Drohnen", "Die Nato sagte, Russland habe dem Iran 400 Drohnen geliefert."),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with a_visitor(filled(tmp_path_factory.mktemp("claims") / "base.db", REPORTS)) as client:
        yield client


def the_claim(client: TestClient) -> dict[str, object]:
    claims = client.get("/claims.json").json()["claims"]
    found = max(claims, key=lambda claim: claim["documents"])
    claim: dict[str, object] = client.get(f"/claims/{found['key']}.json").json()
    return claim


def test_what_several_reports_say_is_one_claim_with_its_versions(told: TestClient) -> None:
    claim = the_claim(told)
    assert claim["documents"] == 3
    assert claim["origins"]
    page = told.get(f"/claims/{claim['key']}")
    assert page.status_code == 200
    assert "300 Drohnen" in page.text


def test_the_list_comes_at_once_and_what_takes_long_after_it(tmp_path: Path) -> None:
    with a_visitor(filled(tmp_path / "base.db", REPORTS)) as client:
        assert 'hx-trigger="load delay:' in client.get("/claims").text
        assert "row" in client.get("/claims", headers={"HX-Request": "true"}).text
        assert 'class="waiting"' not in client.get("/claims").text


def test_a_claim_that_is_not_there_is_said_to_be_missing(told: TestClient) -> None:
    assert told.get("/claims/c0ffee").status_code == 404


def test_the_card_of_a_record_names_who_tells_the_same(told: TestClient) -> None:
    claim = the_claim(told)
    ref = str(claim["glossed"])
    part = told.get(f"/claims/of/{ref}", headers={"HX-Request": "true"})
    assert f"/claims/{claim['key']}" in part.text
    assert "Tagesblick" in part.text or "Hafenblatt" in part.text


def test_figures_over_time_are_a_picture_and_a_table(told: TestClient) -> None:
    claim = the_claim(told)
    told_numbers = claim["numbers"]
    assert isinstance(told_numbers, list)
    assert {300.0, 400.0} <= {one["low"] for one in told_numbers}
    assert numbers([]) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_situation_is_told_and_each_footnote_leads_to_the_words(told: TestClient, language: str) -> None:
    page = told.get("/situation?q=Drohnen", headers={"accept-language": language}).text
    notes = re.findall(r'<li id="n\d+"><a class="cite" href="([^"]+)"', page)
    assert notes
    for address in notes:
        assert told.get(address.partition("#")[0]).status_code == 200
    for number in set(re.findall(r'href="#n(\d+)"', page)):
        assert f'id="n{number}"' in page
    assert " style=" not in page


def test_a_situation_about_nothing_that_is_there_says_so(told: TestClient) -> None:
    page = told.get("/situation?q=Zwetschgenkuchen")
    assert page.status_code == 200
    assert "notice" in page.text
    assert told.get("/situation?q=x&since=2031-03-20&until=2031-03-01").status_code == 400


def test_the_overview_shows_new_claims(told: TestClient) -> None:
    assert "/claims/" in told.get("/claims/newest").text


def test_claims_are_merged_and_split_by_people(tmp_path: Path) -> None:
    text = "Frankreich hat Italien verklagt. Nach Angaben der Polizei starben 30 Menschen bei dem Erdbeben in Japan."
    other = ("2031-03-16", "Aareblatt", "Gipfel", text)
    with a_visitor(filled(tmp_path / "base.db", (*REPORTS, other))) as client:
        first, second = [claim["key"] for claim in client.get("/claims.json").json()["claims"]][:2]
        assert client.post("/claims/merge", data={"key": [first]}).status_code == 400
        client.post("/claims/merge", data={"key": [first, second]})
        merged = client.get(f"/claims/{first}.json").json()
        assert merged["decided"]
        refs = [one["ref"] for one in merged["versions"]]
        client.post(f"/claims/{first}/split", data={"ref": [refs[-1]]})
        keys = [claim["key"] for claim in client.get("/claims.json").json()["claims"]]
        told = [client.get(f"/claims/{key}.json").json() for key in keys]
        assert [refs[-1]] in [[one["ref"] for one in claim["versions"]] for claim in told]
        assert client.get("/judgements").status_code == 200


def test_two_people_who_split_a_claim_do_not_overwrite_each_other(tmp_path: Path) -> None:
    with a_visitor(filled(tmp_path / "base.db", REPORTS)) as client:
        claim = the_claim(client)
        versions = claim["versions"]
        assert isinstance(versions, list)
        place, ref = f"/claims/{claim['key']}/split", [versions[-1]["ref"]]
        assert client.post(place, data={"ref": ref, "seen": "-"}).status_code == 200
        assert client.post(place, data={"ref": [versions[1]["ref"]], "seen": "-"}).status_code == 409


def test_statements_are_put_together_by_the_claim_that_they_tell(told: TestClient) -> None:
    claim = the_claim(told)
    rows = told.get("/statements.json?group=claim").json()["rows"]
    assert {row["claim"] for row in rows} >= {claim["key"]}
    page = told.get("/statements?group=claim").text
    assert f'<h2><a href="/claims/{claim["key"]}"' in page
    assert 'aria-current="true">Nach Behauptung' in page


def test_one_filter_narrows_all_views_of_a_situation_and_the_address_keeps_it(told: TestClient) -> None:
    whole = told.get("/situation?q=Drohnen")
    assert 'data-focus="actor:RUS"' in whole.text
    assert '<option value="RUS">Russland</option>' in whole.text
    page = told.get("/situation?q=Drohnen&type=NOTHING&actor=IRN&since=2031-01-01").text
    assert "Alle Abschnitte und Bilder zeigen nur" in page
    assert '<option value="IRN" selected>' in page
    assert 'href="/situation?q=Drohnen&amp;actor=IRN&amp;since=2031-01-01" title="Filter entfernen"' in page
    assert len(page) < len(whole.text)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[TestClient]:
    """A base that counts as large, in which nothing has been compared yet."""
    for module in ("comparing", "routes.claims", "routes.situations"):
        monkeypatch.setattr(f"lagebild.web.{module}.FEW", 0)
    with a_visitor(filled(tmp_path / "base.db", REPORTS)) as client:
        yield client


def until_it_comes(client: TestClient, address: str) -> str:
    for _ in range(600):
        text: str = client.get(address, headers={"HX-Request": "true"}).text
        if 'class="waiting"' not in text:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{address} never comes")


def test_a_large_base_is_compared_beside_the_server_and_nobody_is_kept_waiting(large: TestClient) -> None:
    assert 'class="waiting"' in large.get("/claims").text
    assert "300" in until_it_comes(large, "/claims?q=Drohnen")
    assert "Drohnen" in until_it_comes(large, "/situation?q=Drohnen")
    told = large.get("/situation.json?q=Drohnen").json()
    assert told["situation"]["documents"]


def test_what_people_decide_about_claims_of_a_large_base_is_seen_at_once(large: TestClient) -> None:
    until_it_comes(large, "/claims")
    claim = the_claim(large)
    versions = claim["versions"]
    assert isinstance(versions, list)
    page = large.post(f"/claims/{claim['key']}/split", data={"ref": [versions[-1]["ref"]]})
    assert page.status_code == 200
    assert "entschieden" in page.text
