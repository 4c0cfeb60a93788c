"""Words shown to readers, from resources/labels/<code>.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def labels(code: str = "en") -> dict[str, Any]:
    """The tables of words for one interface language; callers only read them."""
    text = files("lagebild").joinpath("resources", "labels", f"{code}.toml").read_text("utf-8")
    return tomllib.loads(text)
