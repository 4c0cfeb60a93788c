"""What tests of events compare: the type with the codes of both sides."""

import lagebild
from lagebild.model.event import code_of


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    """Type, actor and recipient of each event that is found in the German text."""
    events = lagebild.read(text, language="de").events
    return {(event.type.value, code_of(event.actor), code_of(event.recipient)) for event in events}
