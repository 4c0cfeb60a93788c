"""On whose word a piece of a document stands."""

from dataclasses import replace

import pytest

from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.voices import Voices
from lagebild.model.attribution import Act
from lagebild.model.claim import Stance, Telling, VoiceKind
from lagebild.model.span import Span
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN


def tellings(text: str) -> list[Telling]:
    return [item.telling for item in told_in(held("x", "2031-03-03", "Seepost", text), GERMAN)]


def voice(text: str, words: str) -> tuple[str | None, Stance]:
    (found,) = [item for item in tellings(text) if words in item.words]
    return found.voice.name, found.stance


def test_who_rejects_what_others_say_has_the_word() -> None:
    text = (
        "Präsidentensprecher Dmitri Peskow wies Angaben aus Seoul zurück, wonach nordkoreanische Soldaten in Kursk "
        "kämpfen."
    )
    assert voice(text, "kämpfen") == ("Dmitri Peskow", Stance.DENIES)


def test_the_first_sentence_is_of_whoever_says_the_next() -> None:
    text = "Chile kauft 18 Kampfjets von Peru. Das Geschäft koste drei Milliarden Euro, sagte Minister Jan Holm."
    assert voice(text, "18 Kampfjets")[0] == "Jan Holm"


def test_a_sentence_with_a_source_or_in_another_paragraph_stays_the_reports_own() -> None:
    text = "Chile kauft 18 Kampfjets von Peru.\n\nDas Geschäft koste drei Milliarden Euro, sagte Minister Jan Holm."
    assert voice(text, "18 Kampfjets")[0] == "Seepost"


def test_who_said_that_of_the_sentence_before_has_the_word() -> None:
    text = "Peru hat 2.000 Soldaten nach Chile verlegt. Das bestätigte Verteidigungsminister Jan Holm am Montag."
    assert voice(text, "2.000 Soldaten")[0] == "Jan Holm"


def test_whose_demand_or_decision_is_told_has_the_word() -> None:
    text = (
        "In Lima wird gestreikt.\n\nDie Gewerkschaft verlangt neun Prozent mehr Lohn. Das Arbeitsgericht untersagte "
        "den Ausstand."
    )
    assert voice(text, "neun Prozent")[0] == "Gewerkschaft"
    assert voice(text, "Ausstand")[0] == "Arbeitsgericht"


def test_he_is_whoever_said_the_sentence_before() -> None:
    text = "Der Betriebsrat nannte es schäbig, die Schuld abzuwälzen. Er macht ein undichtes Ventil verantwortlich."
    assert voice(text, "Ventil")[0] == "Betriebsrat"


def test_a_wish_is_only_of_somebody_who_speaks_in_the_report() -> None:
    wish = "Ministerin Ada Kroll will 2.000 Soldaten nach Peru schicken."
    assert voice(wish, "schicken")[0] == "Seepost"
    assert voice(f"{wish}\n\n„Es eilt“, sagte Kroll.", "schicken")[0] == "Ada Kroll"


def test_figures_right_behind_what_somebody_said_are_his() -> None:
    text = (
        "Peru habe einen Panzer nach Chile geliefert, sagte Minister Jan Holm. Zwei Offiziere wurden verhaftet.\n\n"
        "Drei Panzer stehen noch in Lima."
    )
    assert voice(text, "Offiziere")[0] == "Jan Holm"
    assert voice(text, "Drei Panzer")[0] == "Seepost"


def test_a_headline_is_of_whoever_has_the_word_for_it_below() -> None:
    text = (
        "Peru schickt angeblich Soldaten nach Chile\n\nLima (sp) – Peru hat 2.000 Soldaten nach Chile geschickt, sagte "
        "Verteidigungsminister Jan Holm."
    )
    found = [item.telling for item in told_in(held("x", "2031-03-03", "Seepost", text, title=True), GERMAN)]
    assert [(item.voice.name, item.stance) for item in found] == [("Jan Holm", Stance.ASSERTS)] * 2


def test_a_firm_that_a_report_comes_back_to_is_no_authority() -> None:
    text = (
        "Die Zentralbank Lima sprach von einem Versehen. Nach Auskunft der Staatsanwaltschaft wird ermittelt. An "
        "seinem Plan, nach Chile zu ziehen, hält der Konzern fest."
    )
    (found,) = [item for item in tellings(text) if "Plan" in item.words]
    assert found.voice.body != "Staatsanwaltschaft"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Peru schickt 300 Panzer nach Chile. Das geht aus Unterlagen hervor, die der Seepost vorliegen.",
            "300",
            "Seepost",
        ),
        (
            "Die Bluma-Werft hat Klage gegen Peru erhoben. Peru habe 300 Panzer bezahlt, heißt es in dem Papier.",
            "300",
            "Bluma",
        ),
        (
            "Nach Ada Krolls Plan sollen 300 Panzer nach Chile kommen. „Es eilt“, sagte Ministerin Ada Kroll.",
            "300",
            "Ada Kroll",
        ),
    ],
)
def test_a_paper_is_whose_it_is_or_of_the_report_that_has_seen_it(text: str, words: str, name: str) -> None:
    assert (voice(text, words)[0] or "").startswith(name)


