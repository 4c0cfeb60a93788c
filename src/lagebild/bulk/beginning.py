"""A run begins: its folder is claimed, and its plan is made; or the same one that was begun before goes on."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from lagebild.bulk.alone import alone
from lagebild.bulk.cutting import shards
from lagebild.bulk.files import is_remote
from lagebild.bulk.folder import Folder
from lagebild.bulk.places import put, whole, writing
from lagebild.bulk.plan import MEGABYTE, Cutting, written
from lagebild.bulk.run import Run, opened
from lagebild.errors import BulkError, UsageError
from lagebild.intake.options import Options
from lagebild.tables import SCHEMA_VERSION
from lagebild.version import VERSION

_CALLED = {"inputs": "other inputs", "cutting": "shards of another size", "tables": "other tables of yours"}
_OPTIONS = {
    "mapping": "--map", "day": "--date", "language": "--language", "publisher": "--publisher", "engine": "--pipeline",
    "resources": "--resources",
}  # fmt: skip
"""What users call the options."""
_NAMED = 5
"""So many of a list are named."""


def begun(out: Path, inputs: Sequence[str], *, options: Options, cutting: Cutting | None = None) -> Run:
    """The run that reads these inputs into the folder: a new one, or the one that is there if it is the same.

    Raises BulkError for a folder of another run, version or program, UsageError for inputs that no run reads.
    """
    cutting = cutting or Cutting()
    asked = _asked(inputs, options, cutting)
    folder = Folder(out)
    if not folder.run.exists():
        _free(out)
        with writing(out):
            out.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            if not folder.run.exists():  # else another call has begun one meanwhile
                return Run(folder, _planned(folder, asked, inputs, cutting))
    run = opened(out)
    _same(out, run.about["asked"], asked)
    if run.about.get("here") not in (None, _here(inputs)):
        raise BulkError(
            f"{out}: holds a run that was begun in {run.about['here']}, from where its inputs have other names;"
            " repeat the command there, or without INPUT"
        )
    return run


def _planned(folder: Folder, asked: dict[str, Any], inputs: Sequence[str], cutting: Cutting) -> dict[str, Any]:
    """Makes the plan, and writes down what was asked for; returns that."""
    with writing(folder.path):
        draft = folder.path / f".plan.{os.getpid()}.part"
        with whole(folder.plan, draft) as file, TextIOWrapper(file, encoding="utf-8") as text:
            counts = written(text, shards(inputs, cutting=cutting))
        about = {
            "program": "lagebild",
            "what": "bulk",
            "run": _name(asked),
            "asked": asked,
            "today": date.today().isoformat(),
            "here": _here(inputs),
            "plan": counts,
        }
        put(folder.run, json.dumps(about, ensure_ascii=False, indent=2).encode("utf-8") + b"\n")
    return about


def unchanged(run: Run) -> None:
    """Raises BulkError where this program, or the tables of the user's own, are not those that the run was begun with:
    its shards would not be of one kind."""
    asked = run.about["asked"]
    own = asked["options"]["resources"]
    now = {"version": VERSION, "schema": SCHEMA_VERSION, "tables": _digest(Path(own)) if own else None}
    _same(run.folder.path, asked, {**asked, **now})


def _asked(inputs: Sequence[str], options: Options, cutting: Cutting) -> dict[str, Any]:
    """Everything that decides what comes out."""
    if not inputs:
        raise UsageError("name an INPUT to read: a file, a folder, a pattern")
    return {
        "version": VERSION,
        "schema": SCHEMA_VERSION,
        "inputs": list(inputs),
        "options": {
            "mapping": dict(options.mapping),
            "day": options.day.isoformat() if options.day else None,
            "language": options.language,
            "publisher": options.publisher,
            "engine": options.engine,
            "resources": str(options.resources.absolute()) if options.resources else None,
        },
        "tables": _digest(options.resources) if options.resources else None,
        "cutting": {"bytes": cutting.bytes, "inputs": cutting.inputs},
    }


def _here(inputs: Sequence[str]) -> str | None:
    """The folder from which the names of the inputs lead to them; None where they do from everywhere."""
    relative = any(not is_remote(name) and not Path(name).is_absolute() for name in inputs)
    return str(Path.cwd()) if relative else None


def _digest(resources: Path) -> str:
    """Stands for all that the user's own tables say."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(path for path in resources.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(resources)).encode("utf-8", "surrogateescape") + b"\0")
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


def _name(asked: Mapping[str, Any]) -> str:
    text = json.dumps(asked, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _same(out: Path, there: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
    if there == asked:
        return
    name = next(name for name in asked if there.get(name) != asked[name])
    other = "name another folder, or delete this one to begin anew"
    if name == "version":
        raise BulkError(f"{out}: was begun by lagebild {there.get('version')}, and this is {asked['version']}; {other}")
    differs = _CALLED.get(name, f"other {name}")
    one: Any = there.get(name)
    another: Any = asked[name]
    if name == "options":
        name = next(name for name in another if one.get(name) != another[name])
        differs, one, another = f"another {_OPTIONS[name]}", one.get(name), another[name]
    elif name == "cutting":
        one, another = (f"{size['bytes'] / MEGABYTE:g} MB" for size in (one, another))
    raise BulkError(f"{out}: holds a run with {differs} ({_words(one)}, and not {_words(another)}); {other}")


def _words(value: Any) -> str:
    if isinstance(value, dict):
        value = [f"{name}={field}" for name, field in value.items()]
    told = value if isinstance(value, list) else [str(value)] if value is not None else []
    return ", ".join(told[:_NAMED]) + (", …" if len(told) > _NAMED else "") or "none"


def _free(out: Path) -> None:
    """Raises BulkError where the folder holds what no run of ours left there."""
    folder = Folder(out)
    if out.exists() and not out.is_dir():
        raise BulkError(f"{out}: is a file; name a folder for the result")
    ours = {folder.plan.name, folder.lock.name, folder.work.name}
    try:
        there = sorted(path.name for path in out.iterdir()) if out.is_dir() else []
    except OSError as problem:
        raise BulkError(f"{out}: cannot be looked into: {problem.strerror or problem}") from problem
    drafts = (f".{folder.plan.stem}.", f".{folder.run.name}.")
    strange = [name for name in there if name not in ours and not name.startswith(drafts)]
    if strange:
        raise BulkError(f"{out}: holds files that are no bulk run's ({strange[0]}); name another folder")
