"""A small kill test: whenever `lagebild add` is killed, what it acknowledged stays, and it resumes to the same content.

The whole one is `python bench/kill.py`.
"""

import sys
from pathlib import Path

import pytest

from bench import kill


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_killed_runs_lose_nothing_and_resume_to_the_same_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kill, "SHARED", tmp_path)
    source = kill.written(tmp_path, 12)
    expected, took = kill.undisturbed(tmp_path, source, workers=1)
    assert (len(expected["documents"]), len(expected["failures"])) == (12, 2)
    for number, share in enumerate((0.5, 0.8, 0.95)):
        shown = kill.played(tmp_path, source, expected, number, took * share, workers=number % 2 + 1)
        assert shown.wrong == []
