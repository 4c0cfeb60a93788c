"""The notation of the golden files of attributions: one found attribution as a line of text."""

from lagebild.model import Attribution


def described(text: str, attribution: Attribution) -> str:
    """Form, act, speaker, cue and content as the golden files write them."""
    cue = " … ".join(span.of(text) for span in attribution.cue) or "-"
    content = " … ".join(span.of(text) for span in attribution.content)
    return f"{attribution.form} {attribution.act} | {attribution.speaker or '-'} | {cue} | {content}"
