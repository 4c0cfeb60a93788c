"""Posts: which office somebody holds, of which state, and of which body he is the head."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.described import BODIES, described
from lagebild.comparison.origins.firms import firm_before, firms_in, is_firm_noun
from lagebild.comparison.origins.houses import house_of
from lagebild.language.load import Language
from lagebild.language.search import folded
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings
from lagebild.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*|[,(]")
BEHIND = 60
"""Code points behind a source in which it may say where he spoke."""


class Post(NamedTuple):
    """What a document says of a person: `name` is the fullest it has, `office` what he is called by it, `code` the
    state, `body` the words for what he is the head of ("Vorstandschef der Nordbank")."""

    name: str
    office: str
    code: str | None
    body: str | None


def posts_of(findings: Findings, language: Language) -> Iterator[Post]:
    """The offices that a document tells, one for each person."""
    from lagebild.analysis.sentences import sentences_of  # only here: who adds reports does not need it

    text = findings.document.text
    sentences = sentences_of(text, findings.furniture, language)
    for entity in findings.entities:
        if entity.kind != EntityKind.PERSON or not entity.office:
            continue
        said = [item for item in findings.attributions if item.entity == entity.key and item.source is not None]
        code = (
            entity.code
            or next(filter(None, (_seat_near(item, text, language) for item in said)), None)
            or _of_ministry(entity.office, findings, language)
            or (_state_told(said, findings, sentences) if house_of(entity.office, language) else None)
        )
        phrases = [item.source.of(text) for item in said if item.source is not None]
        body = (
            next(filter(None, (_headed(phrase, entity, language) for phrase in phrases)), None)
            or _within(entity.office, language)
            or served(entity.office, language)
        )
        yield Post(entity.known or entity.name, entity.office, code, _of_firm(body, entity, findings, language))


def agreed_posts(posts: Iterable[Post]) -> dict[str, Post]:
    """For each name in plain form what most documents say of its holder, and of a surname alone where only one has
    it; the same for every order."""
    by_name: dict[str, list[Post]] = {}
    for post in posts:
        if name := plain(post.name):  # a name of marks alone is nothing to be found by
            by_name.setdefault(name, []).append(post)
    full: dict[str, set[str]] = {}
    for name in by_name:
        if " " in name:
            full.setdefault(name.split()[-1], set()).add(name)
    found: dict[str, Post] = {}
    for name, told in by_name.items():
        surname = name.split()[-1]
        also = by_name.get(surname, []) if name != surname and len(full[surname]) == 1 else []
        found[name] = _agreed([*told, *also])
    alone = {surname: found[name] for surname, names in full.items() if len(names) == 1 for name in names}
    return found | alone


def _agreed(told: Sequence[Post]) -> Post:
    """What most say of one person, who goes by the fullest name."""
    return Post(
        min((post.name for post in told), key=lambda name: (-len(name.split()), name)),
        _most(post.office for post in told) or told[0].office,
        _most(post.code for post in told),
        _most(post.body for post in told),
    )


def _most(told: Iterable[str | None]) -> str | None:
    counts = Counter(word for word in told if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def _seat_near(said: Attribution, text: str, language: Language) -> str | None:
    """The state in whose capital he speaks: "sagte Außenminister Rachimow in Taschkent"."""
    if said.source is None:
        return None
    found = _seat(language).match(text, said.source.end, said.source.end + BEHIND)
    return _capitals(language)[found[1]] if found else None


def _of_ministry(office: str, findings: Findings, language: Language) -> str | None:
    """The state whose ministry speaks in the same document, where there is one: "das Energieministerium in Bischkek"
    tells whose the minister of energy is."""
    house = house_of(office, language)
    if house is None:
        return None
    phrases = [item.source.of(findings.document.text) for item in findings.attributions if item.source is not None]
    ends = tuple(map(folded, word_lists(language, "comparing")["of_ministry"]))
    ministries = [phrase for phrase in phrases if house_of(phrase, language) == house
                  and any(folded(word).endswith(ends) for word in phrase.split())]  # fmt: skip
    codes = {found for phrase in ministries if (found := described(phrase, language).code) is not None}
    return min(codes) if len(codes) == 1 else None


def _state_told(said: Sequence[Attribution], findings: Findings, sentences: Sequence[Span]) -> str | None:
    """The state that is told of before his statements, of these the first that there is."""
    return next(filter(None, (_state_before(item, findings, sentences) for item in said)), None)


def _state_before(said: Attribution, findings: Findings, sentences: Sequence[Span]) -> str | None:
    """The state that acts or speaks right before: "Usbekistan wies den Vorwurf zurück. „…“, sagte Außenminister …"."""
    start = min(span.start for span in (*said.content, *said.cue))
    at = bisect_right([span.start for span in sentences], start) - 1
    if at < 1 or "\n" in findings.document.text[sentences[at - 1].end : sentences[at].start]:
        return None
    states = {item.key: item.code for item in findings.entities if item.kind == EntityKind.STATE and item.code}
    before = [item for item in findings.mentions if item.entity in states and sentences[at - 1].contains(item.span)]
    return states[min(before, key=lambda item: item.span).entity] if before else None


@cache
def _seat(language: Language) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _capitals(language)), key=lambda name: (-len(name), name)))
    return re.compile(rf"[^.!?\n]*?\s{language.rules('comparing')['phrases']['in_place']}\s({names})\b")


@cache
def _capitals(language: Language) -> Mapping[str, str]:
    rows = language.table("states", key=("code",))
    return {name: row["code"] for row in rows for name in row["capitals"].split("|") if name}


def _headed(phrase: str, entity: Entity, language: Language) -> str | None:
    """The words behind an office that say of what: "Vorstandschefin der Nordbank, Ada Kroll"."""
    lists = word_lists(language, "comparing")
    heads = tuple(map(folded, lists["heads"]))
    own = set(entity.name.split())
    told = _WORD.findall(phrase)
    for number, word in enumerate(told[:-1]):
        if word[:1].isupper() and folded(word).endswith(heads) and told[number + 1] in lists["of_whom"]:
            body: list[str] = []
            for following in told[number + 2 :]:
                if following in {",", "("} or following in own or (body and following in lists["behind_noun"]):
                    break
                body.append(following)
            return " ".join(body) or None
    return None


def _within(office: str, language: Language) -> str | None:
    """The body within an office: "Nordbank-Chefin", "Gewerkschaftschefin", "Konzernsprecherin"."""
    lists = word_lists(language, "comparing")
    ends = sorted(lists["heads"] | lists["spokesmen"], key=lambda word: (-len(word), word))
    last = office.split()[-1] if office.strip() else ""
    end = next((end for end in ends if last.lower().endswith(end) and len(end) < len(last)), None)
    if end is None:
        return None
    within = last[: -len(end)]
    if within.endswith("-"):
        return within[:-1]
    if folded(last) in map(folded, lists["of_ministry"]):
        return None  # "Staatssekretärin" is of a ministry, and not of the state
    bodies = (within.removesuffix("s"), within)
    return next((body for body in bodies if described(body, language).kind in BODIES), None)


def served(office: str, language: Language) -> str | None:
    """The body of whoever has an office that tells it ("Oberstaatsanwältin")."""
    ended = folded(office)
    rows = language.rules("comparing").get("serves", [])
    return next((str(row["body"]) for row in rows if ended.endswith(tuple(map(folded, row["ends"])))), None)


def _of_firm(body: str | None, entity: Entity, findings: Findings, language: Language) -> str | None:
    """The firm named last before somebody, where he is only told to be of "the firm"."""
    if body is None or not is_firm_noun(body, language):
        return body
    first = next((item.span.start for item in findings.mentions if item.entity == entity.key), 0)
    return firm_before(first, firms_in(findings.document.text, language)) or body
