"""Claims among the shards of a run are those of a knowledge base of the same documents, whatever cut them or it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import lagebild
from lagebild.bulk.claims import finding
from lagebild.bulk.claims.finding import find_claims
from lagebild.bulk.claims.purpose import FIND
from lagebild.bulk.copies.purpose import FIND as COPIES
from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import engine_named
from lagebild.bulk.exchange.stepping import state_of
from lagebild.bulk.map import APART
from lagebild.bulk.run import Run, opened
from lagebild.errors import UsageError
from lagebild.model.claim import Claim
from lagebild.reading.demonstration import demonstration
from tests.bulk.runs import LIMITS, begun_run, done, files, lines, rows


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with closing(engine_named("local", workers=2, limits=LIMITS)) as made:
        yield made


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Run:
    """The invented reports of the demonstration, which tell of two matters, in about ten shards."""
    out = tmp_path_factory.mktemp("claims") / "result"
    assert done(out, demonstration(), engine, shard=12_000, apart=APART).shards > 5
    return opened(out)


@pytest.fixture(scope="module")
def expected(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Claim]:
    """What a knowledge base makes of the same result."""
    with lagebild.open(tmp_path_factory.mktemp("base") / "base.db") as base:
        base.add(str(run.folder.path))
        return {claim.key: claim for claim in base.claims()}


@pytest.mark.parametrize("parts", [0, 1, 3])
def test_the_claims_are_those_of_a_knowledge_base(
    run: Run, engine: Engine, expected: dict[str, Claim], parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_PARTS_OF_A_SHARD", parts)
    counts = find_claims(run, engine)
    told: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(run.folder.path, "tellings"):
        told[row["claim"]].append((row["ref"], row["stance"]))
    assert {key: sorted(tellings) for key, tellings in told.items()} == {
        key: sorted((telling.ref, telling.stance.value) for telling in claim.tellings)
        for key, claim in expected.items()
    }
    several = {key: claim for key, claim in expected.items() if len(claim.tellings) > 1}
    assert len(several) > 100
    assert {row["key"]: (row["gloss"], row["glossed"], row["tellings"], row["documents"]) for row in claims(run)} == {
        key: (claim.gloss, claim.glossed, len(claim.tellings), len({telling.document for telling in claim.tellings}))
        for key, claim in several.items()
    }
    assert {(row["claim"], row["one"], row["other"], row["score"]) for row in rows(run.folder.path, "claim_ties")} == {
        (key, tie.one, tie.other, tie.score) for key, claim in several.items() for tie in claim.ties
    }
    assert origins(run) == {
        (key, number, item.name, item.identity, item.first, len(item.tellings), item.reason, item.interested)
        for key, claim in several.items() for number, item in enumerate(claim.origins, 1)
    }  # fmt: skip
    assert {(row["claim"], row["origin"], row["ref"], row["of"], row["reason"]) for row in repeats(run)} == {
        (key, number, repeat.telling, repeat.of, repeat.reason)
        for key, claim in several.items() for number, origin in enumerate(claim.origins, 1) for repeat in origin.repeats
    }  # fmt: skip
    assert {tuple(row.values()) for row in rows(run.folder.path, "claim_relations")} == {
        (key, number, relation.kind.value, relation.one, relation.other, relation.about, relation.reason)
        for key, claim in several.items() for number, relation in enumerate(claim.relations, 1)
    }  # fmt: skip
    assert (counts["claims"], counts["broken"], counts["cut"]) == (len(several), 0, 0)
    assert counts["tellings"] == sum(map(len, told.values()))
    assert not (run.folder.path / "claims-work").exists()
    assert COPIES.found_in(run.folder) is not None, "what is copied decides on whose word it stands"


def test_every_word_stands_in_its_document(run: Run, engine: Engine) -> None:
    find_claims(run, engine)
    texts = {row["key"]: row["text"] for row in rows(run.folder.path, "documents")}
    home = {}
    for row in rows(run.folder.path, "tellings"):
        home[row["ref"]] = row["document"]
        for span in row["words"]:
            assert texts[row["document"]][span["start"] : span["end"]] == span["words"]
    figures = rows(run.folder.path, "telling_figures")
    assert len(figures) > 50
    for row in figures:
        assert texts[home[row["ref"]]][row["words_start"] : row["words_end"]] == row["words_words"]
    for row in claims(run):
        assert all(part in texts[home[row["glossed"]]] for part in row["gloss"].split(" … "))
        assert row["against"] <= row["tellings"]
        assert row["first_day"] is None or row["first_day"] <= row["last_day"]


def test_a_search_that_was_cut_off_goes_on_and_gives_the_same_bytes(run: Run, engine: Engine) -> None:
    find_claims(run, engine)
    whole = files(run.folder.path)
    for step in ("tell", "stars", "join"):

        def cut(name: str, done: int, of: int, at: str = step) -> None:
            if name == at and done:
                raise KeyboardInterrupt

        with (
            closing(engine_named("local", workers=1, limits=LIMITS)) as other,
            pytest.raises(KeyboardInterrupt),
        ):
            find_claims(run, other, watch=cut)
        assert FIND.found_in(run.folder) is None
        state = state_of(run.folder, FIND)
        assert state is not None
        assert (state.step, state.done > 0) == (step, True)
    seen: set[str] = set()
    find_claims(run, engine, watch=lambda name, done, of: seen.add(name))
    assert seen == {"join", "write"}, "what was done is not done again"
    assert files(run.folder.path) == whole
    assert state_of(run.folder, FIND) is None


def test_what_another_version_or_cut_began_is_begun_anew(
    run: Run, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_claims(run, engine)
    whole = files(run.folder.path)

    def cut(name: str, done: int, of: int) -> None:
        if name == "join":
            raise KeyboardInterrupt

    with closing(engine_named("local", workers=1, limits=LIMITS)) as other, pytest.raises(KeyboardInterrupt):
        find_claims(run, other, watch=cut)
    about = run.folder.path / "claims-work" / "about.json"
    about.write_text(about.read_text("utf-8").replace('"version": "', '"version": "0.0.'), "utf-8")
    seen: list[str] = []
    find_claims(run, engine, watch=lambda name, done, of: seen.append(name))
    assert "keys" in seen
    assert files(run.folder.path) == whole


def test_a_document_that_stands_in_several_shards_tells_once(tmp_path: Path, engine: Engine) -> None:
    text = "Die Brücke von Husum bleibt gesperrt, sagte die Sprecherin Ute Wald am Montag in Kiel."
    done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", [text, text, text]), engine, shard=100, apart=APART)
    run = opened(tmp_path / "out")
    assert run.shards > 1
    counts = find_claims(run, engine)
    assert counts["repeats"] == 2
    refs = [row["ref"] for row in rows(run.folder.path, "tellings")]
    assert len(set(refs)) == len(refs) == counts["tellings"]


def test_a_run_in_which_nothing_is_told_has_empty_tables(tmp_path: Path, engine: Engine) -> None:
    done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", [""]), engine, apart=APART)
    run = opened(tmp_path / "out")
    assert find_claims(run, engine)["tellings"] == 0
    assert [rows(run.folder.path, table.name) for table in FIND.tables] == [[] for _ in FIND.tables]


def test_a_run_that_is_not_finished_is_refused(tmp_path: Path, engine: Engine) -> None:
    run = begun_run(tmp_path / "out", lines(tmp_path / "berichte.jsonl", ["Die Elbe steigt."]))
    with pytest.raises(UsageError, match="is not finished, and claims are looked for among all documents"):
        find_claims(run, engine)


def origins(run: Run) -> set[tuple[Any, ...]]:
    """The rows of that table, without the number of documents."""
    return {
        tuple(value for name, value in row.items() if name != "documents")
        for row in rows(run.folder.path, "claim_origins")
    }


def repeats(run: Run) -> list[dict[str, Any]]:
    """The rows of that table."""
    return rows(run.folder.path, "claim_repeats")


def claims(run: Run) -> list[dict[str, Any]]:
    """The rows of that table."""
    return rows(run.folder.path, "claims")
