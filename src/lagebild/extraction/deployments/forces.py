"""Forces: the phrases of a report that name soldiers, units, ships, planes and heavy arms, and whose these are."""

from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.analysis.quotations import QUOTES
from lagebild.extraction.events.owners import name_inside
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.listed import KEPT, Lists, is_listed
from lagebild.extraction.records.triggers import followers
from lagebild.language.endings import without_ending
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import GENITIVE, PLURAL, Phrase
from lagebild.model.attribution import Attribution
from lagebild.model.event import Party
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.recent import Recent

# How many sentences back a mission may be named whose soldiers are meant; other forces stand right before.
MISSION_REACH = 3
# Bare nouns may look like names: "hat Bomber stationiert".
NOUNS = ("NN", "NE")
UN = "UN"
# Lists of nouns that each phrase is looked for in: by the noun as it stands too, and by its lemma alone.
KINDS = ("missions", "forces", "not_forces", "weak_forces")
KINDS_OF_LEMMA = frozenset(("shares", "ships"))
# How often a report on the forces of a state names these at least.
AGAIN = 2


class Forces(NamedTuple):
    """Forces as phrase `phrase` names them; `own` are the sides that the phrase itself says they belong to."""

    phrase: int
    span: Span
    strength: Quantity | None
    own: tuple[Party, ...]
    mission: bool
    weak: bool = False


