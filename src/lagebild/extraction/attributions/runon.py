"""Sentences that go on with a speaker whom they no longer name: Konjunktiv that runs on, quotations that do."""

from collections.abc import Sequence

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.interviews import act_in_turn, turn_words
from lagebild.extraction.attributions.quoted_headings import said_again
from lagebild.extraction.attributions.reported_mood import (
    Account,
    Before,
    is_plainly_reported,
    reported_from,
    stands_alone,
)
from lagebild.extraction.attributions.retelling import is_retold
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import quoted_person, whole
from lagebild.extraction.attributions.texts_before import is_text_noun
from lagebild.model.analysis import NOMINATIVE, SINGULAR, ClauseKind, Phrase
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind


def account_of(scene: Scene, drafts: Sequence[Draft]) -> Account:
    """How a sentence with these drafts is told."""
    if not drafts:
        return Account.OWN
    moods = {
        scene.mood(scene.clauses[k])
        for k in scene.clauses_in[drafts[0].sentence]
        if (finite := scene.clauses[k].finite) is not None
        and any(first <= finite < last for draft in drafts for first, last in draft.content)
    }
    told = "kon1" in moods or any(draft.rule == "hearsay" for draft in drafts)
    return Account.REPORTED if told and not _ends_quoted(scene, drafts) else Account.ASCRIBED


def _ends_quoted(scene: Scene, drafts: Sequence[Draft]) -> bool:
    """As in "Das eile, sagte sie: „Wir gehen.“": the report in the Konjunktiv gave way to her own words."""
    last = max((last - 1 for draft in drafts for _, last in draft.content), default=-1)
    quote = scene.quote_of[last] if last >= 0 else -1
    return quote >= 0 and scene.quotes[quote].complete


def runon_draft(scene: Scene, number: int, drafts: Sequence[Draft], before: Before) -> Draft | None:
    """The run-on of sentence `number`, None where it is the author's own or already ascribed.

    `drafts` are those of the sentence; `before` says how the sentence before was told.
    """
    sentence = scene.sentences[number]
    start = scene.skip_marks(sentence.first, sentence.last)
    end = sentence.last
    while end > start and scene.is_mark(end - 1):
        end -= 1
    if end <= start:
        return None
    unheard = sentence.headline and before.account is Account.OWN
    heading = said_again(scene, number)
    if heading is not None and not _covered(drafts, *heading):
        return Draft("runon-quotation", number, None, (), (heading,), Act.SAY, borrow="quotation")
    if is_retold(scene, number, drafts, before.account) and not unheard:
        return Draft("runon-konjunktiv", number, None, (), ((start, end),), Act.SAY, borrow="running")
    turn = _turn_part(scene, number, start, drafts)
    if turn is not None:
        return turn
    quoted = _quoted_part(scene, start, end)
    covered = _covered(drafts, start, end)
    if quoted is not None:
        first, last = quoted
        if _covered(_from_outside(drafts, quoted), first, last) >= 0.5 * (last - first):
            return None
        named = _named_in_front(scene, start, first)
        if named is not None:
            source, colon = named
            return Draft("quotation-colon", number, source, ((colon, colon + 1),), ((first, last),), Act.SAY)
        lead = [scene.tokens[i].verb for i in range(start, first)] if first - start <= 4 and last >= end - 1 else [True]
        if first > start and not any(lead):
            return Draft("runon-quotation", number, None, (), ((first, last),), Act.SAY, borrow="quotation")
        if (first, last) == (start, end) or _mostly(first, last, start, end):
            return Draft("runon-quotation", number, None, (), ((start, end),), Act.SAY, borrow="quotation")
    if covered > 0.5 * (end - start) and not _opens_reported(scene, number, drafts):
        return None
    if unheard:
        return None
    if _main_verb_is_ascribed(scene, number, drafts):
        return None
    begin = reported_from(scene, number, before)
    if begin is None and quoted is not None and not covered and _behind_colon(scene, start, quoted[0]):
        return Draft("runon-quotation", number, None, (), (quoted,), Act.SAY, borrow="quotation")
    if begin is None:
        return None
    begin = max(begin, start)
    if before.account is Account.OWN:
        end = _before_authors(scene, number, begin, end)
    return Draft("runon-konjunktiv", number, None, (), ((begin, end),), Act.SAY, borrow="running")


def _turn_part(scene: Scene, number: int, start: int, drafts: Sequence[Draft]) -> Draft | None:
    """What of the sentence goes on with a turn of an interview."""
    quote = scene.quotes[scene.quote_of[start]] if scene.quote_of[start] >= 0 else None
    words = turn_words(scene, number, quote) if quote is not None and quote.turn else None
    if quote is None or words is None or any(draft.rule == "interview" for draft in drafts):
        return None
    act = act_in_turn(scene, number, quote)
    return Draft("runon-quotation", number, None, (), (words,), act, borrow="quotation")


def _from_outside(drafts: Sequence[Draft], quoted: Range) -> list[Draft]:
    """The drafts that may ascribe the quotation: a cue within it tells what its speaker says of others."""
    return [draft for draft in drafts if not (draft.cue and quoted[0] <= draft.cue[0][0] < quoted[1])]


def _before_authors(scene: Scene, number: int, begin: int, end: int) -> int:
    """Where the reported words end that open a report and are explained by the author: "Nie habe sie gezögert: Die
    Ministerin hat …"."""
    mains = (scene.clauses[k] for k in scene.clauses_in[number] if scene.clauses[k].kind is ClauseKind.MAIN)
    for clause in mains:
        behind = begin < clause.first < end and scene.word(clause.first - 1) == ":"
        if behind and scene.mood(clause) == "ind" and scene.quote_of[clause.first] < 0:
            return clause.first - 1
    return end


