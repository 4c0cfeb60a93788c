"""Media that a report has something from."""

import pytest

from lagebild import read_document
from lagebild.comparison.copies.citations import citations_of
from lagebild.language.load import Language
from lagebild.model.document import Document

GERMAN = Language("de")


def cited(text: str, publisher: str | None = None) -> list[str]:
    found = read_document(Document(id="text", text=text, language="de", publisher=publisher))
    return [citation.medium for citation in citations_of(found, GERMAN)]


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("Wie die New York Times berichtete, hat die Regierung in Bernau Panzer bestellt.", ["New York Times"]),
        ("Unter Berufung auf den Spiegel hieß es, der Minister trete zurück.", ["Spiegel"]),
        ("Laut einem Bericht der Bild-Zeitung tritt der Minister zurück. Die dpa meldete, er bleibe.", ["Bild", "dpa"]),
        ("Der Sprecher sagte der Nachrichtenagentur AFP, man prüfe den Fall.", []),
        ("Auf Twitter schrieb er, er trete zurück.", []),
    ],
)
def test_media_that_say_something_are_cited_and_listeners_are_not(text: str, media: list[str]) -> None:
    assert cited(text) == media


def test_nobody_cites_himself() -> None:
    text = "Laut einem Bericht des Spiegel tritt der Minister zurück."
    assert cited(text, publisher="Der Spiegel") == cited(text, publisher="SPIEGEL") == []
    assert cited(text, publisher="Stern") == ["Spiegel"]


def test_a_citation_names_the_statements() -> None:
    text = "Wie der Spiegel berichtete, tritt der Minister zurück. Der Spiegel schrieb, er bleibe bis Mai."
    found = read_document(Document(id="text", text=text, language="de"))
    (citation,) = citations_of(found, GERMAN)
    assert set(citation.attributions) <= {attribution.key for attribution in found.attributions}
    assert len(citation.attributions) == 2