class Muster:
    """Finds the forces of one document."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.words = word_lists(stage.language, "deployments")
        pairs = (pair.split("=") for pair in sorted(self.words["navies"]))
        self._navies = {letters.upper(): code.upper() for letters, code in pairs}
        self._ships = _pairs(self.words["named_ships"])
        self._units = _pairs(self.words["units"])
        self._kinds = _kinds_of(stage.language)
        unit_names = tuple(name for name, _ in self._units)
        texts = stage.analysis.where.of_text
        self._with_units = any(text in self._navies or text.startswith(unit_names) for text in texts)
        """Whether the report has letters of a navy or a unit's name at all."""
        self.ways_of_loss = tuple(tuple(words.split()) for words in sorted(self.words["lost_beside"]))
        self._forces: dict[int, Forces | None] = {}
        self._owned: Counter[str] | None = None
        self._counting = False

    def forces(self, k: int) -> Forces | None:
        """The forces that phrase `k` names, if it names any."""
        if self._counting:
            return self._named(k)  # nothing is kept that was asked for before it is known who has soldiers
        if k not in self._forces:
            self._forces[k] = self._named(k)
        return self._forces[k]

    def _named(self, k: int) -> Forces | None:
        tag = self.stage.tokens[self.stage.phrases[k].head].tag
        if tag == "CARD":
            return self._of_them(k)
        if tag not in NOUNS:
            return None
        return self._soldiers(k) or self._people(k)

    def _soldiers(self, k: int) -> Forces | None:
        return self._crowd(k) or self._joined(k) or self._share(k) or self._single(k)

    def _people(self, k: int) -> Forces | None:
        """As in "3000 Nordkoreaner": a number of people of a state whose soldiers the report names elsewhere."""
        stage, phrase = self.stage, self.stage.phrases[k]
        if self._counting or not any(stage.tokens[i].tag == "CARD" for i in range(phrase.first, phrase.head)):
            return None
        body = stage.parties.bodies.of(phrase)
        code = stage.parties.bodies.code(body) if body is not None else None
        if code is None or not (
            code in self._armed() or self._are_soldiers_near(phrase) or self._are_stationed(phrase)
        ):
            return None
        span = Span(stage.tokens[phrase.first].start, self.end(k))
        strength = self.counted(k, span)
        if strength is None:
            return None
        start = min(span.start, strength.span.start)
        return Forces(k, Span(start, span.end), strength, (Party(code, stage.parties.span_of(phrase)),), False, True)

    def _are_stationed(self, phrase: Phrase) -> bool:
        """As in "10.000 Amerikaner sind dort stationiert": the verb is said of soldiers alone."""
        index = self.stage.analysis.clause_of[phrase.head]
        return index >= 0 and self.stage.clauses[index].lemma in self.words["stationing"]

    def _are_soldiers_near(self, phrase: Phrase) -> bool:
        """Whether the words before, in the sentence or the one before, name soldiers: "mehr Soldaten …. Dort sind 780
        Spanier im Einsatz"."""
        sentence = self.stage.analysis.sentence_of[phrase.first]
        first = self.stage.analysis.sentences[max(0, sentence - 1)].first
        nouns = (token for token in self.stage.tokens[first : phrase.first] if token.tag == "NN")
        return any(is_listed(token.lemma, self.words["men"]) for token in nouns)

    def _of_them(self, k: int) -> Forces | None:
        """As in "mehr als 10.000 von ihnen": some of the forces that were named last."""
        stage, phrase = self.stage, self.stage.phrases[k]
        other = next(iter(followers(stage, k)), None)
        if other is None or stage.preposition(other) not in self.words["of"]:
            return None
        if stage.tokens[stage.phrases[other].head].tag != "PPER" or stage.phrases[other].first - phrase.last > 1:
            return None
        span = Span(stage.tokens[phrase.first].start, stage.tokens[stage.phrases[other].last - 1].end)
        strength = self.counted(k, span)
        if strength is None:
            return None
        found = Forces(k, Span(min(span.start, strength.span.start), span.end), strength, (), False)
        own = self.lately(found)
        return found._replace(own=own) if own else None

    def _armed(self) -> Counter[str]:
        """The states whose soldiers the report names by words of their own, and how often."""
        if self._owned is None:
            self._counting = True
            named = (
                self._soldiers(k)
                for k, phrase in enumerate(self.stage.phrases)
                if self.stage.tokens[phrase.head].tag in NOUNS
            )
            self._owned = Counter(forces.own[0].code for forces in named if forces is not None and forces.own)
            self._counting = False
        return self._owned

    def _single(self, k: int) -> Forces | None:
        """The forces that the noun of phrase `k` names by itself."""
        stage = self.stage
        phrase = stage.phrases[k]
        head = stage.tokens[phrase.head]
        kinds = self._kinds[head.lemma, head.text]
        mission = "missions" in kinds
        strong = mission or bool(self._by_ship(k)) or ("forces" in kinds and "not_forces" not in kinds)
        if strong and self._is_one(phrase):
            return None
        weak = "weak_forces" in kinds and head.text.lower() not in self.words["not_forces"]
        if (not strong and not weak) or self._are_lost(phrase):
            return None
        end = self.end(k)
        span = Span(stage.tokens[phrase.first].start, end)
        strength = self.counted(k, span)
        # "seit 2002 rund 600 Soldaten": a year right before the figure is no part of it.
        year = stage.tokens[phrase.first].tag == "CARD"
        if strength is not None and (strength.span.start < span.start or year):
            span = Span(strength.span.start, span.end)
        return Forces(k, span, strength, self.own(k), mission, not strong)

    def _are_lost(self, phrase: Phrase) -> bool:
        """As in "getötete Soldaten", "die gefallenen Kämpfer"."""
        before = (self.stage.tokens[i] for i in range(phrase.first, phrase.head))
        return any(t.tag == "ADJA" and is_listed(without_ending(t.text.lower()), self.words["lost"]) for t in before)

    def _is_one(self, phrase: Phrase) -> bool:
        """As in "ein US-Soldat": one man is no deployment."""
        bare = phrase.last - phrase.first == 1 and self.stage.tokens[phrase.head].tag != "NN"
        several = bare or bool(phrase.agreement & PLURAL)  # "lässt Fallschirmjäger fliegen"
        return not several and is_listed(self.stage.tokens[phrase.head].lemma, self.words["single"])

    def _crowd(self, k: int) -> Forces | None:
        """As in "Zehntausende israelische Soldaten", "eine 200 Mann starke Einheit": the number and the forces are two
        phrases."""
        stage, phrase = self.stage, self.stage.phrases[k]
        other = stage.analysis.phrase_of[phrase.last] if phrase.last < len(stage.tokens) else -1
        if other <= k or stage.phrases[other].first != phrase.last:
            return None
        strong = without_ending(stage.tokens[phrase.last].text.lower()) in self.words["strong"]
        if stage.tokens[phrase.head].text.lower() not in self.words["crowds"] and not strong:
            return None
        return self._from(k, other)

    def _from(self, k: int, other: int) -> Forces | None:
        """The forces of the phrase `other`, told from the phrase `k` on, which may say how many they are."""
        named = self.forces(other)
        if named is None:
            return None
        span = Span(self.stage.tokens[self.stage.phrases[k].first].start, named.span.end)
        return named._replace(span=span, strength=named.strength or self.counted(k, span), weak=False)

    def _joined(self, k: int) -> Forces | None:
        """As in "300 Soldatinnen und Soldaten der Bundeswehr", "Panzer und Artillerie": two nouns, one force."""
        stage, phrase = self.stage, self.stage.phrases[k]
        at = phrase.last + 1
        if at >= len(stage.tokens) or stage.tokens[phrase.last].text.lower() not in self.words["and"]:
            return None
        other = stage.analysis.phrase_of[at]
        if other <= k or stage.phrases[other].first != at or stage.phrases[other].head != at:
            return None
        named, joined = self._single(k), self.forces(other)
        if named is None or joined is None or self._are(named, "arms") != self._are(joined, "arms"):
            return None
        if named.strength is not None and self._are(named, "arms"):
            return None  # "20 Panzer und Artillerie"
        whole = Span(named.span.start, joined.span.end)
        return named._replace(span=whole, own=named.own or joined.own, weak=named.weak and joined.weak)

    def _share(self, k: int) -> Forces | None:
        """As in "Teile der Flotte", "eine Gruppe von Soldaten", "die Zahl der Soldaten": forces that stand behind
        such a noun."""
        stage, phrase = self.stage, self.stage.phrases[k]
        head = stage.tokens[phrase.head]
        if "shares" not in self._kinds[head.lemma, head.text]:
            return None
        other = next(iter(followers(stage, k)), None)
        if other is None:
            return None
        follower = stage.phrases[other]
        genitive = follower.first == phrase.last and not follower.preposition and follower.agreement & GENITIVE
        if not genitive and not (stage.preposition(other) in self.words["of"] and follower.first - phrase.last < 2):
            return None
        return self._from(k, other)

    def told_apart(self, forces: Forces) -> tuple[Forces, ...]:
        """As in "10.000 südkoreanische und 17.000 amerikanische Soldaten": each figure with its own side."""
        stage, phrase = self.stage, self.stage.phrases[forces.phrase]
        cut = next(
            (
                i
                for i in range(phrase.first + 2, phrase.head - 1)
                if stage.tokens[i].tag == "KON" and stage.tokens[i + 1].tag == "CARD"
            ),
            None,
        )
        if cut is None:
            return (forces,)
        found = []
        for first, last in ((phrase.first, cut), (cut + 1, phrase.head + 1)):
            span = Span(stage.tokens[first].start, stage.tokens[last - 1].end)
            codes = [code for i in range(first, last) if (code := stage.parties.bodies.adjective(stage.tokens[i]))]
            strength = next(iter(stage.quantities.within(span)), None)
            if not codes or strength is None:
                return (forces,)
            found.append(Forces(forces.phrase, span, strength, (Party(codes[0], span),), mission=False))
        return tuple(found)

    def is_handed_over(self, forces: Forces, verb: str) -> bool:
        """Whether the verb tells of arms that somebody gets: without a place no deployment."""
        return verb in self.words["handing_over"] and self._are(forces, "arms")

    def are_police(self, forces: Forces) -> bool:
        """Whether police alone are named, no soldiers beside them."""
        first, last = self.stage.range_of(forces.span)
        nouns = [token for token in self.stage.tokens[first:last] if token.tag == "NN"]
        return self._are(forces, "police") and not any(self._is(t.lemma, t.text, "forces") for t in nouns)

    def is_army(self, forces: Forces) -> bool:
        """Whether the noun names an army as a whole."""
        return self._are(forces, "armies")

    def are_projectiles(self, forces: Forces) -> bool:
        """As in "eine Rakete aus dem Gazastreifen": what flies and strikes."""
        return self._are(forces, "projectiles")

    def _are(self, forces: Forces, name: str) -> bool:
        head = self.stage.tokens[self.stage.phrases[forces.phrase].head]
        return self._is(head.lemma, head.text, name)

    def is_bare(self, forces: Forces) -> bool:
        """As in "sich mit Soldaten beteiligen": no more than the noun."""
        phrase = self.stage.phrases[forces.phrase]
        return phrase.last - phrase.first == 1 and not forces.own

    def is_foreign(self, forces: Forces) -> bool:
        """As in "westliche Bodentruppen": of somebody, but not of the state that the report is about."""
        phrase = self.stage.phrases[forces.phrase]
        words = (self.stage.tokens[i].text.lower() for i in range(phrase.first, phrase.head))
        stems = {without_ending(word) for word in words}
        return bool(stems & {without_ending(word) for word in self.words["foreign"]})

    def figure_alone(self, k: int) -> Forces | None:
        """As in "300 Soldaten aus Polen und 200 aus Ungarn": forces told by their figure alone."""
        stage, phrase = self.stage, self.stage.phrases[k]
        if stage.tokens[phrase.head].tag != "CARD":
            return None
        span = Span(stage.tokens[phrase.first].start, self.end(k))
        strength, own = self.counted(k, span), self.own(k)
        if strength is None or not own:
            return None
        return Forces(k, Span(min(span.start, strength.span.start), span.end), strength, own, False)

    def figures_behind(self, k: int) -> tuple[int, ...]:
        """As in "300 Soldaten aus Polen und 200 aus Ungarn": a figure that is joined to the forces."""
        stage = self.stage
        if self.forces(k) is None:
            return ()
        at = stage.range_of(Span(stage.tokens[stage.phrases[k].first].start, self.end(k)))[1]
        if at + 1 >= len(stage.tokens) or stage.tokens[at].text.lower() not in self.words["and"]:
            return ()
        other = stage.analysis.phrase_of[at + 1]
        return (other,) if other > k and stage.tokens[stage.phrases[other].head].tag == "CARD" else ()

    def is_measured(self, k: int) -> bool:
        """As in "bis zu 400 Soldaten": the preposition belongs to the figure."""
        at = self.stage.phrases[k].preposition
        if at is None:
            return False
        start = self.stage.tokens[at].start
        return bool(self.stage.quantities.holding(Span(start, start + 1)))

    def governs(self, k: int) -> str:
        """The preposition before the figure that has one itself: "mit" in "mit bis zu 400 Soldaten"."""
        at = self.stage.phrases[k].preposition
        if at is None:
            return ""
        start = self.stage.tokens[at].start
        figure = next(iter(self.stage.quantities.holding(Span(start, start + 1))), None)
        before = self.stage.range_of(figure.span)[0] - 1 if figure is not None else -1
        return self.stage.tokens[before].lemma.lower() if before >= 0 else ""

    def guessed(self, forces: Forces, there: str | None) -> tuple[Party, ...]:
        """Whose forces may be that nobody is named for: of the side that speaks of them, else of the state of which the
        report speaks; not of the state in which they are, which is told as such."""
        stage = self.stage
        for holder in stage.holding(forces.span)[:1]:
            found = source_sides(stage, holder) or self._of_source(holder)
            if self._is_informant(holder):
                known = {party.code for party in found}
                others = [code for code in self._owners(there) if code not in known]
                return (Party(others[0], None),) if others else ()
            if found and found[0].code != there and not found[0].code.endswith(("-CVL", "-MED", "-JUD")):
                others = self._owners(there, AGAIN)
                return (Party(others[0], None),) if others and found[0].code not in others else found[:1]
        if not stage.parties.focus.named:
            return ()
        named = stage.parties.of_phrase(forces.phrase)
        if named and named[0].code == there:
            other = stage.parties.focus.at(stage.phrases[forces.phrase].first, other_than=frozenset((there,)))
            return (Party(other, None),) if any(code == other for _, code in stage.parties.focus.named) else named
        return named

    def _owners(self, there: str | None, often: int = 1) -> list[str]:
        """The states whose forces the report names so often, the one named most often first, without that in which
        they are."""
        said = ((code, n) for code, n in self._armed().most_common() if code != there)
        return [code for code, n in said if n >= often and self.stage.parties.sides.is_state(code)]

    def _is_informant(self, attribution: Attribution) -> bool:
        """As in "Erkenntnisse des südkoreanischen Geheimdienstes", "die USA schätzen": who knows it of others."""
        spans = [*attribution.cue, *((attribution.source,) if attribution.source is not None else ())]
        ranges = (self.stage.range_of(span) for span in spans)
        tokens = {i for first, last in ranges for i in range(first, last)}
        clauses = {self.stage.analysis.clause_of[i] for i in tokens if self.stage.tokens[i].verb is not None}
        lemmas = {self.stage.tokens[i].lemma for i in tokens} | {
            self.stage.clauses[at].lemma for at in clauses if at >= 0
        }
        return any(is_listed(lemma, self.words["knowing"]) for lemma in lemmas)

    def _of_source(self, attribution: Attribution) -> tuple[Party, ...]:
        """As in "nach russischen Angaben": whose the account is."""
        if attribution.source is None:
            return ()
        k = self.stage.analysis.phrase_of[self.stage.token_at(attribution.source.start)]
        code = self.stage.parties.bodies.beside_noun(self.stage.phrases[k]) if k >= 0 else None
        return (Party(code, attribution.source),) if code else ()

    def lately(self, forces: Forces) -> tuple[Party, ...]:
        """Whose the forces are that were named last before these, in their sentence or the one before, or some more
        before "die Truppen"; not for bare "Kampfjets", which are others."""
        stage, k = self.stage, forces.phrase
        opener = stage.tokens[stage.phrases[k].first]
        if opener.tag in NOUNS and forces.strength is None and self._are(forces, "arms"):
            return ()
        known = opener.tag == "ART" and opener.text.lower() in self.words["known"] and forces.strength is None
        near = MISSION_REACH if known and not forces.weak and not self._are(forces, "arms") else 1
        sentence = stage.analysis.sentence_of[stage.phrases[k].first]
        for other in range(k - 1, -1, -1):
            apart = sentence - stage.analysis.sentence_of[stage.phrases[other].first]
            if apart > MISSION_REACH:
                return ()
            named = self.forces(other)
            if named is not None and named.own and (apart <= near or named.mission):
                return named.own
        return ()

    def _is(self, lemma: str, text: str, name: str) -> bool:
        """By the lemma, the word as it stands, or the word without the ending of a plural that has no lemma."""
        return _is_named(lemma, text, self.words[name], self.words["plural_ends"])

    def end(self, k: int) -> int:
        """The end of the words for the forces: genitives and the state they are from belong to them, places do not."""
        stage = self.stage
        last = stage.phrases[k].last
        for other in followers(stage, k):
            phrase = stage.phrases[other]
            if phrase.first - last > 1:
                break
            preposition = stage.preposition(other)
            genitive = not preposition and phrase.first == last and phrase.agreement & GENITIVE
            start = stage.tokens[phrase.first].start
            counted = preposition == "von" and stage.quantities.holding(Span(start, start + 1))
            if (
                not genitive
                and not counted
                and not (preposition in self.words["from_state"] and stage.parties.of_full(other))
            ):
                break
            last = phrase.last
        return stage.tokens[last - 1].end

    def counted(self, k: int, span: Span) -> Quantity | None:
        """The figure of the forces."""
        start = self.stage.tokens[self.stage.phrases[k].first].start
        around = Span(min(span.start, start), max(span.end, start + 1))
        for quantity in self.stage.quantities.overlapping(around):
            if quantity.unit is None and (
                span.contains(quantity.span) or quantity.span.start <= start < quantity.span.end
            ):
                return quantity
        return None

    def own(self, k: int) -> tuple[Party, ...]:
        """The sides to whom the forces belong by their own words."""
        stage = self.stage
        for other in followers(stage, k):
            last = stage.phrases[k].last
            last += stage.tokens[last].text.lower() in self.words["of_these"]  # "10.000 davon aus Nordkorea"
            if stage.preposition(other) in self.words["from_state"] and stage.phrases[other].first - last <= 1:
                found = stage.parties.of_full(other)
                if found:
                    return found
            break
        return self._by_ship(k) or self.by_words_before(k) or self._by_genitive(k) or self._of_un(k)

    def _by_ship(self, k: int) -> tuple[Party, ...]:
        """As in "die HMS Defender", "die Fregatte „Hessen“", "die Fremdenlegion": letters before its name, or the name
        itself, tell whose a warship or a unit is."""
        phrase = self.stage.phrases[k]
        head = self.stage.tokens[phrase.head]
        ship = "ships" in self._kinds[head.lemma, head.text]
        if not ship and not self._with_units:
            return ()
        texts = [self.stage.tokens[i].text for i in range(phrase.first, phrase.last)]
        code = None
        if not self._navies.keys().isdisjoint(texts):
            code = next(code for letters, code in self._navies.items() if letters in texts)
        elif ship:
            named = " ".join(text for text in texts if text not in QUOTES)
            code = next((code for name, code in self._ships if named.endswith(name)), None)
        if code is None and self._with_units:
            code = next((code for name, code in self._units if any(text.startswith(name) for text in texts)), None)
        return (Party(code, self.stage.parties.span_of(phrase)),) if code is not None else ()

    def _of_un(self, k: int) -> tuple[Party, ...]:
        """As in "Blauhelme", "die Blauhelmtruppe"."""
        phrase = self.stage.phrases[k]
        blue = self.stage.tokens[phrase.head].text.lower().startswith(tuple(self.words["blue_helmets"]))
        return (Party(UN, self.stage.parties.span_of(phrase)),) if blue else ()

    def by_words_before(self, k: int) -> tuple[Party, ...]:
        """As in "amerikanische Soldaten", "US-Truppen", "ihre Truppen", "Russlands Armee"."""
        stage, phrase = self.stage, self.stage.phrases[k]
        code = stage.parties.bodies.before_noun(phrase)
        if code is not None:
            return (Party(code, stage.parties.span_of(phrase)),)
        for i in range(phrase.first, phrase.head):
            if stage.tokens[i].tag == "PPOSAT" and (party := stage.parties.possessor(i)) is not None:
                return (party,)
        return name_inside(stage, k)

    def _by_genitive(self, k: int) -> tuple[Party, ...]:
        stage, phrase = self.stage, self.stage.phrases[k]
        for other in followers(stage, k):
            follower = stage.phrases[other]
            if follower.first == phrase.last and follower.preposition is None and follower.agreement & GENITIVE:
                # "drei Schiffe der EU-Mission": forces that are part of others, or of "der Brigade Litauen".
                whole = self.forces(other)
                return whole.own if whole is not None else stage.parties.of_full(other)
            break
        return ()


