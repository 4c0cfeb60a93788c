"""Chooses for each word of a sentence one of its readings, by a linear model over neighbours and clause state."""

import zlib
from collections.abc import Mapping, Sequence
from functools import cache

from lagebild.analysis.bracket import CORRECTED, INFINITIVES, BracketWords, at_clause_end, corrected, particle
from lagebild.analysis.lexicon import FUNCTION, Entry, Lexicon, lexicon
from lagebild.analysis.mood import FINITE, MoodWords, choose_verb
from lagebild.analysis.possibility import Possibility
from lagebild.analysis.quotations import QUOTES
from lagebild.analysis.relative_pronouns import Articles, told_apart
from lagebild.analysis.weights import Around, Weights, best, total, unpacked
from lagebild.analysis.word import Reading, Word
from lagebild.language.load import Language
from lagebild.model.analysis import Verb
from lagebild.recent import Recent

OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
# What may stand before a relative pronoun.
BEHIND = frozenset({"$,", "APPR"})
# Tags of words that tell what the article before them agrees with.
NOMINAL = frozenset({"NN", "ADJA", "NE"})
# The first tags of marks behind which a sentence may begin.
BEGINNING = frozenset({"$(", "$."})
CLAUSE_ENDS = frozenset({"$,", "$.", "$("})
State = tuple[str, ...]
START: State = ("",)
# Word forms of these tags are few, so the form itself tells the neighbours more than its tags do.
CLOSED = frozenset(
    {"ART", "APPR", "APPRART", "APPO", "KOUS", "KOUI", "KON", "KOKOM", "PPER", "PRF", "PRELS", "PRELAT", "PDS", "PDAT"}
    | {"PIS", "PIAT", "PPOSAT", "PWS", "PWAV", "PWAT", "PTKZU", "PTKNEG", "PTKVZ", "VAFIN", "VMFIN", "VAINF", "VMINF"}
    | {"VAPP", "$,", "$.", "$("}
)


