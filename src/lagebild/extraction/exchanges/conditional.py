"""Conditional: exchanges told as a condition that one side sets, "will x nur, wenn B y", "zahlt, damit B y"."""

from collections.abc import Iterator

from lagebild.extraction.events.owners import name_inside
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, is_hostile, is_refused, side, whole
from lagebild.extraction.exchanges.partners import (
    giver,
    is_bare_body,
    is_bare_state,
    other_side,
    owner_of,
    owner_of_given,
    receiver,
    sides_of,
    speaking,
)
from lagebild.extraction.exchanges.phrased import named_behind, named_in
from lagebild.extraction.exchanges.places import Tied, found_ties
from lagebild.extraction.exchanges.purposes import gifts_for
from lagebild.extraction.exchanges.wanted import gained, is_wanting
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import followers
from lagebild.language.endings import without_ending
from lagebild.language.ties import Tie
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.event import Party, code_of
from lagebild.model.span import Span

# Words of the main clause make its condition one that is set; without them both clauses must tell gifts.
IF_ONLY = Tie((), "ifonly", "", ())
IF_BOTH = Tie((), "ifboth", "", ())
# As in "zahlt der Türkei Geld, damit Ankara Flüchtlinge aufnimmt": who is paid does it.
PAID_FOR = Tie((), "paidfor", "", ())
# As in "Israel muss Häftlinge freilassen, ehe der Soldat zurückkehrt": what is asked stands in the main clause.
FIRST = Tie((), "first", "", ())
# As in "verlangt Waffen von den USA, bevor es zustimmt".
WANTED = Tie((), "first", "", ())
# As in "Erst nachdem Kiew zugesagt hatte, gab Bern nach": both are done.
AFTER = Tie((), "ifonly", "", ())
# As in "Kuba ließ Häftlinge frei, nachdem Bern ihm Hilfe zugesagt hatte": one gift has to be for the other side.
SINCE = Tie((), "mutual", "", ())
FORMS = frozenset(("condition", "ifonly"))
# The lists of conjunctions that open a condition or a purpose.
FREE = (ClauseKind.MAIN, ClauseKind.V2)
OPENING = ("if_words", "if_only_words", "after_words", "when_words", "paid_for")


