"""The gazetteer: what lies where, and how a table of one's own extends it."""

from pathlib import Path

import pytest

from lagebild.errors import ResourceError
from lagebild.extraction.places.gazetteer import gazetteer
from lagebild.language.load import Language
from lagebild.language.sorted_lines import SortedLines
from lagebild.model.place import PlaceKind

GERMAN = Language("de")


@pytest.mark.parametrize(
    ("name", "code", "latitude", "longitude"),
    [
        ("Moskau", "RUS", 55.75, 37.62),
        ("Charkiw", "UKR", 49.98, 36.25),
        ("Pjöngjang", "PRK", 39.03, 125.75),
        ("Tel Aviv", "ISR", 32.08, 34.78),
        ("Donbass", "UKR", 48.3, 38.3),
    ],
)
def test_a_name_of_world_news_lies_where_it_lies(name: str, code: str, latitude: float, longitude: float) -> None:
    places = gazetteer(GERMAN).find(name)
    assert [(place.code, place.latitude, place.longitude) for place in places] == [(code, latitude, longitude)]


def test_a_name_of_a_state_means_no_town_of_that_name_too() -> None:
    assert {place.kind for place in gazetteer(GERMAN).find("Luxemburg")} == {PlaceKind.COUNTRY}


def test_an_adjective_in_a_name_has_any_ending() -> None:
    find = gazetteer(GERMAN).find
    assert find("Schwarzen Meer") == find("Schwarzes Meer") != ()


def test_the_first_word_of_a_longer_name_is_told() -> None:
    assert gazetteer(GERMAN).begins("Tel")
    assert not gazetteer(GERMAN).begins("Kursk")


def test_every_place_lies_on_the_globe_and_has_a_reach() -> None:
    rows = GERMAN.table("places", key=("kind", "code", "name"))
    assert len(rows) > 900
    for row in rows:
        assert -90 <= row.number("latitude") <= 90, row.where
        assert -180 <= row.number("longitude") <= 180, row.where
        assert row.number("km") > 0, row.where
        assert row["code"] == "" or (row["code"].isupper() and len(row["code"]) == 3), row.where


def test_the_cities_are_sorted_and_each_is_found_by_its_name() -> None:
    content = GERMAN.bytes("cities.txt")
    lines = [line for line in content.splitlines() if not line.startswith(b"#")]
    assert lines == sorted(lines)
    table = SortedLines(content[content.index(lines[0]) :])
    for line in lines[::97]:
        name = line.split(b"\t")[0]
        assert line in list(table.beginning(name + b"\t"))
        assert len(line.split(b"\t")) in range(6, 9)


def test_a_kind_that_there_is_none_of_is_named_with_its_line(tmp_path: Path) -> None:
    header = "kind\tcode\tname\tforms\tlatitude\tlongitude\tkm\tregion"
    (tmp_path / "places.tsv").write_text(f"{header}\nmoon\tDEU\tKrollsand\t\t1\t1\t1\n", "utf-8")
    with pytest.raises(ResourceError, match=r"places\.tsv:2: 'moon' is no kind of place"):
        gazetteer(Language("de", tmp_path))
