"""The form: how much of the content is quoted, and whether it is a clause or a phrase."""

import pytest

from lagebild.model import Form
from tests.extraction.attributions.golden import found, gap


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("„Wir gehen“, sagte Holm.", Form.DIRECT),
        ("»Wir gehen«, sagte Holm.", Form.DIRECT),
        ('"Wir gehen", sagte Holm.', Form.DIRECT),
        ("„Das Eis“, sagte Holm, „trägt nicht.“", Form.DIRECT),
        ("Holm sagte, man gehe „sofort und für immer“.", Form.MIXED),
        ("Holm sprach von einem „schweren Fehler“.", Form.MIXED),
        ("Holm sagte, man gehe sofort.", Form.INDIRECT),
        ("Holm sagte, dass man gehe.", Form.INDIRECT),
        ("Holm fragte, ob man gehe.", Form.INDIRECT),
        ("Holm forderte die Gäste auf, zu gehen.", Form.INDIRECT),
        ("Laut Holm gehen alle.", Form.INDIRECT),
        ("Holm lobte die Helfer.", Form.REPORTED),
        gap("Holm sagte, die „Hafenpost“ irre.", Form.INDIRECT, why="a medium's name in marks counts as quoted words"),
    ],
)
def test_the_form_follows_from_the_quotation_marks_and_the_kind_of_content(text: str, form: Form) -> None:
    assert [said.form for said in found(text)] == [form]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("„Die Leute glauben, dass es taut“, sagte Holm.", [Form.DIRECT, Form.INDIRECT]),
        ("„Die Stadt fordert mehr Geld“, sagte Holm.", [Form.DIRECT, Form.REPORTED]),
    ],
)
def test_the_quotation_around_a_cue_does_not_quote_what_the_cue_ascribes(text: str, forms: list[Form]) -> None:
    assert [said.form for said in found(text)] == forms
