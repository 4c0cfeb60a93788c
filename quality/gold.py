"""Attributions: the program's findings scored by the scorer that comes with the annotated articles."""

import json
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from lagebild import read
from lagebild.model.codec import encode
from quality import own

Wire = dict[str, Any]

SEED_DATE = "2024-12-04"
"""The day on which the report of gold/seed was published; its file does not say."""


OWN = "web-"
"""Parts that begin so are the project's own: "web-studied" and "web-held"."""


def articles(shared: Path, part: str) -> list[Wire]:
    """The annotated articles of one part, in the order of their names; none where the texts of our own are missing."""
    if part.startswith(OWN):
        return own.statements(shared, part.removeprefix(OWN))
    return [json.loads(file.read_text("utf-8")) for file in sorted((shared / "gold" / part).glob("*.json"))]


def found_in(article: Wire) -> Wire:
    """What the program finds in an article, in the wire form; no annotation is shown to it."""
    day = article.get("date") or (SEED_DATE if article["id"] == "seed" else None)
    return encode(read(article["text"], date=day and date.fromisoformat(day), language="de", id=article["id"]))


def scorer(shared: Path) -> ModuleType:
    """The scorer, as a module, so that its rules of matching are used and not copied."""
    spec = spec_from_file_location("gold_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "gold" / "score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(shared: Path, part: str, found: dict[str, Wire] | None = None) -> dict[str, float]:
    """The figures of one part that the project keeps floors for."""
    gold = articles(shared, part)
    if not gold:
        return {}
    found = found if found is not None else {article["id"]: found_in(article) for article in gold}
    score = scorer(shared)
    result = score.score(gold, found)
    figures = {
        "who_said_what_f1": result["who_said_what"]["f1"],
        "who_said_what_p": result["who_said_what"]["p"],
        "who_said_what_r": result["who_said_what"]["r"],
        "attribution_f1": result["attribution"]["f1"],
    }
    figures |= {name: result["of_matched"][name] for name in ("content_dice", "speaker", "cue", "form", "act")}
    if any(said.get("to") for article in gold for said in article["attributions"]):
        figures |= addressees(score, gold, found)
    if any(article.get("events") for article in gold):
        figures |= {
            "events_f1": result["events"]["f1"],
            "events_p": result["events"]["p"],
            "events_r": result["events"]["r"],
            "events_loose_f1": result["events_loose"]["f1"],
            "events_status": status_right(gold, found),
        }
    return figures


def addressees(score: ModuleType, gold: list[Wire], found: dict[str, Wire]) -> dict[str, float]:
    """Precision and recall of `to` over matched attributions; one is right where it shares a code point with the
    annotated one."""
    right = ours = annotated = 0
    for article in gold:
        wire = found[article["id"]]["attributions"]
        for gold_index, our_index, _ in score.pairs(article["text"], article["attributions"], wire):
            theirs, our = article["attributions"][gold_index].get("to"), wire[our_index]["to"]
            annotated += theirs is not None
            ours += our is not None
            right += bool(theirs and our and theirs[0] < our[1] and our[0] < theirs[1])
    return {"to precision": round(right / max(ours, 1), 4), "to recall": round(right / max(annotated, 1), 4)}


def status_right(gold: list[Wire], found: dict[str, Wire]) -> float:
    """The share of events with the right status among those whose type, actor and recipient are right."""
    right = matched = 0
    for article in gold:
        left = list(found[article["id"]]["events"])
        for event in article["events"]:
            same = [one for one in left if all(one[name] == event[name] for name in ("type", "actor", "recipient"))]
            if same:
                best = next((one for one in same if one["status"] == event["status"]), same[0])
                left.remove(best)
                matched += 1
                right += best["status"] == event["status"]
    return round(right / matched, 4) if matched else 0.0
