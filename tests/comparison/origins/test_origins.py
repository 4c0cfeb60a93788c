"""On whose word a claim stands."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.comparison.origins import Publications, with_origins
from lagebild.comparison.origins.posts import Post
from lagebild.comparison.relations.voices import voices_of
from lagebild.model.claim import Claim, Stance, VoiceKind
from tests.comparison.tellings import GERMAN, claim, figure, published, telling

UNNAMED = VoiceKind.UNNAMED


def origins(told: Claim, publications: Publications) -> list[tuple[str | None, list[str]]]:
    found = with_origins(told, publications, GERMAN).origins
    return [(origin.name, [ref.partition("/")[0] for ref in origin.tellings]) for origin in found]


def test_one_speaker_in_many_outlets_is_one_origin() -> None:
    told = claim(
        telling("a", "2031-03-01", "Ada Kroll", identity="i1"),
        telling("b", "2031-03-01", "Kroll", identity="i1", via=["Hafenblatt"]),
        telling("c", "2031-03-04", "Ada Kroll"),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-01", "Hafenblatt"), ("c", "2031-03-04", "Kurier"))
    assert origins(told, rows) == [("Ada Kroll", ["a", "b", "c"])]


def test_copies_of_an_agency_report_are_one_origin_the_agency() -> None:
    told = claim(*(telling(key, "2031-03-01") for key in "abc"))
    rows = published(
        ("a", "2031-03-01", "Seepost"), ("b", "2031-03-01", "Hafenblatt"), ("c", "2031-03-01", "Kurier"),
        a={"group": "a", "agencies": ("dpa",)}, b={"group": "a"}, c={"agencies": ("dpa",)},
    )  # fmt: skip
    assert origins(told, rows) == [("dpa", ["a", "b", "c"])]


def test_who_cites_a_magazine_goes_back_to_it() -> None:
    told = claim(
        telling("m", "2031-03-01"),
        telling("a", "2031-03-02", "Morgenspiegel"),
        telling("b", "2031-03-02", "Morgenspiegels"),
    )
    rows = published(
        ("m", "2031-03-01", "Der Morgenspiegel"), ("a", "2031-03-02", "Seepost"), ("b", "2031-03-02", None)
    )
    (origin,) = with_origins(told, rows, GERMAN).origins
    assert (origin.first, len(origin.tellings)) == ("m/r0@0", 3)
    assert [(repeat.telling, repeat.of) for repeat in origin.repeats] == [
        ("m/r0@0", None), ("a/r0@0", "m/r0@0"), ("b/r0@0", "m/r0@0")
    ]  # fmt: skip
    assert "cites Morgenspiegel" in origin.repeats[1].reason


def test_who_cites_a_magazine_goes_back_to_the_source_that_the_magazine_names() -> None:
    told = claim(
        telling("m", "2031-03-01", "Ada Kroll"),
        telling("a", "2031-03-02", "Morgenspiegel"),
    )
    rows = published(("m", "2031-03-01", "Morgenspiegel"), ("a", "2031-03-02", "Seepost"))
    assert origins(told, rows) == [("Ada Kroll", ["m", "a"])]


def test_a_magazine_that_is_not_here_is_an_origin_by_its_name() -> None:
    told = claim(telling("a", "2031-03-02", "Spiegel"), telling("b", "2031-03-03", "Der Spiegel"))
    rows = published(("a", "2031-03-02", "Seepost"), ("b", "2031-03-03", "Kurier"))
    assert origins(told, rows) == [("Der Spiegel", ["a", "b"])]


def test_an_unnamed_source_is_an_origin_of_each_outlet_that_brought_one() -> None:
    told = claim(
        telling("a", "2031-03-01", "Diplomaten", kind=UNNAMED),
        telling("b", "2031-03-02", "Diplomaten", kind=UNNAMED),
        telling("c", "2031-03-02", "Diplomaten", kind=UNNAMED, via=["Seepost", "Kurier"]),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"), ("c", "2031-03-02", "Kurier"))
    assert origins(told, rows) == [("Diplomaten", ["a", "c"]), ("Diplomaten", ["b"])]


def test_an_outlet_goes_back_to_the_source_that_its_report_names() -> None:
    told = claim(telling("a", "2031-03-01", at=0), telling("a", "2031-03-01", "Ada Kroll", at=50))
    assert origins(told, published(("a", "2031-03-01", "Seepost"))) == [("Ada Kroll", ["a", "a"])]


def test_an_outlet_that_comes_later_without_a_source_repeats_what_was_public() -> None:
    told = claim(telling("a", "2031-03-01", "Ada Kroll"), telling("b", "2031-03-01"), telling("c", "2031-03-05"))
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-01", "Hafenblatt"), ("c", "2031-03-05", "Kurier"))
    (origin,) = with_origins(told, rows, GERMAN).origins
    assert [repeat.reason for repeat in origin.repeats[1:]] == [
        "it names no source, and the matter was public the same day",
        "it names no source, and the matter was public since 2031-03-01",
    ]


def test_an_outlet_with_a_figure_of_its_own_has_it_from_elsewhere() -> None:
    told = claim(
        telling("a", "2031-03-01", "Ada Kroll", figures=[figure(10_000)]),
        telling("b", "2031-03-02", figures=[figure(14_000)]),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"))
    assert origins(told, rows) == [("Ada Kroll", ["a"]), ("Hafenblatt", ["b"])]


def test_two_outlets_that_have_it_on_one_day_by_themselves_are_two_origins() -> None:
    told = claim(telling("a", "2031-03-01"), telling("b", "2031-03-01"))
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-01", "Hafenblatt"))
    assert origins(told, rows) == [("Seepost", ["a"]), ("Hafenblatt", ["b"])]


def test_who_denies_is_no_origin_unless_nobody_asserts() -> None:
    denial = telling("b", "2031-03-01", "Ida Bonn", stance=Stance.DENIES)
    rows = published(("a", "2031-03-02", "Seepost"), ("b", "2031-03-01", "Hafenblatt"))
    assert origins(claim(denial, telling("a", "2031-03-02", "Ada Kroll")), rows) == [("Ada Kroll", ["a"])]
    assert origins(claim(denial), rows) == [("Ida Bonn", ["b"])]


def test_a_state_is_one_with_whoever_speaks_for_it_in_the_same_report() -> None:
    told = claim(
        telling("a", "2031-03-01", "USA", code="USA"),
        telling("a", "2031-03-01", "Lloyd Holm", code="USA", at=50),
        telling("b", "2031-03-02", "Peru", code="PER"),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"))
    assert origins(told, rows) == [("Lloyd Holm", ["a", "a"]), ("Peru", ["b"])]


def test_a_body_and_its_spokesman_are_one() -> None:
    told = claim(
        telling("a", "2031-03-01", "Pentagon", code="USA"),
        telling("b", "2031-03-02", "Pat Holm", code="USA", body="Pentagon", identity="i7"),
    )
    (origin,) = with_origins(told, published(("a", "2031-03-01", "Seepost")), GERMAN).origins
    assert (origin.name, origin.repeats[1].reason) == ("Pentagon", "Pat Holm says it for Pentagon")


def test_a_surname_alone_is_whoever_of_that_name_speaks_in_the_matter() -> None:
    told = claim(telling("a", "2031-03-01", "Ada Kroll", identity="i1"), telling("b", "2031-03-01", "Kroll"))
    assert origins(told, published(("a", "2031-03-01", "Seepost"))) == [("Ada Kroll", ["a", "b"])]


def test_reports_and_media_are_nobody() -> None:
    told = claim(telling("a", "2031-03-01", "Ada Kroll"), telling("b", "2031-03-02", "Medienberichten", kind=UNNAMED))
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"))
    assert origins(told, rows) == [("Ada Kroll", ["a", "b"])]


def test_papers_that_cite_each_other_come_to_an_end() -> None:
    told = claim(telling("a", "2031-03-01", "Hafenblatt"), telling("b", "2031-03-01", "Seepost"))
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-01", "Hafenblatt"))
    assert len(origins(told, rows)) == 1


def test_nothing_is_known_of_the_documents() -> None:
    told = claim(telling("a", None), telling("b", None), telling("c", None, "Ada Kroll"))
    assert [name for name, _ in origins(told, Publications())] == [None, None, "Ada Kroll"]


@pytest.mark.parametrize(
    ("code", "actor", "recipient", "kind", "reason"),
    [
        ("PRK", "PRK", None, "event", "Ada Kroll speaks for PRK, which acts in the matter"),
        ("RUS", "PRK", "RUS", "event", "Ada Kroll speaks for RUS, which is who it is done to"),
        ("PRK", "PRK", None, "breach", "Ada Kroll speaks for PRK, which is said to break a rule"),
        (None, "Ada Kroll", None, "event", "Ada Kroll acts in the matter"),
        ("KOR", "PRK", None, "event", None),
    ],
)
def test_who_acts_or_speaks_for_who_acts_is_a_party(
    code: str | None, actor: str, recipient: str | None, kind: str, reason: str | None
) -> None:
    told = telling("a", "2031-03-01", "Ada Kroll", code=code, actor=actor, recipient=recipient, record_kind=kind)
    (origin,) = with_origins(claim(told), published(("a", "2031-03-01", "Seepost")), GERMAN).origins
    assert origin.interested == reason


voices = st.sampled_from([
    (None, VoiceKind.OUTLET), ("Ada Kroll", VoiceKind.SPEAKER), ("Ida Bonn", VoiceKind.SPEAKER),
    ("Seepost", VoiceKind.SPEAKER), ("Kurier", VoiceKind.SPEAKER), ("Diplomaten", VoiceKind.UNNAMED),
])  # fmt: skip
days = st.sampled_from([None, "2031-03-01", "2031-03-02", "2031-03-03"])
drawn = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 3), voices, st.sampled_from([None, 10_000, 14_000])),
    min_size=1, max_size=12, unique_by=lambda row: row[:2],
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(drawn, st.lists(days, min_size=6, max_size=6), st.randoms())
def test_the_order_of_tellings_changes_nothing_and_each_has_one_origin(
    rows: list[tuple[str, int, tuple[str | None, VoiceKind], int | None]], dated: list[str | None], dice: random.Random
) -> None:
    day = dict(zip("abcdef", dated, strict=True))
    tellings = [
        telling(key, day[key], name, kind=kind, at=at * 30, figures=[figure(number)] if number else [])
        for key, at, (name, kind), number in rows
    ]
    outlets = ("Seepost", "Hafenblatt", "Kurier", "Seepost", None, "Bote")
    publications = published(
        *((key, day[key], outlet) for key, outlet in zip("abcdef", outlets, strict=True)),
        a={"group": "a"}, b={"group": "a", "agencies": ("dpa",)}, c={"media": ("Seepost",)},
    )  # fmt: skip
    found = with_origins(claim(*tellings), publications, GERMAN).origins
    refs = [ref for origin in found for ref in origin.tellings]
    assert sorted(refs) == sorted(told.ref for told in tellings)
    assert all(origin.first in origin.tellings for origin in found)
    dice.shuffle(tellings)
    assert with_origins(claim(*tellings), publications, GERMAN).origins == found


def test_a_minister_and_his_ministry_are_one_origin_and_two_voices() -> None:
    told = claim(
        telling("a", "2031-03-01", "Ada Kroll", identity="i1", code="PER", figures=[figure(900)]),
        telling("b", "2031-03-02", "Verteidigungsministerium in Lima", code="PER", figures=[figure(1_500)]),
    )
    rows = published(
        ("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"),
        a={"posts": (Post("Ada Kroll", "Verteidigungsministerin", "PER", None),)},
    )  # fmt: skip
    (origin,) = with_origins(told, rows, GERMAN).origins
    assert len(origin.tellings) == 2
    assert [said.name for said in voices_of(told, rows, GERMAN)] == ["Ada Kroll", "Verteidigungsministerium in Lima"]


def test_a_body_is_the_only_one_of_the_matter_with_a_longer_name() -> None:
    told = claim(
        telling("a", "2031-03-01", "Zentrale Wahlkommission"), telling("b", "2031-03-02", "Wahlkommission"),
        telling("c", "2031-03-02", "Petar Holm", body="Kommission", identity="i3"),
    )  # fmt: skip
    assert [found for _, found in origins(told, published())] == [["a", "b", "c"]]


def test_two_bodies_that_a_short_name_fits_stay_apart_from_it() -> None:
    told = claim(
        telling("a", "2031-03-01", "Nordbank"),
        telling("b", "2031-03-02", "Südbank"),
        telling("c", "2031-03-03", "Bank"),
    )
    assert [found for _, found in origins(told, published())] == [["a"], ["b"], ["c"]]


def test_who_confirms_on_the_same_day_is_not_the_first() -> None:
    told = claim(
        telling("a", "2031-03-01", "Ada Kroll", stance=Stance.CONFIRMS, at=0),
        telling("a", "2031-03-01", "Ida Bonn", at=50),
    )
    assert [name for name, _ in origins(told, published(("a", "2031-03-01", "Seepost")))] == ["Ida Bonn", "Ada Kroll"]


def test_whose_name_ends_with_another_is_the_same_person() -> None:
    told = claim(
        telling("a", "2031-03-01", "Matthias Kerl", identity="i1"),
        telling("b", "2031-03-02", "Hausarzt Dr. Matthias Kerl", identity="i2"),
    )
    assert [found for _, found in origins(told, published())] == [["a", "b"]]


def test_a_body_and_its_head_and_where_it_speaks_are_one_also_over_both_sides() -> None:
    told = claim(
        telling("a", "2031-03-01", "Polizei", stance=Stance.DENIES), telling("b", "2031-03-02", "Polizei in Lavonien"),
        telling("c", "2031-03-03", "Polizeiführung"), telling("d", "2031-02-01", "Ada Kroll"),
    )  # fmt: skip
    assert [found for _, found in origins(told, published())] == [["d"], ["b", "c"]]
    assert len({said.voice for said in voices_of(told, published(), GERMAN)}) == 2


def test_a_named_minister_is_not_taken_for_the_minister_of_the_only_state_told_of() -> None:
    told = claim(
        telling("a", "2031-03-01", "Pentagon", code="USA"), telling("b", "2031-03-02", "Jan Holm"),
        telling("c", "2031-03-03", "Verteidigungsminister"),
    )  # fmt: skip
    rows = published(
        ("b", "2031-03-02", "Seepost"), b={"posts": (Post("Jan Holm", "Verteidigungsminister", None, None),)}
    )
    assert [found for _, found in origins(told, rows)] == [["a", "c"], ["b"]]


def test_the_ministry_is_that_of_the_one_minister_of_the_matter() -> None:
    told = claim(telling("a", "2031-03-01", "Ministerium"), telling("b", "2031-03-02", "Ada Kroll"))
    rows = published(
        ("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"),
        b={"posts": (Post("Ada Kroll", "Gesundheitsministerin", None, None),)},
    )  # fmt: skip
    assert len(origins(told, rows)) == 1


def test_who_speaks_for_a_body_that_the_tables_know_is_that_body() -> None:
    told = claim(
        telling("a", "2031-03-01", "EU", code="EU"),
        telling("b", "2031-03-02", "Sprecherin der Europäischen Union"),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"))
    assert len(origins(told, rows)) == 1


def test_the_hospital_is_the_one_clinic_of_the_matter() -> None:
    told = claim(telling("a", "2031-03-01", "Klinikum Holtenow"), telling("b", "2031-03-02", "Krankenhaus"))
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"))
    assert len(origins(told, rows)) == 1


def test_the_holder_of_an_office_is_one_by_whatever_words_where_one_state_is_told_of() -> None:
    told = claim(
        telling("a", "2031-03-01", "nationaler Sicherheitsberater"),
        telling("b", "2031-03-02", "Sicherheitsberater in Seoul", code="KOR"),
    )
    rows = published(("a", "2031-03-01", "Seepost"), ("b", "2031-03-02", "Hafenblatt"))
    assert len(origins(told, rows)) == 1


def test_a_source_without_a_name_is_that_of_the_medium_which_the_report_cites() -> None:
    told = claim(
        telling("m", "2031-03-01", "Angestellte der Abteilung", kind=UNNAMED),
        telling("a", "2031-03-02", "frühere Mitarbeiterin", kind=UNNAMED),
    )
    rows = published(
        ("m", "2031-03-01", "Morgenspiegel"), ("a", "2031-03-02", "Seepost"), a={"media": ("Morgenspiegel",)}
    )
    assert len(origins(told, rows)) == 1
