"""The compiled form of numbers.tsv, units.tsv and quantities.toml: lookups and patterns, made once per language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from lagebild.extraction.quantities.normalise import Compounds, share_value
from lagebild.language.load import Language
from lagebild.recent import Recent

BLANK = r"[ \u00a0\u202f\u2009]"


class Blur(NamedTuple):
    """A blurring word: what it means, and when it does."""

    means: str
    measured: bool
    """Only with a unit behind the number."""
    joined: bool
    """Only with a word directly before."""
    unless: frozenset[str]
    """Not where one of these words stands before."""


class Years(NamedTuple):
    """Between `first` and `last` a bare number of four digits is a year, between the narrower pairs even if blurred
    ("ab 1848") or before a noun ("gewann 2016 Gold")."""

    first: int
    last: int
    blurred_first: int
    blurred_last: int
    sure_first: int
    sure_last: int


@dataclass(frozen=True, slots=True)
class Words:
    """All that the stage knows of one language."""

    compounds: Compounds
    openers: Mapping[str, str]
    """A word that may begin a numeral, as written, and its role."""
    compound_starts: frozenset[str]
    """The first three letters of every compound of number words."""
    values: Mapping[str, float]
    """Number words in lower case that stand by themselves."""
    tail: re.Pattern[str]
    """What may follow a number: "halbe", a scale, a fraction."""
    one_ahead: re.Pattern[str]
    """What must follow the article for it to be a number."""
    pair_ahead: re.Pattern[str]
    """What makes an open amount of the article: "ein paar"."""
    ordinal_ahead: re.Pattern[str]
    digits: re.Pattern[str]
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    glyphs: Mapping[str, float]
    each: Mapping[str, int]
    units: Mapping[str, tuple[tuple[str, str, str], ...]]
    """By its first letter, every unit as (form, code, kind), the longest first."""
    leading_units: Mapping[str, tuple[str, str]]
    blurs: Mapping[str, Blur]
    blur_after: re.Pattern[str]
    blurs_after: Mapping[str, str]
    plus: Mapping[str, bool]
    """Signs before a number: True for plus."""
    joins: frozenset[str]
    tight_joins: frozenset[str]
    between: Mapping[str, bool]
    between_joins: frozenset[str]
    scores: frozenset[str]
    """Between two numbers these make a score or a ratio."""
    shared_unit: frozenset[str]
    shared_noun: frozenset[str]
    """First words between two numbers that count the same thing."""
    part_before: Mapping[str, bool]
    part_between: Mapping[str, bool]
    part_after: re.Pattern[str]
    next_part: re.Pattern[str]
    """What lies between two parts of the same whole."""
    pointing: frozenset[str]
    summing: frozenset[str]
    spoken_comma: re.Pattern[str]
    labels: frozenset[str]
    weak_labels: frozenset[str]
    """Labels only where nothing is counted behind the number."""
    determiners: frozenset[str]
    ordinal_adverbs: frozenset[str]
    share_articles: frozenset[str]
    denominations: tuple[str, ...]
    phrase: re.Pattern[str]
    genitive: re.Pattern[str]
    genitive_words: frozenset[str]
    from_words: frozenset[str]
    not_adjectives: frozenset[str]
    of_measure: re.Pattern[str]
    """An adjective that belongs to the measure before it, or a comparative."""
    times: frozenset[str]
    time_endings: tuple[str, ...]
    """Nouns that make a time of the number before them."""
    years: Years
    may_begin: Recent[str, bool] = field(init=False)
    """Of a word as written, whether a numeral may begin with it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "may_begin", Recent(self._may_begin))

    def _may_begin(self, word: str) -> bool:
        return word[0].isnumeric() or word in self.openers or word[:3] in self.compound_starts


