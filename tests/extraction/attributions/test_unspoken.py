"""Verbs that could report and do not: things that show, people who talk to each other, lists of deeds."""

import pytest

from tests.extraction.attributions.golden import content, found

NOTHING = [
    "Die Entdeckung zeigt, dass es dort Wasser gab.",
    "Das Foto beweist, dass der Turm schief steht.",
    "Dies belegt, dass der See älter ist.",
    "Dafür spricht, dass die Scheine fehlen.",
    "Die Zahlen sprechen eine klare Sprache: Jeder Zweite verdient weniger.",
    "Davon ist auszugehen, dass es taut.",
    "Es kann nicht ausgeschlossen werden, dass es taut.",
    "Er floh nach Kiel, bedrohte dort eine Frau und wurde gefasst.",
    "Der Mann zeigte sich uneinsichtig, beleidigte die Beamtin und floh.",
    "Die Firma ist Marktführer, hält elf Prozent an der Werft und baut zwei Schiffe.",
    "Eine Entdeckung zeigt, wie wenig wir über die Tiefsee wissen.",
    "Das Video zeigt, wie die Lieder gesungen werden.",
    "Das ist, was sie als Expertin empfiehlt.",
    "Erfahrung ist keine Garantie dafür, ins Ziel zu kommen.",
    "Woher die Frau kam, wurde nicht mitgeteilt.",
    "Am Ende stellte sich heraus, dass niemand dort war.",
    "Viele Häuser an der Küste sind davon betroffen.",
    "War es aus Sicht der Werft ein Fehler?",
    "Das Boot hat keine Klappe, wie sie Werften sonst anbieten.",
    "Es gab keinen Streit, wie ihn die Ministerin befürchtet hatte.",
    "Man erlebt, wie die Ministerin spricht.",
    "Der Rat zahlt, sprich die Stadt.",
    "Die Nachbarn schimpfen übereinander, sie gehen heim.",
    "Wenn die Werft von Glück spricht, dann hat sie recht.",
    "Wie das ausgehen wird, ist noch nicht absehbar.",
    "Trotz allem ist keineswegs sicher, dass der Damm hält.",
    "Nicht auszuschließen, dass der Damm bricht.",
    "Auch das könnte darauf hinweisen, dass der Damm bricht.",
    "Wenn viele den Wirt loben, das könnten Freunde sein.",
    "Katzen sind bekannt dafür, dass sie schlafen.",
    "Sie sagt das ruhig, als wäre es nichts.",
    "Weil er viel redet, kluge Ideen auf den Tisch bringt und hilft, mag man ihn.",
    "Der Reihe nach gingen die Fischer heim.",
    "Die nach einem Sturm gesperrte Brücke ist offen.",
    "Sie stimmen ab, ob sie wollen, dass die Insel bei dem Bund bleibt.",
    "Sie zahlen nichts, wenn sie nachweisen, dass sie arm sind.",
    "Die Mutter appellierte an die Entführer.",
    "Das Ergebnis war klar: Dies bestätigte, dass es dort Wasser gab.",
    "Wir freuen uns über jeden Gast.",
    "Die Erben können auf hohe Gewinne hoffen.",
    "Im Hafen stellt die Ladung einen Wert von sieben Millionen Kronen dar.",
    "Niemand weiß, was Holm denkt.",
    "Für Holm spricht, dass er früh geholfen hat.",
    "Müsli gesund gerechnet: Gericht erlaubt den Trick.",
    "Das Letzte, was Holm will, ist ein neuer Streit.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_is_made_to_say_what_the_author_tells(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Eine Umfrage zeigt, dass viele sparen.", ["dass viele sparen"]),
        ("Die Studie liegt vor. Sie zeigt, dass Kinder mehr lesen.", ["dass Kinder mehr lesen"]),
        ("Der Eisbericht belegt, dass der See auftaut.", ["dass der See auftaut"]),
        ("Das reicht nicht, kritisierte die Ministerin.", ["Das reicht nicht"]),
        ("Er komme nicht, sagte die Trainerin und ging.", ["Er komme nicht"]),
        ("„Du Lump“, beleidigte die Wirtin den Gast.", ["Du Lump"]),
        ("Der Anstieg war bemerkt worden, wie die Polizei mitteilte.", ["Der Anstieg war bemerkt worden"]),
        ("Es soll gebrannt haben. Das meldet die „Hafenpost“.", ["Es … gebrannt haben"]),
        ("Ein Boot sei leck, sagte Holm. Es sinke. Das teilte die Werft mit.", ["Ein Boot sei leck", "Es sinke"]),
        (
            "Der Rat blieb da, als es – so Holm – noch kalt gewesen sei, und nicht länger.",
            ["als es … noch kalt gewesen sei"],
        ),
        (
            "Der König befahl, alle zu begraben, wie Livius berichtet.",
            ["Der König befahl, alle zu begraben", "alle zu begraben"],
        ),
        (
            "„Er redet nicht schlecht, er redet gut über uns“, sagte Holm.",
            ["Er redet nicht schlecht, er redet gut über uns"],
        ),
        ("Die Stadt erneuerte ihre Kritik an dem Plan.", ["dem Plan"]),
        ("Er soll geflohen sein, er sei in Kiel, sagte Holm.", ["Er soll geflohen sein, er sei in Kiel"]),
        ("Es soll taunass sein, meldet ein nicht genannter Wirt.", ["Es soll taunass sein"]),
        ("Wie bekannt wurde, tritt er zurück.", ["tritt er zurück"]),
        ("Es wird vermutet, dass es taut.", ["dass es taut"]),
        ("Der Plan sei gut, was Holm bestritt.", ["Der Plan sei gut"]),
        ("Obwohl die Grünen ihre Einigkeit betonen, dürfte der Streit weitergehen.", ["ihre Einigkeit"]),
        ("Forscher sprechen von Mulden, das Wort ist alt.", ["Mulden"]),
        ("„Der Fund zeigt, dass wir recht haben“, sagte Holm.", ["Der Fund zeigt, dass wir recht haben"]),
        ("„Wollt ihr einen neuen Chef?“, fragte Holm.", ["Wollt ihr einen neuen Chef"]),
        ("„Meine These ist, dass es am Klima liegt“, sagte Holm.", ["Meine These ist, dass es am Klima liegt"]),
    ],
)
def test_what_somebody_says_stays_what_it_is(text: str, said: list[str]) -> None:
    assert [content(text, attribution) for attribution in found(text)] == said
