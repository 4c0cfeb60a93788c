"""Selectors: a stretch of a document's text, as Web Annotations point at it."""

from collections.abc import Sequence

from lagebild.export.graph_file import Object, iri
from lagebild.export.options import Options
from lagebild.model.holding import Holding

AROUND = 32
"""Characters before and after the quoted words, by which they can be found again in a page that has changed."""


def stretch(holding: Holding, options: Options, span: Sequence[int]) -> Object:
    """A stretch of the document's text, by position in code points and by its words."""
    text, (start, end) = holding.findings.document.text, span
    return {
        "type": "oa:SpecificResource",
        "source": iri("document", holding.key),
        "selector": [
            {
                "type": "oa:TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start] if options.text else None,
                "suffix": text[end : end + AROUND] if options.text else None,
            },
            {"type": "oa:TextPositionSelector", "start": start, "end": end},
        ],
    }