def by_conditions(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all conditions, in text order."""
    tied = [found for found in found_ties(stage) if found.tie.form in FORMS]
    for condition in (*tied, *_opened(stage, {found.last - 1 for found in tied})):
        draft = _draft(stage, condition)
        if draft is not None and code_of(draft.sides[0].party) != code_of(draft.sides[1].party):
            yield draft
    yield from _let_do(stage)


def _let_do(stage: Stage) -> Iterator[Draft]:
    """As in "übergaben ihre Waffen den Rebellen, um abziehen zu können": whoever gets them lets it happen."""
    allowing = word_lists(stage.language, "exchanges")["allowing_modals"]
    for index, given, acting, partner, tie in gifts_for(stage, lambda clause: clause.modal in allowing):
        sides = (side(stage, acting, gift_of(stage, given)), side(stage, partner, gift_of(stage, index)))
        yield Draft("exchange-condition", sides, (tie,), given, is_unreal(stage, stage.clauses[given]))


def _opened(stage: Stage, taken: set[int]) -> Iterator[Tied]:
    """The conditions whose opener is no tie by itself: "wenn", "falls", "bevor", "Sollte …"."""
    words = word_lists(stage.language, "exchanges")
    for index, clause in enumerate(stage.clauses):
        if clause.opener is None and (clause.finite is None or clause.finite != clause.first):
            continue
        at = _opener(stage, index)
        if at is None or at in taken:
            continue
        word = stage.tokens[at].text.lower()
        main = _main_of(stage, index)
        if main is None or stage.clauses[main].sentence != clause.sentence:
            continue
        tie = PAID_FOR if word in words["paid_for"] else IF_BOTH
        only = _only_word(stage, main) if tie is IF_BOTH else None
        if only is not None:
            tie = IF_ONLY
        elif word in words["after_words"]:
            tie = AFTER if stage.tokens[at - 1].text.lower() in words["only_words"] else SINCE
        if word in words["when_words"]:
            if at < 2 or stage.tokens[at - 2].text.lower() not in words["only_words"]:
                continue  # "gab erst nach, als Kiew zusagte"
            tie = AFTER
        elif word in words["if_only_words"]:
            if is_refused(stage, main):
                tie = IF_ONLY
            elif stage.clauses[main].modal in words["wanted_modals"] and is_gift(stage, main):
                tie = FIRST
            elif gained(stage, stage.clauses[main]) and is_wanting(stage, stage.clauses[main]):
                tie = WANTED
            else:
                continue
        yield Tied(tie, at, at + 1, index, stage.tokens[at].span)


def _opener(stage: Stage, index: int) -> int | None:
    """The conjunction of a condition or purpose, or the finite verb with which it begins: "Sollte Kiew …"."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    if clause.opener is not None and clause.kind is ClauseKind.SUB:
        word = stage.tokens[clause.opener].text.lower()
        return clause.opener if any(word in words[name] for name in OPENING) else None
    if clause.finite is None or clause.finite != clause.first or clause.kind is ClauseKind.FRAGMENT:
        return None
    if index > 0 and stage.clauses[index - 1].sentence == clause.sentence and _opener(stage, index - 1) is not None:
        return None  # "Sollte Kiew x geben, würde Moskau y geben": the second is the main clause
    ends = stage.analysis.sentences[clause.sentence].last - 1
    asks = stage.tokens[ends].text == "?"
    finite = stage.tokens[clause.finite]
    if _verb_first(stage, index):
        return clause.finite
    supposed = finite.verb is None or finite.verb.mood == "kon2" or finite.lemma not in stage.words["future"]
    return clause.finite if finite.lemma in words["if_verbs"] and supposed and not asks else None


def _verb_first(stage: Stage, index: int) -> bool:
    """As in "Gibt Kuba die Häftlinge frei, werde die EU helfen": two clauses that begin with their verbs."""
    clause = stage.clauses[index]
    opens = clause.first == stage.analysis.sentences[clause.sentence].first
    if not opens or index + 1 >= len(stage.clauses):
        return False
    behind = stage.clauses[index + 1]
    words = word_lists(stage.language, "exchanges")
    if behind.sentence != clause.sentence or behind.finite is None or behind.kind not in FREE:
        return False
    then = all(stage.tokens[i].text.lower() in words["then_words"] for i in range(behind.first, behind.finite))
    return then and behind.first > clause.last and behind.last < stage.analysis.sentences[clause.sentence].last + 1


def _only_word(stage: Stage, main: int) -> int | None:
    """As in "nur", "erst", "ist bereit": in the main clause, or in the one that its infinitive depends on."""
    words = word_lists(stage.language, "exchanges")
    parent = stage.clauses[main].parent
    around = (main, parent) if stage.clauses[main].kind is ClauseKind.INF and parent is not None else (main,)
    for index in around:
        for first, last in stage.clauses[index].parts:
            for i in range(first, last):
                if stage.tokens[i].text.lower() in words["only_words"]:
                    return i
    return None


def _main_of(stage: Stage, opened: int) -> int | None:
    """The clause that the condition belongs to: its parent, else the next to it in the sentence."""
    clause = stage.clauses[opened]
    if clause.parent is not None and not clause.first < stage.clauses[clause.parent].first < clause.last:
        return clause.parent
    for other in (opened + 1, opened - 1):
        if 0 <= other < len(stage.clauses) and stage.clauses[other].sentence == clause.sentence:
            return other
    return None


def _draft(stage: Stage, tied: Tied) -> Draft | None:
    opened = _opened_by(stage, tied)
    if opened < 0 or not _is_dependent(stage, opened, tied):
        return None
    main = tied.clause if tied.clause != opened else _main_of(stage, opened)
    words = word_lists(stage.language, "exchanges")
    if main is None or _is_missed(stage, main) or stage.clauses[main].lemma in words["allowing_modals"]:
        return None  # "hätte sonst zugestimmt", "kann nicht anders"
    if is_hostile(stage, main) and stage.clauses[main].lemma not in words["refused_by"]:
        return None
    lasting = bool(set(tied.tie.words) & words["as_long_as"]) and is_refused(stage, main)
    if is_hostile(stage, opened) and not lasting and not _breaks_with(stage, opened):
        return None
    if tied.tie is WANTED:
        return _wanted_first(stage, main, opened, tied)
    if tied.tie is FIRST:
        return _asked_first(stage, main, opened, tied)
    if any(stage.tokens[stage.phrases[k].head].lemma.lower() in words["nobodys"] for k in stage.clauses[main].objects):
        return None
    received = _received(stage, main, opened, tied)
    if received is not None:
        return received
    asking = giver(stage, main) or _owner_of_kept(stage, main) or speaking(stage, main)
    asked = giver(stage, opened) or _bare_state(stage, main, opened)
    allowed = stage.clauses[main].modal in words["allowed_modals"]
    if allowed and asking is not None and asked is not None and asking.code == asked.code:
        asking = speaking(stage, main)  # "Kroatien darf beitreten, sobald es nachgibt, sagte die EU"
    if asking is not None and (_is_taken_up(stage, opened) or _is_bare_body(stage, opened, asking, asked)):
        asked = receiver(stage, main, asking) or asked
    if asked is None and asking is not None and _is_pronoun(stage, opened):
        asked = receiver(stage, main, asking)
    freed = _freed(stage, opened)
    granted = _granted_to(stage, opened, asking)
    if granted is not None:
        asked, freed = granted
    if asking is not None and giver(stage, main) is None and _is_pronoun(stage, opened):
        asked = _of_passive(stage, main, asking) or asked
    if asked is None and asking is not None and _is_undergone(stage, opened) and _is_done(stage, opened):
        asked = owner_of_given(stage, opened, asking) or other_side(stage, opened, asking)
    if asked is None and asking is not None and freed:
        asked = receiver(stage, main, asking) or other_side(stage, opened, asking)
    if asking is None or asked is None or not _is_fit(stage, tied.tie.form, main, opened, asking, asked):
        return None
    mine = gift_of(stage, main, without=tied.span)
    subject = stage.subject(stage.clauses[main])
    if giver(stage, main) is None and subject is not None and not stage.clauses[main].passive:
        named = whole(stage, subject)
        mine = (named, *(span for span in mine if not span.overlaps(named)))
    theirs = freed or gift_of(stage, opened, without=tied.span)
    gifts = (side(stage, asking, mine), side(stage, asked, theirs))
    return Draft("exchange-condition", gifts, (_words_of(stage, tied),), main, _is_set(stage, main, tied))


def _granted_to(stage: Stage, opened: int, asking: Party | None) -> tuple[Party, tuple[Span, ...]] | None:
    """As in "will nur zustimmen, wenn sein Land eine Ausnahme von der EU erhält": who gives it stands behind "von"."""
    clause = stage.clauses[opened]
    if asking is None or clause.lemma not in word_lists(stage.language, "exchanges")["simply_getting"]:
        return None
    got = stage.standing(clause, "akk")
    source = named_in(stage, opened, ("p:von", "p:aus"), asking)
    if source is None and got:
        source = named_behind(stage, got[0], asking)
    return (source, (whole(stage, got[0]),)) if source is not None and got else None


def _owner_of_kept(stage: Stage, main: int) -> Party | None:
    """As in "Solange Kiew nicht verzichtet, bleiben die ungarischen Märkte geschlossen": whose the thing is that
    stays as it is."""
    clause = stage.clauses[main]
    if clause.lemma not in word_lists(stage.language, "exchanges")["being"] or clause.subject is None:
        return None
    head = stage.tokens[stage.phrases[clause.subject].head]
    return owner_of(stage, clause.subject) if head.tag == "NN" else None


def _bare_state(stage: Stage, main: int, opened: int) -> Party | None:
    """As in "versprach Malta ein Stadion, falls die Insel verzichtet": the state to which the main clause gives."""
    acting = giver(stage, main)
    return receiver(stage, main, acting) if acting is not None and is_bare_state(stage, opened) else None


def _is_set(stage: Stage, main: int, tied: Tied) -> bool:
    """Whether the condition is still to be met."""
    if tied.tie is AFTER or tied.tie is SINCE:
        return is_unreal(stage, stage.clauses[main])
    return tied.tie is not PAID_FOR


def _freed(stage: Stage, opened: int) -> tuple[Span, ...]:
    """As in "sobald die Geiseln wieder frei sind", "bis die Entführten auf freiem Fuß seien": nobody is said to let
    them go, and the words for it are the captives with what becomes of them."""
    clause = stage.clauses[opened]
    words = word_lists(stage.language, "exchanges")
    subject = clause.subject
    if subject is None or clause.passive or not _is_taken(stage, subject):
        return ()
    spoken = {stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last)}
    if clause.lemma not in words["coming_free"] and not (clause.lemma in words["being"] and spoken & words["free"]):
        return ()
    _, last = clause.parts[-1]
    verbs = [i for i in clause.predicate if stage.tokens[i].tag.startswith("VA")]
    end = min(verbs) if verbs else last
    return (Span(stage.full(subject).start, stage.tokens[end - 1].end),)


