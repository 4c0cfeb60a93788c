"""Papers with names such as "Zeit" are found where they are meant, and only there."""

import pytest

import lagebild
from lagebild.model.entity import EntityKind


def media(text: str) -> set[str]:
    return {e.name for e in lagebild.read(text, language="de").entities if e.kind is EntityKind.MEDIUM}


@pytest.mark.parametrize(
    "text",
    [
        "In zehn Jahren wird die Welt eine andere sein.",
        "Damit ist die Zeit der Ehrlichkeit vorbei.",
        "Die Zeit drängt, sagte Holm.",
        "Holm warf einen Blick in den Spiegel.",
        "Das Bild der Lage bleibt unklar.",
        "Mit der Zeit wurde das Eis dünn.",
    ],
)
def test_a_common_noun_is_no_paper(text: str) -> None:
    assert media(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Eis sei dünn, schreibt die Welt.", "Welt"),
        ("Wie der Spiegel berichtet, bricht das Eis.", "Spiegel"),
        ("Laut Bild bricht das Eis.", "Bild"),
        ("Dem Standard zufolge bricht das Eis.", "Standard"),
        ("„Das Eis bricht“, sagte Holm der Zeit.", "Zeit"),
        ("„Das Eis bricht“, sagte Holm im Gespräch mit der Welt.", "Welt"),
        ("Holm sprach mit der Wochenzeitung Zeit.", "Zeit"),
        ("Holm las die „Zeit“.", "Zeit"),
        ("Holm las in der WELT davon.", "Welt"),
        ("Nach Informationen des Spiegel bricht das Eis.", "Spiegel"),
    ],
)
def test_quotation_marks_capitals_and_words_of_the_trade_show_the_paper(text: str, name: str) -> None:
    assert {found.capitalize() for found in media(text)} == {name}
