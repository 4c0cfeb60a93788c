"""Parts a heading that lost its full stop from the sentence glued to it, by the verbs: no sentence has two in a row."""

from collections.abc import Iterator, Sequence

from lagebild.analysis.lexicon import Lexicon
from lagebild.model.analysis import Quotation, Sentence, Token

FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
NONFINITE = frozenset(("VVINF", "VVPP", "VAINF", "VAPP", "VMINF", "VMPP", "VVIMP"))
# What may make two finite verbs one sentence: a mark, a conjunction, a word that opens a clause.
JOINING = frozenset(("$,", "$.", "$(", "KON", "KOKOM", "KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"))
# What ends a heading before a title with its name: "Kein Ende in Sicht Ministerin Holm sagte"; an article or a
# preposition would govern the noun: "Widerstand der Opposition Holm sagte".
BEFORE_TITLE = frozenset(("NN", "ADJD", "PTKVZ", "VVINF", "VVPP", "VAINF", "VAPP"))
NAMES = frozenset(("NE", "FM"))
# A heading has at least so many words.
SHORTEST = 2
# A quotation behind a heading has at least so many words; shorter ones are names and slogans.
SHORTEST_QUOTATION = 4


def part_headings(
    tokens: Sequence[Token], sentences: Sequence[Sentence], quotations: Sequence[Quotation], words: Lexicon
) -> tuple[Sentence, ...]:
    """The sentences, each heading that runs on into the next by itself: "Preise steigen Holm sagte, …"."""
    opened = {q.outer.start: q for q in quotations if q.depth == 0}
    parted: list[Sentence] = []
    for sentence in sentences:
        first = sentence.first
        cut = _second_subject(tokens, sentence, words) or _quotation(tokens, sentence, opened)
        if cut is not None:
            parted.append(Sentence(first, cut, sentence.paragraph, headline=True))
            first = cut
        parted.append(sentence._replace(first=first))
    return tuple(parted)


def _second_subject(tokens: Sequence[Token], sentence: Sentence, words: Lexicon) -> int | None:
    """Where the name begins that stands before a second finite verb, with nothing that joins it to the first."""
    finites = _bare_finites(tokens, sentence)
    first, second = next(finites, None), next(finites, None)
    if first is None or second is None or second - first < SHORTEST or first - sentence.first < 1:
        return None
    possible = {possibility.tag for possibility in words.entry(tokens[second].text).possibilities}
    if possible & NONFINITE:
        return None
    begin = second
    while begin - 1 > first and tokens[begin - 1].tag in NAMES:
        begin -= 1
    if second - begin > 1 and tokens[begin].text.startswith(tokens[second - 1].text):
        begin = second - 1  # "in Kairo Kairo könnte"
    if begin == second:
        pronoun = tokens[second - 1]
        is_new = pronoun.tag == "PPER" and pronoun.text[:1].isupper() and second - 1 > first
        return second - 1 if is_new else None
    titled = tokens[begin - 1].tag == "NN" and tokens[begin - 2].tag in BEFORE_TITLE and begin - 2 > first
    return begin - 1 if titled else begin


def _bare_finites(tokens: Sequence[Token], sentence: Sentence) -> Iterator[int]:
    """The finite verbs from the beginning up to the first token that may join clauses."""
    for i in range(sentence.first, sentence.last):
        if tokens[i].tag in JOINING:
            return
        if tokens[i].tag in FINITE:
            yield i


def _quotation(tokens: Sequence[Token], sentence: Sentence, opened: dict[int, Quotation]) -> int | None:
    """Where a quotation begins behind a heading: one that a comma and its verb of saying follow."""
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        quotation = opened.get(token.start)
        if quotation is None:
            if token.tag in JOINING or token.tag in FINITE:
                return None
            continue
        if i - sentence.first < SHORTEST or tokens[i - 1].tag not in ("NN", *NAMES):
            return None
        close = next((k for k in range(i + 1, sentence.last) if tokens[k].end >= quotation.outer.end), sentence.last)
        inside = tokens[i + 1 : close]
        follows = tokens[close + 1 : min(close + 3, sentence.last)]
        said = len(follows) == 2 and follows[0].tag == "$," and follows[1].tag in FINITE
        full = len(inside) >= SHORTEST_QUOTATION and any(one.tag in FINITE for one in inside)
        return i if said and full else None
    return None
