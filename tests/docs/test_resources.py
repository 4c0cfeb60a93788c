"""docs/resources.md, done as it says."""

import re
from pathlib import Path

import lagebild

PAGE = Path(__file__).parents[2] / "docs" / "resources.md"


def written(folder: Path) -> Path:
    """The folder with every table that the page shows, as it stands there."""
    section = re.compile(r"`my-data/(\w+\.tsv)`.*?\n\n((?:    [^\n]*\n)+)", re.S)
    for name, rows in section.findall(PAGE.read_text("utf-8")):
        (folder / name).write_text(re.sub(r"^    ", "", rows, flags=re.M), "utf-8")
    return folder


def test_the_tables_of_the_page_do_what_it_says(tmp_path: Path) -> None:
    text = "„Das Eis trägt“, brummelte Bundeskanzlerin Ada Kroll in Berlin.\n"
    assert [file.name for file in sorted(written(tmp_path).iterdir())] == [
        "cue_verbs.tsv",
        "event_verbs.tsv",
        "office_holders.tsv",
        "places.tsv",
    ]
    findings = lagebild.read(text, date="2031-02-03", resources=tmp_path)
    said = findings.attributions[0]
    assert (said.speaker, said.content[0].of(text)) == ("Ada Kroll", "Das Eis trägt")
    assert said.cue[0].of(text) == "brummelte"
    (place,) = lagebild.read("Sie wohnt in Krollsand.", language="de", resources=tmp_path).places
    assert (place.name, place.code, place.latitude) == ("Krollsand", "DEU", 54.6)
    assert {entity.name: entity.code for entity in findings.entities}["Ada Kroll"] == "DEU"


def test_an_event_verb_of_the_page_tells_an_event(tmp_path: Path) -> None:
    text = "Peru beäugt Chile."
    assert lagebild.read(text, language="de").events == ()
    event = lagebild.read(text, language="de", resources=written(tmp_path)).events[0]
    assert event.actor is not None
    assert event.recipient is not None
    assert (event.type.value, event.actor.code, event.recipient.code) == ("ACCUSE", "PER", "CHL")
