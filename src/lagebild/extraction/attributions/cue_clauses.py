"""Which words of a clause are its cue: the verb with its particle, and what its table row asks for beside it."""

from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.language.cues import IN_CONTENT, CueVerb
from lagebild.model.analysis import Clause
from lagebild.model.quick import quick


@quick
class Words:
    """A clause's own tokens, and where each form and lemma stands among them."""

    tokens: list[int]
    places: dict[str, list[int]]


def words_of(scene: Scene, clause: Clause) -> Words:
    """The clause's own words; looked up once for all rows of its verb."""
    own = [i for first, last in clause.parts for i in range(first, last)]
    places: dict[str, list[int]] = {}
    for k, i in enumerate(own):
        token = scene.tokens[i]
        places.setdefault(token.text, []).append(k)
        if token.lemma != token.text:
            places.setdefault(token.lemma, []).append(k)
    return Words(own, places)


def fixed_words(scene: Scene, words: Words, cue: CueVerb) -> tuple[int, ...] | None:
    """The tokens of the cue's fixed further words ("zu bedenken"); None where they are not there."""
    if not cue.fixed:
        return ()
    for choice in cue.fixed:
        first = choice[0].removeprefix(IN_CONTENT)
        for k in words.places.get(first, ()):
            run = words.tokens[k : k + len(choice)]
            if len(run) < len(choice) or (len(choice) == 1 and scene.tag(run[0]) == "ADJA"):
                continue
            rest = zip(run[1:], choice[1:], strict=True)
            if all(w.removeprefix(IN_CONTENT) in (scene.word(i), scene.tokens[i].lemma) for i, w in rest):
                return () if choice[0].startswith(IN_CONTENT) else tuple(run)
    return None


def is_reflexive(scene: Scene, clause: Clause) -> bool:
    """Whether a reflexive pronoun stands in the clause."""
    return any(scene.tag(i) == "PRF" for first, last in clause.parts for i in range(first, last))


def cue_ranges(scene: Scene, clause: Clause, fixed: tuple[int, ...] = ()) -> tuple[Range, ...]:
    """The cue's words: the verb with its particle and fixed words, without auxiliaries; "nicht" where negated."""
    verbs = [i for i in clause.predicate if not scene.tag(i).startswith(("VA", "VM", "PTKZU"))] or list(
        clause.predicate
    )
    if fixed and all(scene.tag(i).startswith(("VA", "VM")) for i in clause.predicate):
        verbs = [] if len(fixed) > 0 and clause.lemma in ("sein", "haben") else verbs
    spoken = scene.quote_of[verbs[0]] if verbs else -1
    negation = [
        i
        for first, last in clause.parts
        for i in range(first, last)
        if scene.tag(i) == "PTKNEG" and scene.quote_of[i] in (-1, spoken) and not _is_in_attribute(scene, i)
    ][:1]
    words = sorted({*verbs, *fixed, *negation})
    ranges: list[Range] = []
    for i in words:
        if ranges and ranges[-1][1] == i:
            ranges[-1] = (ranges[-1][0], i + 1)
        else:
            ranges.append((i, i + 1))
    return tuple(ranges)


def _is_in_attribute(scene: Scene, negation: int) -> bool:
    """As in "nicht genannte Quellen": no verb is negated."""
    k = negation + 1
    while scene.tag(k) in ("ADV", "ADJD"):
        k += 1
    return scene.tag(k) == "ADJA"


def subject_follows(scene: Scene, clause: Clause) -> bool:
    """Whether a cue clause that begins with its verb has its subject (or agent) behind the verb."""
    if clause.passive:
        return True
    if clause.subject is None:
        return False
    return clause.finite is not None and scene.phrases[clause.subject].first > clause.finite