def _behind_colon(scene: Scene, start: int, first: int) -> bool:
    """Whether the author's clause ends in a colon, with nothing but marks between it and the quotation."""
    colon = next((i for i in range(first - 1, start, -1) if not scene.is_mark(i) or scene.word(i) == ":"), start)
    told = any(scene.tokens[i].verb is not None for i in range(start, colon))
    return told and scene.word(colon) == ":" and scene.quote_of[colon] < 0


def _quoted_part(scene: Scene, start: int, end: int) -> Range | None:
    """The stretch of the sentence inside one spoken quotation, if there is one."""
    for i in range(start, end):
        q = scene.quote_of[i]
        if q >= 0 and scene.quotes[q].complete:
            return max(start, scene.quotes[q].first), min(end, scene.quotes[q].last)
    return None


def _named_in_front(scene: Scene, start: int, first: int) -> tuple[Range, int] | None:
    """As in "Hafenmeister Karl Tann: „…“": who is named before the colon, with no verb between."""
    colon = next((i for i in range(first - 1, start, -1) if scene.word(i) == ":"), None)
    if colon is None or any(not scene.is_mark(i) for i in range(colon + 1, first)):
        return None
    begin = start
    while begin < colon and scene.tag(begin) in ("KON", "ADV"):
        begin += 1
    heard = scene.word(begin) in scene.lexicon.words["sound_labels"] and begin + 1 < colon
    if heard:
        begin += 1  # "O-Ton Karl Tann, Lotse: „…“"
    k = scene.phrase_of[begin] if begin < colon else -1
    if any(scene.tokens[i].verb is not None for i in range(begin, colon)):
        return _telling_in_front(scene, start, colon)
    if k < 0:
        return None
    phrase = scene.phrases[k]
    begins = phrase.first == begin or (heard and phrase.first == begin - 1)
    if not begins or phrase.preposition is not None or not phrase.agreement & NOMINATIVE:
        return None
    if not scene.speaks(phrase):
        return None
    end = full_phrase(scene.analysis, k)[1]
    while end < colon and scene.tag(end) in ("NE", "NN", "FM"):
        end += 1
    return ((begin, min(end, colon)), colon)


def _telling_in_front(scene: Scene, start: int, colon: int) -> tuple[Range, int] | None:
    """As in "Holm begründete das wie folgt: „…“": the subject of the main clause that ends in the colon."""
    for k in scene.clauses_in[scene.sentence_of[start]]:
        clause = scene.clauses[k]
        if clause.kind is not ClauseKind.MAIN or clause.subject is None or clause.finite is None:
            continue
        if not start <= clause.finite < colon or scene.mood(clause).startswith("kon"):
            continue
        source = quoted_person(scene, clause) if clause.passive else whole(scene, clause.subject)
        phrase = scene.phrases[clause.subject]
        if source is not None and source[1] <= colon and (scene.speaks(phrase) or is_text_noun(scene, phrase)):
            return source, colon
        people = [k for k in clause.objects if _is_person(scene, scene.phrases[k])]
        if len(people) == 1 and not clause.passive and whole(scene, people[0])[1] <= colon:
            return whole(scene, people[0]), colon  # "Für Holm zählt der Mut: „…“"
    return None


def _is_person(scene: Scene, phrase: Phrase) -> bool:
    named = scene.mentions.overlapping(scene.span(phrase.first, phrase.last))
    person = any(scene.kinds.get(mention.entity) is EntityKind.PERSON for mention in named)
    return person or (scene.kind(phrase) == "person" and bool(phrase.agreement & SINGULAR))


def _mostly(first: int, last: int, start: int, end: int) -> bool:
    return (last - first) >= 0.8 * (end - start)


def _covered(drafts: Sequence[Draft], start: int, end: int) -> int:
    words = [False] * (end - start)
    for draft in drafts:
        for first, last in draft.content:
            for i in range(max(first, start), min(last, end)):
                words[i - start] = True
    return sum(words)


def _opens_reported(scene: Scene, number: int, drafts: Sequence[Draft]) -> bool:
    """As in "Zwar eile es, aber *laut Vorgabe sei zu warten*": the first main clause stands in the mood of reports, and
    what is ascribed within the sentence is not its own."""
    first = next((c for k in scene.clauses_in[number] if stands_alone(scene, c := scene.clauses[k])), None)
    if first is None or not is_plainly_reported(scene, first) or first.finite is None:
        return False
    at = first.finite
    held = any(a <= at < b for draft in drafts for a, b in draft.content)
    return not held and not any(first.first <= a < first.last for draft in drafts for a, _ in draft.cue)


def _main_verb_is_ascribed(scene: Scene, number: int, drafts: Sequence[Draft]) -> bool:
    """Whether another rule has the sentence's first main verb already, as content or as a cue."""
    for k in scene.clauses_in[number]:
        clause = scene.clauses[k]
        if clause.kind in (ClauseKind.MAIN, ClauseKind.V2) and clause.finite is not None:
            at = clause.finite
            return any(
                any(first <= at < last for first, last in draft.content)
                or (scene.mood(clause) == "ind" and any(first <= at < last for first, last in draft.cue))
                for draft in drafts
            )
    return False