@cache
def _pairs(rows: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Names with whose they are, the longest first."""
    pairs = (row.split("=") for row in sorted(rows, key=lambda row: (-len(row), row)))
    return tuple((name, code.upper()) for name, code in pairs)


@cache
def _kinds_of(language: Language) -> Recent[tuple[str, str], frozenset[str]]:
    """By lemma and text of a noun, which of the lists name it that every phrase of a report is asked for."""
    words = word_lists(language, "deployments")
    lists = Lists({name: words[name] for name in (*KINDS, *KINDS_OF_LEMMA)})
    plural_ends = tuple(sorted(words["plural_ends"]))

    def kinds(noun: tuple[str, str]) -> frozenset[str]:
        lemma, text = noun
        found = lists.naming(lemma)
        if text != lemma:
            return found | (lists.naming(text) - KINDS_OF_LEMMA)
        for ending in plural_ends:
            if text.endswith(ending):
                found |= lists.naming(text.removesuffix(ending)) - KINDS_OF_LEMMA
        return found

    return Recent(kinds)


@lru_cache(maxsize=KEPT)
def _is_named(lemma: str, text: str, listed: frozenset[str], plural_ends: frozenset[str]) -> bool:
    if is_listed(lemma, listed) or (text != lemma and is_listed(text, listed)):
        return True
    return text == lemma and any(
        text.endswith(ending) and is_listed(text.removesuffix(ending), listed) for ending in plural_ends
    )
