"""The tables of cues are well formed, broad, and each row shows by an example what it means."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.errors import ResourceError
from lagebild.language.cues import Cues, cues
from lagebild.language.load import Language
from lagebild.language.notation import parse_example
from lagebild.model.attribution import Act

GERMAN = Language("de")


@pytest.fixture(scope="module")
def german() -> Cues:
    return cues(GERMAN)


def examples(german: Cues) -> list[tuple[str, str]]:
    """The name and the example of every row that reports."""
    verbs = [
        (f"{v.lemma} {'sich ' if v.reflexive else ''}{v.fixed} {v.act}", v.example)
        for rows in german.verbs.values()
        for v in rows
        if v.act is not None
    ]
    return verbs + [(n.lemma, n.example) for n in german.nouns.values()] + [(f.form, f.example) for f in german.frames]


def test_the_tables_are_broad(german: Cues) -> None:
    assert sum(map(len, german.verbs.values())) >= 800
    assert len(german.nouns) >= 250
    assert len(german.frames) >= 60
    assert {verb.act for rows in german.verbs.values() for verb in rows} == {*Act, None}


def test_no_row_is_written_twice() -> None:
    for table, key in (
        ("cue_verbs", ("lemma", "sich", "with", "act")),
        ("cue_nouns", ("lemma",)),
        ("cue_frames", ("form", "position")),
    ):
        counted = Counter(tuple(row[k] for k in key) for row in GERMAN.table(table))
        assert [row for row, times in counted.items() if times > 1] == []


def test_a_verb_has_one_way_to_report_each_kind_of_content(german: Cues) -> None:
    for lemma, rows in german.verbs.items():
        for reflexive in ("", "yes"):
            kinds = Counter(k for v in rows if v.act and not v.fixed and v.reflexive == reflexive for k in v.takes)
            assert [kind for kind, times in kinds.items() if times > 1] == [], lemma


def test_lemmas_are_infinitives_and_nouns_are_capitalised(german: Cues) -> None:
    assert [lemma for lemma in german.verbs if not lemma.endswith("n") or lemma != lemma.lower()] == []
    assert [lemma for lemma in german.nouns if not lemma[0].isupper()] == []


def test_every_row_has_an_example_that_parses(german: Cues) -> None:
    problems = []
    for name, example in examples(german):
        try:
            parse_example(example)
        except ResourceError as problem:
            problems.append(f"{name}: {problem}")
    assert problems == []


def test_examples_leave_edge_punctuation_out_of_the_content(german: Cues) -> None:
    for _, example in examples(german):
        marked = parse_example(example)
        for span in marked.content:
            words = span.of(marked.text)
            inner = words.strip(" ,:;–.") if "„" in words else words.strip(" ,:;–„“.")
            assert words == inner or words.endswith("…"), example


def test_no_example_is_used_twice(german: Cues) -> None:
    counted = Counter(example for _, example in examples(german))
    assert [example for example, times in counted.items() if times > 1] == []


def test_examples_show_the_fixed_words(german: Cues) -> None:
    for rows in german.verbs.values():
        for verb in rows:
            if verb.fixed:
                text = verb.example.lower()
                assert any(all(word.lstrip("=")[:4].lower() in text for word in choice) for choice in verb.fixed), verb


def test_a_verb_that_does_not_report_shows_it_without_marks(german: Cues) -> None:
    examples = [v.example for rows in german.verbs.values() for v in rows if v.act is None]
    assert examples
    assert all(example and not set(example) & set("[]<>{}") for example in examples)


def test_the_cues_are_read_once() -> None:
    assert cues(GERMAN) is cues(GERMAN)


def test_a_users_row_wins_over_ours(tmp_path: Path) -> None:
    header = "lemma\tsich\twith\tact\ttakes\tto\tsource\texample"
    (tmp_path / "cue_verbs.tsv").write_text(f"{header}\nsagen\t\t\tsay\tquote\t\t\t[Er] <sagt>: „{{Ja}}“\n", "utf-8")
    read = cues(Language("de", tmp_path))
    assert read.verbs["sagen"][-1].takes == {"quote"}
    assert "melden" in read.verbs


@pytest.mark.parametrize(
    "row",
    [
        "sagen\t\t\tbabble\tquote\t\t\t",
        "sagen\t\t\tsay\tsong\t\t\t",
        "sagen\t\t\tsay\t\t\t\t",
        "sagen\tmaybe\t\tsay\tquote\t\t\t",
        "sagen\t\t\tsay\tquote\tp:unter\t\t",
        "sagen\t\t\tsay\tquote\t\tsky\t",
    ],
)
def test_a_malformed_row_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "cue_verbs.tsv").write_text(f"lemma\tsich\twith\tact\ttakes\tto\tsource\texample\n{row}\n", "utf-8")
    with pytest.raises(ResourceError, match="sagen"):
        cues(Language("de", tmp_path))


def test_an_example_gives_its_spans() -> None:
    example = parse_example("[Die Wache] <warf> (dem Boten) <vor>, {er trödle}.")
    assert example.text == "Die Wache warf dem Boten vor, er trödle."
    assert example.source is not None
    assert example.source.of(example.text) == "Die Wache"
    assert [span.of(example.text) for span in example.cue] == ["warf", "vor"]
    assert [span.of(example.text) for span in example.content] == ["er trödle"]
    assert example.to is not None
    assert example.to.of(example.text) == "dem Boten"


@pytest.mark.parametrize("marked", ["<a> {b", "<a> b}", "<a>", "{b}", "<> {b}", "[x] [y] <a> {b}", "<a {b> }"])
def test_a_wrongly_marked_example_is_refused(marked: str) -> None:
    with pytest.raises(ResourceError):
        parse_example(marked)


def refused_or(check: Callable[[str], None], marked: str) -> None:
    try:
        check(marked)
    except ResourceError:
        return


@given(st.text(alphabet="ab [](){}<>⟨⟩"))
def test_any_text_is_parsed_or_refused(marked: str) -> None:
    def check(marked: str) -> None:
        example = parse_example(marked)
        assert all(0 <= s.start < s.end <= len(example.text) for s in (*example.cue, *example.content))

    refused_or(check, marked)
