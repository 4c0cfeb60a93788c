"""What somebody without a name is called: the words of the report in the nominative, without article."""

import pytest

import lagebild


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nach Angaben des französischen Außenministeriums blieb es ruhig.", "französisches Außenministerium"),
        ("Nach Angaben der türkischen Behörden blieb es ruhig.", "türkische Behörden"),
        ("Nach Angaben eines hohen Beamten blieb es ruhig.", "hoher Beamter"),
        ("Die Grünen im Rat sagten, es bleibe ruhig.", "Grüne im Rat"),
        ("Nach Angaben eines norwegischen Jungen blieb es ruhig.", "norwegischer Junge"),
        ("Laut einigen Teilnehmern blieb es ruhig.", "einige Teilnehmer"),
        ("Laut allen anderen Fischern blieb es ruhig.", "alle anderen Fischer"),
        ("Laut seinen Kritikern blieb es ruhig.", "Kritiker"),
        ("Die Wiener Linien sagten, es bleibe ruhig.", "Wiener Linien"),
        ("Nach Angaben dieser Fischer blieb es ruhig.", "Fischer"),
        ("Es bleibe ruhig, zitierte die Zeitung einen nicht näher genannten Fischer.", "nicht näher genannter Fischer"),
        ("Nach Angaben der örtlichen Feuerwehr blieb es ruhig.", "örtliche Feuerwehr"),
        ("Laut einem Sprecher der Staatsanwaltschaft blieb es ruhig.", "Sprecher der Staatsanwaltschaft"),
        ("Medienberichten zufolge blieb es ruhig.", "Medienberichte"),
        ("Den Anwohnern zufolge blieb es ruhig.", "Anwohner"),
        ("Die lokale Polizei sagte, es bleibe ruhig.", "lokale Polizei"),
        ("Jeder Mieter sagte, es bleibe ruhig.", "Jeder Mieter"),
        ("Keine Partei sagte, es bleibe ruhig.", "Keine Partei"),
    ],
)
def test_a_speaker_without_a_name_is_called_by_the_dictionary_form(text: str, speaker: str) -> None:
    assert [found.speaker for found in lagebild.read(text, language="de").attributions] == [speaker]
