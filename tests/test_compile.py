"""Modules are written anew for the compiler, and do what they did."""

import ast
from dataclasses import replace
from typing import Any

import pytest

from scripts.compile import SOURCE, compiles, rewritten

FILES = [file for path in sorted(SOURCE.rglob("*.py")) if compiles(file := path.relative_to(SOURCE).as_posix())]
WORDS = '''"""Words of a text."""

from functools import cached_property
from lagebild.model.quick import Replacing, quick

MARKS = frozenset(",.")
FIRST, SECOND = 0, 0x01
WORDLESS: tuple[str, ...] = ()


@quick
class Word(Replacing):
    text: str
    place: int = 0


class Words:
    def __init__(self, text: str) -> None:
        self.text, self.asked = text, 0

    @cached_property
    def found(self) -> tuple[Word, ...]:
        """Cut at blanks."""
        self.asked += 1
        return tuple(Word(word) for word in self.text.split() if word not in MARKS) or WORDLESS
'''


KEEPING = '''"""Tellings."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Telling:
    words: str

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.words.split())
'''


def made(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(text, "words.py", "exec"), names)
    return names


@pytest.mark.parametrize("text", [WORDS, rewritten(WORDS)])
def test_a_module_does_the_same_when_it_is_written_anew(text: str) -> None:
    names = made(text)
    words = names["Words"]("Der Hafen , der")
    assert words.found == tuple(names["Word"](word) for word in ("Der", "Hafen", "der"))
    assert words.found is words.found
    assert words.asked == 1
    assert names["MARKS"] == {",", "."}
    assert (names["FIRST"], names["SECOND"]) == (0, 1)


@pytest.mark.parametrize("text", [WORDS, rewritten(WORDS)])
def test_a_quick_record_is_equal_hashed_shown_and_changed_by_its_fields(text: str) -> None:
    word = made(text)["Word"]
    assert word("Hafen") == word("Hafen", place=0) != word("Hafen", 1)
    assert hash(word("Hafen", 1)) == hash(("Hafen", 1))
    assert repr(word("Hafen", 1)) == "Word(text='Hafen', place=1)"
    assert word("Hafen", 1)._replace(text="Boot") == word("Boot", 1)


@pytest.mark.parametrize("text", [KEEPING, rewritten(KEEPING)])
def test_a_frozen_record_is_equal_and_hashed_by_its_fields_whatever_it_keeps(text: str) -> None:
    telling = made(text)["Telling"]
    one, other = telling("Der Hafen"), telling("Der Hafen")
    assert one.parts is one.parts == ("Der", "Hafen")
    assert one == other != telling("Das Boot")
    assert hash(one) == hash(other)
    assert replace(one, words="Das Boot").parts == ("Das", "Boot")


def test_what_never_changes_is_final_and_nothing_is_left_that_compiled_classes_cannot_hold() -> None:
    text = rewritten(WORDS)
    assert "MARKS: _Final = " in text
    assert "FIRST: _Final = 0; SECOND: _Final = 1\n" in text
    assert "WORDLESS: _Final[tuple[str, ...]] = " in text
    assert "@quick" not in text
    assert "@cached_property" not in text


@pytest.mark.parametrize("file", FILES)
def test_every_compiled_module_stays_a_module_with_its_lines(file: str) -> None:
    text = (SOURCE / file).read_text("utf-8")
    written = rewritten(text)
    tree = ast.parse(written)
    assert ast.get_docstring(tree) == ast.get_docstring(ast.parse(text))
    assert "@cached_property" not in written
    assert "proxy(" not in written
    if "@cached_property" not in text and "@quick" not in text:
        assert len(written.splitlines()) == len(text.splitlines())
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & {"_Final", "_Any", "_field"}
    taken = {name.asname for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert used <= taken


def test_records_that_leave_a_process_are_not_compiled() -> None:
    assert compiles("lagebild/model/analysis.py")
    assert not compiles("lagebild/model/findings.py")
    assert not compiles("lagebild/model/document.py")


def test_what_compares_tellings_is_compiled_with_what_reads() -> None:
    assert compiles("lagebild/comparison/claims/alike.py")
    assert compiles("lagebild/extraction/extract.py")
