"""Finding documents and records."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lagebild
from lagebild.errors import UsageError
from lagebild.model.analysis import Furniture
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.store import Store, open_store
from lagebild.store.database import transaction
from lagebild.store.search.finding import find, kind_for
from lagebild.store.search.kinds import DOCUMENTS, KINDS
from lagebild.store.search.vocabulary import learn_words
from lagebild.store.search.wanted import Wanted

RULES = tomllib.loads((files("lagebild") / "resources" / "de" / "search.toml").read_text("utf-8"))

HARBOUR = (
    "Streit um den Hafen\n\nDie Hafenwächterin Ada Kroll warnte am Montag vor einem Angriff auf die Schleuse. "
    "Im Gegenzug für Boote liefert Norland den Insulanern Raketen. Rund 400 Soldaten stehen am Deich, sagte Kroll. "
    "Russland hat die Ukraine am Dienstag bei Kursk angegriffen."
)
FAIR = (
    "Volksfest eröffnet\n\n„Wir feiern bis morgen“, sagte Bürgermeister Jonas Weber am Freitag in Husum. "
    "Weber lobte die Helfer."
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base with two reports of two houses."""
    with open_store(tmp_path_factory.mktemp("base") / "lage.db") as opened:
        for text, month, house in ((HARBOUR, 1, "Deichbote"), (FAIR, 2, "Husumer Blatt")):
            title = text.split("\n")[0]
            document = Document("x", text, "de", title=title, date=date(2031, month, 7), publisher=house)
            opened.add(encode(lagebild.read_document(document)), engine="test")
        yield opened


def rows(store: Store, kind: str, **wanted: Any) -> list[dict[str, Any]]:
    columns, found = find(store.connection, kind, Wanted(**wanted))
    return [dict(zip(columns, row, strict=True)) for row in found]


def titles(store: Store, words: str) -> list[str]:
    return [row["title"] for row in rows(store, DOCUMENTS, words=words)]


@pytest.mark.parametrize("example", RULES["examples"], ids=lambda example: example["search"])
def test_examples_of_the_search_rules_hold(tmp_path: Path, example: dict[str, Any]) -> None:
    with open_store(tmp_path / "lage.db") as store:
        for word in (*example["finds"], *example.get("misses", ())):
            document = Document(id=word, text=f"Hier steht {word} im Satz.", language="de", title=word)
            store.add(encode(Findings(document=document)), engine="test")
        assert sorted(titles(store, example["search"])) == sorted(example["finds"])


def test_a_document_is_found_by_words_in_text_and_title_and_shows_where(store: Store) -> None:
    (row,) = rows(store, DOCUMENTS, words="Schleusen Streit")
    assert row["title"] == "Streit um den Hafen"
    assert HARBOUR[row["start"] : row["stop"]] == "Streit"


def test_all_words_have_to_be_there_and_excluded_ones_not(store: Store) -> None:
    assert titles(store, "Hafen Soldat") == ["Streit um den Hafen"]
    assert titles(store, "Hafen Helfer") == []
    assert titles(store, "sagte") == ["Volksfest eröffnet", "Streit um den Hafen"]
    assert titles(store, "sagte -Hafen") == ["Volksfest eröffnet"]
    assert titles(store, "-Hafen") == ["Volksfest eröffnet"]


def test_a_phrase_is_word_for_word(store: Store) -> None:
    assert titles(store, '"Im Gegenzug für Boote"') == ["Streit um den Hafen"]
    assert titles(store, '"Gegenzug im"') == []
    assert titles(store, '"im Gegenzug für Boot"') == []


def test_page_furniture_is_not_searched(tmp_path: Path) -> None:
    text = "Der Hafen bleibt zu. Lesen Sie auch: Elefant entlaufen"
    document = Document(id="x", text=text, language="de")
    furniture = (Furniture(Span(text.index("Lesen"), len(text)), "link"),)
    with open_store(tmp_path / "lage.db") as store:
        store.add(encode(Findings(document=document, furniture=furniture)), engine="test")
        assert len(rows(store, DOCUMENTS, words="Hafen")) == 1
        assert rows(store, DOCUMENTS, words="Elefant") == []


def test_after_a_new_reading_the_index_follows_what_is_furniture(tmp_path: Path) -> None:
    text = "Der Hafen bleibt zu. Lesen Sie auch: Elefant entlaufen"
    document = Document(id="x", text=text, language="de")
    furniture = (Furniture(Span(text.index("Lesen"), len(text)), "link"),)
    with open_store(tmp_path / "lage.db") as store:
        key = store.add(encode(Findings(document=document, furniture=furniture)), engine="test").key
        store.reread(key, encode(Findings(document=document)), engine="newer")
        assert len(rows(store, DOCUMENTS, words="Elefant")) == 1


