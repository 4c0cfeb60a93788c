"""Named harm: who would do the harm that a phrase names, whom it would hit, and whether it is one at all."""

from lagebild.extraction.events.nouns import noun_sides, row_of
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, followers, standing
from lagebild.extraction.threats.harms import HOSTILE
from lagebild.extraction.threats.targets import aimed_at, behind, of_event, of_phrases, together
from lagebild.language.endings import without_ending
from lagebild.language.words import word_lists
from lagebild.model.event import Event, EventType, Party
from lagebild.model.span import Span

# What the words for the means must name: any harm, or acts of war alone.
HARMS = frozenset(("harm", "war"))
# The source column of rows whose source is who would do the harm that is named.
FEARED = ("harm",)
PRIVATE = ("-CVL",)


def struck_by(stage: Stage, inner: int, source: Party | None) -> tuple[Party, ...]:
    """Whom the infinitive hits that says what is threatened; captives may be anybody's."""
    clause = stage.clauses[inner]
    found = of_phrases(stage, standing(stage, clause, ("dat", "akk")), source)
    at = word_lists(stage.language, "threats")["aimed"]
    found = found or aimed_at(stage, clause.first, clause.last, at, source)
    return tuple(party for party in found if not party.code.endswith(PRIVATE))


def threat_told_at(stage: Stage, span: Span) -> Event | None:
    """The event of threatening that the trigger tells."""
    return next((event for event in stage.told_at(span) if event.type is EventType.THREATEN), None)


def harmer(stage: Stage, harm: int) -> Party | None:
    """Who would do the harm: by the words of the noun, or by the event that it tells."""
    row = row_of(stage, harm)
    if row is not None and (found := noun_sides(stage, harm, row).actor):
        index = stage.analysis.clause_of[stage.phrases[harm].head]
        speaking = {party.code for party in stage.actor_of(index)} if index >= 0 else set()
        return next((party for party in found if party.code not in speaking), None)
    code = stage.parties.bodies.beside_noun(stage.phrases[harm])
    if code is not None:
        return Party(code, stage.parties.span_of(stage.phrases[harm]))
    # As in "ein Krieg mit Israel".
    with_whom = beside_noun(stage, harm, [f"p:{word}" for word in stage.words["with"]])
    return next((party for k in with_whom for party in stage.parties.of_full(k)), None)


def harmed(stage: Stage, harm: int, source: Party | None) -> tuple[Party, ...]:
    """Whom the words for the harm name."""
    row = row_of(stage, harm)
    if row is not None and (found := noun_sides(stage, harm, row).recipient):
        return together((found,), other_than=source)
    if answered := _answered(stage, harm, source):
        return answered
    on = word_lists(stage.language, "threats")["harm_on"]
    return behind(stage, harm, on, source) or of_event(stage, stage.full(harm), source)


def _answered(stage: Stage, harm: int, source: Party | None) -> tuple[Party, ...]:
    """As in "eine harte Antwort auf den israelischen Angriff": who did what the harm is the answer to."""
    near = next(followers(stage, harm), None)
    on = word_lists(stage.language, "threats")["harm_on"]
    row = row_of(stage, near) if near is not None and stage.preposition(near) in on else None
    if near is None or row is None or row.type not in HOSTILE:
        return ()
    return together((noun_sides(stage, near, row).actor,), other_than=source)


def names_harm(stage: Stage, k: int, listed: frozenset[str], words: dict[str, frozenset[str]]) -> bool:
    """By the noun; an answer by a hard word before it, the use of something by the weapon behind it."""
    phrase = stage.phrases[k]
    head = stage.tokens[phrase.head]
    if head.tag != "NN":
        return False
    if is_listed(head.lemma, listed):
        return True
    if is_listed(head.lemma, words["answers"]):
        before = {without_ending(stage.tokens[i].text.lower()) for i in range(phrase.first, phrase.head)}
        return bool(before & {without_ending(word) for word in words["severe"]})
    near = next(followers(stage, k), None) if is_listed(head.lemma, words["uses"]) else None
    if near is None:
        return False
    used = stage.tokens[stage.phrases[near].head].lemma
    return is_listed(used, words["weapons"]) or is_listed(used, listed)


def is_headed_by(stage: Stage, k: int, listed: frozenset[str]) -> bool:
    """Whether the phrase's noun is one of the words."""
    return stage.tokens[stage.phrases[k].head].lemma.lower() in listed
