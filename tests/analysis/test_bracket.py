"""The sentence bracket: what must be finite, infinitive or particle for the place where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.bracket import CORRECTED, BracketWords, at_clause_end, corrected, particle
from lagebild.analysis.word import Word
from lagebild.model.analysis import DATIVE, NOMINATIVE, PLURAL

WORDS = BracketWords(frozenset({"heraus"}), frozenset({"bekannt"}), frozenset({"mehr"}), frozenset({"klagte"}))


def form(tags: tuple[str, ...], low: str = "", nominal: int = 0) -> Word:
    """A word by its possible tags and its form in small letters."""
    return Word(tags, {}, {}, "/".join(tags), low, low, low, "", 0, nominal)


COMMA, STOP = form(("$,",), ","), form(("$.",), ".")


def choose(tag: str, scores: dict[str, int], known: list[Word], *, before: str, state: str, at: int = 0) -> str:
    return corrected(tag, scores, at, known, WORDS, before=before, state=state, ahead="")


def test_a_subordinate_clause_without_a_finite_verb_ends_in_one() -> None:
    scores = {"VVINF": 9, "VVFIN": 3}
    assert choose("VVINF", scores, [form(("VVFIN", "VVINF")), STOP], before="NN", state="K") == "VVFIN"


def test_behind_a_comma_several_who_act_follow_their_verb() -> None:
    verb, tenants = form(("ADJA", "VVFIN"), "klagten"), form(("NN",), "mieter", NOMINATIVE & PLURAL)
    told = [form(("VVPP",)), COMMA, verb, tenants, STOP]

    def chosen(known: list[Word], state: str = "V,") -> str:
        scores = {"ADJA": 9, "VVFIN": 3}
        return corrected("ADJA", scores, 2, known, WORDS, before="$,", state=state, ahead="$.")

    assert chosen(told) == "VVFIN"
    assert chosen(told, state=",") == "ADJA"
    assert chosen([*told[:3], form(("NN",), "mietern", DATIVE & PLURAL), STOP]) == "ADJA"
    assert chosen([form(("ADJA",)), *told[1:]]) == "ADJA"


def test_behind_zu_stands_an_infinitive() -> None:
    scores = {"VVINF": 1, "VVFIN": 7}
    assert choose("VVFIN", scores, [form(("VVFIN", "VVINF")), COMMA], before="PTKZU", state="") == "VVINF"


def test_behind_zu_an_infinitive_that_looks_like_an_adverb_is_none() -> None:
    scores = {"ADJD": 7, "VVINF": 2}
    assert choose("ADJD", scores, [form(("ADJD", "VVINF")), STOP], before="PTKZU", state="I") == "VVINF"


def test_beside_a_finite_verb_the_end_of_the_clause_is_none() -> None:
    scores = {"VVPP": 1, "VVFIN": 7}
    assert choose("VVFIN", scores, [form(("VVFIN", "VVPP")), STOP], before="NN", state="A") == "VVPP"


def test_no_adjective_stands_behind_its_noun_before_a_comma() -> None:
    scores = {"ADJA": 7, "VVFIN": 1}
    assert choose("ADJA", scores, [form(("ADJA", "VVFIN")), COMMA], before="NE", state="") == "VVFIN"


@pytest.mark.parametrize(("reflexive", "expected"), [(form(("PRF",), "sich"), "VVPP"), (form(("NN",)), "ADJD")])
def test_some_participles_need_a_reflexive(reflexive: Word, expected: str) -> None:
    known = [reflexive, form(("ADJD", "VVPP"), "bekannt"), STOP]
    assert choose("VVPP", {"ADJD": 1, "VVPP": 5}, known, before="NN", state="A", at=1) == expected


@pytest.mark.parametrize(
    ("following", "expected"),
    [(form(("ADJD", "ADV"), "spät"), "PTKA"), (form(("ADV", "PIAT"), "mehr"), "APPR"), (form(("ART",), "dem"), "APPR")],
)
def test_zu_means_too_before_a_degree_and_to_before_a_noun_or_an_amount(following: Word, expected: str) -> None:
    known = [form(("APPR", "PTKA"), "zu"), following, STOP]
    assert choose("APPR", {"APPR": 5, "PTKA": 1}, known, before="VVFIN", state="V") == expected


@pytest.mark.parametrize(
    ("known", "ends"),
    [
        ([form(("PTKVZ",)), STOP], True),
        ([form(("PTKVZ",)), form(("$(",)), COMMA], True),
        ([form(("PTKVZ",)), form(("KON",)), form(("NN",))], True),
        ([form(("PTKVZ",)), form(("KON",)), form(("APPR",))], False),
        ([form(("PTKVZ",)), form(("NN",))], False),
        ([form(("PTKVZ",))], True),
    ],
)
def test_a_clause_ends_before_a_mark_or_a_conjunction(known: list[Word], ends: bool) -> None:
    assert at_clause_end(known, 0) is ends


@pytest.mark.parametrize(
    ("tag", "at_end", "forms_verb", "always", "expected"),
    [
        ("PTKVZ", True, True, False, "PTKVZ"),
        ("PTKVZ", True, False, False, "ADV"),
        ("ADV", True, True, False, "ADV"),
        ("ADV", True, False, True, "PTKVZ"),
        ("APPR", True, True, False, "PTKVZ"),
        ("APPR", False, True, False, "APPR"),
    ],
)
def test_a_particle_ends_its_clause_and_makes_a_verb(
    tag: str, at_end: bool, forms_verb: bool, always: bool, expected: str
) -> None:
    scores = {"ADV": 3, "PTKVZ": 2, "APPR": 1}
    chosen = particle(tag, scores, at_end=at_end, forms_verb=forms_verb, always=always, unsure=())
    assert chosen == expected


def test_what_looks_like_an_adverb_behind_a_modal_verb_is_its_infinitive() -> None:
    scores = {"ADJD": 9, "VVINF": 2}
    end = [form(("ADJD", "VVINF"), "verlegen"), STOP]
    assert choose("ADJD", scores, end, before="NN", state="M") == "VVINF"
    assert choose("ADJD", scores, end, before="NN", state="V") == "ADJD"


TAGS = (
    "ADJA",
    "ADJD",
    "ADV",
    "APPR",
    "ART",
    "KON",
    "NE",
    "NN",
    "PIS",
    "PPER",
    "PTKVZ",
    "VAFIN",
    "VVFIN",
    "VVINF",
    "$,",
)


@given(
    st.sampled_from([tag for tag in (*TAGS, "CARD", "KOUS", "PIAT", "PRF") if tag not in CORRECTED and tag[0] != "V"]),
    st.lists(st.builds(Word, st.lists(st.sampled_from(TAGS), min_size=1, max_size=3).map(tuple)), max_size=4),
    st.sampled_from(("^", "$,", "NN", "PTKZU", "KON")),
    st.sampled_from(("", "K", "M", "A,", "KV+")),
)
def test_no_other_tags_are_corrected_than_those_that_say_so(
    tag: str, behind: list[Word], before: str, state: str
) -> None:
    known = [form((tag, "VVFIN", "ADJA", "ADJD", "PRELS")), *behind, STOP]
    assert choose(tag, dict.fromkeys(known[0].tags, 1), known, before=before, state=state) == tag
