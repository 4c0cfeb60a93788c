"""Words: the language of the interface, chosen for each visitor, with its way of writing numbers and days."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from lagebild.report.labels import labels

LANGUAGES = ("de", "en")
Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of the interface: `words` are those of the pages, `labels` those of records and reports."""

    code: str
    words: Words
    labels: Words

    def number(self, value: float | int | None) -> str:
        """A number with the marks that this language puts between thousands and before decimals."""
        if value is None:
            return ""
        told = f"{value:,.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
        return self.numeral(told)

    def numeral(self, english: str) -> str:
        """An English numeral ("12,345.5") with the marks of this language."""
        thousands, decimal = self.words["numbers"]["thousands"], self.words["numbers"]["decimal"]
        return english.translate({ord(","): thousands, ord("."): decimal})

    def percent(self, value: float) -> str:
        """A share of one as a percentage."""
        return str(self.words["numbers"]["percent"]).format(round(value * 100))

    def count(self, name: str, value: int) -> str:
        """ "3 reports": the number with the noun called `name` in the table of counts."""
        one, many = self.words["counts"][name]
        return str(one if value == 1 else many).format(self.number(value))

    def day(self, value: str | date | None, *, short: bool = False) -> str:
        """A day in words, or what stands for one that is not known."""
        if not value:
            return str(self.words["days"]["none"])
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value[:10])
        except ValueError:
            return str(value)
        months = self.labels["months"]["short" if short else "names"]
        return str(self.words["days"]["day"]).format(day=day.day, month=months[day.month - 1], year=day.year)

    def moment(self, value: str | datetime) -> str:
        """A moment in words, in UTC."""
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        told = self.words["days"]["moment"]
        return str(told).format(day=self.day(moment.date(), short=True), clock=moment.strftime("%H:%M"))


@cache
def tongue(code: str) -> Tongue:
    """The language with that code."""
    text = files("lagebild").joinpath("resources", "interface", f"{code}.toml").read_text("utf-8")
    return Tongue(code, tomllib.loads(text), labels(code))


def chosen(asked: str | None, kept: str | None, accepted: str) -> str:
    """What a visitor asks for, else what they chose before, else the first that their browser says they read."""
    for code in (asked, kept):
        if code in LANGUAGES:
            return str(code)
    preferred = []
    for place, part in enumerate(accepted.split(",")):
        name, _, weight = part.strip().partition(";q=")
        try:
            preferred.append((-float(weight or 1), place, name.split("-")[0].lower()))
        except ValueError:
            continue
    return next((code for _, _, code in sorted(preferred) if code in LANGUAGES), LANGUAGES[0])
