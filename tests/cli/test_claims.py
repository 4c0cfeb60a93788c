"""`lagebild claims`, from the outside."""

import json
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from lagebild.model.codec import encode
from tests.comparison.claims.reports import FIRE, REPORTS, held, holding

MATTER = "800 Soldaten"


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base with the reports, in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LAGEBILD_AUTHOR", "ada")
    with lagebild.open("lagebild.db") as opened:
        for name in REPORTS:
            opened.store.add(encode(holding(name).findings), engine="test")


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["claims", *words, "--format", "jsonl"]) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def key_of(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    return str(rows(capsys, *words)[0]["key"])


def test_claims_are_listed_those_told_most_often_first(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys)
    assert "Soldaten" in str(found[0]["claim"])
    assert (found[0]["tellings"], found[0]["documents"], found[0]["against"]) == (3, 2, 1)
    assert (found[0]["first"], found[0]["last"]) == ("2031-03-03", "2031-03-04")
    assert [row["tellings"] for row in found] == sorted((int(str(row["tellings"])) for row in found), reverse=True)


def test_words_and_filters_choose(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(rows(capsys, "Kasachstan", "Truppe", "Soldat")) == 0
    assert len(rows(capsys, "Kasachstan", "Soldat")) == 1
    assert len(rows(capsys, "list", "--documents", "2")) == 2
    assert len(rows(capsys, "--denied")) == 1
    assert len(rows(capsys, "--speaker", "Geheimdienst", "--documents", "2")) == 1
    assert len(rows(capsys, "--publisher", "Bergbote", "--documents", "2")) == 1
    assert len(rows(capsys, "--since", "2031-03-06", "--documents", "2")) == 1
    assert rows(capsys, "Soldat", "--as-of", "2031-03-03")[0]["tellings"] == 1
    assert not rows(capsys, "--decided")


def test_days_may_be_months_and_years(capsys: pytest.CaptureFixture[str]) -> None:
    whole = rows(capsys)
    assert rows(capsys, "--since", "2031") == rows(capsys, "--until", "2031-03") == whole
    assert not rows(capsys, "--until", "2030")
    assert main(["claims", "--since", "2031-13"]) == WRONG_USE
    assert "write it like 2024-11-15, 2024-11 or 2024" in capsys.readouterr().err
    assert main(["claims", "--since", "2031-04", "--as-of", "2031-03"]) == WRONG_USE
    assert "turn the two around" in capsys.readouterr().err


def test_reports_without_a_day_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with lagebild.open("lagebild.db") as opened:
        found = held("x", None, "Bergbote", "Kasachstan hat 800 Soldaten nach Tadschikistan geschickt.")
        opened.store.add(encode(found.findings), engine="test")
    assert main(["claims", "--as-of", "2031-03-03"]) == DONE
    said = capsys.readouterr()
    assert "1 report without a day of publication: on none of these days" in said.err
    assert "800 Soldaten" in said.out


def test_nothing_found_and_more_than_shown_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "Schlittenhund"]) == DONE
    assert "nothing found" in capsys.readouterr().err
    assert main(["claims", "--limit", "1"]) == DONE
    assert "there are more than 1" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["claims", "show"], ["show"]])
def test_one_claim_is_shown_with_tellings_and_reasons(capsys: pytest.CaptureFixture[str], verb: list[str]) -> None:
    key = key_of(capsys)
    assert main([*verb, key[:8]]) == DONE
    page = capsys.readouterr().out
    for words in (MATTER, "1.200", "Origins", "denies: ", "How they stand to each other", "Why these are one"):
        assert words in page
    assert main([*verb, key, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["key"] == key
    assert len(told["tellings"]) == 3


def test_why_tells_what_speaks_for_two_being_one(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (str(row["key"]) for row in rows(capsys)[:2])
    assert main(["claims", "why", one, other]) == DONE
    assert capsys.readouterr().out.startswith("0.")


def test_claims_are_merged_split_and_that_is_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    before = rows(capsys)
    one, other = (str(row["key"]) for row in before[:2])
    assert main(["claims", "merge", one, other[:9]]) == DONE
    undo = capsys.readouterr().err.split(":")[1].strip()
    assert len(rows(capsys)) == len(before) - 1
    assert rows(capsys, "--decided")[0]["key"] == one
    assert main(["claims", "undo", undo]) == DONE
    capsys.readouterr()
    assert rows(capsys) == before
    with lagebild.open("lagebild.db") as opened:
        document = opened.claim(one).tellings[0].document
    assert main(["claims", "split", one, document]) == DONE
    capsys.readouterr()
    assert len(rows(capsys)) == len(before) + 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "c0000"], "no claim has a key that begins so"),
        (["show", "c"], "fits several"),
        (["merge", "c0000", "c1111"], "no claim has a key"),
        (["split", "KEY", "d99"], "nothing of"),
    ],
)
def test_what_cannot_be_meant_is_said(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    key = key_of(capsys)
    assert main(["claims", *(key if word == "KEY" else word for word in words)]) == WRONG_USE
    assert said in capsys.readouterr().err


def test_everything_can_be_compared_anew(capsys: pytest.CaptureFixture[str]) -> None:
    before = rows(capsys)
    assert main(["claims", "renew"]) == DONE
    assert "4 documents" in capsys.readouterr().err
    assert rows(capsys) == before
    assert main(["check"]) == DONE


@pytest.fixture
def pair(base: None, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Two claims of a base with more reports that may be one."""
    with lagebild.open("lagebild.db") as opened:
        for name in FIRE:
            opened.store.add(encode(holding(name).findings), engine="test")
    first = near(capsys)[0]
    return str(first["one"]), str(first["other"])


def near(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["claims", "near", *words, "--format", "jsonl"]) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_what_may_be_one_is_shown_with_what_to_do(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "show", pair[0]]) == DONE
    page = capsys.readouterr().out
    assert "Perhaps the same" in page
    assert pair[1] in page
    assert f"lagebild claims merge {pair[0]}" in page
    assert main(["show", pair[0], "--json"]) == DONE
    assert pair[1] in {item["other"] for item in json.loads(capsys.readouterr().out)["near"]}


def test_pairs_are_listed_of_all_of_words_and_of_one_claim(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    everything = near(capsys)
    assert near(capsys, pair[0][:9])
    assert {row["one"] for row in near(capsys, pair[0][:9])} == {pair[0]}
    assert near(capsys, "Papierfabrik")
    assert len(near(capsys, "--each", "1")) <= len(everything)
    assert main(["claims", "near", "--limit", "1", "--format", "csv"]) == DONE
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert "there are more than 1" in said.err
    assert main(["claims", "near", "Schlittenhund"]) == DONE
    assert "nothing is near enough" in capsys.readouterr().err


def test_pairs_that_are_not_one_are_not_shown_again(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    before = near(capsys)
    assert main(["claims", "apart", *pair]) == DONE
    undo = capsys.readouterr().err.split(":")[1].strip()
    assert set(pair) not in [{row["one"], row["other"]} for row in near(capsys)]
    assert main(["claims", "undo", undo]) == DONE
    capsys.readouterr()
    assert near(capsys) == before
    assert main(["claims", "apart", pair[0], pair[0]]) == WRONG_USE
    assert "is one claim" in capsys.readouterr().err
