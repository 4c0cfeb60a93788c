"""Cue nouns: "der Vorwurf, er habe …", "die Forderung nach …", "die Ansicht, dass …"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions import contents
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.noun_owners import comes_from, owner_of, who_has_it
from lagebild.extraction.attributions.noun_phrases import phrase_drafts
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of, source_of
from lagebild.language.cues import CueNoun
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act

OPENING = frozenset(("ADV", "KON", "$(", "ADJD"))
BRACKET = frozenset(("PTKVZ", "VVPP", "VVINF", "VVFIN", "VAFIN", "VAINF"))
BESIDE = frozenset(
    ("APPR", "APPRART", "ART", "PPOSAT", "PDAT", "ADJA", "ADJD", "ADV", "CARD", "NN", "NE", "$(", "PTKNEG")
)


def noun_drafts(scene: Scene) -> Iterator[Draft]:
    """Attributions by a noun with a clause that spells out what was said."""
    nouns = scene.lexicon.nouns
    for k, phrase in enumerate(scene.phrases):
        token = scene.tokens[phrase.head]
        if token.tag != "NN":
            continue
        cue = nouns.get(token.lemma) or nouns.get(token.text)
        if cue is not None:
            yield from _by_noun(scene, k, cue)


def _by_noun(scene: Scene, k: int, cue: CueNoun) -> Iterator[Draft]:
    phrase = scene.phrases[k]
    last = full_phrase(scene.analysis, k)[1]
    last = max(last, phrase.last)
    sentence = scene.sentences[scene.sentence_of[phrase.head]]
    index = scene.clause_of[phrase.head]
    own = scene.tokens[phrase.first].lemma in scene.lexicon.words["first_possessives"]
    if index < 0 or own or scene.word(phrase.first).lower() in scene.lexicon.words["no"]:
        return
    told = _behind_colon(scene, k, last)
    if told is not None and _is_heading(scene, k):
        return
    if told is not None and cue.act is not Act.ASK:
        source, states = owner_of(scene, k, cue), _states(scene, told)
        if states or source is not None:
            # "Ihre Forderung: mehr Lohn" names a thing; without an owner that is the author's.
            yield Draft(
                "noun-clause" if states else "noun-phrase", scene.sentence_of[phrase.head], source,
                ((phrase.head, phrase.head + 1),), (told,), cue.act, phrase_content=not states, borrow="running",
            )  # fmt: skip
            return
    yield from _sent_with_colon(scene, k, index, cue)
    content = _clause_after(scene, index, phrase.head, last, sentence.last, cue)
    quoted = content is None and "quote" in cue.takes
    if quoted:
        content = _quotation_after(scene, last, sentence.last)
    if content is None:
        yield from phrase_drafts(scene, k, cue)
        return
    source = owner_of(scene, k, cue)
    if source is None:
        source = (
            _who_says_with_it(scene, k, index, content) if quoted else who_has_it(scene, k, scene.clauses[index], cue)
        )
    if source is None and (cue.act is Act.ASK or _is_inferred(scene, k, scene.clauses[index])):
        # "Es geht um die Frage, ob …": nobody asks it.
        return
    if source is not None and scene.word(source[0]).lower() in scene.lexicon.words["first_persons"]:
        return
    yield Draft(
        "noun-clause", scene.sentence_of[phrase.head], source, ((phrase.head, phrase.head + 1),), (content,), cue.act,
        borrow="none",
    )  # fmt: skip


def _is_heading(scene: Scene, k: int) -> bool:
    """As in "Frage: Was kostet das? Antwort: Nichts": the author's own, in a list of questions."""
    phrase = scene.phrases[k]
    return phrase.last - phrase.first == 1 and scene.word(phrase.head) in scene.lexicon.words["headings_of_lists"]


