"""Bodies: the firm, authority, party or court that a report calls by what it is: "der Konzern", "die Behörde"."""

from collections.abc import Sequence

from lagebild.extraction.entities.bodies_told import Told
from lagebild.extraction.entities.body_kinds import FIRM
from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.source import Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import PLURAL, SINGULAR

# How often a report must name what no table knows, for it to be the firm that it is about.
NAMED_OFTEN = 2
# How many tokens back a subject is still what the next sentence takes up before anything named in between.
LATELY = 50
# How many tokens behind its description in headline or lead a body may be named.
NAMED_WITHIN = 120
LEAD_SENTENCES = 4
# How many tokens back a body may be told of by a bare noun.
NEARBY = 80


def by_body(source: Source) -> Speaker | None:
    """The body of that kind who spoke last or was told of last; for a firm else the name that no table knows, that
    acted, and that the report names most."""
    kind = _kind(source)
    if kind is None:
        return None
    reason = f"“{source.head.text}”: "
    told = [one for one in source.cast.bodies_told.before(source.first) if _fits(source, one, kind)]
    likely = [one for one in told if _compounds_agree(source, one.nouns, loosely=True)]
    last = _last(source, likely)
    running = source.running
    later = running is not None and (last is None or running.token >= last.first)
    if running is not None and running.name is not None and later and _is_so_called(source, running.name, kind):
        return Speaker(running.name, reason + f"the {kind} that spoke last", 0.8, running.gender)
    # A "Produzent" or "Händler" may be somebody: he is no name that only acts.
    acting = _acting(source, kind) if last is None and kind == FIRM and source.kind != "person" else None
    if acting is not None:
        return Speaker(source.cast.index.bare(acting.text), reason + f"the {kind} told of before", 0.75)
    last = last or _last(source, told)
    if last is not None:
        return _named(source, last, reason + f"the {kind} told of before")
    return _behind(source, kind, reason) or _bare(source, kind, reason)


def _kind(source: Source) -> str | None:
    """The kind of body that the source takes up; None where it tells it apart from those named."""
    if source.phrase is None or source.head.tag != "NN" or source.head.text in source.cast.known.bodies:
        return None
    if source.last != source.phrase.head + 1 and not source.is_placed():
        return None
    if source.phrase.agreement & PLURAL and not source.phrase.agreement & SINGULAR:
        return None
    inner = source.tokens[source.first : source.phrase.head]
    another = tuple(sorted(source.cast.body_kinds.words["another"]))
    if any(token.tag in ("ADJA", "PIAT", "PPOSAT") and token.text.lower().startswith(another) for token in inner):
        return None
    return source.cast.body_kinds.called_by(source.head.lemma)


def _fits(source: Source, told: Told, kind: str) -> bool:
    related = source.cast.body_kinds.related.get(source.head.lemma.lower(), frozenset())
    if told.last > source.first or not (kind in told.kinds or told.kinds & related):
        return False
    owner = source.head.text.rpartition("-")[0]
    if owner in source.cast.name_words and owner not in source.cast.known.bodies:
        return told.name == owner  # "der Norwald-Konzern" is Norwald's
    if kind not in source.cast.body_kinds.words["apart"] or kind not in told.kinds:
        return True
    # Whom the report only ever calls "Behörde" may be called by a compound later.
    plain = told.name is not None and told.nouns == frozenset(("",))
    return _compounds_agree(source, told.nouns) or plain


def _compounds_agree(source: Source, nouns: frozenset[str], *, loosely: bool = False) -> bool:
    """Whether "die Umweltbehörde" is the body that the report calls so, not the "Steuerbehörde"; `loosely` also one
    that it calls by no compound."""
    compound = source.cast.body_kinds.compound(source.head.lemma)
    return not compound or compound in nouns or (loosely and not any(nouns))


def _is_so_called(source: Source, name: str, kind: str) -> bool:
    """Whether the name is of that kind, and of the compound where kinds of that sort differ by it."""
    if kind not in source.cast.bodies_told.kinds_of(name):
        return False
    compound = source.cast.body_kinds.compound(source.head.lemma)
    return not compound or kind not in source.cast.body_kinds.words["apart"] or compound in name.lower()


def _last(source: Source, told: Sequence[Told]) -> Told | None:
    """The subject of late, else whoever was named last."""
    subject = next((one for one in reversed(told) if one.subject and source.first - one.last < LATELY), None)
    return subject or (told[-1] if told else None)


def _named(source: Source, told: Told, reason: str) -> Speaker | None:
    if told.name is not None:
        body = source.cast.known.bodies.get(told.name)
        name = source.cast.body_name(body, told.name) if body is not None else told.name
        return Speaker(name, reason, 0.8)
    found = source.resolve(source.beside(told.first, told.last))
    return Speaker(found.name, reason, 0.75, found.gender)


def _acting(source: Source, kind: str) -> Run | None:
    cast = source.cast
    counts, fronts = cast.index.times_named, cast.bodies_told.fronts
    acted = [
        run
        for run in cast.runs_before(source.first)
        if run.last <= source.first
        and not _is_somebody_else(source, run, kind)
        and cast.analysis.phrase_of[run.first] in cast.subjects
        and counts[cast.index.bare(run.text)] + fronts[cast.index.bare(run.text)] >= NAMED_OFTEN
        and cast.phrases[cast.analysis.phrase_of[run.first]].head >= run.first
    ]
    return max(acted, key=lambda run: (counts[cast.index.bare(run.text)], run.first), default=None)


def _is_somebody_else(source: Source, run: Run, kind: str) -> bool:
    """A person, or whatever the tables or the report show to be of another kind."""
    if source.cast.full_name(run.text) is not None:
        return True
    kinds = source.cast.bodies_told.kinds_of(source.cast.index.bare(run.text))
    tabled = source.cast.known.body_called(run.text) is not None
    return kind not in kinds and (tabled or bool(kinds))


def _bare(source: Source, kind: str, reason: str) -> Speaker | None:
    """As in "Der Zoll hat … die Behörde": the body that is told of by nothing but a noun that says more."""
    cast = source.cast
    for token, lemma, k in cast.groups_before(source.first):
        if source.first - token >= NEARBY:
            return None
        phrase = cast.phrases[k]
        several = phrase.agreement & PLURAL and not phrase.agreement & SINGULAR
        if cast.body_kinds.shown_by(lemma) == kind and cast.body_kinds.told_as(lemma) == lemma and not several:
            return Speaker(source.tokens[phrase.head].lemma, reason + f"the {kind} told of before", 0.6, None, token)
    return None


def _behind(source: Source, kind: str, reason: str) -> Speaker | None:
    """Whom headline and lead describe before the report names them."""
    if source.cast.analysis.sentence_of[source.first] >= LEAD_SENTENCES:
        return None
    for told in source.cast.bodies_told.behind(source.last):
        if told.first - source.first > NAMED_WITHIN:
            return None
        apart = kind in source.cast.body_kinds.words["apart"]
        if kind in told.kinds and told.name is not None and (not apart or _compounds_agree(source, told.nouns)):
            return _named(source, told, reason + "named later")
    return None
