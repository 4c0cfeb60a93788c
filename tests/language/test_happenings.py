"""The lexicon of events is well formed, broad, and each row shows by an example what it means."""

from collections import Counter
from pathlib import Path

import pytest

from lagebild.errors import ResourceError
from lagebild.language.happenings import Happenings, happenings
from lagebild.language.load import Language
from lagebild.language.notation import parse_marks
from lagebild.model.event import EventType

GERMAN = Language("de")
LEAST_TRIGGERS = 600
LEAST_OF_A_TYPE = 15
VERBS = "lemma\twith\ttype\tmode\tcontext\tactor\trecipient\tobject\tneeds\texample\tmisfire\n"
NOUNS = "lemma\ttype\tmode\tcontext\tgen\tfront\trecipient\tneeds\tnot_with\texample\tmisfire\n"


@pytest.fixture(scope="module")
def german() -> Happenings:
    return happenings(GERMAN)


def of_the_user(folder: Path, *, verbs: str = "", nouns: str = "") -> Happenings:
    if verbs:
        (folder / "event_verbs.tsv").write_text(VERBS + verbs + "\n", "utf-8")
    if nouns:
        (folder / "event_nouns.tsv").write_text(NOUNS + nouns + "\n", "utf-8")
    return happenings(Language("de", folder))


def test_the_lexicon_is_broad_over_all_types(german: Happenings) -> None:
    types = [row.type for rows in german.verbs.values() for row in rows if row.type]
    types += [row.type for row in (*german.nouns.values(), *german.endings.values()) if row.type]
    counted = Counter(types)
    assert len(types) >= LEAST_TRIGGERS
    assert set(counted) == set(EventType)
    assert [kind for kind, count in counted.items() if count < LEAST_OF_A_TYPE] == []


def test_every_verb_that_tells_an_event_marks_its_trigger_in_an_example(german: Happenings) -> None:
    rows = [row for ways in german.verbs.values() for row in ways if row.type]
    assert [row.lemma for row in rows if not parse_marks(row.example).spans["<"]] == []


def test_a_noun_is_found_by_itself_before_the_end_of_a_compound(german: Happenings) -> None:
    whole = german.noun("Luftangriff")
    end = german.noun("Raketenangriff")
    assert whole is not None
    assert end is not None
    assert (whole.lemma, end.lemma) == ("Luftangriff", "-angriff")


def test_a_row_without_type_takes_a_noun_out(german: Happenings) -> None:
    assert german.noun("Militärschlag") is not None
    assert german.noun("Friedensvorschlag") is None
    assert german.noun("Brot") is None


def test_rows_with_further_words_come_before_the_plain_row(german: Happenings) -> None:
    fixed = [bool(row.fixed) for row in german.verbs["unterstützen"]]
    assert fixed == sorted(fixed, reverse=True)
    assert len(fixed) > 1


def test_a_row_of_the_user_wins_over_ours(tmp_path: Path) -> None:
    ours = happenings(GERMAN).verbs["bombardieren"][0]
    theirs = of_the_user(
        tmp_path, verbs="bombardieren\t\tASSAULT\tdrone\tmilitary\tsubj\takk\t\tboth\t[A] <bombardiert> (B)."
    )
    assert ours.mode == "aerial"
    assert [row.mode for row in theirs.verbs["bombardieren"]] == ["drone"]


def test_the_user_may_add_a_noun(tmp_path: Path) -> None:
    theirs = of_the_user(tmp_path, nouns="Cyberschlag\tCOERCE\tcyber\t\tactor\tactor\tp:gegen\tboth")
    found = theirs.noun("Cyberschlag")
    assert found is not None
    assert found.type is EventType.COERCE


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("angreifen\t\tATTACK", "no event type 'ATTACK'"),
        ("angreifen\t\tASSAULT\t\t\tsubj\tnom", "'nom' is no place"),
        ("angreifen\t\tASSAULT\t\t\tsubj\takk\t\tall", "'all' cannot stand"),
    ],
)
def test_a_row_that_is_not_well_formed_is_refused_by_name(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(ResourceError, match=complaint):
        of_the_user(tmp_path, verbs=row)


def test_a_noun_whose_genitive_is_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="'owner' cannot stand in the column 'gen'"):
        of_the_user(tmp_path, nouns="Schlag\tASSAULT\t\t\towner")
