"""By what claims are made is told by the program's own files."""

import subprocess
import sys
from pathlib import Path

import pytest

from lagebild.comparison.claims import making
from lagebild.comparison.claims.making import fingerprint


def test_the_same_program_makes_claims_alike() -> None:
    told = "from lagebild.comparison.claims.making import fingerprint; print(fingerprint())"
    again = subprocess.run([sys.executable, "-P", "-c", told], capture_output=True, text=True, check=True)
    assert again.stdout.strip() == fingerprint()
    assert len(fingerprint()) == 16


def test_a_compiled_package_makes_claims_as_its_sources_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in making._PARTS:
        (tmp_path / part).mkdir(parents=True)
    source = tmp_path / "analysis" / "tagger.py"
    source.write_text("pass\n", "utf-8")
    monkeypatch.setattr(making, "files", lambda _: tmp_path)
    told = making.fingerprint.__wrapped__()
    (tmp_path / "analysis" / "tagger.cpython-311-x86_64-linux-gnu.so").write_bytes(b"\x7fELF")
    (tmp_path / "analysis" / "tagger.cp311-win_amd64.pyd").write_bytes(b"MZ")
    assert making.fingerprint.__wrapped__() == told
    source.write_text("pass  # otherwise\n", "utf-8")
    assert making.fingerprint.__wrapped__() != told
