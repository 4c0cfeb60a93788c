"""Whom the words are aimed at: the phrase that the verb names so, and where it stands close behind the source."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.candidates import belongs_to_subject, is_compared, is_time, shares_first_field
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import ACCUSATIVE, DATIVE, NOMINATIVE, PLURAL, Clause, Phrase
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind

# Acts that the person or body is the object of: of "kritisierte die Regierung" it is content and target in one.
AIMED = frozenset((Act.ACCUSE, Act.CRITICISE, Act.PRAISE))
# Pronouns that name nobody by themselves.
NAMELESS = frozenset(("PRF", "PRELS", "PDS", "PWS"))


def addressee(
    scene: Scene, clause: Clause, cue: CueVerb, source: Range | None, content: tuple[Range, ...], *, phrase: bool
) -> Range | None:
    """Whom the words are aimed at: where the lexicon says that the verb names it, else behind "gegenüber" and the like.

    `source` is the source without what only seems to hang on it; `phrase` tells that the content is one of this
    clause's objects and no clause.
    """
    candidates = [k for k in _candidates(scene, clause, source) if not _within(scene, k, content)]
    for wanted in cue.to.split():
        fitting = [k for k in candidates if _stands_as(scene, clause, k, wanted, source)]
        somebody = [k for k in fitting if _is_somebody(scene, scene.phrases[k], cue, wanted)]
        if somebody:
            return full_phrase(scene.analysis, min(somebody, key=lambda k: _doubt(scene, scene.phrases[k], wanted)))
    target = _target(scene, clause, content) if phrase and cue.act in AIMED and cue.to == "akk" else None
    return target or _beside(scene, candidates, cue)


def _candidates(scene: Scene, clause: Clause, source: Range | None) -> list[int]:
    """The phrases of the clause that are no part of its source and stand on their own."""
    passive = [clause.subject] if clause.passive and clause.subject is not None else []
    return [
        k
        for k in (*passive, *clause.objects)
        if not (source is not None and source[0] <= scene.phrases[k].first < source[1])
        and scene.tag(scene.phrases[k].head) not in NAMELESS
        and (k in passive or not belongs_to_subject(scene, clause, k) or _follows(scene, k, source))
        and not shares_first_field(scene, clause, k)
        and not is_compared(scene, k)
        and not is_time(scene, k)
    ]


def _follows(scene: Scene, k: int, source: Range | None) -> bool:
    """Whether the phrase begins where the source was cut: "sagte Holm *der Zeitung*"."""
    return source is not None and scene.phrases[k].first == source[1]


def _within(scene: Scene, k: int, content: tuple[Range, ...]) -> bool:
    return any(first <= scene.phrases[k].first < last for first, last in content)


def _stands_as(scene: Scene, clause: Clause, k: int, wanted: str, source: Range | None) -> bool:
    """Whether the phrase stands in the wanted case or behind the wanted preposition."""
    phrase = scene.phrases[k]
    if wanted.startswith("p:"):
        return phrase.preposition is not None and preposition_of(scene, phrase) == wanted[2:]
    before = phrase.first - 1
    while before > 0 and scene.tag(before) == "$(":
        before -= 1
    if phrase.preposition is not None or scene.tag(before) in ("APPR", "APPRART", "KOKOM"):
        return False
    if scene.is_attached(k) and not _follows(scene, k, source):
        return False
    if wanted == "dat":
        return bool(phrase.agreement & DATIVE)
    return k == clause.subject if clause.passive else bool(phrase.agreement & ACCUSATIVE)


def _is_somebody(scene: Scene, phrase: Phrase, cue: CueVerb, wanted: str) -> bool:
    """Whether the phrase may name a person or a body: surely where the content might stand in the same case
    ("kritisierte *den Plan*"); a noun in the singular without article names none ("Redaktion")."""
    if wanted.startswith("p:") or scene.tag(phrase.head) != "NN":
        return True
    if phrase.last - phrase.first == 1 and not phrase.agreement & PLURAL:
        return False
    return scene.speaks(phrase) or not (wanted in cue.takes or scene.is_thing(phrase))


def _doubt(scene: Scene, phrase: Phrase, wanted: str) -> bool:
    """Whether a noun may stand in another case too: "der Iran wirft *ihr* vor"."""
    other = ACCUSATIVE if wanted == "dat" else DATIVE
    return scene.tag(phrase.head) != "PPER" and bool(phrase.agreement & (NOMINATIVE | other))


def _target(scene: Scene, clause: Clause, content: tuple[Range, ...]) -> Range | None:
    """The object that is praised or blamed itself: "kritisierte *die Regierung*"."""
    for k in (clause.subject,) if clause.passive else clause.objects:
        if k is None or content[0][0] != scene.phrases[k].first or scene.phrases[k].preposition is not None:
            continue
        phrase = scene.phrases[k]
        if scene.quote_of[phrase.head] >= 0 and scene.quote_of[clause.first] < 0:
            return None  # "feierte „Stille Nacht“"
        if scene.tag(phrase.head) not in NAMELESS and phrase.agreement & ACCUSATIVE | clause.passive:
            text = scene.tokens[phrase.head].lemma in scene.known.words["documents"]
            return full_phrase(scene.analysis, k) if scene.speaks(phrase) and not text else None
    return None


def _beside(scene: Scene, candidates: list[int], cue: CueVerb) -> Range | None:
    """Before whom somebody speaks, whatever the verb: "sagte gegenüber der Zeitung", "sagte vor Anhängern",
    "verlangt in einem Brief an den Rat"."""
    words = scene.lexicon.words
    for k in candidates:
        phrase = scene.phrases[k]
        preposition = preposition_of(scene, phrase)
        if not preposition or preposition in cue.prepositions:
            continue
        if preposition in words["addressing"] or _noun_and(scene, phrase, preposition) in words["addressing_nouns"]:
            return full_phrase(scene.analysis, k)
        audience = preposition in words["audience_prepositions"] and phrase.agreement & PLURAL
        if audience and scene.tag(phrase.head) == "NN" and _hears(scene, phrase):
            return full_phrase(scene.analysis, k)
    return None


def _noun_and(scene: Scene, phrase: Phrase, preposition: str) -> str:
    """The noun right before a preposition, with it: "Brief an"."""
    before = phrase.preposition - 1 if phrase.preposition is not None else -1
    return f"{scene.tokens[before].lemma} {preposition}" if scene.tag(before) == "NN" else ""


def _hears(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun names people or media."""
    endings = tuple(scene.lexicon.words["person_endings"])
    return scene.speaks(phrase) or scene.tokens[phrase.head].lemma.endswith(endings)


