"""Frames whose noun is the cue: "nach Angaben von X", "ihrer Ansicht nach", "Angaben der Polizei zufolge"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.analysis.quotations import QUOTES
from lagebild.extraction.attributions.documents import frame_act
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.frame_reach import source_behind
from lagebild.extraction.attributions.framed import framed
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import GENITIVE, ClauseKind, Phrase
from lagebild.model.attribution import Act

OPENERS_OF_GENITIVES = frozenset(("ART", "PPOSAT", "PDAT", "ADJA", "PIAT", "NE", "NN", "CARD", "PIS"))
# How far back the phrase before "zufolge" may begin.
REACH_OF_POSTPOSITION = 14
NAMES = ("NE", "FM")


def bears(scene: Scene, k: int, preposition: str) -> bool:
    """Whether the phrase is a noun such as "Angaben" whose owner is the source; "einem Bericht" is one itself."""
    phrase = scene.phrases[k]
    head = scene.tokens[phrase.head]
    if scene.tag(phrase.first) == "ART" and head.lemma in scene.lexicon.words["frame_reports"]:
        return False
    return frame_act(scene, head, preposition) is not None


def possessed(scene: Scene, i: int, k: int) -> Iterator[Draft]:
    """As in "ihrer Ansicht nach", "Ruttes Meinung nach": the noun of phrase `k` before the postposition is the cue."""
    phrase = scene.phrases[k]
    cue: tuple[Range, ...] = ((phrase.head, phrase.head + 1),)
    frame = (phrase.first, i + 1)
    owner = next((j for j in range(phrase.first, phrase.head) if scene.tag(j) in ("PPOSAT", "NE")), None)
    if owner is None:
        if scene.tokens[phrase.head].text in scene.lexicon.ownerless:
            yield from _given(framed(scene, "frame-noun", frame, cue, None, Act.SAY))
        return
    if _is_who_speaks(scene, owner):
        return
    act = frame_act(scene, scene.tokens[phrase.head], min(scene.lexicon.words["frame_nach"])) or Act.SAY
    source = (owner, owner + 1) if scene.tag(owner) == "PPOSAT" else (phrase.first, owner + 1)
    yield from _given(framed(scene, "frame-noun", frame, cue, source, act))


def cue_noun(scene: Scene, i: int, k: int) -> Iterator[Draft]:
    """As in "nach Angaben von X", "laut Angaben der Polizei": preposition `i` and the phrase `k` with the cue noun."""
    words = scene.lexicon.words
    phrase = scene.phrases[k]
    preposition = scene.word(i).lower()
    bearing = preposition if preposition in words["bearing_prepositions"] else min(words["frame_nach"])
    act = frame_act(scene, scene.tokens[phrase.head], bearing) or Act.SAY
    cue: tuple[Range, ...] = ((phrase.head, phrase.head + 1),)
    end = max(full_phrase(scene.analysis, k)[1], phrase.last)
    before = range(phrase.first, phrase.head)
    possessive = next((j for j in before if scene.tag(j) == "PPOSAT"), None)
    if possessive is not None and (_is_who_speaks(scene, possessive) or _is_way(scene, i, act)):
        return
    if _is_sought(scene, i):
        return
    adjective = next((j for j in before if scene.tag(j) == "ADJA"), None)
    own = adjective is not None and scene.word(adjective).lower() in words["own"]
    name = [j for j in before if scene.tag(j) in ("NE", "NN")]
    owner: Range | None = None
    if scene.tokens[phrase.head].lemma in words["inquiries"] and _is_long(scene, adjective):
        return
    if own and adjective is not None:
        owner, end = (adjective, adjective + 1), phrase.last
    elif possessive is not None:
        owner = (possessive, possessive + 1)
    elif name:
        owner = (phrase.first, name[-1] + 1)
    elif phrase.last > phrase.head + 1 and scene.tag(phrase.head + 1) in NAMES:
        owner = (phrase.head + 1, phrase.last)
    elif (behind := _owner_behind(scene, i, k)) is not None:
        owner, end = behind, max(end, behind[1])
    elif adjective is not None and bearing not in words["frame_nach"]:
        # "aus Brüsseler Sicht": only a place or a people looks on; "aus heutiger Sicht" is nobody's.
        if not _is_of_place(scene, adjective) or scene.quote_of[i] >= 0:
            return
        owner = (adjective, adjective + 1)
    elif _is_source_itself(scene, phrase):
        owner, cue = (phrase.first, end), ((i, i + 1),)
    if owner is None and scene.tokens[phrase.head].lemma in words["frame_verdicts"] and not _opens_clause(scene, i):
        return  # "zog nach dem Urteil um": afterwards; "Nach dem Urteil ist der Vertrag nichtig"
    if owner is None and bearing not in words["frame_nach"]:
        # "aus Sicht", "in die Augen": whose, is not said.
        return
    if end < len(scene.tokens) and scene.word(end).lower() in words["frame_postpositions"]:
        end += 1
    yield from _given(framed(scene, "frame-noun", (i, end), cue, owner, act, borrow="running"))


def _is_sought(scene: Scene, i: int) -> bool:
    """As in "suchte *nach Angaben* zu dem Schiff", "fragte *nach der Meinung* der Leute": the verb governs "nach"."""
    clause = scene.clauses[scene.clause_of[i]] if scene.clause_of[i] >= 0 else None
    if clause is None or i == clause.first or scene.word(i).lower() not in scene.lexicon.words["frame_nach"]:
        return False
    return clause.lemma in scene.lexicon.words["seeking"]


def _opens_clause(scene: Scene, i: int) -> bool:
    return scene.clause_of[i] >= 0 and scene.clauses[scene.clause_of[i]].first == i


def _is_way(scene: Scene, i: int, act: Act) -> bool:
    """As in "baut das Haus *nach seinen Vorstellungen* um": how it is done; in the first field whose wish it is."""
    clause = scene.clauses[scene.clause_of[i]] if scene.clause_of[i] >= 0 else None
    if act is not Act.DEMAND or clause is None or clause.passive:
        return False
    return i > clause.first and not scene.mood(clause).startswith("kon")


def _is_long(scene: Scene, adjective: int | None) -> bool:
    """As in "nach monatelangen Ermittlungen": they tell when, not who says so."""
    words = scene.lexicon.words
    return adjective is not None and scene.word(adjective).lower() not in words["empty_adjectives"] | words["own"]


def _is_of_place(scene: Scene, adjective: int) -> bool:
    """As in "russischer", "Brüsseler"."""
    token = scene.tokens[adjective]
    return token.lemma.lower() in scene.known.adjectives or token.text[:1].isupper()


def _owner_behind(scene: Scene, i: int, k: int) -> Range | None:
    """The genitive or the von-phrase behind the cue noun; not a day or an hour."""
    behind = scene.phrases[k].last
    if behind >= len(scene.tokens) or scene.sentence_of[behind] != scene.sentence_of[i]:
        return None
    at = behind + 1 if scene.tag(behind) in ("APPR", "APPRART") else behind
    at += scene.word(at) in QUOTES
    other = scene.phrase_of[at] if at < len(scene.tokens) else -1
    if other < 0 or other == k:
        return None
    follower = scene.phrases[other]
    if scene.timexes_near(scene.span(follower.first, follower.last)):
        return None
    of = scene.word(behind).lower() in scene.lexicon.words["owner_prepositions"]
    return source_behind(scene, i, other) if of or (at == behind and _is_genitive(scene, follower)) else None


def _is_genitive(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase may own the noun before it; an unknown name shows it by its article or its "s"."""
    if phrase.agreement & GENITIVE:
        return scene.tag(phrase.first) in OPENERS_OF_GENITIVES
    if scene.tag(phrase.last - 1) not in NAMES:
        return False
    if scene.word(phrase.first).lower() in scene.lexicon.words["genitive_articles"]:
        return True
    return scene.tag(phrase.first) == "NE" and scene.word(phrase.last - 1).endswith("s")


