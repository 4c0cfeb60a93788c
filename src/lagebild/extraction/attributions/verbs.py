"""Cue verbs: every clause whose predicate reports speech, thought or writing."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.addressees import addressee, without_addressee
from lagebild.extraction.attributions.bare_infinitives import by_bare_infinitive
from lagebild.extraction.attributions.calling import CALLING, called
from lagebild.extraction.attributions.cue_clauses import (
    Words,
    cue_ranges,
    fixed_words,
    is_reflexive,
    subject_follows,
    words_of,
)
from lagebild.extraction.attributions.cue_rows import as_told, rows_of
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.extents import with_reason
from lagebild.extraction.attributions.frame_reach import without_own_phrase
from lagebild.extraction.attributions.named_kinds import kind_of_name
from lagebild.extraction.attributions.objects import object_content
from lagebild.extraction.attributions.pointing import pointed_at, points_back, says_it_so
from lagebild.extraction.attributions.preceding import before
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import experiencer, origin_of, source_of, without_possessor
from lagebild.extraction.attributions.unlisted_verbs import by_quotation
from lagebild.extraction.attributions.unspoken import (
    ascribes_nothing,
    goes_on_without_it,
    is_about_how,
    is_free_relative,
    is_left_unsaid,
    is_list_of_deeds,
    is_thing,
    is_without_source,
    names_teller,
    names_voucher,
    vouches,
)
from lagebild.extraction.attributions.verb_uses import (
    first_person_in_quotation,
    is_aim,
    is_custom,
    is_no_report,
    is_no_voice,
    is_part_of_account,
    is_plan,
    is_said_by_nobody,
    is_to_be_learned,
    needs_source,
)
from lagebild.language.cues import CueVerb
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind

# Acts that are somebody's even where the passive names nobody: "ihm wurde Verrat vorgeworfen", not "wurde verkündet".
SAID_BY_ANYBODY = (Act.ACCUSE, Act.DEMAND)
# "Was X sagt", "was X will" is an object of its own; "…, was X bestritt" takes up the clause before it.
SAID_ANYHOW = (Act.SAY, Act.THINK, Act.DEMAND)


def verb_drafts(scene: Scene) -> Iterator[Draft]:
    """Attributions by verbs, clause by clause in text order."""
    for index, clause in enumerate(scene.clauses):
        if not clause.predicate:
            continue
        cues = rows_of(scene, index, clause)
        clause = as_told(scene, clause) if cues else clause
        matched = False
        words = words_of(scene, clause) if any(cue.fixed for cue in cues) else Words([], {})
        places = words.places.keys()
        for cue in cues:
            if cue.fixed and places.isdisjoint(cue.beginnings):
                continue  # most rows of "sein" and "haben"
            fixed = fixed_words(scene, words, cue)
            if fixed is None or (cue.reflexive == "yes" and not is_reflexive(scene, clause)):
                continue
            if cue.act is None:
                matched = True
                break
            drafts = [d for d in _by_verb(scene, index, clause, cue, fixed) if not is_custom(scene, clause, d)]
            if drafts:
                yield from drafts
                matched = True
                break
        if not matched:
            yield from by_bare_infinitive(scene, clause)
            yield from by_quotation(scene, index, clause)


def _by_verb(scene: Scene, index: int, clause: Clause, cue: CueVerb, fixed: tuple[int, ...]) -> Iterator[Draft]:
    if clause.finite is not None and scene.word(clause.finite) in scene.lexicon.words["that_is"]:
        return  # "der Rat, sprich die Stadt"
    if first_person_in_quotation(scene, clause) or ascribes_nothing(scene, clause, cue):
        return
    if is_plan(scene, clause, cue) or is_aim(scene, clause, cue) or is_said_by_nobody(scene, clause):
        return
    only_people = clause.lemma in scene.lexicon.words["people_only"] and not clause.passive
    if only_people and clause.subject is not None and not scene.speaks(scene.phrases[clause.subject]):
        return
    named = clause.subject is not None and scene.tag(scene.phrases[clause.subject].head) == "NE"
    if cue.source == "doc" and named and not clause.passive:
        return
    if (
        cue.source == ""
        and clause.subject is not None
        and not clause.passive
        and scene.is_thing(scene.phrases[clause.subject])
    ):
        return
    assert cue.act is not None
    ranges = cue_ranges(scene, clause, fixed)
    negated = any(scene.tag(i) == "PTKNEG" for first, last in ranges for i in range(first, last))
    # Who does not confirm does not confirm, and who does not deny does not deny.
    act = Act.SAY if negated and cue.act in (Act.CONFIRM, Act.DENY) else cue.act
    source = source_of(scene, clause) if cue.source != "from" else None
    if source is not None and any(source[0] <= i < source[1] for i in fixed):
        source = experiencer(scene, clause)  # "Sorgen macht den Fischern, dass …"
    takes = cue.takes
    if source is None or cue.source == "from":
        people = clause.lemma in scene.lexicon.words["learned_from_people"]
        source = origin_of(scene, clause, people=people) or source
    if source is not None and not clause.passive:
        source = without_possessor(scene, without_addressee(scene, clause, source, dative="dat" in cue.to.split()))

    if source is None and needs_source(scene, clause, cue):
        return

    def draft(rule: str, content: tuple[Range, ...], *, phrase: bool = False, borrow: str = "none") -> Draft:
        to = addressee(scene, clause, cue, source, content, phrase=phrase)
        said_by = _before_object(scene, clause, _outside(scene, source, content)) if phrase else source
        return Draft(rule, clause.sentence, said_by, ranges, content, act, to, phrase, borrow)

    opener = scene.word(clause.opener).lower() if clause.opener is not None else ""
    if clause.kind is ClauseKind.SUB and opener in scene.lexicon.words["as_openers"]:
        heard = contents.own_quotation(scene, index, clause)
        if heard is not None and "quote" in takes:
            yield draft("verb-quote", heard.ranges, phrase=True)
        elif "wie" in takes:
            zone = None if is_about_how(scene, clause) else contents.around(scene, index, clause)
            if zone is not None:
                yield draft("verb-wie", zone.ranges)
        return
    if takes & {"v2", "quote", "dass"}:
        zone = before(scene, index, clause)
        learned = cue.source == "from" and (
            is_to_be_learned(scene, clause) or (source is not None and source[0] > clause.first)
        )
        no_words = (is_list_of_deeds, is_left_unsaid, is_free_relative)
        if zone is not None and any(shows(scene, clause, cue, zone.ranges[0]) for shows in no_words):
            return
        if zone is not None and (learned or subject_follows(scene, clause)):
            yield draft("verb-before", zone.ranges)
            if cue.to == "akk" and "akk" in takes and not clause.passive:
                blamed = object_content(scene, index, clause, cue, fixed)
                # Behind a comma stands more about the speaker: "kritisiert Karl Tann, bei der Werft Leiter des Hafens".
                if blamed is not None and not any(scene.word(i) == "," for i in range(clause.first, blamed[0][0])):
                    yield draft("verb-object", blamed, phrase=True)
            return
    so = pointed_at(scene, clause) if takes & {"dass", "v2"} and says_it_so(scene, clause) else None
    if so is not None:
        yield draft("verb-pointing", so.ranges)
        return
    zone = contents.after(scene, index, clause)
    if zone is not None and zone.kind == "quote" and _is_of_another_speech(scene, clause, zone.ranges[0]):
        zone = None
    if act is Act.ASK and clause.passive and source is None:
        return
    unsaid = negated and cue.act in (Act.SAY, Act.ANNOUNCE, Act.CONFIRM)
    if unsaid and zone is not None and zone.kind in ("w", "ob"):
        return
    if zone is not None and zone.kind == "w" and names_teller(scene, clause, zone.ranges[0]):
        zone = None
    if zone is not None and zone.colon and zone.kind == "v2" and clause.subject is not None and not clause.passive:
        zone = None if is_thing(scene, clause.subject) else zone
    if zone is not None and zone.colon and zone.kind == "quote" and is_part_of_account(scene, clause, act):
        return
    if zone is not None and source is None and is_without_source(scene, clause, zone.kind, colon=zone.colon):
        zone = None
    told_plainly = zone is not None and zone.kind == "v2" and not zone.colon
    if zone is not None and told_plainly and goes_on_without_it(scene, clause, cue, zone.ranges[0][0], fixed):
        zone = None
    if zone is not None and (zone.kind in takes or zone.colon or (zone.kind == "quote" and takes & {"dass", "v2"})):
        if zone.colon and (takes & {"akk", "akkals", "dat"} or cue.prepositions):
            reported = object_content(scene, index, clause, cue, fixed)
            if reported is not None:
                yield draft("verb-object", reported, phrase=True)
        whole = _noun_with_clause(scene, index, clause, cue, fixed, zone)
        if whole is not None:
            yield draft("verb-object", whole, phrase=True)
            return
        yield draft(f"verb-{zone.kind}", zone.ranges)
        return
    if (
        opener in scene.lexicon.words["clause_relatives"]
        and clause.kind in (ClauseKind.REL, ClauseKind.SUB)
        and takes & {"akk", "dass", "v2"}
        and act not in SAID_ANYHOW
    ):
        zone = contents.parent_of_relative(scene, clause)
        if zone is not None:
            yield draft("verb-was", zone.ranges)
            return
    pointing = takes & {"dass", "v2", "akk", "zu"} and points_back(scene, clause, cue)
    pointing = pointing and clause.lemma not in scene.lexicon.words["wishing_verbs"]
    pointing = pointing and not (cue.source == "" and _is_any_thing(scene, clause))
    if pointing and called(scene, index, clause, cue, fixed) is None:
        proof = cue.source == "doc" and clause.subject is not None and not vouches(scene, clause.subject)
        proof = proof or (cue.source == "from" and (source is None or not names_voucher(scene, source)))
        zone = None if proof else pointed_at(scene, clause)
        if zone is not None:
            yield draft("verb-pointing", zone.ranges)
            return
    heard = None
    speaks = clause.subject is not None and scene.speaks(scene.phrases[clause.subject])
    if "quote" in takes and not takes & {"akk", "akkq"} and speaks:
        heard = contents.own_quotation(scene, index, clause)
    if heard is not None:
        yield draft("verb-quote", heard.ranges, phrase=True)
        return
    nobody = source is None and (clause.passive or (clause.finite is None and act is Act.THINK))
    if source is None and clause.kind is ClauseKind.INF and clause.parent is not None:
        return
    if nobody and not takes & CALLING and act not in SAID_BY_ANYBODY:
        return
    unsaid = unsaid and clause.lemma not in scene.lexicon.words["said_by_not"]
    if unsaid or is_no_report(scene, clause, act) or is_no_voice(scene, clause, cue):
        return
    reported = object_content(scene, index, clause, cue, fixed)
    if reported is not None and clause.lemma in scene.lexicon.words["wishing_verbs"]:
        reported = reported if _is_wish(scene, clause, reported) else None
    meant = clause.subject is None or scene.tag(scene.phrases[clause.subject].head) != "PPER" or act is not Act.THINK
    told_of = called(scene, index, clause, cue, fixed) is not None and meant
    untold = nobody and act not in SAID_BY_ANYBODY and not told_of and not _is_blamed_for(scene, clause, reported)
    if reported is not None and not untold:
        yield draft("verb-object", with_reason(scene, clause, reported), phrase=True)
        return
    told = "v2" in takes and source is not None and not clause.passive and act is not Act.THINK and speaks
    zone = contents.after_colon(scene, clause) if told else None
    if zone is not None:
        yield draft("verb-v2", zone.ranges)


def _is_blamed_for(scene: Scene, clause: Clause, reported: tuple[Range, ...] | None) -> bool:
    """As in "für *ihren Mut* wurde sie gelobt": the content is no subject, and somebody has said it."""
    if reported is None or clause.subject is None:
        return False
    at = scene.phrases[clause.subject].first
    return all(not first <= at < last for first, last in reported)


def _is_wish(scene: Scene, clause: Clause, reported: tuple[Range, ...]) -> bool:
    """As in "die SPD will Parkgebühren": a body wants a thing, and no word follows that may be an infinitive."""
    if clause.subject is None or len(reported) != 1:
        return False
    first, last = reported[0]
    phrase = scene.phrases[clause.subject]
    kind = kind_of_name(scene, full_phrase(scene.analysis, clause.subject)) if scene.tag(phrase.head) == "NE" else None
    body = kind is EntityKind.ORGANISATION or scene.kind(phrase) == "organisation" or scene.tag(phrase.head) == "PPER"
    head = next((scene.phrases[k].head for k in clause.objects if first <= scene.phrases[k].first < last), first)
    ends = scene.tag(clause.last - 1) in ("NN", "NE") and last >= clause.last
    return body and ends and scene.tag(head) == "NN"


def _noun_with_clause(
    scene: Scene, index: int, clause: Clause, cue: CueVerb, fixed: tuple[int, ...], zone: contents.Zone
) -> tuple[Range, ...] | None:
    """As in "wehrt sich gegen *den Vorschlag, dass alle zahlen*": the clause hangs on the object's noun and is no
    content by itself; an addressee has none ("appelliert an den Rat, zu zahlen")."""
    if zone.kind not in ("dass", "zu") or zone.colon or fixed or cue.to == "akk":
        return None
    reported = object_content(scene, index, clause, cue, fixed)
    if reported is None or len(reported) != 1:
        return None
    first, last = reported[0]
    start = zone.ranges[0][0]
    comma = start - 1 > first and scene.word(start - 1) == ","
    noun = scene.tag(start - 2) == "NN"
    addressed = cue.to in cue.takes and scene.tokens[start - 2].lemma not in scene.lexicon.nouns
    return reported if comma and noun and not addressed and first < start < last else None


def _outside(scene: Scene, source: Range | None, content: tuple[Range, ...]) -> Range | None:
    """The source without the content that follows it and seems to hang on it: "gehen *die Ermittler* von Mord aus"."""
    if source is None:
        return None
    for start, end in content:
        if source[0] < start < source[1]:
            last = start - 1 if scene.tag(start - 1) in ("APPR", "APPRART") else start
            while last > source[0] and scene.is_mark(last - 1):
                last -= 1
            return source[0], max(last, source[0] + 1)
        if start <= source[0] < end:
            return None
    return source


def _before_object(scene: Scene, clause: Clause, source: Range | None) -> Range | None:
    """The source behind its verb without a phrase of the clause: "sieht *der Konzern* in erster Linie als …"."""
    if source is None or clause.finite is None or clause.subject is None or source[0] <= clause.finite:
        return source
    inside = source[0] <= scene.phrases[clause.subject].first < source[1]
    return without_own_phrase(scene, clause.subject, source) if inside and source[1] < clause.last else source


def _is_any_thing(scene: Scene, clause: Clause) -> bool:
    """As in "dies signalisiert eine Gefahr": what only looks like the subject is some thing, which cannot speak."""
    subject = scene.phrases[clause.subject] if clause.subject is not None else None
    if subject is None or scene.speaks(subject):
        return False
    return scene.known.is_indefinite(scene.word(subject.first))


def _is_of_another_speech(scene: Scene, clause: Clause, content: Range) -> bool:
    """As in "„Alle sind außer sich“, so der Wirt, „sie singen“": what goes on with the cue's own quotation."""
    own, other = scene.quote_of[clause.first], scene.quote_of[content[0]]
    return own >= 0 and other >= 0 and own != other and scene.quotes[own].complete
