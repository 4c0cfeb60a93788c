"""Sources: on whose word each telling stands, seen through copies, citations and retellings."""

from collections.abc import Collection, Iterable
from itertools import product
from typing import NamedTuple

from lagebild.comparison.amounts import Verdict, agreement, comparable, thing_of
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.answering import Answering, Key
from lagebild.comparison.origins.described import is_hearsay, is_whole
from lagebild.comparison.origins.outlets import outlet_key
from lagebild.comparison.origins.publication import Publication, Publications
from lagebild.comparison.origins.sides import UNDATED, Side, in_order, side_of
from lagebild.comparison.origins.speakers import Speakers
from lagebild.language.load import Language
from lagebild.model.claim import Telling, VoiceKind


class Source(NamedTuple):
    """`of` is the ref of the telling that this one repeats, None where it repeats none that is here; `own` says that
    the telling gives the source's own words, and does not merely go back to them; `reason` says why. `speaks` makes one
    who speaks, where that is less than whose word it is: a minister is one source with his ministry, and speaks for
    himself."""

    key: Key
    name: str | None
    identity: str | None
    of: str | None
    reason: str
    own: bool = True
    speaks: Key | None = None

    @property
    def voice(self) -> Key:
        """What makes two tellings those of one voice."""
        return self.speaks or self.key


def sources_of(tellings: Iterable[Telling], publications: Publications, language: Language) -> dict[str, Source]:
    """The source of each telling, by its ref; the same for every order in which they come.

    Tellings that say yes, that say no and that leave the matter open are looked at apart: nobody repeats a denial by
    asserting.
    """
    found: dict[str, Source] = {}
    ordered = in_order(tellings, publications)
    speakers = Speakers(ordered, publications, language)
    for side in Side:
        mine = [telling for telling in ordered if side_of(telling) is side]
        if mine:
            matter = _Matter(mine, speakers, publications, language)
            found.update((telling.ref, matter.source(telling)) for telling in mine)
    return found


