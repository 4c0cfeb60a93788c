"""Figures of many reports, account by account."""

import random
from functools import cache

import pytest

from lagebild.comparison.ledgers import Account, Number, Standing, accounts_of, is_wanted, numbers_of
from lagebild.comparison.origins import publications_of
from lagebild.model.holding import Holding
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN

REPORTS = (
    ("a", "2031-03-01", "Seepost", "Nach Angaben von Präsidentin Ada Kroll sind 800 chilenische Soldaten in Arica."),
    ("b", "2031-03-02", "Hafenblatt", "„In Arica stehen rund 1.200 Kämpfer aus Chile“, sagte Minister Jan Holm."),
    ("c", "2031-03-04", "Kurier", "Präsidentin Ada Kroll sagte, es seien mindestens 1.300 Chilenen in Arica."),
    ("d", "2031-03-05", "Bote", "Präsidentin Ada Kroll sagte, in Arica seien 40 chilenische Soldaten getötet worden."),
    ("e", "2031-03-06", "Bote", "Wie viele Chilenen sind da? Kroll spricht von 1.300, Holm von 900."),
    ("f", "2031-03-06", "Seepost", "Die Stadt kauft 30 Busse. Ein Bus kostet rund 2 Millionen Euro."),
)  # fmt: skip


@cache
def holdings() -> tuple[Holding, ...]:
    return tuple(held(*report) for report in REPORTS)


@cache
def numbers() -> tuple[Number, ...]:
    return tuple(number for holding in holdings() for number in numbers_of(holding, GERMAN))


def accounts(*words: str, told: tuple[Number, ...] | None = None) -> tuple[Account, ...]:
    wanted = [number for number in told or numbers() if is_wanted(number, words, GERMAN)]
    return accounts_of(wanted, publications_of(holdings(), GERMAN), GERMAN)


def values(account: Account) -> list[tuple[str | None, str, str | None]]:
    return [(value.day, value.words, value.source) for value in account.values]


def test_an_account_has_every_value_with_its_day_and_source() -> None:
    (alive,) = [account for account in accounts("Soldaten", "Chile") if account.where and not account.fate]
    assert (alive.owner, alive.where) == ("CHL", "Arica")
    assert values(alive) == [
        ("2031-03-01", "800", "Ada Kroll"), ("2031-03-02", "rund 1.200", "Jan Holm"),
        ("2031-03-04", "mindestens 1.300", "Ada Kroll"),
    ]  # fmt: skip


def test_what_a_source_says_last_stands_and_what_it_said_before_is_revised() -> None:
    (alive,) = [account for account in accounts("Soldaten", "Chile") if account.where and not account.fate]
    assert [value.standing for value in alive.values] == [Standing.REVISED, Standing.CURRENT, Standing.CURRENT]
    assert (alive.low, alive.high) == (1200, 1300)
    assert [(change.kind.value, change.reason) for change in alive.changes if change.kind.value == "revises"] == [
        ("revises", "Ada Kroll revises it: at least 1,300 is not 800")
    ]


def standings(*said: tuple[str, str, str, str]) -> list[tuple[str, Standing]]:
    """What the values are worth that these reports give: key, day, house and text of each."""
    reports = [held(*report) for report in said]
    found = [number for report in reports for number in numbers_of(report, GERMAN)]
    (account,) = accounts_of(found, publications_of(reports, GERMAN), GERMAN)
    return [(value.words, value.standing) for value in account.values]


def test_who_stands_alone_against_others_of_the_time_is_out_of_line_but_not_who_speaks_weeks_later() -> None:
    before = (
        (
            "k",
            "2031-03-01",
            "Seepost",
            "Nach Angaben von Präsidentin Ada Kroll sind 1.000 chilenische Soldaten in Arica.",
        ),
        ("l", "2031-03-02", "Kurier", "Minister Jan Holm sagte, es seien 1.000 chilenische Soldaten in Arica."),
    )
    text = "Botschafter Per Lund sagte, es seien 3.000 chilenische Soldaten in Arica."
    assert standings(*before, ("m", "2031-03-03", "Bote", text))[-1] == ("3.000", Standing.OUTLIER)
    assert standings(*before, ("m", "2031-04-03", "Bote", text))[-1] == ("3.000", Standing.CURRENT)


