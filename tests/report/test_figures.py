"""Quantities in words."""

from dataclasses import replace

import pytest

from lagebild.model.findings import Findings
from lagebild.report.figures import quantity_value
from lagebild.report.labels import labels


@pytest.mark.parametrize(
    ("low", "high", "approximation", "unit", "text"),
    [
        (50_000, 50_000, "about", None, "about 50,000"),
        (3e9, 5e9, None, "EUR", "3–5 billion EUR"),
        (9e8, 1e9, None, "EUR", "900 million–1 billion EUR"),
        (150, None, "more_than", None, "more than 150"),
        (None, 20, "at_most", "km", "up to 20 km"),
        (2.5, 2.5, None, "%", "2.5 %"),
        (1 / 3, 1 / 3, None, "share", "1/3"),
        (0.3333, 0.3333, None, "share", "1/3"),
        (0.5, None, "more_than", "share", "more than 1/2"),
        (None, None, "vague", None, ""),
        (20, 90, "vague", None, "some 20–90"),
        (1_234_567, 1_234_567, None, None, "1,234,567"),
        (0, 0, None, "%", "0 %"),
    ],
)
def test_quantities_read_like_a_newspaper(
    findings: Findings, low: float | None, high: float | None, approximation: str | None, unit: str | None, text: str
) -> None:
    quantity = replace(findings.quantities[0], low=low, high=high, approximation=approximation, unit=unit)
    assert quantity_value(quantity, labels()) == text