class Tagger:
    """Tags sentences of one language."""

    def __init__(
        self, words: Lexicon, moods: MoodWords, bracket: BracketWords, articles: Articles, weights: Weights
    ) -> None:
        self.lexicon = words
        self.moods = moods
        self.bracket = bracket
        self._articles = articles
        self._weights = weights
        self._held = Held(START, {})
        self._inside: Recent[str, Word] = Recent(self._within)
        self._initial: Recent[str, Word] = Recent(self._initially)

    def analyses(self, word: str) -> tuple[Possibility, ...]:
        """All that the word may be, out of context."""
        return self.lexicon.entry(word).possibilities

    def tag(self, words: Sequence[str]) -> list[Reading]:
        """One reading for each word of the sentence."""
        known = self.words(words)
        tags = self.tags(known) if QUOTES.isdisjoint(words) else self._tags_without_quotes(known)
        return [
            word.readings.get(tag) or _read(word.by_tag[tag], choose_verb(position, known, tags, self.moods))
            for position, (word, tag) in enumerate(zip(known, tags, strict=True))
        ]

    def _tags_without_quotes(self, known: list[Word]) -> list[str]:
        """The tags, as if no quotation mark stood between two words: "dass alle „bezahlen“ müssen"."""
        inner = {
            i
            for i in range(1, len(known) - 1)
            if known[i].low in QUOTES and known[i - 1].tags[0][0] != "$" and known[i + 1].tags[0][0] != "$"
        }
        if not inner:
            return self.tags(known)
        rest = iter(self.tags([word for i, word in enumerate(known) if i not in inner]))
        return [known[i].tags[0] if i in inner else next(rest) for i in range(len(known))]

    def words(self, words: Sequence[str]) -> list[Word]:
        """What is known of each word where it stands: at the start of a sentence a capital means nothing."""
        found = list(map(self._inside.__getitem__, words))
        # Where a sentence begins, at its first word or behind a mark; behind a number it still does.
        for begin in [0, *(i for i, word in enumerate(found, 1) if word.tags[0] in BEGINNING)]:
            for i in range(begin, len(words)):
                if _is_quoted_alone(words, i):
                    break
                found[i] = self._initial[words[i]]
                if found[i].tags[0] != "CARD":
                    break
        return found

    def _within(self, word: str) -> Word:
        return self._word(word, self.lexicon.entry(word), initial=False)

    def _initially(self, word: str) -> Word:
        return self._word(word, self._initial_entry(word), initial=True)

    def _word(self, form: str, entry: Entry, *, initial: bool) -> Word:
        """The form with what the model says of it."""
        return _word(form, entry, self.lexicon.strong_endings, self._weights, initial=initial)

    def _initial_entry(self, word: str) -> Entry:
        """What a word may be at the start of a sentence."""
        entry = self.lexicon.entry(word)
        if not word[:1].isupper() or (len(word) > 1 and word.isupper()):
            return entry
        lower = self.lexicon.entry(word[0].lower() + word[1:])
        if lower.source == "guessed":
            return entry
        if entry.source == "guessed":
            own = tuple(p for p in entry.possibilities if p.tag == "NE") if lower.source == "derived" else ()
        else:
            own = entry.possibilities
        merged = {p.tag: p for p in lower.possibilities + own}
        return Entry(tuple(merged.values()), entry.source)

    def tags(self, known: list[Word]) -> list[str]:
        """The tag of each word, from left to right."""
        ahead = verbs_ahead(known)
        tags: list[str] = []
        held = self._held
        before, twice = "^", "^"
        for position, word in enumerate(known):
            weights = word.weights
            if weights is None:
                tag = word.tags[0]
            else:
                names, verbs = word.tags, ahead[position]
                sums = total(weights, surroundings(known, position, before, twice, held.top, held.core, verbs))
                tag = best(sums, names)
                if tag in CORRECTED or tag[0] == "V" or "PTKVZ" in names:
                    tag = self._corrected(tag, unpacked(sums, names), position, known, tags, held.top, verbs)
                if "PRELS" in names and before in BEHIND and self._is_behind_comma(position, known):
                    tag = told_apart(tag, position, known, tags, self._articles, held.state)
            tags.append(tag)
            held = held.after[tag]
            twice, before = before, tag
        return tags

    def _corrected(
        self, tag: str, scores: dict[str, int], position: int, known: list[Word], tags: Sequence[str], state: str,
        ahead: str,
    ) -> str:  # fmt: skip
        """The tag that the sentence bracket allows there."""
        place = (position, known, self.bracket)
        before = tags[-1] if tags else "^"
        tag = corrected(tag, scores, *place, before=before, state=state, ahead=ahead)
        if "PTKVZ" not in scores:
            return tag
        chosen = self._particle(tag, scores, position, known, tags)
        if chosen == tag or chosen == "PTKVZ":
            return chosen
        del scores["PTKVZ"]
        return corrected(chosen, scores, *place, before=before, state=state, ahead=ahead)

    def _is_behind_comma(self, position: int, known: list[Word]) -> bool:
        """Whether a comma, or a comma and a preposition, stands before, and something behind."""
        if position + 1 >= len(known):
            return False
        return known[position - 1].low == "," or (position > 1 and known[position - 2].low == ",")

    def _particle(self, tag: str, scores: dict[str, int], position: int, known: list[Word], tags: Sequence[str]) -> str:
        at_end = at_clause_end(known, position)
        if tag != "PTKVZ" and not at_end:
            return tag
        form = known[position].low
        if self._is_fixed_adverb(position, known):
            return max((name for name in scores if name != "PTKVZ"), key=scores.__getitem__, default=tag)
        finites = [(known[at].by_tag[name].lemma, name) for at, name in enumerate(tags) if name in FINITE]
        forms_verb = any(self._is_verb(form + lemma) for lemma in sorted({lemma for lemma, _ in finites}))
        always = form in self.bracket.always and bool(finites) and finites[-1][1] == "VVFIN"
        return particle(tag, scores, at_end=at_end, forms_verb=forms_verb, always=always, unsure=FUNCTION)

    def _is_fixed_adverb(self, position: int, known: list[Word]) -> bool:
        """As in "nach wie vor": the words from here on are one adverb."""
        for adverb in self.lexicon.fixed_adverbs:
            if tuple(word.low for word in known[position : position + len(adverb)]) == adverb:
                return True
        return False

    def _is_verb(self, infinitive: str) -> bool:
        if infinitive in self.lexicon.not_separable:
            return False
        return any(p.tag in INFINITIVES for p in self.lexicon.listed(infinitive))