def test_a_report_of_no_known_house_is_no_origin_with_a_name() -> None:
    report = held("n", "2031-03-01", None, "Im Hafen von Arica liegen 14 chilenische Schiffe.")
    (account,) = accounts_of(list(numbers_of(report, GERMAN)), publications_of([report], GERMAN), GERMAN)
    assert [(value.source, value.origin) for value in account.values] == [(None, None)]


def test_the_killed_have_an_account_of_their_own() -> None:
    fates = {account.fate: values(account) for account in accounts("Soldaten") if account.fate}
    assert fates == {"killed": [("2031-03-05", "40", "Ada Kroll")]}


def test_a_figure_without_a_noun_counts_the_people_told_of_last() -> None:
    told = [number for number in numbers() if number.telling.document == "de"]
    assert [(number.words, number.thing.kind, number.thing.owner) for number in told] == [
        ("1.300", "people", "CHL"), ("900", "people", "CHL"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kämpfer", 6), ("Soldaten Arica", 4), ("chilenische Truppen", 6), ("Chile getötet", 1), ("Peru Soldaten", 0),
        ("Busse", 1), ("Euro", 1),
    ],
)  # fmt: skip
def test_a_word_means_what_is_counted_whose_where_or_a_word_around(words: str, found: int) -> None:
    assert sum(is_wanted(number, words.split(), GERMAN) for number in numbers()) == found


def test_every_word_of_a_value_stands_in_its_document() -> None:
    texts = {holding.key: holding.findings.document.text for holding in holdings()}
    for account in accounts():
        for value in account.values:
            text = texts[value.telling.document]
            assert value.figure.span.of(text) == value.words
            assert value.telling.words in text


def test_the_order_of_figures_changes_nothing() -> None:
    shuffled = list(numbers())
    random.Random(3).shuffle(shuffled)
    assert accounts(told=tuple(shuffled)) == accounts()


def test_nothing_is_asked_for_and_nothing_is_found() -> None:
    assert accounts_of((), publications_of((), GERMAN), GERMAN) == ()


def test_an_undated_report_does_not_hide_that_a_source_revised_itself() -> None:
    reports = (
        held("a", "2031-03-01", "Seepost", "Präsidentin Ada Kroll sagte, in Arica seien 800 chilenische Soldaten."),
        held("b", "2031-03-04", "Kurier", "Präsidentin Ada Kroll sagte, in Arica seien 1.300 chilenische Soldaten."),
        held("c", None, "Forum", "Präsidentin Ada Kroll sagte, in Arica seien 1.300 chilenische Soldaten."),
    )
    told = [number for holding in reports for number in numbers_of(holding, GERMAN)]
    (account,) = accounts_of(told, publications_of(reports, GERMAN), GERMAN)
    assert [(value.day, value.standing) for value in account.values] == [
        ("2031-03-01", Standing.REVISED), ("2031-03-04", Standing.CURRENT), (None, Standing.CURRENT),
    ]  # fmt: skip
    assert (account.low, account.high) == (1300, 1300)


def test_forces_that_another_state_deploys_are_not_lent_to_the_only_owner_known() -> None:
    reports = (
        held("a", "2031-03-01", "Seepost", "Rund 500 kasachische Soldaten üben am Pandsch, sagte Dana Akhat."),
        held(
            "b", "2031-03-02", "Bote",
            "Tadschikistan hat nach Angaben des kasachischen Verteidigungsministers Marat Orlow 12.000 Soldaten bei "
            "Duschanbe zusammengezogen.",
        ),
    )  # fmt: skip
    told = [number for holding in reports for number in numbers_of(holding, GERMAN)]
    found = accounts_of(told, publications_of(reports, GERMAN), GERMAN)
    owners = {value.words: account.owner for account in found for value in account.values}
    assert owners["Rund 500"] == "KAZ"
    assert owners["12.000"] in (None, "TJK")


