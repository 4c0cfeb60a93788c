"""Which telling before it a sentence is of that only points back."""

import pytest

from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.model.claim import Stance
from tests.comparison.claims.reports import GERMAN, held

FIRE = "Brand zerstört Sägewerk in Altenried\nIn Altenried ist am Montag ein Sägewerk abgebrannt."
BRIBES = (
    "Staatsanwältin wirft Baufirma Bestechung vor\n"
    "Die Baufirma Kranz hat nach Angaben der Staatsanwaltschaft zwei Beamte bestochen."
)
TROOPS = "Kasachstan hat nach Angaben des usbekischen Geheimdienstes 800 Soldaten nach Tadschikistan geschickt."

POINTING = (
    # What was just told.
    (f"{TROOPS} Die Regierung in Astana bestreitet das.", "bestreitet das", "800 Soldaten"),
    (f"{TROOPS} Das bestätigte am Abend auch die Nato.", "bestätigte am Abend", "800 Soldaten"),
    (f"{TROOPS} Das Pentagon sieht dafür bislang keine Bestätigung.", "keine Bestätigung", "800 Soldaten"),
    (f"{TROOPS} Auch der türkische Geheimdienst geht davon aus.", "davon aus", "800 Soldaten"),
    (f"{TROOPS} Astana bestreitet es nicht mehr.", "nicht mehr", "800 Soldaten"),
    (f"{TROOPS} Unabhängig überprüfen lässt sich das nicht.", "überprüfen", "800 Soldaten"),
    (f"{TROOPS} Ein Sprecher des Außenministeriums widersprach.", "widersprach", "800 Soldaten"),
    (f"{TROOPS} Ich halte es für plausibel.", "plausibel", "800 Soldaten"),
    (f"{TROOPS} Ich schließe es nicht mehr aus.", "schließe es", "800 Soldaten"),
    (f"{TROOPS} Daran zweifelt die Regierung in Ankara.", "zweifelt", "800 Soldaten"),
    (f"{TROOPS} Alles Unfug, heißt es aus Astana.", "Unfug", "800 Soldaten"),
    (f"{TROOPS} Das sei frei erfunden, sagte ein Sprecher in Astana.", "frei erfunden", "800 Soldaten"),
    ("Die Fähre war überladen. Die Reederei weist das zurück.", "weist das zurück", "überladen"),
    ("Der Verein zahlt seit Mai keine Löhne. Das räumte der Kassierer am Dienstag ein.", "räumte", "keine Löhne"),
    ("Die Stadt will das Freibad schließen. Die Grünen lehnten das ab.", "lehnten das ab", "Freibad"),
    # In the same sentence.
    (
        "Dass die Fabrik Öl in den Fluss leitet, behauptet allein der Anglerverein; Beweise hat er nicht vorgelegt.",
        "Beweise", "Öl in den Fluss",
    ),
    # Whoever denies it has not said it.
    (
        f"{FIRE} Der Besitzer habe den Brand gelegt, sagte ein Nachbar. „Ich war gar nicht im Ort“, sagte der Besitzer "
        "Rolf Mahler. Mahler bestreitet das.",
        "Mahler bestreitet das", "Brand gelegt",
    ),
    # Across stands on the same matter.
    (f"{TROOPS} Die Nato hat das nicht bestätigt. Auch Ankara bestreitet das.", "Ankara bestreitet", "800 Soldaten"),
    # Reports are what the whole report is of, unless one was named.
    (
        f"{TROOPS}\n\nIn Duschanbe eröffnete am Dienstag eine Messe für Teppiche.\n\n"
        "Das Außenministerium wollte die Berichte nicht bestätigen.",
        "Berichte nicht bestätigen", "800 Soldaten",
    ),
    (
        f"{TROOPS}\n\nIn Duschanbe eröffnete am Dienstag eine Messe für Teppiche.\n\n"
        "Der Kreml hatte entsprechende Berichte als Falschmeldung bezeichnet.",
        "Falschmeldung", "800 Soldaten",
    ),
    (
        "Der Hafen wird ausgebaut. Nach einem Bericht der Seepost sind dabei drei Arbeiter ertrunken. "
        "Ein Sprecher des Hafens nannte den Bericht falsch.",
        "nannte den Bericht falsch", "ertrunken",
    ),
    # Proof of what the report is of, where the paragraph tells nothing.
    (
        f"{TROOPS}\n\nIn Duschanbe eröffnete am Dienstag eine Messe für Teppiche.\n\n"
        "Und die Nato? Generalsekretär Rutte sagt, es gebe noch keine Beweise.",
        "keine Beweise", "800 Soldaten",
    ),
    (
        f"{TROOPS}\n\nIn Duschanbe eröffnete am Dienstag eine Messe für Teppiche.\n\n"
        "Kremlsprecher Peskow verwies darauf, dass es viele widersprüchliche Informationen gebe.",
        "widersprüchliche", "800 Soldaten",
    ),
    # Reproaches are somebody else's.
    (f"{BRIBES} Kranz wies den Vorwurf zurück.", "wies den Vorwurf", "Bestechung"),
    (
        "Die Wahl in Norden hat Bürgermeister Wiek gewonnen.\n\n„Die Zettel sind verbrannt worden“, sagte seine "
        "Gegnerin Eva Brand. Wahlleiter Udo Sommer wies die Vorwürfe zurück.",
        "wies die Vorwürfe", "verbrannt",
    ),
    # A demand is what somebody wants.
    (
        "Dem Land fehlen zwei Milliarden Euro. Die Regierung müsse neue Kredite aufnehmen, sagte die Abgeordnete Vera "
        "Lind. „Wer jetzt spart, hat nichts verstanden.“\n\nFinanzminister Jonas Thoma wies die Forderung zurück.",
        "wies die Forderung", "neue Kredite",
    ),
    # What somebody said.
    (
        "Das Rathaus wird saniert. In der Nacht sei Geld aus dem Tresor verschwunden, sagt die Pförtnerin Ina Groth. "
        "Ihre Behauptung nennt Bürgermeister Karl Wenk frei erfunden.",
        "frei erfunden", "Tresor",
    ),
    # All of it.
    (
        f"{FIRE} Der Besitzer Rolf Mahler soll den Brand gelegt haben.\n\nUnd Mahler? Streitet alles ab.",
        "Streitet alles ab", "Brand gelegt",
    ),
    # What is only named by its noun.
    ("Fahnder haben das Rathaus durchsucht. Die Stadt bestätigte die Durchsuchung.", "bestätigte", "Fahnder"),
    (
        "Aus dem Depot sind nach Angaben der Gewerkschaft Waffen gestohlen worden. Das Ministerium bestritt den "
        "Diebstahl.",
        "bestritt den", "Waffen",
    ),
    # A number for what somebody else counted.
    (f"{TROOPS} Ankara spricht von mindestens 1200, Taschkent von 3000.", "Taschkent von 3000", "800 Soldaten"),
)  # fmt: skip

