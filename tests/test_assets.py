"""What the pages take from others is pinned, comes from nowhere in particular, and is listed with its licence."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "assets"
VENDOR = ROOT / "src" / "lagebild" / "web" / "static" / "vendor"
OUTLINES = ROOT / "src" / "lagebild" / "resources" / "shared" / "outlines.json"

made = pytest.mark.skipif(not (VENDOR / "made-from").is_file(), reason="not made yet: scripts/assets makes the assets")


def test_every_package_is_pinned_by_a_hash_and_none_by_an_address() -> None:
    lock = json.loads((ASSETS / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert {name for name, package in packages.items() if not package.get("integrity")} == set()
    assert {name for name, package in packages.items() if "resolved" in package} == set()


def test_the_hook_that_makes_them_and_all_it_needs_are_in_the_source_archive() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '"/assets", "/hatch_build.py"' in pyproject


@made
def test_each_package_whose_files_go_out_is_listed_with_its_licence() -> None:
    listed = (VENDOR / "LICENCES.txt").read_text("utf-8")
    wanted = json.loads((ASSETS / "package.json").read_text("utf-8"))["dependencies"]
    assert {name for name in wanted if f"{name} " not in listed} == set()


@made
def test_the_outlines_are_closed_rings_of_degrees_with_the_codes_of_states() -> None:
    countries = json.loads(OUTLINES.read_text("utf-8"))["countries"]
    codes = {country["code"] for country in countries}
    assert {"DEU", "FRA", "RUS", "PRK", "KOR", "XKX", "MLT"} <= codes
    for country in countries:
        assert country["rings"], country["name"]
        for ring in country["rings"]:
            assert ring[0] == ring[-1], country["name"]
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)
