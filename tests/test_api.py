"""`lagebild.read`, the same verb as on the command line."""

import datetime
import sys
from pathlib import Path

import pytest

import lagebild
from lagebild.errors import LagebildError, LanguageError, ResourceError, UsageError
from lagebild.model.document import Document

TEXT = "Die Brücke bleibt zu, sagte die Lotsin Ute Wald am Montag in Husum. Der Wind sei zu stark.\n"


def test_the_findings_point_into_the_text_that_was_given() -> None:
    findings = lagebild.read(TEXT, date="2031-01-08")
    assert findings.document.text == TEXT
    assert [(said.speaker, said.content[0].of(TEXT)) for said in findings.attributions] == [
        ("Ute Wald", "Die Brücke bleibt zu"),
        ("Ute Wald", "Der Wind sei zu stark"),
    ]
    assert findings.timexes[0].value == "2031-01-06"


def test_a_date_may_be_a_date() -> None:
    day = datetime.date(2031, 1, 8)
    assert lagebild.read(TEXT, date=day) == lagebild.read(TEXT, date="2031-01-08")


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "🚢"])
def test_a_text_without_words_has_no_findings_where_its_language_is_named(text: str) -> None:
    findings = lagebild.read(text, language="de")
    assert (findings.attributions, findings.document.text) == ((), text)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"date": "gestern"}, UsageError, "'gestern' is not a day"),
        ({"engine": "no_such_pipeline"}, UsageError, "no_such_pipeline"),
        ({"resources": "no/such/folder"}, UsageError, "no/such/folder"),
        ({"language": "xx"}, LanguageError, "'xx'"),
    ],
)
def test_what_cannot_be_is_said(options: dict[str, str], error: type[LagebildError], message: str) -> None:
    with pytest.raises(error, match=message):
        lagebild.read(TEXT, **options)


def test_a_text_whose_language_cannot_be_told_is_not_guessed_at() -> None:
    with pytest.raises(LanguageError, match="cannot be told"):
        lagebild.read("Husum 4711")


def test_a_table_of_ones_own_wins_over_ours(tmp_path: Path) -> None:
    header = "name\toffice\tcode\tnationality\tfrom\tto\tgender"
    (tmp_path / "office_holders.tsv").write_text(
        f"{header}\nAda Kroll\tBundeskanzlerin|Kanzlerin\tDEU\tDEU\t2031-01-01\t\tf\n", "utf-8"
    )
    text = "Die Brücke werde gebaut, sagte Bundeskanzlerin Kroll in Berlin.\n"
    said = lagebild.read(text, date="2031-01-08", resources=str(tmp_path)).attributions[0]
    assert said.entity
    assert "Kroll" in (said.speaker or "")


def test_a_wrong_day_in_a_table_of_ones_own_is_named(tmp_path: Path) -> None:
    header = "name\toffice\tcode\tnationality\tfrom\tto\tgender"
    (tmp_path / "office_holders.tsv").write_text(f"{header}\nAda Kroll\tKanzlerin\tDEU\tDEU\t2031-13-01\n", "utf-8")
    with pytest.raises(ResourceError, match=r"office_holders\.tsv:2: '2031-13-01' is not a day"):
        lagebild.read(TEXT, resources=tmp_path)


def test_a_pipeline_is_loaded_once_for_many_documents(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    spacy.blank("de").to_disk(tmp_path / "pipeline")
    document = Document(id="a", text=TEXT, language="de")
    lagebild.read_document(document, engine=str(tmp_path / "pipeline"))
    before = lagebild._engine.cache_info().misses
    lagebild.read_document(document, engine=str(tmp_path / "pipeline"))
    assert lagebild._engine.cache_info().misses == before
    assert "spacy" in sys.modules
