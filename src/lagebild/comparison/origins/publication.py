"""Publication: a document as something that came out, with what it owes to others."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lagebild.comparison.copies.citations import citations_of
from lagebild.comparison.copies.credits import credits_of, is_agency
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.described import described
from lagebild.comparison.origins.outlets import outlet_key
from lagebild.comparison.origins.posts import Post, agreed_posts, posts_of
from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")


class Called(NamedTuple):
    """A document says that the body which others describe by a noun and a state is called so: "der südkoreanische
    Geheimdienst NIS". `noun` is a stem, `code` a state, None where the document names none."""

    noun: str
    code: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Publication:
    """`outlet` is who brought the document out, on `day` (YYYY-MM-DD); `group` the key of its group of copies, None
    where it is nobody's copy; `agencies` those that it credits; `by_agency` that one of them brought it out itself;
    `media` whom it has something from, by their usual names; `called` the names that it gives to bodies, `posts` the
    offices of people."""

    document: str
    day: str | None = None
    outlet: str | None = None
    group: str | None = None
    agencies: tuple[str, ...] = ()
    by_agency: bool = False
    media: tuple[str, ...] = ()
    called: tuple[Called, ...] = ()
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Publications:
    """All documents of a base as publications. `outlets` are the keys of all who brought one out, `names` those of
    bodies by noun and state, where all documents agree, `codes` the states by these names in plain form; `posts` what
    most documents say of a person, by his name in plain form."""

    by_document: Mapping[str, Publication] = field(default_factory=dict)
    outlets: frozenset[str] = frozenset()
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)

    def of(self, document: str) -> Publication:
        """That of a document; one of which nothing is known where it is not there."""
        return self.by_document.get(document) or Publication(document)


def publication_of(holding: Holding, language: Language) -> Publication:
    """What is known of a document of a base as a publication."""
    document = holding.findings.document
    agencies = dict.fromkeys(credit.agency for credit in credits_of(document, language))
    return Publication(
        document=holding.key,
        day=document.date.isoformat() if document.date else None,
        outlet=document.publisher,
        group=holding.origin,
        agencies=tuple(agencies),
        by_agency=is_agency(document.publisher, language),
        media=tuple(citation.medium for citation in citations_of(holding.findings, language)),
        called=tuple(dict.fromkeys(_called(holding.findings, language))),
        posts=tuple(dict.fromkeys(posts_of(holding.findings, language))),
    )


def publications_of(holdings: Iterable[Holding], language: Language) -> Publications:
    """The documents of a base as publications."""
    return gathered((publication_of(holding, language) for holding in holdings), language)


def gathered(publications: Iterable[Publication], language: Language) -> Publications:
    """Publications together, with what only all of them tell."""
    by_document = {publication.document: publication for publication in publications}
    names = agreed_names(called for publication in by_document.values() for called in publication.called)
    return Publications(
        by_document,
        frozenset(outlet_key(item.outlet, language) for item in by_document.values() if item.outlet),
        names,
        codes_by_name(names),
        agreed_posts(post for publication in by_document.values() for post in publication.posts),
    )


def agreed_names(called: Iterable[Called]) -> dict[tuple[str, str], str]:
    """The names of bodies, by noun and state, of which all say the same."""
    names: dict[tuple[str, str], set[str]] = {}
    for noun, code, name in called:
        if code is not None:
            names.setdefault((noun, code), set()).add(name)
    return {body: min(given) for body, given in names.items() if len(given) == 1}


def codes_by_name(names: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """The states of these bodies by their names in plain form."""
    return {plain(name): code for (_, code), name in sorted(names.items(), reverse=True)}


def _called(findings: Findings, language: Language) -> Iterator[Called]:
    """The bodies that the document both names and describes as a source."""
    text = findings.document.text
    phrases = [said.source.of(text) for said in findings.attributions if said.source]
    codes = {found.noun: found.code for phrase in phrases if (found := described(phrase, language)).code}
    for said in findings.attributions:
        if said.source is None or not said.speaker:
            continue
        phrase = said.source.of(text)
        before = phrase.removesuffix(said.speaker)
        if before != phrase and len(_WORD.findall(before)) > 1:
            body = described(before, language)
            if body.is_body and body.noun:
                yield Called(body.noun, body.code or codes.get(body.noun), said.speaker)
