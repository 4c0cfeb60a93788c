"""Whose a cue noun is: its genitive, its von-phrase, its possessive, or the subject of the verb around it."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.candidates import is_time
from lagebild.extraction.attributions.named_kinds import kind_of_name
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of, source_of
from lagebild.language.cues import CueNoun
from lagebild.model.analysis import ACCUSATIVE, GENITIVE, Clause, Phrase
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind


def owner_of(scene: Scene, k: int, cue: CueNoun) -> Range | None:
    """The noun's possessive, its genitive or its von-phrase, up to a preposition that the noun governs itself: "die
    Kritik *der Kirchen* an dem Gesetz". A thing in the genitive is no owner of "Vorwurf": "der Vorwurf der Untreue"."""
    phrase = scene.phrases[k]
    last = max(full_phrase(scene.analysis, k)[1], phrase.last)
    if scene.is_owned(k):
        return phrase.first - 1, phrase.first
    for i in range(phrase.first, phrase.head):
        if scene.tag(i) == "PPOSAT":
            return i, i + 1
        if scene.tag(i) == "NE" and scene.tokens[i].text.endswith(("s", "'", "’")):
            return phrase.first, i + 1
    i = phrase.last
    if i >= last:
        return None
    other = scene.phrase_of[i] if scene.tag(i) not in ("APPR", "APPRART") else scene.phrase_of[i + 1]
    if other < 0:
        return None
    after = scene.phrases[other]
    if after.preposition is None and after.agreement & GENITIVE:
        return _before_governed(scene, other, cue) if "gen" not in cue.takes or has_a_voice(scene, after) else None
    if preposition_of(scene, after) in scene.lexicon.words["owner_prepositions"] and not scene.is_thing(after):
        return _before_governed(scene, other, cue)
    return None


def comes_from(scene: Scene, k: int, clause: Clause, content: Range | None = None) -> Range | None:
    """From whom the noun comes: "Kritik an dem Plan kam *von der Opposition*", "Lob gab es *von der Jury*"."""
    words = scene.lexicon.words
    mine = k == clause.subject or (k in clause.objects and scene.phrases[k].preposition is None)
    if clause.lemma not in words["coming_verbs"] or not mine or clause.passive:
        return None
    own = content[1] if content is not None else scene.phrases[k].last
    for other in clause.objects:
        phrase = scene.phrases[other]
        if preposition_of(scene, phrase) not in words["owner_prepositions"] or phrase.preposition is None:
            continue
        # Behind another noun it belongs to that one: "im Landtag von Kiel".
        apart = phrase.preposition == own or scene.tag(phrase.preposition - 1) not in ("NN", "NE")
        if apart and scene.speaks(phrase):
            return full_phrase(scene.analysis, other)
    return None


