"""Speakers: as whom somebody speaks in one matter: a minister, his ministry and its spokesman are one source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.answering import Key
from lagebild.comparison.origins.described import (
    BODIES,
    described,
    is_office,
    is_some_holder,
    is_whole,
    seat_of,
    whole_named,
)
from lagebild.comparison.origins.firms import is_firm_noun
from lagebild.comparison.origins.houses import house_of, is_ministry, is_some_ministry
from lagebild.comparison.origins.names import identities_of, key_of, whole_names
from lagebild.comparison.origins.posts import Post, served
from lagebild.comparison.origins.publication import Publication, Publications
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.claim import Telling, VoiceKind

FIRM = "firm"
"""The key of the firm that a matter is of, where no report names it."""
OF_STATES = frozenset({"president", "government"})
"""Houses that say nothing without their state."""


class Speakers:
    """Who is who among those who speak of one matter: all its tellings tell, whatever side they are on."""

    def __init__(self, everybody: Sequence[Telling], publications: Publications, language: Language) -> None:
        self._everybody = everybody
        self._language = language
        self._all = publications
        self.identities = identities_of(everybody)
        posts = [post for telling in everybody if (post := self._post(telling)) is not None]
        self._whole = whole_names(everybody, language, also=(post.body for post in posts if post.body))
        self._firm = self._only_firm(posts)
        self._codes: dict[tuple[str, str | None], str | None] = {}

    def name(self, telling: Telling) -> str:
        """What to call who speaks: by the longer form of his name, where the matter has one."""
        return self._whole.get(plain(telling.voice.name or "")) or telling.voice.name or telling.words

    def code(self, telling: Telling) -> str | None:
        """The state or body of a voice, also where only another report tells whose it is."""
        post = self._post(telling)
        return (
            telling.voice.code or self._all.codes.get(plain(telling.voice.name or "")) or (post.code if post else None)
        )

    def state(self, telling: Telling) -> Key | None:
        """A state or body that speaks as a whole, by whatever name."""
        code = self.code(telling)
        if code and is_whole(telling.voice.name, code, self._language):
            return ("state", code)
        body = telling.voice.body or described(telling.voice.name or "", self._language).speaks_for
        of = whole_named(body, self._language) if body and plain(body) not in self._whole else None
        return ("state", of) if of else None

    def holder(self, telling: Telling, house: Key | None) -> Key | None:
        """Who holds the office by which somebody without a name speaks: "der Außenminister"."""
        if house is None or not is_office(telling.voice.name, self._language):
            return None
        named = [other for other in self._everybody if self._post(other) and other.voice.body is None]
        keys = {self.identities.get(plain(other.voice.name or "")) for other in named if self.house(other) == house}
        return ("speaker", min(filter(None, keys))) if len(keys) == 1 and None not in keys else None

    def is_spokesman(self, telling: Telling) -> bool:
        """Whether somebody is known to speak for a body only, as its spokesman does."""
        post = self._post(telling)
        ends = tuple(word_lists(self._language, "comparing")["spokesmen"])
        return post is not None and post.body is not None and post.office.lower().endswith(ends)

    def house(self, telling: Telling) -> Key | None:
        """The ministry, the presidency or the body that somebody speaks for, heads or is."""
        voice = telling.voice
        post = self._post(telling)
        words = self._words(telling)
        house = house_of(words, self._language)
        if house is None and is_some_ministry(words, self._language):
            return self._only_ministry
        if house is None:
            body = post.body if post and voice.body is None else None
            return self._body_key(body, telling) if body else None
        code = self.code(telling) or described(words, self._language).code or (post.code if post else None)
        if code is None and post is None:
            code = self._only_code("house", house)
        return ("house", f"{code} {house}") if code or house not in OF_STATES else None

    @cached_property
    def _only_ministry(self) -> Key | None:
        """The one ministry for which somebody speaks in the matter, where there is one: "das Ministerium"."""
        known: set[Key] = set()
        for telling in self._everybody:
            words = self._words(telling)
            house = house_of(words, self._language)
            key = self.house(telling) if house is not None and is_ministry(words, self._language) else None
            if key is not None:
                known.add(key)
        return min(known) if len(known) == 1 else None

    def body(self, telling: Telling, name: str, beside: Mapping[str, Publication]) -> tuple[str, str]:
        """What makes a speaker one in all reports, and what to call him: a body that is only described goes by the name
        that its own report (`beside` are that and its copies) or others give it, else by its noun and its state."""
        found = described(name, self._language)
        if telling.voice.body is not None:
            found = found._replace(speaks_for=telling.voice.body)
        spoken_for = found.speaks_for and described(found.speaks_for, self._language)
        body = spoken_for or found
        short = telling.voice.body or name
        if self._is_firm(short):
            return key_of(self._firm or FIRM), self._firm or name
        if telling.voice.body is None and is_some_holder(name, self._language):
            code = body.code or self.code(telling) or self._only_code("office", body.noun)
            return f"{code or key_of(name)} {body.noun}", name
        if body.noun is None or body.kind not in BODIES:
            whole = self._whole.get(plain(short), short)
            return key_of(whole), whole
        for publication in beside.values():
            for called in publication.called:
                if called.noun == body.noun and body.code in (called.code, None):
                    return key_of(called.name), called.name
        code = body.code or self.code(telling)
        known = self._known_body(body.noun, code) if code else None
        if known is not None:
            return key_of(known), known
        # A body in an inflected form ("des Sicherheitsrats") is no name to show.
        told = telling.voice.body if telling.voice.body and seat_of(telling.voice.body, self._language) else name
        bare = self._whole.get(plain(found.speaks_for or name), found.speaks_for or name)
        return (f"{code} {body.noun}" if code else key_of(bare)), told

    def is_some_office(self, telling: Telling) -> bool:
        """Whether it is said by the holder of an office without a name or state: "der Sicherheitsberater"."""
        voice = telling.voice
        return voice.kind is VoiceKind.SPEAKER and self.code(telling) is None and is_office(voice.name, self._language)

    def _post(self, telling: Telling) -> Post | None:
        return self._all.posts.get(plain(telling.voice.name or ""))

    def _words(self, telling: Telling) -> str:
        """The words for the body for which somebody speaks, else for his office, else for himself."""
        post = self._post(telling)
        return telling.voice.body or (post.office if post else telling.voice.name) or ""

    def _only_firm(self, posts: Iterable[Post]) -> str | None:
        """The one firm of the matter that is named besides "der Konzern", by its shortest name."""
        voices = [telling.voice for telling in self._everybody]
        firms = {voice.body for voice in voices if voice.body and self._is_firm(voice.name)}
        firms = firms or {
            post.body for post in posts if post.body and self._is_firm(served(post.office, self._language))
        }
        named = {plain(self._whole.get(plain(firm), firm)): firm for firm in sorted(firms) if not self._is_firm(firm)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _is_firm(self, name: str | None) -> bool:
        return bool(name) and is_firm_noun((name or "").split()[-1], self._language)

    def _only_code(self, kind: Literal["house", "office"], of: str | None) -> str | None:
        """The one state of which tellings of that house, or of the holder of that office, are, where they are of one
        only."""
        if (kind, of) not in self._codes:
            found = self._of_house(of) if kind == "house" else self._of_office(of)
            codes = sorted(filter(None, set(found)))
            self._codes[kind, of] = codes[0] if len(codes) == 1 else None
        return self._codes[kind, of]

    def _of_house(self, house: str | None) -> Iterator[str | None]:
        for telling in self._everybody:
            words = self._words(telling)
            if telling.voice.kind is not VoiceKind.OUTLET and house_of(words, self._language) == house:
                post = self._post(telling)
                yield self.code(telling) or described(words, self._language).code or (post.code if post else None)

    def _of_office(self, office: str | None) -> Iterator[str | None]:
        for telling in self._everybody:
            if telling.voice.kind is VoiceKind.SPEAKER and telling.voice.name:
                found = described(telling.voice.name, self._language)
                if found.noun == office:
                    yield self.code(telling) or found.code

    def _body_key(self, body: str, telling: Telling) -> Key:
        """The key of the body by which others may speak."""
        key, called = self.body(replace(telling, voice=replace(telling.voice, body=body)), body, {})
        return ("speaker", self.identities.get(plain(called), key))

    def _known_body(self, noun: str, code: str) -> str | None:
        """The name by which any report calls the body of that noun, or of one that it ends ("Dienst")."""
        names = self._all.names
        longer = sorted(name for (one, of), name in names.items() if of == code and one.endswith(noun))
        return names.get((noun, code)) or (longer[0] if len(longer) == 1 else None)
