"""The demonstration: invented reports that come with the program, to be added like any other folder."""

from importlib.resources import files
from pathlib import Path


def demonstration(language: str = "de") -> Path:
    """The folder of the reports in that language, one Markdown file each; its path is a source for `add`.

    docs/demonstration.md tells what they are about.
    """
    return Path(str(files("lagebild"))) / "resources" / language / "demonstration"
