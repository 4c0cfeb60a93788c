"""Words of the briefing's own: names of sides, days, numbers, sureness and origins, in the reader's language."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from lagebild.errors import UsageError
from lagebild.model.claim import Origin, Telling, VoiceKind
from lagebild.model.situation import Situation, Value
from lagebild.report.briefing.edges import within_edges

LANGUAGES = ("de", "en")
"""In which the briefing can be told; each is a file of resources/labels/briefing/."""

Labels = dict[str, Any]


@cache
def labels(language: str) -> Labels:
    """The tables of words for one language; callers only read them. Raises UsageError for one that there is not."""
    if language not in LANGUAGES:
        raise UsageError(f"there is no briefing in {language!r}; there is {', '.join(LANGUAGES)}")
    path = files("lagebild").joinpath("resources", "labels", "briefing", f"{language}.toml")
    return tomllib.loads(path.read_text("utf-8"))


class Wording:
    """Made once for a situation and a language."""

    def __init__(self, situation: Situation, language: str) -> None:
        self.labels = labels(language)
        self.language = language
        self._names = {**dict(situation.names), **_used(names_in(language), situation)}
        self._told_names = dict(situation.names)
        self._codes = {name: code for code, name in situation.names}
        self._tellings = {telling.ref: telling for support in supports_of(situation) for telling in support}
        self._publishers = {source.key: source.publisher for source in situation.documents}

    def word(self, table: str, key: str, **values: object) -> str:
        """A label, its gaps filled."""
        text = str(self.labels[table][key])
        return text.format(**values) if values else text

    def number_of(self, table: str, key: str, number: int) -> str:
        """ "1 Bericht", "3 Berichte"."""
        one, many = self.labels[table][key]
        return str(one if number == 1 else many).format(number_words(number, self.labels))

    def side(self, code: str | None) -> str:
        """ "PRK" as "Nordkorea", "UKR-CVL" as "Zivilisten (Ukraine)"; a code without a name is a name already."""
        if code is None:
            return self.word("points", "unnamed")
        if code in self._names:
            return str(self._names[code])
        state, _, part = code.rpartition("-")
        kind = self.labels["parts_of_states"].get(part)
        return f"{kind} ({self._names.get(state, state)})" if state and kind else code

    def place(self, name: str, code: str | None) -> str:
        """A place by the name that reports give it; a country by its name in the reader's language."""
        return self.side(code) if code is not None and self._told_names.get(code) == name else name

    def called(self, name: str) -> str:
        """Somebody by his name; a state or body that speaks by its name in the reader's language."""
        return self.side(self._codes[name]) if name in self._codes else name

    def sides(self, codes: Iterable[str | None]) -> str:
        """The names of several."""
        return self.listed([self.side(code) for code in codes])

    def listed(self, parts: Sequence[str]) -> str:
        """ "a, b und c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.word('points', 'and')} {parts[-1]}"

    def quoted(self, words: str) -> str:
        """The words in the reader's quotation marks, without what is left of others at their ends."""
        opening, closing = self.labels["format"]["quotes"]
        start, end = within_edges(words)
        return f"{opening}{words[start:end]}{closing}"

    def day(self, iso: str | None) -> str:
        """ "4. Dezember 2024"."""
        return day_words(iso, self.labels) if iso else self.word("times", "no_day")

    def days(self, first: str | None, last: str | None) -> str:
        """One day, or from one to another."""
        if first is None or last is None or first == last:
            return self.day(first or last)
        return span_words(first, last, self.labels)

    def number(self, value: float) -> str:
        """ "10.000", "1,5"."""
        return number_words(value, self.labels)

    def value(self, value: Value) -> str:
        """ "rund 50.000", "8.000–12.000"."""
        bounds = dict.fromkeys(bound for bound in (value.low, value.high) if bound is not None)
        number = "–".join(self.number(bound) for bound in bounds)
        if not number:
            return ""
        approximation = self.labels["approximations"].get(value.approximation or "", "")
        unit = value.unit if value.unit not in (None, "share") else ""
        return " ".join(part for part in (approximation, number, unit) if part)

    def certainty(self, kind: str) -> str:
        """The one word for how sure a thing is."""
        return self.word("certainty", kind)

    def telling(self, ref: str) -> Telling | None:
        """The telling that the ref names."""
        return self._tellings.get(ref)

    def outlet(self, document: str) -> str:
        """The house that published it; where that is not known, that it is some report."""
        return self.publisher(document) or self.word("notes", "no_outlet")

    def publisher(self, document: str) -> str | None:
        """The house that published it, None where that is not known."""
        return self._publishers.get(document)

    def voice(self, telling: Telling) -> str:
        """On whose word it stands."""
        voice = telling.voice
        if voice.kind is VoiceKind.OUTLET:
            return self.outlet(telling.document)
        if voice.kind is VoiceKind.UNNAMED:
            if not voice.name:
                return self.word("origins", "unnamed")
            if not self.publisher(telling.document):
                return self.word("origins", "unnamed_words", words=voice.name)
            return self.word("origins", "unnamed_in", words=voice.name, outlet=self.outlet(telling.document))
        return self.called(voice.name) if voice.name else self.word("origins", "unnamed")

    def origin(self, origin: Origin) -> str:
        """Its name with the day of its first telling."""
        telling = self._tellings.get(origin.first)
        name = self.origin_name(origin)
        day = telling.day if telling else None
        return self.word("origins", "on", name=name, day=self.short_day(day)) if day else name

    def origin_name(self, origin: Origin) -> str:
        """Its name alone."""
        telling = self._tellings.get(origin.first)
        if telling and self._speaks_itself(origin, telling):
            return self.voice(telling)
        return self.called(origin.name) if origin.name else self.word("origins", "unnamed")

    def origins(self, origins: Sequence[Origin]) -> str:
        """ "3 Ursprünge, zuerst Mark Rutte, 4. Dez. 2024"."""
        if not origins:
            return ""
        first = self.origin(origins[0])
        telling = self._tellings.get(origins[0].first)
        if len(origins) > 1:
            # Without a day nobody knows who was first.
            many = "many" if telling is None or telling.day else "many_undated"
            return self.word("origins", many, number=self.number(len(origins)), name=first)
        if (
            telling is None
            or telling.voice.kind is not VoiceKind.OUTLET
            or not self._speaks_itself(origins[0], telling)
        ):
            return self.word("origins", "one", name=first)
        if not self.publisher(telling.document):
            return self.word("origins", "one_report", day=self.day(telling.day))
        return self.word("origins", "one_outlet", name=first)

    def tick(self, day: date) -> str:
        """A day on an axis: "4. Dez.", or "Dez. 2024" and "2024" where a month or a year begins."""
        months = self.labels["months"]["short"]
        if day.day != 1:
            return str(self.labels["format"]["short_day"]).format(day=day.day, month=months[day.month - 1])
        return f"{months[day.month - 1]} {day.year}" if day.month != 1 else str(day.year)

    def short_day(self, iso: str) -> str:
        """ "4. Dez. 2024"."""
        return short_day_words(iso, self.labels)

    def _speaks_itself(self, origin: Origin, telling: Telling) -> bool:
        return origin.name is None or telling.voice.name == origin.name


