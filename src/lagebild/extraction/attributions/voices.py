"""Voices: one pass in text order that gives every draft its speaker and finds the sentences that run on."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extraction.attributions.actors import Actor, is_pronoun, only_one, publishing
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.leads import named_later
from lagebild.extraction.attributions.nameless import one_name
from lagebild.extraction.attributions.quoted_headings import headings_voiced
from lagebild.extraction.attributions.reported_mood import Account, Before
from lagebild.extraction.attributions.retelling import within_retold
from lagebild.extraction.attributions.runon import account_of, runon_draft
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.attributions.texts_before import text_before
from lagebild.extraction.entities.cast import Cast
from lagebild.extraction.entities.speakers import Speaker, alias_of, last_named, speaker_of
from lagebild.model.analysis import ClauseKind
from lagebild.model.attribution import Act

# Rules whose source is told of in passing and does not become the running speaker.
IN_PASSING = frozenset(("frame-reference", "noun-phrase", "frame-wonach", "noun-clause", "attribute"))
# Rules whose sources vouch for the hearsay "soll" in their words: who says "er soll" himself passes on others' talk.
VOUCHING = ("frame", "heisst-es", "runon-konjunktiv")
# Rules of sentences that name nobody, whose words may be those of whoever the sentence before tells of.
ACTORS_SPEAK = frozenset(("runon-konjunktiv", "runon-quotation"))
# Rules of frames and clauses that stand in the midst of what is said.
INSERTED = ("frame", "verb-wie")
# Rules of words that refer to an account told before.
ACCOUNTS = frozenset(("frame-demnach", "frame-zufolge"))
# So many sentences behind somebody's words a plural such as "hätten" may still go on with them.
LATELY = 3
DEMANDS = frozenset((Act.DEMAND, Act.WARN, Act.CRITICISE, Act.ACCUSE))
GOES_ON = "goes on with who spoke before"
NOBODY = Speaker(None, "the text names nobody", 0.5)

Voiced = tuple[Draft, Speaker]


def voiced(scene: Scene, by_sentence: Sequence[Sequence[Draft]], cast: Cast) -> list[Voiced]:
    """Every draft with its speaker, run-ons added on the way."""
    voices = _Voices(scene, cast)
    for number in range(len(scene.sentences)):
        voices.hear(number, list(by_sentence[number]), pointing_back(scene, number, by_sentence))
    return one_name(named_later(scene, cast, voices.finished()))


def pointing_back(scene: Scene, number: int, by_sentence: Sequence[Sequence[Draft]]) -> list[Draft]:
    """The drafts of the sentence behind `number` whose words stand in it: "Das sagte X"; not where one quotation holds
    both, because then all of it is said by somebody else."""
    if number + 1 >= len(by_sentence):
        return []
    sentence = scene.sentences[number]
    drafts = [draft for draft in by_sentence[number + 1] if sentence.first <= draft.content[0][0] < sentence.last]
    quote_of = scene.quote_of
    return [d for d in drafts if quote_of[d.content[0][0]] < 0 or quote_of[d.content[0][0]] != quote_of[d.cue[0][0]]]


class _Voices:
    """Who speaks at the point of the text that the pass has reached."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene = scene
        self.cast = cast
        self.running: Speaker | None = None
        self.nameless: Speaker | None = None
        self.aliases: dict[str, str] = {}
        """Nouns by which people were meant, with their names."""
        self.before = Account.OWN
        """Whether the sentence before was somebody's words."""
        self.demanded = False
        """Whether the sentence before held a demand or a warning."""
        self.spoken = -LATELY - 1
        """The last sentence that was somebody's words."""
        self.actor = Actor(scene, cast)
        """Who acted in the sentence before, where it was nobody's words."""
        self.unnamed = False
        """Whether the words are still those of "heißt es", of which nobody is named."""
        self.account = False
        """Whether the sentence before passed on, with "soll", what somebody not present tells."""
        self.found: list[Voiced] = []
        self.by_quote: dict[int, Speaker] = {}
        self.waiting: list[tuple[int, int]] = []
        """Quotation and place in `found` of drafts whose speaker is named only later."""

    def hear(self, number: int, drafts: list[Draft], pointing: Sequence[Draft]) -> None:
        """Take in one sentence with its drafts; `pointing` are those of the next one that ascribe this one."""
        before = Before(self.before, number - self.spoken <= LATELY, self.demanded)
        runon = None if pointing else runon_draft(self.scene, number, drafts, before)
        if runon is not None:
            drafts = [*(within_retold(self.scene, drafts) if runon.rule == "runon-konjunktiv" else drafts), runon]
        outer: Voiced | None = None
        scene = self.scene
        for draft in sorted(drafts, key=_place):
            nested = _nested(draft, drafts)
            speaker = self._still_nameless(self._speaker(draft, outer))
            if draft.borrow == "quotation":
                speaker = self._of_quotation(draft, speaker)
            else:
                self._quotations_are(draft, speaker, nested=nested)
            self.found.append((draft, speaker))
            if not nested:
                outer = (draft, speaker)
                self.unnamed = speaker.name is None and (draft.rule == "heisst-es" or self.unnamed)
                passing = _is_in_passing(scene, draft) or self._is_inserted(draft, speaker)
                if speaker.name is not None and not passing:
                    # Whom he names in his words is named before he ends.
                    self.running = replace(speaker, token=max(speaker.token, draft.content[-1][1] - 1))
                    self.nameless = self.running if speaker.nameless else self.nameless
        # A headline between two sentences of one speaker does not end his account.
        if drafts or not self.scene.sentences[number].headline:
            self.before = account_of(self.scene, drafts)
        if self.before is not Account.OWN:
            self.spoken = number
        self.demanded = any(draft.act in DEMANDS for draft in drafts)
        self.account = outer is not None and outer[1].name is not None and self._passes_on(outer[0])
        self.actor = Actor(scene, self.cast, None if outer is not None else number, self.running)

    def finished(self) -> list[Voiced]:
        """All drafts with their speakers, also of quotations whose speaker stood behind them."""
        for quote, place in self.waiting:
            if quote in self.by_quote:
                self.found[place] = (self.found[place][0], self.by_quote[quote])
        return headings_voiced(self.scene, self.found, self.by_quote)

    def _speaker(self, draft: Draft, outer: Voiced | None) -> Speaker:
        if draft.source is not None and self._takes_up_text(draft.source[0]):
            return text_before(self.scene, self.cast, draft.source[0]) or self._gone_on() or NOBODY
        if draft.source is not None:
            source = self.scene.span(*draft.source)
            speaker = speaker_of(
                self.cast, source, running=self.running, nameless=self.nameless, aliases=self.aliases
            )  # fmt: skip
            alias = alias_of(self.cast, source, speaker)
            if alias is not None and speaker.name is not None:
                self.aliases[alias] = speaker.name
            return speaker
        if draft.rule == "hearsay":
            if outer is not None and _holds(outer[0], draft) and outer[0].rule.startswith(VOUCHING):
                return outer[1]
            return (self._gone_on() if self._goes_on(draft) else None) or NOBODY
        if draft.borrow not in ("running", "quotation"):
            return NOBODY
        if draft.rule == "heisst-es" and self.before is Account.OWN:
            return (self._gone_on() if self._is_further(draft) else None) or NOBODY
        acted = draft.rule in ACTORS_SPEAK and self.before is Account.OWN and self.actor.speaker is not None
        if acted and self._is_beside(draft) and not self._is_told_of(draft):
            return self.actor.speaker or NOBODY
        if self.unnamed and self.before is not Account.OWN:
            return NOBODY
        if draft.rule in ACCOUNTS and self.before is Account.OWN:
            return self._made_known(draft) or NOBODY
        return self._gone_on() or self._told_of(draft) or NOBODY

    def _is_further(self, draft: Draft) -> bool:
        """Whether "weiter" stands beside "heißt es": more of the account before."""
        scene = self.scene
        clause = scene.clause_of[draft.cue[0][0]]
        parts = scene.clauses[clause].parts if clause >= 0 else ()
        own = (i for first, last in parts for i in range(first, last))
        return any(scene.word(i).lower() in scene.lexicon.words["further"] for i in own)

    def _is_beside(self, draft: Draft) -> bool:
        """Whether the sentence before is of the same paragraph."""
        sentences = self.scene.sentences
        return sentences[draft.sentence].paragraph == sentences[draft.sentence - 1].paragraph

    def _is_told_of(self, draft: Draft) -> bool:
        """As in "Laut Polizei floh er. Er fuhr nach Kiel. Dort habe er …": who acts is whom others lately told of."""
        actor = self.actor.speaker
        if self.running is None or actor is None or draft.sentence - self.spoken > LATELY:
            return False
        return self.running.name != actor.name and is_pronoun(self.scene, draft.sentence - 1)

    def _made_known(self, draft: Draft) -> Speaker | None:
        """Whose account "demnach" and "den Angaben zufolge" mean behind the author's own sentence: who made a text
        known in it, else who spoke lately, else who acted."""
        text = publishing(self.scene, self.cast, draft.sentence - 1, self.running) if self._is_beside(draft) else None
        lately = draft.sentence - self.spoken <= LATELY
        return text or (self._gone_on() if lately else None) or self.actor.speaker or self._gone_on()

    def _told_of(self, draft: Draft) -> Speaker | None:
        """Who is told of last, where nobody has spoken."""
        beside = draft.rule in ACTORS_SPEAK and draft.sentence > 0 and self._is_beside(draft)
        one = only_one(self.scene, self.cast, draft.sentence - 1) if beside else None
        return one or last_named(self.cast, draft.content[0][0])

    def _takes_up_text(self, token: int) -> bool:
        """Whether the word is "darin" or the like."""
        return self.scene.word(token).lower() in self.scene.lexicon.words["text_adverbs"]

    def _still_nameless(self, speaker: Speaker) -> Speaker:
        """A pronoun for a nameless person means a nameless person."""
        running = self.running
        same = running is not None and running.nameless and speaker.name == running.name
        return replace(speaker, nameless=True) if same else speaker

    def _gone_on(self) -> Speaker | None:
        """Who spoke last, as the one who goes on."""
        if self.running is None:
            return None
        reason = self.running.reason
        return replace(self.running, reason=reason if reason.startswith(GOES_ON) else f"{GOES_ON}: {reason}")

    def _is_inserted(self, draft: Draft, speaker: Speaker) -> bool:
        """As in "Der Hof sei, wie die Nachbarin erzählte, leer": within the account of somebody else, who goes on."""
        running = self.running is not None and self.running.name not in (None, speaker.name)
        inserted = draft.rule.startswith(INSERTED) and draft.content[0][0] < draft.cue[0][0]
        if not running or not inserted or self.before is not Account.REPORTED:
            return False
        clause = self.scene.clause_of[draft.content[0][0]]
        return clause >= 0 and self.scene.mood(self.scene.clauses[clause]) == "kon1"

    def _passes_on(self, draft: Draft) -> bool:
        """Whether the draft's cue is the hearsay modal, alone or in a frame: "laut X soll …"."""
        modals = self.scene.lexicon.words["hearsay_modals"]
        return any(self.scene.tokens[i].lemma in modals for first, last in draft.cue for i in range(first, last))

    def _goes_on(self, hearsay: Draft) -> bool:
        """Whether "soll" passes on more of the account before: behind another such, with "so"."""
        if self.account:
            return True
        sentence = self.scene.sentences[hearsay.sentence]
        opener = self.scene.word(self.scene.skip_marks(sentence.first, sentence.last)).lower()
        return self.before is not Account.OWN and opener in self.scene.lexicon.words["frame_so"]

    def _of_quotation(self, draft: Draft, speaker: Speaker) -> Speaker:
        """Whoever the same quotation is ascribed to, maybe only behind it."""
        quote_of = self.scene.quote_of
        quote = next((quote_of[i] for i in range(*draft.content[0]) if quote_of[i] >= 0), -1)
        if quote in self.by_quote:
            return self.by_quote[quote]
        self.waiting.append((quote, len(self.found)))
        return speaker

    def _quotations_are(self, draft: Draft, speaker: Speaker, *, nested: bool) -> None:
        scene = self.scene
        for first, last in draft.content:
            for i in range(first, last):
                q = scene.quote_of[i]
                if q < 0 or (draft.cue and scene.quote_of[draft.cue[0][0]] == q):
                    continue
                whole = scene.quotes[q].first >= first and scene.quotes[q].complete
                if whole or (first >= scene.quotes[q].first and not nested):
                    self.by_quote.setdefault(q, speaker)


def _is_in_passing(scene: Scene, draft: Draft) -> bool:
    """Whether the source does not become the running speaker: told of within a dependent clause or a noun phrase."""
    if draft.rule in IN_PASSING:
        return True
    clause = scene.clause_of[draft.cue[0][0]] if draft.cue and draft.phrase_content else -1
    return clause >= 0 and scene.clauses[clause].kind is ClauseKind.REL


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the cue of the inner draft stands in the content of the outer one."""
    at = inner.cue[0][0]
    return any(first <= at < last for first, last in outer.content)


def _place(draft: Draft) -> tuple[int, int]:
    """Outer contents before the inner ones that they hold."""
    return (draft.content[0][0], -draft.content[-1][1])


def _nested(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the draft's cue stands inside the content of another one; of two that hold each other the first is the
    outer one."""
    if not draft.cue:
        return False
    at = draft.cue[0][0]
    holders = (other for other in drafts if other is not draft and _has(other, at))
    return any(not (other.cue and _has(draft, other.cue[0][0]) and at < other.cue[0][0]) for other in holders)


def _has(draft: Draft, token: int) -> bool:
    """Whether the token stands in the draft's content."""
    return any(first <= token < last for first, last in draft.content)
