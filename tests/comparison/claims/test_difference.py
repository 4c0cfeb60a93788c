"""What keeps two tellings apart, and what a telling is of."""

import pytest

from lagebild.comparison.claims.alike import alike
from lagebild.comparison.claims.forms import is_future
from lagebild.comparison.claims.gather import is_told
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.model.claim import Stance, VoiceKind
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN


def told(text: str, words: str, *, name: str = "a", day: str = "2031-03-03") -> Told:
    (found,) = [item for item in told_in(held(name, day, "Seepost", text), GERMAN) if words in item.telling.words]
    return found


def test_that_one_deed_breaks_a_rule_is_not_that_another_does() -> None:
    one = told(
        "Peru hat Raketen nach Chile geliefert. Damit verstößt Peru gegen Resolutionen des UN-Sicherheitsrats.",
        "verstößt",
    )
    other = told("Die Entsendung der Soldaten durch Peru verstoße gegen Resolutionen des UN-Sicherheitsrats, sagte "
                 "Minister Jan Holm.", "Entsendung", name="b")  # fmt: skip
    assert "of other deeds of which they find it" in (alike(one.matter, other.matter).reason or "")


def test_what_goes_to_a_state_is_not_what_that_state_gives() -> None:
    one = told("Peru liefert Raketen nach Russland.", "Raketen")
    other = told("Russland liefert Nordkorea Raketen.", "Raketen", name="b")
    assert "turned about" in (alike(one.matter, other.matter).reason or "")


def test_what_somebody_makes_known_by_a_noun_is_what_was_just_told() -> None:
    text = (
        "Der Geheimdienst bestätigte die Gefangennahme von zwei Soldaten in Kursk. Präsident Jan Holm hatte die "
        "Gefangennahme am Samstag bekannt gegeben."
    )
    found = {item.telling.words: item.matter for item in told_in(held("a", "2031-03-03", "Seepost", text), GERMAN)}
    first, second = sorted(found.values(), key=lambda item: item.number)
    assert second.means == first.number


def test_what_follows_a_subject_is_compared_with_it() -> None:
    text = "Die Truppen seien in Kursk eingetroffen und nähmen dort an Kämpfen teil, sagte Minister Jan Holm."
    assert "SOLDIERS" in told(text, "nähmen").matter.things


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Moskau werde für die Soldaten bezahlen müssen", True),
        ("Die Halle wird im Mai wieder öffnen", True),
        ("Die Halle wird im Mai geöffnet", False),
        ("Die Halle öffnet im Mai", False),
    ],
)
def test_a_future_has_its_verb_and_an_infinitive(words: str, expected: bool) -> None:
    assert is_future(words.split(), GERMAN) is expected


def test_who_says_no_to_what_was_only_asked_denies_it() -> None:
    asked = (Stance.DOUBTS, VoiceKind.OUTLET)
    denied = (Stance.DENIES, VoiceKind.SPEAKER)
    assert is_told([asked, denied])
    assert not is_told([denied, asked])


def test_a_noun_for_signs_is_told_with_what_they_are_signs_of() -> None:
    text = "Der Generalstab sieht Anzeichen dafür, dass Nordkorea weitere Truppen vorbereitet."
    assert "SOLDIERS" in told(text, "Anzeichen").matter.things


def test_what_would_be_and_what_is_to_be_seen_is_left_open() -> None:
    assert told("Bei 10.000 Mann wären das 20 Millionen Dollar im Monat.", "Millionen").telling.stance is Stance.DOUBTS
    assert told("Was die Soldaten dort tun, muss man noch sehen.", "Soldaten").telling.stance is Stance.DOUBTS
