"""The score of the demonstration: who repeats the key is wholly right, who joins or cuts too much pays for it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.span import Span
from quality.situations.errors import errors
from quality.situations.found import Found, FoundClaim, FoundRelation, FoundTelling, FoundValue
from quality.situations.key import PARTS, Key, KeyClaim, KeyRelation, KeyTelling, Place, key, matters, reports
from quality.situations.meeting import met
from quality.situations.score import MEASURED, SMALL, SMALL_HELD, figures_of, parts_of, scored
from quality.situations.voices import is_voice

EVERY_KEY = pytest.mark.parametrize("part", [*PARTS, *matters(), *matters(held=True)])
BOTH = pytest.mark.parametrize("part", PARTS)


@EVERY_KEY
def test_the_key_itself_is_wholly_right(part: str) -> None:
    figures = figures_of(scored(key(part), _repeated(key(part))))
    assert {name: value for name, value in figures.items() if round(value, 9) != 1} == {}
    assert all(lines == [] for _, lines in errors(scored(key(part), _repeated(key(part)))))


@BOTH
def test_one_claim_of_everything_has_all_pairs_and_little_else(part: str) -> None:
    said = _repeated(key(part))
    everything = tuple(telling._replace(claim="all") for claim in said.claims for telling in claim.tellings)
    joined = Found((FoundClaim("all", "", everything, (), None, ()),), ())
    figures = figures_of(scored(key(part), joined))
    assert figures["claims_r"] == 1
    assert figures["claims_p"] < 0.2
    assert figures["claims_b3"] < 0.3
    assert figures["origins"] < 0.1


@BOTH
def test_tellings_by_themselves_are_all_right_and_join_nothing(part: str) -> None:
    said = _repeated(key(part))
    alone = tuple(
        FoundClaim(telling.ref, "", (telling._replace(claim=telling.ref),), ("x",), telling.ref, ())
        for claim in said.claims
        for telling in claim.tellings
    )
    figures = figures_of(scored(key(part), Found(alone, ())))
    assert figures["tellings_met"] == 1
    assert figures["claims_r"] == figures["claims_f1"] == 0


def test_matters_together_are_counted_as_one() -> None:
    keys = list(map(key, parts_of(SMALL)))
    right = [scored(asked, _repeated(asked)) for asked in keys]
    assert {name: value for name, value in figures_of(*right).items() if round(value, 9) != 1} == {}
    silent = [scored(asked, Found((), ())) for asked in keys[1:]]
    figures = figures_of(right[0], *silent)
    assert figures["tellings_met"] == pytest.approx(len(keys[0].tellings) / sum(len(one.tellings) for one in keys))
    assert figures["claims_p"] == 1
    assert 0 < figures["claims_r"] < (1 if silent else 1.1)


def test_what_is_measured_has_every_key_once_and_held_ones_apart() -> None:
    assert [part for one in MEASURED for part in parts_of(one)] == [*PARTS, *matters(), *matters(held=True)]
    assert not set(parts_of(SMALL)) & set(parts_of(SMALL_HELD))


def test_words_beside_the_key_cost_only_the_strict_precision() -> None:
    asked = key(PARTS[0])
    said = _repeated(asked)
    report = asked.claims[0].tellings[0].place.report
    end = len(reports()[report].text)
    more = FoundTelling(said.claims[0].key, "stray", report, (Span(end - 1, end),), ".", (), None)
    first = said.claims[0]._replace(tellings=(*said.claims[0].tellings, more))
    figures = figures_of(scored(asked, said._replace(claims=(first, *said.claims[1:]))))
    assert figures["claims_p"] == 1
    assert figures["claims_strict_p"] < 1


def test_one_telling_may_be_several_of_one_claim_but_of_no_second() -> None:
    text = next(iter(reports().values())).id
    wanted = [
        KeyTelling(claim, Place(text, start, start + 10), "", "x", "asserts")
        for claim, start in (("one", 0), ("one", 12), ("two", 24))
    ]
    found = FoundTelling("c", "ref", text, (Span(0, 34),), "", (), None)
    meeting = met(wanted, [FoundClaim("c", "", (found,), (), None, ())])
    assert meeting == {"ref": (wanted[0], wanted[1])}


@given(st.randoms())
def test_the_order_of_what_the_program_says_changes_nothing(random: Random) -> None:
    asked = key(PARTS[0])
    said = _repeated(asked)
    shuffled = list(said.claims)
    random.shuffle(shuffled)
    assert figures_of(scored(asked, said._replace(claims=tuple(shuffled)))) == figures_of(scored(asked, said))


@pytest.mark.parametrize(
    ("name", "voice", "same"),
    [
        ("Dmitri Peskow", "Kreml", True),
        ("Peskow", "Kreml", True),
        ("RUS", "Kreml", True),
        ("südkoreanischen Geheimdienstes", "NIS", True),
        ("Antony Blinken", "Kreml", False),
        ("Kim Jong-un", "KimHK", False),
        ("", "Kreml", False),
    ],
)
def test_a_voice_is_known_by_any_of_its_names(name: str, voice: str, same: bool) -> None:
    assert is_voice((name,), key(PARTS[0]).voices[voice]) == same


def _repeated(asked: Key) -> Found:
    """What a program would say that knows the key."""
    ledgers = tuple(
        tuple(
            FoundValue(
                one.place.report,
                Span(one.place.start, one.place.end),
                one.low,
                one.high,
                asked.voices[one.source].names[:1],
                one.day,
            )
            for one in ledger.values
        )
        for ledger in asked.ledgers
    )
    return Found(tuple(_claim(claim, asked) for claim in asked.claims), ledgers)


def _claim(claim: KeyClaim, asked: Key) -> FoundClaim:
    tellings = [(one, _telling(one, asked)) for one in claim.tellings]
    first = next(told.ref for one, told in tellings if (one.place.report, one.voice) == claim.first)
    return FoundClaim(
        key=claim.id,
        gloss=claim.gloss,
        tellings=tuple(told for _, told in tellings),
        origins=("",) * claim.origins[0],
        first=first,
        relations=tuple(_relation(one, tellings) for one in claim.relations),
    )


def _relation(relation: KeyRelation, tellings: list[tuple[KeyTelling, FoundTelling]]) -> FoundRelation:
    one = next(told.ref for told_by, told in tellings if told_by.voice == relation.voice)
    other = next((told.ref for told_by, told in tellings if told_by.voice == relation.to), one)
    return FoundRelation(relation.kind, one, other, relation.about)


def _telling(telling: KeyTelling, asked: Key) -> FoundTelling:
    place = telling.place
    return FoundTelling(
        claim=telling.claim,
        ref=f"{place.report}/{place.start}-{place.end}",
        report=place.report,
        spans=(Span(place.start, place.end),),
        words=telling.words,
        voice=asked.voices[telling.voice].names[:1],
        day=None,
    )
