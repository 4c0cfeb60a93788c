"""Corrects single tags by the German sentence bracket: where finite verbs, infinitives and particles must stand."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lagebild.analysis.mood import FINITE
from lagebild.analysis.word import Word
from lagebild.model.analysis import NOMINATIVE, PLURAL

PARTICIPLES = frozenset({"VVPP", "VAPP", "VMPP"})
INFINITIVES = frozenset({"VVINF", "VAINF", "VMINF"})
PHRASE_STARTS = frozenset({"ART", "PDS", "PRELS", "PPER", "PRF", "PPOSAT", "PDAT", "PIS", "PTKNEG", "$."})
DEGREE = frozenset({"ADJD", "ADV", "PIAT", "PIS", "PTKVZ", "VVIMP"})
ENDS = frozenset({"$,", "$."})
GOING_ON = ENDS | {"KON"}
# What stands behind an infinitive, not behind the second part of a sentence.
NOT_SECOND = GOING_ON | {"KOKOM", "PTKZU"}
SUBJECTS = frozenset({"NE", "NN", "PPER", "PDS", "PIS"})
NOMINAL = frozenset({"NE", "NN", "PPER"})
# Words that open a clause whose verb stands at its end.
OPENERS = frozenset({"KOUS", "PRELS", "PWS", "PWAV"})
# How a field before the verb begins that is no subject, and how it may end.
FIELD_OPENERS = frozenset({"ADV", "ADJD", "PROAV", "APPR", "APPRART"})
FIELD_ENDS = frozenset({"ADV", "ADJD", "PROAV", "$,"})
# What an adjective's phrase begins with that is not the whole subject's.
GOVERNORS = frozenset({"APPR", "APPRART", "ART", "PPOSAT", "PDAT"})
AUXILIARIES = frozenset({"VAFIN", "VMFIN", "VAIMP"})
# What stands between an article and its noun: "die *dreizehn* Räte", "der *erfahrene* Pilot".
COUNTED = frozenset({"ADJA", "CARD"})
BINDING = frozenset({"VAFIN", "VMFIN"})
# What of the state tells of a verb that waits for an infinitive or a participle.
AWAITING = frozenset("AM")
# The tags that `corrected` corrects, besides those of verbs: whoever adds a rule for another adds it here.
CORRECTED = frozenset({"PRELS", "ART", "ADJD", "ADJA", "PDS", "KOKOM", "PWAV", "APPR", "PTKA"})
# How many words an article with its attributes and its noun may have.
LONGEST_SUBJECT = 12
# How many words back the reflexive of a perfect may stand.
BRACKET_REACH = 16


class BracketWords(NamedTuple):
    """The words of a language that decide."""

    always: frozenset[str]
    """Particles that end a clause as such, whatever verb they make with its finite verb."""
    reflexive_participles: frozenset[str]
    """Adjectives that are participles only beside a reflexive."""
    comparatives: frozenset[str]
    """Words of amount before which "zu" is a preposition, not "too"."""
    seldom_attributes: frozenset[str]
    """Forms of verbs whose participle hardly ever stands before a noun."""


def corrected(
    tag: str,
    scores: Mapping[str, int],
    position: int,
    known: list[Word],
    words: BracketWords,
    *,
    before: str,
    state: str,
    ahead: str,
) -> str:
    """The tag, or the one that must be there instead; `scores` holds the tags it may have."""
    if tag == "VVFIN" and "ADJA" in scores and _is_attribute(position, known):
        return "ADJA"
    if tag in {"VVFIN", "PRELS"} and before == "$," and _ends_in_infinitive(position, known):
        # ", entschieden dagegen vorzugehen", ", den „Hafen“ zu verkaufen"
        return _first(scores, {"ADJD", "VVPP"} if tag == "VVFIN" else {"ART"}, tag)
    if (
        tag == "ART"
        and "PIS" in scores
        and before != "^"
        and _tag_at(known, position + 1) == "APPR"
        and position + 2 < len(known)
    ):
        return "PIS" if known[position + 2].tags == ("PPER",) else tag  # "einer von ihnen"
    if tag in INFINITIVES and before in NOMINAL and _is_second(position, known, state):
        return _first(scores, FINITE, tag)
    if tag in FINITE:
        return _not_finite(tag, scores, position, known, before=before, state=state)
    if tag == "VVPP" and "ADJD" in scores and known[position].low in words.reflexive_participles:
        return tag if _is_reflexive_perfect(known, position) else "ADJD"
    if tag[0] == "V":
        return _finite_at_end(tag, scores, position, known, before=before, state=state)
    if tag == "ADJD" and before == "PTKZU" and at_clause_end(known, position):
        return _first(scores, INFINITIVES, tag)  # "die Truppen zu verlegen", not "zu verlegen für Worte"
    if tag == "ADJD" and state.rstrip("+,")[-1:] == "M" and at_clause_end(known, position):
        return _first(scores, INFINITIVES, tag)  # "will Truppen verlegen": the modal verb waits for it
    if tag == "ADJA" and "VVFIN" in scores and state.rstrip("+,") == "K" and _tag_at(known, position + 1) in ENDS:
        return "VVFIN"  # "wenn er Hilfe schicke, …": no adjective stands before a comma without its noun
    if tag == "ADJA" and "VVFIN" in scores and before in NOMINAL and _tag_at(known, position + 1) in ENDS:
        return "VVFIN"  # "Holm betonte, …": nor does one stand behind the noun
    closes = _tag_at(known, position + 1) == "$(" and _tag_at(known, position + 2) in ENDS
    if tag == "ADJA" and closes and "VVINF" in scores:
        # "„Wir werden keine Truppen schicken“, sagte …": no adjective stands before the end of a quotation
        return "VVINF" if not AWAITING.isdisjoint(state) else tag
    if tag == "ADJA" and "VVFIN" in scores and before == "$," and _tag_at(known, position + 1) == "NE":
        return "VVFIN"  # "…, bemängelten SPD und Linke": behind a comma no adjective without article goes before a name
    if tag == "ADJA" and "VVFIN" in scores and before == "$," and ahead in ENDS:
        return "VVFIN" if _closes_speech(position, known, state) else tag
    if tag == "ADJA" and "VVFIN" in scores and before == "KON" and _tag_at(known, position + 1) == "NN":
        return "VVFIN" if known[position].low.removesuffix("n") in words.seldom_attributes else tag
    if tag in {"ADJA", "ADJD"} and "VVFIN" in scores and state.rstrip("+,") == "" and ahead in ENDS:
        return "VVFIN" if _needs_verb(position, known, before=before) else tag
    if tag == "ADJD" and "VVPP" in scores and state[-1:] == "A" and _is_reflexive_perfect(known, position):
        return "VVPP"
    if tag in {"ADJA", "ADJD"} and "ADJA" in scores and "VVFIN" in scores:
        return _verb_before_phrase(tag, position, known, before=before, state=state)
    if tag == "PRELS" and "ART" in scores and before == "$," and _begins_a_subject(known, position):
        return "ART"
    if tag == "PDS" and "PRELS" in scores and before == "APPR" and _tag_at(known, position - 2) == "$,":
        return "PRELS"  # "Studien, nach denen …": behind a comma and a preposition it refers back
    if tag == "PRELS" and "ART" in scores and _begins_a_main_clause(position, known):
        return "ART"
    if tag == "KOKOM" and "PWAV" in scores and before in {"$,", "^"} and "FIN" in ahead:
        return "PWAV"
    if tag == "PWAV" and "KOKOM" in scores and before == "^" and _compares(known, position):
        return "KOKOM"
    if tag == "APPR" and "PTKZU" in scores and _only_infinitive(known, position + 1):
        return "PTKZU"
    if tag in {"APPR", "PTKA"} and "PTKA" in scores and position + 1 < len(known):
        return _too_or_to(tag, position, known, words)
    return tag


def _compares(known: list[Word], position: int) -> bool:
    """As in "Wie im Vorjahr rechnet der Verband mit Gästen", "Wie die SPD fordern auch die Grünen mehr": no question
    and no clause of its own, for its verb stands before a subject and an object, and the sentence ends behind them."""
    ends = next((i for i in range(position, len(known)) if known[i].tags[0] in ENDS), len(known))
    verbs = [i for i in range(position + 1, ends) if any(tag.endswith("FIN") for tag in known[i].tags)]
    one = verbs[:1] == [position + 2] and known[position + 1].tags[0] not in {"PPER", "NE"}
    if one or len(verbs) != 1 or not position + 1 < verbs[0] < ends - 3 or ends == len(known) or known[ends].low == "?":
        return False
    behind = verbs[0] + 1 + (known[verbs[0] + 1].tags[0] == "ADV")
    compared = known[position + 1].tags[0]
    return compared not in {"ADJD", "PIAT"} and known[behind].tags[0] in {"ART", "PPER", "PPOSAT", "NE", "NN"}


def _ends_in_infinitive(position: int, known: list[Word]) -> bool:
    """Whether what goes on behind the word up to the next mark holds an infinitive with "zu" and no finite verb."""
    found = False
    for at in range(position + 1, len(known)):
        tags = known[at].tags
        if tags[0] in ENDS:
            return found
        if FINITE.issuperset(tags) or not BINDING.isdisjoint(tags):
            return False
        found = found or tags == ("VVIZU",) or ("PTKZU" in tags and _only_infinitive(known, at + 1))
    return found


def _is_second(position: int, known: list[Word], state: str) -> bool:
    """As in "…, ihre Noten *fallen* also gut aus": behind a comma, a phrase and more to come stands no infinitive,
    unless a modal or an auxiliary waits for one."""
    if not AWAITING.isdisjoint(state) or position + 1 >= len(known):
        return False
    if (
        known[position + 1].tags[0] in NOT_SECOND
        or "PTKZU" in known[position + 1].tags
        or known[position + 1].tags[0][0] in "V$"
    ):
        return False
    for at in range(position - 1, -1, -1):
        tags = known[at].tags
        if tags[0] == "$,":
            return position - at > 2 and OPENERS.isdisjoint(known[at + 1].tags)
        if tags[0] == "$." or not FINITE.isdisjoint(tags) or "PTKZU" in tags or tags[0] == "KON":
            return False
    return False


def _begins_a_main_clause(position: int, known: list[Word]) -> bool:
    """As in "teilte mit, der äußerst müde Lotse sei krank": the verb stands behind the phrase, not at the end."""
    if position + 5 >= len(known):
        return False
    degree, attribute, noun, verb, behind = known[position + 1 : position + 6]
    return (
        bool({"ADV", "ADJD"} & set(degree.tags))
        and "ADJA" in attribute.tags
        and noun.tags[0] == "NN"
        and all(tag.endswith(("FIN", "IMP")) for tag in verb.tags)
        and behind.tags[0] not in ENDS
    )


def _is_attribute(position: int, known: list[Word]) -> bool:
    """As in "eine in Kiel veröffentlichte Studie hatte …": the finite verb stands behind the noun that follows."""
    if position + 2 >= len(known) or known[position + 1].tags != ("NN",):
        return False
    return all(tag in ("VAFIN", "VMFIN") for tag in known[position + 2].tags)


def _begins_a_subject(known: list[Word], position: int) -> bool:
    """As in "teilte mit, *der* äußerst erfahrene Pilot sei gesund": behind adjective and noun an auxiliary stands with
    which the clause does not end, as a relative clause would."""
    for at in range(position + 2, min(len(known) - 1, position + LONGEST_SUBJECT)):
        tags = known[at].tags
        if tags[0] in ENDS or "PRF" in tags:
            return False
        if AUXILIARIES.issuperset(tags):
            whole = known[at - 1].tags[0] == "NN" and not COUNTED.isdisjoint(known[at - 2].tags) and at - 2 > position
            whole = whole and GOVERNORS.isdisjoint(known[at - 3].tags[: at - 3 != position])
            return whole and _tag_at(known, at + 1) not in GOING_ON
    return False


def _closes_speech(position: int, known: list[Word], state: str) -> bool:
    """As in "Die Leute gingen heim, erzählten Anwohner": behind a clause that has its verb, before several who act; not
    "lange, wiederholte Klagen", "mit Eltern, bewährten Freunden"."""
    told = state.endswith(",") and state[:1] in {"A", "M", "V"}
    if not told or position + 1 >= len(known) or "ADJA" in known[position - 2].tags:
        return False
    follower = known[position + 1]
    several = follower.nominal & NOMINATIVE & PLURAL or _tag_at(known, position + 2) == "KON"
    plural = known[position].low.endswith("n")
    return plural and bool(several and follower.nominal & NOMINATIVE) and follower.tags[0] == "NN"


def _too_or_to(tag: str, position: int, known: list[Word], words: BracketWords) -> str:
    """ "zu schnell", "zu milde," against "zu mehr Demut", "zu dem"."""
    following = known[position + 1]
    if following.low in words.comparatives:
        return "APPR"
    ends = "ADJD" in following.tags and {"ADJA", *DEGREE}.issuperset(following.tags)
    if DEGREE.issuperset(following.tags) or (ends and _tag_at(known, position + 2) in ENDS):
        return "PTKA"
    return tag


def _finite_at_end(
    tag: str, scores: Collection[str], position: int, known: list[Word], *, before: str, state: str
) -> str:
    """A subordinate clause without a finite verb so far: its last verb is finite if it can be."""
    open_clause = state.rstrip("+,") == "K" or state == "KV+" or (state == "KA+" and tag in INFINITIVES)
    if not open_clause or before == "PTKZU" or tag == "VVIZU":
        return tag
    following = _tag_at(known, position + 1)
    if following == "$(":
        following = _tag_at(known, position + 2)
    ends = tag in INFINITIVES or _goes_on_outside(known, position) or _ends_whole_clause(known, position)
    if following == "$." or (following == "$," and ends):
        return _first(scores, FINITE, tag)
    return tag


def _ends_whole_clause(known: list[Word], position: int) -> bool:
    """As in "weil die Ministerin *betont*, dass …": the clause has stood without a comma since its opener, so that the
    participle is no half-sentence of its own ("weil er, vom Chef *gelobt*, blieb")."""
    for at in range(position - 1, -1, -1):
        if known[at].tags[0] == "$,":
            return False
        if not OPENERS.isdisjoint(known[at].tags[:1]):
            return at < position - 1
    return False


def _goes_on_outside(known: list[Word], position: int) -> bool:
    """As in "die er Freunde heißt, *kommen*", "*und* Geld": behind the comma the clause around it goes on."""
    comma = position + 1 if _tag_at(known, position + 1) == "$," else position + 2
    following = _tag_at(known, comma + 1)
    return following in FINITE or following == "KON"


def _not_finite(
    tag: str, scores: Mapping[str, int], position: int, known: list[Word], *, before: str, state: str
) -> str:
    """An infinitive after "zu", after a modal verb with a participle between, beside the finite verb of the clause."""
    if before == "PTKZU" or (state.rstrip("+,") == "M" and before in PARTICIPLES | INFINITIVES):
        return _first(scores, INFINITIVES, tag)
    if state[-1:] in {"A", "M", "V"} and at_clause_end(known, position):
        never = FINITE | {"ADJA"} if before in NOMINAL else FINITE
        others = {name: score for name, score in scores.items() if name not in never and name[2:] != "IMP"}
        return max(others, key=others.__getitem__, default=tag)
    follower = known[position + 1].tags if position + 1 < len(known) else ()
    if follower in {("VMFIN",), ("VAFIN",)} and _tag_at(known, position + 2) in ENDS:
        wanted = INFINITIVES if follower == ("VMFIN",) else PARTICIPLES
        return _first(scores, wanted, _first(scores, INFINITIVES, tag))
    return tag


def _verb_before_phrase(tag: str, position: int, known: list[Word], *, before: str, state: str) -> str:
    """A finite verb, not an adjective, where an article or pronoun follows and the clause wants a finite verb."""
    follower = known[position + 1].tags if position + 1 < len(known) else ("$.",)
    wants = state.rstrip(",") in {"", "K"} or state.endswith("+") or (state.endswith(",") and before in NOMINAL)
    return "VVFIN" if wants and PHRASE_STARTS.issuperset(follower) else tag


def _is_reflexive_perfect(known: list[Word], position: int) -> bool:
    """As in "hat sich zu der Tat bekannt": auxiliary and reflexive before, the end of the clause behind."""
    if not at_clause_end(known, position):
        return False
    for back in range(position - 1, max(-1, position - BRACKET_REACH), -1):
        if "PRF" in known[back].tags:
            return True
        if ENDS.intersection(known[back].tags):
            return False
    return False


def _only_infinitive(known: list[Word], position: int) -> bool:
    if position >= len(known):
        return False
    tags = known[position].tags
    return all(tag[0] == "V" for tag in tags) and any(tag in INFINITIVES for tag in tags)


def _needs_verb(position: int, known: list[Word], *, before: str) -> bool:
    """As in "die Firmen benötigten Hilfe", "Am Montag begrüßten Kritiker den Plan": the sentence has no other verb, and
    what stands before is a whole phrase; not "die von Firmen benötigte Hilfe"."""
    if position + 1 >= len(known) or _tag_at(known, position + 1) in ENDS:
        return False
    if before in SUBJECTS and not _is_opened(position, known):
        return True
    # A field before the verb: an adverb, a phrase with its preposition, an apposition.
    follower = known[position + 1]
    first = known[0].tags[0]
    field = first in FIELD_OPENERS and (before in FIELD_ENDS or before in NOMINAL) and known[-1].low == "."
    return field and follower.tags[0] in {"NN", "NE"} and bool(follower.nominal & NOMINATIVE)


def _is_opened(position: int, known: list[Word]) -> bool:
    """Whether a preposition near before may open an attribute: "die *von* Firmen benötigte", not "Streit *um* Geld"."""
    for at in range(position - 1, max(-1, position - 4), -1):
        if not {"APPR", "APPRART"}.isdisjoint(known[at].tags):
            return at == 0 or known[at - 1].tags[0] not in {"NN", "NE"}
    return False


def _tag_at(known: list[Word], position: int) -> str:
    return known[position].tags[0] if position < len(known) else "$."


def _first(scores: Collection[str], wanted: Collection[str], otherwise: str) -> str:
    return next((tag for tag in scores if tag in wanted), otherwise)


def at_clause_end(known: list[Word], position: int) -> bool:
    """Whether a comma, a full stop or an "und" follows, marks such as quotes aside; not "vor und nach"."""
    following = _tag_at(known, position + 1)
    if following == "$(":
        following = _tag_at(known, position + 2)
    elif following == "KON":
        return position + 2 < len(known) and "APPR" not in known[position + 2].tags
    return following in ENDS


def particle(
    tag: str, scores: Mapping[str, int], *, at_end: bool, forms_verb: bool, always: bool, unsure: Collection[str]
) -> str:
    """Whether a word that may be a separated particle is one.

    It is if it ends its clause and makes a verb that exists with a finite verb before (`forms_verb`); an adverb
    then stays what the scores say, unless it is `always` a particle there. It is not if there is no such verb,
    unless nothing else can end a clause.
    """
    if always and at_end:
        return "PTKVZ"
    if tag == "PTKVZ":
        if forms_verb:
            return tag
        if "APPO" in scores and at_end:
            return "APPO"  # "sagte dem Blatt gegenüber"
        others = {name: score for name, score in scores.items() if name != "PTKVZ"}
        best = max(others, key=others.__getitem__)
        return tag if at_end and best in unsure else best
    return "PTKVZ" if at_end and forms_verb and tag != "ADV" else tag
