"""Origins of a claim that is told very often are asked of its earliest tellings only."""

from pathlib import Path

import pytest

from lagebild.bulk.claims import origins
from lagebild.bulk.claims.agreed import Agreed, Saying, agree, bodies
from lagebild.bulk.claims.origins import origin_rows, relation_rows, repeat_rows, with_voices
from lagebild.comparison.origins import Publication
from lagebild.language.load import Language
from lagebild.model.claim import Stance, Telling, Voice, VoiceKind
from lagebild.model.span import Span
from tests.bulk.claims.test_agreed import at

LANGUAGE = Language("de")


def told(number: int, name: str, stance: Stance = Stance.ASSERTS) -> Telling:
    """One telling of a day of its own."""
    voice = Voice(VoiceKind.SPEAKER, name, None, None, ("Kurier",))
    day = f"2031-01-{number + 1:02}"
    return Telling(f"d{number}", "attribution", "a1", (Span(0, 4),), "Text", day, voice, stance)


@pytest.fixture
def agreed(tmp_path: Path) -> Agreed:
    """What nobody has said anything of."""
    Saying(at(tmp_path, "tell", 0, 1), LANGUAGE).give()
    agree(at(tmp_path, "agree", 0, 1))
    bodies(at(tmp_path, "bodies", 0, 1))
    return Agreed(at(tmp_path, "join", 0, 1), LANGUAGE)


def test_rows_tell_who_says_it_who_repeats_whom_and_who_denies_it(agreed: Agreed) -> None:
    tellings = [told(0, "Ute Wald"), told(1, "Ute Wald"), told(2, "Jens Holm", Stance.DENIES)]
    published = [Publication(telling.document, telling.day, "Kurier") for telling in tellings]
    claim = with_voices("c0", tellings, published, agreed, LANGUAGE)
    ((key, number, name, _, first, count, documents, reason, interested),) = origin_rows(claim)
    assert (key, number, name, first, count, documents) == ("c0", 1, "Ute Wald", tellings[0].ref, 2, 2)
    assert reason == "Ute Wald says it; 2 reports go back to it"
    assert interested is None
    assert [row[:3] for row in repeat_rows(claim)] == [("c0", 1, telling.ref) for telling in tellings[:2]]
    assert list(relation_rows(claim)) == [
        ("c0", 1, "denies", tellings[2].ref, tellings[0].ref, None, "Jens Holm denies what Ute Wald says")
    ]


def test_of_a_claim_that_is_told_too_often_the_earliest_tellings_are_asked(
    agreed: Agreed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "MOST", 2)
    tellings = [told(number, f"Jan Nummer{number}") for number in range(5)]
    published = [Publication(telling.document, telling.day, "Kurier") for telling in tellings]
    claim = with_voices("c0", tellings, published, agreed, LANGUAGE)
    assert [row[2] for row in origin_rows(claim)] == ["Jan Nummer0", "Jan Nummer1"]
    assert len(claim.tellings) == 5