def has_a_voice(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, a body or a text."""
    return scene.speaks(phrase) or scene.tokens[phrase.head].lemma in scene.lexicon.words["frame_documents"]


def _before_governed(scene: Scene, k: int, cue: CueNoun) -> Range:
    """The whole phrase without what the noun before it governs."""
    first, last = full_phrase(scene.analysis, k)
    for i in range(scene.phrases[k].last, last):
        if scene.tag(i) in ("APPR", "APPRART") and scene.tokens[i].lemma.lower() in cue.prepositions:
            return first, i
    return first, last


def who_has_it(scene: Scene, k: int, clause: Clause, cue: CueNoun) -> Range | None:
    """The subject of a light verb around the noun, or of any verb with the noun as its means: "Holm vertrat die
    Ansicht, …", "Holm trat der Kritik mit dem Argument entgegen, …"; or whom the thought stirs, where it spreads, from
    where the word comes."""
    light = clause.lemma in scene.lexicon.words["light_verbs"]
    motive = cue.act is Act.THINK and preposition_of(scene, scene.phrases[k]) in scene.lexicon.words["motives"]
    means = cue.act is not Act.ASK and (_is_means(scene, k, clause) or (motive and not clause.passive))
    if clause.subject not in (None, k) and (light or means):
        return source_of(scene, clause) if _has_mind(scene, clause) else None
    if cue.act is Act.THINK and clause.subject == k:
        return _stirred(scene, clause) or _among(scene, clause)
    return _sender(scene, clause)


def _has_mind(scene: Scene, clause: Clause) -> bool:
    """Whether the subject may have a thought; not in "der Erfolg gibt uns die Hoffnung, dass …"."""
    assert clause.subject is not None
    phrase = scene.phrases[clause.subject]
    endings = tuple(scene.lexicon.words["person_endings"])
    return scene.speaks(phrase) or scene.tokens[phrase.head].lemma.endswith(endings)


def _stirred(scene: Scene, clause: Clause) -> Range | None:
    """As in "die Sorge, dass …, treibt *die Behörden* um"."""
    if clause.lemma not in scene.lexicon.words["stirring_verbs"]:
        return None
    for k in clause.objects:
        phrase = scene.phrases[k]
        if phrase.preposition is None and phrase.agreement & ACCUSATIVE and scene.tag(phrase.head) != "PRF":
            return full_phrase(scene.analysis, k) if scene.speaks(phrase) else None
    return None


def spread_among(scene: Scene, k: int, clause: Clause) -> Range | None:
    """As in "in *der Partei* gibt es Kritik an dem Kurs", "aus *der Partei* werden Rufe nach einem Wechsel laut": the
    people or the body among whom the noun spreads."""
    mine = k == clause.subject or (k in clause.objects and scene.phrases[k].preposition is None)
    source = _among(scene, clause, of=scene.lexicon.words["origin_prepositions"]) if mine else None
    if source is None or clause.lemma in scene.lexicon.words["copula"]:
        return None
    at = scene.phrase_of[source[0]]
    named = kind_of_name(scene, source) is EntityKind.ORGANISATION
    return source if named or (at >= 0 and scene.kind(scene.phrases[at]) is not None) else None


def _spreads(scene: Scene, clause: Clause) -> bool:
    """Whether the verb tells that there is such a thought, alone or as "werden" in "wird laut"."""
    words = scene.lexicon.words
    if clause.lemma in words["spreading_verbs"]:
        return True
    return any(scene.word(i) in words["growing_loud"] for first, last in clause.parts for i in range(first, last))


def _among(scene: Scene, clause: Clause, of: frozenset[str] = frozenset()) -> Range | None:
    """As in "bei *den Händlern* wächst die Sorge", "im *Westen* setzt sich die Ansicht durch"; `of` are more
    prepositions before those who have it."""
    words = scene.lexicon.words
    if not _spreads(scene, clause):
        return None
    for k in clause.objects:
        phrase = scene.phrases[k]
        if preposition_of(scene, phrase) in words["spreading_among"] | of and scene.speaks(phrase):
            return None if is_time(scene, k) else full_phrase(scene.analysis, k)
    return None


def _sender(scene: Scene, clause: Clause) -> Range | None:
    """As in "aus *der Abteilung* kamen Hinweise, …", "er bekam von *Anwohnern* die Auskunft, …"."""
    words = scene.lexicon.words
    if clause.lemma not in words["getting_verbs"]:
        return None
    for k in clause.objects:
        phrase = scene.phrases[k]
        preposition = preposition_of(scene, phrase)
        told = preposition in words["owner_prepositions"] and scene.speaks(phrase)
        if (told or preposition in words["origin_prepositions"]) and not is_time(scene, k):
            return full_phrase(scene.analysis, k)
    return None


def _is_means(scene: Scene, k: int, clause: Clause) -> bool:
    """As in "trat der Kritik mit dem Argument entgegen, …": the words are his who acts with them."""
    with_it = preposition_of(scene, scene.phrases[k]) in scene.lexicon.words["means_prepositions"]
    return with_it and not clause.passive and clause.subject is not None and scene.speaks(scene.phrases[clause.subject])
