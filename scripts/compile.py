"""Compiles the modules that read and compare: the same sooner, for the Python and the kind of machine that runs this.

    python scripts/compile.py FOLDER      a copy of the package with compiled modules; PYTHONPATH=FOLDER uses it

Takes mypy, setuptools and a C compiler. Nothing in the checkout changes.
"""

import argparse
import ast
import os
import re
import shutil
import sys
import tempfile
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[1] / "src"
FOLDERS = tuple(f"lagebild/{folder}/" for folder in ("analysis", "comparison/claims", "extraction", "language"))
RECORDS = tuple(f"lagebild/model/{name}.py" for name in ("analysis", "near", "quick", "span", "whereabouts"))
"""Of the records only those that never leave a process: compiled ones cannot be pickled."""
BESIDE = ("lagebild/recent.py",)
LEFT = ("lagebild/analysis/engines/spacy.py",)
FLAGS = ("--ignore-missing-imports", "--follow-imports=silent", "--namespace-packages", "--explicit-package-bases")
"""Only what is compiled is checked: the rest of the package, and what is installed beside it, is told in types that
differ from one Python to the next."""
MODULE = "__native_"
"""How the files begin that mypyc writes for the modules."""
BATCH = 1_000_000
"""So many letters of C are compiled together: its headers alone take a fifth of a second each time."""
HIDDEN = "-fvisibility=hidden"
"""One module calls another without asking where it is: nobody else calls them but by Python's tables."""
OPTIMISATION = "1"
"""What gcc is asked for: 2 takes twice as long, for code that takes a sixth of the time of reading."""
FOR_CHECKERS = "\n@dataclass_transform(frozen_default=True)\n"
TAKEN = "from typing import Any as _Any, Final as _Final; "
QUICK = "quick"
PLAIN = """\
    def __init__(self, {taken}) -> None:
        {kept}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, {record}) and {alike}

    def __hash__(self) -> int:
        return hash(({values}))

    def __repr__(self) -> str:
        return f"{record}({shown})"

    def _replace(self, **changes: _Any) -> "{record}":
        return {record}({changed})
"""
KEPT = r"    @cached_property\n    def (\w+)\(self\) -> (.+):\n"
AS_KEPT = """\
    _kept_{name}: {kind} | None = {nothing}

    @property
    def {name}(self) -> {kind}:
        if self._kept_{name} is None:
            self._kept_{name} = self._make_{name}()
        return self._kept_{name}

    def _make_{name}(self) -> {kind}:
"""
FOR_RECORDS = "from dataclasses import field as _field; "
NOTHING_IN_RECORDS = "_field(default_factory=type(None), init=False, repr=False, compare=False)"
"""What a data class has in such a field at first: it is none by which records are made and compared."""


def compiles(file: str) -> bool:
    """Whether the module there, as a path from the folder of sources, is compiled."""
    if file in LEFT or file.endswith("/__init__.py"):
        return False
    return file.startswith(FOLDERS) or file in RECORDS or file in BESIDE


def rewritten(text: str) -> str:
    """The module as the compiler understands it best; nothing that it does changes.

    What is written in capitals never changes, so it need not be looked up. A quick record is a plain class that says
    itself how it is made, compared and hashed: what a data class is given when the program runs is not compiled, and
    takes six times as long. Compiled classes keep what a property has worked out in fields that they are told of, which
    a frozen data class may not have: nothing but types says then that nobody sets its fields.
    """
    text = _with_plain_records(text)
    text = re.sub(r"^([A-Z][A-Z0-9_]+(?:, [A-Z][A-Z0-9_]+)+) = (.+)$", _one_by_one, text, flags=re.M)
    text = re.sub(r"^([A-Z][A-Z0-9_]+) = ", r"\1: _Final = ", text, flags=re.M)
    text = re.sub(r"^([A-Z][A-Z0-9_]+): (?!_?Final)([^=\n]+) = ", r"\1: _Final[\2] = ", text, flags=re.M)
    text = text.replace(FOR_CHECKERS, "\n\n")
    text = re.sub(r"(?<!\()\bMapping\[", "dict[", text)
    text = re.sub(r"(zip\(.*), strict=True\)", r"\1)", text)
    if re.search(KEPT, text):
        text = re.sub(KEPT, _as_kept, text)
        text = text.replace("@dataclass(frozen=True)", "@dataclass(unsafe_hash=True)")
    taken = TAKEN + FOR_RECORDS if NOTHING_IN_RECORDS in text else TAKEN
    # On the line of the first import, so that lines keep their numbers: a traceback tells them.
    return re.sub(r"(?<=\n\n)(?=from |import )", taken, text, count=1)


def _as_kept(found: re.Match[str]) -> str:
    """A property that keeps what it has worked out, as compiled classes do."""
    decorators = found.string[: found.start()].rpartition("\nclass ")[0]
    in_record = decorators.rpartition("\n")[2].startswith("@dataclass")
    return AS_KEPT.format(name=found[1], kind=found[2], nothing=NOTHING_IN_RECORDS if in_record else "None")


def _one_by_one(found: re.Match[str]) -> str:
    """Each name of an assignment to several by itself, on the same line; as it was where its values are not written
    one by one."""
    names, values = found[1].split(", "), ast.parse(found[2]).body[0]
    if not (isinstance(values, ast.Expr) and isinstance(values.value, ast.Tuple)):
        return found[0]
    parts = [ast.unparse(value) for value in values.value.elts]
    return "; ".join(f"{name}: _Final = {part}" for name, part in zip(names, parts, strict=True))