def test_statements_are_found_by_speaker_act_and_their_own_words(store: Store) -> None:
    assert {row["speaker"] for row in rows(store, "statements", speakers=("kroll",))} == {"Ada Kroll"}
    assert [row["words"] for row in rows(store, "statements", acts=("warn",))] == ["einem Angriff auf die Schleuse"]
    assert [row["speaker"] for row in rows(store, "statements", words="Soldat")] == ["Ada Kroll"]
    assert rows(store, "statements", words="Volksfest") == []
    assert rows(store, "statements", speakers=("roll",)) == []


def test_events_are_found_by_sides_type_and_the_days_when_they_happened(store: Store) -> None:
    (attack,) = rows(store, "events", actors=("RUS",), types=("ASSAULT",))
    assert (attack["recipient"], attack["first_day"]) == ("UKR", "2031-01-07")
    assert rows(store, "events", recipients=("Ukraine",)) == [attack]
    assert rows(store, "events", actors=("Russland",), since=date(2031, 1, 7), until=date(2031, 1, 7), happened=True)
    assert rows(store, "events", actors=("RUS",), since=date(2031, 1, 8), happened=True) == []


def test_figures_are_found_by_what_they_count(store: Store) -> None:
    (figure,) = rows(store, "figures", words="Soldaten")
    assert (figure["low"], figure["approximation"], figure["counted"]) == (400, "about", "Soldaten")


def test_words_elsewhere_in_the_report_can_be_asked_for_too(store: Store) -> None:
    assert len(rows(store, "figures", words="Soldaten", about="Kursk")) == 1
    assert rows(store, "figures", words="Soldaten", about="Volksfest") == []
    assert {row["publisher"] for row in rows(store, "statements", about="Volksfest")} == {"Husumer Blatt"}


def test_records_are_found_by_whom_they_mention(store: Store) -> None:
    assert rows(store, "statements", entities=("Kroll",)) == []  # she speaks, but is not spoken of
    assert rows(store, DOCUMENTS, entities=("Kroll",))[0]["publisher"] == "Deichbote"
    assert rows(store, DOCUMENTS, entities=("UKR",))[0]["publisher"] == "Deichbote"


def test_rows_come_newest_first_and_by_house_and_day(store: Store) -> None:
    days = [row["day"] for row in rows(store, "statements")]
    assert days == sorted(days, reverse=True)
    assert {row["publisher"] for row in rows(store, "statements", publishers=("husumer",))} == {"Husumer Blatt"}
    assert rows(store, "statements", since=date(2031, 3, 1)) == []


def test_every_kind_answers_and_every_row_leads_to_words(store: Store) -> None:
    texts = {holding.key: holding.findings.document.text for holding in store.holdings()}
    for kind in KINDS:
        for row in rows(store, kind):
            assert texts[row["document"]][row["start"] : row["stop"]].strip()
            assert row["id"].startswith(row["document"])


def test_a_filter_that_a_kind_does_not_know_is_named_with_those_it_knows(store: Store) -> None:
    with pytest.raises(UsageError, match=r"places have no filter 'acts'.*countries"):
        find(store.connection, "places", Wanted(acts=("say",)))
    with pytest.raises(UsageError, match="no kind 'people'"):
        find(store.connection, "people", Wanted())


def test_the_filters_tell_the_kind_where_nobody_does() -> None:
    assert kind_for(Wanted(words="Atom")) == DOCUMENTS
    assert kind_for(Wanted(speakers=("Kroll",))) == "statements"
    assert kind_for(Wanted(types=("AID",))) == "events"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_no_input_is_an_error(store: Store, raw: str) -> None:
    list(find(store.connection, DOCUMENTS, Wanted(words=raw, entities=(raw,), countries=(raw,))).rows)
    list(find(store.connection, "statements", Wanted(words=raw, speakers=(raw,), publishers=(raw,))).rows)
    list(find(store.connection, "events", Wanted(words=raw, actors=(raw,), recipients=(raw,))).rows)


def taken_back(store: Store) -> None:
    with transaction(store.connection):
        learn_words(store.connection, ["zeppelinflotte"], "de")
        raise ZeroDivisionError


def test_words_of_a_document_that_was_rolled_back_are_learnt_when_it_comes_again(tmp_path: Path) -> None:
    document = Document(id="x", text="Die Zeppelinflotte landet.", language="de")
    wire = encode(Findings(document=document))
    with open_store(tmp_path / "lage.db") as store:
        with transaction(store.connection):
            with pytest.raises(ZeroDivisionError):
                taken_back(store)
            store.add(wire, engine="test")
        assert len(rows(store, DOCUMENTS, words="Flotte")) == 1


def test_older_versions_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    first = Document(id="x", text="Der Hafen bleibt zu.", language="de", url="https://deichbote.example/1")
    with open_store(tmp_path / "lage.db") as store:
        for document in (first, replace(first, text="Der Hafen öffnet.")):
            store.add(encode(Findings(document=document)), engine="test", update=True)
        assert len(rows(store, DOCUMENTS, words="Hafen")) == 1
        assert len(rows(store, DOCUMENTS, words="Hafen", superseded=True)) == 2
