"""Entities across documents as a base keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lagebild.comparison.identities import keep_apart, merge, rename, split
from lagebild.judging import accept, correct, reject, undo
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.store import Store, open_store
from lagebild.store.identities import Asked
from lagebild.store.search.finding import find
from lagebild.store.search.kinds import DOCUMENTS
from lagebild.store.search.wanted import Wanted
from tests.judging.values import NOON, at


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "lage.db") as opened:
        yield opened


def report(day: int, *names: str, office: str | None = None, url: str | None = None) -> Findings:
    """A report that names these people."""
    text = f"{day}. " + ", ".join(names)
    starts = [text.index(name) for name in names]
    return Findings(
        Document(f"r{day}", text, "de", date=date(2024, 12, day), url=url),
        entities=tuple(Entity(f"e-{name}", EntityKind.PERSON, name, office=office) for name in names),
        mentions=tuple(
            Mention(Span(start, start + len(name)), f"e-{name}", "name", "the full name", 0.9)
            for start, name in zip(starts, names, strict=True)
        ),
    )


def add(store: Store, *reports: Findings, update: bool = False) -> list[str]:
    keys = [store.add(encode(item), engine="test", update=update).key for item in reports]
    store.refresh_identities()
    return keys


def listed(store: Store, **asked: object) -> list[tuple[str, int]]:
    return [(item.name, item.documents) for item in store.identities(Asked(**asked))]  # type: ignore[arg-type]


def content(store: Store) -> list[tuple[object, ...]]:
    """Everything that the tables of identities hold."""
    tables = ("identities", "identity_joins", "identity_suggestions", "sightings", "stale_blocks")
    return [row for table in tables for row in store.connection.execute(f"select * from {table} order by 1")]


def test_who_is_named_in_two_reports_is_one_with_counts_and_days(store: Store) -> None:
    add(store, report(3, "Ada Kroll", "Ole Vang"), report(5, "Ada Kroll"))
    first = next(store.identities(Asked()))
    assert (first.name, first.documents, first.mentions, first.first_day, first.last_day) == (
        "Ada Kroll", 2, 2, "2024-12-03", "2024-12-05",
    )  # fmt: skip


def test_lists_are_filtered_and_ordered(store: Store) -> None:
    add(store, report(3, "Ada Kroll", "Ole Vång"), report(5, "Ada Kroll"))
    assert listed(store, name="vang") == [("Ole Vång", 1)]
    assert listed(store, least=2) == [("Ada Kroll", 2)]
    assert listed(store, since=date(2024, 12, 4)) == [("Ada Kroll", 2)]
    assert listed(store, order="name", kinds=("person",)) == [("Ada Kroll", 2), ("Ole Vång", 1)]
    assert listed(store, kinds=("state",)) == []


def test_a_document_knows_who_its_entities_are(store: Store) -> None:
    one, other = add(store, report(3, "Ada Kroll"), report(5, "Ada Kroll"))
    assert store.holding(one).people == {"e-Ada Kroll": next(store.identities(Asked())).key}
    assert store.holding(one).people == store.holding(other).people


def test_documents_one_by_one_give_the_same_as_all_at_once(tmp_path: Path) -> None:
    minister = "Verteidigungsministerin"
    reports = [
        report(1, "Ada Kroll", "Ole Vang", office=minister),
        report(2, "Kroll", "Ole Vang", office=minister),
        report(3, "Ole Vang", office="Torhüter"),
        report(4, "Ada Emma Kroll"),
        report(5, "Mahmud Karsai"),
        report(6, "Mahmoud Karzai"),
    ]
    with open_store(tmp_path / "a.db") as one, open_store(tmp_path / "b.db") as other:
        for item in reports:
            add(one, item)
        for item in reversed(reports):
            other.add(encode(item), engine="test")
        other.refresh_identities()
        assert list(one.identities(Asked())) == list(other.identities(Asked()))
        before = content(one)
        assert one.refresh_identities(everybody=True)
        assert content(one) == before
        assert list(one.check()) == list(other.check()) == []


def test_a_newer_version_takes_the_place_of_the_older(store: Store) -> None:
    add(store, report(3, "Ada Kroll", url="https://hafen.example/1"))
    add(store, report(4, "Una Bell", url="https://hafen.example/1"), update=True)
    assert listed(store) == [("Una Bell", 1)]


def test_decisions_hold_while_documents_come_and_leave_no_trace_when_undone(store: Store) -> None:
    add(store, report(3, "Ada Kroll"), report(4, "Ole Vang"), report(5, "Ada Kroll"))
    before = content(store)
    by_name = {item.name: store.identity(item.key) for item in store.identities(Asked())}
    merged = merge(by_name["Ada Kroll"], by_name["Ole Vang"], author="ada", at=NOON)
    named = rename(by_name["Ada Kroll"], "Ada Kroll-Bonn", author="ada", at=at(1))
    for judgement in (merged, named):
        assert store.judge(judgement)
    store.refresh_identities()
    assert listed(store, decided=True) == [("Ada Kroll-Bonn", 3)]
    undos = [undo(judgement, author="ole", at=at(2)) for judgement in (named, merged)]
    for item in undos:
        store.judge(item)
    store.refresh_identities()
    assert content(store) == before
    for item in undos:
        store.judge(undo(item, author="ada", at=at(3)))
    key = add(store, report(6, "Ole Vang"))[0]
    assert listed(store) == [("Ada Kroll-Bonn", 4)]
    assert store.holding(key).findings.entities[0].known == "Ada Kroll-Bonn"
    assert list(store.check()) == []


def test_a_judgement_that_changes_no_entity_has_nobody_compared_again(store: Store) -> None:
    key = add(store, report(3, "Ada Kroll", "Ole Vang"))[0]
    before = content(store)
    store.judge(accept(store.found(key), "entity", "e-Ada Kroll", author="ada", at=NOON))
    assert content(store) == before
    store.judge(correct(store.found(key), "entity", "e-Ada Kroll", "office", "Wirtin", author="ada", at=at(1)))
    assert store.identities_are_stale()
    store.refresh_identities()
    assert list(store.check()) == []


def test_what_is_split_off_stays_so(store: Store) -> None:
    keys = add(store, report(3, "Ada Kroll"), report(4, "Ada Kroll"))
    group = store.identity(next(store.identities(Asked())).key)
    store.judge(split(group, [f"{keys[1]}/e-Ada Kroll"], author="ada", at=NOON))
    add(store, report(5, "Ada Kroll"))
    assert listed(store) == [("Ada Kroll", 2), ("Ada Kroll", 1)]
    assert [place.ref for place in store.identity_places(group.key)] == [
        f"{key}/e-Ada Kroll" for key in _refs(store, group.key)
    ]


def _refs(store: Store, key: str) -> list[str]:
    return [member.document for member in reversed(store.identity(key).members)]


def test_suggestions_go_when_somebody_has_answered(store: Store) -> None:
    add(store, report(3, "Ole Vang", office="Torhüter"), report(4, "Ole Vang", office="Finanzminister"))
    ((one, other, score, reason),) = store.identity_suggestions()
    assert score == 0.65
    assert "the same name" in reason
    assert store.identity_suggestions(one.key) == store.identity_suggestions()
    store.judge(keep_apart(store.identity(one.key), store.identity(other.key), author="ada", at=NOON))
    store.refresh_identities()
    assert store.identity_suggestions() == []


def test_an_entity_is_found_by_key_and_by_name(store: Store) -> None:
    add(store, report(3, "Ada Kröll"))
    (found,) = store.identities_named("ada kroll")
    assert store.identities_named(found.key[:8]) == [found]
    assert store.identities_named("n0*?[") == []


def test_a_search_for_an_entity_finds_it_under_all_its_names(store: Store) -> None:
    minister = "Verteidigungsministerin"
    add(store, report(3, "Ada Kroll", office=minister), report(4, "Mahmoud Karzai"))
    add(store, report(5, "Mahmud Karsai"))
    one, other = store.identities_named("Mahmoud Karzai") + store.identities_named("Mahmud Karsai")
    store.judge(merge(store.identity(one.key), store.identity(other.key), author="ada", at=NOON))
    store.refresh_identities()
    for words in ("Mahmoud Karzai", one.key):
        found = find(store.connection, DOCUMENTS, Wanted(entities=(words,)))
        assert len(list(found.rows)) == 2


def test_a_kill_between_documents_and_comparison_loses_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "lage.db") as opened:
        opened.add(encode(report(3, "Ada Kroll")), engine="test")
        assert opened.identities_are_stale()
    with open_store(tmp_path / "lage.db") as opened:
        assert opened.holding(next(opened.stored()).key).people == {}
        assert opened.refresh_identities() == 1
        assert not opened.identities_are_stale()
        assert listed(opened) == [("Ada Kroll", 1)]


def test_harm_to_the_rows_is_found(store: Store) -> None:
    add(store, report(3, "Ada Kroll"), report(4, "Ole Vang"))
    store.connection.execute("update sightings set identity = (select max(key) from identities)")
    assert any("comparing the documents anew" in problem.what for problem in store.check())
    store.refresh_identities(everybody=True)
    assert list(store.check()) == []
    store.connection.execute("update sightings set block = 'person bell'")
    assert any("its entities are not" in problem.what for problem in store.check())


def test_a_rejected_entity_is_nobody_across_documents(store: Store) -> None:
    key = add(store, report(3, "Ada Kroll"))[0]
    store.judge(reject(store.found(key), "entity", "e-Ada Kroll", author="ada", at=NOON))
    store.refresh_identities()
    assert listed(store) == []
    assert replace(store.holding(key), findings=store.found(key)).people == {}
