"""`lagebild judge`, from the outside."""

import json
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, SOME_FAILED, WRONG_USE, main
from lagebild.model.codec import decode, encode
from lagebild.model.findings import Findings
from tests.judging.values import findings


@pytest.fixture(autouse=True)
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of the one document in a base, in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LAGEBILD_AUTHOR", "ada")
    with lagebild.open("lagebild.db") as base:
        return base.store.add(encode(changed()), engine="test").key


def changed() -> Findings:
    """Keys as long as the engine's are."""
    text = json.dumps(encode(findings()))
    for short in ("a1", "a2", "e1"):
        text = text.replace(f'"{short}"', f'"{short}234567"')
    return decode(json.loads(text))


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["judge", *words, "--format", "jsonl"]) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def speakers() -> list[str | None]:
    with lagebild.open("lagebild.db") as base:
        return [said.speaker for holding in base.documents() for said in holding.findings.attributions]


def test_a_correction_shows_at_once_and_an_undo_takes_it_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", "correct", "a123", "speaker", "Ole Vang"]) == DONE
    assert speakers() == ["Ole Vang", "Ole Vang"]
    (row,) = rows(capsys, "list")
    assert (row["author"], row["field"], row["value"], row["state"]) == ("ada", "speaker", '"Ole Vang"', "holds")
    assert main(["judge", "undo", str(row["key"])]) == DONE
    assert speakers() == ["Ada Kroll", "Ole Vang"]
    assert [row["state"] for row in rows(capsys, "list")] == ["undone", "holds"]


def test_a_rejected_record_is_in_no_answer(document: str) -> None:
    assert main(["judge", "reject", f"{document[:9]}/a1234567", "--author", "Ole"]) == DONE
    assert speakers() == ["Ole Vang"]
    assert main(["judge", "accept", f"{document}/a1234567"]) == DONE
    assert speakers() == ["Ada Kroll", "Ole Vang"]


@pytest.mark.parametrize(
    ("words", "field", "value", "told"),
    [
        ("a123", "content", "am Montag", [[38, 47]]),
        ("a123", "content", "Peru habe … beschlagnahmt", [[28, 37], [66, 79]]),
        ("a123", "to", "80-88", None),
        ("a123", "source", "none", None),
        ("{}/quantity:48-58", "low", "39.5", 39.5),
        ("{}/48-58", "unit", "t", "t"),
        ("{}/mention:11-20", "entity", "Ole Vang", "vang"),
        ("e123", "status", "denied", "denied"),
    ],
)
def test_values_are_read_as_people_write_them(
    document: str, capsys: pytest.CaptureFixture[str], words: str, field: str, value: str, told: object
) -> None:
    assert main(["judge", "correct", words.format(document), field, value]) == DONE
    (row,) = rows(capsys, "list")
    if told is not None:
        assert json.loads(str(row["value"])) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["accept", "ffff"], "no record has a key that begins so"),
        (["accept", "a"], "too short"),
        (["accept", "48-58"], "named with their document"),
        (["accept", "dffff/a123"], "no document"),
        (["correct", "a123", "act", "mumble"], "is none of say"),
        (["correct", "a123", "content", "steht hier nicht"], "does not stand in the text"),
        (["correct", "a123", "colour", "red"], "no field 'colour'"),
        (["undo", "jffff"], "no judgement has a key"),
        (["note", "a123", " "], "at least one word"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["judge", *words]) == WRONG_USE
    assert told in capsys.readouterr().err
    assert rows(capsys, "list") == []


def test_judgements_travel_and_importing_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["judge", "accept", "a123", "a223"])
    main(["judge", "export"])
    lines = capsys.readouterr().out
    (tmp_path / "ada.jsonl").write_text(f"{{}}\n{lines}", "utf-8")
    with lagebild.open(tmp_path / "other.db") as other:
        other.store.add(encode(changed()), engine="test")
    assert main(["judge", "import", "ada.jsonl", "--db", "other.db"]) == SOME_FAILED
    err = capsys.readouterr().err
    assert "ada.jsonl:1: " in err
    assert "2 new, 0 known already, 1 lines are none" in err
    (tmp_path / "ada.jsonl").write_text(lines, "utf-8")
    assert main(["judge", "import", "ada.jsonl", "--db", "other.db"]) == DONE
    assert "0 new, 2 known" in capsys.readouterr().err
    assert [row["state"] for row in rows(capsys, "list", "--db", "other.db")] == ["holds", "holds"]


def test_a_file_that_is_no_text_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe")
    assert main(["judge", "import", "bad.jsonl"]) == SOME_FAILED
    assert "is not UTF-8 text" in capsys.readouterr().err


def test_a_judgement_waits_for_its_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["judge", "reject", "a123"])
    main(["judge", "export"])
    (tmp_path / "ada.jsonl").write_text(capsys.readouterr().out, "utf-8")
    with lagebild.open(tmp_path / "empty.db"):
        pass
    main(["judge", "import", "ada.jsonl", "--db", "empty.db"])
    capsys.readouterr()
    (row,) = rows(capsys, "list", "--db", "empty.db")
    assert (row["state"], row["reason"]) == (
        "adrift",
        "its document is not in this base; it will hold when that is added",
    )
    with lagebild.open(tmp_path / "empty.db") as base:
        base.store.add(encode(changed()), engine="test")
        assert [said.speaker for holding in base.documents() for said in holding.findings.attributions] == ["Ole Vang"]


def test_statistics_tell_how_often_a_rule_was_right(capsys: pytest.CaptureFixture[str]) -> None:
    main(["judge", "accept", "a123"])
    main(["judge", "correct", "a223", "act", "warn"])
    (row,) = rows(capsys, "statistics")
    assert (row["rule"], row["judged"], row["right"], row["few"], row["fields"]) == (
        "attribution verb", 2, 0.5, "few", "act 1",
    )  # fmt: skip
    assert [row["confidence"] for row in rows(capsys, "statistics", "--by", "confidence")] == ["0.70–0.80", "0.90–0.95"]