def _is_taken(stage: Stage, k: int) -> bool:
    """As in "die Geiseln", "die entführten Mädchen", "die Verschleppten"."""
    words = word_lists(stage.language, "exchanges")
    phrase = stage.phrases[k]
    if is_listed(stage.tokens[phrase.head].lemma, words["swapped"]):
        return True
    stems = {without_ending(stage.tokens[i].text.lower()) for i in range(phrase.first, phrase.last)}
    return bool(stems & words["taken"])


def _asked_first(stage: Stage, main: int, opened: int, tied: Tied) -> Draft | None:
    asked, offering = giver(stage, main), giver(stage, opened)
    said = speaking(stage, main)
    if offering is None or (asked is not None and offering.code == asked.code):
        offering = said
    if asked is None or offering is None or asked.code == offering.code:
        return None
    subject = stage.subject(stage.clauses[opened])
    theirs = gift_of(stage, opened, without=tied.span)
    if offering is said and subject is not None:
        theirs = (whole(stage, subject), *theirs)
    gifts = (side(stage, offering, theirs), side(stage, asked, gift_of(stage, main)))
    return Draft("exchange-condition", gifts, (_words_of(stage, tied),), main, True)


def _breaks_with(stage: Stage, opened: int) -> bool:
    """As in "falls die Insel ihre Beziehungen zu Taiwan abbricht": what harms a third may be wanted."""
    clause = stage.clauses[opened]
    words = word_lists(stage.language, "exchanges")
    nouns = (stage.tokens[stage.phrases[k].head].lemma for k in clause.objects)
    return clause.lemma in words["breaking"] and any(is_listed(noun, words["broken"]) for noun in nouns)


