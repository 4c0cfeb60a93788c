"""Puts what `lagebild read --sample` prints now into the README, between its marks."""

import subprocess
import sys

from quality.page import replace_block
from quality.shared import ROOT

LINES = 34
"""As much of the page as shows every kind of statement."""


def printed() -> list[str]:
    """The beginning of the sample's page, as a block of code."""
    done = subprocess.run(
        [sys.executable, "-m", "lagebild", "read", "--sample"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    return ["```", *done.stdout.splitlines()[:LINES], "…", "```"]


if __name__ == "__main__":
    replace_block("README.md", "sample", printed())
