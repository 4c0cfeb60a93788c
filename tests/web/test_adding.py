"""Adding: a text or files become reports while pages go on; what fails is told with the reason."""

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.conftest import Made
from tests.web.test_api import finished

TEXT = "Die Hafenwächterin Ada Kroll sagte am Montag, das Eis werde dicker und die Schleuse bleibe zu."


def run_of(client: TestClient, location: str) -> dict[str, object]:
    return finished(client, f"{location}.json")


def happened(run: dict[str, object]) -> list[dict[str, object]]:
    told = run["happened"]
    assert isinstance(told, list)
    return told


def test_a_pasted_text_is_read_and_can_be_opened(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    wish = {"text": TEXT, "title": "Eis im Hafen", "date": "2031-03-14", "publisher": "Hafenblatt"}
    answer = client.post("/add/text", data=wish, follow_redirects=False)
    run = run_of(client, answer.headers["location"])
    assert run["counts"] == {"added": 1}
    key = happened(run)[0]["key"]
    page = client.get(f"/documents/{key}.json").json()
    assert page["facts"]["title"] == "Eis im Hafen"
    assert page["statements"][0]["speaker"] == "Ada Kroll"
    assert client.get(answer.headers["location"]).status_code == 200


def test_files_are_read_and_what_fails_is_told(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    files = [
        ("files", ("../../bericht.html", f"<html><title>Eis</title><p>{TEXT}</p></html>", "text/html")),
        ("files", ("kaputt.pdf", b"%PDF-1.4 nothing", "application/pdf")),
    ]
    answer = client.post("/add/files", files=files, data={"date": "2031-03-14"}, follow_redirects=False)
    run = run_of(client, answer.headers["location"])
    assert run["counts"] == {"added": 1, "failed": 1}
    failed = client.get("/failures.json").json()["failures"]
    assert len(failed) == 1
    assert "kaputt.pdf" in failed[0]["origin"]
    again = client.post("/add/retry", follow_redirects=False)
    assert run_of(client, again.headers["location"])["counts"] == {"failed": 1}


def test_nothing_is_no_report(client: TestClient) -> None:
    assert client.post("/add/text", data={"text": "  "}).status_code == 400
    assert client.post("/add/text", data={"text": TEXT, "date": "morgen"}).status_code == 400
    for address in ("file:///etc/passwd", "http://[", "eis"):
        assert client.post("/add/address", data={"address": address}).status_code == 400


def test_a_server_without_network_fetches_nothing(reports: Path, visitor: Made) -> None:
    client = visitor(reports, offline=True)
    assert client.post("/add/address", data={"address": "https://www.example.org/"}).status_code == 400
    assert 'name="address"' not in client.get("/add").text


def test_a_list_that_is_uploaded_leads_nowhere(copy: Path, visitor: Made) -> None:
    feed = """<rss version="2.0"><channel><title>Hafenblatt</title><item><title>Eis</title>
              <link>http://127.0.0.1:9/eis</link></item></channel></rss>"""
    client = visitor(copy)
    files = [("files", ("liste.xml", feed, "application/rss+xml"))]
    answer = client.post("/add/files", files=files, follow_redirects=False)
    told = happened(run_of(client, answer.headers["location"]))
    assert "offline" in str(told) or "network" in str(told)


def test_names_in_any_script_become_names_of_files(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    answer = client.post("/add/text", data={"text": TEXT, "title": "\U0001d400" * 300}, follow_redirects=False)
    assert run_of(client, answer.headers["location"])["counts"] == {"added": 1}


def test_half_a_surrogate_pair_is_refused_and_the_page_goes_on(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    for name in ("text", "title", "author"):
        words = '{"text": "Eis.", "' + name + '": "\\ud800"}'
        answer = client.post("/api/v1/documents", content=words, headers={"content-type": "application/json"})
        assert answer.status_code == 422
    assert client.get("/add").status_code == client.get("/api/v1/runs").status_code == 200
