"""Whatever was found in whatever documents, every page can be written, and its quotations stand in the documents."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.model.holding import Holding
from lagebild.model.situation import Scope
from lagebild.report.briefing import briefing_of, html_page, markdown_page, text_page
from lagebild.report.briefing.pages import Entry
from lagebild.report.layout import plain, width_of
from lagebild.situation import situation_of, situation_on_wire
from tests.export.holdings import any_holding


def _quotes(entry: Entry) -> list[str]:
    return [run.text[1:-1] for run in entry.runs if run.kind == "quote"] + [
        words for inner in entry.inner for words in _quotes(inner)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(any_holding(), max_size=3, unique_by=lambda item: item.key),
    st.text(max_size=12),
    st.sampled_from(["de", "en"]),
)
def test_every_page_can_be_written(found: list[Holding], words: str, language: str) -> None:
    situation = situation_of(found, scope=Scope(words))
    content = briefing_of(situation, language=language, most=None, drawn=True)
    assert all(width_of(plain(line)) <= 80 for line in text_page(content, width=80, full=True))
    assert markdown_page(content).startswith("# ")
    assert "</html>" in html_page(content)
    json.dumps(situation_on_wire(situation))


@settings(max_examples=60, deadline=None)
@given(st.lists(any_holding(), max_size=2, unique_by=lambda item: item.key))
def test_every_quotation_stands_in_a_document(found: list[Holding]) -> None:
    texts = [" ".join(item.findings.document.text.split()) for item in found]
    content = briefing_of(situation_of(found), most=None)
    for section in content.sections:
        for entry in section.entries:
            for words in _quotes(entry):
                for piece in words.split(" … "):
                    assert any(" ".join(piece.split()) in text for text in texts), words
