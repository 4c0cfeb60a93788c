"""`lagebild entities`, from the outside."""

import json
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from lagebild.model.codec import encode
from tests.store.test_identities import report


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the documents in a base, in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LAGEBILD_AUTHOR", "ada")
    reports = (
        report(3, "Ada Kroll", "Ole Vang", office="Torhüter"),
        report(4, "Ada Kroll"),
        report(5, "Ole Vang", office="Finanzminister"),
    )
    with lagebild.open("lagebild.db") as base:
        return [base.store.add(encode(item), engine="test").key for item in reports]


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["entities", *words, "--format", "jsonl"]) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def names(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[object, object]]:
    return [(row["name"], row["documents"]) for row in rows(capsys, *words)]


def test_entities_are_listed_with_counts_and_filters(capsys: pytest.CaptureFixture[str]) -> None:
    assert names(capsys) == [("Ada Kroll", 2), ("Ole Vang", 1), ("Ole Vang", 1)]
    assert names(capsys, "--name", "KROLL") == [("Ada Kroll", 2)]
    assert names(capsys, "--least", "2", "--kind", "person", "--since", "2024-12-04") == [("Ada Kroll", 2)]
    assert names(capsys, "--limit", "1", "--order", "last") == [("Ole Vang", 1)]


def test_an_entity_is_shown_with_its_reports_and_who_it_may_be(
    capsys: pytest.CaptureFixture[str], documents: list[str]
) -> None:
    assert main(["entities", "show", "ada kroll", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert [place["ref"].partition("/")[0] for place in told["documents"]] == documents[1::-1]
    key = str(rows(capsys, "suggest")[0]["one"])
    assert main(["entities", "show", key[:8]]) == DONE
    assert "maybe" in capsys.readouterr().out


def test_decisions_hold_and_can_be_undone(capsys: pytest.CaptureFixture[str], documents: list[str]) -> None:
    (pair,) = rows(capsys, "suggest")
    assert main(["entities", "merge", str(pair["one"]), str(pair["other"])]) == DONE
    key = capsys.readouterr().err.split()[1].strip(":")
    assert names(capsys) == [("Ada Kroll", 2), ("Ole Vang", 2)]
    assert main(["entities", "rename", "Ole Vang", "Ole Vang-Bonn"]) == DONE
    assert main(["entities", "split", "Ada Kroll", documents[1][:8], "--author", "ole"]) == DONE
    capsys.readouterr()
    assert names(capsys) == [("Ole Vang-Bonn", 2), ("Ada Kroll", 1), ("Ada Kroll", 1)]
    assert main(["judge", "undo", key]) == DONE
    capsys.readouterr()
    assert ("Ole Vang", 1) in names(capsys)
    assert main(["judge", "list", "--format", "jsonl"]) == DONE
    states = [json.loads(line)["state"] for line in capsys.readouterr().out.splitlines()]
    assert states == ["undone", "holds", "holds", "holds"]


def test_two_that_are_kept_apart_are_not_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    (pair,) = rows(capsys, "suggest")
    assert main(["entities", "apart", str(pair["one"]), str(pair["other"])]) == DONE
    capsys.readouterr()
    assert rows(capsys, "suggest") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "Una Bell"], "no entity has this key or name"),
        (["show", "Ole Vang"], "fits several"),
        (["split", "Ada Kroll", "dffff"], "in no document whose key begins so"),
        (["merge", "Ada Kroll", "ada kroll"], "with itself"),
        (["rename", "Ada Kroll", " "], "at least one letter"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["entities", *words]) == WRONG_USE
    assert told in capsys.readouterr().err


def test_the_base_may_be_named_before_or_behind_the_verb(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--db", "none.db", "show", "Ada Kroll"], ["show", "Ada Kroll", "--db", "none.db"]):
        assert main(["entities", *words]) == WRONG_USE
        assert "none.db" in capsys.readouterr().err


def test_everybody_can_be_compared_anew(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entities", "renew"]) == DONE
    assert "compared anew, 2 groups of names" in capsys.readouterr().err


def test_a_base_that_cannot_be_written_is_still_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with lagebild.open("lagebild.db") as base:
        base.store.refresh_identities()
    with lagebild.open("lagebild.db", write=False) as base:
        assert [item.name for item in base.entities()] == ["Ada Kroll", "Ole Vang", "Ole Vang"]
    del tmp_path, capsys
