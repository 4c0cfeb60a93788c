"""Clauses whose verb could report, and which ascribe nothing: things that show, the reader, a list of deeds."""

from lagebild.analysis.relatives import agree, antecedent
from lagebild.extraction.attributions.candidates import has_object, is_pronoun
from lagebild.extraction.attributions.documents import is_document
from lagebild.extraction.attributions.scene import Range, Scene
from lagebild.extraction.attributions.sources import preposition_of
from lagebild.language.cues import CueVerb
from lagebild.language.endings import ends_in
from lagebild.model.analysis import ACCUSATIVE, NOMINATIVE, Clause, ClauseKind, Phrase
from lagebild.model.attribution import Act


def ascribes_nothing(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """Whether nobody's words can be the verb's content, wherever that may stand."""
    return (
        _is_own_word(scene, clause)
        or _is_to_be(scene, clause, cue)
        or _is_reason(scene, clause)
        or _shows_by_itself(scene, clause, cue)
        or _is_state_of_thing(scene, clause, cue)
        or _is_in_question(scene, clause)
        or _is_asked_for(scene, clause)
    )


def _is_own_word(scene: Scene, clause: Clause) -> bool:
    """As in "„Wollt ihr Streit?“, rief er", "„Unsere Bilanz zeigt, dass …“": within a quotation those who talk to
    each other are no further source; outside of one "we" are the author."""
    if clause.finite is None or clause.subject is None:
        return False
    words = scene.lexicon.words
    subject = scene.phrases[clause.subject]
    head, verb = scene.word(subject.head), scene.tokens[clause.finite].verb
    if head.lower() in words["first_persons"]:
        return True
    polite = head in words["polite_you"] and verb is not None and verb.numbers == "p"
    if scene.quote_of[clause.finite] < 0:
        return polite and not _opens_sentence(scene, subject.head)
    if head.lower() in words["second_persons"] or polite:
        return True
    return scene.tokens[subject.first].lemma in words["first_possessives"] and scene.kind(subject) is None


def _opens_sentence(scene: Scene, i: int) -> bool:
    """Whether the word has its capital because a sentence begins there, or something behind a colon or a mark."""
    return i == scene.sentences[scene.sentence_of[i]].first or (scene.is_mark(i - 1) and scene.word(i - 1) != ",")


def _is_reason(scene: Scene, clause: Clause) -> bool:
    """As in "für die Werft spricht, dass das Eis hält": the clause is what speaks, and nobody else does."""
    words = scene.lexicon.words
    if clause.lemma not in words["arguing"] or clause.subject is not None or clause.passive:
        return False
    return any(
        scene.word(i).lower() in words["arguing_for"] for first, last in clause.parts for i in range(first, last)
    )


def _is_to_be(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "davon ist auszugehen", "es kann nicht ausgeschlossen werden": anybody's, so the author's; not "aus dem
    Brief ist zu lesen"."""
    words = scene.lexicon.words
    tags = {scene.tag(i) for i in clause.predicate}
    if clause.kind is ClauseKind.INF and clause.parent is None and scene.tag(clause.first) == "PTKNEG":
        return True  # "Nicht auszuschließen, dass es taut"
    if tags & {"PTKZU", "VVIZU"} and any(scene.tokens[i].lemma in words["copula"] for i in clause.predicate):
        return cue.source != "from"
    return clause.passive and clause.modal in words["possible_modals"] and not clause.objects


def _is_in_question(scene: Scene, clause: Clause) -> bool:
    """As in "ob sie wollen, dass …", "wenn sie nachweisen, dass …": nobody has said or shown it yet."""
    words = scene.lexicon.words
    opener = scene.word(clause.opener).lower() if clause.opener is not None else ""
    if clause.kind is not ClauseKind.SUB:
        return False
    return opener in words["whether"] or (opener in words["conditions"] and clause.lemma in words["proving"])


def _is_asked_for(scene: Scene, clause: Clause) -> bool:
    """As in "forderte den Rat auf zu erklären, dass …": what somebody is asked to say nobody has said."""
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return False
    around = scene.lexicon.verbs.get(scene.clauses[clause.parent].lemma, ())
    return any(cue.act is Act.DEMAND and not cue.fixed and cue.to for cue in around)


def _is_state_of_thing(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "Kompetenz ist keine Garantie dafür, …", "Katzen sind bekannt dafür, …": with "sein" only somebody is
    "dafür", and nothing but that."""
    sides = scene.lexicon.words["sides"]
    own = [i for first, last in clause.parts for i in range(first, last)]
    if clause.subject is None or not any(scene.word(i) in sides for i in own):
        return False
    if not any(word in sides for choice in cue.fixed for word in choice):
        return False
    if any(scene.tag(i) in ("ADJD", "VVPP") for i in own):
        return True
    return scene.tag(scene.phrases[clause.subject].head) == "NN" and not scene.speaks(scene.phrases[clause.subject])


def _shows_by_itself(scene: Scene, clause: Clause, cue: CueVerb) -> bool:
    """As in "die Entdeckung zeigt, dass …", "dies beweist, dass …": only a text, a figure or somebody vouches."""
    proves = not cue.reflexive and clause.lemma in scene.lexicon.words["proving"]
    if not proves or clause.passive:
        return False
    if cue.source != "doc":
        return clause.subject is not None and _is_surely_thing(scene, scene.phrases[clause.subject])
    if clause.subject is None:
        return True
    phrase = scene.phrases[clause.subject]
    if scene.tag(phrase.head) == "PPER":
        if scene.word(phrase.head).lower() == scene.lexicon.expletive:
            return True
        return not _means_document(scene, clause, clause.subject)
    if scene.tag(phrase.head) in ("PDS", "PIS"):
        return clause.objects == ()
    if scene.tag(phrase.head) == "PRELS":
        # "Bilder, die zeigten, dass …" show it by themselves, as "Bilder zeigten" do.
        meant = antecedent(scene.analysis, clause, phrase)
        return meant is not None and not vouches(scene, meant)
    return not vouches(scene, clause.subject)


def vouches(scene: Scene, k: int) -> bool:
    """Whether the phrase is somebody, or a text or figure: "das zeigen Recherchen der Stadt"."""
    phrase = scene.phrases[k]
    if scene.speaks(phrase) or is_document(scene, phrase.first, phrase.last):
        return True
    head, evidence = scene.tokens[phrase.head], scene.lexicon.words["evidence"]
    return ends_in(head.lemma.lower(), evidence) or ends_in(head.text.lower(), evidence)


def _is_surely_thing(scene: Scene, phrase: Phrase) -> bool:
    pointing = scene.tag(phrase.head) == "PDS" and scene.word(phrase.head).lower() in scene.lexicon.words["pointing"]
    return pointing or scene.is_thing(phrase)


def is_thing(scene: Scene, k: int) -> bool:
    """Whether the phrase is a noun for what is, as far as is known, neither somebody nor a text: "der Fund"."""
    head = scene.tokens[scene.phrases[k].head]
    if head.tag != "NN" or vouches(scene, k) or scene.quote_of[scene.phrases[k].head] >= 0:
        return False
    return not ends_in(head.lemma, scene.lexicon.words["person_endings"])


def names_voucher(scene: Scene, words: Range) -> bool:
    """Whether a phrase among the words is somebody, or a text or figure."""
    return any(vouches(scene, k) for k in {scene.phrase_of[i] for i in range(*words)} - {-1})


def _means_document(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether the pronoun may stand for a text of the sentence before: "Die Studie liegt vor. Sie zeigt …"."""
    if clause.sentence == 0:
        return False
    pronoun, before = scene.phrases[k], scene.sentences[clause.sentence - 1]
    told = {scene.phrase_of[i] for i in range(before.first, before.last)} - {-1}
    return any(vouches(scene, j) and agree(pronoun, scene.phrases[j]) for j in told)


def is_list_of_deeds(scene: Scene, clause: Clause, cue: CueVerb, content: Range) -> bool:
    """As in "Er floh nach Kiel, bedrohte eine Frau und wurde gefasst": what stands before the verb is the subject's
    first deed and no speech, and what looks like the verb's subject is its object."""
    subject = scene.phrases[clause.subject] if clause.subject is not None else None
    if subject is None or clause.passive or not subject.agreement & ACCUSATIVE or not _takes_object(cue):
        return False
    quote = scene.quote_of[clause.first]
    if any(scene.quote_of[i] not in (-1, quote) and scene.quotes[scene.quote_of[i]].spoken for i in range(*content)):
        return False
    firsts = [c for k in scene.clauses_in[clause.sentence] if content[0] <= (c := scene.clauses[k]).first < content[1]]
    mains = [c for c in firsts if c.kind in (ClauseKind.MAIN, ClauseKind.V2) and c.finite is not None]
    if not mains or scene.mood(mains[-1]) != scene.mood(clause):
        return False
    if mains[-1].subject is None:
        return mains[-1].finite == mains[-1].first  # "Freie Tage: Besuchen Freunde, melden sich"
    return not cue.takes & {"v2", "dass"} or _goes_on(scene, clause)


def is_left_unsaid(scene: Scene, clause: Clause, cue: CueVerb, content: Range) -> bool:
    """As in "Woher sie kam, wurde nicht mitgeteilt", "„Reichsbürger“ erkennen den Staat nicht an"."""
    first, last = content
    unsaid = cue.act in (Act.SAY, Act.ANNOUNCE, Act.CONFIRM) and any(
        scene.tag(i) == "PTKNEG" for a, b in clause.parts for i in range(a, b)
    )
    asks = scene.tag(first) in ("PWAV", "PWS", "PWAT") or scene.word(first).lower() in scene.lexicon.words["whether"]
    quote = scene.quote_of[first]
    named = quote >= 0 and not scene.quotes[quote].complete and last >= scene.quotes[quote].last
    return unsaid and (asks or named)


def is_free_relative(scene: Scene, clause: Clause, cue: CueVerb, content: Range) -> bool:
    """As in "*Wer Hilfe sucht*, findet Rat im Netz": of a verb that takes no question it is the subject."""
    first, last = content
    if scene.tag(first) not in ("PWAV", "PWS", "PWAT") or "w" in cue.takes or scene.quote_of[first] >= 0:
        return False
    within = (c for k in scene.clauses_in[clause.sentence] if first <= (c := scene.clauses[k]).first < last)
    alone = all(c.kind not in (ClauseKind.MAIN, ClauseKind.V2) or c.first == first for c in within)
    return alone and not any(scene.word(i) in scene.lexicon.words["question_marks"] for i in range(last, last + 2))


def names_teller(scene: Scene, clause: Clause, content: Range) -> bool:
    """As in "begründete die Bitte mit Not, *wie es im Papier heißt*", "wie berichtet, einen Plan, *wie* man hilft": the
    clause with "wie" tells who says so, or the cue itself stands behind a "wie" of that kind."""
    words = scene.lexicon.words
    if scene.word(min(clause.predicate) - 1).lower() in words["as_openers"]:
        return True
    if scene.word(content[0]).lower() not in words["as_openers"] or scene.clause_of[content[0]] < 0:
        return False
    return scene.clauses[scene.clause_of[content[0]]].lemma in words["saying_impersonally"]


def _takes_object(cue: CueVerb) -> bool:
    return "akk" in cue.to.split() or bool(cue.takes & {"akk", "akkq", "akkals", "akkfür", "akkauf"})


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether "und" and a verb in the same mood follow that have no subject of their own."""
    return any(
        other.first >= clause.last
        and scene.tag(other.first) == "KON"
        and other.finite == other.first + 1
        and scene.mood(other) == scene.mood(clause)
        and (other.subject is None or scene.phrases[other.subject].first < other.first or _may_be_object(scene, other))
        for other in (scene.clauses[k] for k in scene.clauses_in[clause.sentence])
    )


def is_without_source(scene: Scene, clause: Clause, kind: str, *, colon: bool) -> bool:
    """As in "Für Holm spricht, dass er hilft", where the clause with "dass" is the verb's subject; "Gesund gerechnet:
    Der Rat prüft es", where there is no clause."""
    if colon and kind == "v2":
        return clause.finite is None
    favours = clause.lemma in scene.lexicon.words["arguing"] and not clause.passive
    return kind == "dass" and favours and clause.subject is None


def is_about_how(scene: Scene, clause: Clause) -> bool:
    """As in "zeigt, wie wenig wir wissen", "wie die Lieder gesungen werden", where "wie" asks: what is said as it is
    said is no part of the clause itself ("wie Holm sagte", "wie bekannt wurde")."""
    if clause.subject is None:
        return False
    subject = scene.phrases[clause.subject]
    if scene.word(subject.head).lower() in scene.lexicon.words["first_persons"]:
        return True
    if _is_witnessed(scene, clause) or _is_compared_with(scene, clause, subject) or scene.tag(subject.head) == "PDS":
        return True  # "Wie das ausgeht, ist offen"
    if clause.passive:
        return scene.tag(subject.head) == "NN" and clause.lemma not in scene.lexicon.words["quoting_verbs"]
    named = any(scene.tag(scene.phrases[k].head) == "NE" for k in clause.objects)
    return not named and has_object(scene, clause, ()) and clause.opener is not None and subject.first > clause.opener


def _is_witnessed(scene: Scene, clause: Clause) -> bool:
    """As in "man erlebt, *wie die Ministerin spricht*": the clause is what the verb right before it takes."""
    before = scene.clauses[k].lemma if (k := scene.clause_of[clause.first - 2]) >= 0 and clause.first > 1 else ""
    verb = scene.tokens[clause.first - 2].verb is not None
    return verb and before in scene.lexicon.words["witnessing"]


def _is_compared_with(scene: Scene, clause: Clause, subject: Phrase) -> bool:
    """As in "Es hat keine Klappe, *wie sie die Werft anbietet*": the pronoun behind "wie" takes up a thing."""
    if clause.opener is None or scene.tag(clause.opener + 1) != "PPER":
        return False
    pronoun = scene.tokens[clause.opener + 1]
    taken_up = pronoun.agreement & ACCUSATIVE and pronoun.text.lower() != scene.lexicon.expletive
    others = (scene.phrases[k] for k in clause.objects if scene.phrases[k].preposition is None)
    named = subject.first > clause.opener + 1 or any(
        scene.tag(other.head) in ("NE", "NN") and other.agreement & NOMINATIVE for other in others
    )
    return bool(taken_up) and named


def goes_on_without_it(scene: Scene, clause: Clause, cue: CueVerb, start: int, fixed: tuple[int, ...]) -> bool:
    """Whether the author goes on at `start`: the verb has its object already ("Er bot Kurse an, die Schule half", "Sie
    sprach von Glück, der Zug kam"), or its clause opens the sentence ("Obwohl sie Ruhe verlangt, geht es weiter")."""
    place = scene.clause_of[start]
    if place < 0:
        return False
    other = scene.clauses[place]
    at_end = clause.finite is not None and clause.finite == clause.last - 1 > clause.first + 1
    opened = clause.kind is ClauseKind.SUB and clause.opener is not None
    if (opened or at_end) and other.finite == other.first == start:
        return True
    resuming = scene.lexicon.words["correlates"] | scene.lexicon.words["pointing"]
    if opened and scene.word(start).lower() in resuming and other.finite == start + 1:
        return True  # "Wenn sie von Glück spricht, dann hat sie recht"
    if scene.mood(other) != "ind":
        # "er biete Hilfe an, allerdings hätten alle zu tun": both are told of him.
        contrast = scene.word(start) in scene.lexicon.words["contrasts"] and scene.mood(clause).startswith("kon")
        return contrast and other.first == start
    if clause.subject is not None and not clause.passive and not vouches(scene, clause.subject):
        return True  # "Die Musik geht aus, die Gäste brechen auf"
    own = [i for first, last in clause.parts for i in range(first, last)]
    if any(scene.tag(i) == "PTKNEG" for i in own):
        return True  # "Er redet nicht schlecht, er redet gut"
    if any(ends_in(scene.word(i), scene.lexicon.words["reciprocal"]) for i in own):
        return True  # "Sie schimpfen aufeinander, sie gehen heim"
    if cue.to == "akk" and cue.act is Act.CRITICISE:
        return True  # "Er beschimpfte uns, wir gingen heim"
    governing = cue.prepositions | scene.lexicon.words["topics"]
    governed = any(
        preposition_of(scene, scene.phrases[k]) in governing and not is_pronoun(scene, k) for k in clause.objects
    )
    return governed or has_object(scene, clause, fixed)


def _may_be_object(scene: Scene, clause: Clause) -> bool:
    return clause.subject is not None and bool(scene.phrases[clause.subject].agreement & ACCUSATIVE)
