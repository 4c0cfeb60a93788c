"""Requests under a foreign name, from foreign pages, without the token, or too large are refused."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

import lagebild
from lagebild.knowledge import KnowledgeBase
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.web.app import create_app
from lagebild.web.bases import Bases
from lagebild.web.guard import POLICY
from lagebild.web.settings import Settings
from tests.web.conftest import Made, filled, first_document

HOSTILE = (
    "<script>alert(1)</script> Ada Kroll sagte: „<img src=x onerror=alert(2)>“ & \"'><svg/onload=alert(3)>, "
    "sagte Kroll. {{ 7 * 7 }} {% raw %} </p></article></script> javascript:alert(4)"
)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]:80"])
def test_a_foreign_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:8031", "LOCALHOST:1"])
def test_the_names_of_this_machine_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://[evil"},
    ],
)
def test_a_foreign_page_cannot_change_anything(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/settings", data={"theme": "dark"}, headers=headers).status_code == 403


def test_a_page_of_ours_and_a_program_can(client: TestClient) -> None:
    ours = {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8031"}
    for headers in (ours, {}):
        assert client.post("/settings", data={}, headers=headers, follow_redirects=False).status_code == 303


def test_a_token_is_asked_for_and_kept(reports: Path, visitor: Made) -> None:
    client = visitor(reports, token="geheim")
    assert client.get("/").status_code == 401
    assert client.get("/", headers={"authorization": "Bearer geheim"}).status_code == 200
    assert client.get("/?token=falsch").status_code == 401
    answer = client.get("/statements?speaker=x&token=geheim", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/statements?speaker=x"
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert client.get("/").status_code == 200


def test_a_token_in_the_address_leads_to_no_other_site(reports: Path, visitor: Made) -> None:
    answer = visitor(reports, token="geheim").get("//evil.example/?token=geheim", follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith("//")


def test_a_large_upload_is_refused(copy: Path, visitor: Made) -> None:
    client = visitor(copy, largest_upload=1000)
    assert client.post("/add/text", data={"text": "a" * 2000}).status_code == 413


@pytest.mark.parametrize("path", ["/add/text", "/api/v1/documents"])
def test_a_large_upload_that_does_not_say_how_long_it_is_is_refused(copy: Path, visitor: Made, path: str) -> None:
    client = visitor(copy, largest_upload=1000)
    kind = "application/json" if path.startswith("/api") else "application/x-www-form-urlencoded"
    answer = client.post(path, content=(b"text=" + b"a" * 300 for _ in range(20)), headers={"content-type": kind})
    assert answer.status_code == 413


@pytest.mark.parametrize("page", ["/", "/statements", "/index.json", "/static/lagebild.css", "/nirgends", "/api/v1/"])
def test_every_answer_forbids_what_is_not_ours(client: TestClient, page: str) -> None:
    headers = client.get(page).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("page", ["/", "/documents", "/statements", "/entities", "/search?q=Kroll"])
def test_pages_hold_no_inline_script_and_no_inline_style(client: TestClient, page: str) -> None:
    told = client.get(page).text
    assert " style=" not in told
    assert " on" + "click=" not in told
    assert "<style" not in told
    assert "<script>" not in told


def test_markup_in_reports_is_shown_as_text(tmp_path: Path, visitor: Made) -> None:
    hostile = (("2031-03-13", "<b>Blatt</b>", "<script>alert(0)</script>", HOSTILE),)
    client = visitor(filled(tmp_path / "feind.db", hostile))
    key = first_document(client, "<script>")
    refs = [one["ref"] for one in client.get(f"/documents/{key}.json").json()["statements"]]
    pages = ["/", "/documents", "/statements", "/entities", "/search?q=%3Cscript%3E", f"/documents/{key}"]
    for page in [*pages, *(f"/documents/{key}?open={ref}" for ref in refs)]:
        told = client.get(page).text
        for bad in ("<script>alert", "<img src=x", "<svg/onload", "<b>Blatt"):
            assert bad not in told, page
        assert "49" not in told[: told.index("</title>")]


def test_an_answer_that_is_our_fault_forbids_what_is_not_ours_too(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Bases, "reading", broken)
    app = create_app(Settings(reports))
    with TestClient(app, base_url="http://127.0.0.1:8031", raise_server_exceptions=False) as client:
        answer = client.get("/add")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY


def test_an_address_that_is_no_place_on_the_web_is_no_link(tmp_path: Path, visitor: Made) -> None:
    path = tmp_path / "eigen.db"
    with KnowledgeBase(path) as base:
        for address in ("javascript:alert(1)", "https://hafenblatt.example/1"):
            read = lagebild.read_document(Document(id=address, text="Eis, sagte Ada.", language="de", url=address))
            base.store.add(encode(read), engine="test")
    client = visitor(path)
    pages = [client.get(f"/documents/{row['document']}").text for row in client.get("/documents.json").json()["rows"]]
    assert not any('href="javascript:' in page for page in pages)
    assert any('href="https://hafenblatt.example/1"' in page for page in pages)
