"""Bodies for which somebody speaks: whose spokesman he is, who told him, and what "the company" means."""

import re
from collections.abc import Iterator
from functools import cache

from lagebild.comparison.origins.described import described, seat_of
from lagebild.comparison.origins.firms import firm_before, firms_in, is_firm_noun, may_be_firm
from lagebild.comparison.origins.houses import house_of
from lagebild.comparison.voices.report import Report, start_of
from lagebild.language.load import Language
from lagebild.language.search import folded, stem
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution
from lagebild.model.entity import Entity, EntityKind

_END = re.compile(r"[.!?](?=\s|$)|\n")


def spoken_for(said: Attribution, entity: Entity, report: Report) -> str | None:
    """Whose spokesman somebody is: the body behind the office, or within it ("Kremlsprecher"), else the last body that
    spoke before; None for everybody else."""
    if entity.kind != EntityKind.PERSON:
        return None
    words = (report.source(said) or "").removesuffix(entity.name).rstrip(" ,")
    return spokesman_of(said, words, report, entity.office)


def spokesman_of(said: Attribution, words: str, report: Report, office: str | None = None) -> str | None:
    """The body for which the words let somebody speak who is called a spokesman by `office`, else by them."""
    language = report.language
    ends = word_lists(language, "comparing")["spokesmen"]
    nouns = [word for word in words.split() if word[:1].isupper()]
    office = office or (nouns[0] if nouns else "")
    end = next((end for end in sorted(ends, key=len, reverse=True) if office.lower().endswith(end)), None)
    if end is None:
        return None
    told = described(words, language).speaks_for
    if told is not None:
        return body_meant(start_of(said), told, report)
    within = office[: -len(end)].rstrip("-")
    if within:
        body = body_meant(start_of(said), within, report)
        return body if body != within or house_of(within, language) or seat_of(within, language) else None
    return next(_bodies_before(start_of(said), report), None) or _named_before(start_of(said), report)


def body_meant(place: int, words: str, report: Report) -> str:
    """The body named before where the words at a place only come back to it ("der Konzern", "die Landesbehörde"), else
    the words: the last that has spoken, else the only one of the sentence before."""
    nouns = [word for word in words.split() if word[:1].isupper()]
    if len(nouns) != 1 or not _comes_back(folded(nouns[0]), report.language):
        return words
    firm = is_firm_noun(nouns[0], report.language)
    kind = _only_of_kind(folded(nouns[0]), report.language)
    spoken = (
        body
        for body in _bodies_before(place, report)
        if not _comes_back(folded(body), report.language)
        and (not firm or may_be_firm(body, report.language))
        and (kind is None or _is_of_kind(body, kind, report.language))
    )
    named = firm_before(place, firms_in(report.text, report.language)) if firm else None
    return next(spoken, None) or named or (_named_before(place, report) if kind is None else None) or words


def _named_before(place: int, report: Report) -> str | None:
    """The only body that the sentence before names."""
    at = report.number(place)
    if at < 1:
        return None
    there = [item for item in report.findings.mentions if report.sentences[at - 1].contains(item.span)]
    named = {item.entity: report.entities[item.entity] for item in there if item.entity in report.entities}
    bodies = [item for item in named.values() if item.kind == EntityKind.ORGANISATION and item.code is None]
    return (bodies[0].known or bodies[0].name) if len(bodies) == 1 else None


def briefed_by(said: Attribution, report: Report) -> str | None:
    """Whose words somebody repeats who was told them behind closed doors, or says whom he has them from: "nach einer
    Unterrichtung durch den Dienst NIS"; told anywhere in the document, where he has a name."""
    attributions = report.findings.attributions
    same = [item for item in attributions if said.speaker and item.speaker == said.speaker]
    for item in (said, *sorted(same, key=start_of)):
        found = _briefing(report.language).search(_behind(item, report))
        if found is not None:
            return _name_behind(found["body"], report.language)
    return None


def seated(source: str | None, entity: Entity | None, language: Language) -> str | None:
    """What to call a part of a government that the words name by its house: "Pentagon" is more than "USA"."""
    if source is None or entity is None or entity.kind != EntityKind.STATE:
        return None
    return " ".join(source.split()[1:]) or source if seat_of(source, language) else None


def _bodies_before(place: int, report: Report) -> Iterator[str]:
    """The bodies that have spoken before a place by themselves, the last first."""
    return (body for item in report.before(place) if (body := _as_body(item, report)) is not None)


def _as_body(said: Attribution, report: Report) -> str | None:
    """The body that speaks by itself in a statement."""
    source, entity = report.source(said), report.entity(said)
    house = seated(source, entity, report.language)
    if house is not None or (entity is not None and entity.kind != EntityKind.ORGANISATION):
        return house
    found = source is not None and described(source, report.language).is_body
    return said.speaker if found or entity is not None else None


def _behind(said: Attribution, report: Report) -> str:
    """The words of the sentence behind the source."""
    if said.source is None:
        return ""
    end = _END.search(report.text, said.source.end)
    return report.text[said.source.end : end.start() if end else len(report.text)]


def _comes_back(noun: str, language: Language) -> bool:
    """Whether a noun for a body is none of its names: "Konzern", "US-Konzern", "Landesbehörde"."""
    lists = word_lists(language, "comparing")
    ends = tuple(folded(end) + case for end in lists["of_body_before_ends"] for case in ("", "s", "es", "n"))
    last = noun.rpartition("-")[2]
    return any(last in (folded(word), folded(word) + "s", folded(word) + "es") for word in lists["of_body_before"]) or (
        last.endswith(ends)
    )


def _only_of_kind(noun: str, language: Language) -> str | None:
    """The noun where it means a body of no other kind: "das Ministerium" is no council that has spoken before."""
    kinds = map(folded, word_lists(language, "comparing")["of_one_kind"])
    return next((kind for kind in sorted(kinds) if noun in (kind, f"{kind}s", f"{kind}es")), None)


def _is_of_kind(body: str, kind: str, language: Language) -> bool:
    noun = described(body, language).noun or ""
    return noun.endswith(stem(kind, language.code)) or house_of(body, language) is not None


def name_of_body(words: str, language: Language) -> str:
    """The name where it stands behind a noun for the body, with that noun but for a firm's: "Gewerkschaft Schiene und
    Zug (GSZ)", "schwedischer Hersteller Norrvik" is "Norrvik"."""
    told = words.partition(" (")[0].split()
    first = next((at for at, word in enumerate(told) if word[:1].isupper()), 0)
    firm = is_firm_noun(told[first], language) and first + 1 < len(told)
    return " ".join(told[first + firm :])


def _name_behind(body: str, language: Language) -> str:
    """The name where a noun for the body stands before it: "Geheimdienst NIS" is the NIS."""
    first, _, name = body.partition(" ")
    return name if name[:1].isupper() and described(first, language).is_body else body


@cache
def _briefing(language: Language) -> re.Pattern[str]:
    return re.compile(language.rules("comparing")["phrases"]["briefing"])
