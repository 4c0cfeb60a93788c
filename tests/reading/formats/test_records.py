"""CSV, Parquet, JSON: columns by their documented names or a mapping, and a bad row costs only itself."""

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.errors import UsageError
from lagebild.model.document import Document
from lagebild.reading.documents import documents_of, holds_many
from lagebild.reading.failure import Failure
from lagebild.reading.formats.columns import FIELDS, checked_mapping
from lagebild.reading.formats.days import day_of, local_day
from lagebild.reading.raw import Raw

TEXT = "Die Schleuse ist zu; der Lotse sagt: „Das dauert.“\nMehr weiß er nicht."
DAY = datetime.date(2024, 12, 4)


def items(data: bytes | str, suffix: str, **mapping: str) -> list[Document | Failure]:
    content = data.encode() if isinstance(data, str) else data
    return list(documents_of(Raw(origin=f"x{suffix}", stem="x", data=content, suffix=suffix), mapping=mapping))


def only(data: bytes | str, suffix: str, **mapping: str) -> Document:
    (item,) = items(data, suffix, **mapping)
    assert isinstance(item, Document), item
    return item


def reason(data: bytes | str, suffix: str, **mapping: str) -> str:
    item = items(data, suffix, **mapping)[0]
    assert isinstance(item, Failure), item
    return item.reason


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


ROW = {
    "id": "a7", "text": TEXT, "title": "Schleuse zu", "date": "2024-12-04", "url": "https://deichbote.example/7",
    "publisher": "Deichbote", "author": "Jana Petersen", "language": "de-AT",
}  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_with_its_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    read = only(written([list(ROW), list(ROW.values())], delimiter).encode(encoding), ".csv")
    assert {name: getattr(read, name) for name in FIELDS} == {**ROW, "date": DAY, "language": "de"}
    assert dict(read.known_from)["date"] == "column 'date'"


def test_capitals_and_blanks_in_a_header_do_not_count() -> None:
    assert only(written([["ID ", " Text", "TITLE"], ["1", TEXT, "Tor"]]), ".csv").title == "Tor"


def test_columns_of_other_names_are_mapped() -> None:
    read = only("Artikel;Tag;text\nDie Schleuse ist zu.;4.12.2024;falsch\n", ".csv", text="Artikel", date="Tag")
    assert (read.text, read.date, read.id) == ("Die Schleuse ist zu.", DAY, "x-1")


def test_wrong_columns_are_named_with_what_is_there_and_how_to_map() -> None:
    said = reason("Artikel;Tag\nDie Schleuse ist zu.;4.12.2024\n", ".csv")
    assert "'Artikel', 'Tag'" in said
    assert "--map text=COLUMN" in said
    assert "'Text'" in reason("text;Tag\nx;y\n", ".csv", text="Text")


def test_a_bad_row_costs_only_itself() -> None:
    rows = [
        ["id", "text", "date"],
        ["1", TEXT, "2024-12-04"],
        ["2", TEXT, "neulich"],
        ["3", "", ""],
        ["4", TEXT, "", "zu viel"],
        [],
        ["6", TEXT],
    ]
    read = items(written(rows), ".csv")
    assert [item.id if isinstance(item, Document) else item.origin for item in read] == [
        "1", "x.csv, row 2", "x.csv, row 3", "x.csv, row 4", "6",
    ]  # fmt: skip


def test_one_broken_byte_does_not_cost_the_table() -> None:
    data = written([["text"], [TEXT * 2000], ["für alle"]]).encode() + "für den Rest\n".encode("cp1252")
    assert [item.text[:12] for item in items(data, ".csv") if isinstance(item, Document)][1:] == [
        "für alle",
        "für den Rest",
    ]


def test_a_report_may_be_longer_than_other_programs_cells() -> None:
    assert only(written([["text"], [TEXT * 5000]]), ".csv").text == TEXT * 5000


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_any_text_comes_back_from_a_table_to_the_character(texts: list[str], delimiter: str) -> None:
    try:
        data = written([["id", "text"], *([str(at), text] for at, text in enumerate(texts))], delimiter).encode()
    except UnicodeEncodeError:
        return
    if any(ord(sign) < 32 and sign not in "\t\n\r" for text in texts for sign in text):
        return  # enough of them, and a table is binary
    assert [item.text for item in items(data, ".csv") if isinstance(item, Document)] == texts


def parquet(columns: dict[str, Any], **options: Any) -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out, **options)
    return out.getvalue()


def test_parquet_is_read_row_by_row_with_dates_of_any_kind() -> None:
    data = parquet(
        {
            "id": [7, 8],
            "text": [TEXT, TEXT * 2],
            "date": [datetime.datetime(2024, 12, 4, 23), None],
            "sonst": [b"x", b"y"],
        },
        row_group_size=1,
    )
    first, second = items(data, ".parquet")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.date, second.date, second.text) == ("7", DAY, None, TEXT * 2)


def test_parquet_without_a_text_names_its_columns() -> None:
    assert "'body'" in reason(parquet({"body": [TEXT], "tag": ["x"]}), ".parquet")
    assert only(parquet({"body": [TEXT.encode()], "tag": [DAY]}), ".parquet", text="body", date="tag").date == DAY


