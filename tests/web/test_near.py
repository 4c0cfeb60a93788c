"""Claims that may be one, on pages: both wordings side by side, and two buttons."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.comparison.claims.reports import FIRE
from tests.web.conftest import a_visitor, filled

REPORTS = tuple((day, publisher, None, text) for day, publisher, text in FIRE.values())
API = "/api/v1"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with a_visitor(filled(tmp_path / "base.db", REPORTS)) as visitor:
        yield visitor


def pair_of(client: TestClient) -> tuple[str, str]:
    first = client.get("/claims/near.json").json()["pairs"][0]
    return first["one"]["key"], first["other"]["key"]


def near(client: TestClient, key: str) -> set[str]:
    return {pair["other"]["key"] for pair in client.get(f"/claims/{key}.json").json()["near"]}


def test_the_page_of_a_claim_shows_both_wordings_with_why_and_what_to_do(client: TestClient) -> None:
    one, other = pair_of(client)
    page = client.get(f"/claims/{one}").text
    section = page[page.index('id="near"') :]
    assert "Vielleicht dasselbe" in section
    assert f'href="/claims/{other}"' in section
    assert "Dasselbe: zusammenlegen" in section
    assert "Nicht dasselbe" in section
    told = client.get(f"/claims/{one}.json").json()["near"][0]
    for side in ("one", "other"):
        assert told[side]["telling"]["words"] in section
    assert not re.search(r"both speak|their reports|but of", section), "reasons are told in the visitor's language"
    assert "Perhaps the same" in client.get(f"/claims/{one}", headers={"accept-language": "en"}).text


def test_every_side_is_headed_by_its_words_and_what_speaks_against_a_pair_stands_apart(client: TestClient) -> None:
    pairs = client.get("/claims/near.json").json()["pairs"]
    page = html.unescape(client.get("/claims/near").text)
    heads = re.findall(r'<p class="side"><a href="/claims/\w+"><b lang="de">(.*?)</b>', page, re.S)
    assert len(heads) == 2 * len(pairs)
    assert all(head.strip().startswith("„") for head in heads)
    pair = next(pair for pair in pairs if pair["against"])
    assert not pair["against"].startswith("aber")
    assert pair["for"] in page
    assert f"<b>Dagegen spricht:</b> {pair['against']}" in page


def test_what_is_not_the_same_is_not_shown_again(client: TestClient) -> None:
    one, other = pair_of(client)
    there = f"/claims/{one}#near"
    answer = client.post(
        "/claims/apart", data={"one": one, "other": other, "back": there, "seen": "-"}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, there)
    assert other not in near(client, one)
    assert '<b class="verdict v-split">Nicht dasselbe</b>' in client.get("/judgements").text
    again = client.post("/claims/apart", data={"one": one, "other": other, "seen": "-"})
    assert again.status_code == 409, "somebody has decided about it since"


def test_what_is_the_same_is_merged_and_the_visitor_stays_where_it_was(client: TestClient) -> None:
    one, other = pair_of(client)
    answer = client.post(
        "/claims/merge", data={"key": [one, other], "back": "/claims/near?q=Lorch"}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims/near?q=Lorch")
    assert client.get(f"/claims/{one}.json").json()["decided"]
    assert client.get(f"/claims/{other}").status_code == 404


@pytest.mark.parametrize("back", ["https://boese.example/", "//boese.example", "/\\boese.example", ""])
def test_nobody_is_led_to_another_site(client: TestClient, back: str) -> None:
    one, other = pair_of(client)
    data = {"one": one, "other": other, "back": back}
    answer = client.post("/claims/apart", data=data, follow_redirects=False)
    assert answer.headers["location"] == f"/claims/{one}"


def test_pairs_of_a_base_are_a_page_and_words_choose(client: TestClient) -> None:
    one, _ = pair_of(client)
    page = client.get("/claims/near").text
    assert f'name="key" value="{one}"' in page
    assert client.get("/claims/near.json?q=Papierfabrik").json()["pairs"]
    assert client.get("/claims/near.json?q=Schlittenhund").json()["pairs"] == []
    assert "Keine Vorschläge" in client.get("/claims/near?q=Schlittenhund%00").text
    assert 'href="/claims/near"' in client.get("/claims").text


def test_who_has_no_scripts_is_led_to_the_whole_page(client: TestClient) -> None:
    page = client.get("/claims/near").text
    assert '<noscript><p><a href="/claims/near?wait=1">' in page
    assert "Nicht dasselbe" in client.get("/claims/near?wait=1").text


def test_who_may_only_read_sees_no_buttons(tmp_path: Path, client: TestClient) -> None:
    one, _ = pair_of(client)
    path = tmp_path / "base.db"
    path.chmod(0o444)
    try:
        with a_visitor(path) as reader:
            if not reader.get(f"{API}/").json()["writable"]:
                assert "Nicht dasselbe" not in reader.get(f"/claims/{one}").text
    finally:
        path.chmod(0o644)


def test_programs_ask_and_answer_as_well(client: TestClient) -> None:
    pairs = client.get(f"{API}/claims/near").json()["items"]
    assert client.get(f"{API}/claims/near?limit=1&q=Papierfabrik").json()["items"]
    one, other = pairs[0]["claim"], pairs[0]["other"]
    told = client.get(f"{API}/claims/{one[:9]}/near?each=50").json()["items"]
    assert other in {item["other"] for item in told}
    assert {"score", "average", "reason", "telling", "other_telling"} <= set(told[0])
    made = client.post(f"{API}/claims/apart", json={"claims": [one, other]})
    assert made.status_code == 200
    assert other not in {item["other"] for item in client.get(f"{API}/claims/{one}/near").json()["items"]}
    assert client.post(f"{API}/claims/apart", json={"claims": [one]}).status_code == 422
    assert client.post(f"{API}/claims/apart", json={"claims": [one, one]}).status_code == 400
    assert client.get(f"{API}/claims/c0ffee/near").status_code == 404
