"""Actors: whose words a sentence may give that names nobody: who acted before, made a text known or is told of."""

from dataclasses import replace
from functools import cached_property

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.earlier import QUANTIFIERS
from lagebild.extraction.entities.speakers import Speaker, speaker_of
from lagebild.language.endings import ends_in
from lagebild.model.analysis import SINGULAR, ClauseKind

# Heads of a subject whose words the next sentence may give: not "drei", "man", "das".
ACTORS = frozenset(("NN", "NE", "FM", "PPER"))
TOLD_OF = "whom the sentence before tells of"


class Actor:
    """Who acted in a sentence of the author's, where there was one; worked out when somebody asks, which is seldom."""

    def __init__(self, scene: Scene, cast: Cast, number: int | None = None, running: Speaker | None = None) -> None:
        self._scene, self._cast, self._number, self._running = scene, cast, number, running

    @cached_property
    def speaker(self) -> Speaker | None:
        """As `acting` says, by who spoke last when the sentence had been heard."""
        return None if self._number is None else acting(self._scene, self._cast, self._number, self._running)


def acting(scene: Scene, cast: Cast, number: int, running: Speaker | None) -> Speaker | None:
    """Who did something in a sentence of the author's: the one whose words the next sentence may give."""
    for k in scene.clauses_in[number]:
        clause = scene.clauses[k]
        if clause.kind is not ClauseKind.MAIN or clause.subject is None or clause.passive:
            continue
        phrase = scene.phrases[clause.subject]
        if scene.tag(phrase.head) not in ACTORS or not scene.speaks(phrase) or scene.quote_of[phrase.head] >= 0:
            return None
        if running is not None and clause.finite is not None and clause.finite < phrase.first:
            return None  # "Dort stehen Truppen": told of on the way, while somebody else goes on speaking
        if running is not None and not phrase.agreement & SINGULAR and scene.tag(phrase.head) == "NN":
            return None  # "Soldaten kämpfen dort": who spoke before goes on speaking of them
        if scene.tag(phrase.first) in QUANTIFIERS:
            return None  # "Es gibt kein geheimes Papier"
        speaker = speaker_of(cast, scene.span(*full_phrase(scene.analysis, clause.subject)), running=running)
        if speaker.name is None or scene.word(phrase.head).lower() in scene.known.words["first_person"]:
            return None
        if scene.mood(clause) != "ind" or cast.is_unknown_name(phrase):
            return None
        return replace(speaker, reason=f"{TOLD_OF}: {speaker.reason}")
    return None


def is_pronoun(scene: Scene, number: int) -> bool:
    """Whether the subject of the sentence's first main clause is a personal pronoun."""
    clauses = (scene.clauses[k] for k in scene.clauses_in[number])
    subject = next((c.subject for c in clauses if c.kind is ClauseKind.MAIN and c.subject is not None), None)
    return subject is not None and scene.tag(scene.phrases[subject].head) == "PPER"


def publishing(scene: Scene, cast: Cast, number: int, running: Speaker | None) -> Speaker | None:
    """As in "Das Amt legte Zahlen vor. Demnach …": whose the text is of which a sentence of the author's tells, by its
    own words, else the sentence's subject, else the text itself."""
    sentence = scene.sentences[number]
    for k in dict.fromkeys(scene.phrase_of[sentence.first : sentence.last]):
        if k < 0 or scene.quote_of[scene.phrases[k].head] >= 0:
            continue
        phrase = scene.phrases[k]
        lemma = scene.tokens[phrase.head].lemma.lower()
        if scene.tag(phrase.head) != "NN" or not ends_in(lemma, scene.lexicon.words["published"]):
            continue
        text = speaker_of(cast, scene.span(*full_phrase(scene.analysis, k)), running=running)
        by_another = text.name is not None and not ends_in(text.name.lower(), scene.lexicon.words["published"])
        actor = acting(scene, cast, number, running)
        found = text if by_another or actor is None else actor
        return replace(found, reason=f"{TOLD_OF}: {found.reason.removeprefix(TOLD_OF + ': ')}")
    return None


def only_one(scene: Scene, cast: Cast, number: int) -> Speaker | None:
    """As in "Bei Holm klingelt das Telefon. „…“": the only person whom the sentence names."""
    sentence = scene.sentences[number]
    names = {seen.name for seen in cast.anybody_before(sentence.last) if seen.token >= sentence.first}
    if len(names) != 1:
        return None
    name = min(names)
    person = cast.people.get(name)
    return Speaker(name, f"{TOLD_OF}: the only one named", 0.5, person.gender if person else None, sentence.last - 1)
