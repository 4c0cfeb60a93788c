"""A figure in a few words of ours, for reasons."""

from lagebild.model.claim import Figure

_WORDS = {
    "about": "about ", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
    "at_most": "up to ", "nearly": "nearly ", "vague": "some ",
}  # fmt: skip


def told(figure: Figure) -> str:
    """The number or range with how it is blurred, and its unit: "about 10,000", "8,000–10,000 EUR"."""
    numbers = [_number(bound) for bound in dict.fromkeys((figure.low, figure.high)) if bound is not None]
    unit = f" {figure.unit}" if figure.unit and figure.unit != "share" else ""
    return f"{_WORDS.get(figure.approximation or '', '')}{'–'.join(numbers) or 'no number'}{unit}"


def _number(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")
