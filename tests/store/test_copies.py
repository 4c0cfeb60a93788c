"""Each document has its origin after it was added; groups, excerpts and cited media are told with their reasons."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.comparison.copies.groups import Group
from lagebild.comparison.copies.likeness import Relation
from lagebild.comparison.copies.place import place
from lagebild.comparison.copies.precedence import Because
from lagebild.comparison.copies.report import report_of
from lagebild.comparison.copies.shelf import MemoryShelf
from lagebild.errors import StoreError
from lagebild.model.analysis import Furniture
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.keys import document_key
from lagebild.model.span import Span
from lagebild.store import Store, open_store
from tests.comparison.copies.test_place import mixed
from tests.comparison.copies.texts import BODY, FOOTER, OTHER, REPORT, SENTENCES, notice

MONDAY, TUESDAY = date(2031, 1, 6), date(2031, 1, 7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "lage.db") as opened:
        yield opened


def put(store: Store, text: str, **known: object) -> str:
    document = replace(Document(id="text", text=text, language="de"), **known)  # type: ignore[arg-type]
    return store.add(encode(Findings(document)), engine="test").key


def members(store: Store) -> set[frozenset[str]]:
    return {frozenset(member.key for member in group.members) for group in store.copies()}


def test_a_copy_has_the_key_of_the_first_as_its_origin_and_others_have_none(store: Store) -> None:
    copy = put(store, f"Frost am Fluss. {BODY}", publisher="Werftblatt", date=TUESDAY)
    other = put(store, OTHER, date=MONDAY)
    first = put(store, f"{REPORT} (dpa/lno)", publisher="Deichbote", date=MONDAY, title="Schleuse zu")
    assert store.holding(copy).origin == store.holding(first).origin == first
    assert store.holding(other).origin is None
    (group,) = store.copies()
    assert group.key == first
    assert group.first == ((first,), Because.DATE, 0)
    assert [(member.key, member.publisher, member.title, member.agencies) for member in group.members] == [
        (first, "Deichbote", "Schleuse zu", ("dpa",)),
        (copy, "Werftblatt", None, ()),
    ]
    (tie,) = group.ties
    assert (tie.document, tie.to, tie.relation) == (copy, first, Relation.COPY)
    assert tie.likeness.left_share > 0.9
    assert [*store.copies(of=copy)] == [group]
    assert [*store.copies(of=other)] == []


def test_the_shared_passages_are_words_of_both_documents(store: Store) -> None:
    left, right = put(store, REPORT), put(store, f"Frost am Fluss. {BODY}")
    (passage,) = store.shared(left, right)
    assert passage.left.of(REPORT) == BODY.removesuffix(".")
    assert passage.words > 100


def test_reports_of_one_agency_that_share_text_are_one_origin(store: Store) -> None:
    shared = " ".join(SENTENCES[3:6])
    left = put(store, f"KROLLSAND (dpa) – {' '.join(SENTENCES[:3])} {shared}")
    right = put(store, f"{OTHER} {shared} (dpa/AFP)")
    put(store, f"{notice(1)} {notice(2)} {notice(3)} {notice(4)} {shared} (epd)")
    (group,) = store.copies()
    assert {member.key for member in group.members} == {left, right}
    assert group.ties[0].relation is Relation.AGENCY
    assert group.first.because is Because.TIE


def test_an_excerpt_is_an_edge_and_merges_nothing(store: Store) -> None:
    item = " ".join(SENTENCES[1:4])
    short = put(store, item)
    long = put(store, f"{OTHER} {item} {OTHER.replace('Abend', 'Morgen')}")
    assert [(excerpt.document, excerpt.within) for excerpt in store.excerpts()] == [(short, long)]
    assert [*store.excerpts(of=long)] == [*store.excerpts()]
    assert [*store.copies()] == []


def test_media_that_are_cited_are_edges(store: Store, findings: Findings) -> None:
    said = replace(findings.attributions[0], speaker="Spiegel", entity=None)
    key = store.add(encode(replace(findings, attributions=(said,), quantities=())), engine="test").key
    assert [*store.citations()] == [*store.citations(of=key)] == [(key, "Spiegel", (said.key,))]
    assert [*store.check()] == []


def test_questions_about_a_document_that_is_not_there_say_so(store: Store) -> None:
    for ask in (store.copies, store.excerpts, store.citations):
        with pytest.raises(StoreError, match="holds no document"):
            list(ask(of="d0"))


def test_a_footer_of_an_outlet_makes_no_copies(store: Store) -> None:
    for number in range(14):
        put(store, f"{notice(number)} {FOOTER}", publisher="Deichbote")
    assert members(store) == set()


def test_rereading_with_other_furniture_places_the_document_anew(store: Store) -> None:
    text = f"{REPORT} {OTHER} {FOOTER} {OTHER.replace('Abend', 'Morgen')}"
    first, key = put(store, REPORT), put(store, text)
    assert members(store) == set()
    rest = Furniture(Span(len(REPORT), len(text)), "test")
    store.reread(key, encode(Findings(Document(id="text", text=text, language="de"), furniture=(rest,))), engine="2")
    assert members(store) == {frozenset({first, key})}
    store.reread(key, encode(Findings(Document(id="text", text=text, language="de"))), engine="3")
    assert members(store) == set()


def test_a_document_that_was_never_compared_is_seen_by_check(store: Store) -> None:
    key = put(store, REPORT)
    store.connection.execute("delete from copies_reports")
    assert [(problem.document, problem.remedy) for problem in store.check()] == [(key, "lagebild copies --again")]
    store.compare_again()
    assert [*store.check()] == []


def test_comparing_again_changes_nothing_and_mends_what_another_version_sketched(store: Store) -> None:
    keys = {put(store, REPORT), put(store, f"Frost. {BODY}")}
    put(store, OTHER)
    told: list[tuple[int, int]] = []
    assert store.compare_again(progress=lambda done, all: told.append((done, all))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert members(store) == {frozenset(keys)}
    store.connection.execute("update copies_sketching set fingerprint = 'old'; delete from copies_bands")
    keys.add(put(store, f"Eis. {BODY}"))
    assert members(store) == {frozenset(keys)}


@settings(max_examples=8)
@given(st.randoms())
def test_the_base_finds_what_the_comparison_in_memory_finds_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, random: object
) -> None:
    documents = {
        name: Document(id=name, text=" ".join(report.words), publisher=report.outlet or None, language="de")
        for name, report in mixed().items()
    }
    shelf: MemoryShelf[str] = MemoryShelf()
    for document in documents.values():
        place(document_key(document), report_of(document), shelf)
    order = list(documents)
    random.shuffle(order)  # type: ignore[attr-defined]
    with open_store(tmp_path_factory.mktemp("base") / "lage.db") as store:
        for name in order:
            store.add(encode(Findings(documents[name])), engine="test")
        found: list[Group] = list(store.copies())
        assert {frozenset(member.key for member in group.members) for group in found} == {
            frozenset(group) for group in shelf.groups.values() if len(group) > 1
        }
        assert {(excerpt.document, excerpt.within) for excerpt in store.excerpts()} == {
            pair for pair in shelf.excerpts if not shelf.one(*pair)
        }
