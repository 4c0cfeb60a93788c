"""Who spoke: of the attributions that are found, the share with the right speaker, by how the text names them."""

from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

from lagebild import read
from lagebild.model.analysis import Analysis
from lagebild.model.codec import encode
from quality.gold import Wire, articles, scorer

SAMPLE = 150
"""Articles of wikinews-train: enough for some 1,000 speakers, read in a few seconds."""
NAMES = ("NE", "FM")
PRONOUNS = ("PPER", "PDS", "PIS", "PRELS", "PPOSAT", "PWS")


def sample(shared: Path, part: str, size: int) -> list[Wire]:
    """Articles spread evenly over the part, the same ones every time."""
    every = articles(shared, part)
    step = max(1, len(every) // size)
    return every[::step][:size]


def measure(shared: Path) -> dict[str, float]:
    """The share of right speakers by part and kind of source: name, noun, pronoun, none."""
    figures: dict[str, float] = {}
    for part, chosen in (("dev", articles(shared, "dev")), ("wikinews", sample(shared, "wikinews-train", SAMPLE))):
        right, total = Counter[str](), Counter[str]()
        score = scorer(shared)
        for article in chosen:
            for kind, correct in judged(score, article):
                total[kind] += 1
                right[kind] += correct
        for kind in sorted(total):
            figures[f"{part} {kind}"] = right[kind] / total[kind]
        figures[f"{part} all"] = right.total() / total.total()
    return figures


def judged(score: ModuleType, article: Wire) -> list[tuple[str, bool]]:
    """For every annotated attribution that is found: how its source is given, and whether its speaker is right.

    The Wikinews articles name the speaker by the nearest mention ("er"), the program by the fullest name. So beside the
    scorer's own rule a speaker is right where the program takes that mention for the same person.
    """
    text, day = article["text"], article.get("date")
    findings = read(text, date=day, language="de", id=article["id"])
    assert findings.analysis is not None
    wire = encode(findings)
    ours, places = wire["attributions"], _places(wire)
    result = []
    for gold_index, our_index, _ in score.pairs(text, article["attributions"], ours):
        theirs, our = article["attributions"][gold_index], ours[our_index]
        mention = theirs.get("speaker_span")
        ours_here = [*places.get(our["speaker"], ()), *([our["source"]] if our["source"] else ())]
        meets = mention and score.cells(text, [mention]) & score.cells(text, ours_here)
        right = bool(score.same_name(theirs["speaker"], our["speaker"]) or meets)
        result.append((source_kind(findings.analysis, theirs["source"]), right))
    return result


def _places(wire: Wire) -> dict[str, list[list[int]]]:
    """Where the program sees each speaker: the sources that it resolves to the name, and the mentions of the entity."""
    places: dict[str, list[list[int]]] = defaultdict(list)
    for item in wire["attributions"]:
        if item["speaker"] and item["source"]:
            places[item["speaker"]].append(item["source"])
    for entity in wire["entities"]:
        places[entity["name"]].extend(mention["span"] for mention in entity["mentions"])
    return places


def source_kind(analysis: Analysis, source: list[int] | None) -> str:
    """How the annotated source names somebody: by a name, a pronoun, a common noun alone, or not at all."""
    if source is None:
        return "none"
    tags = [token.tag for token in analysis.tokens if token.start < source[1] and source[0] < token.end]
    if any(tag in NAMES for tag in tags):
        return "name"
    if tags and all(tag in PRONOUNS for tag in tags):
        return "pronoun"
    return "noun"
