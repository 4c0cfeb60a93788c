"""An answer can be taken page by page."""

from dataclasses import replace

import pytest

import lagebild
from lagebild.knowledge import KnowledgeBase
from lagebild.store.search.wanted import After, Wanted

REPORTS = {
    "2031-03-13": "Die Lage sei ernst, sagte Verbeek. Man prüfe alles, sagte Clara Wenden. Nein, sagte Orban.",
    "2031-03-12": "Wir liefern nicht, sagte Verbeek. Clara Wenden warnte, der Krieg dauere an.",
    "2031-03-11": "Die Zahl sei falsch, sagte Clara Wenden.",
    "": "Niemand wisse das, sagte Verbeek. Alle wüssten es, sagte Clara Wenden.",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    from lagebild.model.codec import encode

    made = KnowledgeBase(tmp_path_factory.mktemp("paging") / "base.db")
    for day, text in REPORTS.items():
        for number in range(2):
            findings = lagebild.read(f"{text} Das war Teil {number}.", date=day or None, id=f"{day}-{number}")
            made.store.add(encode(findings), engine="test")
    made.store.refresh_identities()
    return made


@pytest.mark.parametrize("kind", ["statements", "documents", "times"])
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_the_pages_of_an_answer_are_the_answer(base: KnowledgeBase, kind: str, size: int) -> None:
    whole = list(base.find(kind, Wanted()).rows)
    assert whole or kind == "times"
    told: list[tuple[object, ...]] = []
    wanted = Wanted()
    while page := list(base.find(kind, wanted, limit=size).rows):
        told += page
        columns = base.find(kind, Wanted()).columns
        key = columns.index("id" if kind == "documents" else "document")
        last = page[-1]
        same = sum(row[key] == last[key] for row in told)
        wanted = replace(wanted, after=After(last[columns.index("day")], last[key], same))
    assert told == whole


def test_what_somebody_says_is_found_by_their_key_across_documents(base: KnowledgeBase) -> None:
    person = base.entity("Clara Wenden")
    found = base.find("statements", Wanted(by=(person.key,)))
    speakers = {row[found.columns.index("speaker")] for row in found.rows}
    assert speakers == {"Clara Wenden"}
