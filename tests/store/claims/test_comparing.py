"""Claims as a base keeps them: the same as if all documents had been compared at once, whatever came when."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.comparison.claims import blocks
from lagebild.comparison.claims.deciding import merge, split
from lagebild.comparison.claims.gather import claims_of
from lagebild.judging import reject, undo
from lagebild.knowledge import KnowledgeBase, claims
from lagebild.knowledge.claims import of_documents
from lagebild.model.claim import Claim
from lagebild.model.codec import encode
from lagebild.store.claims import comparing, meeting
from lagebild.store.claims.comparing import Comparing, DoneBy
from lagebild.store.claims.grouping import done
from lagebild.store.claims.reading import Meant, Reader
from lagebild.store.claims.scoring import scores
from lagebild.store.claims.shelf import Given, made_of_source
from lagebild.store.claims.stale import due
from lagebild.store.database import transaction
from lagebild.store.judgements import of_claims
from lagebild.store.search.query import parsed
from tests.comparison.claims.reports import GERMAN, REPORTS, holding

NOON = datetime(2031, 4, 2, 12, tzinfo=UTC)
LATER = datetime(2031, 4, 3, 12, tzinfo=UTC)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase(tmp_path / "lage.db") as opened:
        yield opened


def add(base: KnowledgeBase, *names: str, update: bool = False) -> None:
    for name in names:
        base.store.add(encode(holding(name).findings), engine="test", update=update)
    base.store.refresh_identities()


def kept(base: KnowledgeBase) -> list[Claim]:
    """What the tables hold, without origins and relations."""
    base.compare_claims()
    reader = Reader(base.store.connection)
    return list(reader.claims(reader.keys(Meant())))


def at_once(base: KnowledgeBase) -> list[Claim]:
    """What comparing all documents in memory gives."""
    return list(claims_of(base.store.holdings(), GERMAN, judgements=of_claims(base.store.connection)))


def telling(base: KnowledgeBase, words: str) -> Claim:
    return next(claim for claim in base.claims() if any(words in item.words for item in claim.tellings))


def test_claims_are_those_of_all_documents_at_once(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    assert kept(base) == at_once(base)
    assert len(telling(base, "800 Soldaten").tellings) == 3


@settings(max_examples=12, deadline=None)
@given(st.permutations([*REPORTS]), st.sets(st.integers(0, len(REPORTS))), st.integers(1, 3))
def test_order_and_time_of_adding_do_not_matter(names: Sequence[str], compared: set[int], reach: int) -> None:
    """Windows are made small, so that documents push each other out of them."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(blocks, "REACH", reach)
        patch.setattr(meeting, "REACH", reach)
        with KnowledgeBase(Path(folder) / "lage.db") as base:
            for number, name in enumerate(names):
                add(base, name)
                if number in compared:
                    base.compare_claims()
            assert kept(base) == at_once(base)
            assert not list(base.check())