class _Matter:
    """All tellings of one side, in order, with what is asked of them again and again; who is who, `speakers` tell."""

    def __init__(
        self, tellings: list[Telling], speakers: Speakers, publications: Publications, language: Language
    ) -> None:
        self.tellings = tellings
        self.speakers = speakers
        self.language = language
        self.publications = {
            document: publications.of(document) for document in dict.fromkeys(telling.document for telling in tellings)
        }
        self.answering = Answering(self.publications, publications, language)
        self.reports = self.answering.reports
        self.by_report: dict[str, list[Telling]] = {}
        self.by_house: dict[Key, list[Telling]] = {}
        for telling in tellings:
            self.by_report.setdefault(self.reports[telling.document], []).append(telling)
            for key in dict.fromkeys((self.answering.house(telling).key, self.answering.outlet(telling))):
                self.by_house.setdefault(key, []).append(telling)
        self._found: dict[str, Source] = {}
        self._asked: set[str] = set()

    def source(self, telling: Telling) -> Source:
        """On whose word a telling stands."""
        if telling.ref not in self._found:
            if telling.ref in self._asked:  # two papers that each have it from the other
                house = self.answering.house(telling)
                return Source(house.key, house.name, None, None, f"{house.name or 'the report'} vouches for it")
            self._asked.add(telling.ref)
            self._found[telling.ref] = self._source(telling)
        return self._found[telling.ref]

    def _source(self, telling: Telling) -> Source:
        if telling.voice.kind is VoiceKind.OUTLET or self._is_hearsay(telling):
            return self._own(telling)
        medium = self.answering.medium(telling.voice.name)
        if medium is None:
            unnamed = telling.voice.kind is VoiceKind.UNNAMED
            return self._unnamed(telling) if unnamed else self._spoken(telling)
        itself = medium in (self.answering.house(telling).key, self.answering.outlet(telling))
        return self._own(telling) if itself else self._cited(telling, medium)

    def _is_hearsay(self, telling: Telling) -> bool:
        """Whether only "reports" or "the media" say it, which is as much as nobody."""
        voice = telling.voice
        if voice.kind is not VoiceKind.UNNAMED or voice.code is not None:
            return False
        return voice.name is None or is_hearsay(voice.name, self.language)

    def _spoken(self, telling: Telling) -> Source:
        by = self._mouth(telling)
        if by is not None:
            source = self._spoken(by)
            reason = f"{telling.voice.name} says it by {source.name}"
            return Source(source.key, source.name, source.identity, None, reason, speaks=source.speaks)
        name = self.speakers.name(telling)
        key, called = self.speakers.body(telling, name, self._beside(telling))
        own = telling.voice.identity if telling.voice.body is None else None
        for_body = telling.voice.body is not None and called == name
        identity = None if for_body else self.speakers.identities.get(plain(called), own)
        copied = self._copied(telling)
        meant = f"{name} ({called})" if called != name else name
        reason = (
            f"{name} says it for {called}"
            if telling.voice.body and called != name
            else f"{meant} says it" + (f", in a copy of {self.answering.report_name(copied)}" if copied else "")
        )
        house = self.speakers.house(telling)
        speaks = self.speakers.holder(telling, house) or self.speakers.state(telling) or ("speaker", identity or key)
        of = copied.ref if copied else None
        himself = house is not None and not self.speakers.is_spokesman(telling)
        return Source(house or speaks, called, identity, of, reason, speaks=speaks if himself else None)

    def _beside(self, telling: Telling) -> dict[str, Publication]:
        """The document of a telling and its copies, as far as they tell of the matter."""
        report = self.reports[telling.document]
        return {key: publication for key, publication in self.publications.items() if self.reports[key] == report}

    def _mouth(self, telling: Telling) -> Telling | None:
        """Who speaks where the report lets a state, its government or a body itself speak: whoever speaks for it in the
        same report, else in another that has no other figure."""
        code = self.speakers.code(telling)
        if not is_whole(telling.voice.name, code, self.language):
            return None
        mouths = [
            other
            for other in self.tellings
            if other.voice.kind is VoiceKind.SPEAKER
            and self.speakers.code(other) == code
            and not is_whole(other.voice.name, code, self.language)
        ]
        report = self.reports[telling.document]
        here = next((other for other in mouths if self.reports[other.document] == report), None)
        here = here or next((other for other in self.by_report[report] if self.speakers.is_some_office(other)), None)
        return here or next((other for other in mouths if self._goes_with(telling, other)), None)

    def _unnamed(self, telling: Telling) -> Source:
        name = telling.voice.name
        told = f"an unnamed source (“{name}”)" if name else "a source that nobody names"
        own = {self.answering.house(telling).key, self.answering.outlet(telling)}
        for via in telling.voice.via:
            medium = self.answering.medium(via)
            if medium is not None and medium not in own:
                earlier = self._earliest(self.by_house.get(medium, ()), telling, unnamed=True)
                if earlier is not None:
                    return self._repeated(telling, earlier, f"it has the word of {told} from {via}")
                return Source(("unnamed", medium[1]), name, None, None, f"{told} that {via} brought")
        cited = self._of_cited(telling, own, unnamed=True)
        if cited is not None:
            paper = self.answering.house(cited).name
            return self._repeated(telling, cited, f"it has the word of {told} from {paper}, whom its report cites")
        house = self.answering.house(telling)
        copied = self._copied(telling)
        brought = f"a copy of {self.answering.report_name(copied)}" if copied else house.name or "this report"
        of = copied.ref if copied else None
        return Source(("unnamed", ":".join(house.key)), name, None, of, f"{told} of {brought}")

    def _cited(self, telling: Telling, medium: Key) -> Source:
        name = telling.voice.name
        earlier = self._earliest(self.by_house.get(medium, ()), telling)
        if earlier is not None:
            return self._repeated(telling, earlier, f"it cites {name}")
        return Source(medium, name, None, None, f"it cites {name}, whose own report is not here")

    def _own(self, telling: Telling) -> Source:
        """Where the report itself vouches; the first of several grounds to take it for a repetition counts."""
        named = self._named_beside(telling)
        if named is not None:
            return self._repeated(telling, named, f"the report itself names {named.voice.name or 'a source'} for it")
        copied = self._copied(telling)
        if copied is not None:
            return self._repeated(telling, copied, f"it is a copy of {self.answering.report_name(copied)}")
        cited = self._of_cited(telling, {self.answering.house(telling).key})
        if cited is not None:
            return self._repeated(
                telling, cited, f"the report cites {self.answering.house(cited).name}, who had it before"
            )
        house = self.answering.house(telling)
        known = self._known_before(telling)
        if known is not None:
            when = "the same day" if known.day == telling.day else f"since {known.day}"
            ours = self.answering.house(known).key == house.key and known.voice.kind is VoiceKind.OUTLET
            public = f"{house.name or 'it'} had it already" if ours else f"the matter was public {when}"
            return self._repeated(telling, known, f"it names no source, and {public}")
        own = "credited as its agency" if self.publications[telling.document].agencies else "first to have it"
        return Source(house.key, house.name, None, None, f"{house.name or 'the report'} vouches for it, {own}")

    def _repeated(self, telling: Telling, earlier: Telling, reason: str) -> Source:
        source = self.source(earlier)
        return Source(source.key, source.name, source.identity, earlier.ref, reason, own=False, speaks=source.speaks)

    def _named_beside(self, telling: Telling) -> Telling | None:
        """A telling of the same document, else of a copy of it, that names its source."""
        beside = [
            other
            for other in self.by_report[self.reports[telling.document]]
            if other.voice.kind is not VoiceKind.OUTLET and not self._is_hearsay(other)
            if self._goes_with(telling, other)
        ]
        return next((other for other in beside if other.document == telling.document), next(iter(beside), None))

    def _copied(self, telling: Telling) -> Telling | None:
        """The telling of the same voice in the report of which this one is a copy."""
        group = self.by_report[self.reports[telling.document]]
        first = group[0].document
        if first == telling.document:
            return None
        same = (other for other in group if other.document == first and other.voice.kind is telling.voice.kind)
        return next((other for other in same if plain(other.voice.name or "") == plain(telling.voice.name or "")), None)

    def _of_cited(self, telling: Telling, own: Collection[Key], *, unnamed: bool = False) -> Telling | None:
        """The telling that a medium had before which the report cites for something else or, as it stands, for all of
        it; `own` are none of these. `unnamed` for those of sources without a name only."""
        for medium in self._media_of(telling):
            told = self.by_house.get(medium, ()) if medium not in own else ()
            told = [item for item in told if not unnamed or item.voice.kind is VoiceKind.UNNAMED]
            earlier = self._earliest(told, telling, strictly=True)
            if earlier is not None:
                return earlier
        return None

    def _media_of(self, telling: Telling) -> list[Key]:
        """The media from which the report of a telling has something."""
        media = [
            ("outlet", outlet_key(name, self.language)) for pub in self._beside(telling).values() for name in pub.media
        ]
        return list(dict.fromkeys(media))

    def _known_before(self, telling: Telling) -> Telling | None:
        """The first telling of another report that came out on an earlier day; on the same day only one that names its
        source."""
        day = telling.day or UNDATED
        for other in self.tellings:
            if (other.day or UNDATED) > day or other.day is None:
                return None
            if self.reports[other.document] == self.reports[telling.document]:
                continue
            if other.day == telling.day and (other.voice.kind is VoiceKind.OUTLET or self._is_hearsay(other)):
                continue
            if self._goes_with(telling, other):
                return other
        return None

    def _earliest(
        self, tellings: Iterable[Telling], telling: Telling, *, unnamed: bool = False, strictly: bool = False
    ) -> Telling | None:
        """The first of the tellings, of another report, that was out by the day of `telling`; else the first of all."""
        report = self.reports[telling.document]
        others = [other for other in tellings if self.reports[other.document] != report]
        if unnamed:
            others = [other for other in others if other.voice.kind is VoiceKind.UNNAMED] or others
        day = telling.day or UNDATED
        before = [other for other in others if (other.day or UNDATED) <= day]
        agreeing = [other for other in before if self._goes_with(telling, other)]
        return next(iter(agreeing or before or ([] if strictly else others)), None)

    def _goes_with(self, telling: Telling, other: Telling) -> bool:
        """Whether no figure of the one contradicts the other: who has another figure has it from elsewhere."""
        verdicts = [
            found.verdict is not Verdict.DIFFERS
            for one, two in product(telling.figures, other.figures)
            if comparable(thing_of(one, telling.words, self.language), thing_of(two, other.words, self.language))
            and (found := agreement(one, two))
        ]
        return not verdicts or any(verdicts)