def _with_plain_records(text: str) -> str:
    """The module with every quick record as a plain class."""
    lines = text.splitlines(keepends=True)
    for record in reversed(ast.parse(text).body):
        if isinstance(record, ast.ClassDef) and any(
            isinstance(d, ast.Name) and d.id == QUICK for d in record.decorator_list
        ):
            fields = [line for line in record.body if isinstance(line, ast.AnnAssign)]
            lines[record.end_lineno : record.end_lineno] = f"\n{_methods(record.name, fields)}".splitlines(
                keepends=True
            )
            for field in fields:
                lines[field.lineno - 1] = f"    {ast.unparse(field.target)}: {ast.unparse(field.annotation)}\n"
            lines[record.lineno - 1] = f"class {record.name}:\n"
            lines[record.lineno - 2] = "\n"
    return "".join(lines)


def _methods(record: str, fields: list[ast.AnnAssign]) -> str:
    """What makes, compares, hashes and changes a record with these fields."""
    names = [ast.unparse(field.target) for field in fields]
    taken = [
        f"{name}: {ast.unparse(field.annotation)}" + (f" = {ast.unparse(field.value)}" if field.value else "")
        for name, field in zip(names, fields, strict=True)
    ]
    return PLAIN.format(
        record=record,
        taken=", ".join(taken),
        kept="; ".join(f"self.{name} = {name}" for name in names),
        alike=" and ".join(f"self.{name} == other.{name}" for name in names),
        values="".join(f"self.{name}, " for name in names),
        shown=", ".join(f"{name}={{self.{name}!r}}" for name in names),
        changed=", ".join(f'changes["{name}"] if "{name}" in changes else self.{name}' for name in names),
    )


def prepared(folder: Path) -> list[str]:
    """Puts the sources into the folder, rewritten where they are compiled; what there is to compile."""
    files = []
    for path in sorted(SOURCE.rglob("*.py")):
        file = path.relative_to(SOURCE).as_posix()
        text = path.read_text("utf-8")
        if compiles(file):
            files.append(file)
            text = rewritten(text)
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    return files


def _batches(sources: list[str], folder: Path) -> list[str]:
    """Files to compile in place of the sources: of the modules, the largest first, each holds several."""
    batches: list[list[str]] = []
    room = 0
    modules = [source for source in sources if Path(source).name.startswith(MODULE)]
    for source in sorted(modules, key=lambda source: (-Path(source).stat().st_size, source)):
        size = Path(source).stat().st_size
        if room < size:
            batches.append([])
            room = BATCH
        batches[-1].append(source)
        room -= size
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"batch{number}.c" for number in range(len(batches))]
    for file, batch in zip(files, batches, strict=True):
        file.write_text("".join(f'#include "{Path(source).resolve().as_posix()}"\n' for source in batch), "utf-8")
    return [*map(str, files), *(source for source in sources if source not in modules)]


def compiled(folder: Path, scratch: Path) -> None:
    """Puts a copy of the package with its compiled modules into the folder, by way of another.

    Raises ImportError without mypy or setuptools, and SystemExit where a module or the compiler does not do.
    """
    from mypyc.build import mypycify
    from setuptools import setup
    from setuptools.command.build_ext import build_ext

    class SideBySide(build_ext):  # type: ignore[misc]  # setuptools says nothing of its types
        """Builds a library from its files on as many cores as there are."""

        def build_extension(self, ext: Any) -> None:
            options = [*ext.extra_compile_args, *([HIDDEN] if self.compiler.compiler_type == "unix" else [])]
            given = {"include_dirs": ext.include_dirs, "extra_postargs": options, "depends": ext.depends}

            def built(source: str) -> list[str]:
                objects: list[str] = self.compiler.compile([source], self.build_temp, **given)
                return objects

            with ThreadPool(os.cpu_count() or 1) as cores:
                batches = _batches(ext.sources, Path(self.build_temp))
                ext.extra_objects = [file for files in cores.map(built, batches, 1) for file in files]
            ext.sources = []
            super().build_extension(ext)

    folder, scratch = folder.resolve(), scratch.resolve()
    files = prepared(scratch)
    os.environ["MYPYPATH"] = str(scratch)
    os.chdir(scratch)  # modules are named by their paths from here
    extensions = mypycify(
        [*FLAGS, *files], opt_level=OPTIMISATION, debug_level="0", multi_file=True, group_name="lagebild"
    )
    build = [
        "--quiet",
        "build_ext",
        f"--parallel={os.cpu_count() or 1}",
        f"--build-lib={folder}",
        f"--build-temp={scratch / 'objects'}",
    ]
    setup(name="lagebild", ext_modules=extensions, script_args=build, cmdclass={"build_ext": SideBySide})
    os.chdir(folder)
    shutil.copytree(SOURCE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))


def main() -> int:
    """0 where all is compiled."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the package with its compiled modules is put")
    parser.add_argument("--scratch", type=Path, help="a folder for what is made on the way, kept for the next time")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    try:
        if options.scratch is not None:
            options.scratch.mkdir(parents=True, exist_ok=True)
            compiled(options.folder, options.scratch)
        else:
            with tempfile.TemporaryDirectory() as scratch:
                compiled(options.folder, Path(scratch))
    except ImportError as problem:
        print(f"not compiled: {problem}; it takes mypy and setuptools", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
