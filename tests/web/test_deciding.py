"""Review: what a person decides is kept, shown, undone, and nobody overwrites anybody."""

import re
from pathlib import Path
from typing import Any

import apsw
import pytest
from starlette.testclient import TestClient

from lagebild.knowledge import KnowledgeBase
from lagebild.web import deciding
from tests.web.conftest import Made, first_document

PART = {"HX-Request": "true"}


def the_card(client: TestClient, place: str) -> dict[str, Any]:
    card: dict[str, Any] = client.get(f"{place}.json").json()
    return card


def a_statement(client: TestClient, number: int = 0) -> str:
    key = first_document(client)
    ref = client.get(f"/documents/{key}.json").json()["statements"][number]["ref"]
    return f"/documents/{key}/records/{ref}"


def test_a_record_is_accepted_and_that_is_undone(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    place = a_statement(client)
    answer = client.post(place, data={"verdict": "accept", "seen": ""}, headers=PART)
    assert answer.status_code == 200
    assert answer.headers["hx-trigger"] == "lagebild:decided"
    card = the_card(client, place)
    assert card["standing"] == "accepted"
    assert card["judgements"][0]["author"] == "Ada"
    client.post(place, data={"verdict": "undo", "seen": card["version"]}, headers=PART)
    card = the_card(client, place)
    assert card["standing"] == "found"
    assert card["judgements"][0]["undone"]


def test_a_rejected_record_leaves_the_article_and_keeps_its_card(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    place = a_statement(client)
    before = client.get(f"{place.partition('/records')[0]}.json").json()["statements"]
    client.post(place, data={"verdict": "reject", "seen": ""}, headers=PART)
    after = client.get(f"{place.partition('/records')[0]}.json").json()["statements"]
    assert len(after) == len(before) - 1
    assert the_card(client, place)["standing"] == "rejected"


def test_a_speaker_is_corrected_by_typing_and_words_by_their_place(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    place = a_statement(client, 1)
    client.post(
        place, data={"verdict": "correct", "field": "speaker", "value": "Clara Wenden", "seen": ""}, headers=PART
    )
    card = the_card(client, place)
    assert card["people"][0]["name"] == "Clara Wenden"
    text = client.get(f"{place.partition('/records')[0]}.json").json()["record"]["text"]
    start = text.index("40 Boote")
    wish = {"verdict": "correct", "field": "content", "value": f"{start}-{start + 8}", "seen": card["version"]}
    client.post(place, data=wish, headers=PART)
    assert the_card(client, place)["words"] == ["40 Boote"]


def test_a_value_that_cannot_be_is_told_and_nothing_is_kept(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    place = a_statement(client)
    answer = client.post(place, data={"verdict": "correct", "field": "act", "value": "singen"}, headers=PART)
    assert answer.status_code == 422
    assert "singen" in answer.text
    assert the_card(client, place)["judgements"] == []


def test_who_comes_second_is_told_and_overwrites_nothing(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    place = a_statement(client)
    seen = the_card(client, place)["version"]
    assert client.post(place, data={"verdict": "accept", "seen": seen}, headers=PART).status_code == 200
    second = client.post(place, data={"verdict": "reject", "seen": seen}, headers=PART)
    assert second.status_code == 409
    assert "Jemand anderes" in second.text
    assert the_card(client, place)["standing"] == "accepted"


def test_nobody_can_write_between_the_look_and_the_decision(
    copy: Path, visitor: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program with the same file waits until the decision is made."""
    looked, refused = deciding.newest_on, []

    def look(base: KnowledgeBase, document: str, kind: str, name: str) -> str:
        other = apsw.Connection(str(copy))
        with pytest.raises(apsw.BusyError):
            other.execute("begin immediate")
        other.close()
        refused.append(name)
        return looked(base, document, kind, name)

    client = visitor(copy)
    place = a_statement(client)
    monkeypatch.setattr(deciding, "newest_on", look)
    assert client.post(place, data={"verdict": "accept", "seen": ""}, headers=PART).status_code == 200
    assert len(refused) == 1


def test_without_scripts_a_form_leads_back_to_the_card(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    place = a_statement(client)
    answer = client.post(place, data={"verdict": "accept"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("#card")


def test_a_figure_without_a_key_is_found_again_when_its_words_are_corrected(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    key = first_document(client)
    record = client.get(f"/documents/{key}.json").json()["record"]
    start, stop = record["quantities"][0]["span"]
    place = f"/documents/{key}/records/quantity:{start}-{stop}"
    wish = {"verdict": "correct", "field": "span", "value": f"{start}-{stop + 1}"}
    answer = client.post(place, data=wish, headers=PART)
    assert answer.status_code == 200
    assert f"quantity:{start}-{stop + 1}" in answer.text


def test_judgements_are_listed_and_undone_from_the_list(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    client.post(a_statement(client), data={"verdict": "reject"}, headers=PART)
    row = client.get("/judgements.json").json()["rows"][0]
    assert (row["verdict"], row["state"]) == ("reject", "holds")
    assert client.get(f"/records/{row['document']}/{row['kind']}:{row['record']}").status_code == 200
    client.post(f"/judgements/{row['key']}/undo")
    assert client.get("/judgements.json").json()["rows"][1]["state"] == "undone"
    assert client.get("/rules").status_code == 200


def test_a_visitor_decides_under_the_name_that_they_gave(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    client.post("/settings", data={"author": "Jürgen Żak"})
    client.post(a_statement(client), data={"verdict": "accept"}, headers=PART)
    assert client.get("/judgements.json").json()["rows"][0]["author"] == "Jürgen Żak"


def test_entities_are_merged_split_and_renamed(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    keys = {row["name"]: row["key"] for row in client.get("/entities.json").json()["rows"]}
    one, other = keys["Ada Kroll"], keys["Clara Wenden"]
    assert client.post("/entities/merge", data={"key": [one]}).status_code == 400
    client.post("/entities/merge", data={"key": [one, other]})
    merged = client.get(f"/entities/{one}.json").json()
    assert {"Ada Kroll", "Clara Wenden"} <= set(merged["names"])
    client.post(f"/entities/{one}/rename", data={"name": "Die Hafenleute"})
    assert client.get(f"/entities/{one}.json").json()["name"] == "Die Hafenleute"
    ref = merged["documents"][0]["ref"]
    assert client.post(f"/entities/{one}/split", data={"ref": [ref]}, follow_redirects=False).status_code == 303


def seen_on(client: TestClient, page: str) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', client.get(page).text)
    assert found is not None
    return found[1]


def test_two_people_who_merge_and_rename_do_not_overwrite_each_other(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    keys = {row["name"]: row["key"] for row in client.get("/entities.json").json()["rows"]}
    one, other, third = keys["Ada Kroll"], keys["Clara Wenden"], keys["Russland"]
    seen = seen_on(client, f"/entities/{one}")
    assert client.post(f"/entities/{third}/rename", data={"name": "Moskau", "seen": seen}).status_code == 200
    assert client.post(f"/entities/{one}/rename", data={"name": "A. Kroll", "seen": seen}).status_code == 200
    second = client.post("/entities/merge", data={"key": [other, one], "seen": seen})
    assert second.status_code == 409
    assert "Jemand anderes" in second.text
    assert client.post(f"/entities/{one}/rename", data={"name": "B. Kroll", "seen": seen}).status_code == 409
    assert client.get(f"/entities/{one}.json").json()["name"] == "A. Kroll"
    again = {"name": "B. Kroll", "seen": seen_on(client, f"/entities/{one}")}
    assert client.post(f"/entities/{one}/rename", data=again).status_code == 200
    wish = {"name": "C. Kroll", "seen": seen}
    assert client.post(f"/api/v1/entities/{one}/rename", json=wish).status_code == 409


def test_a_base_that_cannot_be_written_is_shown_without_forms(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    client.app.state.bases.writable = False  # type: ignore[attr-defined]
    place = a_statement(client)
    part = client.get(place, headers=PART).text
    assert "<form" not in part
    assert '<form action="/add' not in client.get("/add").text


def test_pages_and_command_line_see_the_same_judgements(copy: Path, visitor: Made) -> None:
    client = visitor(copy)
    client.post(a_statement(client), data={"verdict": "accept"}, headers=PART)
    with KnowledgeBase(copy) as base:
        (told,) = list(base.judgements())
        base.undo(told.judgement.key, author="Bo")
    assert client.get("/judgements.json").json()["rows"][0]["author"] == "Bo"