BY_THEMSELVES = (
    # What tells something of its own does not point back.
    (f"{TROOPS} Astana bestreitet, Waffen nach Tadschikistan geliefert zu haben.", "Waffen"),
    (f"{TROOPS} Das ist ein Bruch des Vertrags von Duschanbe.", "Bruch"),
    (f"{TROOPS} Es gibt keine Beweise, dass die Soldaten kämpfen.", "kämpfen"),
    (f"{TROOPS} Berichte über einen Giftanschlag wies die Regierung zurück.", "Giftanschlag"),
    (f"{TROOPS} Der Minister schloss einen Rücktritt aus.", "Rücktritt"),
    (f"{TROOPS} Das Haus sei falsch gebaut worden, sagte der Architekt.", "gebaut"),
    (f"{TROOPS} Die Familie weist Besucher auf den Hund hin.", "Hund"),
    (f"{TROOPS} Er habe es nicht falsch verstanden, sondern das Formular zerrissen.", "zerrissen"),
    (f"{TROOPS} Das Amt bestätigt den Fund von Öl.", "Fund von Öl"),
    (f"{TROOPS} Hinweise auf einen Anschlag gebe es nicht.", "Anschlag"),
    (f"{TROOPS} Was gibt es dort zu essen?", "zu essen"),
    (f"{TROOPS} Bisher ist das nur möglich, wenn der Präsident zustimmt.", "möglich"),
    (f"{TROOPS} Das ist wahrscheinlich eine schwierige Frage.", "Frage"),
    (f"{TROOPS} Der Läufer hätte sich gegen ihn gute Chancen eingeräumt.", "Chancen"),
    (f"{TROOPS} Die Mannschaft bestreitet ihr zweites Spiel am Montag.", "Spiel"),
    (f"{TROOPS} Ob sie kämpfen, wisse man nicht, sagte ein Sprecher.", "kämpfen"),
    (f"{TROOPS} Kein einziger Verletzter ist gestorben, bestätigte die Klinik.", "Verletzter"),
)


def told(text: str) -> tuple[Told, ...]:
    return told_in(held("1", "2031-03-03", "Bergbote", text, title="\n" in text.split(".")[0]), GERMAN)


def one_of(found: tuple[Told, ...], words: str) -> Told:
    return next(item for item in found if words in item.telling.words)


@pytest.mark.parametrize(("text", "words", "meant"), POINTING, ids=[words for _, words, _ in POINTING])
def test_a_sentence_that_points_back_is_of_what_it_means(text: str, words: str, meant: str) -> None:
    found = told(text)
    means = one_of(found, words).matter.means
    assert means is not None
    assert meant in next(item for item in found if item.matter.number == means).telling.words


@pytest.mark.parametrize(("text", "words"), BY_THEMSELVES, ids=[words for _, words in BY_THEMSELVES])
def test_a_sentence_that_tells_something_points_nowhere(text: str, words: str) -> None:
    assert one_of(told(text), words).matter.means is None


def test_soldiers_who_came_have_been_sent() -> None:
    found = told(f"{TROOPS} Sie kamen mit dem Zug.")
    assert one_of(found, "mit dem Zug").matter.main == one_of(found, "800").matter.main


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Die Regierung in Astana bestreitet das.", Stance.DENIES),
        ("Die Regierung in Astana bestreitet es nicht mehr.", Stance.DOUBTS),
        ("Das bestätigte die Nato.", Stance.CONFIRMS),
        ("Die Nato hat das nicht bestätigt.", Stance.DOUBTS),
        ("Das stimme nicht, sagte ein Sprecher in Astana.", Stance.DENIES),
        ("Das Pentagon sieht dafür keine Belege.", Stance.DOUBTS),
        ("Auch der Geheimdienst der Türkei geht davon aus.", Stance.ASSERTS),
        ("Alles Unfug, heißt es aus Astana.", Stance.DENIES),
    ],
)
def test_it_says_what_its_words_say_of_the_matter(sentence: str, stance: Stance) -> None:
    pointing = next(item for item in told(f"{TROOPS} {sentence}") if item.matter.means is not None)
    assert pointing.telling.stance is stance


def test_who_points_back_tells_nothing_besides() -> None:
    found = told(f"{TROOPS} Das bestreitet die Regierung in Astana.")
    pointing, meant = one_of(found, "bestreitet"), one_of(found, "800")
    assert pointing.telling.stance is Stance.DENIES
    assert pointing.matter.concepts == meant.matter.concepts
    assert pointing.matter.sides == meant.matter.sides
