"""Whose words they are: the noun phrase that names the source beside a cue."""

from lagebild.analysis.phrases import full_phrase
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.subjects import may_go_on, shared_subject
from lagebild.extraction.entities.nominative import is_town_adjective
from lagebild.model.analysis import ACCUSATIVE, DATIVE, NOMINATIVE, Clause, ClauseKind, Phrase

# Words that need a noun, and how many words may part them from it.
LONE = frozenset(("ART", "PIAT", "PDAT"))
LONGEST_ATTRIBUTE = 6


def source_of(scene: Scene, clause: Clause) -> Range | None:
    """The source of a cue clause: its subject, in a passive clause its agent; None where nobody is named."""
    quoted = quoted_person(scene, clause)
    if quoted is not None:
        return quoted
    if clause.passive:
        agent = agent_of(scene, clause)
        return None if agent is None else whole(scene, agent)
    if clause.subject is None:
        left = experiencer(scene, clause) if _is_left_to_somebody(scene, clause) else None
        return controller(scene, clause) if left is None else left
    phrase = scene.phrases[clause.subject]
    if scene.tag(phrase.head) == "PRELS":
        return meant_by(scene, clause, phrase)
    if scene.word(phrase.head).lower() in scene.lexicon.words["impersonal"]:
        return experiencer(scene, clause) if _is_left_to_somebody(scene, clause) else None
    return whole(scene, clause.subject)


def _is_left_to_somebody(scene: Scene, clause: Clause) -> bool:
    """As in "dem Chef blieb nur einzuräumen", "ihm fällt es schwer zu sagen": the verb names in the dative who acts."""
    if clause.finite is None or scene.tokens[clause.finite].lemma not in scene.lexicon.words["experiencer_verbs"]:
        return False
    return any(scene.tag(i) in ("PTKZU", "VVIZU") for i in range(clause.finite, clause.last))


def experiencer(scene: Scene, clause: Clause) -> Range | None:
    """Who in the dative has what the clause tells: "Sorgen macht *dem Rat*", "*ihm* fällt es schwer"."""
    for k in clause.objects:
        phrase = scene.phrases[k]
        dative = phrase.preposition is None and phrase.agreement & DATIVE and scene.tag(phrase.head) != "PRF"
        if dative and not phrase.agreement & NOMINATIVE and scene.speaks(phrase):
            return full_phrase(scene.analysis, k)
    return None


def _is_range(scene: Scene, index: int) -> bool:
    """As in "von der Kita bis zum Abitur": where something begins is nobody's doing."""
    return scene.word(full_phrase(scene.analysis, index)[1]).lower() in scene.lexicon.words["range_ends"]


def _is_writer(scene: Scene, preposition: int) -> bool:
    """As in "wurde nach einer Warnung von Experten gesperrt": who is named behind a word of saying has said that."""
    before = preposition - 1
    return scene.tag(before) == "NN" and scene.tokens[before].lemma in scene.lexicon.nouns


def _is_time(scene: Scene, index: int) -> bool:
    """As in "von Beginn an", "vom 28. August 2014"."""
    phrase = scene.phrases[index]
    words = scene.span(phrase.first, phrase.last)
    if scene.tokens[phrase.head].lemma in scene.lexicon.words["points_of_time"]:
        return True
    return any(timex.span.contains(words) for timex in scene.timexes_near(words))


def quoted_person(scene: Scene, clause: Clause) -> Range | None:
    """As in "zitiert die Zeitung Holm", "wird Holm zitiert": who is quoted, not who quotes."""
    if clause.lemma not in scene.lexicon.words["quoting_verbs"]:
        return None
    if clause.passive:
        return None if clause.subject is None else full_phrase(scene.analysis, clause.subject)
    for index in clause.objects:
        phrase = scene.phrases[index]
        if phrase.preposition is None and phrase.agreement & ACCUSATIVE and scene.speaks(phrase):
            return whole(scene, index)
    return None


def whole(scene: Scene, index: int) -> Range:
    """The full phrase; an article that words of a participle part from its noun brings that noun along:
    "einen nicht näher genannten Investor"; one of several brings along those before it."""
    first, last = _whole(scene, _first_of_row(scene, index))
    return (first - 1 if _opens_pair(scene, first, last) else first), last


def _opens_pair(scene: Scene, first: int, last: int) -> bool:
    """As in "sowohl Holm als auch Tann": the word that opens a pair stands before the first of both."""
    joined = any(scene.tag(i) == "KOKOM" and scene.tag(i + 1) == "ADV" for i in range(first, last - 1))
    return joined and first > 0 and scene.tag(first - 1) == "KON"


def _whole(scene: Scene, index: int) -> Range:
    phrase = scene.phrases[index]
    if scene.tag(phrase.last - 1) == "NE" and is_town_adjective(scene.tokens, phrase.last):
        return phrase.first, full_phrase(scene.analysis, scene.phrase_of[phrase.last])[1]
    if phrase.last - phrase.first > 1 or scene.tag(phrase.first) not in LONE:
        return full_phrase(scene.analysis, index)
    end = scene.sentences[scene.sentence_of[phrase.first]].last
    for i in range(phrase.last, min(end, phrase.last + LONGEST_ATTRIBUTE)):
        if scene.tag(i) == "ADJA" and scene.phrase_of[i] >= 0 and scene.phrases[scene.phrase_of[i]].first == i:
            return phrase.first, full_phrase(scene.analysis, scene.phrase_of[i])[1]
        if scene.is_mark(i) or scene.tokens[i].verb is not None:
            break
    return full_phrase(scene.analysis, index)


