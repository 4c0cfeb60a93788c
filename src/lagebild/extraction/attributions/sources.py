"""Whose words they are: the noun phrase that names the source beside a cue, and the addressee."""

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.entities.nominative import is_town_adjective
from lagebild.model.analysis import ACCUSATIVE, DATIVE, NOMINATIVE, Clause, ClauseKind, Phrase
from lagebild.model.entity import EntityKind

# How many phrases back the noun may stand that a relative pronoun refers to.
ANTECEDENT_REACH = 4
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
        return controller(scene, clause)
    phrase = scene.phrases[clause.subject]
    if scene.tag(phrase.head) == "PRELS":
        return antecedent(scene, clause, phrase)
    if scene.word(phrase.head).lower() in scene.lexicon.words["impersonal"]:
        return None
    return whole(scene, clause.subject)


def _is_range(scene: Scene, index: int) -> bool:
    """As in "von der Kita bis zum Abitur": where something begins is nobody's doing."""
    return scene.word(full_phrase(scene.analysis, index)[1]).lower() in scene.lexicon.words["range_ends"]


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
    "einen nicht näher genannten Investor"."""
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
    ]
    return next((k for k in named if scene.speaks(scene.phrases[k])), named[-1] if named else None)


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
    return None


def without_addressee(scene: Scene, clause: Clause, source: Range, *, dative: bool) -> Range:
    """As in "sagte der Sprecher der Nachrichtenagentur": a medium behind the source is the addressee, not its owner;
    so is whoever stands in the dative behind a name, for a verb that takes one ("wirft die Nato der Werft vor")."""
    first = scene.phrase_of[source[0]] if scene.phrase_of[source[0]] >= 0 else -1
    if first < 0:
        return source
    for i in range(scene.phrases[first].last, source[1]):
        k = scene.phrase_of[i]
        phrase = scene.phrases[k] if k >= 0 else None
        if phrase is None or phrase.first != i or phrase.preposition is not None or scene.tag(i) != "ART":
            continue
        words = scene.analysis.words(i + 1, phrase.last) if phrase.last > i + 1 else ""
        body = scene.known.bodies.get(words) or scene.known.bodies.get(scene.word(phrase.last - 1))
        kind = scene.known.kind_of(scene.tokens[phrase.head].lemma)
        named = dative and scene.tag(i - 1) in ("NE", "FM") and phrase.agreement & DATIVE and i > source[0]
        if named and not _other_dative(scene, clause, source):
            return source[0], i
        medium = (body is not None and body.kind is EntityKind.MEDIUM) or (kind is not None and kind[0] == "medium")
        quoted = any(scene.quote_of[j] >= 0 for j in range(i, phrase.last))
        person = scene.kind(scene.phrases[first]) == "person"
        if (medium or quoted or body is None) and _is_plain(scene, scene.phrases[first]):
            return source[0], i  # "berichtet der junge Mann der Hafenpost"
        if (medium or quoted) and (dative or not person):
            return source[0], i
    return source


def _is_plain(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun says no more than sex or age, so that no body has such a one: "der Mann", "die 28-Jährige"."""
    noun = scene.tokens[phrase.head].lemma
    words = scene.known.words
    return noun in words["plain_people"] or noun.endswith(tuple(sorted(words["age_endings"])))


def without_possessor(scene: Scene, source: Range) -> Range:
    """As in "warnte der 35-Jährige Norwegens Führung": a genitive at the end belongs to the noun behind it."""
    last = source[1] - 1
    if last <= source[0] or source[1] >= len(scene.tokens) or scene.tag(last) != "NE":
        return source
    body = scene.known.bodies.get(scene.word(last).removesuffix("s"))
    possessive = scene.word(last).endswith("s") and body is not None and scene.tag(last - 1) in ("NN", "ADJA")
    return (source[0], last) if possessive and scene.tag(source[1]) in ("NN", "ADJA") else source


def _other_dative(scene: Scene, clause: Clause, source: Range) -> bool:
    """Whether the clause has its addressee outside the source."""
    return any(
        scene.phrases[k].preposition is None
        and scene.phrases[k].agreement & DATIVE
        and not scene.phrases[k].agreement & (NOMINATIVE | ACCUSATIVE)
        and not source[0] <= scene.phrases[k].first < source[1]
        for k in clause.objects
    )


def controller(scene: Scene, clause: Clause) -> Range | None:
    """Who acts in an infinitive: the subject of the clause that it depends on."""
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return None
    parent = scene.clauses[clause.parent]
    return source_of(scene, parent) if parent.subject is not None and not parent.passive else None


def antecedent(scene: Scene, clause: Clause, pronoun: Phrase) -> Range | None:
    """The noun phrase that a relative pronoun stands for: the nearest before it that agrees."""
    wanted = _gender_and_number(pronoun.agreement)
    sentence = scene.sentences[clause.sentence]
    index = min(clause.first, pronoun.first) - 1
    tried = 0
    while index >= sentence.first and tried < ANTECEDENT_REACH:
        here = scene.phrase_of[index]
        if here >= 0:
            phrase = scene.phrases[here]
            if _gender_and_number(phrase.agreement) & wanted and scene.tag(phrase.head) in ("NN", "NE"):
                return full_phrase(scene.analysis, here)
            tried += 1
            index = phrase.first
        index -= 1
    return None


def agree(pronoun: Phrase, noun: Phrase) -> bool:
    """Whether the relative pronoun may stand for the noun: one gender and number fits both."""
    return bool(_gender_and_number(pronoun.agreement) & _gender_and_number(noun.agreement))


def _gender_and_number(agreement: int) -> int:
    """The mask without its case."""
    return (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF


def addressee(scene: Scene, clause: Clause, to: str, taken: Range | None) -> Range | None:
    """Whom the words are aimed at, where the lexicon says that the verb names it so; `taken` is the content."""
    if not to:
        return None
    for wanted in to.split():
        for index in clause.objects:
            phrase = scene.phrases[index]
            if taken is not None and taken[0] <= phrase.first < taken[1]:
                continue
            if scene.tag(phrase.head) in ("PRF", "PRELS") or scene.tag(phrase.first - 1) == "KOKOM":
                continue
            if _stands_as(scene, phrase, wanted):
                return full_phrase(scene.analysis, index)
    return None


def _stands_as(scene: Scene, phrase: Phrase, wanted: str) -> bool:
    if wanted.startswith("p:"):
        return phrase.preposition is not None and preposition_of(scene, phrase) == wanted[2:]
    if phrase.preposition is not None:
        return False
    if wanted == "dat":
        return bool(phrase.agreement & DATIVE) and not (
            phrase.agreement & NOMINATIVE and scene.tag(phrase.head) == "PPER"
        )
    return bool(phrase.agreement & 0x00F0)


def preposition_of(scene: Scene, phrase: Phrase) -> str:
    """The preposition before the phrase as the lexicon writes it ("zum" is "zu"), "" for none."""
    if phrase.preposition is None:
        return ""
    return scene.tokens[phrase.preposition].lemma.lower()