def _is_source_itself(scene: Scene, phrase: Phrase) -> bool:
    """As in "nach offiziellen Angaben", "ersten Angaben zufolge", "Schätzungen zufolge": nobody owns the noun and
    nothing points back, as "den Angaben zufolge" and "diesen Angaben zufolge" do."""
    words = scene.lexicon.words
    lemma = scene.tokens[phrase.head].lemma
    if phrase.last - phrase.first == 1:
        return lemma in words["frame_documents"] or lemma in words["inquiries"]
    if scene.tag(phrase.first) == "ART" and (lemma in words["frame_documents"] or lemma in words["inquiries"]):
        return True  # "den Ermittlungen zufolge": what was found out tells it, not who spoke before
    if scene.word(phrase.first).lower() in words["articles_of_one"]:
        return True  # "einer Hochrechnung zufolge"
    adjective = next((j for j in range(phrase.first, phrase.head) if scene.tag(j) == "ADJA"), None)
    if adjective is None:
        return False
    word = scene.word(adjective).lower()
    bare = adjective == phrase.first and word not in words["pointing_back"]
    return bare or word not in words["empty_adjectives"]


def _is_who_speaks(scene: Scene, possessive: int) -> bool:
    """As in "meiner Meinung nach" and "Holm sagte, das sei ihrer Meinung nach falsch": whoever speaks says it of
    himself, and that is no second source."""
    if scene.word(possessive).lower() in scene.lexicon.words["first_person_possessives"]:
        return True
    if scene.tag(possessive) != "PPOSAT":
        return False
    told = (scene.clauses[k] for k in scene.ancestors(scene.clause_of[possessive]))
    return any(
        clause.kind is ClauseKind.V2 or (clause.kind is ClauseKind.SUB and scene.opens_told(clause.first))
        for clause in told
    )


