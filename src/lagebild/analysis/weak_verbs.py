"""Forms of weak verbs, made of the infinitive by endings: the verbs that the word table lacks."""

from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.analysis.possibility import Possibilities, Possibility, merged
from lagebild.analysis.word_table import verb_readings


def weak_forms(rules: Mapping[str, Any]) -> dict[str, Possibilities]:
    """Every form of the verbs in words.toml's `weak_verbs`, by the endings of its `weak_form`."""
    prefix: str = rules["particles"]["participle"]
    rows: Sequence[Mapping[str, str]] = rules["weak_form"]
    found: dict[str, list[Possibility]] = {}
    infinitives: tuple[str, ...] = tuple(rules["weak_verbs"]["infinitive_endings"].split())
    linked: tuple[str, ...] = tuple(rules["weak_verbs"]["linked_stems"].split())
    for kind, before in (("with_ge", prefix), ("without_ge", "")):
        for infinitive in rules["weak_verbs"][kind].split():
            ending = next(ending for ending in infinitives if infinitive.endswith(ending))
            stem = infinitive[: -len(ending)]
            column = "linked" if stem.endswith(linked) else "ending"
            endings = [(stem + row[column], row) for row in rows]
            for form, possibility in _forms(infinitive, before, endings):
                found.setdefault(form, []).append(possibility)
    return {form: merged(tuple(possibilities)) for form, possibilities in found.items()}


def _forms(
    infinitive: str, prefix: str, rows: Sequence[tuple[str, Mapping[str, str]]]
) -> list[tuple[str, Possibility]]:
    """The forms of one verb with what they may be; `rows` are finite forms and participles without their prefix."""
    plural = verb_readings("ind.pres.13.p|kon1.pres.13.p")
    forms = [
        (infinitive, Possibility("VVINF", infinitive)),
        (infinitive, Possibility("VVFIN", infinitive, 0, plural)),
    ]
    for form, row in rows:
        if row["tag"] == "VVPP":
            forms.append((prefix + form, Possibility("VVPP", infinitive)))
        else:
            forms.append((form, Possibility(row["tag"], infinitive, 0, verb_readings(row["verbs"]))))
    return forms
