"""Context: what speaks for and against two groups of sightings being one, besides their names."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from lagebild.comparison.identities.naming import name_of, plain
from lagebild.comparison.identities.sighting import Sighting
from lagebild.language.load import Language
from lagebild.language.words import word_lists

SAME_OFFICE_AND_CODE = 0.45
SAME_OFFICE_STATE_NAMED = 0.42
"""One report gives the office alone, and names the state that the other has it of."""
TITLE = 0.25
"""Two with one name alone are told by a title such as that of a prince."""
SAME_OFFICE = 0.2
SAME_RARE_OFFICE = 0.35
"""One that few hold at a time: "verteidigungsminister", unlike "präsident"."""
RARE = 12
"""Offices with so many letters are such."""
SAME_CODE = 0.2
COMPANION = {"person": 0.1, "organisation": 0.05, "medium": 0.03, "state": 0.03}
"""Each of them that both appear with: people say more than states, which are everywhere."""
MOST_COMPANY = 0.3
SAME_MONTH = 0.05
LONG_AGO = -0.2
OTHER_FIELD = -0.3

MONTH = datetime.timedelta(days=31)
GENERATION = datetime.timedelta(days=25 * 365)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a group of sightings."""

    genders: frozenset[str]
    states: frozenset[str]
    codes: frozenset[str]
    offices: frozenset[str]
    fields: frozenset[str]
    company: frozenset[str]
    first: datetime.date | None
    last: datetime.date | None

    def with_(self, other: "Traits") -> "Traits":
        """What is known of both together."""
        return merged((self, other))


def merged(all_traits: Iterable[Traits]) -> Traits:
    """What is known of all of them together."""
    told = list(all_traits)
    days = [day for item in told for day in (item.first, item.last) if day is not None]
    genders, states, codes, offices, fields, company = (
        frozenset[str]().union(*(getattr(item, name) for item in told))
        for name in ("genders", "states", "codes", "offices", "fields", "company")
    )
    return Traits(genders, states, codes, offices, fields, company, min(days, default=None), max(days, default=None))


def traits_of(sightings: Iterable[Sighting], language: Language) -> Traits:
    """What the sightings tell together."""
    genders: set[str] = set()
    states: set[str] = set()
    codes: set[str] = set()
    offices: set[str] = set()
    company: set[str] = set()
    days: list[datetime.date] = []
    for item in sightings:
        company |= item.company
        if item.day is not None:
            days.append(item.day)
        if item.code is not None:
            codes.add(item.code)
            if item.kind == "person" and item.code in _states(language) and item.known is None:
                states.add(item.code)
        if item.kind == "person":
            gender = gender_of(item.name, language) or item.gender
            genders |= {gender} & {"m", "f"} if gender else set()
            if item.office is not None and item.office not in word_lists(language, "same_names")["plain_offices"]:
                offices.add(office_of(item.office, language))
            titles = word_lists(language, "same_names")["titles_of_one_name"]
            offices.update(word for word in item.name.lower().split()[:1] if word in titles)
    fields = frozenset(field for office in offices if (field := field_of(office, language)) is not None)
    return Traits(
        frozenset(genders), frozenset(states), frozenset(codes), frozenset(offices), fields, frozenset(company),
        min(days, default=None), max(days, default=None),
    )  # fmt: skip


def contradiction(one: Traits, other: Traits) -> str | None:
    """Why they cannot be one; None where nothing forbids it."""
    if one.genders and other.genders and not one.genders & other.genders:
        return "one is a man, the other a woman"
    if one.states and other.states and not one.states & other.states:
        return f"they stand for {_listed(one.states)} and {_listed(other.states)}"
    return None


