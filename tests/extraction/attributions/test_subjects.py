"""Who of a clause speaks, where form or order leave it open."""

import pytest

from tests.extraction.attributions.golden import found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Holm kritisierte die Haltung Tanns.", "Holm"),
        ("Ein Gericht in Oslo hat das Netzwerk Twitter aufgefordert, das Konto zu sperren.", "Ein Gericht in Oslo"),
        ("Holm lobte den Rat und forderte Tann auf, das Boot zu bauen.", "Holm"),
        ("Holm sagte, das Eis sei dünn, und erklärte, der Rat irre.", "Holm"),
        ("Um 10:05 Uhr MEZ meldete die Hafenpolizei, das Boot sei leck.", "die Hafenpolizei"),
        ("75 Prozent sagen, das Boot sei leck.", "75 Prozent"),
        ("Das Boot sei leck, zitierte die Zeitung einen nicht genannten Lotsen.", "einen nicht genannten Lotsen"),
        ("Das Boot sei leck, wird Holm von Medien zitiert.", "Holm"),
    ],
)
def test_the_last_source_is_who_speaks(text: str, source: str) -> None:
    last = found(text)[-1]
    assert last.source is not None
    assert last.source.of(text) == source
