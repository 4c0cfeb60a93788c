"""Where the annotated articles lie, which are not part of the project."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path | None:
    """The folder named by LAGEBILD_SHARED, else `shared` beside the project; None when it is not there."""
    folder = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "gold" / "score.py").is_file() else None
