"""Whatever the text, expressions lie inside it in order and their values are well formed."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.extraction.times.find import find_times
from lagebild.extraction.times.normalise import well_formed
from lagebild.extraction.times.words import words_of
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.timex import Timex

GERMAN = Language("de")
PRECISIONS = {"minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "year", "decade", "century"}
PIECES = [
    *("am", "im", "in der", "seit", "vor", "Nacht zum", "Anfang", "Ende des", "vergangenen", "kommende", "drei", "30."),
    *("29.", "Februar", "Mittwoch", "2014", "9999", "0001", "31.02.2021", "Uhr", "24:00", "8.30", "99", "alle", "zwei"),
    *("Jahre", "Jahrhundert", "Jahren", "Tagen", "Wochen", "Quartal", "heute", "Abend", "gestern", "Ostern", "später"),
    *("ersten", "Halbjahr", "Millionen", "bis", "und", "zu", "(", ")", ",", ".", "-", "\n", "\n\n", "ß", "😀", "MAI"),
]
DAYS = st.one_of(st.none(), st.dates())


def times(text: str, published: date | None) -> tuple[Timex, ...]:
    return find_times(Findings(document=Document("a", text, date=published)), GERMAN).timexes


def check(text: str, published: date | None) -> None:
    reached = 0
    for timex in times(text, published):
        assert reached <= timex.span.start < timex.span.end <= len(text)
        reached = timex.span.end
        assert timex.value is not None
        assert well_formed(timex.value), (timex, timex.span.of(text))
        assert timex.precision in PRECISIONS | {"vague"}
        for edge in (timex.begin, timex.end):
            assert edge is None or well_formed(edge), timex


@settings(deadline=None)
@given(st.text(), DAYS)
def test_any_text_gives_ordered_spans_and_well_formed_values(text: str, published: date | None) -> None:
    check(text, published)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), DAYS)
def test_any_row_of_time_words_gives_ordered_spans_and_well_formed_values(
    pieces: list[str], published: date | None
) -> None:
    check(" ".join(pieces), published)


def test_a_long_line_without_any_sentence_takes_time_by_its_length_only() -> None:
    assert len(times("Mittwoch 2014, " * 3000, date(2024, 12, 4))) == 6000


def test_every_table_of_words_is_used_by_a_rule() -> None:
    patterns = "".join(rule["pattern"] for rule in GERMAN.rules("times")["rule"])
    loaded = GERMAN.rules("times")
    known = set(loaded["telling"]) | {"lean", "joint", "suffix"}
    tables = words_of(GERMAN).tables
    assert [
        table
        for table in tables
        if f"{{{table}}}" not in patterns and f"{{{table}:" not in patterns and table not in known
    ] == []
