"""Insertions: a verb of saying with its subject in the midst of a clause, "Der Hafen, *sagte Holm*, bleibt offen"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from lagebild.analysis.predicates import NONFINITE
from lagebild.analysis.segments import Segment
from lagebild.language.cues import cues
from lagebild.language.load import Language
from lagebild.model.analysis import ACCUSATIVE, NOMINATIVE, Token

# What a verb of saying that may be inserted takes besides.
SAYING = frozenset(("v2", "dass", "es"))
# What its subject begins with.
SUBJECTS = frozenset(("NE", "NN", "FM", "PPER", "PIS", "PDS", "ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD", "TRUNC"))
# How the rest of a clause begins that no apposition begins with.
GOING_ON = frozenset(("ADV", "ADJD", "PTKNEG", "PTKA", "PROAV", "APPR", "APPRART", "PIAT"))
# A verb of saying and its subject have no more words in between than "weiter", "am Montag".
NEAR = 4
# What a judgement without a verb begins with.
VERDICTS = frozenset(("PIAT", "PTKA", "ADJD"))


class Saying(NamedTuple):
    """The words of a language with which what is said is interrupted."""

    verbs: frozenset[str]
    """Infinitives with their particle in front."""
    openers: frozenset[str]
    """What may stand before the verb: "so"."""
    copulas: frozenset[str]
    new_articles: frozenset[str]
    """Articles of what was not told of before."""


@cache
def saying(language: Language) -> Saying:
    """The words of the language, read once."""
    words = language.rules("cue_words")["words"]
    verbs = frozenset(lemma for lemma, rows in cues(language).verbs.items() if any(row.takes & SAYING for row in rows))
    return Saying(verbs, frozenset(words["frame_so"]), frozenset(words["copula"]), frozenset(words["new_articles"]))


def interrupts(tokens: tuple[Token, ...], segment: Segment, words: Saying) -> bool:
    """Whether the stretch is a verb of saying in the indicative with its subject behind it."""
    inside = segment.tokens
    so = tokens[inside[0]].text.lower() in words.openers
    if len(inside) < 2 + so or segment.finites != [inside[so]] or segment.quoted or segment.colon or segment.closed:
        return False
    verb, last = tokens[inside[so]], tokens[inside[-1]]
    if tokens[inside[0] - 1].text != "," or verb.verb is None or verb.verb.mood != "ind":
        return False
    if so and verb.tag == "VAFIN" and last.tag == "VVPP":
        return last.lemma in words.verbs  # "so wird vermutet"
    particle = last.text.lower() if last.tag == "PTKVZ" else ""
    if particle + verb.lemma not in words.verbs:
        return False
    subject = _subject_of(tokens, inside[so + 1 :])
    return subject is not None and (subject.tag in ("NE", "FM") or bool(subject.agreement & NOMINATIVE))


def _subject_of(tokens: tuple[Token, ...], words: Sequence[int]) -> Token | None:
    """What stands where the subject may: right behind the verb, or behind "weiter" or "am Montag"."""
    governed = False
    for i in words[:NEAR]:
        tag = tokens[i].tag
        if tag in SUBJECTS and not governed:
            return tokens[i]
        governed = tag in ("APPR", "APPRART") or (governed and tag not in ("NN", "NE"))
    return None


def is_verdict(tokens: tuple[Token, ...], inside: Sequence[int], words: Saying) -> bool:
    """Whether the words before a verb of saying that ends its sentence may be all that is said: "*Ein Skandal*, findet
    Holm", "*Zu teuer*, urteilt das Amt"."""
    first = tokens[inside[0]]
    return first.tag in VERDICTS or (first.tag == "ART" and first.lemma in words.new_articles)


def fills_first_field(
    tokens: tuple[Token, ...], finite: int | None, insertion: Segment, following: Sequence[Segment]
) -> bool:
    """Whether the subordinate clause with this finite verb is the first field of the one behind an insertion: "Wenn es
    taut, warnt Holm, *bricht der Damm*"; not "Als es taute, rief sie Holm, nahm ihr Rad und fuhr heim"."""
    if finite is None or not following or not resumes(tokens, insertion, following[:1]):
        return False
    words = following[0].tokens
    verb = tokens[words[0]]
    bound = verb.tag in ("VAFIN", "VMFIN") or (verb.verb is not None and verb.verb.mood.startswith("kon"))
    subject = next((tokens[i] for i in words[1 : 1 + NEAR] if tokens[i].tag in SUBJECTS), None)
    return bound and subject is not None and (subject.tag == "NE" or bool(subject.agreement & NOMINATIVE))


def resumes(tokens: tuple[Token, ...], insertion: Segment, following: Sequence[Segment]) -> bool:
    """Whether behind the insertion, and what hangs on it, the verb follows for which a first field waits."""
    for segment in following:
        if segment.colon or segment.quoted:
            return False
        if segment.finites[:1] == segment.tokens[:1] and segment.kind is None and not segment.bracketed:
            at = segment.tokens[0]
            return tokens[at - 1].text == "," and not _is_next_deed(tokens, insertion, at)
        if segment.kind is None and not segment.bracketed:
            return False
    return False


def _is_next_deed(tokens: tuple[Token, ...], insertion: Segment, finite: int) -> bool:
    """As in "Holm, Wirt am See, meldete das Feuer, *verließ* das Haus und ging": what looks like the first verb's
    subject may be its object."""
    first, second = tokens[insertion.finites[0]].verb, tokens[finite].verb
    alike = (
        first and second and tokens[finite].tag == "VVFIN" and (first.mood, first.tense) == (second.mood, second.tense)
    )
    behind = tokens[insertion.finites[0] + 1]
    return bool(alike) and behind.tag not in ("PPER", "NE") and bool(behind.agreement & ACCUSATIVE)


def goes_on(tokens: tuple[Token, ...], finite: int, words: Saying, following: Sequence[Segment]) -> bool:
    """Whether the rest of the clause with this finite verb stands behind the insertion: "sei, sagte Holm, *hoch*"."""
    if not following:
        return False
    segment = following[0]
    verbless = segment.finites in ([], segment.tokens[-1:]) and len(segment.tokens) > 1
    if segment.kind is not None or not verbless or segment.infinitive or segment.colon or segment.quoted:
        return False
    first, last = tokens[segment.tokens[0]], tokens[segment.tokens[-1]]
    if tokens[finite].tag in ("VAFIN", "VMFIN") and (last.tag in NONFINITE or last.verb is not None):
        return True
    if segment.finites or first.tag not in GOING_ON:
        return False
    return tokens[finite].lemma in words.copulas or tokens[finite + 1].text == ","


def parts_noun_from_verb(
    tokens: tuple[Token, ...], segment: Segment, following: Sequence[Segment], *, joined: bool
) -> bool:
    """As in "die Behauptung, *er habe nichts gewusst*, überzeugte": Konjunktiv between a noun and its own verb. With
    "und" in front it is one only where another such clause stands before it, as `joined` says."""
    verb = tokens[segment.finites[0]].verb
    if verb is None or not verb.mood.startswith("kon"):
        return False
    if tokens[segment.tokens[0]].tag == "KON" and not joined:
        return False  # "Die Fahrt, die lang war, und das Essen seien …": the second half of the subject
    return any(s.kind is None and s.finites and s.finites[0] == s.tokens[0] for s in following)
