"""Copies among the shards of a run are those that a shelf in memory finds, whatever the number of parts."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from lagebild.bulk.copies import finding
from lagebild.bulk.copies.finding import find_copies
from lagebild.bulk.copies.texts import reports
from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import engine_named
from lagebild.bulk.run import Run, opened
from lagebild.comparison.copies.place import place
from lagebild.comparison.copies.precedence import Release, first_of
from lagebild.comparison.copies.shelf import MemoryShelf
from lagebild.errors import UsageError
from lagebild.reading.demonstration import demonstration
from tests.bulk.runs import LIMITS, begun_run, done, files, lines, rows


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with closing(engine_named("local", workers=2, limits=LIMITS)) as made:
        yield made


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Run:
    """The invented reports of the demonstration, among them agency copies, in about ten shards."""
    out = tmp_path_factory.mktemp("copies") / "result"
    assert done(out, demonstration(), engine, shard=12_000).shards > 5
    return opened(out)


def expected(run: Run) -> tuple[dict[str, set[str]], set[tuple[str, str]]]:
    """Groups by their first document, and excerpts, as one shelf finds them."""
    shelf: MemoryShelf[str] = MemoryShelf()
    releases = {}
    for shard in range(run.shards):
        for held in reports(run.folder, shard):
            place(held.key, held.report, shelf)
            releases[held.key] = Release(held.key, held.date, held.by_agency)
    groups = {frozenset(members) for members in shelf.groups.values() if len(members) > 1}
    named = {first_of(releases[key] for key in members).keys[0]: set(members) for members in groups}
    return named, {tuple(sorted(pair)) for pair in shelf.excerpts}  # type: ignore[misc]


def found(run: Run) -> dict[str, set[str]]:
    """Groups as the tables have them."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(run.folder.path, "copies"):
        groups[row["origin"]].add(row["document"])
    return dict(groups)


@pytest.mark.parametrize("shards", [1, 100])
def test_the_groups_are_those_that_one_shelf_finds(
    run: Run, engine: Engine, shards: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_SHARDS_OF_A_PART", shards)
    counts = find_copies(run, engine)
    groups, excerpts = expected(run)
    assert found(run) == groups
    assert (counts["groups"], counts["members"]) == (len(groups), sum(map(len, groups.values())))
    assert len(groups) > 5
    pairs = rows(run.folder.path, "copy_pairs")
    told = {tuple(sorted((row["document"], row["other"]))) for row in pairs if row["relation"] == "excerpt"}
    assert excerpts <= told
    assert all(0 < row["share"] <= 1 and row["words"] > 0 for row in pairs)
    assert all(row["document"] == row["origin"] for row in rows(run.folder.path, "copies") if row["role"] == "first")
    assert not (run.folder.path / "copies-work").exists()


def test_finding_them_again_gives_the_same_bytes(run: Run, engine: Engine) -> None:
    find_copies(run, engine)
    before = files(run.folder.path)
    find_copies(run, engine)
    assert files(run.folder.path) == before


def test_chains_of_copies_and_boilerplate_and_repeats_over_many_shards(tmp_path: Path, engine: Engine) -> None:
    lot = Random(5)
    words = [f"wort{number}" for number in range(4_000)]
    stories = [[lot.choice(words) for _ in range(120)] for _ in range(30)]
    footer = [lot.choice(words) for _ in range(60)]
    texts = []
    for number, story in enumerate(stories):
        texts.append(" ".join([*story, *footer]))
        if number % 3 == 0:
            chain = list(story)
            for _ in range(6):  # each is like the one before, the last no longer like the first
                chain = [*chain[18:], *(lot.choice(words) for _ in range(18))]
                texts.append(" ".join([*chain, *footer]))
        if number % 5 == 0:
            texts.append(texts[0])
    lot.shuffle(texts)
    done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", texts), engine, shard=6_000)
    run = opened(tmp_path / "out")
    counts = find_copies(run, engine)
    groups, _ = expected(run)
    assert found(run) == groups
    assert max(map(len, groups.values())) >= 7
    repeats = rows(run.folder.path, "repeats")
    assert counts["repeats"] == len(repeats) > 0
    assert all(row["first"] < row["shard"] for row in repeats)


def test_a_run_that_is_not_finished_is_refused(tmp_path: Path, engine: Engine) -> None:
    run = begun_run(tmp_path / "out", lines(tmp_path / "berichte.jsonl", ["Die Elbe steigt."]))
    with pytest.raises(UsageError, match="is not finished"):
        find_copies(run, engine)


def test_what_is_being_looked_for_anew_is_not_told_to_be_there(
    run: Run, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_copies(run, engine)
    assert (run.folder.path / "copies.json").exists()

    def cut_off(*given: object) -> dict[str, int]:
        raise KeyboardInterrupt

    monkeypatch.setattr(finding, "_found", cut_off)
    with pytest.raises(KeyboardInterrupt):
        find_copies(run, engine)
    assert not (run.folder.path / "copies.json").exists()
