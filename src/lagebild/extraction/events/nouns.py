"""Nouns that tell events: "der Angriff Russlands auf die Ukraine", "US-Sanktionen gegen den Iran"."""

from collections.abc import Iterator, Sequence

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbs import NOBODY, owners
from lagebild.language.happenings import EventNoun
from lagebild.model.analysis import GENITIVE, Phrase
from lagebild.model.event import Party
from lagebild.model.span import Span


def noun_drafts(stage: Stage) -> Iterator[Draft]:
    """Events told by nouns, in text order."""
    for k, phrase in enumerate(stage.phrases):
        head = stage.tokens[phrase.head]
        if head.tag != "NN":
            continue
        row = stage.lexicon.noun(head.lemma)
        if row is not None:
            yield from _told(stage, k, phrase, row)


def _told(stage: Stage, k: int, phrase: Phrase, row: EventNoun) -> Iterator[Draft]:
    head = stage.tokens[phrase.head]
    sides: dict[str, Sequence[Party]] = {"actor": (), "recipient": ()}
    if row.front:
        sides[row.front] = _front(stage, phrase)
    if row.gen:
        owner = _owner(stage, k, phrase)
        if owner:
            sides[row.gen] = owner
    followers = _followers(stage, k, phrase)
    for place in row.recipient:
        if place == "both":
            continue
        found = next((side for p, side in followers if p == place[2:]), ())
        if found:
            sides["recipient"] = found
            break
    through = next((side for p, side in followers if p in stage.words["agents_of_nouns"]), ())
    if through and not sides["actor"]:
        sides["actor"] = through
    index = stage.analysis.clause_of[phrase.head]
    if "both" in row.recipient:
        sides = _together(stage, followers, sides)
    elif not sides["actor"] and row.gen != "recipient" and index >= 0:
        sides["actor"] = _from_clause(stage, index, k)
    if not _enough(row.needs, sides["actor"], sides["recipient"]):
        return
    trigger = Span(head.start, head.end)
    for actor in sides["actor"] or NOBODY:
        for recipient in sides["recipient"] or NOBODY:
            if actor is not None and recipient is not None and actor.code == recipient.code and row.needs == "both":
                continue
            yield Draft(
                "event-noun", row.lemma, row.type, row.mode, row.context, trigger, phrase.head, index, actor, recipient,
                None, negated=_is_negated(stage, phrase), unreal=_is_unreal(stage, phrase),
            )  # type: ignore[arg-type]  # fmt: skip


def _front(stage: Stage, phrase: Phrase) -> tuple[Party, ...]:
    code = stage.parties.front_code(phrase)
    if code is None:
        return ()
    return (Party(code, Span(stage.tokens[phrase.first].start, stage.tokens[phrase.last - 1].end), None),)


def _owner(stage: Stage, k: int, phrase: Phrase) -> tuple[Party, ...]:
    """Whom a genitive before or behind the noun, a possessive, or "von" names."""
    for i in range(phrase.first, phrase.head):
        token = stage.tokens[i]
        if token.tag == "NE":
            found = stage.parties.of_range(i, i + 1) or _named_in(stage, phrase, i)
            if found:
                return found
        if token.tag == "PPOSAT":
            party = stage.parties.possessor(i)
            return (party,) if party is not None else ()
    last = full_phrase(stage.analysis, k)[1]
    for i in range(phrase.last, last):
        follower = stage.analysis.phrase_of[i]
        if follower < 0 or follower == k or stage.phrases[follower].first != i:
            continue
        preposition = stage.preposition(follower)
        if preposition in stage.words["owner_prepositions"] or (
            not preposition and stage.phrases[follower].agreement & GENITIVE
        ):
            found = stage.parties.of_full(follower) or owners(stage, follower)
            if found:
                return found
    return ()


def _named_in(stage: Stage, phrase: Phrase, i: int) -> tuple[Party, ...]:
    body = stage.parties.body(Phrase(i, i + 1, i, phrase.agreement, None))
    code = stage.parties.code_of(body, None) if body is not None else None
    return (Party(code, stage.tokens[i].span, None),) if code else ()


def _followers(stage: Stage, k: int, phrase: Phrase) -> list[tuple[str, tuple[Party, ...]]]:
    """The phrases with a preposition behind the noun, up to the next comma or verb, and the sides that they name."""
    found = []
    sentence = stage.analysis.sentences[stage.analysis.sentence_of[phrase.head]]
    i = phrase.last
    while i < sentence.last and i < phrase.last + 14:
        token = stage.tokens[i]
        if token.verb is not None or token.text in (",", ";", ":") or token.tag in ("VVPP", "VVINF", "PTKVZ"):
            break
        follower = stage.analysis.phrase_of[i]
        if follower >= 0 and stage.phrases[follower].first == i:
            preposition = stage.preposition(follower)
            if preposition:
                sides = stage.parties.of_full(follower) or owners(stage, follower)
                found.append((preposition, sides))
            i = stage.phrases[follower].last
            continue
        i += 1
    return found


def _together(
    stage: Stage, followers: Sequence[tuple[str, tuple[Party, ...]]], sides: dict[str, Sequence[Party]]
) -> dict[str, Sequence[Party]]:
    """Who does it with whom: "zwischen A und B", "A mit B", "von A und B"."""
    between = next((side for p, side in followers if p in stage.words["between"]), ())
    if len(between) > 1:
        return {"actor": between[:1], "recipient": between[1:]}
    partner = next((side for p, side in followers if p in stage.words["with"] and side), ())
    actors = sides["actor"]
    if partner:
        return {"actor": actors, "recipient": partner}
    if len(actors) > 1:
        return {"actor": actors[:1], "recipient": actors[1:]}
    return {"actor": actors, "recipient": sides["recipient"]}


def _from_clause(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """As in "Die Miliz verübte einen Anschlag": the actor of a verb that only carries the noun."""
    clause = stage.clauses[index]
    if clause.lemma not in stage.words["carriers"] or clause.subject == k:
        return ()
    return tuple(stage.actor_of(index))


def _enough(needs: str, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    if needs == "actor":
        return bool(actors)
    if needs == "recipient":
        return bool(recipients)
    if needs == "both":
        return bool(actors) and bool(recipients)
    return bool(actors or recipients)


def _is_negated(stage: Stage, phrase: Phrase) -> bool:
    return stage.tokens[phrase.first].lemma.lower() in stage.words["negations"]


def _is_unreal(stage: Stage, phrase: Phrase) -> bool:
    """As in "ein möglicher Angriff", "geplante Sanktionen"."""
    return any(
        stage.tokens[i].lemma.lower().rstrip("enrs") in stage.words["unreal_adjectives"] or
        stage.tokens[i].text.lower().rstrip("enrsm") in stage.words["unreal_adjectives"]
        for i in range(phrase.first, phrase.head)
        if stage.tokens[i].tag == "ADJA"
    )