def _sent_with_colon(scene: Scene, k: int, index: int, cue: CueNoun) -> Iterator[Draft]:
    """As in "Scharfe Kritik kam von der Opposition: Der Plan sei zu teuer": what follows the colon of the clause."""
    clause = scene.clauses[index]
    sentence = scene.sentences[clause.sentence]
    if clause.last >= sentence.last or scene.word(clause.last) != ":" or "quote" not in cue.takes:
        return
    source = comes_from(scene, k, clause)
    start = scene.skip_marks(clause.last, sentence.last)
    if source is None or start >= sentence.last:
        return
    told = (start, contents.without_marks(scene, start, sentence.last))
    noun = scene.phrases[k].head
    yield Draft("noun-clause", clause.sentence, source, ((noun, noun + 1),), (told,), cue.act)


def _is_inferred(scene: Scene, k: int, clause: Clause) -> bool:
    """As in "der Fund legt die Vermutung nahe, …", "unter der Annahme, dass …", "die Erklärung ist, dass …": nobody's
    words, but what the author concludes or supposes."""
    words = scene.lexicon.words
    phrase = scene.phrases[k]
    lemma = scene.tokens[phrase.head].lemma
    condition = lemma in words["condition_nouns"] and preposition_of(scene, phrase) in words["condition_prepositions"]
    explains = lemma in words["explaining_nouns"] and clause.subject == k and clause.lemma in words["copula"]
    return condition or explains or clause.lemma in words["suggesting_verbs"]


def _behind_colon(scene: Scene, k: int, last: int) -> Range | None:
    """What follows the colon behind the noun, where it stands alone before it or says what it "is": "Ihr Fazit: Der
    Rat hat versagt", "Seine Antwort war: „Nein“"."""
    phrase = scene.phrases[k]
    sentence = scene.sentences[scene.sentence_of[phrase.head]]
    opens = all(scene.tag(i) in OPENING for i in range(sentence.first, phrase.first))
    if scene.tokens[phrase.head].lemma not in scene.lexicon.words["colon_nouns"] or not opens or sentence.headline:
        return None
    links = scene.lexicon.words["noun_links"]
    while last < sentence.last and scene.tokens[last].lemma in links and scene.tokens[last].verb is not None:
        last += 1
    if last + 1 >= sentence.last or scene.word(last) != ":":
        return None
    start = scene.skip_marks(last, sentence.last)
    return (start, contents.without_marks(scene, start, sentence.last)) if start < sentence.last else None


def _states(scene: Scene, told: Range) -> bool:
    """Whether the words are a quotation or have a verb."""
    return scene.quote_of[told[0]] >= 0 or any(scene.tokens[i].verb is not None for i in range(*told))


def _who_says_with_it(scene: Scene, k: int, index: int, quotation: Range) -> Range | None:
    """Who acts with the quoted words: "mit den Worten „Ich gehe“ verließ der Koch den Saal"."""
    if scene.phrases[k].preposition is None:
        return None
    behind = scene.skip_marks(quotation[1], scene.sentences[scene.clauses[index].sentence].last)
    around = [index] if behind >= len(scene.tokens) else [index, scene.clause_of[behind]]
    for clause in (scene.clauses[c] for c in around if c >= 0):
        if clause.subject is None or clause.subject == k:
            continue
        source = source_of(scene, clause)
        if source is not None and not quotation[0] <= source[0] < quotation[1]:
            return source
    return None


def _quotation_after(scene: Scene, last: int, end: int) -> Range | None:
    """The quotation right behind the noun that says more than a name or a title: "mit den Worten „Ich gehe“"."""
    start = scene.skip_marks(last, end)
    q = scene.quote_of[start] if start < end else -1
    if any(scene.word(i) == ":" for i in range(last, start)):
        return None
    if q < 0 or scene.quotes[q].first != start or scene.quote_of[last - 1] >= 0 or not scene.quotes[q].complete:
        return None
    return start, min(scene.quotes[q].last, end)


