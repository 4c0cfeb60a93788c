"""Issuers: the body that put out a text or found out what it says: "Das Amt legte den Bericht vor … laut Bericht"."""

from collections.abc import Iterator

from lagebild.analysis.phrases import full_phrase
from lagebild.extraction.entities.source import NEAR, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Clause, Phrase


def by_issuer(source: Source) -> Speaker | None:
    """The body that lately presented the text, or asked and counted for it: the subject of such a verb."""
    noun = source.head.lemma.lower()
    inquired = ends_in(noun, source.words["inquiries"])
    if not inquired and not ends_in(noun, source.words["papers"]):
        return None
    for clause in _clauses_before(source):
        if _presents(source, clause) or (inquired and clause.lemma in source.words["inquiring_verbs"]):
            found = _subject(source, clause)
            if found is not None:
                reason = f"“{source.head.text}”: the body that put it out"
                return Speaker(found.name, reason, 0.7, found.gender, source.first)
    return None


def _clauses_before(source: Source) -> Iterator[Clause]:
    """The clauses lately before the source's own, the last first."""
    analysis = source.cast.analysis
    own = analysis.clause_of[source.first]
    clauses = dict.fromkeys(analysis.clause_of[i] for i in range(source.first - 1, max(-1, source.first - NEAR), -1))
    return (analysis.clauses[c] for c in clauses if c not in (-1, own))


def _presents(source: Source, clause: Clause) -> bool:
    """As in "legte einen Bericht vor": the verb of one who puts out such a text, with it as its object."""
    return clause.lemma in source.words["presenting_verbs"] and any(
        _is_such(source, source.cast.phrases[k]) for k in clause.objects
    )


def _is_such(source: Source, phrase: Phrase) -> bool:
    """Whether the phrase is a text of the same sort: by the same noun, or one that takes it up."""
    lemma, here = source.tokens[phrase.head].lemma.lower(), source.head.lemma.lower()
    if phrase.preposition is not None or source.tokens[phrase.head].tag != "NN":
        return False
    # One with a name of its own ("Armutsbericht") is called by it.
    return here == lemma or (
        are_alike(source, lemma, here) and lemma in source.words["papers"] | source.words["inquiries"]
    )


def are_alike(source: Source, left: str, right: str) -> bool:
    """Whether both nouns name inquiries, or both reports: "Studie" and "Untersuchung", "Bericht" and "Papier"."""
    return any(
        ends_in(left, source.words[sort]) and ends_in(right, source.words[sort]) for sort in ("inquiries", "papers")
    )


def _subject(source: Source, clause: Clause) -> Speaker | None:
    """The clause's subject, where it is a body; persons only present what others wrote."""
    cast = source.cast
    if clause.subject is None or clause.passive:
        return None
    phrase = cast.phrases[clause.subject]
    head = source.tokens[phrase.head]
    if head.tag not in ("NN", "NE", "FM") or phrase.first >= source.first:
        return None
    found = cast.known.kind_of(head.lemma) if head.tag == "NN" else None
    body = found is not None and found[0] in ("organisation", "medium", "group")
    if not (body or head.tag != "NN" or cast.body_kinds.shown_by(head.lemma) is not None):
        return None
    named = source.told(*full_phrase(cast.analysis, clause.subject, coordinated=False))
    return None if named.name is None or named.name in cast.people else named
