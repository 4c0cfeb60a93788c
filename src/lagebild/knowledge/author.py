"""Author: who decides, when nobody says so."""

import getpass
import os

from lagebild.errors import JudgementError

VARIABLE = "LAGEBILD_AUTHOR"


def author_of(given: str | None) -> str:
    """The name given, else that in LAGEBILD_AUTHOR, else the system's user name. Raises JudgementError without any."""
    for name in (given, os.environ.get(VARIABLE), _user()):
        if name is not None and name.strip():
            return " ".join(name.split())
    raise JudgementError(f"a judgement needs an author: give --author, or set {VARIABLE}")


def _user() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container may run under a number that nobody has
        return None
