"""docs/add.md knows every option and every outcome, and its Python example runs."""

import re
from pathlib import Path

import pytest

from lagebild.cli.add import add
from lagebild.cli.failures import COLUMNS
from lagebild.intake.tally import Outcome

PAGE = (Path(__file__).parents[2] / "docs" / "add.md").read_text("utf-8")


@pytest.mark.parametrize("option", sorted(name for item in add.params for name in item.opts if name.startswith("--")))
def test_every_option_is_documented(option: str) -> None:
    assert f"`{option}" in PAGE


def test_every_outcome_of_a_document_and_every_column_of_a_failure_is_documented() -> None:
    outcomes = set(Outcome) - {Outcome.FAILED, Outcome.BROKEN, Outcome.PASSED}
    assert [name for name in (*outcomes, *COLUMNS) if f"`{name}`" not in PAGE] == []


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("Die Brücke bleibt zu, sagte Ute Wald am Montag.", "utf-8")
    (tmp_path / "corpus.jsonl").write_text('{"body": "Der Hafen bleibt zu, sagte Jens Holm."}\n{}\n', "utf-8")
    example = re.search(r"```python\n(.*?)```", PAGE, re.S)
    assert example is not None
    exec(example[1], {})
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "2 1 2"
    assert told[1].startswith("corpus.jsonl, line 2 ")
