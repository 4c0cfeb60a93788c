"""All rules together: order, keys, and what each attribution says of itself."""

import lagebild
from lagebild.extraction.attributions.find import find_attributions
from lagebild.language.load import Language
from lagebild.model import Document, Findings
from tests.extraction.attributions.golden import content, found

GERMAN = Language("de")
TEXT = (
    "Das Eis trage nicht, sagte Ministerin Ute Wald. Es sei dünn. Laut Wasserwacht ist der See gesperrt. "
    "Holm forderte die Gäste auf, am Ufer zu bleiben."
)


def test_attributions_come_in_the_order_of_the_text() -> None:
    starts = [said.content[0].start for said in found(TEXT)]
    assert starts == sorted(starts)
    assert len(starts) == 4


def test_a_key_depends_on_document_and_place_only() -> None:
    keys = [said.key for said in found(TEXT)]
    assert [said.key for said in found(TEXT)] == keys
    other = [said.key for said in lagebild.read(TEXT, language="de", id="other").attributions]
    assert set(keys).isdisjoint(other)


def test_a_name_that_is_an_entity_leads_to_it() -> None:
    findings = lagebild.read(TEXT, language="de")
    names = {entity.key: entity.name for entity in findings.entities}
    speakers = [(said.speaker, names.get(said.entity or "")) for said in findings.attributions]
    assert speakers[:2] == [("Ute Wald", "Ute Wald"), ("Ute Wald", "Ute Wald")]
    assert speakers[2] == ("Wasserwacht", None)


def test_the_confidence_is_that_of_the_rule() -> None:
    table = {row["rule"]: float(row["confidence"]) for row in GERMAN.table("attribution_rules", key=("rule",))}
    assert all(said.confidence == table[said.rule] for said in found(TEXT))


def test_an_inner_statement_names_the_smallest_that_holds_it() -> None:
    text = "Das Amt meldete, Holm habe gesagt, die Lotsin habe gewarnt, dass das Eis breche."
    by_words = {content(text, said).split()[0]: said for said in found(text)}
    outer, middle, inner = by_words["Holm"], by_words["die"], by_words["dass"]
    assert (outer.within, middle.within, inner.within) == (None, outer.key, middle.key)


def test_findings_without_an_analysis_stay_as_they_are() -> None:
    findings = Findings(Document("a", TEXT, "de"))
    assert find_attributions(findings, GERMAN) is findings


def test_furniture_between_the_paragraphs_says_nothing() -> None:
    text = "Das Eis trage nicht, sagte Holm.\n\nLesen Sie auch: Holm: Der See bleibt zu\n\nDer See ist gesperrt."
    assert [content(text, said) for said in found(text)] == ["Das Eis trage nicht"]
