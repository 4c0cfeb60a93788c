"""Leads: who is described before he is named: "Der Chef der Werft warnt … Das sagte Karl Tann"."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.known import Known
from lagebild.extraction.entities.speakers import Speaker
from lagebild.extraction.entities.titles import akin, tail_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import PLURAL, SINGULAR, Phrase
from lagebild.model.entity import EntityKind

Voiced = tuple[Draft, Speaker]

# A headline and the lead: descriptions farther down take up somebody named before.
LEAD_SENTENCES = 4
# How many sentences behind the description the name may stand.
NAMED_WITHIN = 6
DESCRIBED = "described"


def named_later(scene: Scene, cast: Cast, voiced: Sequence[Voiced]) -> list[Voiced]:
    """The same drafts, with the descriptions of headline and lead called by the names that follow."""
    names: dict[str, Speaker] = {}
    for draft, speaker in voiced:
        if draft.sentence >= LEAD_SENTENCES or speaker.reason != DESCRIBED or speaker.name is None:
            continue
        if draft.source is None or speaker.name in names:
            continue
        phrase = _described(scene, draft)
        if phrase is not None and (later := _name_behind(scene, cast, voiced, draft, phrase)) is not None:
            reason = f"“{scene.word(phrase.head)}”: named later"
            names[speaker.name] = Speaker(later.name, reason, 0.7, later.gender, speaker.token)
    return [(draft, _renamed(speaker, names)) for draft, speaker in voiced]


def _renamed(speaker: Speaker, names: dict[str, Speaker]) -> Speaker:
    found = names.get(speaker.name or "")
    if found is None or not speaker.reason.endswith(DESCRIBED):
        return speaker
    return replace(found, reason=speaker.reason.removesuffix(DESCRIBED) + found.reason, token=speaker.token)


def _described(scene: Scene, draft: Draft) -> Phrase | None:
    """The source's phrase where it describes one person or one report and does not bring in "ein Sprecher"."""
    assert draft.source is not None
    k = next((scene.phrase_of[i] for i in range(*draft.source) if scene.phrase_of[i] >= 0), -1)
    if k < 0:
        return None
    phrase = scene.phrases[k]
    head = scene.tokens[phrase.head]
    if head.tag != "NN" or (phrase.agreement & PLURAL and not phrase.agreement & SINGULAR):
        return None
    if _is_report(scene.known, head.lemma):
        return phrase
    indefinite = scene.known.is_indefinite(scene.word(phrase.first))
    if scene.kind(phrase) != "person" or indefinite or scene.tag(phrase.first) == "PPOSAT" or _are_several(scene, k):
        return None
    return phrase


def _are_several(scene: Scene, k: int) -> bool:
    """Whether the verb shows that the phrase is plural: "die Forscher erwarten"."""
    clause = next((clause for clause in scene.clauses if clause.subject == k and clause.finite is not None), None)
    verb = scene.tokens[clause.finite].verb if clause is not None and clause.finite is not None else None
    return verb is not None and "s" not in verb.numbers


def _is_report(known: Known, lemma: str) -> bool:
    return lemma in known.words["reports"]


def _name_behind(
    scene: Scene, cast: Cast, voiced: Sequence[Voiced], described: Draft, phrase: Phrase
) -> Speaker | None:
    """The first person (for a report: medium) who then speaks under a name that does not stand before."""
    report = _is_report(scene.known, scene.tokens[phrase.head].lemma)
    gender = cast.traits.gender(phrase)
    for draft, speaker in voiced:
        if not described.sentence < draft.sentence <= described.sentence + NAMED_WITHIN or speaker.name is None:
            continue
        if draft.source is None or not speaker.reason.startswith("named"):
            continue
        if report:
            body = scene.known.bodies.get(speaker.name)
            if (body is not None and body.kind is EntityKind.MEDIUM) or "quotation" in speaker.reason:
                return speaker
            continue
        person = cast.people.get(speaker.name)
        if person is None:
            continue
        fits = person.first > phrase.head and (gender not in ("m", "f") or person.gender in (gender, None))
        tail = tail_of(scene.tokens[phrase.head].lemma)
        titled = not person.titles or any(akin(tail, title) for title in person.titles) or _is_anybody(scene, tail)
        return speaker if fits and titled else None
    return None if report else _only_titled(scene, cast, phrase)


def _is_anybody(scene: Scene, tail: str) -> bool:
    """As in "Experte warnt": the noun fits people of many titles."""
    return ends_in(tail.removesuffix("in"), scene.known.words["broad_titles"])


def _only_titled(scene: Scene, cast: Cast, phrase: Phrase) -> Speaker | None:
    """As in "Vater der Vermissten hofft … Malinas Vater, Karl Tann": the only person with the title, named later."""
    if phrase.agreement & PLURAL and scene.phrase_of[phrase.head] not in cast.subjects:
        return None  # "aus Sicht der Fischer" is that of several
    tail, gender = tail_of(scene.tokens[phrase.head].lemma), cast.traits.gender(phrase)
    titled = [person for person in cast.people.values() if any(akin(tail, title) for title in person.titles)]
    if len(titled) != 1 or titled[0].first < phrase.head or titled[0].gender not in (gender, None):
        return None
    return Speaker(titled[0].name, DESCRIBED, 0.7, titled[0].gender)
