"""How sections tell what they have: without days, without houses, of figures that vary, of who is a party himself."""

from dataclasses import replace

from lagebild.comparison.claims.gather import claims_of
from lagebild.model.situation import Likeness, Scope, Situation
from lagebild.report.briefing import briefing_of
from lagebild.report.briefing.pages import Run, Section
from lagebild.situation import situation_of
from tests.situation.reports import GERMAN, held, situation


def told(section: Section | None) -> str:
    """All words of a section on one line."""
    assert section is not None
    cells = [cell for table in section.tables for row in table.rows for cell in row]
    runs: list[Run] = [run for entry in section.entries for run in (*entry.runs, *_inner(entry.inner))]
    return " ".join(run.text for run in (*runs, *(run for cell in cells for run in cell)))


def _inner(entries: object) -> list[Run]:
    return [run for entry in entries for run in entry.runs]  # type: ignore[attr-defined]


def section(found: Situation, name: str, *, language: str = "de") -> str:
    content = briefing_of(found, language=language, most=None)
    return told(next(item for item in content.sections if item.id == name))


def undated() -> Situation:
    """Two reports without days, of no known house."""
    texts = (
        "Ada Kroll sagte, im Hafen von Arica lägen 14 chilenische Schiffe.",
        "Im Hafen von Arica liegen 17 chilenische Schiffe, sagte Bo Lind.",
    )
    reports = [held(f"u{number}", text, day=None, publisher=None) for number, text in enumerate(texts)]
    return situation_of(reports, claims_of(reports, GERMAN), scope=Scope("Arica"))


def test_without_days_nobody_is_first_and_nothing_last() -> None:
    content = briefing_of(undated(), most=None)
    page = " ".join(told(item) for item in content.sections)
    assert "zuerst" not in page
    assert "Letzter Stand" not in page
    assert content.notices[0].startswith("Kein Bericht trägt ein Datum.")


def test_no_key_of_the_program_is_on_a_page() -> None:
    found = undated()
    for language in ("de", "en"):
        content = briefing_of(found, language=language, most=None)
        page = " ".join(told(item) for item in content.sections)
        assert not [document.key for document in found.documents if document.key in page]


def test_both_sides_of_a_dispute_have_their_day() -> None:
    page = section(situation(), "contradictions")
    assert "ab 3. März 2031)  – dagegen Regierung in Astana, 4. März 2031: " in page
    assert "3. März 2031)  – gegen" in page
    assert page.endswith("(Usbekistan, 4. März 2031)")


def test_what_was_looked_for_and_not_found_is_told() -> None:
    content = briefing_of(undated())
    assert any("Nichts gefunden wurde für:" in line and "„Gebrochene Regeln“" in line for line in content.method)


def test_a_claim_names_what_is_likely_the_same() -> None:
    found = situation()
    one, other = sorted(found.claims, key=lambda claim: -len(claim.tellings))[:2]
    told_so = section(replace(found, alike=(Likeness(one.key, other.key, 0.8),)), "contradictions")
    assert f"vielleicht dasselbe:  „{other.gloss}“" in told_so
    assert "vielleicht dasselbe" not in section(found, "contradictions")
