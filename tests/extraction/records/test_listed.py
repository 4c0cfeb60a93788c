"""Listed nouns: many at once are told of as each by itself."""

from hypothesis import given
from hypothesis import strategies as st

from lagebild.extraction.records.listed import Lists, Nouns, is_listed
from lagebild.language.load import Language
from lagebild.language.wordings import wordings

ENTRIES = frozenset(("abkommen", "-deal", "-vertrag", "beschluss", "-beschluss"))
NOUNS = (
    "Abkommen",
    "Friedensabkommen",
    "Öl-Deal",
    "Deal",
    "Kaufvertrag",
    "Vertrag",
    "Beschluß",
    "Ratsbeschluß",
    "Haus",
)
TABLE = wordings(Language("de"), "breach_words")
TELLING = (
    "Verstoß",
    "Grenzverstoß",
    "Völkerrechtsbruch",
    "EU-Verstoß",
    "Bruch",
    "Garten",
    "Angriff",
    "Rechtsbruch",
    "Ei",
)


@given(st.sets(st.sampled_from(NOUNS)))
def test_any_of_many_nouns_is_listed_where_one_is(nouns: set[str]) -> None:
    assert Nouns(nouns).any_listed(ENTRIES) == any(is_listed(noun, ENTRIES) for noun in nouns)


def test_a_compound_counts_by_its_end_and_a_plain_entry_only_whole() -> None:
    assert Nouns(["Haus", "Kaufvertrag"]).any_listed(ENTRIES)
    assert not Nouns(["Haus", "Friedensabkommen"]).any_listed(ENTRIES)


@given(st.sets(st.sampled_from(TELLING)))
def test_a_table_has_rows_for_any_of_many_nouns_where_it_has_for_one(nouns: set[str]) -> None:
    assert TABLE.has_noun_among(nouns) == any(TABLE.of_noun(noun) for noun in nouns)


@given(st.sampled_from((*NOUNS, *TELLING)))
def test_lists_name_a_noun_where_each_by_itself_has_it(noun: str) -> None:
    lists = {"deals": ENTRIES, "houses": frozenset(("haus", "-bruch")), "none": frozenset[str]()}
    assert Lists(lists).naming(noun) == {name for name, entries in lists.items() if is_listed(noun, entries)}