def test_a_union_or_group_with_a_name_speaks_for_itself() -> None:
    text = "Die Gewerkschaft Schiene und Hafen (GSH) verlangt von Peru 300 Millionen Euro."
    (found,) = tellings(text)
    assert found.voice.kind is VoiceKind.SPEAKER


def test_who_counts_has_the_number() -> None:
    text = "In Lima demonstrierten Tausende gegen Peru. Die Polizei zählte 9.000 Menschen."
    assert voice(text, "9.000")[0] == "Polizei"


def test_who_repeats_what_a_service_told_him_speaks_for_it() -> None:
    text = (
        "Peru habe 800 Soldaten nach Chile geschickt, berichtete der Abgeordnete Jan Holm nach einer Unterrichtung "
        "durch den Geheimdienst KDP."
    )
    (found,) = [item for item in tellings(text) if "800" in item.words]
    assert (found.voice.name, found.voice.body) == ("Jan Holm", "KDP")


def test_a_headline_without_a_name_is_the_reports_own() -> None:
    title = "Spione schlagen Alarm: Peru hat 800 Soldaten in Chile"
    text = f"{title}\n\nPeru habe Soldaten nach Chile geschickt, sagte Minister Jan Holm."
    holding = held("x", "2031-03-03", "Seepost", text)
    titled = replace(
        holding, findings=replace(holding.findings, document=replace(holding.findings.document, title=title))
    )
    (found,) = [item.telling for item in told_in(titled, GERMAN) if "800" in item.telling.words]
    assert (found.voice.kind, found.voice.name) == (VoiceKind.OUTLET, "Seepost")


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Die Gefangenen aus Peru seien jederzeit korrekt behandelt worden, sagte Minister Jan Holm.", Stance.DENIES),
        ("Die Gefangenen aus Peru seien nicht korrekt behandelt worden, sagte Minister Jan Holm.", Stance.ASSERTS),
        ("Die Soldaten aus Peru hätten nicht überlebt, sagte Minister Jan Holm.", Stance.ASSERTS),
        ("Peru habe für niemanden etwas gezahlt, sagte Minister Jan Holm.", Stance.DENIES),
        (
            "Die Soldaten aus Peru seien in Chile eingetroffen und hätten keine Erfahrung, sagte Jan Holm.",
            Stance.ASSERTS,
        ),
    ],
)
def test_a_stance_is_that_of_the_clause_that_tells_the_matter(words: str, stance: Stance) -> None:
    assert tellings(words)[0].stance is stance


def test_somebody_nobody_names_is_whoever_tells_of_him() -> None:
    text = "Der Geheimdienst KDP sagte, ein Gefangener habe erklärt, Peru habe 800 Soldaten nach Chile geschickt."
    assert {item.voice.kind for item in tellings(text)} == {VoiceKind.SPEAKER}


def test_a_report_of_somebody_is_his_word() -> None:
    text = "Peru hat nach einem Bericht von Oberbefehlshaber Jan Holm 800 Soldaten nach Chile geschickt."
    assert voice(text, "800")[0] == "Jan Holm"


def test_who_sees_signs_of_it_says_it() -> None:
    text = "Präsident Jan Holm reist nach Lima. Auch er sieht Anzeichen dafür, dass Peru Soldaten nach Chile schickt."
    assert "Jan Holm" in {item.voice.name for item in tellings(text)}


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Peru habe 800 Soldaten geschickt, jedoch nicht nach Chile, sagte Minister Jan Holm.", Stance.ASSERTS),
        ("Weder Peru noch Chile haben bestätigt, dass Soldaten in Lima sind.", Stance.DOUBTS),
        ("Ob Peru Soldaten nach Chile schicke, könne er nicht sagen, sagte Minister Jan Holm.", Stance.DOUBTS),
        (
            "Peru habe Soldaten nicht nach Chile geschickt, sondern nach Bolivien, sagte Minister Jan Holm.",
            Stance.ASSERTS,
        ),
        ("In Lima habe ein Soldat aus Peru den Hebel falsch gestellt, sagte Minister Jan Holm.", Stance.ASSERTS),
        ("Das Gericht in Lima hat den Antrag Perus auf Waffen aus Chile abgewiesen.", Stance.ASSERTS),
    ],
)
def test_what_stands_behind_but_denies_nothing_and_neither_nor_confirms_nothing(words: str, stance: Stance) -> None:
    assert tellings(words)[0].stance is stance


