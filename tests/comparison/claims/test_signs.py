"""Signs by which two tellings are weighed."""

from dataclasses import replace
from itertools import combinations, product

from lagebild.comparison.claims.alike import alike, score_of
from lagebild.comparison.claims.joining import TIED
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.signs import ALWAYS, learned, likelihood, signs_of
from lagebild.comparison.claims.tellings import told_in
from tests.comparison.claims.reports import GERMAN, REPORTS, held, holding


def matters(name: str, day: str, text: str) -> list[Matter]:
    """What a report tells."""
    return [item.matter for item in told_in(held(name, day, "Bergbote", text), GERMAN)]


ONE = "Im Werk Kaltau ist ein Kessel geborsten. Nach dem Unglück in Kaltau fehlen der Firma 1,4 Milliarden Kronen."
OTHER = "Der Firma in Kaltau fehlt Geld. Durch das Unglück in Kaltau klafft ein Loch von 1,4 Milliarden Kronen."
AWAY = "In Norrby lief ein Wal auf Grund. Helfer zogen das Tier ins Meer."


def test_signs_are_the_same_in_either_order() -> None:
    told = [item.matter for name in REPORTS for item in told_in(holding(name), GERMAN)]
    for one, other in combinations(told, 2):
        assert likelihood(one, other) == likelihood(other, one)
        assert score_of(one, other) == score_of(other, one)
        assert {sign.name: sign.value for sign in signs_of(one, other)} == {
            sign.name: sign.value for sign in signs_of(other, one)
        }


def test_the_same_thing_in_other_words_is_likelier_than_another_thing() -> None:
    one, other, away = (
        matters("a", "2031-03-03", ONE),
        matters("b", "2031-03-04", OTHER),
        matters("c", "2031-03-04", AWAY),
    )
    same = max(likelihood(left, right) for left, right in product(one, other))
    assert same > max(likelihood(left, right) for left, right in product(one, away))


def test_a_few_words_are_a_copy_only_where_the_reports_are_alike() -> None:
    report = "Der Brand im Werk Kaltau ist gelöscht. Zwei Arbeiter starben. Das Werk Kaltau bleibt geschlossen."
    other = "Bei einem Unfall in Norrby kippte ein Bus um. Zwei Arbeiter starben. Der Bus aus Norrby war neu."
    (one,), (copy,), (away,) = (
        [item for item in matters(name, "2031-03-03", text) if "CASUALTIES" in item.acts]
        for name, text in (("a", report), ("b", report), ("c", other))
    )
    assert score_of(one, copy) == 1.0
    assert score_of(one, away) < 1.0


def test_what_reports_of_different_things_tell_alike_is_not_one() -> None:
    crash = "Bei Norrby prallte ein Bus gegen einen Baum. Der Fahrer schlief. Verletzt wurde dabei niemand."
    fire = "In Kaltau brannte eine Scheune mit Heu ab. Der Bauer melkte Kühe. Dabei wurde niemand verletzt."
    pairs = list(product(matters("a", "2031-03-03", crash), matters("b", "2031-03-03", fire)))
    assert all(alike(left, right).score < TIED for left, right in pairs)
    assert any("nothing in common" in (alike(left, right).reason or "") for left, right in pairs)


def test_every_sign_that_is_weighed_may_be_found() -> None:
    """A renamed sign would be weighed as nothing, without anybody noticing."""
    assert ALWAYS in learned()
    told = [item.matter for name in REPORTS for item in told_in(holding(name), GERMAN)]
    found = {sign.name for one, other in combinations(told, 2) for sign in signs_of(one, other)}
    assert found & learned().keys()
    assert len(found - learned().keys()) <= 2


def test_the_reason_says_why_reports_are_of_one_matter() -> None:
    one, other = matters("a", "2031-03-03", ONE), matters("b", "2031-03-04", OTHER)
    reasons = [alike(left, right).reason or "" for left, right in product(one, other)]
    assert any("their reports have much in common" in reason for reason in reasons)


def test_reports_that_came_out_years_apart_have_to_be_more_alike() -> None:
    ride = (
        "Nach einem Unfall bei Norrby ist ein Radfahrer gestorben. Ein Lastwagen hatte ihn erfasst. Es war nass. "
        "Die Polizei sucht Zeugen."
    )
    fire = (
        "Bei einem Brand in Kaltau ist ein Rentner verletzt worden. Er starb im Spital. Die Feuerwehr war mit zwei "
        "Wagen da. Der Schaden ist hoch. Die Polizei sucht Zeugen."
    )

    def surest(day: str) -> float:
        pairs = product(matters("a", "2031-03-03", ride), matters("b", day, fire))
        return max(score_of(one, other) for one, other in pairs)

    assert surest("2031-03-05") > TIED
    assert surest("2038-03-05") < TIED


def test_what_no_longer_is_may_be_one_with_what_is_told_and_what_is_to_come_is_not() -> None:
    one, other = matters("a", "2031-03-03", ONE)[1], matters("b", "2031-03-04", OTHER)[1]
    scores = {mood: score_of(one, replace(other, moods=frozenset({mood}))) for mood in ("stopped", "planned")}
    assert scores["planned"] < TIED <= scores["stopped"] < score_of(one, other)