def test_children_tell_the_same(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    add(base, *REPORTS)
    found = next(iter(base.documents())).findings
    base.store.judge(reject(found, "attribution", found.attributions[0].key, author="ada", at=NOON))
    alone = kept(base)
    monkeypatch.setattr(claims, "FEW", 0)
    monkeypatch.setattr(claims, "AT_ONCE", 3)
    monkeypatch.setattr(comparing, "MANY", 1)
    monkeypatch.setattr(comparing, "MANY_TIED", 1)
    far: list[claims.Compared] = []
    assert base.compare_claims(everything=True, workers=2, watch=far.append) == len(REPORTS)
    assert kept(base) == alone == at_once(base)
    assert [compared.documents for compared in far if not compared.tellings] == [*range(1, len(REPORTS) + 1)]
    assert far[-1].tellings


def test_what_other_processes_cannot_score_or_group_is_done_here(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    others = DoneBy(
        scored=lambda jobs: [None, *map(scores, jobs[1:])],
        grouped=lambda jobs: [None, *map(done, jobs[1:])],
        at_once=3,
    )
    own = Comparing(base.store.connection, done_by=others)
    with pytest.MonkeyPatch.context() as patch, transaction(base.store.connection):
        patch.setattr(comparing, "MANY", 3)
        patch.setattr(comparing, "MANY_TIED", 3)
        own.tie(dict.fromkeys(due(base.store.connection)))
        assert own.put_together()
    assert kept(base) == at_once(base)


def test_what_is_cut_off_goes_on_where_it_was(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    add(base, *REPORTS)
    whole = at_once(base)
    monkeypatch.setattr(claims, "AT_ONCE", 2)

    def stop(compared: claims.Compared) -> None:
        if compared.documents >= 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        base.compare_claims(everything=True, watch=stop)
    left = base.sql("select count(*) from claims_stale").rows
    assert 0 < next(iter(left))[0] < len(REPORTS)
    assert kept(base) == whole


def test_what_another_program_has_changed_meanwhile_is_told_as_it_is_now(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    own = Comparing(base.store.connection)
    rows = due(base.store.connection)
    given = {row: Given(source, made_of_source(source)) for row in rows if (source := own.source(row))}
    with KnowledgeBase(base.store.path) as other:
        found = next(iter(other.documents())).findings
        other.store.judge(reject(found, "attribution", found.attributions[0].key, author="ada", at=NOON))
    with transaction(base.store.connection):
        own.tie(given)
    assert kept(base) == at_once(base)


@pytest.mark.parametrize("reach", [1, 2])
def test_a_document_that_is_replaced_or_judged_tells_no_more_what_it_told(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, reach: int
) -> None:
    monkeypatch.setattr(blocks, "REACH", reach)
    monkeypatch.setattr(meeting, "REACH", reach)
    add(base, *REPORTS)
    base.compare_claims()
    claim = telling(base, "1.200")
    document = next(item.document for item in claim.tellings if "1.200" in item.words)
    findings = base.document(document).findings
    base.store.judge(reject(findings, "attribution", findings.attributions[0].key, author="ada", at=NOON))
    assert kept(base) == at_once(base)
    assert not list(base.check())


def test_people_merge_claims_and_take_it_back(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    before = kept(base)
    soldiers, dam = telling(base, "800 Soldaten"), telling(base, "Staudamm")
    (made,) = base.merge_claims(soldiers.key, dam.key[:8], author="ada")
    merged = base.claim(soldiers.key)
    assert len(merged.tellings) == len(soldiers.tellings) + len(dam.tellings)
    assert merged.decided
    assert merged.ties[-1].reason == "merged by ada"
    assert merged.ties[-1].by == made.key
    assert kept(base) == at_once(base)
    base.undo(made.key, author="ada")
    assert kept(base) == before


def test_people_split_a_claim_and_that_holds_when_documents_come(base: KnowledgeBase) -> None:
    add(base, "a", "b")
    claim = telling(base, "800 Soldaten")
    document = claim.tellings[0].document
    base.split_claim(claim.key, document, author="ada")
    assert {item.document for item in telling(base, "800 Soldaten").tellings} == {document}
    add(base, "c", "d")
    assert {item.document for item in telling(base, "800 Soldaten").tellings} == {document}
    assert kept(base) == at_once(base)
    assert [told.outcome.state for told in base.judgements()] == ["holds"]


def test_an_undone_undo_holds_again(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    soldiers, dam = telling(base, "800 Soldaten"), telling(base, "Staudamm")
    made = merge(soldiers, dam, author="ada", at=NOON)
    taken = undo(made, author="ada", at=LATER)
    base.store.judge_all([made, taken, undo(taken, author="bo", at=LATER)])
    assert len(base.claim(soldiers.key).tellings) == len(soldiers.tellings) + len(dam.tellings)


def test_decisions_that_cannot_be_say_so(base: KnowledgeBase) -> None:
    add(base, "a", "b")
    claim = telling(base, "800 Soldaten")
    with pytest.raises(Exception, match="cannot be merged with itself"):
        merge(claim, claim, author="ada", at=NOON)
    with pytest.raises(Exception, match="nothing would be left"):
        split(claim, [item.ref for item in claim.tellings], author="ada", at=NOON)
    with pytest.raises(Exception, match="is not told in"):
        split(claim, ["d0/x@1"], author="ada", at=NOON)


def test_a_base_that_cannot_be_written_compares_in_memory(tmp_path: Path) -> None:
    with KnowledgeBase(tmp_path / "lage.db") as base:
        add(base, *REPORTS)
        with KnowledgeBase(tmp_path / "lage.db", write=False) as reading:
            found = list(reading.claims())
        assert found == list(base.claims())


def test_as_of_a_day_only_what_was_out_by_then_counts(base: KnowledgeBase) -> None:

    add(base, *REPORTS)
    whole = telling(base, "800 Soldaten")
    (then,) = (claim for claim in base.claims(as_of=date(2031, 3, 3)) if claim.key == whole.key)
    assert [item.day for item in then.tellings] == ["2031-03-03"]
    assert not list(base.claims(as_of=date(2031, 3, 2)))


def test_words_days_and_counts_tell_which_claims_are_meant(base: KnowledgeBase) -> None:

    add(base, *REPORTS)
    assert {claim.key for claim in base.claims("Kasachstan Soldat")} == {telling(base, "800 Soldaten").key}
    assert not list(base.claims("Soldaten -Tadschikistan"))
    assert len(list(base.claims(documents=2))) == 2
    assert len(list(base.claims(since=date(2031, 3, 6), documents=2))) == 1


@pytest.mark.parametrize(
    "words", ["Soldat", "Geheimdienst Tadschikistan", "Astana Messe", "KAZ", "Damm", '"einen Staudamm" -Oslo', "Schnee"]
)
def test_claims_that_speak_of_words_are_those_of_all_that_do(base: KnowledgeBase, words: str) -> None:
    add(base, *REPORTS)
    assert list(base.claims(words)) == [claim for claim in base.claims() if claims.speaks_of(claim, parsed(words))]


def test_check_finds_claims_that_nobody_would_make_so(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    base.compare_claims()
    base.store.connection.execute("update tellings set claim = 'c0' where id = (select min(id) from tellings)")
    problems = list(base.check())
    assert problems
    assert {problem.remedy for problem in problems} == {"lagebild claims renew"}
    base.compare_claims(everything=True)
    assert not list(base.check())


def test_a_base_without_documents_has_no_claims(base: KnowledgeBase) -> None:
    assert not list(base.claims())
    assert not list(base.claims("Soldaten"))


def test_some_documents_tell_their_part_of_the_claims(base: KnowledgeBase) -> None:
    add(base, *REPORTS)
    whole = telling(base, "800 Soldaten")
    document = whole.tellings[-1].document
    found = {claim.key: claim for claim in of_documents(base.store, {document})}
    assert found[whole.key].tellings == tuple(item for item in whole.tellings if item.document == document)
    assert {item.document for claim in found.values() for item in claim.tellings} == {document}
    assert of_documents(base.store, ()) == ()


def test_what_another_version_has_compared_is_compared_anew(base: KnowledgeBase) -> None:
    """Its tellings may be others under the same numbers, so none of them is read."""
    add(base, *REPORTS)
    before = kept(base)
    connection = base.store.connection
    connection.execute("update claims_making set fingerprint = 'another'")
    connection.execute("update tellings set number = number + 1000")
    assert [claim.key for claim in base.claims()] == [claim.key for claim in before]
    assert kept(base) == before == at_once(base)


def test_a_base_that_cannot_be_written_does_not_tell_what_another_version_compared(tmp_path: Path) -> None:
    path = tmp_path / "lage.db"
    with KnowledgeBase(path) as base:
        add(base, *REPORTS)
        before = kept(base)
        base.store.connection.execute("update claims_making set fingerprint = 'another'")
        base.store.connection.execute("update tellings set number = number + 1000")
    with KnowledgeBase(path, write=False) as base:
        assert [claim.key for claim in base.claims()] == [claim.key for claim in before]
