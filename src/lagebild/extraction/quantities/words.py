"""The compiled form of numbers.tsv, units.tsv and quantities.toml: patterns and lookups, made once per language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lagebild.extraction.quantities.normalise import share_value
from lagebild.language.load import Language

BLANK = r"[ \u00a0\u202f\u2009]"


@dataclass(frozen=True, slots=True)
class Words:
    """All that the stage knows of one language."""

    numerals: re.Pattern[str]
    """Finds every numeral of a text; the groups say which kind."""
    below_hundred: Mapping[str, int]
    hundred: str
    thousand: str
    joint: str
    whole: Mapping[str, float]
    half: str
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    glyphs: Mapping[str, float]
    each: Mapping[str, int]
    unit: re.Pattern[str]
    units: Mapping[str, tuple[str, str]]
    """How a unit is written, in its code and kind."""
    leading_unit: re.Pattern[str]
    approximation: re.Pattern[str]
    approximations: Mapping[str, tuple[str, bool]]
    """A blurring word in lower case: what it means, and whether it needs a measure behind the number."""
    approximation_after: re.Pattern[str]
    approximations_after: Mapping[str, str]
    sign: re.Pattern[str]
    minus: frozenset[str]
    joins: frozenset[str]
    tight_joins: frozenset[str]
    between: re.Pattern[str]
    between_joins: frozenset[str]
    range_from: re.Pattern[str]
    shared_unit: frozenset[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    pointing: frozenset[str]
    label: re.Pattern[str]
    phrase: re.Pattern[str]
    genitive: re.Pattern[str]
    genitive_words: frozenset[str]
    not_adjectives: frozenset[str]
    determiner: re.Pattern[str]
    years: tuple[int, int, int, int]


def either(words: Iterable[str]) -> str:
    """An alternation of the words, longest first, in which a blank stands for any run of one or two blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in ordered)


@cache
def words(language: Language) -> Words:
    """The compiled words of a language."""
    rules = language.rules("quantities")
    roles = _roles(language)
    units = {row["form"]: (row["code"], row["kind"]) for row in language.table("units", key=("form",))}
    blurs = {word: (str(rule["means"]), bool(rule.get("measured"))) for rule in rules["approximations"] for word in rule["words"]}
    after = {word: str(rule["means"]) for rule in rules["approximations_after"] for word in rule["words"]}
    parts, ranges, counted, years = rules["parts"], rules["ranges"], rules["counted"], rules["years"]
    small = _below_hundred(roles)
    (hundred,), (thousand,), (joint,), (half,) = (tuple(roles[role]) for role in ("hundred", "thousand", "joint", "half"))
    signs = rules["signs"]
    blur_pattern = either(blurs)
    adjective = r"(?:[a-zäöüß]{2,24}(?:e|en|er|es|em)\b,?\s{1,2})"
    noun = r"[A-ZÄÖÜ][^\W\d_]+(?:-[^\W_]+){0,3}"
    phrase = rf"(?P<adjectives>{adjective}{{0,3}}){noun}"
    return Words(
        numerals=re.compile(_numeral_pattern(roles, rules, units, small), re.NOFLAG),
        below_hundred=small,
        hundred=hundred,
        thousand=thousand,
        joint=joint,
        whole={word: share_value(value) for word, value in roles["whole"].items()},
        half=half,
        scales={word: float(value) for word, value in roles["scale"].items()},
        fractions={word: share_value(value) for word, value in roles["fraction"].items()},
        glyphs={word: share_value(value) for word, value in roles["glyph"].items()},
        each={word: int(value) for word, value in roles["each"].items()},
        unit=re.compile(rf"{BLANK}?(?P<unit>{either(units)})(?![\w-])|\s(?P<wrapped>{either(units)})(?![\w-])"),
        units=units,
        leading_unit=re.compile(rf"(?<![\w-])(?P<unit>{either(rules['leading_units']['words'])}){BLANK}?$"),
        approximation=re.compile(rf"(?<![\w-])(?P<word>{blur_pattern})\s{{1,2}}$", re.IGNORECASE),
        approximations={_plain(word): meaning for word, meaning in blurs.items()},
        approximation_after=re.compile(rf"\s(?P<word>{either(after)})(?!\w)"),
        approximations_after=after,
        sign=re.compile(
            rf"(?<![\w-])(?P<sign>(?:{either(w for w in signs['plus'] + signs['minus'] if w.isalpha())})\s{{1,2}}"
            rf"|(?<![^\s(])(?:{either(w for w in signs['plus'] + signs['minus'] if not w.isalpha())}))$",
            re.IGNORECASE,
        ),
        minus=frozenset(signs["minus"]),
        joins=frozenset(ranges["joins"]),
        tight_joins=frozenset(ranges["tight"]),
        between=re.compile(rf"(?<![\w-])(?:{either(ranges['between'])})\s{{1,2}}(?:(?:{blur_pattern})\s{{1,2}})?$", re.IGNORECASE),
        between_joins=frozenset(ranges["between_joins"]),
        range_from=re.compile(rf"(?<![\w-])(?:{either(ranges['from'])})\s{{1,2}}$", re.IGNORECASE),
        shared_unit=frozenset(rules["shared_unit"]["joins"]),
        part_before=re.compile(
            rf"(?<!\w)(?:{either(parts['before'])})(?:\s{{1,2}}(?:{either(parts['between'])})){{0,3}}\s{{1,2}}$", re.IGNORECASE
        ),
        part_after=re.compile(rf"\s{{1,2}}(?P<word>{either(parts['after'])})(?!\w)\s?"),
        pointing=frozenset(parts["pointing"]),
        label=re.compile(rf"(?<![\w])(?:{either(rules['labels']['words'])})\s{{1,2}}$"),
        phrase=re.compile(rf"\s{{1,2}}(?P<phrase>{phrase})"),
        genitive=re.compile(rf"\s{{1,2}}(?P<phrase>(?:{either(counted['genitive'])})\s{{1,2}}{phrase})"),
        genitive_words=frozenset(counted["genitive"]),
        not_adjectives=frozenset(counted["not_adjectives"]),
        determiner=re.compile(rf"(?<!\w)(?:{either(rules['ordinals']['determiners'])})\s$", re.IGNORECASE),
        years=(int(years["first"]), int(years["last"]), int(years["sure_first"]), int(years["sure_last"])),
    )