def _wanted_first(stage: Stage, main: int, opened: int, tied: Tied) -> Draft | None:
    """As in "verlangt Waffen von den USA, bevor es zustimmt"."""
    acting = giver(stage, main)
    wanted = gained(stage, stage.clauses[main])
    if acting is None or not wanted or not is_gift(stage, opened):
        return None
    offering = giver(stage, opened)
    source = named_in(stage, main, ("p:von",), acting) or owner_of(stage, wanted[0])
    if source is None or source.code == acting.code or (offering is not None and offering.code != acting.code):
        return None
    mine = gift_of(stage, opened, without=tied.span)
    gifts = (side(stage, acting, mine), side(stage, source, (whole(stage, wanted[0]),)))
    return Draft("exchange-condition", gifts, (_words_of(stage, tied),), main, True)


def _opened_by(stage: Stage, tied: Tied) -> int:
    """The condition: the clause with the end of the tie, or the next, "nur unter der Bedingung bereit, dass"."""
    if not tied.tie.words or tied.tie.form != "condition" or "," in tied.tie.words:
        return stage.analysis.clause_of[tied.last - 1]
    words = word_lists(stage.language, "exchanges")
    for other in range(tied.clause + 1, min(tied.clause + 3, len(stage.clauses))):
        clause = stage.clauses[other]
        opener = stage.tokens[clause.opener].text.lower() if clause.opener is not None else ""
        if clause.sentence == stage.clauses[tied.clause].sentence and opener in words["dealing_out"]:
            return other
    return -1