def postposition(scene: Scene, i: int) -> Iterator[Draft]:
    """As in "Medienberichten zufolge", "Rutte zufolge", "den Angaben zufolge"."""
    found = _phrase_before(scene, i)
    if found is None:
        return
    (first, end), k = found
    words = scene.lexicon.words
    if not bears(scene, k, min(words["frame_nach"])):
        yield from _given(framed(scene, "frame-zufolge", (first, i + 1), ((i, i + 1),), (first, end), Act.SAY))
        return
    phrase = scene.phrases[k]
    owner, itself = _owner_before(scene, phrase, end)
    cue = ((i, i + 1),) if itself else ((phrase.head, phrase.head + 1), (i, i + 1))
    yield from _given(framed(scene, "frame-zufolge", (first, i + 1), cue, owner, Act.SAY, borrow="running"))


def _phrase_before(scene: Scene, i: int) -> tuple[Range, int] | None:
    """The phrase whose full extent ends at the postposition `i`, and the base phrase that it begins with."""
    if i == 0 or scene.sentence_of[i - 1] != scene.sentence_of[i]:
        return None
    found: tuple[Range, int] | None = None
    first_of_sentence = scene.sentences[scene.sentence_of[i]].first
    beyond_comma = False
    """Only one of several that commas and "und" join begins there: "NDR, WDR und SZ zufolge"."""
    j = i - 1
    while j >= first_of_sentence and i - j < REACH_OF_POSTPOSITION:
        k = scene.phrase_of[j]
        if k >= 0:
            base = scene.phrases[k]
            first, last = full_phrase(scene.analysis, k)
            if found is not None and base.preposition is not None:
                j = base.first - 1  # "liegt bei der Wahl einer Hochrechnung zufolge vorn"
                continue
            if beyond_comma and not (last == i and any(scene.tag(x) == "KON" for x in range(base.last, i))):
                break
            if i in (last, base.last):
                found = ((min(first, base.first), i), k)
            elif last > i:
                found = ((base.first, i), k)
            j = base.first - 1
            continue
        beyond_comma = beyond_comma or scene.word(j) == ","
        if scene.tag(j) not in ("APPR", "APPRART", "ART", "ADJA", "NN", "NE", "KON", "$(", "$,"):
            break
        j -= 1
    return found


def _owner_before(scene: Scene, phrase: Phrase, end: int) -> tuple[Range | None, bool]:
    """Who owns the noun before "zufolge", and whether that is the whole phrase ("offiziellen Angaben")."""
    if phrase.last < end:
        rest = scene.phrase_of[phrase.last]
        return (scene.phrases[rest].first if rest >= 0 else phrase.last + 1, end), False
    inside = range(phrase.first, phrase.head)
    possessive = next((j for j in inside if scene.tag(j) == "PPOSAT"), None)
    if possessive is not None:
        return (possessive, possessive + 1), False
    nouns = [j for j in inside if scene.tag(j) in ("NE", "NN")]
    if nouns:
        return (phrase.first, nouns[-1] + 1), False
    adjectives = [j for j in inside if scene.tag(j) == "ADJA"]
    if adjectives and scene.word(adjectives[0]).lower() in scene.lexicon.words["own"]:
        return (adjectives[0], adjectives[0] + 1), False
    itself = _is_source_itself(scene, phrase) or _is_finding(scene, phrase)
    return ((phrase.first, end), True) if itself else (None, False)


def _is_finding(scene: Scene, phrase: Phrase) -> bool:
    """As in "den Ermittlungen zufolge", "der Hochrechnung zufolge": what was found out is a source; "den Angaben"
    point back to who made them."""
    words = scene.lexicon.words
    lemma = scene.tokens[phrase.head].lemma
    bare = phrase.last - phrase.first == 2 and scene.tag(phrase.first) == "ART"
    return bare and (lemma in words["frame_documents"] or lemma in words["inquiries"])


def _given(draft: Draft | None) -> Iterator[Draft]:
    if draft is not None:
        yield draft