def _plain(word: str) -> str:
    return " ".join(word.lower().split())


def _roles(language: Language) -> dict[str, dict[str, str]]:
    roles: dict[str, dict[str, str]] = {}
    for row in language.table("numbers", key=("word", "role")):
        roles.setdefault(row["role"], {})[row["word"]] = row["value"]
    return roles


def _below_hundred(roles: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
    """Every number below a hundred as a part of a compound: 99 lookups are simpler than taking words apart."""
    joint = next(iter(roles["joint"]))
    ones = {"ein": 1, **{word: int(value) for word, value in roles["unit"].items()}} if "ein" in roles["one"] else {}
    tens = {word: int(value) for word, value in roles["ten"].items()}
    teens = {word: int(value) for word, value in roles["teen"].items()}
    joined = {f"{one}{joint}{ten}": low + high for one, low in ones.items() for ten, high in tens.items()}
    return {**ones, "eins": 1, **teens, **tens, **joined}


def _numeral_pattern(
    roles: Mapping[str, Mapping[str, str]], rules: Mapping[str, Any], units: Mapping[str, tuple[str, str]], small: Mapping[str, int]
) -> str:
    scale = either(roles["scale"])
    hundred, thousand, joint, half = (either(roles[role]) for role in ("hundred", "thousand", "joint", "half"))
    part = either(small)
    single = either([*roles["unit"], *roles["teen"], *roles["ten"]] + [word for word, value in small.items() if value > 20 and value % 10])
    below_thousand = rf"(?:(?:{part})?{hundred}(?:{joint})?(?:{part})?|{part})"
    compound = rf"(?:{part})?{hundred}(?:{joint})?(?:{part})?|(?:{below_thousand})?{thousand}(?:{joint})?(?:{below_thousand})?"
    spoken = rf"(?:{compound}|(?:{part}){half}|{single}|{either(roles['whole'])})"
    vague = either(word for rule in rules["vague"] for word in rule["words"])
    one = either(roles["one"])
    attached = either(form for form in units if len(form) <= 3)
    unit_ahead = rf"(?={BLANK}?(?:{either(form for form, (_, kind) in units.items() if kind != 'time')}|{scale})(?!\w))"
    end = rf"(?:(?=(?:{attached})(?![\w-]))|(?!\w|[.:/,'’]\d|-[^\W\d]|/\w))"
    word_end = r"(?![\w]|-[^\W\d])"
    return "".join(
        (
            rf"(?<![\w#@=_&/.,:])(?<![^\W\d]-)(?:(?P<digits>(?:\d{{1,3}}(?:(?:\.\d{{3}})++|(?:[ \u00a0\u202f\u2009]\d{{3}}){{1,4}}+|(?:['’]\d{{3}})++)(?:,\d++)?|[1-9]\d*+(?:,\d++)?|0,\d++|0){end})",
            rf"|(?P<dotted>\d{{1,3}}\.\d{{1,2}}){unit_ahead}",
            rf"|(?P<glyph>(?:\d{{1,3}}{BLANK}?)?[{''.join(roles['glyph'])}])",
            r"|(?P<junk>\d[\d.,:/'’-]*+)",
            rf"|(?P<word>(?i:{spoken}){word_end})",
            rf"|(?i:(?P<open>{vague}))(?=\s{{1,2}}[^\W\d_])",
            rf"|(?P<bare>{either(roles['vague'])})(?![\w-])",
            rf"|(?i:(?P<one>{one}))(?=\s{{1,2}}(?:(?:{either(rules['half']['words'])})\s{{1,2}})?(?:{scale}|{either(roles['fraction'])})(?![\w-])|\s{{1,2}}(?:bis|oder)\s{{1,2}}(?:{single}|\d{{1,2}})\b)",
            rf"|(?i:(?P<each>{either(rules['each']['words'])}))\s{{1,2}}(?P<ordinal>{either(roles['each'])})[rsnm]?(?!\w)",
            rf")(?:\s{{1,2}}(?P<halved>{either(rules['half']['words'])})(?=\s{{1,2}}(?:{scale})(?!\w)))?",
            rf"(?:{BLANK}?(?P<scale>{scale})(?![\w-])|\s{{1,2}}(?P<fraction>{either(roles['fraction'])})(?![\w-]))?",
        )
    )
