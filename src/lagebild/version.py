"""Which version of the program this is; the one place that says so."""

from importlib.util import find_spec

VERSION = "0.1.0"


def compiled() -> bool:
    """Whether the modules that take most of the time of reading are compiled here; they find the same either way."""
    found = find_spec("lagebild.analysis.tagger")
    return found is not None and not str(found.origin).endswith(".py")
