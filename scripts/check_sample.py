"""Checks that the JSON of the sample report fits the schema and holds findings of every kind; for .ci/run."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parent.parent / "docs" / "schema" / "findings.schema.json"
KINDS = ("attributions", "entities", "timexes", "quantities", "places", "furniture")


def main(path: str) -> int:
    """0 when the file is sound; prints what was found or what is missing."""
    wire = json.loads(Path(path).read_text("utf-8"))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(wire)
    print("sample:", ", ".join(f"{len(wire[kind])} {kind}" for kind in KINDS))
    missing = [kind for kind in KINDS if not wire[kind]]
    if missing:
        print("sample: nothing found of", ", ".join(missing), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