def told_by(*reports: tuple[str, str]) -> list[Number]:
    made = [held(name, "2031-03-01", "Seepost", text) for name, text in reports]
    return [number for holding in made for number in numbers_of(holding, GERMAN)]


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("Die Zahl der Infizierten in Arica stieg auf 17.", "17", "ill"),
        ("Statt der zugesagten 40.000 Dosen kamen in Arica 12.000 an.", "12.000", "dos"),
        ("Chilenische Soldaten sind in Arica. Zwei von ihnen seien tot, sagte Ada Kroll.", "Zwei", "soldiers"),
    ],
)
def test_a_number_without_a_noun_counts_what_the_words_before_tell(text: str, words: str, counted: str) -> None:
    assert [number.thing.kind for number in told_by(("x", text)) if number.words == words] == [counted]


def test_millions_without_a_unit_are_of_the_money_named_before() -> None:
    told = told_by(("x", "Die Kitas verlieren 180 Millionen Euro. Die Kliniken will Jan Holm um 60 Millionen kürzen."))
    assert [number.thing.unit for number in told] == ["EUR", "EUR"]


def test_a_difference_from_another_figure_is_no_value() -> None:
    assert told_by(("x", "In Arica sind Soldaten. Das seien 500 mehr als am Vortag, sagte Ada Kroll.")) == []


def test_vague_words_are_values_with_an_open_end() -> None:
    (found,) = told_by(("x", "Hunderte chilenische Soldaten sind in Arica, sagte Ada Kroll."))
    assert (found.figure.low, found.figure.high, found.words) == (200, None, "Hunderte")


def test_a_range_of_number_words_has_both_ends() -> None:
    (found,) = told_by(("x", "In Arica sind zwischen zehn- und zwölftausend chilenische Soldaten, sagte Ada Kroll."))
    assert (found.figure.low, found.figure.high) == (10_000, 12_000)


def test_the_same_sum_told_of_the_same_people_is_of_one_thing() -> None:
    told = told_by(
        ("x", "Es fehlen 1,4 Milliarden Euro, sagte Minister Jan Holm."),
        ("y", "Um ein Loch von 1,4 Milliarden Euro geht es. Minister Jan Holm ist gegangen."),
        ("z", "Das Museum kostete 1,4 Milliarden Euro, sagte Ida Bonn."),
    )
    found = accounts_of(told, publications_of([], GERMAN), GERMAN)
    assert sorted(len(account.values) for account in found) == [1, 2]


def of_texts(*texts: str) -> list[set[str]]:
    """The words of the values of each account that these reports of one matter make."""
    reports = [held(f"t{number}", f"2031-03-0{number}", "Bote", text) for number, text in enumerate(texts, 1)]
    told = [number for report in reports for number in numbers_of(report, GERMAN)]
    found = accounts_of(told, publications_of(reports, GERMAN), GERMAN)
    return [{value.words for value in account.values} for account in found]


def test_sums_of_one_kind_are_of_one_thing_where_reports_are_of_the_same() -> None:
    one = (
        "Die Werft Bluma in Holtenau brannte. Den Schaden schätzt die Feuerwehr auf 20 Millionen Euro. Bluma schweigt."
    )
    two = "Bluma in Holtenau rechnet mit einem Sachschaden von 45 Millionen Euro. Die Werft Bluma liegt in Holtenau."
    far = "Auf der Insel Rumo richtete ein Sturm einen Schaden von 30 Millionen Euro an."
    assert {"20 Millionen Euro", "45 Millionen Euro"} in of_texts(one, two, far)
    assert {"30 Millionen Euro"} in of_texts(one, two, far)


