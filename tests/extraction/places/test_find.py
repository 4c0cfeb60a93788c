"""The places stage: what its records carry, and that any text passes through it."""

from hypothesis import given
from hypothesis import strategies as st

import lagebild
from lagebild.extraction.extract import STAGES
from lagebild.extraction.places.find import CONFIDENCE, find_places
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.place import Place

GERMAN = Language("de")
PIECES = (
    *("in", "bei", "der", "Stadt", "zwischen", "und", ",", "(", ")", "/", "von", "nach", "Osten", "Kursk", "Moskau"),
    *("Schwarzen", "Meer", "Ostukraine", "Kölner", "Polizei", "Texas", "Paris", "–", ".", "\n\n", "Frankfurt/Main"),
    *("Moskaus", "'s", "😀"),
)  # fmt: skip


def places(text: str) -> tuple[Place, ...]:
    return lagebild.read(text, language="de").places


def test_a_city_has_its_country_its_point_and_how_far_it_reaches() -> None:
    (place,) = places("Der Minister landete in Moskau.")
    assert (place.name, place.code, place.latitude, place.longitude) == ("Moskau", "RUS", 55.75, 37.62)
    assert place.precision_km == 35.0
    assert place.reason == "“in” stands before it; one of this name is known"
    assert (place.rule, place.confidence) == ("preposition", CONFIDENCE["preposition"])


def test_a_place_that_cannot_be_told_from_others_has_no_point() -> None:
    (place,) = places("In Neustadt brannte ein Stall.")
    assert (place.latitude, place.longitude, place.precision_km) == (None, None, None)
    assert place.reason.endswith("places of this name, and nothing tells which")


def test_a_part_of_a_state_has_the_point_and_the_reach_of_the_whole() -> None:
    part, whole = places("In der Ostukraine und in der Ukraine regnet es.")
    assert (part.latitude, part.precision_km) == (whole.latitude, whole.precision_km)
    assert part.reason.endswith("a part of Ukraine")


def test_the_country_that_the_report_names_decides_between_towns_of_one_name() -> None:
    text = "{} trauert um die Toten. In Birmingham fielen Schüsse."
    assert [places(text.format(state))[-1].code for state in ("Großbritannien", "Amerika")] == ["GBR", "USA"]


def test_a_small_town_abroad_is_left_alone_unless_its_country_is_named() -> None:
    assert places("Er blieb lange in Lodi.") == ()
    assert [place.code for place in places("Er blieb lange in Lodi in Italien.")] == ["ITA", "ITA"]


def test_the_places_come_after_the_entities_whose_names_hold_none() -> None:
    names = [stage.__name__ for stage in STAGES]
    assert names.index("find_places") > names.index("find_entities")


def test_without_an_analysis_nothing_is_found() -> None:
    findings = Findings(document=Document("a", "In Kursk."))
    assert find_places(findings, GERMAN) == findings


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_row_of_words_gives_ordered_places_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reached = 0
    for place in places(text):
        assert reached <= place.span.start < place.span.end <= len(text)
        reached = place.span.end
        assert (place.latitude is None) == (place.longitude is None) == (place.precision_km is None)
        assert place.rule in CONFIDENCE
