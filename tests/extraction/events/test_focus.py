"""Which state a report means where its words name none."""

from lagebild.extraction.events.focus import Focus


def test_the_state_named_right_before_is_meant() -> None:
    assert Focus([(3, "PER"), (40, "CHL")], "DEU").at(45) == "CHL"


def test_a_state_named_often_outweighs_one_named_in_passing() -> None:
    often = [(i, "PER") for i in range(0, 60, 5)]
    assert Focus([*often, (61, "CHL")], "DEU").at(70) == "PER"


def test_a_report_that_names_no_state_means_the_home_state() -> None:
    assert Focus([], "DEU").at(10) == "DEU"


def test_what_is_named_only_later_is_better_than_the_home_state() -> None:
    assert Focus([(90, "PER")], "DEU").at(1) == "PER"


def test_the_last_two_states_stand_in_the_order_in_which_they_were_named() -> None:
    focus = Focus([(1, "ECU"), (5, "PER"), (9, "CHL"), (12, "PER")], "DEU")
    assert focus.last_two(20) == ("CHL", "PER")
    assert focus.last_two(2) == ()


def test_both_states_are_those_named_together_and_not_any_two_named_last() -> None:
    sentences = [0] * 10 + [1] * 10 + [2] * 10 + [3] * 10
    named = [(1, "PER"), (5, "CHL"), (12, "ECU"), (22, "CUB")]
    assert Focus(named, "DEU", sentences).pair_before(35) == ("PER", "CHL")
    assert Focus(named, "DEU", sentences).last_two(35) == ("ECU", "CUB")


def test_a_pair_named_right_before_wins_over_one_named_often() -> None:
    sentences = [0] * 10 + [1] * 10 + [2] * 10 + [3] * 10
    named = [(1, "PER"), (5, "CHL"), (12, "PER"), (15, "CHL"), (21, "ECU"), (25, "CUB")]
    assert Focus(named, "DEU", sentences).pair_before(35) == ("ECU", "CUB")