def supports_of(situation: Situation) -> Iterable[Sequence[Telling]]:
    """The tellings of everything in a situation."""
    gifts = [gift for balance in situation.exchanges for side in balance.gifts for gift in side]
    held = [
        *(balance.support for balance in situation.exchanges if balance.support), *(gift.support for gift in gifts),
        *(item.support for item in situation.deployments), *(item.support for item in situation.threats),
        *(item.support for item in situation.breaches), *(item.support for item in situation.events),
        *(item.support for item in situation.positions), *(item.support for item in situation.network),
        *(item.support for item in situation.contradictions), *(item.support for item in situation.key_points),
    ]  # fmt: skip
    return [
        *(support.tellings for support in held), *(claim.tellings for claim in situation.claims),
        *(site.tellings for site in situation.places), *(ledger.tellings for ledger in situation.figures),
    ]  # fmt: skip


@cache
def names_in(language: str) -> Mapping[str, str]:
    """Names of states and bodies in a language that the reports are not in; none where their own do."""
    path = files("lagebild").joinpath("resources", "labels", "briefing", f"names.{language}.tsv")
    if not path.is_file():
        return {}
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split("\t", 1) for line in lines)


def _used(names: Mapping[str, str], situation: Situation) -> dict[str, str]:
    """The names of codes that the situation has."""
    return {code: names[code] for code, _ in situation.names if code in names}


def number_words(value: float, words: Labels) -> str:
    """A number as people write it; millions and more by name."""
    for size, (one, many) in words["scales"].items():
        scaled = value / float(size)
        if abs(scaled) >= 1 and round(scaled, 3) == scaled:
            return f"{_plain(scaled, words)} {one if scaled == 1 else many}"
    return _plain(value, words)


def _plain(value: float, words: Labels) -> str:
    whole, _, rest = f"{value:,.4f}".partition(".")
    rest = rest.rstrip("0")
    separators = words["format"]
    return whole.replace(",", separators["thousands"]) + (separators["decimal"] + rest if rest else "")


def day_words(iso: str, words: Labels) -> str:
    """A day with its month's whole name."""
    day = date.fromisoformat(iso)
    month = words["months"]["names"][day.month - 1]
    return str(words["format"]["day"]).format(day=day.day, month=month, year=day.year)


def short_day_words(iso: str, words: Labels) -> str:
    """A day with its month cut short."""
    day = date.fromisoformat(iso)
    month = words["months"]["short"][day.month - 1]
    return str(words["format"]["day"]).format(day=day.day, month=month, year=day.year)


def span_words(first: str, last: str, words: Labels) -> str:
    """A stretch of days; a whole month or year by its name."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    after = date.fromordinal(end.toordinal() + 1) if end < date.max else end
    if begin.day == 1 and after.day == 1:
        if (begin.year, begin.month) == (end.year, end.month):
            return f"{words['months']['names'][begin.month - 1]} {begin.year}"
        if begin.month == 1 and after.month == 1 and begin.year == end.year:
            return str(begin.year)
    return str(words["times"]["between"]).format(first=short_day_words(first, words), last=short_day_words(last, words))
