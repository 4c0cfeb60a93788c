"""A JSON-LD file that grows object by object: its context, then its graph, one object on a line."""

import json
from typing import Any
from urllib.parse import quote

from lagebild.export.characters import json_line, whole
from lagebild.export.destination import Text

Object = dict[str, Any]


class GraphFile:
    """`end` must be called; what is None is left out."""

    def __init__(self, file: Text, context: Object) -> None:
        self._file = file
        self.count = 0
        file.write('{"@context": ' + json.dumps(context, ensure_ascii=False) + ',\n"@graph": [')

    def add(self, item: Object) -> None:
        """Writes one object."""
        self._file.write((",\n" if self.count else "\n") + whole(json_line(without_none(item))))
        self.count += 1

    def end(self) -> None:
        """Closes the graph."""
        self._file.write("\n]}\n")


def iri(kind: str, *parts: str) -> str:
    """A name for something in the base: urn:lagebild:KIND:PART:…, each part escaped."""
    return ":".join(("urn:lagebild", kind, *(quote(whole(part), safe="") for part in parts)))


def without_none(value: Any) -> Any:
    """The value without what is None or an empty list, at any depth."""
    if isinstance(value, dict):
        found = {key: without_none(item) for key, item in value.items()}
        return {key: item for key, item in found.items() if item is not None and item != []}
    if isinstance(value, (list, tuple)):
        return [without_none(item) for item in value if item is not None]
    return value
