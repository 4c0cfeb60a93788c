"""What stands beside a name and says where it lies: "russische Stadt Kursk", "Paris (Texas)", "Birmingham, Alabama"."""

from lagebild.extraction.places.names import Name
from lagebild.extraction.places.scene import Scene
from lagebild.extraction.places.signs import Sign
from lagebild.model.place import PlaceKind

# What may hold a name of places in brackets: "(US-Bundesstaat Ohio)" has a noun, "(Ohio, USA)" a second name.
LONGEST_BRACKET = 4
LARGE = frozenset((PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.WATER))
WIDER = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION))


def owners_beside(name: Name, scene: Scene) -> frozenset[str]:
    """Codes of the states and regions that the words beside the name put it in."""
    frame = scene.frame(name)
    found = {owner for j in frame.adjectives if (owner := scene.words.owner(scene.tokens[j].text))}
    wider = wider_behind(name, scene)
    if wider is not None and not any(candidate.kind in LARGE for candidate in name.candidates):
        around = {c.region or c.code for c in wider.candidates if c.kind in WIDER and c.code}
        # Behind a comma it may be the next of a series as well.
        if scene.tokens[name.last].text != "," or any(c.code in around or c.region in around for c in name.candidates):
            found |= around
    return frozenset(code for code in found if code)


def wider_behind(name: Name, scene: Scene) -> Name | None:
    """The state or region that stands right behind the name: "(Ohio)", ", Ohio", "im US-Bundesstaat Ohio"."""
    tokens = scene.tokens
    j = name.last
    if j >= len(tokens) or not scene.same_sentence(name.first, j):
        return None
    opening = tokens[j].text
    if opening not in ("(", ",") and opening.lower() not in scene.words.lists["inside"]:
        return None
    j += 1
    while j < min(len(tokens), name.last + LONGEST_BRACKET) and j not in scene.at:
        if scene.words.noun(tokens[j]) is None and tokens[j].tag != "ART":
            return None
        j += 1
    wider = scene.at.get(j)
    if wider is None or wider.first != j or not any(c.kind in WIDER for c in wider.candidates):
        return None
    after = scene.after(wider)
    if opening == "(" and (after is None or after.text not in (")", ",")):
        return None
    if opening == "," and after is not None and after.text not in (",", ")", ".", "(", "–"):
        return None
    return wider


def brackets(scene: Scene, signs: dict[Name, Sign]) -> None:
    """Adds the states and regions behind places that are known as such: "bei Paris (Texas)"."""
    for name in scene.names:
        if name not in signs:
            continue
        wider = wider_behind(name, scene)
        if wider is not None and wider not in signs and scene.tokens[name.last].text in ("(", ","):
            if scene.tokens[name.last].text == "," and scene.is_country(name):
                continue
            signs[wider] = Sign("bracket", "it says where the place before it lies", WIDER)
