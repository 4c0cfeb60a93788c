"""Tied tellings become groups as far as those who speak for them fit each other."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.alike import fit_of, score_of
from lagebild.comparison.claims.joining import CLASH, FITTING, SPOKESMEN, Pair, joined
from lagebild.comparison.claims.tellings import told_in
from tests.comparison.claims.reports import GERMAN, held, holding


def never(one: int, other: int) -> float:
    return 0.0


def test_what_only_points_back_does_not_speak_for_a_group() -> None:
    # 1 and 2 point back to 0, and fit nobody; 3 is tied to 0, and fits it
    pairs = [Pair(0, 1, 0.99), Pair(0, 2, 0.99), Pair(0, 3, 0.7)]

    def fit(one: int, other: int) -> float:
        return 0.9 if (one, other) == (0, 3) or other < 3 else 0.0

    assert joined(pairs, fit, lambda number: number in {0, 3}) == [[0, 1, 2, 3]]
    assert joined(pairs, fit) == [[0, 1, 2]]


def test_groups_of_nothing_but_what_points_back_have_spokesmen_too() -> None:
    pairs = [Pair(0, 1, 0.99), Pair(2, 3, 0.98), Pair(1, 2, 0.8)]
    assert joined(pairs, never, lambda number: False) == [[0, 1], [2, 3]]
    assert joined(pairs, lambda one, other: 0.9, lambda number: False) == [[0, 1, 2, 3]]


def test_of_a_large_group_so_many_are_asked_at_most_and_evenly() -> None:
    members = 5 * SPOKESMEN
    pairs = [Pair(0, other, 0.99) for other in range(1, members)]
    asked: list[int] = []

    def fit(one: int, other: int) -> float:
        if other == members:
            asked.append(one)
        return 0.5

    assert joined([*pairs, Pair(0, members, 0.7)], fit, lambda number: number % 2 == 1) == [[*range(members + 1)]]
    assert len(asked) == SPOKESMEN
    assert all(number % 2 == 1 and number // 5 == at for at, number in enumerate(asked))


def test_no_more_are_asked_than_it_takes_to_know_how_the_average_comes_out() -> None:
    large = [Pair(0, other, 0.99) for other in range(1, SPOKESMEN)]
    for answer in (0.9, CLASH):
        asked: list[int] = []

        def fit(one: int, other: int, asked: list[int] = asked, answer: float = answer) -> float:
            if other == SPOKESMEN:
                asked.append(one)
            return answer if other == SPOKESMEN else 0.9

        ((*_, last),) = joined([*large, Pair(0, SPOKESMEN, 0.7)], fit)
        assert (last == SPOKESMEN) == (answer > FITTING)
        assert len(asked) < SPOKESMEN


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(13, 25), st.floats(0.66, 1.0)), max_size=30), st.randoms())
def test_groups_do_not_hang_on_the_order_of_ties(ties: list[tuple[int, int, float]], random: Random) -> None:
    pairs = [Pair(*tie) for tie in {tie[:2]: tie for tie in ties}.values()]
    shuffled = random.sample(pairs, len(pairs))

    def fit(one: int, other: int) -> float:
        return (one * 7 + other) % 10 / 10

    def says_it(number: int) -> bool:
        return number % 3 > 0

    assert joined(shuffled, fit, says_it) == joined(pairs, fit, says_it)


UNDATED = (
    "Die Bäcker von Lissabon backen im Sommer mehr Kuchen als Brot. Ein Zoologe zählt Eidechsen in den Pyrenäen. "
    "Die Winzer an der Loire erwarten einen süßen Jahrgang. In Quito fährt eine neue Straßenbahn. "
    "Kasachstan hat Soldaten nach Tadschikistan geschickt."
)


def test_whether_reports_are_alike_is_asked_of_ties_and_not_of_whoever_comes_with_them() -> None:
    dated = next(item.matter for item in told_in(holding("a"), GERMAN))
    undated = list(told_in(held("u", None, "Bote", UNDATED), GERMAN))[-1].matter
    assert score_of(dated, undated) == 0.0
    assert fit_of(dated, undated) > 0.5
    assert fit_of(dated, undated) == fit_of(undated, dated)
