"""Engines by name: our own needs nothing; without spaCy any other name is wrong use, with what to install."""

import sys

import pytest

from lagebild.analysis.engine import engine_named
from lagebild.analysis.engines.own import OwnEngine
from lagebild.errors import UsageError
from lagebild.language.load import Language


def test_our_own_engine_is_there_by_name() -> None:
    assert isinstance(engine_named("own"), OwnEngine)


def test_without_spacy_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"lagebild\[spacy\]"):
        engine_named("de_core_news_sm")


def test_our_own_engine_reads_letters_and_accents_apart_as_one() -> None:
    text = "Es wa\u0308re gut."
    tokens, _ = OwnEngine().tagged(text, (), (), Language("de"))
    assert [(token.text, token.tag) for token in tokens[1:2]] == [("wa\u0308re", "VAFIN")]
