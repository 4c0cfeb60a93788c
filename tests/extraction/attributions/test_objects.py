"""Content that is only a phrase: what belongs to it, and what is the occasion."""

import pytest

from tests.extraction.attributions.golden import content, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Ministerin verurteilte den Überfall auf das Dorf am Montag scharf.", "den Überfall auf das Dorf"),
        (
            "Die Ministerin sprach am Montag von einem Fehler, den niemand bemerkt habe.",
            "einem Fehler, den niemand bemerkt habe",
        ),
        ("Die Ministerin bezeichnete den Plan als Fehler.", "den Plan … als Fehler"),
        ("Die Ministerin hält den Plan für einen Fehler.", "den Plan … für einen Fehler"),
        (
            "Die Ministerin forderte einen Stopp der Arbeiten und mehr Geld für die Helfer.",
            "einen Stopp der Arbeiten und mehr Geld für die Helfer",
        ),
        ("Der Plan wurde von der Opposition kritisiert.", "Der Plan"),
        ("Die Ministerin warnte vor dem Hochwasser.", "dem Hochwasser"),
        ("Die Ministerin kritisierte Bräuche wie Fasching und Kirmes.", "Bräuche wie Fasching und Kirmes"),
        ("Die Ministerin warb für die Rechte von Bauern und Fischern.", "die Rechte von Bauern und Fischern"),
        ("Die Ministerin bat um eine Adresse, um nicht reisen zu müssen.", "eine Adresse"),
        ("Die Ministerin schloss den Verkauf nicht aus.", "den Verkauf"),
        ("Die Ministerin forderte zwei Millionen Kronen.", "zwei Millionen Kronen"),
        ("Die Ministerin forderte einen „Master Plan“ für alle.", "einen „Master Plan“ für alle"),
        ("Die Ministerin beschwerte sich über dessen Verhalten.", "dessen Verhalten"),
        ("Die Ministerin hat den Vertrag in Frage gestellt.", "den Vertrag"),
        ("Die Ministerin hat sich über Holm empört, der am Abend fehlte.", "Holm … der am Abend fehlte"),
        ("Die Ministerin kündigte neue Regeln an, die ab Mai gelten.", "neue Regeln … die ab Mai gelten"),
        ("Als „Frechheit“ bezeichnete die Ministerin den Streik.", "Als „Frechheit“ … den Streik"),
        ("Deren Verhalten bezeichnete die Ministerin als dreist.", "Deren Verhalten … als dreist"),
        ("Die Ministerin sieht in dem Treffen ein Signal.", "in dem Treffen … ein Signal"),
        ("Die Ministerin sieht darin keinen Fehler.", "darin … keinen Fehler"),
        ("Der Schaden wurde von der Ministerin auf 300 Kronen geschätzt.", "Der Schaden … auf 300 Kronen"),
        (
            "Die Ministerin fordert eine Bindung an das Prinzip, dass alle zahlen.",
            "eine Bindung an das Prinzip, dass alle zahlen",
        ),
        ("Die Ministerin macht sich Sorgen um den See.", "den See"),
        ("Die Ministerin kritisierte den Plan, weil er zu teuer sei.", "den Plan, weil er zu teuer sei"),
        ("Die Ministerin lehnte den Plan ab, weil er zu teuer sei.", "den Plan … weil er zu teuer sei"),
        ("Die Ministerin lehnte den Plan ab, weil es regnete.", "den Plan"),
        ("Die Ministerin nannte ihn einen Lügner.", "ihn … einen Lügner"),
        ("Holm nannte sie „fahrlässig“.", "sie … fahrlässig"),
        ("Das nannte die Ministerin einen Fehler.", "Das … einen Fehler"),
        ("Die Ministerin bedauerte wie auch Holm den Streik.", "den Streik"),
        ("Der Umzug wurde von der Ministerin als Erfolg gewertet.", "Der Umzug … als Erfolg"),
        (
            "Die Ministerin kündigte neue Regeln an, die im Mai gelten sollen.",
            "neue Regeln … die im Mai gelten sollen",
        ),
        ("Holm sprach von „Wahnsinn“.", "Wahnsinn"),
    ],
)
def test_the_content_is_the_whole_phrase_without_its_occasion(text: str, expected: str) -> None:
    assert [content(text, said) for said in found(text)] == [expected]


def test_a_noun_of_saying_keeps_its_clause_which_is_content_too() -> None:
    text = "Die Ministerin wehrt sich gegen den Vorschlag, dass alle zahlen."
    contents = {content(text, said) for said in found(text)}
    assert contents == {"den Vorschlag, dass alle zahlen", "dass alle zahlen"}


def test_the_source_ends_where_the_content_begins() -> None:
    text = "Nach zwei Tagen gehen die Ermittler von einem Unfall aus."
    assert [(said.speaker, content(text, said)) for said in found(text)] == [("Ermittler", "einem Unfall")]


@pytest.mark.parametrize(
    "text",
    [
        "Der Plan wurde kritisiert.",
        "Die Ministerin sprach mit dem Rat.",
        "Die Ministerin lobte ihn.",
        "Es hagelte Kritik.",
        "Niemand kritisierte den Plan.",
        "Bis zum Abend nannte die Ministerin den Ort nicht.",
        "Dann bitten Sie den Rat um Geduld.",
        "Die Gefahr, die von dem Eis ausgeht, ist groß.",
        "Von der Sonne geht Wärme aus.",
        "Die Ministerin sah im Stadion ihre Kinder.",
        "Das Lob unterstreicht die Leistung.",
        "Blumen nannte man Rosen.",
        "Es ist mit Schnee zu rechnen.",
        "Die Ministerin reiste ab, ohne den Plan zu kritisieren.",
        "Der Prozess endet, falls Holm den Ort der Beute nennt.",
    ],
)
def test_without_a_phrase_or_a_source_nothing_is_reported(text: str) -> None:
    assert found(text) == ()