def without_addressee(scene: Scene, clause: Clause, source: Range, *, dative: bool) -> Range:
    """As in "sagte der Sprecher der Nachrichtenagentur": a medium behind the source is the addressee, not its owner;
    so is whoever stands in the dative behind a name, for a verb that takes one ("wirft die Nato der Werft vor")."""
    first = scene.phrase_of[source[0]] if scene.phrase_of[source[0]] >= 0 else -1
    if first < 0:
        return source
    for i in range(scene.phrases[first].last, source[1]):
        k = scene.phrase_of[i]
        phrase = scene.phrases[k] if k >= 0 else None
        if phrase is None or phrase.first != i or phrase.preposition is not None or scene.tag(i) != "ART":
            continue
        if scene.tag(i - 1) == "KON":
            continue  # "der NDR und der WDR"
        words = scene.analysis.words(i + 1, phrase.last) if phrase.last > i + 1 else ""
        body = scene.known.bodies.get(words) or scene.known.bodies.get(scene.word(phrase.last - 1))
        kind = scene.known.kind_of(scene.tokens[phrase.head].lemma)
        named = dative and scene.tag(i - 1) in ("NE", "FM") and phrase.agreement & DATIVE and i > source[0]
        if named and not _other_dative(scene, clause, source):
            return source[0], i
        medium = (body is not None and body.kind is EntityKind.MEDIUM) or (kind is not None and kind[0] == "medium")
        quoted = any(scene.quote_of[j] >= 0 for j in range(i, phrase.last))
        person = scene.kind(scene.phrases[first]) == "person"
        if (medium or quoted or body is None) and _is_plain(scene, scene.phrases[first]):
            return source[0], i  # "berichtet der junge Mann der Hafenpost"
        if (medium or quoted) and (dative or not person) and scene.kind(scene.phrases[first]) != "medium":
            return source[0], i
    return source


def _is_plain(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun says no more than sex or age, so that no body has such a one: "der Mann", "die 28-Jährige"."""
    return scene.known.is_plain(scene.tokens[phrase.head].lemma)


def _other_dative(scene: Scene, clause: Clause, source: Range) -> bool:
    """Whether the clause has its addressee outside the source."""
    return any(
        scene.phrases[k].preposition is None
        and scene.phrases[k].agreement & DATIVE
        and not scene.phrases[k].agreement & (NOMINATIVE | ACCUSATIVE)
        and not source[0] <= scene.phrases[k].first < source[1]
        for k in clause.objects
    )
