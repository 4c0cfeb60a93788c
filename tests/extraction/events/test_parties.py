"""Which sides the phrases of a text name."""

import pytest

import lagebild
from lagebild.extraction.events.stage import Stage
from lagebild.language.load import Language

GERMAN = Language("de")


def sides_of(text: str, words: str) -> list[str]:
    """The codes of the sides that the phrase with these words names."""
    stage = Stage(lagebild.read(text, language="de", date="2019-06-01"), GERMAN)
    start = text.index(words)
    first, last = stage.range_of(stage.tokens[stage.token_at(start)].span._replace(end=start + len(words)))
    return [party.code for party in stage.parties.of_range(first, last)]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Moskau schweigt.", "Moskau", ["RUS"]),
        ("Die peruanische Armee schweigt.", "Die peruanische Armee", ["PER"]),
        ("Die Regierung in Lima schweigt.", "Die Regierung in Lima", ["PER"]),
        ("Die Regierung Perus schweigt.", "Die Regierung Perus", ["PER"]),
        ("Die Prager Regierung schweigt.", "Die Prager Regierung", ["CZE"]),
        ("Der US-Präsident schweigt.", "Der US-Präsident", ["USA"]),
        ("Die Bundesregierung schweigt.", "Die Bundesregierung", ["DEU"]),
        ("Die kubanische Opposition schweigt.", "Die kubanische Opposition", ["CUB-OPP"]),
        ("Kubanische Journalisten schweigen.", "Kubanische Journalisten", ["CUB-MED"]),
        ("In Kuba schweigen die Demonstranten.", "die Demonstranten", ["CUB-CVL"]),
        ("Chile, Peru und Kuba schweigen.", "Chile, Peru und Kuba", ["CHL", "PER", "CUB"]),
        ("Partner wie Chile und Peru schweigen.", "Partner", ["CHL", "PER"]),
        ("Viele Staaten schweigen.", "Viele Staaten", []),
        ("Die sozialen Medien schweigen.", "Die sozialen Medien", []),
        ("Die Nato tagt. Das Bündnis schweigt.", "Das Bündnis", ["NATO"]),
        ("Der IS greift an. Die Terrormiliz schweigt.", "Die Terrormiliz", ["IS"]),
        ("Die Hilfsorganisation Deichwacht klagt.", "Die Hilfsorganisation Deichwacht", ["Deichwacht"]),
        ("Das UN-Flüchtlingshilfswerk schweigt.", "Das UN-Flüchtlingshilfswerk", ["UN"]),
        ("Kurdische Kämpfer schweigen.", "Kurdische Kämpfer", ["Kurdische Kämpfer"]),
        ("Peru und Chile streiten. Beide Staaten schweigen.", "Beide Staaten", ["PER", "CHL"]),
        ("Tausende Migranten warten.", "Tausende Migranten", ["Migranten"]),
        ("Der CSU-Chef schweigt.", "Der CSU-Chef", ["CSU"]),
        ("Ein Sprecher der Regierung in Lima schweigt.", "Ein Sprecher", ["PER"]),
        ("Trump schweigt.", "Trump", ["USA"]),
        ("Der Bäcker schweigt.", "Der Bäcker", []),
        ("Die SPD tagt. Die Union schweigt.", "Die Union", ["Union"]),
        ("Die CDU tagt. Unionspolitiker schweigen.", "Unionspolitiker", ["Union"]),
        ("Der Vize-Chef der CDU-Fraktion schweigt.", "Der Vize-Chef", ["CDU"]),
        ("Die türkische Regierung und ihre Gegner schweigen.", "ihre Gegner", ["TUR-OPP"]),
        ("Die Gegner des Plans schweigen.", "Die Gegner", []),
        ("Kritiker schweigen.", "Kritiker", ["Kritiker"]),
        ("Der Innensenator schweigt.", "Der Innensenator", ["DEU"]),
        ("Die Deutsche Bahn schweigt.", "Die Deutsche Bahn", []),
        ("„Wir schweigen“, sagte der peruanische Präsident.", "Wir", ["PER"]),
        ("Finanzminister Ole Tann (CDU) schweigt.", "Finanzminister Ole Tann", ["DEU"]),
        ("Die Vorsitzende Ada Holm (CDU) schweigt.", "Die Vorsitzende Ada Holm", ["CDU"]),
        ("Die Hilfsorganisation Blauhüte klagt. Die Gruppe schweigt.", "Die Gruppe", ["Blauhüte"]),
        ("Drei Kubaner schweigen.", "Drei Kubaner", ["CUB-CVL"]),
        ("Die Kubaner schweigen.", "Die Kubaner", ["CUB"]),
        ("Der DVB-Präsident schweigt in Peru.", "Der DVB-Präsident", []),
        ("Die BBC schweigt.", "Die BBC", ["GBR-MED"]),
        ("US-Truppen üben in Peru. Müde, sagt die US-Armee, ist die Polizei.", "die Polizei", ["USA"]),
        ("US-Truppen üben in Peru. In Peru, sagt die US-Armee, ist die Polizei müde.", "die Polizei", ["PER"]),
        ("Kurdische Politiker schweigen in Peru.", "Kurdische Politiker", ["Kurden"]),
        ("Die peruanische Anwältin Anna Holm schweigt.", "Die peruanische Anwältin Anna Holm", []),
        ("Kim Jong Un schweigt.", "Kim Jong Un", ["PRK"]),
    ],
)
def test_a_phrase_names_the_sides_that_its_pair_says(text: str, words: str, codes: list[str]) -> None:
    assert sides_of(text, words) == codes


def test_a_person_acts_for_the_state_whose_office_he_holds() -> None:
    text = "Der peruanische Außenminister Juan Peres reiste ab. Peres schwieg."
    assert sides_of(text, "Peres schwieg") == ["PER"]


def test_a_person_without_office_acts_for_the_party_beside_the_name() -> None:
    text = "Ada Holm (CDU) reiste ab. Holm schwieg."
    assert sides_of(text, "Holm schwieg") == ["CDU"]


def test_the_party_of_an_event_is_linked_to_its_entity() -> None:
    findings = lagebild.read("Der peruanische Außenminister Juan Peres besuchte Chile.", language="de")
    event = findings.events[0]
    names = {entity.key: entity.name for entity in findings.entities}
    assert event.actor is not None
    assert event.recipient is not None
    assert names[event.actor.entity or ""] == "Juan Peres"
    assert names[event.recipient.entity or ""] == "Chile"
