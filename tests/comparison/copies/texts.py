"""Reports of our own that copy each other, and some that do not."""

from random import Random

LEAD = "Die Schleuse von Krollsand bleibt bis zum Ende der Woche geschlossen, weil das Eis die Tore verklemmt hat."
BODY = (
    "Die Hafenwächterin Ada Kroll sagte am Montag, rund vierzig Boote warteten vor dem Deich auf die "
    "Durchfahrt. Taucher hätten zwei Risse in der linken Kammer gefunden, die vor dem Öffnen geschweißt werden"
    " müssten. Der Fischereiverband von Bernau forderte die Regierung auf, die Ausfälle zu bezahlen und einen "
    "Eisbrecher zu leihen. Im vergangenen Winter war die Schleuse drei Wochen lang gesperrt, damals lief das "
    "Wasser über die Uferstraße. Das Ministerium für Wasserwege kündigte an, am Donnerstag einen Gutachter "
    "nach Krollsand zu schicken. Bis dahin sollen die Boote im alten Werfthafen liegen, wo die Gemeinde Strom "
    "und heiße Suppe bereitstellt. Die Reeder der beiden Fähren rechnen mit Verlusten von mehreren "
    "Hunderttausend Kronen für jeden Tag der Sperre. Ein Schlepper aus dem Nachbarhafen brach am Sonntag seine"
    " Fahrt ab, nachdem eine Scholle das Ruder verbogen hatte."
)
REPORT = f"{LEAD} {BODY}"
SENTENCES = REPORT.replace(". ", ".|").split("|")

OTHER = (
    "Im Stadttheater von Bernau hat am Abend die neue Spielzeit mit einer Komödie über einen verliebten "
    "Leuchtturmwärter begonnen. Das Publikum feierte vor allem die junge Hauptdarstellerin, die kurzfristig "
    "für ihre erkrankte Kollegin eingesprungen war. Die Regie setzte auf wenige Möbel, viel Nebel und ein "
    "Klavier, das bei jedem Kuss verstimmter klang. Kritiker bemängelten die Länge des dritten Aktes, in dem "
    "beinahe niemand mehr lachte. Bis zum Frühjahr stehen noch neunzehn Vorstellungen auf dem Spielplan, "
    "danach zieht die Truppe mit dem Stück durch die Dörfer am Fluss."
)
QUOTATION = (
    "„Wir haben in den letzten vierzig Jahren kein einziges Mal erlebt, dass jemand diesen Fluss im Januar mit"
    " einem Ruderboot hinauffährt, und wir raten allen dringend davon ab, es jetzt zu versuchen“, sagte der "
    "Bürgermeister."
)
FOOTER = (
    "Lesen Sie jeden Morgen die wichtigsten Nachrichten aus der Region in unserem kostenlosen Brief, den Sie "
    "mit einem Klick bestellen und jederzeit wieder abbestellen können. Alle Rechte vorbehalten, jede "
    "Verwendung außerhalb der Schranken des Urheberrechts bedarf der Zustimmung des Verlags. Fragen "
    "beantwortet unser Leserdienst werktags von acht bis achtzehn Uhr unter der Nummer auf der Titelseite."
)


WORDS = [
    "Auhafen",
    "Birkensund",
    "Dornwarft",
    "Erlenfurt",
    "Gansholm",
    "Heidmoor",
    "Immensee",
    "Jadeort",
    "Bagger",
    "Drachen",
    "Eimer",
    "Gondeln",
    "Hecken",
    "Kutschen",
    "Leitern",
    "Mühlen",
    "Netze",
    "Orgeln",
    "Pumpen",
    "verkauft",
    "gestohlen",
    "bemalt",
    "vermessen",
    "verschenkt",
    "versenkt",
    "gezählt",
    "heute",
    "gestern",
    "bald",
    "Rat",
    "Küster",
    "Förster",
    "Lehrerin",
    "Witwe",
    "Bäcker",
    "Müllerin",
    "Knecht",
    "Zöllner",
    "Magd",
    "Schulze",
    "Krämer",
    "neun",
    "zwölf",
    "achtzig",
    "hundert",
    "viele",
]


def notice(number: int) -> str:
    """One of any number of short reports that have nothing in common but single words."""
    words = Random(number).sample(WORDS, 14)
    return f"{' '.join(words[:7])}, {' '.join(words[7:])}."
