"""What is put on a shelf is found there again, by number, whatever document it is of."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lagebild.bulk.claims.shelf import Shelf, Writer, telling_of
from lagebild.bulk.exchange.numbers import number_of
from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.origins import publication_of
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.holding import Holding
from lagebild.model.keys import document_key
from lagebild.pipeline import read_document

TEXTS = (
    "Russland hat 2.400 Drohnen an den Iran geliefert, sagte der Minister Jens Holm am Montag. Kiew bestritt das.",
    "Nordkorea hat 12.000 Soldaten nach Russland geschickt. Das teilte der Geheimdienst in Seoul mit.",
)


def test_each_telling_is_found_by_its_number(tmp_path: Path) -> None:
    told, published = [], []
    for text in TEXTS:
        document = Document(id="b", text=text, language="de", date=date(2031, 1, 8), publisher="dpa")
        findings = read_document(document)
        people = {item.key: f"n{item.key}" for item in findings.entities}
        key = document_key(document)
        holding = Holding(key, findings, datetime.min.replace(tzinfo=UTC), "", origin=key, people=people)
        told.append(told_in(holding, Language("de")))
        published.append(publication_of(holding, Language("de")))
    assert all(told)
    writer = Writer(tmp_path, 3)
    firsts = [writer.add(*given) for given in zip(told, TEXTS, published, strict=True)]
    writer.close(whole=True)
    assert firsts == [0, len(told[0])]
    shelf = Shelf(tmp_path)
    whole = [item for items in told for item in items]
    for place, item in reversed(list(enumerate(whole))):
        said = shelf.said(number_of(3, place))
        assert said.ref == item.telling.ref
        assert " … ".join(words for _, _, words in said.row[3]) == item.telling.words
        assert telling_of(said) == item.telling
        assert shelf.publication(number_of(3, place)) == published[place >= firsts[1]]
        matter = shelf.matter(number_of(3, place))
        assert (matter.document, matter.number, matter.concepts) == (
            item.matter.document, item.matter.number, item.matter.concepts,
        )  # fmt: skip
    assert [said.ref for _, said in shelf.all_said(3)] == [item.telling.ref for item in whole]


@pytest.mark.parametrize("whole", [True, False])
def test_a_shard_counts_only_when_it_is_whole(tmp_path: Path, whole: bool) -> None:
    Writer(tmp_path, 0).close(whole=whole)
    assert sorted(path.name for path in tmp_path.iterdir()) == (
        ["00000000.index.npy", "00000000.told"] if whole else []
    )
    if whole:
        assert list(Shelf(tmp_path).all_said(0)) == []
