"""Bartered: ties that go before the other gift, "A liefert B Öl im Tausch gegen Waffen"."""

from lagebild.extraction.events.reality import is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, is_refused, side, trimmed, whole
from lagebild.extraction.exchanges.partners import giver, is_side, other_side, owner_of, receiver
from lagebild.extraction.exchanges.places import Tied
from lagebild.extraction.exchanges.wanted import gained, is_wanting
from lagebild.extraction.records.doers import meant
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import followers
from lagebild.language.words import word_lists
from lagebild.model.event import Party
from lagebild.model.span import Span

# What may stand before the gift: "als Gegenleistung für bereits gewährte Hilfen".
ADVERBS = ("ADV", "ADJD")


def bartered(stage: Stage, tied: Tied) -> Draft | None:
    """As in "A liefert B Öl im Tausch gegen Waffen": the phrase behind the tie is the gift of the other side."""
    index = tied.clause
    if _is_in_attribute(stage, tied):
        return None
    at = tied.last
    while at < len(stage.tokens) and stage.tokens[at].tag in ADVERBS:
        at += 1
    k = stage.analysis.phrase_of[at] if at < len(stage.tokens) else -1
    acting = giver(stage, index)
    if k < 0 or acting is None or _is_mere_thanks(stage, tied, k):
        return None
    if tied.tie.words[-1] in word_lists(stage.language, "exchanges")["together"] and not is_gift_noun(stage, k):
        return None  # "im Tausch mit Kuba"
    gift = whole(stage, k)
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma in words["getting"] or gained(stage, clause):
        return _demanded(stage, tied, acting, gift)
    if not is_gift(stage, index):
        return None
    if clause.passive and (owner := owner_of(stage, k)) is not None and owner.code == acting.code:
        acting = other_side(stage, index, owner) or acting
    partner = _from_whom(stage, k, acting) or receiver(stage, index, acting) or owner_of(stage, k)
    if partner is None or partner.code == acting.code:
        partner = owner_of(stage, k)
    if partner is None or partner.code == acting.code:
        partner = other_side(stage, index, acting)
    if partner is None and clause.passive:
        return None
    mine = tuple(span for span in gift_of(stage, index, without=Span(tied.span.start, gift.end)))
    sides = (side(stage, partner, (gift,)), side(stage, acting, mine))
    return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_refused(stage, index))


def _is_in_attribute(stage: Stage, tied: Tied) -> bool:
    """As in "die im Gegenzug für Hilfen geforderten Reformen": the clause around tells no gift by that."""
    k = stage.analysis.phrase_of[tied.first]
    return k >= 0 and stage.phrases[k].first < tied.first and tied.last <= stage.phrases[k].head


def _from_whom(stage: Stage, k: int, acting: Party) -> Party | None:
    """As in "im Tausch gegen Flugzeuge aus den USA": from whom the thing comes, where its own words say so."""
    for other in followers(stage, k):
        if (
            stage.phrases[other].preposition is None
            or stage.preposition(other) not in word_lists(stage.language, "exchanges")["given_by"]
        ):
            return None
        found = (party for party in stage.parties.of_full(other) if is_side(stage, party))
        return next((party for party in found if party.code != acting.code), None)
    return None


def _is_mere_thanks(stage: Stage, tied: Tied, k: int) -> bool:
    """As in "zahlte 300 Millionen als Entschädigung für Opfer", behind which stand people, and no act of theirs."""
    words = word_lists(stage.language, "exchanges")
    if not words["thanks"].intersection(tied.tie.words):
        return False
    noun = stage.tokens[stage.phrases[k].head].lemma
    return is_listed(noun, words["thanked"]) or stage.parties.bodies.is_person_noun(stage.phrases[k])


def _demanded(stage: Stage, tied: Tied, acting: Party, gift: Span) -> Draft | None:
    """As in "A fordert im Gegenzug für x von B y": x is the gift of A."""
    index = tied.clause
    clause = stage.clauses[index]
    told = Span(tied.span.start, gift.end)
    wanted = [k for k in gained(stage, clause) if not told.overlaps(stage.parties.span_of(stage.phrases[k]))]
    if not wanted:
        return None
    asked = [
        party for k in stage.standing(clause, "p:von") for party in stage.parties.of_full(k) if is_side(stage, party)
    ]
    source = asked[0] if asked else owner_of(stage, wanted[0])
    if source is None or source.code == acting.code:
        source = other_side(stage, index, acting)
    if source is None:
        return None
    theirs = whole(stage, meant(stage, index, wanted[-1]))
    if theirs.start < tied.span.start and (tied.span.start < theirs.end or _runs_on(stage, theirs, tied)):
        theirs = trimmed(stage, Span(theirs.start, tied.span.start))
    sides = (side(stage, acting, (gift,)), side(stage, source, (theirs,)))
    return Draft("exchange-tie", sides, (tied.span,), index, is_wanting(stage, clause) or is_unreal(stage, clause))


def _runs_on(stage: Stage, theirs: Span, tied: Tied) -> bool:
    """As in "Zugang zu den Häfen als Gegenleistung": between what is wanted and the tie stand no verb and no mark."""
    _, last = stage.range_of(theirs)
    between = stage.tokens[last : tied.first]
    return not any(token.verb is not None or token.tag.startswith(("$", "V", "PTKVZ")) for token in between)
