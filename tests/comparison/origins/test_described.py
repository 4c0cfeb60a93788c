"""What a phrase for a source says."""

import pytest

from lagebild.comparison.origins import publications_of
from lagebild.comparison.origins.described import described, is_hearsay, is_whole
from lagebild.comparison.voices import Voices
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN


@pytest.mark.parametrize(
    ("words", "kind", "code", "body"),
    [
        ("des südkoreanischen Geheimdienstes", "organisation", "KOR", True),
        ("der Geheimdienst in Seoul", "organisation", "KOR", True),
        ("Perus Küstenwache", "organisation", "PER", True),
        ("ein westlicher Diplomat", "person", None, False),
        ("seiner Geheimdienste", "organisation", None, False),
        ("Diplomaten", "person", None, False),
        ("die US-Regierung", "organisation", "USA", True),
        ("das Pentagon", "organisation", "USA", True),
    ],
)
def test_a_phrase_says_which_body_of_which_state(words: str, kind: str, code: str | None, body: bool) -> None:
    found = described(words, GERMAN)
    assert (found.kind, found.code, found.is_body) == (kind, code, body)


def test_a_government_is_its_state_and_reports_are_nobody() -> None:
    assert is_whole("US-Regierung", "USA", GERMAN)
    assert is_whole("Nordkorea", "PRK", GERMAN)
    assert not is_whole("Pentagon", "USA", GERMAN)
    assert is_hearsay("Medienberichten", GERMAN)
    assert not is_hearsay("Diplomaten", GERMAN)


def test_a_spokesman_speaks_for_a_body() -> None:
    assert described("ein Sprecher des Auswärtigen Amtes", GERMAN).speaks_for == "Auswärtigen Amtes"


def test_reports_tell_by_which_name_a_described_body_goes() -> None:
    text = (
        "Chile hat nach Angaben des peruanischen Geheimdienstes Panzer verlegt. Das teilte der Geheimdienst KDP mit. "
        "Dem KDP zufolge sind es 40."
    )
    publications = publications_of([held("x", "2031-03-03", "Seepost", text)], GERMAN)
    assert list(publications.names.values()) == ["KDP"]
    assert {code for _, code in publications.names} == {"PER"}


def test_a_spokesman_with_a_name_is_one_with_his_body() -> None:
    text = (
        "Das Pentagon bestätigte, dass Soldaten in Arica sind. Es seien mindestens 900, sagte "
        "Sprecher Pat Holm am Montag. Das sei falsch, sagte Kremlsprecher Dmitri Peskow."
    )
    holding = held("x", "2031-03-03", "Seepost", text)
    voices = Voices(holding.findings, {}, GERMAN)
    bodies = {item.speaker: voices.of(item).body for item in holding.findings.attributions}
    assert (bodies["Pat Holm"], bodies["Dmitri Peskow"]) == ("Pentagon", "Kreml")
