"""Who is who across documents is told as for all at once, however the shards are cut."""

import json
from contextlib import closing
from datetime import date

import pytest

from lagebild.bulk.claims import people
from lagebild.bulk.claims.people import people_of
from lagebild.bulk.claims.steps import STEPS
from lagebild.bulk.engines import engine_named
from lagebild.bulk.exchange.at import At
from lagebild.bulk.map import APART
from lagebild.bulk.results import documents_of
from lagebild.bulk.run import Run, opened
from lagebild.comparison.identities import Sighting, identified, sightings_of
from lagebild.model.codec import decode
from lagebild.model.findings import Findings
from lagebild.store.claims.shelf import LANGUAGE
from tests.bulk.runs import LIMITS, done

TEXTS = (
    "Die Brücke von Husum bleibt gesperrt, sagte Verkehrsministerin Ute Wald am Montag in Kiel. Wald nannte Risse.",
    "Ute Wald wies die Vorwürfe zurück. Russland und die Nato schwiegen, teilte die Reederei Norrhafen in Kiel mit.",
    "Der Trainer Jan Wald verlässt den Verein. Wald sagte, er sei müde. Die Reederei Norrhafen zahlt.",
    "Wald kündigte an, die Brücke werde im Mai geöffnet. Russland bestritt, dass Norrhafen beteiligt sei.",
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Four documents in four shards."""
    folder = tmp_path_factory.mktemp("people")
    source = folder / "berichte.jsonl"
    records = [{"text": text, "date": f"2031-01-{number:02}"} for number, text in enumerate(TEXTS, 1)]
    source.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    with closing(engine_named("local", workers=1, limits=LIMITS)) as engine:
        assert done(folder / "out", source, engine, shard=60, apart=APART).shards == len(TEXTS)
    return opened(folder / "out")


def at(run: Run, step: str, number: int, parts: int) -> At:
    """A job of a step."""
    header = {"out": str(run.folder.path), "number": number, "parts": parts, "before": "", "round": ""}
    return At({**header, "step": step, "work": "claims-work"})


def told(run: Run, parts: int) -> dict[str, dict[str, str]]:
    """Who each document's entities are, as the steps tell it."""
    for step, of in (("keys", run.shards), ("repeats", parts), ("sight", run.shards), ("identify", parts)):
        for number in range(of):
            STEPS[step](at(run, step, number, parts))
    found = {}
    for shard in range(run.shards):
        tell = people_of(at(run, "tell", shard, parts))
        for row, (key, findings) in enumerate(read(run, shard)):
            found[key] = tell(shard << 32 | row, findings)
    return found


def read(run: Run, shard: int) -> list[tuple[str, Findings]]:
    """The documents of a shard with their findings."""
    documents = documents_of(run.folder, shard)
    return [(item.key, decode({**item.found, "text": item.document.text})) for item in documents]


@pytest.mark.parametrize("parts", [1, 3])
def test_everybody_is_who_he_is_in_a_knowledge_base(run: Run, parts: int) -> None:
    seen: list[Sighting] = []
    for shard in range(run.shards):
        for key, findings in read(run, shard):
            seen += sightings_of(key, findings, LANGUAGE)
    groups, _ = identified(seen, LANGUAGE)
    expected: dict[str, dict[str, str]] = {item.document: {} for item in seen}
    for group in groups:
        for item in group.members:
            expected[item.document][item.entity] = group.key
    found = told(run, parts)
    assert found == expected
    assert len({key for people in found.values() for key in people.values()}) < sum(map(len, found.values()))


def test_where_a_name_is_too_frequent_to_be_compared_at_once_it_has_one_key_all_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = told(run, 1)
    monkeypatch.setattr(people, "MOST", 1)
    cut = told(run, 1)
    assert {key: len(entities) for key, entities in cut.items()} == {key: len(told) for key, told in whole.items()}
    full = {
        item.key: (key, item.name)
        for shard in range(run.shards)
        for key, findings in read(run, shard)
        for item in findings.entities
        if item.name == "Ute Wald"
    }
    assert len(full) > 0
    assert {cut[document][entity] for entity, (document, _) in full.items()} == {
        whole[document][entity] for entity, (document, _) in full.items()
    }


def test_only_the_first_and_last_day_of_what_a_table_knows_go_on_their_way() -> None:
    many = people._several("state x", 3, "state", "Peru", "Peru", "PE", "2031-01-01", "2031-02-01")
    assert [item.day for item in many] == [date(2031, 1, 1), date(2031, 1, 1), date(2031, 2, 1)]
    assert [item.day for item in people._several("state x", 1, "state", "Peru", "Peru", "PE")] == [None]
