"""Names that "und" or commas join to a place before them: "in Kiew, Charkiw und Odessa"."""

from lagebild.extraction.places.names import Name
from lagebild.extraction.places.scene import Scene
from lagebild.extraction.places.signs import Sign

# How many words may stand between two names of a series, such as "und in der".
BETWEEN = 3
LINKS = frozenset(("ART", "ADJA", "KON", "APPR", "APPRART"))
# How a link by any conjunction is called here.
CONJUNCTION = "and"


def in_series(scene: Scene, signs: dict[Name, Sign], against: set[Name]) -> None:
    """Adds the names that continue a series begun by a place; a comma alone continues it only to a conjunction."""
    names = scene.names
    for k in range(1, len(names)):
        before, name = names[k - 1], names[k]
        if name in signs or name in against or before not in signs or name.adjective:
            continue
        link = _link(before, name, scene)
        if scene.frame(name).preposition is not None:
            continue
        if link is None or (link == "," and not _goes_on(k, scene)):
            continue
        if signs[before].rule in ("dateline", "adjective") and link != "/":
            continue
        if not name.genitive and not (link == "," and scene.is_subject(name)):
            signs[name] = Sign(
                "series", f"in one series with “{before.span.of(scene.analysis.text)}”", signs[before].kinds
            )


def _link(before: Name, name: Name, scene: Scene) -> str | None:
    """The mark or conjunction that joins two names, None where other words stand between them."""
    tokens = scene.tokens
    if not scene.same_sentence(before.first, name.first):
        return None
    if before.first == name.first:
        return "/"
    words = tokens[before.last : name.first]
    if not words or len(words) > BETWEEN:
        return None
    link = words[0]
    if link.text not in (",", "/") and link.tag != "KON":
        return None
    if all(word.tag in LINKS for word in words[1:]):
        return link.text if link.text in (",", "/") else CONJUNCTION
    return None


def _goes_on(k: int, scene: Scene) -> bool:
    """Whether the series comes to a conjunction behind the name."""
    names = scene.names
    for i in range(k, len(names) - 1):
        link = _link(names[i], names[i + 1], scene)
        if link is None:
            return False
        if link == CONJUNCTION:
            return True
    return False
