"""How the speaker of a statement was found, in words for a reader who wonders."""

import re
from typing import Any

from lagebild.model.attribution import Attribution, Form

Labels = dict[str, Any]

_QUOTED_BEFORE = re.compile(r"“[^”]*”:? ?")
"""A reason begins with the word that it explains; the page shows the whole source instead."""


def resolution(said: Attribution, text: str, labels: Labels) -> str | None:
    """What the sentence itself does not tell about its speaker; None where it names them or nobody is known."""
    if said.speaker is None:
        return None
    if said.source is None:
        nearby = said.form is Form.DIRECT and not said.cue
        return str(labels["words"]["named_nearby" if nearby else "continued"])
    source = said.source.of(text)
    if _named_in(said.speaker, source):
        return None
    reason = _QUOTED_BEFORE.sub("", said.speaker_reason, count=1).strip()
    reason = labels["reasons"].get(reason, reason)
    return f"“{source}”: {reason}" if reason else f"“{source}”"


def _named_in(speaker: str, source: str) -> bool:
    """Whether the source holds the name or its last word, the surname."""
    return speaker in source or re.search(rf"\b{re.escape(speaker.split()[-1])}s?\b", source) is not None
