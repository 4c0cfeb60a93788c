"""SIGNS: by what a reader sees that a name is said of a place and not of a government, a club or a person."""

from collections.abc import Callable
from typing import NamedTuple

from lagebild.extraction.places.names import Name
from lagebild.extraction.places.scene import Frame, Scene
from lagebild.model.place import PlaceKind

EVERY_KIND = frozenset(PlaceKind)
DASHES = frozenset(("–", "-", "—", "--"))
# How many words may stand between the names of "zwischen X und Y", or between a name and "nach" or its noun.
FAR = 3


class Sign(NamedTuple):
    """Why the name is a place, and which kinds of place it can be."""

    rule: str
    reason: str
    kinds: frozenset[PlaceKind] = EVERY_KIND


class Not(NamedTuple):
    """Why the name is no place, whatever else speaks for it."""

    reason: str


Finding = Sign | Not | None


def of_body(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "die Stadt Köln teilte mit": the administration acts."""
    if frame.noun is None or frame.preposition is not None or not scene.is_subject(name):
        return None
    clause = scene.clause(name)
    noun = scene.tokens[frame.noun].text
    if clause is None or not clause.lemma or clause.passive or clause.lemma in scene.words.lists["being"]:
        return None
    if noun in scene.words.lists["bodies"]:
        return Not(f"“{noun}” acts")
    return None


def with_noun(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "die Stadt Kramatorsk", "im Gebiet Kursk"."""
    if name.last > name.first + 1 and scene.words.noun(scene.tokens[name.first]) is not None:
        return Sign("apposition", f"“{scene.tokens[name.first].text}” is part of the name")
    if frame.noun is None or name.genitive:
        return None
    noun = scene.tokens[frame.noun].text
    return Sign("apposition", f"“{noun}” stands before it", scene.words.noun(scene.tokens[frame.noun]) or EVERY_KIND)


def at_border(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "an der Grenze zu Belarus", "nördlich von Aleppo", "in der Nähe von Kiew"."""
    if frame.preposition is None:
        return None
    preposition = scene.tokens[frame.preposition].text.lower()
    noun = scene.before(frame.preposition)
    if noun is None:
        return None
    if preposition in scene.words.lists["border_prepositions"] and noun.text in scene.words.lists["borders"]:
        return Sign("border", f"“{noun.text} {preposition}” stands before it")
    if preposition in scene.words.lists["owning_prepositions"] and (
        noun.text in scene.words.lists["parts"] or noun.text.lower() in scene.words.prepositions
    ):
        return Sign("part", f"“{noun.text} {preposition}” stands before it")
    return None


def between(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "zwischen Hamburg und Berlin": a stretch of land, where not both are states or their capitals."""
    tokens = scene.tokens
    partner, opening = _joined(name, scene, forward=True), frame.preposition
    if opening is None or tokens[opening].text.lower() != "zwischen":
        partner = _joined(name, scene, forward=False)
        opening = None if partner is None else scene.frame(partner).preposition
        if opening is None or tokens[opening].text.lower() != "zwischen":
            return None
    before = scene.before(opening)
    if before is not None and before.text in scene.words.lists["stretches"]:
        return Sign("border", f"“{before.text} zwischen” stands before it")
    if partner is None or scene.sports:
        return Not("“zwischen” states or persons")
    if all(scene.may_act(side) for side in (name, partner)):
        return Not("“zwischen” two governments")
    return Sign("preposition", "“zwischen” stands before it")


def _joined(name: Name, scene: Scene, *, forward: bool) -> Name | None:
    """The name that "und" or "bis" joins to this one."""
    tokens = scene.tokens
    j = name.last if forward else name.first - 1
    step = 1 if forward else -1
    conjunction = False
    for _ in range(FAR):
        if not 0 <= j < len(tokens) or not scene.same_sentence(j, name.first):
            return None
        if j in scene.at:
            return scene.at[j] if conjunction else None
        conjunction = conjunction or tokens[j].tag == "KON"
        j += step
    return None


def on_the_way(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "von der Türkei nach Griechenland", "von Peking bis Schanghai": where a way begins."""
    if (
        frame.preposition is None
        or scene.tokens[frame.preposition].text.lower() not in scene.words.lists["way_prepositions"]
    ):
        return None
    for j in range(name.last, min(name.last + FAR, len(scene.tokens))):
        if scene.tokens[j].text.lower() in scene.words.lists["onward"] and scene.same_sentence(name.first, j):
            end = next((scene.at[k] for k in range(j + 1, min(j + FAR, len(scene.tokens))) if k in scene.at), None)
            return None if end is None else Sign("preposition", f"a way leads from there to “{end.form}”")
    return None


def seat_of(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "die Polizei Hannover", "Landgericht Dortmund": they are there."""
    before = scene.before(name.first)
    if before is None or before.tag != "NN" or name.genitive or scene.is_country(name):
        return None
    if not before.text.lower().endswith(scene.words.city_nouns) or scene.words.noun(before) is not None:
        return None
    if before.text in scene.words.lists["parts"]:
        return None
    return Sign("seat", f"“{before.text}” of it", frozenset((PlaceKind.CITY, PlaceKind.REGION)))


def behind_preposition(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "bei Kursk", "in der Ukraine", "auf Lesbos", "vor der Straße von Hormus"."""
    if frame.preposition is None or scene.owns_next(name):
        return None
    words, tokens = scene.words, scene.tokens
    token = tokens[frame.preposition]
    preposition = token.text.lower()
    allowed = words.prepositions.get(preposition)
    if allowed is None:
        return None
    before = scene.before(frame.preposition)
    reason = f"“{preposition}” stands before it"
    if scene.sports and preposition not in words.lists["sports_prepositions"]:
        return Not("a club, in a report on sports")
    spoken = preposition in words.lists["voice_prepositions"] and scene.is_capital(name)
    if spoken and before is not None and before.text in words.lists["voices"]:
        return Not(f"“{before.text} {preposition}” a government")
    if (
        preposition in words.lists["owning_prepositions"]
        and before is not None
        and before.text in words.lists["titles"]
    ):
        return Not("part of a title")
    if scene.is_capital(name) and not allowed.capital:
        return _passing(name, preposition, before.text if before else "", scene)
    kinds = allowed.kinds
    if preposition in words.lists["island_prepositions"] and any(
        c.code in words.lists["islands"] for c in name.candidates
    ):
        kinds |= {PlaceKind.COUNTRY}
    if any(candidate.kind in kinds for candidate in name.candidates):
        return Sign("preposition", reason, kinds)
    if name.part:
        return Sign("preposition", reason) if PlaceKind.REGION in kinds else None
    return _passing(name, preposition, before.text if before else "", scene)


def _passing(name: Name, preposition: str, before: str, scene: Scene) -> Finding:
    """As in "über Syrien abgeschossen", "durch Ungarn gereist"; "über Syrien gesprochen" is no place."""
    words = scene.words.lists
    if preposition not in words["passage_prepositions"]:
        return None
    clause = scene.clause(name)
    if before in words["passage_nouns"] or (clause is not None and clause.lemma in words["passage"]):
        return Sign("preposition", f"“{preposition}” and a way stand beside it")
    return None


def of_part(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "der Osten Syriens", "die Hauptstadt der Ukraine"."""
    if frame.preposition is not None or frame.noun is not None:
        return None
    before = scene.before(frame.first)
    article = frame.first < name.first
    if before is None or before.text not in scene.words.lists["parts"] or not (name.genitive or article):
        return None
    if article and scene.tokens[frame.first].text.lower() not in scene.words.lists["genitive_articles"]:
        return None
    return Sign("part", f"“{before.text}” of it")


def with_part(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "Syriens Norden", "Aleppos belagerte Altstadt"."""
    if not name.genitive and not name.form[-1] not in scene.words.lists["genitive_ends"]:
        return None
    tokens = scene.tokens
    j = name.last
    while j < len(tokens) and tokens[j].tag == "ADJA" and j < name.last + FAR:
        j += 1
    if j < len(tokens) and scene.same_sentence(j, name.first) and tokens[j].text in scene.words.lists["parts"]:
        return Sign("part", f"“{tokens[j].text}” of it")
    return None


def under_attack(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "Luftangriffe auf Charkiw", "die Schlacht um Mossul", "das Massaker von My Lai".

    A state is attacked as a whole: that says who, not where.
    """
    if frame.preposition is None or scene.is_country(name):
        return None
    preposition = scene.tokens[frame.preposition].text.lower()
    before = scene.before(frame.preposition)
    if before is None or before.tag != "NN":
        return None
    lists = scene.words.lists
    nouns = scene.words.disasters if preposition in lists["owning_prepositions"] else scene.words.strikes
    if preposition not in lists["owning_prepositions"] | lists[
        "strike_prepositions"
    ] or not before.text.lower().endswith(nouns):
        return None
    return Sign("struck", f"“{before.text}” stands before it")


def where_it_happens(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "Rebellen eroberten Slowjansk", "Aleppo wurde bombardiert", "sie verließen Syrien"."""
    if frame.preposition is not None or name.genitive or scene.sports:
        return None
    clause = scene.clause(name)
    words = scene.words.lists
    if clause is not None and clause.lemma in words["lies"] and scene.is_subject(name):
        return Sign("object", "the report says where it lies")
    if clause is None or clause.lemma not in words["happens_at"]:
        return None
    if scene.is_country(name) and clause.lemma not in words["travel"]:
        return None
    k = scene.phrase(name)
    if (clause.passive and clause.subject == k) or (not clause.passive and k in clause.objects):
        return Sign("object", f"“{clause.lemma}” happens there")
    return None


def dateline(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "Wien – Die Gewerkschaft", "KIEW/MOSKAU (dpa) -": where the report was written."""
    sentence = scene.analysis.sentences[scene.analysis.sentence_of[name.first]]
    first = name.first
    while first > sentence.first and scene.tokens[first - 1].text == "/":
        first -= 2
    after = scene.after(name)
    if first != sentence.first or after is None or after.text not in DASHES or after.start == name.span.end:
        return None
    following = name.last + 1
    if following < sentence.last and scene.tokens[following].text[:1].isupper():
        return Sign("dateline", "the report comes from there")
    return None


def adjective(name: Name, frame: Frame, scene: Scene) -> Finding:
    """As in "Kölner Polizei", "am Moskauer Flughafen", "in einer Hamburger Diskothek"."""
    if not name.adjective:
        return None
    noun = scene.tokens[name.last].text
    if noun.lower().endswith(scene.words.city_nouns):
        return Sign("adjective", f"“{noun}” stands behind its adjective")
    preposition = "" if frame.preposition is None else scene.tokens[frame.preposition].text.lower()
    if preposition in scene.words.lists["here"]:
        return Sign("adjective", f"“{preposition}” stands before it, “{noun}” behind its adjective")
    return Not("what is named after a city")


SIGNS: tuple[Callable[[Name, Frame, Scene], Finding], ...] = (
    adjective, of_body, with_noun, at_border, seat_of, under_attack, between, on_the_way, behind_preposition,
    of_part, with_part, where_it_happens, dateline,
)  # fmt: skip


def sign(name: Name, scene: Scene) -> Finding:
    """The first sign that there is, None where nothing speaks for a place."""
    frame = scene.frame(name)
    for look in SIGNS:
        found = look(name, frame, scene)
        if found is not None:
            return found
    return None
