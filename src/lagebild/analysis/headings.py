"""Parts a heading that lost its full stop from the sentence glued to it, by the verbs: no sentence has two in a row."""

from collections.abc import Iterator, Mapping, Sequence

from lagebild.analysis.lexicon import Lexicon
from lagebild.analysis.person_nouns import person_gender
from lagebild.model.analysis import NOMINATIVE, Quotation, Sentence, Token

FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
NONFINITE = frozenset(("VVINF", "VVPP", "VAINF", "VAPP", "VMINF", "VMPP", "VVIMP"))
# What may make two finite verbs one sentence: a mark, a conjunction, a word that opens a clause.
JOINING = frozenset(("$,", "$.", "$(", "KON", "KOKOM", "KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"))
# What ends a heading before a title with its name: "Kein Ende in Sicht Ministerin Holm sagte"; an article or a
# preposition would govern the noun: "Widerstand der Opposition Holm sagte".
BEFORE_TITLE = frozenset(("NN", "ADJD", "PTKVZ", "VVINF", "VVPP", "VAINF", "VAPP"))
NAMES = frozenset(("NE", "FM"))
# What governs the noun behind it: no sentence begins between the two.
GOVERNING = frozenset(("APPR", "APPRART", "ART", "PPOSAT", "PDAT"))
PREPOSITIONS = frozenset(("APPR", "APPRART"))
NOUNS = frozenset(("NN", *NAMES))
# What ends a heading before a quotation.
BEFORE_QUOTATION = NOUNS | frozenset(("VVPP", "VVINF", "PTKVZ"))
# A heading has at least so many words.
SHORTEST = 2
# A quotation behind a heading has at least so many words; shorter ones are names and slogans.
SHORTEST_QUOTATION = 4


def part_headings(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], quotations: Sequence[Quotation], words: Lexicon
) -> tuple[Sentence, ...]:
    """The sentences, each heading that runs on into the next by itself: "Preise steigen Holm sagte, …"."""
    opened = {q.outer.start: q for q in quotations if q.depth == 0}
    parted: list[Sentence] = []
    for sentence in sentences:
        first = sentence.first
        cut = next((found for rule in RULES if (found := rule(tokens, sentence, words, opened)) is not None), None)
        if cut is not None:
            parted.append(Sentence(first, cut, sentence.paragraph, headline=True))
            first = cut
        parted.append(sentence if cut is None else sentence._replace(first=first))
    return tuple(parted)


def _second_subject(
    tokens: tuple[Token, ...], sentence: Sentence, words: Lexicon, _opened: Mapping[int, Quotation]
) -> int | None:
    """Where the name begins that stands before a second finite verb, with nothing that joins it to the first."""
    finites = _bare_finites(tokens, sentence)
    first, second = next(finites, None), next(finites, None)
    if first is None or second is None or second - first < SHORTEST or first - sentence.first < 1:
        return None
    if not _is_surely_finite(tokens, first, second, sentence.last, words):
        return None
    begin = second
    while begin - 1 > first and tokens[begin - 1].tag in NAMES:
        begin -= 1
    if second - begin > 1 and tokens[begin].text.startswith(tokens[second - 1].text):
        begin = second - 1  # "in Kairo Kairo könnte"
    if begin == second:
        pronoun = tokens[second - 1]
        is_new = pronoun.tag == "PPER" and pronoun.text[:1].isupper() and second - 1 > first
        return second - 1 if is_new else _bare_subject(tokens, first, second)
    titled = tokens[begin - 1].tag == "NN" and tokens[begin - 2].tag in BEFORE_TITLE and begin - 2 > first
    if not titled and tokens[begin - 1].tag in GOVERNING:
        return None
    return begin - 1 if titled else begin


def _is_surely_finite(tokens: tuple[Token, ...], first: int, second: int, end: int, words: Lexicon) -> bool:
    """Whether the second finite verb is none of the infinitives or participles that look the same: these close the
    bracket that a modal or an auxiliary opened, and so end their clause."""
    possible = {possibility.tag for possibility in words.entry(tokens[second].text).possibilities}
    if not possible & NONFINITE:
        return True
    closed = any(tokens[i].tag in NONFINITE or tokens[i].tag == "PTKVZ" for i in range(first + 1, second))
    goes_on = second + 1 < end and tokens[second + 1].tag not in JOINING
    return goes_on and (closed or tokens[first].tag == "VVFIN")


def _bare_subject(tokens: tuple[Token, ...], first: int, second: int) -> int | None:
    """Where a subject without article begins before the second verb: "Werft wird verkauft *Arbeiter* fürchten"."""
    begin = second - 1
    if begin <= first or tokens[begin].tag != "NN":
        return None
    while begin - 1 > first and tokens[begin - 1].tag in ("ADJA", "CARD", "PIAT"):
        begin -= 1
        if tokens[begin].text[:1].isupper():
            break
    before = tokens[begin - 1]
    ended = begin - 1 > first and (before.tag in BEFORE_TITLE or before.tag in NAMES)
    return begin if tokens[begin].text[:1].isupper() and (ended or begin - 1 == first) else None


