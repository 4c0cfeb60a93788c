"""Hostile files cost only themselves: each is read or refused within limits, and the report beside it is read."""

import sys
from pathlib import Path

import pytest

from lagebild.intake.limits import Limits
from lagebild.intake.options import Units
from lagebild.intake.take import take
from tests.intake.memory import Memory
from tests.reading.hostile import HOSTILE

UNITS = Units(extract="tests.intake.acts:extract")
"""Only reading is asked here, which is where the hostility lies."""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are watched there, which takes longer")
@pytest.mark.parametrize("slow", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_each_hostile_file_is_read_or_refused_and_the_run_goes_on(slow: bool, tmp_path: Path) -> None:
    chosen = [hostile for hostile in HOSTILE if hostile.slow is slow]
    for number, hostile in enumerate(chosen):
        (tmp_path / f"{number:03}{hostile.suffix}").write_bytes(hostile.make())
        (tmp_path / f"{number:03}-zz.txt").write_text(f"Der Hafen bleibt zu, Nummer {number}.", "utf-8")
    sink = Memory()
    tally = take([str(file) for file in sorted(tmp_path.iterdir())], sink=sink, limits=Limits(), units=UNITS)
    plain = [text for text in sink.texts if text.startswith("Der Hafen bleibt zu, Nummer")]
    assert len(plain) == len(chosen)
    refused = {Path(origin.split(",")[0]).name[:3] for origin in sink.failures}
    wanted = {f"{number:03}" for number, hostile in enumerate(chosen) if hostile.reason is not None}
    assert wanted <= refused
    assert tally.broken == 0