def either(words: Iterable[str]) -> str:
    """An alternation of the words, longest first, in which a blank stands for one or two blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in ordered)


@cache
def words(language: Language) -> Words:
    """The compiled words of a language."""
    rules = language.rules("quantities")
    roles: dict[str, dict[str, str]] = {}
    for row in language.table("numbers", key=("word", "role")):
        roles.setdefault(row["role"], {})[row["word"]] = row["value"]
    units = [(row["form"], row["code"], row["kind"]) for row in language.table("units", key=("form",))]
    compounds = _compounds(roles)
    alone = [*compounds.below_hundred, *roles["whole"], compounds.hundred, compounds.thousand]
    scale, fraction = either(roles["scale"]), either(roles["fraction"])
    halved = either(rules["half"]["words"])
    parts, ranges, counted, years = rules["parts"], rules["ranges"], rules["counted"], rules["years"]
    adjective = r"(?:[a-zäöüß]{2,24}(?:e|en|er|es|em)\b,?\s{1,2})"
    phrase = rf"(?P<adjectives>{adjective}{{0,3}})[A-ZÄÖÜ][^\W\d_]+(?:-[^\W_]+){{0,3}}"
    unnamed = phrase.replace("?P<adjectives>", "?:")
    return Words(
        compounds=compounds,
        openers=_openers(roles, rules, alone),
        compound_starts=frozenset(cased for word in alone for cased in _cases(word[:3])),
        values={
            **{word: float(value) for word, value in compounds.below_hundred.items()},
            **{word: share_value(value) for role in ("whole", "share") for word, value in roles[role].items()},
        },
        tail=re.compile(
            rf"(?:\s{{1,2}}(?P<halved>{halved})(?=\s{{1,2}}(?:{scale})(?!\w)))?"
            rf"(?:{BLANK}{{0,2}}(?P<scale>{scale})(?![\w-])|\s{{1,2}}(?P<fraction>{fraction})(?![\w-]))?"
        ),
        one_ahead=re.compile(
            rf"\s{{1,2}}(?:(?:(?:{halved})\s{{1,2}})?(?:{scale}|{fraction})(?![\w-])"
            rf"|(?:{either(ranges['after_one'])})\s{{1,2}}(?:{either(alone)}|\d{{1,2}})(?!\w))"
        ),
        pair_ahead=re.compile(
            rf"\s{{1,2}}(?:{either(w for rule in rules['vague'] for w in rule['behind_one'])})(?!\w)"
        ),
        ordinal_ahead=re.compile(rf"\s{{1,2}}(?P<ordinal>{either(roles['each'])})[rsnm]?(?!\w)"),
        digits=_digits(units, roles),
        scales={word: float(value) for word, value in roles["scale"].items()},
        fractions={word: share_value(value) for word, value in roles["fraction"].items()},
        glyphs={word: share_value(value) for word, value in roles["glyph"].items()},
        each={word: int(value) for word, value in roles["each"].items()},
        units=_by_letter(units),
        leading_units={
            word.lower(): (code, kind)
            for word in rules["leading_units"]["words"]
            for form, code, kind in units
            if form == word
        },
        blurs={
            word.lower(): Blur(
                rule["means"],
                measured=rule.get("measured", False),
                joined=rule.get("joined", False),
                unless=frozenset(rule.get("unless", ())),
            )
            for rule in rules["approximations"]
            for word in rule["words"]
        },
        blur_after=re.compile(
            rf"\s(?P<word>{either(w for rule in rules['approximations_after'] for w in rule['words'])})(?!\w)"
        ),
        blurs_after={word: str(rule["means"]) for rule in rules["approximations_after"] for word in rule["words"]},
        plus={sign: positive for kind, positive in (("plus", True), ("minus", False)) for sign in rules["signs"][kind]},
        joins=frozenset(ranges["joins"]),
        tight_joins=frozenset(ranges["tight"]),
        between=dict.fromkeys(ranges["between"], True),
        between_joins=frozenset(ranges["between_joins"]),
        scores=frozenset(ranges["scores"]),
        shared_unit=frozenset(rules["shared_unit"]["joins"]),
        shared_noun=frozenset(rules["shared_noun"]["joins"]),
        part_before=dict.fromkeys(parts["before"], True),
        part_between=dict.fromkeys(parts["between"], True),
        part_after=re.compile(rf"\s{{1,2}}(?P<word>{either(parts['after'])})(?!\w)\s?"),
        next_part=re.compile(rf"(?:\s[^\W\d_]+){{0,4}}(?:,|,?\s(?:{either(parts['listing'])}))\s+"),
        pointing=frozenset(parts["pointing"]),
        summing=frozenset(parts["summing"]),
        spoken_comma=re.compile(rf"\s{{1,2}}(?:{either(rules['decimals']['spoken'])})\s{{1,2}}(\w+)"),
        labels=frozenset(rules["labels"]["words"]),
        weak_labels=frozenset(rules["labels"]["weak"]),
        determiners=frozenset(rules["ordinals"]["determiners"]),
        ordinal_adverbs=frozenset(rules["ordinals"]["adverbs"]),
        share_articles=frozenset(rules["shares"]["articles"]),
        denominations=tuple(counted["denominations"]),
        phrase=re.compile(rf"\s{{1,2}}(?P<phrase>{phrase})"),
        genitive=re.compile(
            rf"\s{{1,2}}(?:(?:{either(counted['from'])})\s{{1,2}}(?P<from>{phrase})|(?P<phrase>(?:{either(counted['genitive'])})\s{{1,2}}{unnamed}))"
        ),
        genitive_words=frozenset(counted["genitive"]),
        from_words=frozenset(counted["from"]),
        not_adjectives=frozenset(counted["not_adjectives"]),
        of_measure=re.compile(
            rf"(?:(?:{either(counted['measured'])})|\w{{2,}}{counted['comparative']})(?:{either(counted['endings'])})"
        ),
        time_endings=tuple(counted["time_endings"]),
        times=frozenset(counted["times"]) | {form for form, _, kind in units if kind == "time"},
        years=Years(**{name: int(year) for name, year in years.items()}),
    )


def _cases(word: str) -> tuple[str, str]:
    return word, word[:1].upper() + word[1:]


def _compounds(roles: Mapping[str, Mapping[str, str]]) -> Compounds:
    """Every number below a hundred is listed: a lookup is simpler than taking it apart."""
    hundred, thousand, joint, half = (next(iter(roles[role])) for role in ("hundred", "thousand", "joint", "half"))
    ones = {word: int(value) for role in ("stem", "unit") for word, value in roles[role].items()}
    tens = {word: int(value) for word, value in roles["ten"].items()}
    teens = {word: int(value) for word, value in roles["teen"].items()}
    joined = {f"{one}{joint}{ten}": low + high for one, low in ones.items() for ten, high in tens.items()}
    return Compounds({**ones, **teens, **tens, **joined}, hundred, thousand, joint, half)


def _openers(roles: Mapping[str, Mapping[str, str]], rules: Mapping[str, Any], alone: Iterable[str]) -> dict[str, str]:
    """Later roles win: the article is "one" although compounds know it too; vague words are kept as written."""
    openers = {cased: "word" for word in alone for cased in _cases(word)}
    openers |= {cased: "each" for word in rules["each"]["words"] for cased in _cases(word)}
    openers |= {cased: "open" for rule in rules["vague"] for word in rule["words"] for cased in _cases(word)}
    openers |= {cased: "half" for word in rules["half"]["words"] for cased in _cases(word)}
    openers |= {cased: "one" for word in roles["one"] for cased in _cases(word)}
    return openers | dict.fromkeys(roles["share"], "share") | dict.fromkeys(roles["vague"], "vague")


def _digits(units: Iterable[tuple[str, str, str]], roles: Mapping[str, Mapping[str, str]]) -> re.Pattern[str]:
    """Digits that are a number, else digits with all marks that make them a score, a date or a telephone number."""
    attached = either(form for form, _, _ in units if len(form) <= 3)
    measure = either([*(form for form, _, kind in units if kind != "time"), *roles["scale"]])
    end = rf"(?:(?=(?:{attached})(?![\w-]))|(?!\w|[.:/,'’]\d|-[^\W\d]|/\w))"
    # All groups of three or none; said by what may not follow, for Python before 3.11.5 fails at "possessive" groups.
    groups = "|".join(rf"(?:{mark}\d{{3}})+(?!{mark}\d{{3}})" for mark in (r"\.", "['’]"))
    blank = rf"{BLANK}\d{{3}}"
    grouped = rf"[1-9]\d{{0,2}}(?:{groups}|(?:{blank}){{4}}|(?:{blank}){{1,3}}(?!{blank}))(?:,\d++)?"
    return re.compile(
        rf"(?P<digits>(?:{grouped}|[1-9]\d*+(?:,\d++)?|0,\d++|0(?! \d)){end})"
        rf"|(?P<dotted>\d{{1,3}}\.\d{{1,2}})(?={BLANK}?(?:{measure})(?!\w))"
        rf"|(?P<glyph>(?:\d{{1,3}}{BLANK}?)?[{''.join(roles['glyph'])}])"
        r"|(?P<junk>\d[\d.,:/'’-]*+)"
    )


def _by_letter(units: Iterable[tuple[str, str, str]]) -> dict[str, tuple[tuple[str, str, str], ...]]:
    grouped: dict[str, list[tuple[str, str, str]]] = {}
    for unit in sorted(units, key=lambda unit: (-len(unit[0]), unit)):
        grouped.setdefault(unit[0][0], []).append(unit)
    return {letter: tuple(group) for letter, group in grouped.items()}
