"""docs/demonstration.md names every outlet of the demonstration, and its Python example adds them all."""

import re
from pathlib import Path

import pytest

from lagebild.reading.demonstration import demonstration

PAGE = (Path(__file__).parents[2] / "docs" / "demonstration.md").read_text("utf-8")
REPORTS = sorted(demonstration().glob("*.md"))


def test_every_outlet_is_named() -> None:
    outlets = {name for path in REPORTS for name in re.findall(r"^publisher: (.+)$", path.read_text("utf-8"), re.M)}
    assert [outlet for outlet in sorted(outlets) if f"*{outlet}*" not in PAGE] == []


def test_the_python_example_adds_every_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    example = re.search(r"```python\n(.*?)```", PAGE, re.S)
    assert example is not None
    exec(example[1], {})
    assert capsys.readouterr().out.strip() == str(len(REPORTS))