@pytest.mark.parametrize("ring", [True, False])
@pytest.mark.parametrize("number", [2, 3, 5])
def test_denials_that_reject_what_is_around_them_have_voices_all_the_same(number: int, ring: bool) -> None:
    text = "Fachleute sagten, das Wasser steige."
    report = held("x", "2031-03-03", "Seepost", text)
    (said,) = report.findings.attributions
    denials = tuple(
        replace(
            said, key=f"a{at}", act=Act.DENY, content=(Span(0, len(text)),), entity=None, speaker=None,
            within=f"a{(at - 1) % number}" if at or ring else None,
        )
        for at in range(number)
    )  # fmt: skip
    voices = Voices(replace(report.findings, attributions=denials), {}, GERMAN)
    assert {voices.of(item).kind for item in denials} <= {VoiceKind.UNNAMED, VoiceKind.OUTLET}


def test_a_long_row_of_sentences_that_say_he_ends() -> None:
    text = "Der Betriebsrat will mehr. " + "Er fordert 20 Euro. " * 400
    assert len(tellings(text)) >= 400


def test_a_paper_that_stands_on_its_own_words_is_of_the_report() -> None:
    text = "In der Eingabe heißt es weiter. Peru habe 300 Panzer bezahlt, heißt es in der Eingabe. Das steht da."
    assert tellings(text)


def test_somebody_who_is_told_of_by_a_pronoun_again_and_again_is_looked_up_once_for_each() -> None:
    text = "Ein Bericht warnt, dass Damm 77 bricht. " + " ".join(f"Er warnt, dass Damm {i} bricht." for i in range(40))
    assert {item.voice.name for item in tellings(text)} == {"Bericht"}


def test_what_is_known_so_far_is_nobodys_word_where_somebody_says_it() -> None:
    text = "Giftige Stoffe seien nach bisherigen Erkenntnissen nicht ausgetreten, sagte Minister Jan Holm."
    assert voice(text, "Giftige Stoffe")[0] == "Jan Holm"


def test_who_counts_has_the_word_and_not_whoever_admits_less() -> None:
    text = "Der Verein Offene Hand zählt inzwischen 400 Verletzte, doppelt so viele, wie die Polizei einräumt."
    assert voice(text, "400 Verletzte")[0] == "Verein Offene Hand"


def test_his_spokeswoman_has_his_word() -> None:
    text = (
        "Verteidigungsminister Jan Holm kündigte den Kauf von 18 Panzern an. Seine Sprecherin beharrte darauf, der "
        "Kauf sei im Mai vereinbart worden."
    )
    assert voice(text, "im Mai")[0] == "Jan Holm"


def test_who_only_finds_it_bad_does_not_say_it() -> None:
    text = (
        "Die Zuschüsse sollen sinken, sagte Finanzminister Jan Holm. Die Förderung der Kliniken werde er um 60 "
        "Millionen kürzen.\n\nDie Gewerkschaft lehnte das ab."
    )
    assert voice(text, "Kliniken")[0] == "Jan Holm"


def test_a_plan_is_of_whoever_stands_before_it_in_the_genitive() -> None:
    text = "„Es eilt“, sagte Minister Jan Holm. Holms Plan sah vor, den Kliniken 60 Millionen Euro zu streichen."
    assert voice(text, "60 Millionen")[0] == "Jan Holm"


def test_a_ministry_is_no_council_that_has_spoken_before() -> None:
    text = (
        "Der Kreiselternrat warnte vor der Schließung. Im Ministerium heißt es, ein solches Schreiben liege nicht vor."
    )
    (found,) = [item for item in tellings(text) if "Schreiben" in item.words]
    assert (found.voice.name, found.voice.body) == ("Ministerium", None)


def test_the_minister_of_a_headline_is_the_one_of_the_report() -> None:
    title = "Der Minister verlangt die Schließung der Fabrik"
    text = f"{title}\n\nLima (sp) – Die Halle brannte ab. „Es reicht“, sagte Umweltminister Jan Holm."
    (found,) = [item.telling for item in told_in(held("x", "2031-03-03", "Seepost", text, title=True), GERMAN)
                if "Schließung" in item.telling.words]  # fmt: skip
    assert found.voice.name == "Jan Holm"
