"""The tables keep their own promises."""

from datetime import date, datetime

from hypothesis import given

from lagebild.model.holding import Holding
from lagebild.tables import TABLES, Kind, Words, tables
from tests.export.holdings import any_holding, first

TYPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.TEXT: str,
    Kind.INTEGER: int,
    Kind.REAL: (float, int),
    Kind.TRUTH: bool,
    Kind.DAY: date,
    Kind.MOMENT: datetime,
    Kind.SPAN: Words,
    Kind.SPANS: tuple,
    Kind.TEXTS: tuple,
}


@given(any_holding())
def test_every_row_has_a_value_of_the_right_kind_for_every_column(holding: Holding) -> None:
    for table in TABLES:
        for row in table.rows(holding):
            for column, value in zip(table.columns, row, strict=True):
                assert value is None or isinstance(value, TYPES[column.kind]), (table.name, column.name)


def test_stored_columns_have_names_of_their_own() -> None:
    for table in TABLES:
        spans = [column for column in table.columns if column.kind is Kind.SPAN]
        names = [column.name for column in table.columns if column.kind is not Kind.SPAN]
        names += [column.part(part) for column in spans for part in ("words", "start", "end")]
        assert len(names) == len(set(names)), table.name


def test_words_are_those_of_the_text() -> None:
    text = first().findings.document.text
    for table in TABLES:
        for row in table.rows(first()):
            for value in row:
                if isinstance(value, Words):
                    assert value.words == text[value.start : value.end]


def test_texts_can_be_left_out() -> None:
    (row,) = tables(text=False)[0].rows(first())
    assert first().findings.document.text not in row