def _first_of_row(scene: Scene, index: int) -> int:
    """As in "berichten die „Welt“, *der NDR* und der WDR": the first of several bodies by name that commas part."""
    first = index
    while first > 0 and scene.tag(scene.phrases[first].head) in ("NE", "NN"):
        phrase, before = scene.phrases[first], scene.phrases[first - 1]
        marks = range(before.last, phrase.first)
        parted = any(scene.word(i) == "," for i in marks) and all(scene.is_mark(i) for i in marks)
        same = parted and scene.clause_of[before.first] == scene.clause_of[phrase.first]
        if not same or before.preposition is not None or full_phrase(scene.analysis, first - 1)[1] <= phrase.last + 1:
            break
        first -= 1
    return first


def agent_of(scene: Scene, clause: Clause) -> int | None:
    """The phrase that names who acts in a passive clause ("von der Ministerin"): the first that can speak, because
    another may hang on a noun ("die Gefahr von Bränden wurde vom Wetterdienst …")."""
    agents = scene.lexicon.words["agents"]
    named = [
        k
        for k in clause.objects
        if (preposition := scene.phrases[k].preposition) is not None
        and scene.word(preposition).lower() in agents
        and not _is_range(scene, k)
        and not _is_writer(scene, preposition)
        and not _is_time(scene, k)
    ]
    others = [k for k in named if not scene.is_thing(scene.phrases[k])]
    return next((k for k in named if scene.speaks(scene.phrases[k])), others[-1] if others else None)


def origin_of(scene: Scene, clause: Clause, *, people: bool = False) -> Range | None:
    """The phrase out of which something is learned: "aus dem Bericht geht hervor", "aus Kreisen verlautete",
    "in einem Brief wird gefordert"; with `people` also from whom, as in "von Anwohnern war zu hören"."""
    for index in clause.objects:
        phrase = scene.phrases[index]
        preposition = preposition_of(scene, phrase)
        told = people and preposition in scene.lexicon.words["owner_prepositions"] and scene.speaks(phrase)
        if (told or preposition in scene.lexicon.words["origin_prepositions"]) or (
            preposition in scene.lexicon.words["origin_prepositions_of_documents"]
            and scene.tokens[phrase.head].lemma.endswith(tuple(scene.lexicon.words["document_endings"]))
        ):
            return whole(scene, index)
    given = next((whole(scene, k) for k in clause.objects if _gives(scene, clause, k)), None)
    return _taken_up(scene, clause) if given is None else given


def _taken_up(scene: Scene, clause: Clause) -> Range | None:
    """As in "*Darin* steht, dass …": the word for a text told of before."""
    own = (i for first, last in clause.parts for i in range(first, last) if scene.quote_of[i] < 0)
    return next(((i, i + 1) for i in own if scene.word(i).lower() in scene.lexicon.words["text_adverbs"]), None)


def _gives(scene: Scene, clause: Clause, k: int) -> bool:
    """As in "*dem Bericht* ist zu entnehmen": a text in the dative of a verb that takes out of it."""
    phrase = scene.phrases[k]
    taken = clause.lemma in scene.lexicon.words["taken_out"] and phrase.preposition is None
    taken = taken and scene.tag(phrase.head) != "PRF"
    return taken and bool(phrase.agreement & DATIVE) and not phrase.agreement & NOMINATIVE


def without_possessor(scene: Scene, source: Range) -> Range:
    """As in "warnte der 35-Jährige Norwegens Führung": a genitive at the end belongs to the noun behind it."""
    last = source[1] - 1
    if last <= source[0] or source[1] >= len(scene.tokens) or scene.tag(last) != "NE":
        return source
    body = scene.known.bodies.get(scene.word(last).removesuffix("s"))
    possessive = scene.word(last).endswith("s") and body is not None and scene.tag(last - 1) in ("NN", "ADJA")
    return (source[0], last) if possessive and scene.tag(source[1]) in ("NN", "ADJA") else source


def controller(scene: Scene, clause: Clause) -> Range | None:
    """Who acts in an infinitive: the subject of the clause that it depends on, be it over other infinitives."""
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return None
    parent = scene.clauses[clause.parent]
    if parent.kind is ClauseKind.INF and parent.subject is None and parent.first < clause.first:
        return controller(scene, parent)
    shared = shared_subject(scene, scene.clauses, clause.parent, parent) if may_go_on(scene, parent) else None
    if shared is not None:
        return whole(scene, shared)
    return source_of(scene, parent) if parent.subject is not None and not parent.passive else None


def meant_by(scene: Scene, clause: Clause, pronoun: Phrase) -> Range | None:
    """The whole noun phrase that a relative pronoun stands for."""
    noun = antecedent(scene.analysis, clause, pronoun)
    return None if noun is None else full_phrase(scene.analysis, noun)


def preposition_of(scene: Scene, phrase: Phrase) -> str:
    """The preposition before the phrase as the lexicon writes it ("zum" is "zu"), "" for none."""
    if phrase.preposition is None:
        return ""
    return scene.tokens[phrase.preposition].lemma.lower()