def support(one: Traits, other: Traits, language: Language) -> tuple[float, list[str]]:
    """How much speaks for it, or with a minus against it, and what, in words."""
    worth, reasons = 0.0, list[str]()
    offices, codes = one.offices & other.offices, one.codes & other.codes
    if offices and codes:
        worth += SAME_OFFICE_AND_CODE
        reasons.append(f"both {_listed(offices)} of {_listed(codes)}")
    elif offices and (named := _state_named(one, other, language)):
        worth += SAME_OFFICE_STATE_NAMED
        reasons.append(f"both {_listed(offices)}, and {named} is named")
    elif offices:
        worth += SAME_RARE_OFFICE if max(map(len, offices)) >= RARE else SAME_OFFICE
        reasons.append(f"both {_listed(offices)}")
    elif codes:
        worth += SAME_CODE
        reasons.append(f"both of {_listed(codes)}")
    shared = one.company & other.company
    if shared:
        worth += min(MOST_COMPANY, sum(COMPANION.get(word.split()[0], 0.0) for word in shared))
        people = sorted(shared, key=lambda word: (-COMPANION.get(word.split()[0], 0.0), word))[:3]
        reasons.append(f"both named with {', '.join(word.partition(' ')[2] for word in people)}")
    if _are_strangers(one.fields, other.fields, language):
        worth += OTHER_FIELD
        reasons.append(f"but one is in {_listed(one.fields)}, the other in {_listed(other.fields)}")
    gap = _gap(one, other)
    if gap is not None and gap <= MONTH:
        worth += SAME_MONTH
        reasons.append("within a month")
    elif gap is not None and gap > GENERATION:
        worth += LONG_AGO
        reasons.append("but a generation apart")
    return worth, reasons


@lru_cache(maxsize=1 << 15)
def gender_of(name: str, language: Language) -> str | None:
    """ "m" or "f" where the given name is listed with it, which is surer than what a report seems to say."""
    told = name_of(name, language)
    found = _given_names(language).get(told.given[0]) if told.given else None
    return found if found in ("m", "f") else None


@lru_cache(maxsize=1 << 15)
def field_of(office: str, language: Language) -> str | None:
    """The field of an office in small letters: "sport" of "hsv-trainer"; None where it may be in any."""
    fitting = [(len(ending), field) for ending, field in _fields(language).items() if office.endswith(ending)]
    return max(fitting)[1] if fitting else None


@lru_cache(maxsize=1 << 15)
def office_of(office: str, language: Language) -> str:
    """The office in small letters, by the word that stands for all that mean it: "premier" is "regierungschef"."""
    told = language.rules("same_names")["offices"]
    small = "-".join(_run_on(office.split("-"))).lower()
    for prefix in told["prefixes"]:
        if len(small) > len(prefix) + 3:
            small = small.removeprefix(prefix)
    return next((words[0] for words in told["one"] if small in words), small)


def _run_on(parts: list[str]) -> list[str]:
    """The parts of a compound, those without a hyphen of their own in one: "Euro-Gruppen-Chef", but "CSU-Chef"."""
    told: list[str] = []
    for part in parts:
        if told and told[-1].isalpha() and not told[-1].isupper() and part[:1].isupper():
            told[-1] += part.lower()
        else:
            told.append(part)
    return told


def _are_strangers(one: frozenset[str], other: frozenset[str], language: Language) -> bool:
    """Whether nobody in the one's fields is in the other's too."""
    strangers = {frozenset(pair) for pair in language.rules("same_names")["strangers"]["fields"]}
    return bool(one and other) and all(frozenset((a, b)) in strangers for a in one for b in other)


@cache
def _fields(language: Language) -> Mapping[str, str]:
    """The field of each ending."""
    told = language.rules("same_names")["fields"]
    return {ending: field for field, endings in told.items() for ending in endings}


@cache
def _given_names(language: Language) -> Mapping[str, str]:
    rows = language.table("given_names")
    return {plain(name): row["gender"] for row in rows for name in row["names"].split() if "-" not in name}


@cache
def _states(language: Language) -> Mapping[str, str]:
    """The codes of states and how company names them."""
    return {row["code"]: f"state {plain(row['name'])}" for row in language.table("states", key=("code",))}


def _state_named(one: Traits, other: Traits, language: Language) -> str | None:
    """The state that one stands for and the other's reports name."""
    states = _states(language)
    pairs = [(code, other) for code in one.codes] + [(code, one) for code in other.codes]
    named = sorted(code for code, rest in pairs if code in states and states[code] in rest.company)
    return named[0] if named else None


def has_title(offices: Iterable[str], language: Language) -> bool:
    """Whether one of the offices, in small letters, is a title that goes with one name: "prinz"."""
    return not word_lists(language, "same_names")["titles_of_one_name"].isdisjoint(offices)


def _gap(one: Traits, other: Traits) -> datetime.timedelta | None:
    """The time between the one's reports and the other's; None where either's days are not known."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(one.first - other.last, other.first - one.last, datetime.timedelta(0))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:3])
