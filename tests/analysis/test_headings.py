"""Headings that lost their full stop are sentences of their own; sentences that only look so stay whole."""

import pytest

from tests.analysis.golden import parsed


def sentences(text: str) -> list[str]:
    analysis = parsed(text)
    return [analysis.words(sentence.first, sentence.last) for sentence in analysis.sentences]


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("Familien sollen entlastet werden", "Seehofer betonte, das Geld reiche."),
        ("Rückzug bleibt Bedingung der Opposition", "Holm teilte mit, dass er kommt."),
        ("Der Streit passt zu Tanns Politik", "Tann sei davon ausgegangen, dass er gewinnt."),
        ("Die Gefahr zeigt sich in Kairo", "Kairo könnte bald brennen."),
        ("Der Sturm hat sich gelegt", "Ministerin Ada Lund besuchte die Küste."),
        ("Der Streit zeigt, wie schlecht das Land regiert wird", "Radio Tann nannte die Lage am Montag ernst."),
        ("„Das Maß ist jetzt wirklich voll“", "Ministerin Ada Lund kündigte ein Gesetz an."),
        ("„Das Maß ist jetzt wirklich voll“", "„Das Maß ist jetzt wirklich voll“, sagte sie."),
        ("Auto fährt in Menge", "Polizei spricht von einem Unfall."),
        ("Prozess gegen Pfleger beginnt", "Staatsanwaltschaft fordert lange Haft."),
        ("Es hieß am Hof, dass viele verhungert seien", "1850 fand man die Gräber."),
        ("Kater stark übergewichtig", "Minka wiegt zehn Kilo."),
        ("Gebühren auch in der Nacht", "Zwei Banken verlangen Geld."),
        ("Noch viele Fragen offen", "Experten warnen vor Panik."),
        ("Streit um den Haushalt", "Ministerin Holm kritisierte die Grünen."),
        ("Viele Fähren im Einsatz", "Kenner sehen darin ein Signal."),
        ("Zeuge nach Brand festgenommen", "„Die kannten den Herrn schon lange“, sagte Wirtin Ute Wald."),
        ("Minister fürchtet Schaden für den Hafen", "„Alle Anzeigen sind eingestellt worden“, klagt Karl Tann."),
        ("Vor Gericht hat sie die Tat bestritten", "„Ich habe ihn nicht gesehen“, sagte sie den Richtern."),
        ("Mutmaßlicher Täter in Haft", "„Wir haben ihn gestern gefasst“, sagte der Wachtmeister."),
    ],
)
def test_a_heading_is_parted_from_the_sentence_behind_it(heading: str, rest: str) -> None:
    assert sentences(f"{heading} {rest}") == [heading, rest]
    assert [sentence.headline for sentence in parsed(f"{heading} {rest}").sentences] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte gestern Holm ab und ging.",
        "Wer wagt, gewinnt Freunde.",
        "Unter dem Motto „Wir schaffen das heute“ zogen sie los.",
        "Der Film „Die Vögel fliegen nie nach Süden“ gewann.",
        "Die Bauern wollen kommen und Holm sagte zu.",
        "Er hat ihn gesehen, Holm lachte.",
        "„Das Maß ist jetzt wirklich voll“, sagte sie.",
        "„Die Freunde der alten Brücke“ werben für den Bau.",
        "„Hafenpost“ Redakteur Jan Holm schrieb es.",
        "Im Prozess gegen Frau Holm sagte Zeuge Tann aus.",
        "In Russland haben sie nichts zu sagen.",
        "Die Bauern wollen morgen Freunde treffen.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]
