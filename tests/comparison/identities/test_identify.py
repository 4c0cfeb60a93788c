"""Who is one across documents and who is not."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.identities import Group, identified
from lagebild.comparison.identities.sighting import Sighting, sightings_of
from lagebild.model.entity import Entity, EntityKind
from tests.comparison.identities.values import GERMAN, day, seen
from tests.judging.values import findings


def parts(*sightings: Sighting) -> list[str]:
    """The documents of each entity, as "d1 d2"."""
    return sorted(" ".join(sorted(item.document for item in group.members)) for group in groups(*sightings))


def groups(*sightings: Sighting) -> list[Group]:
    return identified(sightings, GERMAN)[0]


def test_a_full_name_is_one_person_in_all_reports() -> None:
    assert parts(seen("d1", "Hans-Peter Rühl"), seen("d2", "Hans Peter Rühl"), seen("d3", "Ada Rühl")) == [
        "d1 d2",
        "d3",
    ]


def test_a_body_goes_by_the_name_that_the_table_has() -> None:
    one = seen("d1", "Vereinten Nationen", kind="organisation", known="UN", code="UN")
    assert parts(one, seen("d2", "Uno", kind="organisation", known="UN", code="UN")) == ["d1 d2"]
    assert groups(one)[0].name == "UN"


def test_a_firm_goes_with_and_without_its_legal_form() -> None:
    assert parts(seen("d1", "Kroll AG", kind="organisation"), seen("d2", "Kroll", kind="organisation")) == ["d1 d2"]


def test_two_states_or_two_genders_are_two_people_of_one_name() -> None:
    assert parts(seen("d1", "Jo Kroll", code="PER"), seen("d2", "Jo Kroll", code="CHL")) == ["d1", "d2"]
    assert parts(seen("d1", "Jo Kroll", gender="m"), seen("d2", "Jo Kroll", gender="f")) == ["d1", "d2"]


def test_a_listed_given_name_is_surer_than_what_a_report_seems_to_say() -> None:
    assert parts(seen("d1", "Olga Kroll", gender="m"), seen("d2", "Olga Kroll", gender="f")) == ["d1 d2"]


def test_two_fields_are_two_people_and_a_suggestion() -> None:
    player, minister = seen("d1", "Ole Vang", office="Torhüter"), seen("d2", "Ole Vang", office="Finanzminister")
    found, doubtful = identified([player, minister], GERMAN)
    assert len(found) == 2
    assert {doubtful[0].one, doubtful[0].other} == {group.key for group in found}
    assert "one is in sport, the other in politics" in doubtful[0].reason


def test_who_fits_two_of_one_name_goes_where_its_company_is() -> None:
    player = seen("d1", "Ole Vang", office="Torhüter", company="una bell")
    minister = seen("d2", "Ole Vang", office="Finanzminister", company="ada kroll")
    assert parts(player, minister, seen("d3", "Ole Vang", company="una bell"), seen("d4", "Ole Vang")) == [
        "d1 d3",
        "d2",
        "d4",
    ]


def test_two_spellings_are_one_person_only_with_more_in_common() -> None:
    one, other = seen("d1", "Mahmud Karsai"), seen("d2", "Mahmoud Karzai")
    assert parts(one, other) == ["d1", "d2"]
    one, other = seen("d1", "Mahmud Karsai", code="AFG"), seen("d2", "Mahmoud Karzai", code="AFG")
    (group,) = groups(one, other)
    assert "may be two spellings" in group.joins[0].reason


def test_a_surname_alone_is_who_has_the_same_office_and_state() -> None:
    full = seen("d1", "Ada Kroll", code="PER", office="Ministerin")
    short = seen("d2", "Kroll", code="PER", office="Ministerin")
    assert parts(full, short) == ["d1 d2"]
    assert parts(full, seen("d2", "Kroll", code="CHL", office="Ministerin")) == ["d1", "d2"]
    assert parts(full, seen("d2", "Kroll")) == ["d1", "d2"]


def test_a_surname_that_fits_two_stays_apart_and_is_suggested() -> None:
    people = [
        seen("d1", "Ada Kroll", code="PER", office="Ministerin"),
        seen("d2", "Ole Kroll", code="PER", office="Ministerin"),
    ]
    short = seen("d3", "Kroll", code="PER", office="Ministerin")
    assert parts(*people, short) == ["d1", "d2", "d3"]
    assert len(identified([*people, short], GERMAN)[1]) == 2


def test_two_surnames_alone_are_not_one_person_for_the_name_only() -> None:
    assert parts(seen("d1", "Kroll"), seen("d2", "Kroll")) == ["d1", "d2"]
    assert parts(seen("d1", "Ada K."), seen("d2", "Ada K.")) == ["d1", "d2"]


def test_a_title_with_one_name_tells_who_it_is() -> None:
    assert parts(seen("d1", "Olav", office="Prinz"), seen("d2", "Prinz Olav")) == ["d1 d2"]


def test_father_and_son_are_two() -> None:
    assert parts(seen("d1", "Ben Holm"), seen("d2", "Ben Holm Jr.")) == ["d1", "d2"]


GIVEN = ("Ada", "Ben", "Cem", "Dora", "Emil", "Fritz", "Gerd", "Hans", "Ines", "Jan", "Karl", "Lea")


def test_strangers_of_a_frequent_surname_are_not_one_for_a_name_alone() -> None:
    many = [seen(f"x{n}", f"{given} Huber") for n, given in enumerate(GIVEN)]
    one, other = seen("d1", "Ida Huber"), seen("d2", "Ida Huber")
    assert {"d1", "d2"} <= set(parts(*many, one, other))
    met = seen("d1", "Ida Huber", company="una bell"), seen("d2", "Ida Huber", company="una bell")
    assert "d1 d2" in parts(*many, *met)


def test_the_key_stays_when_later_reports_come() -> None:
    first = seen("d9", "Ole Vang", office="Torhüter", day=day("2020-01-01"))
    later = seen("d1", "Ole Vang", office="Finanzminister", day=day("2024-01-01"))
    assert groups(first)[0].key in {group.key for group in groups(first, later) if group.members[0] == first}


def test_sightings_say_with_whom_somebody_appears_and_how_often_he_speaks() -> None:
    kroll, peru, _, vang = sightings_of("d1", findings(), GERMAN)
    assert (kroll.ref, kroll.mentions, kroll.statements) == ("d1/kroll", 1, 1)
    assert kroll.company == {"person ole vang", "state peru", "state chile"}
    assert (peru.company, vang.day) == (frozenset(), datetime.date(2024, 12, 4))


def test_who_is_one_does_not_depend_on_kinds() -> None:
    more = findings(
        entities=(Entity("a", EntityKind.MEDIUM, "Kroll"), Entity("b", EntityKind.PERSON, "Kroll")), mentions=()
    )
    assert len(groups(*sightings_of("d1", more, GERMAN))) == 2


NAMES = (
    "Ada Kroll",
    "Kroll",
    "A. Kroll",
    "Ada Emma Kroll",
    "Adda Krol",
    "Ada Kroll-Bonn",
    "Ole Kroll",
    "Krolls",
    "Prinz Kroll",
)


@st.composite
def sightings(draw: st.DrawFn) -> list[Sighting]:
    return [
        seen(
            f"d{number}",
            draw(st.sampled_from(NAMES)),
            code=draw(st.sampled_from((None, "PER", "CHL", "UN"))),
            office=draw(st.sampled_from((None, "Ministerin", "Trainer", "Prinz", "Leiter"))),
            gender=draw(st.sampled_from((None, "m", "f", "p"))),
            day=draw(st.sampled_from((None, day("2020-01-01"), day("2020-01-20"), day("1980-05-05")))),
            company=", ".join(draw(st.lists(st.sampled_from(("una bell", "ole vang", "ida ahn")), max_size=2))),
        )
        for number in range(draw(st.integers(1, 9)))
    ]


@given(sightings(), st.randoms())
def test_the_order_of_the_documents_never_shows_and_everybody_is_somebody_once(
    items: list[Sighting], random: object
) -> None:
    shuffled = items[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = identified(items, GERMAN)
    assert found == identified(shuffled, GERMAN)
    assert sorted(item.ref for group in found[0] for item in group.members) == sorted(item.ref for item in items)
    assert len({group.key for group in found[0]}) == len(found[0])
    assert {key for item in found[1] for key in (item.one, item.other)} <= {group.key for group in found[0]}


@given(sightings())
def test_nobody_is_one_with_whom_something_forbids(items: list[Sighting]) -> None:
    for group in groups(*items):
        genders = {
            item.gender for item in group.members if item.gender in ("m", "f") and item.name in ("Kroll", "Krolls")
        }
        states = [item.code for item in group.members if item.code in ("PER", "CHL")]
        assert len(genders) < 2 or len(group.members) > 2
        assert len(set(states)) < 2
