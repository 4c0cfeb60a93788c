"""The project keeps the promises that its own pages make."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SOURCE = ROOT / "src" / "lagebild"


def test_the_two_commands_of_the_readme_are_there_and_can_be_run() -> None:
    for name in ("lagebild", "test"):
        assert f"    ./{name}" in README
        assert (ROOT / name).stat().st_mode & 0o111


@pytest.mark.parametrize("script", ["lagebild", "test", "scripts/setup"])
def test_the_scripts_are_plain_shell(script: str) -> None:
    subprocess.run(["sh", "-n", str(ROOT / script)], check=True)


def test_every_option_of_a_command_in_the_readme_exists() -> None:
    lines = re.findall(r"^    .*\./lagebild (\w+) (.*)", README, re.M)
    assert {"read", "explain"} <= {command for command, _ in lines}
    for command in sorted({command for command, _ in lines}):
        used = {option for name, line in lines if name == command for option in re.findall(r"(?<=\s)--[a-z]+", line)}
        page = subprocess.run(
            [sys.executable, "-m", "lagebild", command, "--help"], capture_output=True, text=True, check=True
        ).stdout
        assert {option for option in used if option not in page} == set()


def test_every_dependency_is_justified_in_the_readme() -> None:
    wanted = PYPROJECT["project"]["dependencies"] + [
        name for extra in PYPROJECT["project"]["optional-dependencies"].values() for name in extra
    ]
    names = {re.split(r"[<>=]", name)[0] for name in wanted} - {"types-jsonschema"}
    table = README[README.index("## What it stands on") :].casefold()
    assert {name for name in names if name not in table} == set()


def test_every_folder_of_the_source_is_in_the_story() -> None:
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert {name for name in folders if f"| `{name}`" not in README} == set()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "requirements-all.lock"])
def test_locks_have_a_hash_for_every_package_and_name_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    packages = re.findall(r"^[a-z0-9-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.M)
    assert len(packages) == text.count("==")
    assert re.search(r"https?:|file:/|--find.links|--index.url|/opt|/home", text) is None


def test_the_lock_covers_what_the_project_asks_for() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    for name in PYPROJECT["project"]["dependencies"]:
        assert f"\n{re.split(r'[<>=]', name)[0]}==" in text


def test_every_module_says_its_idea_in_one_line() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sorted(SOURCE.rglob("*.py"))
        if not re.match(r'"""\S.*', path.read_text("utf-8")) or "Layer package" in path.read_text("utf-8")
    ]
    assert silent == []


def test_no_folder_of_somebodys_machine_is_named() -> None:
    pages = [*SOURCE.rglob("*.py"), *ROOT.glob("quality/*.py"), *ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    machine = re.compile(r"(?<![\w.])/(work|home|root|Users|tmp)/")
    named = [str(page.relative_to(ROOT)) for page in pages if machine.search(page.read_text("utf-8"))]
    assert named == []


def test_the_sample_in_the_readme_is_what_the_program_prints() -> None:
    block = re.search(r"<!-- sample: begin -->\n```\n(.*?)\n…\n```\n<!-- sample: end -->", README, re.S)
    assert block is not None, "python -m scripts.refresh_readme fills it"
    lines = [line for line in block[1].splitlines() if line]
    done = subprocess.run([sys.executable, "-m", "lagebild", "read", "--sample"], capture_output=True, check=True)
    now = set(done.stdout.decode().splitlines())
    # Small changes of the rules need not touch the README every time; a page of another shape must.
    assert sum(line in now for line in lines) >= 0.8 * len(lines), "python -m scripts.refresh_readme"
