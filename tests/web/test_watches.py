"""Watches on pages: kept, looked through when reports come in, read, removed; and as a feed."""

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.conftest import Made
from tests.web.test_adding import run_of

NEWS = (
    "Clara Wenden sagte am Freitag, Russland habe 500 Drohnen geliefert. Die Hafenwächterin Ada Kroll bestritt das: "
    "Russland habe keine Drohnen geliefert."
)


def added(client: TestClient) -> None:
    answer = client.post("/add/text", data={"text": NEWS, "date": "2031-03-15"}, follow_redirects=False)
    run_of(client, answer.headers["location"])


def test_what_is_new_for_a_watch_stands_on_its_page_and_on_the_first_one(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    assert "Noch wird nichts beobachtet" in client.get("/watches").text
    page = client.post("/watches", data={"words": "Drohnen", "name": "Drohnen/Russland"})
    assert page.url.path == "/watches"
    assert client.get("/watches/Drohnen%2FRussland.json").json()["found"] == []
    added(client)
    client.post("/watches/look")
    (told,) = client.get("/watches.json").json()["watches"]
    assert told["unread"] == told["news"] > 0
    assert client.get("/index.json").json()["watches"][0]["unread"] == told["unread"]
    page = client.get("/watches/Drohnen%2FRussland")
    assert page.text.count("is-unread") == told["unread"]
    found = client.get("/watches/Drohnen%2FRussland.json").json()["found"]
    for one in found:
        assert one["words"] in client.get(f"/api/v1/documents/{one['document']}").json()["text"]
    client.post("/watches/Drohnen%2FRussland/read")
    assert client.get("/watches.json").json()["watches"][0]["unread"] == 0
    assert "is-unread" not in client.get("/watches/Drohnen%2FRussland").text


def test_a_feed_has_the_news(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    client.post("/watches", data={"words": "Drohnen"})
    added(client)
    client.post("/watches/look")
    feed = client.get("/watches/Drohnen/feed.xml")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert feed.text.count("<entry>") == client.get("/watches.json").json()["watches"][0]["news"]


def test_a_watch_is_forgotten_and_what_cannot_be_watched_is_said(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    assert client.post("/watches", data={"words": " "}).status_code == 400
    client.post("/watches", data={"words": "Drohnen"})
    assert client.post("/watches", data={"words": "Drohnen"}).status_code == 400
    client.post("/watches/Drohnen/remove")
    assert client.get("/watches.json").json()["watches"] == []
    assert client.get("/watches/Drohnen").status_code == 404
    assert client.post("/watches/Drohnen/read").status_code == 404
