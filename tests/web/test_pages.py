"""Every page answers, in both languages, with a JSON twin, also where there is nothing to show."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lagebild.web.views.ledger import KINDS
from tests.web.conftest import Made, filled, first_document

PAGES = (
    "/", *(f"/{kind}" for kind in KINDS), "/search", "/entities", "/entities/suggestions", "/claims",
    "/situation", "/judgements", "/rules",
    "/add", "/failures", "/settings",
)  # fmt: skip


def twin(page: str) -> str:
    return "/index.json" if page == "/" else f"{page}.json"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_in_each_language(client: TestClient, page: str, language: str) -> None:
    answer = client.get(page, headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
    assert "built-in method" not in answer.text
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_json_twin(client: TestClient, page: str) -> None:
    answer = client.get(twin(page))
    assert answer.status_code == 200
    assert isinstance(answer.json(), dict)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_empty_base_says_what_to_do(tmp_path: Path, visitor: Made, page: str) -> None:
    answer = visitor(filled(tmp_path / "leer.db", ())).get(page)
    assert answer.status_code == 200
    assert client_has_a_way_on(answer.text)


def client_has_a_way_on(page: str) -> bool:
    main = page[page.index("<main") : page.index("</main>")]
    return "<a " in main or "<form" in main


@pytest.mark.parametrize(
    "page", ["/nirgends", "/documents/d0000000000000000", "/entities/nichts", "/records/dead/beef1"]
)
def test_what_is_not_there_is_said_to_be_missing(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 404
    assert client_has_a_way_on(answer.text)
    assert client.get(f"{page}.json").headers["content-type"] == "application/problem+json"


def test_a_word_that_is_no_day_is_told_to_be_none(client: TestClient) -> None:
    answer = client.get("/statements?since=gestern")
    assert answer.status_code == 400
    assert "write it like 2024-12-04" in answer.text


def test_an_article_shows_its_text_letter_for_letter(client: TestClient) -> None:
    key = first_document(client)
    page = client.get(f"/documents/{key}").text
    words = client.get(f"/documents/{key}.json").json()["record"]["text"]
    shown = re.findall(r'<p data-start="(\d+)">(.*?)</p>', page, re.S)
    from html import unescape

    assert len(shown) == 2
    for start, marked in shown:
        plain = unescape(re.sub(r"<[^>]*>", "", marked))
        assert words[int(start) :].startswith(plain)


def test_a_card_tells_who_vouches_and_why(client: TestClient) -> None:
    key = first_document(client)
    page = client.get(f"/documents/{key}.json").json()
    ref = page["statements"][0]["ref"]
    card = client.get(f"/documents/{key}/records/{ref}.json").json()
    assert card["words"] == ["Wir öffnen nicht"]
    assert card["people"][0]["name"] == "Ada Kroll"
    assert card["rule"]
    assert 0 < card["confidence"] <= 1
    part = client.get(f"/documents/{key}/records/{ref}", headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "Ada Kroll" in part.text


def test_every_record_of_an_article_has_a_card(client: TestClient) -> None:
    key = first_document(client)
    page = client.get(f"/documents/{key}").text
    refs = set(re.findall(r'data-ref="([^"]+)"', page))
    assert {ref.partition(":")[0] for ref in refs} >= {"attribution", "quantity", "timex", "mention"}
    for ref in sorted(refs):
        answer = client.get(f"/documents/{key}/records/{ref}", headers={"HX-Request": "true"})
        assert answer.status_code == 200, ref


def test_the_address_of_a_record_leads_to_its_article(client: TestClient) -> None:
    row = client.get("/statements.json").json()["rows"][0]
    answer = client.get(f"/records/{row['id']}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/documents/{row['document']}?open={row['ref']}#card"


def test_a_ledger_goes_on_page_by_page_and_each_row_comes_once(client: TestClient) -> None:
    from lagebild.knowledge import KnowledgeBase
    from lagebild.store.search.wanted import Wanted
    from lagebild.web.tokens import place
    from lagebild.web.views.ledger import ledger

    with KnowledgeBase(client.app.state.settings.base, write=False) as base:  # type: ignore[attr-defined]
        whole = [row["id"] for row in ledger(base, "statements", Wanted())["rows"]]
        told, after = [], None
        while True:
            page = ledger(base, "statements", Wanted(after=after), size=2)
            told += [row["id"] for row in page["rows"]]
            if page["next"] is None:
                break
            after = place(page["next"])
    assert told == whole
    assert len(set(told)) == len(told)


def test_filters_of_a_ledger_stand_in_its_address_and_can_be_taken_out(client: TestClient) -> None:
    answer = client.get("/statements?speaker=Clara+Wenden")
    assert answer.status_code == 200
    rows = client.get("/statements.json?speaker=Clara+Wenden").json()["rows"]
    assert {row["speaker"] for row in rows} == {"Clara Wenden"}
    assert 'href="/statements"' in answer.text


def test_suggestions_name_who_is_in_the_base(client: TestClient) -> None:
    told = client.get("/search/suggestions.json?q=wend").json()["suggestions"]
    assert [one["name"] for one in told] == ["Clara Wenden"]
    assert client.get("/search/suggestions.json?q=w").json()["suggestions"] == []


def test_an_actor_has_what_they_said(client: TestClient) -> None:
    key = client.get("/search/suggestions.json?q=wenden").json()["suggestions"][0]["key"]
    told = client.get(f"/entities/{key}.json").json()
    said = next(role for role in told["roles"] if role["name"] == "said")
    assert {row["speaker"] for row in said["rows"]} == {"Clara Wenden"}
    assert client.get(f"/entities/{key}").status_code == 200


def test_the_language_is_kept_as_a_choice(client: TestClient) -> None:
    answer = client.post("/settings", data={"language": "en", "back": "/rules"}, follow_redirects=False)
    assert answer.headers["location"] == "/rules"
    assert '<html lang="en"' in client.get("/").text


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"])
def test_nobody_is_led_to_another_site(client: TestClient, back: str) -> None:
    answer = client.post("/settings", data={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_facets_of_a_search_come_after_the_page(client: TestClient) -> None:
    page = client.get("/statements?q=Eis").text
    address = re.search(r'hx-get="(/statements/facets[^"]*)"', page)
    assert address is not None
    told = client.get(address[1].replace("&amp;", "&"), headers={"HX-Request": "true"}).text
    assert 'href="/statements?q=Eis&amp;speaker=' in told
    assert client.get("/statements.json?q=Eis").json()["facets"]


def test_the_picture_of_days_leaves_wild_dates_outside_and_says_so(tmp_path: Path, visitor: Made) -> None:
    from lagebild.web.routes.overview import bars

    days = [("0001-01-01", 1), *((f"2031-03-{day:02}", 10) for day in range(1, 29)), ("9999-12-31", 1)]
    told = bars(days)
    assert (told[0]["period"], told[-1]["period"]) == ("2031-03-01", "2031-03-28")
    assert sum(bar["count"] for bar in told) == 280
    assert len(bars([("0001-01-01", 1), ("9999-12-31", 1)])) <= 92
    assert [bar["period"] for bar in bars([("2030-01-15", 1), ("2031-02-01", 1)])][:2] == ["2030-01", "2030-02"]


def test_a_report_without_a_title_goes_by_its_first_words(client: TestClient) -> None:
    words = "Niemand wisse das, sagte Ada Kroll. Clara Wenden sagte, alle wüssten es."
    assert words in client.get("/").text
    key = next(row["key"] for row in client.get("/index.json").json()["arrived"] if row["title"] is None)
    assert f"<h1>{words}</h1>" in client.get(f"/documents/{key}").text
    actor = next(row["key"] for row in client.get("/entities.json").json()["rows"] if row["name"] == "Ada Kroll")
    assert words in client.get(f"/entities/{actor}").text


def test_an_address_that_there_is_not_is_told_in_the_visitors_language(client: TestClient) -> None:
    answer = client.get("/nirgends", headers={"accept": "text/html", "accept-language": "de"})
    assert answer.status_code == 404
    assert "Das gibt es hier nicht" in answer.text
    assert "Not Found" not in answer.text
