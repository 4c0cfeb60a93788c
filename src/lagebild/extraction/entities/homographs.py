"""Homographs: where "Zeit", "Welt", "Bild" are papers and not the words that they are as well."""

from lagebild.analysis.quotations import QUOTES
from lagebild.extraction.entities.known import Known
from lagebild.model.analysis import Analysis, Clause

ARTICLES = ("ART", "APPRART")
BEFORE = ("ART", "APPRART", "APPR")
# How a common noun is tagged; behind an opening mark "Zeit" is taken for a preposition.
COMMON = ("NN", "APPR")
# So many words before the name may a word stand that leads to it: "im Gespräch mit der Zeit".
REACH = 3


def means_medium(analysis: Analysis, known: Known, first: int, last: int) -> bool:
    """Whether the tokens `[first, last)`, which could name a medium of the table, do: True at once where the words are
    no common noun, else by quotation marks, capitals, a word such as "Zeitung" or "laut" before it, or a verb of
    reporting."""
    tokens = analysis.tokens
    noun = tokens[last - 1]
    article = tokens[first].tag in ARTICLES
    if noun.tag not in COMMON or last - first > 1 + article:
        return True
    if _is_marked(analysis, first, last) or noun.text.isupper():
        return True
    if article and first > analysis.sentences[analysis.sentence_of[first]].first:
        return True
    return _is_led_to(analysis, known, first) or _reports(analysis, known, last - 1)


def _is_marked(analysis: Analysis, first: int, last: int) -> bool:
    tokens = analysis.tokens
    opened = first > 0 and tokens[first - 1].text in QUOTES
    return opened and last < len(tokens) and tokens[last].text in QUOTES


def _is_led_to(analysis: Analysis, known: Known, first: int) -> bool:
    """As in "die Zeitung Welt", "laut Spiegel", "ein Bericht des Standard", "im Interview mit der Zeit"."""
    tokens = analysis.tokens
    start = analysis.sentences[analysis.sentence_of[first]].first
    for i in range(first - 1, max(start, first - 1 - REACH) - 1, -1):
        token = tokens[i]
        if token.tag == "NN":
            found = known.kind_of(token.lemma)
            return (found is not None and found[0] == "medium") or token.lemma in known.words["leads_to_medium"]
        if token.text.lower() in known.words["leads_to_medium"]:
            return True
        if token.tag not in BEFORE:
            return False
    return False


def _reports(analysis: Analysis, known: Known, noun: int) -> bool:
    """As in "wie die Welt schreibt", "sagte Holm der Zeit", "dem Spiegel zufolge"."""
    tokens = analysis.tokens
    if noun + 1 < len(tokens) and tokens[noun + 1].text.lower() in known.words["follows_medium"]:
        return True
    k, c = analysis.phrase_of[noun], analysis.clause_of[noun]
    if k < 0 or c < 0 or analysis.phrases[k].head != noun or analysis.phrases[k].preposition is not None:
        return False
    clause: Clause = analysis.clauses[c]
    if clause.subject == k:
        return clause.lemma in known.words["media_verbs"]
    told = clause.lemma in known.words["telling_verbs"]
    return (
        told
        and k in clause.objects
        and tokens[analysis.phrases[k].first].text.lower() in known.words["dative_articles"]
    )
