"""Deals of several documents become one balance of what each side gave and got."""

from tests.situation.reports import situation


def test_deals_told_in_two_reports_are_one_balance_with_both_tellings() -> None:
    [balance] = situation(["tausch", "wieder"]).exchanges
    assert set(balance.sides) == {"KAZ", "TJK"}
    assert balance.support is not None
    assert {telling.document for telling in balance.support.tellings} == {"dtausch", "dwieder"}


def test_each_side_gives_what_reports_say_it_gives_each_thing_once() -> None:
    [balance] = situation(["tausch", "wieder"]).exchanges
    given = dict(zip(balance.sides, balance.gifts, strict=True))
    assert any("Weizen" in gift.words for gift in given["KAZ"])
    strom = [gift for gift in given["TJK"] if "Strom" in gift.words]
    assert len(strom) == 1
    assert len(strom[0].support.tellings) >= 2


def test_a_deal_that_only_somebody_tells_is_said_and_one_that_a_report_tells_is_stated() -> None:
    [said] = situation(["tausch"]).exchanges
    [stated] = situation(["wieder"]).exchanges
    assert said.support is not None
    assert stated.support is not None
    assert said.support.certainty == "said"
    assert stated.support.certainty == "stated"
