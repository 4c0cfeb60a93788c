"""The report for a person."""

from dataclasses import replace

import pytest

from lagebild import read
from lagebild.model.attribution import Form
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.layout import plain, width_of
from lagebild.report.statements import by_speaker
from lagebild.report.terminal import report
from tests.report.situation import situation


def printed(findings: Findings, width: int = 80) -> str:
    return "\n".join(plain(line) for line in report(findings, width=width))


def test_statements_stand_under_their_speaker_with_act_form_and_exact_words(findings: Findings) -> None:
    page = printed(findings)
    assert "Ada Kroll · Hafenwächterin · 2 statements" in page
    assert "  says       quoted    „Wir öffnen nicht.“" in page
    assert "  says       indirect  Rund 40 Boote warteten … der Bootsmann habe" in page


def test_a_statement_inside_another_is_indented_beneath_it(findings: Findings) -> None:
    assert "                       ↳ Bootsmann warns (indirect): dass Eis komme" in printed(findings)


def test_a_pronoun_is_explained_and_a_name_is_not(findings: Findings) -> None:
    page = printed(findings)
    assert "[“sie”: the last woman named · unsure (0.55)]" in page
    assert "full name" not in page


def test_who_is_not_named_in_the_sentence_is_said_to_be_carried_over(findings: Findings) -> None:
    second = replace(findings.attributions[1], source=None, cue=())
    assert "[continued · unsure (0.55)]" in printed(replace(findings, attributions=(second,)))


def test_a_bare_phrase_is_shown_with_its_cue_and_addressee(findings: Findings) -> None:
    text = findings.document.text
    eis, bootsmann = text.index("Eis komme"), text.index("der Bootsmann")
    third = replace(
        findings.attributions[2],
        form=Form.REPORTED,
        within=None,
        content=(Span(eis, eis + 3),),
        to=Span(bootsmann, bootsmann + 13),
    )
    assert "gist      Eis [gewarnt · → der Bootsmann]" in printed(replace(findings, attributions=(third,)))


def test_statements_that_name_nobody_come_last(findings: Findings) -> None:
    first, second, third = findings.attributions
    nobody = replace(first, source=None, speaker=None, entity=None, speaker_reason="the text names nobody")
    page = printed(replace(findings, attributions=(nobody, second, third)))
    assert page.index("Ada Kroll") < page.index("Source not named\n  says       quoted    „Wir öffnen nicht.“\n")


def test_doubt_is_shown(findings: Findings) -> None:
    assert "unsure (0.55)" in printed(findings)


def test_times_figures_furniture_and_notes_follow(findings: Findings) -> None:
    page = printed(findings)
    assert "Monday, 6 January 2031  am Montag" in page
    assert "Rund 40 Boote  about 40  says Ada Kroll" in page
    assert "Left out as page furniture (1): Mehr zum Thema" in page
    assert "! a note" in page


def test_the_headline_is_the_title_or_the_first_line(findings: Findings) -> None:
    assert printed(findings).startswith("Wächter: Schleuse bleibt zu\nDeichbote · Tuesday, 7 January 2031 · German")
    titled = replace(findings, document=replace(findings.document, title="Eis im Hafen"))
    assert printed(titled).startswith("Eis im Hafen\n")


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal(findings: Findings, width: int) -> None:
    for found in (findings, situation()):
        assert all(width_of(plain(line)) <= width for line in report(found, width=width))


def test_deals_forces_threats_breaches_events_and_places_stand_between_statements_and_times() -> None:
    page = printed(situation())
    lines = page[page.index("Statements\n") :].splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings == [
        "Statements", "Ada Kroll · DNK", "Deals", "Deployments", "Threats", "Breaches of rules", "Events", "Places",
        "Times", "Names",
    ]  # fmt: skip


def test_long_lists_are_cut_unless_all_is_asked_for(findings: Findings) -> None:
    first = findings.attributions[0]
    many = tuple(replace(first, key=f"k{number}", within=None) for number in range(20))
    found = replace(findings, attributions=many)
    assert "  … 8 more (--all shows them)" in printed(found)
    assert "more (--all" not in "\n".join(plain(line) for line in report(found, width=80, full=True))


def test_a_text_without_findings_says_so(findings: Findings) -> None:
    assert "Nothing found" in printed(Findings(document=findings.document))


def test_a_half_quoted_statement_keeps_both_quotation_marks(findings: Findings) -> None:
    text = findings.document.text
    start = text.index("sagte am Montag")
    partly = replace(
        findings.attributions[0], form=Form.MIXED, content=(Span(start, text.index("nicht.“") + len("nicht.")),)
    )
    assert "sagte am Montag: „Wir öffnen nicht.“" in printed(replace(findings, attributions=(partly,)))


def test_a_circle_of_statements_does_not_hang(findings: Findings) -> None:
    first, second, third = findings.attributions
    odd = replace(findings, attributions=(first, replace(second, within="a2"), third))
    assert len(by_speaker(odd)) == 1


def test_a_long_paragraph_is_headed_by_its_first_sentence() -> None:
    text = "Die Brücke bleibt zu. " + "Der Fluss stieg in der Nacht weiter an und trat über die Ufer. " * 4
    assert printed(read(text, language="de")).startswith("Die Brücke bleibt zu.\n")