def _read(one: Possibility, verb: Verb | None) -> Reading:
    return Reading(one.tag, one.lemma, one.agreement, verb)


def _is_quoted_alone(words: Sequence[str], i: int) -> bool:
    """As in "das Magazin „Time“": one word in quotation marks behind a word is a name or a noun, no sentence."""
    if not 2 <= i < len(words) - 1 or words[i - 1] not in QUOTES or words[i + 1] not in QUOTES:
        return False
    return words[i - 2][-1:].isalnum()


def _word(form: str, entry: Entry, strong: Mapping[str, int], model: Weights, *, initial: bool) -> Word:
    by_tag = {p.tag: p for p in entry.possibilities}
    tags = tuple(sorted(by_tag)) if len(by_tag) > 1 else tuple(by_tag)
    low = form.lower()
    key = "/".join(tags)
    shape = low if CLOSED.issuperset(tags) else key
    verbal = "/".join([tag for tag in tags if tag[0] == "V"]) if "V" in key else ""
    capital = "C" if form[:1].isupper() else "c"
    end = f"{capital}{'^' if initial else '-'}{entry.source[0]}{low[-3:]}"
    nominal = 0
    if NOMINAL.issuperset(tags):
        for possibility in entry.possibilities:
            nominal |= possibility.agreement
    governs = 0
    if "ART" in by_tag:
        governs = by_tag["ART"].agreement
    elif "ADJA" in by_tag and "VVFIN" in by_tag:
        governs = next((mask for ending, mask in strong.items() if low.endswith(ending)), 0)
    readings = {
        tag: Reading(tag, one.lemma, one.agreement, one.verbs[0] if one.verbs else None)
        for tag, one in by_tag.items()
        if len(one.verbs) < 2
    }
    weights = model.of(tags, key, low, shape, end, verbal) if len(tags) > 1 else None
    return Word(tags, by_tag, readings, key, shape, low, end, verbal, governs, nominal, weights)


def verbs_ahead(known: list[Word]) -> list[str]:
    """For each word the verb tags of the next word in its clause that may be a verb, and how the clause ends."""
    ahead = [""] * len(known)
    following = "."
    for position in range(len(known) - 1, -1, -1):
        ahead[position] = following
        word = known[position]
        first = word.tags[0]
        if first in CLAUSE_ENDS:
            following = first
        elif word.verbal:
            following = word.verbal
    return ahead


def next_state(state: State, tag: str) -> State:
    """What the clauses so far hold: for each open one, innermost last, its opener "K", its finite verb's kind, a comma.

    A subordinate clause that has its finite verb ends at the next comma, and the clause around it goes on: so the
    infinitive after a relative clause still knows of its modal verb before.
    """
    if tag == "$,":
        if len(state) > 1 and state[-1][:1] == "K" and len(state[-1]) > 1:
            state = state[:-1]
        top = state[-1]
        return state if top.endswith(",") else (*state[:-1], top + ",")
    if tag == "$.":
        return START
    if tag in OPENERS:
        return (*state[-2:], "K") if state[-1] else ("", "K")
    if tag in FINITE:
        top = state[-1]
        kind = ("K" if top[:1] == "K" else "") + tag[1]
        return (*state[:-1], kind)
    if tag == "KOUI":
        return (*state[-2:], "I")
    if tag in {"VVIZU", "PTKZU"} and len(state) > 1 and state[-1][:1] == "I":
        return state[:-1]
    if tag == "KON":
        return state if state[-1].endswith("+") else (*state[:-1], state[-1] + "+")
    return state


