"""Names of firms, clubs and media that a tagger takes for nouns: "der Autobauer Nordwagen", "der FC Nordstern"."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.quotations import QUOTES
from lagebild.language.endings import ends_in
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import SINGULAR, Sentence, Token

NAME = "NE"
# What the tagger takes the words of such a name for.
NAMELIKE = frozenset(("NN", "NE", "FM", "CARD", "ADJA", "XY"))
# What goes before the noun that says what the name is.
BEFORE_KIND = frozenset(("ADJA", "ART", "APPRART"))
# Before a noun that is none but a noun.
DETERMINING = frozenset(("ART", "APPRART", "PPOSAT", "PDAT", "PIAT", "CARD", "ADJA"))
LONGEST = 4


def with_body_names(tokens: Sequence[Token], sentences: Sequence[Sentence], language: Language) -> list[Token]:
    """The tokens of a text, nouns tagged as names that stand behind such a noun at the head of a main clause, and the
    same words elsewhere in the text: before its verb a clause has one phrase, so both are one."""
    result = list(tokens)
    places = [place for sentence in sentences for place in _in_front_of_verb(tokens, sentence, language)]
    names = {tuple(token.text for token in tokens[first:last]) for first, last in places}
    for first, last in (*places, *_again(tokens, names, language), *_named_after(tokens, language)):
        result[first:last] = [_named(token) for token in result[first:last]]
    return result


def _in_front_of_verb(tokens: Sequence[Token], sentence: Sentence, language: Language) -> Iterator[tuple[int, int]]:
    for kind in range(sentence.first, min(sentence.last - 2, sentence.first + LONGEST)):
        if not _is_kind(tokens[kind], language) or not _opens_sentence(tokens, sentence, kind, language):
            continue
        end = kind + 1
        while end < sentence.last and end - kind <= LONGEST and _is_namelike(tokens, end):
            end += 1
        first = kind if _is_legal_kind(tokens[kind], language) else kind + 1
        words = tokens[kind + 1 : end]
        if words and end < sentence.last and tokens[end].tag.endswith("FIN") and _may_be_name(words):
            yield first, end


def _opens_sentence(tokens: Sequence[Token], sentence: Sentence, kind: int, language: Language) -> bool:
    """Whether nothing but a preposition, an article and adjectives stands before the noun in its sentence; "ein Verein
    Bauern" are many."""
    at = kind
    while at > sentence.first and tokens[at - 1].tag in BEFORE_KIND:
        at -= 1
        if tokens[at].text.lower().startswith(tuple(word_lists(language, "phrases")["indefinite"])):
            return False
    if at > sentence.first and tokens[at - 1].tag == "APPR":
        at -= 1
    return at == sentence.first or (at == sentence.first + 1 and tokens[at - 1].text in QUOTES)


def _is_kind(token: Token, language: Language) -> bool:
    if token.tag not in ("NN", NAME):
        return False
    if _is_legal_kind(token, language):
        return True
    return token.tag == "NN" and bool(token.agreement & SINGULAR) and ends_in(token.lemma.lower(), _kinds(language))


def _is_legal_kind(token: Token, language: Language) -> bool:
    """As in "FC Nordstern", "TSV Deichdorf": the noun is part of the name."""
    return token.text in word_lists(language, "phrases")["kinds_in_names"]


@cache
def _kinds(language: Language) -> frozenset[str]:
    """The ends of the nouns that say what kind of body or medium a name is of."""
    kinds = language.rules("bodies")["kinds"].values()
    media = {row["ending"] for row in language.table("offices", key=("ending",)) if row["kind"] == "medium"}
    return frozenset(noun for rows in kinds for noun in rows["called"]) | media


def _is_namelike(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    capital = token.text[:1].isupper() or token.text.isdigit()
    return token.tag in NAMELIKE and capital and token.start == tokens[i - 1].end + 1


def _may_be_name(words: Sequence[Token]) -> bool:
    """Not one of several that the noun counts, not what a name in the genitive owns, and not a name already."""
    last = words[-1]
    if any(first.tag == NAME and first.text.endswith("s") and then.tag == "NN" for first, then in pairwise(words)):
        return False  # "Eintracht Deichdorfs Trainer"
    return any(token.tag != NAME for token in words) and (last.tag != "NN" or bool(last.agreement & SINGULAR))


def _named_after(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """As in "die Holm Stiftung": an article that goes with the noun behind the name, which is the last of the name."""
    tails = word_lists(language, "phrases")["tails_of_names"]
    for i in range(2, len(tokens)):
        if tokens[i].text not in tails or tokens[i].tag != "NN" or tokens[i - 1].tag != NAME:
            continue
        first = i - 1
        while first > 0 and tokens[first - 1].tag == NAME and i - first < LONGEST:
            first -= 1
        article = tokens[first - 1] if first else None
        owner = tokens[i - 1].text.endswith("s") and tokens[i - 1].text.removesuffix("s") in {t.text for t in tokens}
        if article is None or article.tag not in ("ART", "APPRART") or owner:
            continue
        if article.agreement & tokens[i].agreement & SINGULAR:
            yield i, i + 1


def _again(tokens: Sequence[Token], names: set[tuple[str, ...]], language: Language) -> Iterator[tuple[int, int]]:
    """Where the same words stand elsewhere; one that is a common noun only behind the noun for its kind."""
    sizes = sorted({len(name) for name in names}, reverse=True)
    firsts = {name[0] for name in names}
    if not firsts:
        return
    words = lexicon(language)
    for i, token in enumerate(tokens):
        if token.text not in firsts:
            continue
        before = tokens[i - 1] if i else None
        behind_kind = before is not None and _is_kind(before, language)
        for size in sizes:
            found = tuple(other.text for other in tokens[i : i + size])
            plain = size == 1 and words.entry(token.text).source == "listed"
            determined = before is not None and before.tag in DETERMINING and size == 1
            if found in names and (behind_kind or not (plain or determined)):
                yield i, i + size
                break


def _named(token: Token) -> Token:
    if token.tag == NAME:
        return token
    return token._replace(tag=NAME, lemma=token.text, agreement=SINGULAR, verb=None)
