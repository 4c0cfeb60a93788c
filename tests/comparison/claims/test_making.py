"""By what claims are made is told by the program's own files."""

import subprocess
import sys

from lagebild.comparison.claims.making import fingerprint


def test_the_same_program_makes_claims_alike() -> None:
    told = "from lagebild.comparison.claims.making import fingerprint; print(fingerprint())"
    again = subprocess.run([sys.executable, "-P", "-c", told], capture_output=True, text=True, check=True)
    assert again.stdout.strip() == fingerprint()
    assert len(fingerprint()) == 16