def _is_missed(stage: Stage, index: int) -> bool:
    """As in "hätte x gegeben, wenn …": what never came is no condition that anybody sets."""
    clause = stage.clauses[index]
    finite = stage.tokens[clause.finite] if clause.finite is not None else None
    perfect = (
        finite is not None
        and finite.lemma in word_lists(stage.language, "exchanges")["perfect"]
        and len(clause.predicate) > 1
    )
    return perfect and finite is not None and finite.verb is not None and finite.verb.mood == "kon2"


def _is_possible(stage: Stage, index: int) -> bool:
    """As in "Weitere Schritte seien möglich"."""
    words = word_lists(stage.language, "exchanges")["possible_words"]
    parts = stage.clauses[index].parts
    return any(stage.tokens[i].text.lower() in words for first, last in parts for i in range(first, last))


def _received(stage: Stage, main: int, opened: int, tied: Tied) -> Draft | None:
    """As in "Moldau kann mit Gas rechnen, falls es verzichtet", "Athen bekommt Kredite, wenn es spart": who gets
    it is asked for the other gift; who gives is named with the thing, or speaks."""
    clause = stage.clauses[main]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["simply_getting"] | words["counting_on"]:
        return None
    getting, asked = giver(stage, main), giver(stage, opened)
    if getting is None or not is_gift(stage, opened):
        return None
    if asked is None and not _is_pronoun(stage, opened):
        return None
    if (
        asked is not None
        and asked.code != getting.code
        and not is_bare_body(stage, opened)
        and not _is_pronoun(stage, opened)
    ):
        return None
    places = ("akk",) if clause.lemma in words["simply_getting"] else ("p:mit", "p:auf")
    got = next((k for place in places for k in stage.standing(clause, place)), None)
    if got is None:
        return None
    givers = word_lists(stage.language, "exchanges")["given_by"]
    named = (party for k in clause.objects if stage.preposition(k) in givers for party in stage.parties.of_full(k))
    source = next((party for party in named if party.code != getting.code), None)
    source = source or owner_of(stage, got) or speaking(stage, main)
    if source is None or source.code == getting.code:
        source = speaking(stage, main)
    if source is None or source.code == getting.code:
        return None
    gifts = (side(stage, source, (whole(stage, got),)), side(stage, getting, gift_of(stage, opened, without=tied.span)))
    return Draft("exchange-condition", gifts, (_words_of(stage, tied),), main, True)


def _is_undergone(stage: Stage, opened: int) -> bool:
    """As in "wird das Geld eingezahlt", "sobald der Betrag hinterlegt ist"."""
    clause = stage.clauses[opened]
    if clause.passive:
        return True
    still = (
        clause.finite is not None
        and stage.tokens[clause.finite].lemma in word_lists(stage.language, "exchanges")["being"]
    )
    return still and any(stage.tokens[i].tag == "VVPP" for i in clause.predicate)


def _of_passive(stage: Stage, main: int, asking: Party) -> Party | None:
    """As in "der Sudan wird von der Liste gestrichen, wenn er zahlt": whom the passive clause is about."""
    clause = stage.clauses[main]
    if not clause.passive or clause.subject is None:
        return None
    named = (party for party in sides_of(stage, clause.subject) if party.code != asking.code)
    return next(named, None)


def _is_done(stage: Stage, opened: int) -> bool:
    """Whether a passive clause tells that something is given, and not that nothing is."""
    return is_gift(stage, opened) and not is_negated(stage, stage.clauses[opened])


def _is_pronoun(stage: Stage, opened: int) -> bool:
    """As in "stellte Kuba Hilfe in Aussicht, wenn es verzichte": the pronoun is to whom it is offered."""
    subject = stage.subject(stage.clauses[opened])
    given = subject is not None and is_gift(stage, opened)
    return given and subject is not None and stage.tokens[stage.phrases[subject].head].tag == "PPER"


