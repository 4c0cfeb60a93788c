"""Compiles the modules that read: the same findings sooner, for the Python and the kind of machine that runs this.

    python scripts/compile.py FOLDER      a copy of the package with compiled modules; PYTHONPATH=FOLDER uses it

Takes mypy, setuptools and a C compiler. Nothing in the checkout changes.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[1] / "src"
FOLDERS = tuple(f"lagebild/{folder}/" for folder in ("analysis", "extraction", "language"))
RECORDS = tuple(f"lagebild/model/{name}.py" for name in ("analysis", "near", "quick", "span", "whereabouts"))
"""Of the records only those that never leave a process: compiled ones cannot be pickled."""
LEFT = ("lagebild/analysis/engines/spacy.py",)
FLAGS = ("--ignore-missing-imports", "--namespace-packages", "--explicit-package-bases")
OPTIMISATION = "1"
"""What gcc is asked for: 2 takes twice as long, for code that takes a sixth of the time of reading."""
MEANT = {
    "\n@quick\n": "\n@_dataclass(unsafe_hash=True)\n",
    "\n@dataclass_transform(frozen_default=True)\n": "\n\n",
    " = proxy(named)\n": " = named\n",
}
TAKEN = "from dataclasses import dataclass as _dataclass; from typing import Final as _Final; "
KEPT = r"    @cached_property\n    def (\w+)\(self\) -> (.+):\n"
AS_KEPT = """\
    _kept_{name}: {kind} | None = None

    @property
    def {name}(self) -> {kind}:
        if self._kept_{name} is None:
            self._kept_{name} = self._make_{name}()
        return self._kept_{name}

    def _make_{name}(self) -> {kind}:
"""


def compiles(file: str) -> bool:
    """Whether the module there, as a path from the folder of sources, is compiled."""
    if file in LEFT or file.endswith("/__init__.py"):
        return False
    return file.startswith(FOLDERS) or file in RECORDS


def rewritten(text: str) -> str:
    """The module as the compiler understands it best; nothing that it does changes.

    What is written in capitals never changes, so it need not be looked up. A quick record is a data class: there are
    no others to the compiler. Compiled classes keep what a property has worked out in fields that they are told of,
    and know no weak references: of a ring it is the garbage collector who gets rid.
    """
    text = re.sub(r"^([A-Z][A-Z0-9_]+) = ", r"\1: _Final = ", text, flags=re.M)
    text = re.sub(r"^([A-Z][A-Z0-9_]+): (?!_?Final)([^=\n]+) = ", r"\1: _Final[\2] = ", text, flags=re.M)
    for written, meant in MEANT.items():
        text = text.replace(written, meant)
    text = re.sub(KEPT, lambda found: AS_KEPT.format(name=found[1], kind=found[2]), text)
    # On the line of the first import, so that lines keep their numbers: a traceback tells them.
    return re.sub(r"(?<=\n\n)(?=from |import )", TAKEN, text, count=1)


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
            def built(source: str) -> list[str]:
                given = {"include_dirs": ext.include_dirs, "extra_postargs": ext.extra_compile_args}
                objects: list[str] = self.compiler.compile([source], self.build_temp, depends=ext.depends, **given)
                return objects

            with ThreadPool(os.cpu_count() or 1) as cores:
                ext.extra_objects = [file for files in cores.map(built, ext.sources, 1) for file in files]
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
