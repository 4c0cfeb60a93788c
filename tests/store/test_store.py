"""The knowledge base: what is stored comes back, stays, and stands on words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

import apsw
import pytest
from hypothesis import HealthCheck, given, settings

from lagebild.errors import EvidenceError, InputError, StoreError
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.packing import packed
from lagebild.reading.fetch.validators import Validator
from lagebild.store import Added, Outcome, Store, open_store
from lagebild.store.search.finding import find
from lagebild.store.search.wanted import Wanted
from lagebild.store.selection import Selection
from tests.any_findings import any_findings

NOW = datetime(2031, 1, 8, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "lage.db", clock=lambda: NOW) as opened:
        yield opened


def stored(store: Store, findings: Findings, *, update: bool = False) -> Added:
    return store.add(encode(findings), engine="test", origin="hafen.txt", update=update)


def changed(findings: Findings, **fields: object) -> Findings:
    return replace(findings, document=replace(findings.document, **fields))  # type: ignore[arg-type]


def test_what_was_stored_comes_back(store: Store, findings: Findings) -> None:
    key = stored(store, findings).key
    holding = store.holding(key)
    assert holding.findings == changed(findings, origin="hafen.txt")
    assert (holding.key, holding.added, holding.engine) == (key, NOW, "test")


@given(any_findings())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_findings_come_back_and_leave_the_base_sound(tmp_path: Path, anything: Findings) -> None:
    with open_store(Path(mkdtemp(dir=tmp_path)) / "any.db") as store:
        key = store.add(encode(anything), engine="test").key
        assert store.found(key).attributions == anything.attributions
        assert encode(store.found(key)) == encode(anything)
        assert list(store.check()) == []


def test_the_same_document_is_stored_once(store: Store, findings: Findings) -> None:
    assert stored(store, findings).outcome is Outcome.ADDED
    again = stored(store, changed(findings, id="renamed"))
    assert again.outcome is Outcome.THERE
    assert len(list(store.holdings())) == 1


def test_a_quotation_that_the_text_does_not_have_is_refused_and_nothing_stored(
    store: Store, findings: Findings
) -> None:
    wire = encode(findings)
    wire["attributions"][0]["words"]["content"] = ["„Wir öffnen gern.“"]
    with pytest.raises(EvidenceError, match=r"attributions\[0\].words.content.*Wir öffnen nicht"):
        store.add(wire, engine="test")
    assert list(store.holdings()) == []


def test_a_span_outside_the_text_is_refused(store: Store, findings: Findings) -> None:
    wire = encode(findings)
    wire["timexes"][0]["span"] = [0, 10_000]
    with pytest.raises(EvidenceError, match="outside the text"):
        store.add(wire, engine="test")


def test_half_of_a_surrogate_pair_is_refused_as_bad_input(store: Store, findings: Findings) -> None:
    broken = Findings(document=replace(findings.document, text="Ein halbes Zeichen: \ud83d."))
    with pytest.raises(InputError, match="surrogate"):
        store.add(encode(broken), engine="test")
    assert list(store.holdings()) == []


def test_another_text_under_the_same_address_is_told_and_left_alone(store: Store, findings: Findings) -> None:
    first = changed(findings, url="https://deichbote.example/1")
    second = changed(first, title="Nun doch offen")
    key = stored(store, first).key
    assert store.seen(second.document).state == "changed"
    assert stored(store, second) == Added(store.seen(second.document).key, Outcome.CHANGED, key)
    assert [holding.key for holding in store.holdings()] == [key]


def test_an_update_takes_the_place_of_the_older_version_and_keeps_it(store: Store, findings: Findings) -> None:
    first = changed(findings, url="https://deichbote.example/1")
    second = changed(first, title="Nun doch offen")
    old, new = stored(store, first).key, stored(store, second, update=True)
    assert (new.outcome, new.older) == (Outcome.REPLACED, old)
    assert [holding.key for holding in store.holdings()] == [new.key]
    both = {holding.key: holding.newer for holding in store.holdings(Selection(superseded=True))}
    assert both == {old: new.key, new.key: None}


def test_an_id_of_its_makers_names_a_report_but_a_file_name_does_not(store: Store, findings: Findings) -> None:
    named = changed(findings, known_from=(("id", "field id"),))
    assert store.seen(named.document).state == "new"
    stored(store, named)
    assert store.seen(changed(named, text=findings.document.text + " ").document).state == "changed"
    assert store.seen(changed(named, publisher="Hafenblatt").document).state == "new"
    assert store.seen(changed(findings, title="Anders").document).state == "new"


def test_rows_can_be_asked_in_sql(store: Store, findings: Findings) -> None:
    stored(store, findings)
    said = store.connection.execute("select speaker, act, words, day from statements order by start").fetchall()
    assert said[0] == ("Ada Kroll", "say", "Wir öffnen nicht.", "2031-01-07")
    assert len(said) == len(findings.attributions)


def test_documents_texts_and_judgements_cannot_be_deleted_or_rewritten(store: Store, findings: Findings) -> None:
    key = stored(store, findings).key
    store.judge(judgement(key))
    for statement in (
        "delete from documents",
        "update pages set text = 'anders'",
        "delete from pages",
        "update judgements set value = '1'",
        "delete from judgements",
    ):
        with pytest.raises(apsw.ConstraintError, match="never"):
            store.connection.execute(statement)


def judgement(document: str, key: str = "j1") -> Judgement:
    return Judgement(key, Verdict.NOTE, document, "attribution", "a1", None, '"so?"', None, "Ada", NOW)


def test_a_judgement_is_kept_once_and_comes_back(store: Store, findings: Findings) -> None:
    key = stored(store, findings).key
    assert store.judge(judgement(key))
    assert not store.judge(judgement(key))
    assert store.judgements() == store.judgements(key) == [judgement(key)]


def test_a_newer_engine_takes_the_place_of_an_older_one_and_says_what_was_there(
    store: Store, findings: Findings
) -> None:
    key = stored(store, findings).key
    fewer = replace(findings, attributions=findings.attributions[:1])
    before = store.reread(key, encode(fewer), engine="newer")
    assert before.attributions == findings.attributions
    assert store.holding(key).findings.attributions == findings.attributions[:1]
    assert store.holding(key).engine == "newer"
    assert list(store.check()) == []


def test_findings_of_another_text_are_refused(store: Store, findings: Findings) -> None:
    key = stored(store, findings).key
    other = Findings(document=replace(findings.document, text="Etwas anderes."))
    with pytest.raises(StoreError, match="another text"):
        store.reread(key, encode(other), engine="newer")


def test_holdings_come_by_day_and_key_whatever_the_order_of_adding(tmp_path: Path, findings: Findings) -> None:
    made = [changed(findings, date=date(2031, 1, day), title=str(number)) for number, day in enumerate((7, 5, 6, 5))]
    orders = []
    for name, items in (("a.db", made), ("b.db", made[::-1])):
        with open_store(tmp_path / name) as store:
            for item in items:
                stored(store, item)
            orders.append([holding.key for holding in store.holdings()])
            early = store.holdings(Selection(until=date(2031, 1, 6)))
            assert [item.findings.document.date for item in early] == [date(2031, 1, day) for day in (5, 5, 6)]
    assert orders[0] == orders[1]


def test_a_selection_is_by_publisher_language_and_key(store: Store, findings: Findings) -> None:
    key = stored(store, findings).key
    other = stored(store, changed(findings, publisher="Hafenblatt")).key
    assert [item.key for item in store.stored(Selection(publishers=("Hafenblatt",)))] == [other]
    assert [item.key for item in store.stored(Selection(keys=(key,)))] == [key]
    assert list(store.stored(Selection(languages=("en",)))) == []


def test_failures_are_kept_until_the_input_can_be_read(store: Store, findings: Findings) -> None:
    store.fail("hafen.txt", "is empty", source="berichte/")
    store.fail("hafen.txt", "is binary", source="berichte/")
    (failed,) = store.failures()
    assert (failed.reason, failed.times, failed.source) == ("is binary", 2, "berichte/")
    stored(store, findings)
    assert store.failures() == []


def test_failures_that_did_not_come_again_are_struck_when_their_source_is_through(tmp_path: Path) -> None:
    times = iter(NOW + timedelta(minutes=minute) for minute in range(9))
    with open_store(tmp_path / "lage.db", clock=lambda: next(times)) as store:
        store.fail("a.txt", "is empty", source="berichte/")
        store.fail("b.txt", "is empty", source="berichte/")
        begun = next(times)
        store.fail("b.txt", "is empty", source="berichte/")
        store.finished("berichte/", since=begun)
        assert [failed.origin for failed in store.failures()] == ["b.txt"]


def test_a_file_name_that_is_no_text_can_fail_too(store: Store) -> None:
    store.fail("br\udcfccke.txt", "is empty", source=".")
    assert json.dumps(store.failures()[0].origin)


def test_what_a_server_said_of_an_address_is_kept(store: Store) -> None:
    address = "https://deichbote.example/feed"
    assert store.validator(address) is None
    store.keep_validator(Validator(address, '"1"'))
    newer = Validator(address, '"2"', "Tue, 07 Jan 2031 10:00:00 GMT")
    store.keep_validator(newer)
    assert store.validator(address) == newer


def test_a_document_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(StoreError, match="'d0'"):
        store.holding("d0")


def test_what_is_held_becomes_safe_together_and_what_is_refused_costs_only_itself(
    tmp_path: Path, findings: Findings
) -> None:
    wire = encode(findings)
    wrong = {**wire, "text": "Etwas ganz anderes."}
    with open_store(tmp_path / "a.db") as store, open_store(tmp_path / "a.db", write=False) as other:
        store.hold()
        key = store.add(wire, engine="test").key
        with pytest.raises(EvidenceError):
            store.add(wrong, engine="test")
        store.fail("b.txt", "is empty", source="b.txt")
        assert (other.count(), other.failures()) == (0, [])
        store.settle()
        assert [one.key for one in other.stored()] == [key]
        assert [one.origin for one in other.failures()] == ["b.txt"]
        store.settle()


def test_packed_findings_are_kept_as_they_came_and_those_that_are_none_are_refused(
    store: Store, findings: Findings
) -> None:
    added = store.add_packed(findings.document, packed(findings), engine="test")
    assert store.found(added.key) == findings
    other = Document(id="x", text="Zu kurz.", language="de")
    for found in (packed(findings), b"nothing", packed(findings)[:40]):
        with pytest.raises(EvidenceError):
            store.add_packed(other, found, engine="test")
    assert store.count() == 1


def test_a_search_before_the_end_of_a_transaction_finds_what_is_written_in_it(store: Store, findings: Findings) -> None:
    store.hold()
    store.add_packed(findings.document, packed(findings), engine="test")
    assert len(list(find(store.connection, "documents", Wanted(words="Bootsmann")).rows)) == 1
    store.settle()
    assert len(list(find(store.connection, "documents", Wanted(words="mann")).rows)) == 1
