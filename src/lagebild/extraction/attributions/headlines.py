"""Headlines that name who says so: "Putin: Russland hat die Wahl nicht manipuliert", "Bericht: …", "EZB-Chef - …"."""

from collections.abc import Iterator

from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.named_kinds import kind_of_name
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.model.analysis import Phrase
from lagebild.model.attribution import Act
from lagebild.model.entity import EntityKind

# A headline's source is short: a name with a title, a medium.
LONGEST_SOURCE = 6
SHORTEST_RESULT = 4


def headline_drafts(scene: Scene) -> Iterator[Draft]:
    """Headlines, and sentences that read like one, whose words before the colon name somebody who can speak."""
    for index, sentence in enumerate(scene.sentences):
        if not sentence.headline:
            continue
        begin = sentence.first
        for i in range(sentence.first, sentence.last - 1):
            if scene.quote_of[i] >= 0 or not _parts(scene, i, index):
                continue
            draft = _said_behind(scene, index, begin, i)
            if draft is None and scene.word(i) != ":":
                draft = _said_before(scene, index, begin, i)
            if draft is not None:
                yield draft
                break
            begin = i + 1


def _parts(scene: Scene, i: int, sentence: int) -> bool:
    """Whether the mark parts source and words: a colon, in the first headline a dash with a blank before it too."""
    if scene.word(i) == ":":
        return True
    return (
        sentence == 0
        and i > 0
        and scene.word(i) in scene.lexicon.words["dashes"]
        and (scene.tokens[i].start > scene.tokens[i - 1].end)
    )


def _said_behind(scene: Scene, index: int, begin: int, mark: int) -> Draft | None:
    """As in "Bericht: Konzern will verkaufen": the source before the mark."""
    source = _trimmed(scene, begin, mark)
    content = _trimmed(scene, mark + 1, scene.sentences[index].last)
    if source is None or content is None or not _can_say(scene, source, content, dash=scene.word(mark) != ":"):
        return None
    return _draft(scene, index, source, mark, content)


def _said_before(scene: Scene, index: int, begin: int, mark: int) -> Draft | None:
    """As in "Grenze bleibt geschlossen – Innenministerium": the source behind the dash, to the line's end."""
    source = _trimmed(scene, mark + 1, scene.sentences[index].last)
    content = _trimmed(scene, begin, mark)
    if source is None or content is None or not _states(scene, content) or not _is_role_or_text(scene, source):
        return None
    return _draft(scene, index, source, mark, content)


def _draft(scene: Scene, index: int, source: Range, mark: int, content: Range) -> Draft:
    phrase = not _states(scene, content) and not _is_quoted(scene, content)
    return Draft(
        "headline-colon", index, source, ((mark, mark + 1),), (content,), Act.SAY, phrase_content=phrase
    )  # fmt: skip


def _trimmed(scene: Scene, begin: int, end: int) -> Range | None:
    first = scene.skip_marks(begin, end)
    while end > first and scene.is_mark(end - 1):
        end -= 1
    return (first, end) if end > first else None


def _can_say(scene: Scene, source: Range, content: Range, *, dash: bool) -> bool:
    """Whether the words before the mark name who says the words behind it, and not what they are about.

    A role or a text ("Experte", "Bericht") is never what a headline is about; a person is, unless somebody's words or
    a statement follow; a body is nearly always.
    """
    first, last = source
    if last - first > LONGEST_SOURCE or any(scene.tokens[i].verb is not None for i in range(first, last)):
        return False
    if _is_quoted(scene, content):
        return kind_of_name(scene, source) is not None or _is_role_or_text(scene, source)
    teases = (
        scene.tag(content[0]) != "ART" and scene.word(content[0]).lower() in scene.lexicon.words["headline_teasers"]
    )
    if teases or _asks(scene, content):
        return False
    if _is_role_or_text(scene, source):
        told = dash or _states(scene, content) or _counts(scene, source, content)
        return told and not _is_named(scene, content[0])
    kind = kind_of_name(scene, source)
    if kind is None or dash or not _begins_with_role(scene, first, kind):
        return False
    quoted = any(scene.quote_of[i] >= 0 and scene.quotes[scene.quote_of[i]].spoken for i in range(*content))
    if kind is EntityKind.MEDIUM or quoted:
        return True
    return _states(scene, content) and not _speaks_of_source(scene, content)


def _begins_with_role(scene: Scene, first: int, kind: EntityKind) -> bool:
    """Not "Empörung über Gauland", "Dividendenperle Shell": before a person's name only a role stands."""
    if scene.tag(first) != "NN" or kind is EntityKind.MEDIUM:
        return True
    return kind is EntityKind.PERSON and scene.known.kind_of(scene.tokens[first].lemma) is not None


def _is_role_or_text(scene: Scene, source: Range) -> bool:
    """As in "Verfassungsschutzchef", "Forscher", "Ministerium", "Bericht": a noun by itself, with no name behind it."""
    k = scene.phrase_of[source[0]]
    if k < 0:
        return False
    phrase: Phrase = scene.phrases[k]
    head = scene.tokens[phrase.head]
    if (phrase.first, phrase.last) != source or head.tag != "NN":
        return False
    if any(scene.tag(i) == "ADJA" and scene.tokens[i].lemma not in scene.known.adjectives for i in range(*source)):
        return False
    words = scene.lexicon.words
    return (
        scene.known.kind_of(head.lemma) is not None
        or head.lemma in scene.known.words["documents"]
        or head.lemma in words["frame_documents"]
    )


def _counts(scene: Scene, source: Range, content: Range) -> bool:
    """As in "Hochrechnung: Grüne im Norden vorn": figures tell in headlines without a verb."""
    figures = scene.tokens[source[1] - 1].lemma in scene.lexicon.words["headline_figures"]
    return (
        figures and content[1] - content[0] >= SHORTEST_RESULT and scene.tag(content[0]) not in ("ART", "PWS", "PWAV")
    )


def _is_named(scene: Scene, first: int) -> bool:
    """As in "Piraten-Politiker: Karl Tann ist tot": a full name right behind the mark says who the role is."""
    return scene.tag(first) == "NE" and scene.tag(first + 1) == "NE"


def _is_quoted(scene: Scene, content: Range) -> bool:
    quotes = {scene.quote_of[i] for i in range(*content) if not scene.is_mark(i)}
    return len(quotes) == 1 and min(quotes) >= 0 and scene.quotes[min(quotes)].last >= content[1]


def _asks(scene: Scene, content: Range) -> bool:
    last = scene.sentences[scene.sentence_of[content[0]]].last
    return any(scene.word(i) in scene.lexicon.words["question_marks"] for i in range(content[1], last))


def _states(scene: Scene, content: Range) -> bool:
    """Whether the words make a statement: a finite verb, or an infinitive at the end ("Steuern bald senken")."""
    first, last = content
    return any(scene.tokens[i].verb is not None for i in range(first, last)) or scene.tag(last - 1) in (
        "VVINF",
        "VAINF",
    )


def _speaks_of_source(scene: Scene, content: Range) -> bool:
    """As in "Trump: Auch beim Golfen lügt er": a pronoun with nobody named before it means the source."""
    for i in range(*content):
        if scene.tag(i) == "PPER" and scene.word(i).lower() in scene.lexicon.words["third_persons"]:
            return True
        if scene.tag(i) == "NE":
            return False
    return False