class Held:
    """What the clauses so far hold, as `next_state` tells it; there are few, so each says once what follows from it."""

    __slots__ = ("after", "core", "state", "top")

    def __init__(self, state: State, known: "dict[State, Held]") -> None:
        known[state] = self
        self.state = state
        self.top = state[-1]
        self.core = self.top.rstrip("+,")
        self.after: Recent[str, Held] = Recent(lambda tag: _held(next_state(state, tag), known))


def _held(state: State, known: dict[State, Held]) -> Held:
    return known.get(state) or Held(state, known)


def surroundings(
    known: list[Word], position: int, before: str, twice: str, state: str, core: str, ahead: str
) -> Around:
    """What stands around the word, in the order that `weights.total` expects."""
    previous = known[position - 1].low if position else "^"
    if position + 1 == len(known):
        return before, twice, state, core, ahead, previous, "$", "$", "$", "$", "-"
    following = known[position + 1]
    then_shape = known[position + 2].shape if position + 2 < len(known) else "$"
    fits = "-"
    if (governs := known[position].governs) and (nominal := following.nominal):
        fits = "+" if governs & nominal else "x"
    return (
        before, twice, state, core, ahead, previous, following.shape, following.key, following.verbal, then_shape, fits,
    )  # fmt: skip


def features(known: list[Word], position: int, before: str, twice: str, state: str, ahead: str) -> tuple[str, ...]:
    """What may tell which tag the word has, as the model's lines begin; `weights.total` adds what they say."""
    word = known[position]
    core = state.rstrip("+,")
    around = surroundings(known, position, before, twice, state, core, ahead)
    _, _, _, _, _, previous, next_shape, next_key, next_verbal, then_shape, fits = around
    shape, low, end = word.shape, word.low, word.end
    key = word.key
    return (
        f"a{low}",
        f"b{key} {before}",
        f"c{key} {before} {twice}",
        f"d{key} {next_shape}",
        f"e{key} {next_shape} {then_shape}",
        f"f{low} {before}",
        f"g{low} {next_shape}",
        f"h{key} {state}",
        f"i{key} {state} {ahead}",
        f"j{key} {before} {next_shape}",
        f"k{key} {end}",
        f"l{low} {state}",
        f"m{key} {previous}",
        f"n{shape} {ahead} {next_shape}",
        f"o{key} {state} {before}",
        f"p{low} {ahead}",
        f"q{key} {before} {end[:3]}",
        f"r{key} {next_verbal} {state}",
        f"s{key} {next_verbal} {before} {next_shape}" if word.verbal else "",
        f"t{key} {core} {ahead} {next_shape}",
        f"u{key} {next_verbal} {then_shape}",
        f"v{key} {before} {fits}",
        f"w{key} {core} {next_shape}",
        f"x{key} {next_key} {fits}",
    )


@cache
def tagger(language: Language) -> Tagger:
    """The tagger of the language, loaded once."""
    text = zlib.decompress(language.bytes("words_model.zz")).decode("utf-8")
    return tagger_by(language, Weights(text))


def tagger_by(language: Language, weights: Weights) -> Tagger:
    """A tagger of the language with weights of its own."""
    never_genitive = frozenset(language.rules("words")["function_words"]["never_genitive"].split())
    articles = Articles(lexicon(language).weak_endings, never_genitive)
    return Tagger(lexicon(language), mood_words(language), bracket_words(language), articles, weights)


def mood_words(language: Language) -> MoodWords:
    """The words that decide about moods."""
    rules = language.rules("words")["mood"]
    return MoodWords(*(frozenset(rules[kind].split()) for kind in MoodWords._fields))


def bracket_words(language: Language) -> BracketWords:
    """The words that decide at the sentence bracket."""
    rules = language.rules("words")
    kinds = {**rules["particles"], **rules["function_words"]}
    return BracketWords(*(frozenset(kinds[kind].split()) for kind in BracketWords._fields))