def _is_taken_up(stage: Stage, opened: int) -> bool:
    """As in "liefert der Ukraine Gas, wenn diese verzichtet": the subject points back to whom the main clause names."""
    subject = stage.subject(stage.clauses[opened])
    words = word_lists(stage.language, "exchanges")
    return subject is not None and stage.tokens[stage.phrases[subject].head].text.lower() in words["taking_up"]


def _is_bare_body(stage: Stage, opened: int, asking: Party, asked: Party | None) -> bool:
    """As in "Peru werde Kuba helfen, falls das Regime Wahlen zulasse": no name says that it is the regime of Peru."""
    return asked is not None and asked.code == asking.code and is_bare_body(stage, opened)


def _is_dependent(stage: Stage, opened: int, tied: Tied) -> bool:
    """Whether the clause is a condition by its form: behind a conjunction, its verb first, or its verb last."""
    clause = stage.clauses[opened]
    return clause.kind is ClauseKind.SUB or clause.finite in (tied.first, clause.last - 1)


def _words_of(stage: Stage, tied: Tied) -> Span:
    return stage.tokens[tied.first].span if not tied.tie.words else tied.span


def _is_promise(stage: Stage, opened: int) -> bool:
    """As in "nachdem die Hamas zugesagt hatte, ihre Milizen abzuziehen"."""
    words = word_lists(stage.language, "exchanges")
    behind = opened + 1
    promises = stage.clauses[opened].lemma in words["offering"] | words["promising"] | words["consenting"]
    told = behind < len(stage.clauses) and stage.clauses[behind].parent == opened
    return promises and told and stage.clauses[behind].kind is ClauseKind.INF


def _names(stage: Stage, index: int, party: Party) -> bool:
    """As in "hebt sein Veto gegen den Beitritt Kroatiens auf": the gift is about the other side."""
    for k in stage.clauses[index].objects:
        near = (k, *followers(stage, k))
        if any(found.code == party.code for o in near for found in (*name_inside(stage, o), *stage.parties.of_full(o))):
            return True
    return False


def _is_fit(stage: Stage, form: str, main: int, opened: int, asking: Party, asked: Party) -> bool:
    """Whether the two clauses tell gifts as far as the form asks for it."""
    if form == "ifonly":
        got = stage.clauses[opened].lemma in word_lists(stage.language, "exchanges")["simply_getting"]
        told = [is_gift(stage, main), got or is_gift(stage, opened) or bool(_freed(stage, opened))]
        stative = word_lists(stage.language, "exchanges")["stative"]
        subject = stage.subject(stage.clauses[main])
        told[0] = told[0] or (subject is not None and is_gift_noun(stage, subject))
        still = (
            not told[0]
            and not _is_possible(stage, main)
            and stage.clauses[main].lemma in stative
            and not is_negated(stage, stage.clauses[main])
            and not (_owner_of_kept(stage, main) is not None and is_negated(stage, stage.clauses[opened]))
        )
        return any(told) and not still
    if form == "ifboth":
        given = is_gift(stage, opened) or bool(_freed(stage, opened))
        acts = giver(stage, main) is not None or (stage.clauses[main].passive and speaking(stage, main) is not None)
        return acts and is_gift(stage, main) and given
    if form == "mutual":
        to_asked, to_asking = receiver(stage, main, asking), receiver(stage, opened, asked)
        mutual = (to_asked is not None and to_asked.code == asked.code) or (
            to_asking is not None and to_asking.code == asking.code
        )
        handed = stage.clauses[main].lemma in word_lists(stage.language, "exchanges")["handing_back"]
        freed = stage.clauses[main].lemma in word_lists(stage.language, "exchanges")["freeing"]
        captives = any(_is_taken(stage, k) for k in stage.clauses[main].objects)
        mutual = mutual or freed or (handed and captives) or _is_promise(stage, opened)
        mutual = mutual or _names(stage, main, asked) or _names(stage, opened, asking)
        return mutual and giver(stage, main) is not None and is_gift(stage, main) and is_gift(stage, opened)
    if form == "paidfor":
        paid = receiver(stage, main, asking)
        return is_gift(stage, main) and paid is not None and paid.code == asked.code
    return True
