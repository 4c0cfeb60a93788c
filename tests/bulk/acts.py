"""What takes documents apart in tests: texts say what shall happen, jobs too."""

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

from lagebild.bulk.hands import Hands
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from tests.intake.acts import acted

APART = "tests.bulk.acts:apart"


def apart(document: Document, *, engine: str | None, resources: str | None) -> Findings:
    """Nothing is found; a text that begins with "!" does what it says, as in tests.intake.acts.

    "!once:FILE" kills the process that reads it, but only where FILE is not there yet.
    """
    if document.text.startswith("!once:"):
        once(Path(document.text.removeprefix("!once:").strip()))
    else:
        list(acted(document.text))
    return Findings(document=replace(document, language="de"))


def once(mark: Path) -> None:
    """Kills this process, the first time."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def squared(asked: dict[str, Any], hands: Hands, tell: Any) -> dict[str, Any]:
    """A job that counts."""
    return {"squared": asked["number"] ** 2}


def killed_once(asked: dict[str, Any], hands: Hands, tell: Any) -> dict[str, Any]:
    """A job that costs its worker its life, the first time."""
    once(Path(asked["mark"]))
    return {"process": os.getpid()}


def niced(asked: dict[str, Any], hands: Hands, tell: Any) -> dict[str, Any]:
    """A job that says how much its worker lets others go first."""
    return {"nice": os.getpriority(os.PRIO_PROCESS, 0)}
