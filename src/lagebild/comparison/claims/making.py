"""Making: by what tellings and ties are made, so that kept ones are not read as if this version had made them."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

_PARTS = ("analysis", "comparison/claims", "comparison/origins", "language", "model", "resources/de", "store/claims")
"""Folders of the program that decide where a telling begins and ends, who says it, which are of one claim, and how that
is kept."""
_LEFT_OUT = ("__pycache__", "demonstration")
_COMPILED = (".pyc", ".so", ".pyd")
"""The same code again, as one Python or machine runs it."""


@cache
def fingerprint() -> str:
    """Sixteen hex digits that change with the code and the tables of tellings and claims."""
    digest = blake2b(digest_size=8)
    for part in _PARTS:
        for name, content in _contents(files("lagebild").joinpath(*part.split("/")), part):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{path}/{item.name}"
        if item.is_dir():
            if item.name not in _LEFT_OUT:
                yield from _contents(item, name)
        elif not item.name.endswith(_COMPILED):
            yield name, item.read_bytes()