def test_a_damaged_parquet_file_is_named() -> None:
    whole = parquet({"text": [TEXT * at for at in range(1, 400)]})
    assert "damaged" in reason(whole[: len(whole) // 2], ".parquet")
    assert isinstance(items(whole[:2000] + bytes(500) + whole[2500:], ".parquet")[-1], Failure)


def test_a_path_leads_into_json_objects() -> None:
    record = {"inhalt": {"body": TEXT}, "quelle": {"name": "Deichbote"}, "a.b": "Jana Petersen"}
    read = only(json.dumps(record), ".json", text="inhalt.body", publisher="quelle.name", author="a.b")
    assert (read.text, read.publisher, read.author) == (TEXT, "Deichbote", "Jana Petersen")
    assert "'inhalt'" in reason(json.dumps(record), ".json")


def test_json_lines_stream_from_the_file_and_each_line_has_its_number(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_bytes(b'{"text": "eins"}\n\n{"text": "zwei", "id": 2}\nkaputt\n' + '{"text": "für"}'.encode("cp1252"))
    read = list(documents_of(Raw(origin="x.jsonl", stem="x", suffix=".jsonl", path=file)))
    assert [item.id if isinstance(item, Document) else item.origin for item in read] == [
        "x-1",
        "2",
        "x.jsonl, line 4",
        "x-5",
    ]


def test_a_line_longer_than_any_report_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.reading.formats.json_records._LONGEST_LINE", 100)
    lines = [json.dumps({"text": "eins"}), json.dumps({"text": "x" * 500}), json.dumps({"text": "drei"})]
    first, second, third = items("\n".join(lines), ".jsonl")
    assert isinstance(second, Failure)
    assert "longer" in second.reason
    assert [item.id for item in (first, third) if isinstance(item, Document)] == ["x-1", "x-3"]


def test_containers_are_told_from_single_reports() -> None:
    for suffix, many in (
        (".jsonl", True),
        (".csv", True),
        (".json", True),
        (".xml", True),
        (".txt", False),
        (".html", False),
    ):
        assert holds_many(Raw(origin="x", stem="x", data=b"x", suffix=suffix)) is many


def test_a_mapping_of_a_field_that_is_none_or_comes_twice_is_refused() -> None:
    assert checked_mapping([("text", "body")]) == {"text": "body"}
    with pytest.raises(UsageError, match="no field 'body'"):
        checked_mapping([("body", "text")])
    with pytest.raises(UsageError, match="twice"):
        checked_mapping([("text", "a"), ("text", "b")])


def test_a_day_in_the_future_stays_but_is_told() -> None:
    read = only(json.dumps({"text": TEXT, "date": "2199-01-01"}), ".json")
    assert read.date == datetime.date(2199, 1, 1)
    assert "future" in dict(read.known_from)["date"]


@pytest.mark.parametrize(
    "value",
    [
        "2024-12-04", "2024-12-04T10:00:00Z", "2024-12-04 10:00", "4.12.2024", "04.12.2024, 10:30 Uhr", "20241204",
        "Wed, 04 Dec 2024 10:00:00 +0100", 1733302800, 1733302800000, DAY, datetime.datetime(2024, 12, 4, 10),
    ],
)  # fmt: skip
def test_days_are_read_as_programs_write_them(value: object) -> None:
    assert day_of(value) == DAY


@pytest.mark.parametrize("value", ["neulich", "", "2024-13-04", "31.2.2024", 7, True, None, 10**30, -5, [], "4.12."])
def test_what_is_no_day_is_none(value: object) -> None:
    assert day_of(value) is None


@pytest.mark.parametrize("value", ["0001-01-01", "1.1.0001", "1599-12-31", datetime.date(1, 1, 1)])
def test_a_day_before_any_news_was_printed_stands_for_none(value: object) -> None:
    assert day_of(value) is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2024-12-03T23:30:00Z", 4), ("2024-12-03T22:30:00Z", 3), ("2024-07-03T22:30:00Z", 4),
        ("2024-07-03T21:30:00+00:00", 3),
        ("2024-12-03T23:30:00+01:00", 3), ("2024-12-03T23:30", 3), ("2024-12-03T99:30:00Z", 3),
    ],
)  # fmt: skip
def test_a_time_in_utc_is_the_day_in_central_europe(told: str, day: int) -> None:
    found = local_day(told)
    assert found is not None
    assert found.day == day


@given(st.text(max_size=40))
def test_any_words_are_a_day_or_none(words: str) -> None:
    assert day_of(words) is None or isinstance(day_of(words), datetime.date)
    assert local_day(words) is None or isinstance(local_day(words), datetime.date)


def test_the_line_that_tells_a_delimiter_is_no_header() -> None:
    assert only("sep=;\nid;text\n7;Ein Text, mit Komma.\n", ".csv").id == "7"


def test_the_only_list_in_an_answer_holds_the_records() -> None:
    answer = {"status": "ok", "articles": [{"content": TEXT, "title": "Tor"}, {"content": TEXT}]}
    read = items(json.dumps(answer), ".json", text="content")
    assert [item.id for item in read if isinstance(item, Document)] == ["x-1", "x-2"]


def test_a_web_archive_is_named() -> None:
    assert "web archive" in reason(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", ".warc")
