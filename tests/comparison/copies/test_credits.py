"""Credits to agencies: every rule and every agency shows by an example what it finds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.copies.credits import Credit, credits_of, is_agency
from lagebild.errors import ResourceError
from lagebild.language.load import Language
from lagebild.model.document import Document
from lagebild.model.span import Span

GERMAN = Language("de")


def credited(text: str, rule: str | None = None) -> list[str]:
    found = credits_of(Document(id="text", text=text), GERMAN)
    return list(dict.fromkeys(credit.agency for credit in found if rule in (None, credit.form)))


def examples() -> Iterator[tuple[str, str, str]]:
    for rule in GERMAN.rules("credits")["rule"]:
        for text, agencies in rule["examples"]:
            yield rule["name"], text, agencies


def none() -> Iterator[str]:
    for rule in GERMAN.rules("credits")["rule"]:
        yield from rule["none"]


@pytest.mark.parametrize(("rule", "text", "agencies"), [*examples()])
def test_each_rule_finds_the_agencies_of_its_examples(rule: str, text: str, agencies: str) -> None:
    assert " ".join(credited(text, rule)) == agencies


@pytest.mark.parametrize("text", [*none()])
def test_who_only_quotes_an_agency_or_shows_its_picture_gives_no_credit(text: str) -> None:
    assert credited(text) == []


@pytest.mark.parametrize(("agency", "example"), [(row["agency"], row["example"]) for row in GERMAN.table("agencies")])
def test_each_agency_is_found_in_its_example(agency: str, example: str) -> None:
    assert agency in credited(example)


def test_a_credit_has_its_place_and_each_agency_comes_once_a_form() -> None:
    text = "KROLLSAND (dpa) – Die Schleuse bleibt zu. (dpa/AFP) Sie öffnet im März. (dpa)"
    found = credits_of(Document(id="text", text=text), GERMAN)
    assert found == (
        Credit("dpa", "dateline", Span(11, 14)),
        Credit("dpa", "bracket", Span(43, 50)),
        Credit("AFP", "bracket", Span(43, 50)),
    )
    assert found[1].span is not None
    assert found[1].span.of(text) == "dpa/AFP"


def test_the_author_and_the_publisher_may_be_an_agency() -> None:
    document = Document(
        id="text", text="Die Schleuse ist zu.", author="Ada Kroll, dpa/lno", publisher="Austria Presse Agentur"
    )
    assert credits_of(document, GERMAN) == (Credit("dpa", "author", None), Credit("APA", "publisher", None))
    assert is_agency("AFP", GERMAN)
    assert is_agency("Deutsche Presse-Agentur", GERMAN)
    assert not is_agency("Deichbote", GERMAN)
    assert not is_agency(None, GERMAN)


def test_an_agency_of_the_users_own_is_found(tmp_path: Path) -> None:
    (tmp_path / "agencies.tsv").write_text("agency\tmarks\nDeichdienst\tddi|Deich-Dienst\n", "utf-8")
    text = "Die Schleuse ist zu. (ddi/dpa)"
    found = credits_of(Document(id="text", text=text), Language("de", tmp_path))
    assert [credit.agency for credit in found] == ["Deichdienst", "dpa"]


def test_a_wrong_pattern_is_named(tmp_path: Path) -> None:
    (tmp_path / "credits.toml").write_text('[[rule]]\nname = "mine"\npattern = "(?P<credit>{marks}"\n', "utf-8")
    with pytest.raises(ResourceError, match=r"credits\.toml, rule 'mine'"):
        credits_of(Document(id="text", text="Eis"), Language("de", tmp_path))


@given(st.text(alphabet=st.sampled_from("adpfAFP().,/ \n–-A1")))
def test_no_text_breaks_the_rules_and_every_credit_has_words(text: str) -> None:
    for credit in credits_of(Document(id="text", text=text), GERMAN):
        assert credit.span is not None
        assert credit.span.of(text).strip(" \n") == credit.span.of(text) != ""
        assert is_agency(credit.agency, GERMAN)