def _clause_after(scene: Scene, index: int, head: int, last: int, end: int, cue: CueNoun) -> Range | None:
    """The content clause behind the noun: at once, or after the rest of the noun's own clause."""
    clause = scene.clauses[index]
    for here in dict.fromkeys((last, next((b for a, b in clause.parts if a <= head < b), last))):
        if here >= end or scene.word(here) not in scene.lexicon.words["clause_commas"]:
            continue
        start = scene.skip_marks(here, end)
        if start >= end:
            continue
        kind = contents.introduced_by(scene, index, start)
        if kind is None or kind not in cue.takes or scene.clauses[scene.clause_of[start]].first < here:
            continue  # "Der Damm, heißt es im Bericht, *breche bald*": the rest of what the verb ascribes
        if kind == "v2" and not scene.mood(scene.clauses[scene.clause_of[start]]).startswith("kon"):
            continue
        if here != last and not _only_closes(scene, last, here, kind) and not _says_itself(scene, clause, last, here):
            continue
        if here == last and kind == "v2" and scene.word(here) != "," and scene.word(here) != ":":
            continue
        child = scene.clause_of[start]
        stop = start
        outer = set(scene.ancestors(index))
        while stop < end and scene.clause_of[stop] not in outer:
            other = scene.clause_of[stop]
            if (
                other >= 0
                and other != child
                and scene.clauses[other].kind is ClauseKind.MAIN
                and not scene.depends_on(other, child)
            ):
                break
            stop += 1
        while stop > start and (scene.is_mark(stop - 1) or scene.tag(stop - 1) == "KON"):
            stop -= 1
        if stop > start:
            return start, stop
    return None


def _says_itself(scene: Scene, clause: Clause, last: int, here: int) -> bool:
    """As in "Der Vorwurf der Kläger lautet, …", "ihre Vermutung geht dahin, dass …": the noun is the subject of a verb
    that says no more than "is"."""
    if clause.lemma not in scene.lexicon.words["noun_links"] or clause.finite != last or scene.tag(last - 1) == "$,":
        return False
    return all(scene.tag(i) in ("PROAV", "ADV", "PTKVZ") for i in range(last + 1, here))


def _is_extraposed(scene: Scene, here: int) -> bool:
    """As in "hat die Forderung abgelehnt, die Maut zu senken": the verb before the comma takes no infinitive itself."""
    lemma = scene.tokens[here - 1].lemma
    takes = any("zu" in cue.takes for cue in scene.lexicon.verbs.get(lemma, ()) if not cue.fixed)
    closes = scene.tag(here - 1) in ("VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ")
    return closes and not takes and lemma not in scene.lexicon.words["infinitive_verbs"]


def _grades(scene: Scene, first: int, last: int) -> bool:
    """As in "war nach Angaben des Zoos so schwer, dass …": how much it was, is told by the clause."""
    words = scene.lexicon.words["grading"]
    graded = ("ADJD", "ADJA", "ADV", "PIAT", "PIS")
    return any(scene.word(i).lower() in words and scene.tag(i + 1) in graded for i in range(first, last - 1))


def _only_closes(scene: Scene, last: int, here: int, kind: str) -> bool:
    """Whether between the noun and its clause only the verbs stand that close the sentence's bracket; before "dass",
    "ob" and an infinitive a place or a time may too."""
    if kind == "w" or any(scene.tokens[i].lemma in scene.lexicon.nouns for i in range(last, here)):
        return False
    if kind == "zu" and not _is_extraposed(scene, here):
        return False
    if kind == "dass" and scene.tokens[here - 1].lemma in scene.lexicon.words["resulting_verbs"]:
        return False  # "die Drohung reicht aus, dass Kunden umbuchen"
    if kind == "dass" and _grades(scene, last, here):
        return False
    allowed = BRACKET | BESIDE if kind in ("dass", "ob", "zu") else BRACKET
    if any(scene.tag(i) in ("VVFIN", "VAFIN") for i in range(last, here - 1)):
        return False
    return all(scene.tag(i) in allowed for i in range(last, here))
