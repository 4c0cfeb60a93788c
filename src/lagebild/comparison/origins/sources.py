"""Sources: on whose word each telling stands, seen through copies, citations and retellings."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from lagebild.comparison.amounts import Verdict, agreement, comparable, thing_of
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.described import BODIES, bare_name, described, is_hearsay, is_office, is_whole, seat_of
from lagebild.comparison.origins.houses import house_of
from lagebild.comparison.origins.outlets import is_known_outlet, outlet_key
from lagebild.comparison.origins.posts import Post
from lagebild.comparison.origins.publication import Publication, Publications
from lagebild.comparison.origins.sides import UNDATED, Side, in_order, side_of
from lagebild.language.load import Language
from lagebild.language.search import stem
from lagebild.model.claim import Telling, VoiceKind

Key = tuple[str, str]
"""What makes two sources one: "speaker", "state", "house", "outlet", "unnamed" or "report", and who."""
OF_STATES = frozenset({"president", "government"})
"""Houses that say nothing without their state."""


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


class House(NamedTuple):
    """Who answers for a report: the agency that it is from, else the outlet; `name` None where nobody is known."""

    key: Key
    name: str | None


def sources_of(tellings: Iterable[Telling], publications: Publications, language: Language) -> dict[str, Source]:
    """The source of each telling, by its ref; the same for every order in which they come.

    Tellings that say yes, that say no and that leave the matter open are looked at apart: nobody repeats a denial by
    asserting.
    """
    found: dict[str, Source] = {}
    ordered = in_order(tellings, publications)
    for side in Side:
        mine = [telling for telling in ordered if side_of(telling) is side]
        if mine:
            matter = _Matter(mine, ordered, publications, language)
            found.update((telling.ref, matter.source(telling)) for telling in mine)
    return found


class _Matter:
    """All tellings of one side, in order, with what is asked of them again and again; who is who, `everybody` tells."""

    def __init__(
        self, tellings: list[Telling], everybody: list[Telling], publications: Publications, language: Language
    ) -> None:
        self.tellings = tellings
        self.everybody = everybody
        self.language = language
        self.all = publications
        self.publications = {
            document: publications.of(document) for document in dict.fromkeys(telling.document for telling in tellings)
        }
        self.reports = {key: pub.group or key for key, pub in self.publications.items()}
        self.houses = self._houses()
        self.names = self._names()
        self.by_report: dict[str, list[Telling]] = {}
        self.by_house: dict[Key, list[Telling]] = {}
        for telling in tellings:
            self.by_report.setdefault(self.reports[telling.document], []).append(telling)
            self.by_house.setdefault(self.house(telling).key, []).append(telling)
            own = self._outlet(telling)
            if own != self.house(telling).key:
                self.by_house.setdefault(own, []).append(telling)
        self._codes: dict[str, str | None] = {}
        self.whole = self._whole_names()
        self._found: dict[str, Source] = {}
        self._asked: set[str] = set()

    def house(self, telling: Telling) -> House:
        """Who answers for the report of a telling."""
        return self.houses[self.reports[telling.document]]

    def source(self, telling: Telling) -> Source:
        """On whose word a telling stands."""
        if telling.ref not in self._found:
            if telling.ref in self._asked:  # two papers that each have it from the other
                house = self.house(telling)
                return Source(house.key, house.name, None, None, f"{house.name or 'the report'} vouches for it")
            self._asked.add(telling.ref)
            self._found[telling.ref] = self._source(telling)
        return self._found[telling.ref]

    def _source(self, telling: Telling) -> Source:
        if telling.voice.kind is VoiceKind.OUTLET or self._is_hearsay(telling):
            return self._own(telling)
        medium = self._medium(telling.voice.name)
        if medium is None:
            unnamed = telling.voice.kind is VoiceKind.UNNAMED
            return self._unnamed(telling) if unnamed else self._spoken(telling)
        itself = medium in (self.house(telling).key, self._outlet(telling))
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
        name = self.whole.get(plain(telling.voice.name or "")) or telling.voice.name or telling.words
        key, called = self._body(telling, name)
        own = telling.voice.identity if telling.voice.body is None else None
        for_body = telling.voice.body is not None and called == name
        identity = None if for_body else self.names.get(plain(called), own)
        copied = self._copied(telling)
        meant = f"{name} ({called})" if called != name else name
        reason = (
            f"{name} says it for {called}"
            if telling.voice.body and called != name
            else f"{meant} says it" + (f", in a copy of {self._report(copied)}" if copied else "")
        )
        house = self._house(telling)
        speaks = self._holder(telling, house) or self._state(telling) or ("speaker", identity or key)
        of = copied.ref if copied else None
        return Source(house or speaks, called, identity, of, reason, speaks=speaks if house else None)

    def _state(self, telling: Telling) -> Key | None:
        """A state or body that speaks as a whole, by whatever name."""
        code = self._code(telling)
        return ("state", code) if code and is_whole(telling.voice.name, code, self.language) else None

    def _holder(self, telling: Telling, house: Key | None) -> Key | None:
        """Who holds the office by which somebody without a name speaks: "der Außenminister"."""
        if house is None or not is_office(telling.voice.name, self.language):
            return None
        named = [other for other in self.everybody if self._post(other) and other.voice.body is None]
        keys = {self.names.get(plain(other.voice.name or "")) for other in named if self._house(other) == house}
        return ("speaker", min(filter(None, keys))) if len(keys) == 1 and None not in keys else None

    def _house(self, telling: Telling) -> Key | None:
        """The ministry, the presidency or the body that somebody speaks for, heads or is."""
        voice = telling.voice
        post = self._post(telling)
        words = voice.body or (post.office if post else voice.name) or ""
        house = house_of(words, self.language)
        if house is None:
            body = post.body if post and voice.body is None else None
            return self._body_key(body, telling) if body else None
        code = self._code(telling) or described(words, self.language).code or (post.code if post else None)
        if code is None and post is None:
            code = self._only_code(house)
        return ("house", f"{code} {house}") if code or house not in OF_STATES else None

    def _post(self, telling: Telling) -> Post | None:
        return self.all.posts.get(plain(telling.voice.name or ""))

    def _only_code(self, house: str) -> str | None:
        """The one state of whose house tellings are, where they are of one only."""
        if house not in self._codes:
            found: set[str | None] = set()
            for telling in self.everybody:
                post = self._post(telling)
                words = telling.voice.body or (post.office if post else telling.voice.name) or ""
                if telling.voice.kind is not VoiceKind.OUTLET and house_of(words, self.language) == house:
                    found.add(self._code(telling) or described(words, self.language).code or (post and post.code))
            codes = sorted(filter(None, found))
            self._codes[house] = codes[0] if len(codes) == 1 else None
        return self._codes[house]

    def _body_key(self, body: str, telling: Telling) -> Key:
        """The key of the body by which others may speak."""
        key, called = self._body(replace(telling, voice=replace(telling.voice, body=body)), body)
        return ("speaker", self.names.get(plain(called), key))

    def _mouth(self, telling: Telling) -> Telling | None:
        """Who speaks where the report lets a state, its government or a body itself speak: whoever speaks for it in the
        same report, else in another that has no other figure."""
        code = self._code(telling)
        if not is_whole(telling.voice.name, code, self.language):
            return None
        mouths = [
            other
            for other in self.tellings
            if other.voice.kind is VoiceKind.SPEAKER
            and self._code(other) == code
            and not is_whole(other.voice.name, code, self.language)
        ]
        report = self.reports[telling.document]
        here = next((other for other in mouths if self.reports[other.document] == report), None)
        here = here or next((other for other in self.by_report[report] if self._is_some_office(other)), None)
        return here or next((other for other in mouths if self._goes_with(telling, other)), None)

    def _is_some_office(self, telling: Telling) -> bool:
        """Whether it is said by the holder of an office without a name or state: "der Sicherheitsberater"."""
        voice = telling.voice
        return voice.kind is VoiceKind.SPEAKER and self._code(telling) is None and is_office(voice.name, self.language)

    def _code(self, telling: Telling) -> str | None:
        """The state or body of a voice, also where only another report tells whose it is."""
        post = self._post(telling)
        return (
            telling.voice.code or self.all.codes.get(plain(telling.voice.name or "")) or (post.code if post else None)
        )

    def _body(self, telling: Telling, name: str) -> tuple[str, str]:
        """What makes a speaker one in all reports, and what to call him: a body that is only described goes by the name
        that this or other reports give it, else by its noun and its state."""
        found = described(name, self.language)
        if telling.voice.body is not None:
            found = found._replace(speaks_for=telling.voice.body)
        spoken_for = found.speaks_for and described(found.speaks_for, self.language)
        body = spoken_for or found
        if body.noun is None or body.kind not in BODIES:
            short = telling.voice.body or name
            whole = self.whole.get(plain(short), short)
            return plain(whole), whole
        report = self.reports[telling.document]
        for document, publication in self.publications.items():
            for called in publication.called if self.reports[document] == report else ():
                if called.noun == body.noun and body.code in (called.code, None):
                    return plain(called.name), called.name
        code = body.code or self._code(telling)
        known = self._known_body(body.noun, code) if code else None
        if known is not None:
            return plain(known), known
        # A body in an inflected form ("des Sicherheitsrats") is no name to show.
        told = telling.voice.body if telling.voice.body and seat_of(telling.voice.body, self.language) else name
        bare = self.whole.get(plain(found.speaks_for or name), found.speaks_for or name)
        return (f"{code} {body.noun}" if code else " ".join(map(stem, plain(bare).split()))), told

    def _known_body(self, noun: str, code: str) -> str | None:
        """The name by which any report calls the body of that noun, or of one that it ends ("Dienst")."""
        names = self.all.names
        longer = sorted(name for (one, of), name in names.items() if of == code and one.endswith(noun))
        return names.get((noun, code)) or (longer[0] if len(longer) == 1 else None)

    def _unnamed(self, telling: Telling) -> Source:
        name = telling.voice.name
        told = f"an unnamed source (“{name}”)" if name else "a source that nobody names"
        for via in telling.voice.via:
            medium = self._medium(via)
            if medium is not None and medium not in (self.house(telling).key, self._outlet(telling)):
                earlier = self._earliest(self.by_house.get(medium, ()), telling, unnamed=True)
                if earlier is not None:
                    return self._repeated(telling, earlier, f"it has the word of {told} from {via}")
                return Source(("unnamed", medium[1]), name, None, None, f"{told} that {via} brought")
        house = self.house(telling)
        copied = self._copied(telling)
        brought = f"a copy of {self._report(copied)}" if copied else house.name or "this report"
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
            return self._repeated(telling, copied, f"it is a copy of {self._report(copied)}")
        cited = self._cited_by_report(telling)
        if cited is not None:
            return self._repeated(telling, cited, f"the report cites {self.house(cited).name}, who had it before")
        house = self.house(telling)
        known = self._known_before(telling)
        if known is not None:
            when = "the same day" if known.day == telling.day else f"since {known.day}"
            ours = self.house(known).key == house.key and known.voice.kind is VoiceKind.OUTLET
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

    def _cited_by_report(self, telling: Telling) -> Telling | None:
        """The telling of a medium that the report cites for something else or, as it stands, for all of it."""
        report = self.reports[telling.document]
        media = [
            ("outlet", outlet_key(name, self.language))
            for document, pub in self.publications.items()
            if self.reports[document] == report
            for name in pub.media
        ]
        own = self.house(telling).key
        told = [
            earlier
            for medium in dict.fromkeys(media)
            if medium != own and (earlier := self._earliest(self.by_house.get(medium, ()), telling, strictly=True))
        ]
        return told[0] if told else None

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

    def _medium(self, name: str | None) -> Key | None:
        """The key of a medium of that name; None for anybody else."""
        if not name:
            return None
        key = outlet_key(name, self.language)
        known = key in self.all.outlets or ("outlet", key) in self.outlets or is_known_outlet(name, self.language)
        return ("outlet", key) if known else None

    def _outlet(self, telling: Telling) -> Key:
        outlet = self.publications[telling.document].outlet
        return ("outlet", outlet_key(outlet, self.language)) if outlet else ("report", self.reports[telling.document])

    def _report(self, telling: Telling) -> str:
        outlet = self.publications[telling.document].outlet
        return f"{outlet}’s report" if outlet else "an earlier report"

    def _houses(self) -> dict[str, House]:
        """The house of each report: of several agencies that it credits one that another credits alone."""
        self.outlets = {
            ("outlet", outlet_key(pub.outlet, self.language)) for pub in self.publications.values() if pub.outlet
        }
        members: dict[str, list[Publication]] = {}
        for document, publication in self.publications.items():
            members.setdefault(self.reports[document], []).append(publication)
        credited = {
            report: sorted({agency for publication in published for agency in publication.agencies})
            for report, published in members.items()
        }
        alone = {agencies[0] for agencies in credited.values() if len(agencies) == 1}
        houses: dict[str, House] = {}
        for report, published in members.items():
            agencies = credited[report]
            name = next((agency for agency in agencies if agency in alone), agencies[0] if agencies else None)
            name = name or next((publication.outlet for publication in published if publication.outlet), None)
            key = ("outlet", outlet_key(name, self.language)) if name else ("report", report)
            houses[report] = House(key, name)
            self.outlets.add(key)
        return houses

    def _whole_names(self) -> dict[str, str]:
        """For a name its longer form, where one body of the matter has it: "Kommission" is the "Zentrale
        Wahlkommission" where no other is told of, "Klinikum" the "Klinikum Holtenow"; "Polizeiführung" is "Polizei"."""
        names = {name for telling in self.everybody for name in (telling.voice.name, telling.voice.body) if name}
        bodies = sorted(name for name in names if self._is_body(name))
        bare = {name: bare_name(name, self.language) for name in bodies}
        found: dict[str, str] = {}
        for short in bodies:
            long = [name for name in bodies if bare[name] != bare[short] and _holds_name(bare[name], bare[short])]
            most = [name for name in long if all(bare[other] == bare[name] or _holds_name(bare[name], bare[other])
                                                 for other in long)]  # fmt: skip
            same = [name for name in bodies if bare[name] == bare[short]]
            whole = min(most, default=None) or (
                min(same, key=lambda name: (len(name), name)) if len(same) > 1 else None
            )
            if whole is not None and plain(whole) != plain(short):
                found[plain(short)] = whole
        return {short: found.get(plain(whole), whole) for short, whole in found.items()}

    def _is_body(self, name: str) -> bool:
        found = described(name, self.language)
        return found.kind in BODIES and found.code is None and found.speaks_for is None

    def _names(self) -> dict[str, str]:
        """One identity for each name: in one matter two of the same name are one, and a surname alone is whoever else
        of that surname speaks, where there is one."""
        known: dict[str, set[str]] = {}
        for telling in self.everybody:
            voice = telling.voice
            if voice.kind is VoiceKind.SPEAKER and voice.name:
                known.setdefault(plain(voice.name), set()).update({voice.identity} if voice.identity else ())
        full: dict[str, set[str]] = {}
        for name in known:
            if " " in name:
                full.setdefault(name.split()[-1], set()).add(name)
        for name, identities in known.items():
            for other in full.get(name.split()[-1], ()):
                if other != name and " " in name and other.endswith(f" {name}"):  # "Hausarzt Dr. Matthias Kerl"
                    identities.update(known[other])
                    known[other].update(identities)
        for name, identities in known.items():
            if " " not in name and len(whole := full.get(name, set())) == 1:
                identities.update(*(known[other] for other in whole))
                for other in whole:
                    known[other].update(identities)
        roots: dict[str, str] = {}
        for identities in known.values():
            least = min((roots.get(identity, identity) for identity in identities), default=None)
            for identity in identities:
                roots[identity] = least or identity
        return {name: min(roots[one] for one in identities) for name, identities in known.items() if identities}


def _holds_name(long: str, short: str) -> bool:
    """Whether each word of the shorter name is one of the longer, or the end of one, but for an ending."""
    words = [stem(word) for word in plain(long).split()]
    parts = plain(short).split()
    return bool(parts) and all(any(word.endswith(stem(part)) for word in words) for part in parts)