def test_two_sums_of_a_kind_in_one_report_stay_apart() -> None:
    text = "Holm kürzt in Lima die Hilfe für Schulen um 180 Millionen Euro. Er kürzt für Häfen um 60 Millionen Euro."
    assert {"180 Millionen Euro", "60 Millionen Euro"} not in of_texts(text)


def test_what_a_thing_costs_each_day_is_not_what_it_costs() -> None:
    text = (
        "Der Streik in Lima macht einen Schaden von 40 Millionen Euro. Je Streiktag sind es 3 Millionen Euro Schaden."
    )
    assert {"40 Millionen Euro", "3 Millionen Euro"} not in of_texts(text)


def test_each_candidate_has_votes_of_his_own() -> None:
    one = "Präsidentin Ada Kroll erhielt in Lima 52,3 Prozent der Stimmen, Jan Holm 44,1 Prozent, hieß es."
    two = "Nach der Auszählung in Lima kommt Ada Kroll auf 50,4 Prozent. Jan Holm gewann Lima nicht."
    assert {"52,3 Prozent", "50,4 Prozent"} in of_texts(one, two)


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Sieben Kollegen liegen mit Verbrennungen in Lima.", "wounded"),
        ("Neun gelten als vermisst.", "missing"),
        ("Taucher bargen 21 Leichen.", "killed"),
        ("Dreißig Passagiere wurden gerettet.", "rescued"),
        ("An Bord waren 112 Menschen.", "aboard"),
        ("Rund 2.000 Menschen flohen aus Lima.", "fled"),
    ],
)
def test_what_became_of_people_is_told_by_whatever_words(text: str, fate: str) -> None:
    (number,) = numbers_of(held("k", "2031-03-05", "Bote", text), GERMAN)
    assert number.thing.fate == fate


def test_the_dead_of_two_accidents_are_not_counted_together() -> None:
    ferry = "Die Fähre Lorna ist vor Rumo gesunken. Auf der Lorna starben vor Rumo 14 Menschen."
    later = "Nach dem Untergang der Fähre Lorna vor Rumo gibt es 19 Tote. Die Lorna kam aus Rumo."
    fire = "In Holtenau brannte eine Werft. In der Werft von Holtenau starben drei Menschen."
    assert of_texts(ferry, later, fire) == [{"14", "19"}, {"drei"}]


def test_things_of_two_matters_are_not_counted_together_where_nobody_tells_whose_they_are() -> None:
    dam = "Der Damm von Rumo ist gebrochen. In Rumo sind hinter dem Damm 40 Häuser zerstört."
    later = "Nach dem Bruch des Damms sind in Rumo 60 Häuser zerstört. Der Damm von Rumo war alt."
    fire = "In Holtenau brannte eine Werft. Neben der Werft von Holtenau brannten zwei Häuser."
    assert of_texts(dam, later, fire) == [{"40", "60"}, {"zwei"}]


def test_what_became_of_each_is_told_by_its_own_clause() -> None:
    text = "In Lima seien 300 Menschen getötet und 2.700 verletzt worden, neun gelten als vermisst."
    numbers = list(numbers_of(held("k", "2031-03-05", "Bote", text), GERMAN))
    assert [number.thing.fate for number in numbers] == ["killed", "wounded", "missing"]


def test_some_of_several_are_counted() -> None:
    (number,) = numbers_of(held("k", "2031-03-05", "Bote", "Zehn der Maschinen stehen in Lima."), GERMAN)
    assert number.thing.kind == "maschin"


def test_freed_prisoners_are_no_forces_and_no_prisoners() -> None:
    told = told_by(("x", "Peru hat 30 gefangene chilenische Soldaten freigelassen, sagte Ada Kroll."))
    assert [number.thing.fate for number in told] == ["released"]