def _bare_finites(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[int]:
    """The finite verbs from the beginning up to the first token that may join clauses."""
    for i in range(sentence.first, sentence.last):
        if tokens[i].tag in JOINING:
            return
        if tokens[i].tag in FINITE:
            yield i


def _quotation_behind(
    tokens: tuple[Token, ...], sentence: Sentence, _words: Lexicon, opened: Mapping[int, Quotation]
) -> int | None:
    """Where a quotation begins behind a heading: one that a comma and its verb of saying follow."""
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        quotation = opened.get(token.start)
        if quotation is None:
            if token.tag in JOINING:
                return None
            continue
        if i - sentence.first < SHORTEST or tokens[i - 1].tag not in BEFORE_QUOTATION:
            return None
        close = next((k for k in range(i + 1, sentence.last) if tokens[k].end >= quotation.outer.end), sentence.last)
        inside = tokens[i + 1 : close]
        follows = tokens[close + 1 : min(close + 3, sentence.last)]
        said = len(follows) == 2 and follows[0].tag == "$," and follows[1].tag in FINITE
        full = len(inside) >= SHORTEST_QUOTATION and any(one.tag in FINITE for one in inside)
        return i if said and full else None
    return None


def _quoted_heading(
    tokens: tuple[Token, ...], sentence: Sentence, _words: Lexicon, opened: Mapping[int, Quotation]
) -> int | None:
    """Behind a quotation that is a heading by itself: "„Das Maß ist voll“ Ministerin Ada Lund sagte, …"."""
    quotation = opened.get(tokens[sentence.first].start)
    if quotation is None:
        return None
    close = next((i for i in range(sentence.first, sentence.last) if tokens[i].end >= quotation.outer.end), None)
    if close is None or close + 1 >= sentence.last or close - sentence.first <= SHORTEST_QUOTATION:
        return None
    following = tokens[close + 1]
    begins = following.text[:1].isupper() and following.tag[0] != "V" and following.start > tokens[close].end
    ended = tokens[close - 1].tag in ("$.", "$,")
    goes_on = any(token.tag in FINITE for token in tokens[close + 1 : sentence.last])
    return close + 1 if (begins or following.start in opened) and goes_on and not ended else None


def _second_name(
    tokens: tuple[Token, ...], sentence: Sentence, words: Lexicon, _opened: Mapping[int, Quotation]
) -> int | None:
    """A name between two finite verbs: "… zeigt, wie schlecht es regiert wird Holm sagte"."""
    before = -1
    for i in range(sentence.first, sentence.last):
        if tokens[i].tag not in FINITE:
            continue
        named = sentence.first + SHORTEST <= before < i - 1 and all(
            tokens[k].tag in NAMES for k in range(before + 1, i)
        )
        dated = (
            before == i - 2 > sentence.first + SHORTEST
            and tokens[i - 1].text.isdigit()
            and len(tokens[i - 1].text) == 4
        )
        if dated and tokens[i].tag in FINITE and tokens[i].verb is not None:
            return before + 1  # "… dass viele verhungert seien *1850 fand* man die Gräber"
        if named and all(one.tag not in NONFINITE for one in words.entry(tokens[i].text).possibilities):
            return before + 1
        before = i
    return None


def _person_behind(
    tokens: tuple[Token, ...], sentence: Sentence, words: Lexicon, _opened: Mapping[int, Quotation]
) -> int | None:
    """Where a person without article begins before the only verb, behind a heading without one: "Streit um den Haushalt
    *Ministerin Holm* sagte", "Viele Fragen offen *Experten* warnen": before the verb there is room for one only."""
    finite = next(_bare_finites(tokens, sentence), None)
    if finite is None or tokens[sentence.first].tag in PREPOSITIONS:
        return None
    begin = finite
    while begin > sentence.first and tokens[begin - 1].tag in NAMES:
        begin -= 1
    if _describes(tokens, sentence.first, begin) and begin < finite:
        return begin
    begin -= 1
    if begin - sentence.first < SHORTEST or not _is_person(tokens[begin], words):
        return None
    before = tokens[begin - 1]
    if before.tag in ("ADJD", "VVPP"):
        return begin
    if before.tag != "NN" or _is_person(before, words):
        return None
    k = begin - 2
    while k > sentence.first and tokens[k].tag in ("ADJA", "ART", "PPOSAT", "TRUNC", "CARD"):
        k -= 1
    return begin if k > sentence.first and tokens[k].tag in PREPOSITIONS else None


def _describes(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether the words are a heading that tells how something is: "Kater stark übergewichtig *Minka wiegt* …"."""
    if end - first <= SHORTEST or tokens[end - 1].tag != "ADJD" or tokens[first].tag not in ("NN", "NE"):
        return False
    return all(tokens[i].tag in ("NN", "NE", "ADV", "ADJD", "PTKNEG") for i in range(first, end))


def _is_person(token: Token, words: Lexicon) -> bool:
    return token.tag == "NN" and bool(token.agreement & NOMINATIVE) and person_gender(words, token.lemma) is not None


RULES = (_second_subject, _second_name, _quotation_behind, _quoted_heading, _person_behind)
