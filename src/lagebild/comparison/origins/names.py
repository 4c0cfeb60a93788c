"""Names of those who speak of one matter: which of them are one, and which name is a shorter form of another."""

from collections.abc import Iterable
from functools import cache

from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.described import BODIES, bare_name, described, is_named_body
from lagebild.language.load import Language
from lagebild.language.search import stem
from lagebild.model.claim import Telling, VoiceKind


def identities_of(tellings: Iterable[Telling]) -> dict[str, str]:
    """One identity for each name in plain form: in one matter two of the same name are one, and a surname alone is
    whoever else of that surname speaks, where there is one."""
    known: dict[str, set[str]] = {}
    for telling in tellings:
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


def key_of(name: str) -> str:
    """What makes a name one in all its forms: the stems of its words."""
    return " ".join(map(stem, plain(name).split()))


def whole_names(tellings: Iterable[Telling], language: Language, *, also: Iterable[str] = ()) -> dict[str, str]:
    """For a name in plain form its longer form, where one body of the matter has it: "Kommission" is the "Zentrale
    Wahlkommission" where no other is told of, "Klinikum" the "Klinikum Holtenow"; "Polizeiführung" is "Polizei". `also`
    are names of bodies that do not speak by themselves."""
    names = {name for telling in tellings for name in (telling.voice.name, telling.voice.body) if name} | set(also)
    bodies = sorted(name for name in names if _is_body(name, language))
    bare = {name: bare_name(name, language) for name in bodies}
    found: dict[str, str] = {}
    for short in bodies:
        long = [name for name in bodies if bare[name] != bare[short] and _holds(bare[name], bare[short], language)]
        most = [name for name in long if all(bare[other] == bare[name] or _holds(bare[name], bare[other], language)
                                             for other in long)]  # fmt: skip
        same = [name for name in bodies if bare[name] == bare[short]]
        whole = min(most, default=None) or (min(same, key=lambda name: (len(name), name)) if len(same) > 1 else None)
        if whole is not None and plain(whole) != plain(short):
            found[plain(short)] = whole
    return {short: found.get(plain(whole), whole) for short, whole in found.items()}


def _is_body(name: str, language: Language) -> bool:
    found = described(name, language)
    is_body = found.kind in BODIES or is_named_body(name, language)
    return is_body and found.code is None and found.speaks_for is None


def _holds(long: str, short: str, language: Language) -> bool:
    """Whether each word of the shorter name is one of the longer, or the end of one, but for an ending, or a word for
    the same kind of body: "Krankenhaus", "Klinikum Holtenow"."""
    words = [stem(word) for word in plain(long).split()]
    parts = [_same_kind(language).get(stem(part), (stem(part),)) for part in plain(short).split()]
    return bool(parts) and all(any(word.endswith(same) for word in words) for same in parts)


@cache
def _same_kind(language: Language) -> dict[str, tuple[str, ...]]:
    """By the stem of a noun those of all nouns for the same kind of body."""
    rows = language.rules("comparing").get("same_kind", [])
    alike = [tuple(stem(plain(word)) for word in row["words"]) for row in rows]
    return {one: same for same in alike for one in same}
