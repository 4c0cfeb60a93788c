"""Relatives: the noun phrase that a relative pronoun stands for."""

from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.analysis import NEUTER, Analysis, Clause, Phrase

# How many phrases back the noun may stand that a relative pronoun refers to.
REACH = 4


def antecedent(analysis: Analysis, clause: Clause, pronoun: Phrase) -> int | None:
    """The index of the nearest phrase before the clause that agrees with the pronoun in gender and number.

    A bare name that only says where ("in Husum", "im Kölner Dom") is neuter or spoken of with "wo".
    """
    wanted = gender_and_number(pronoun.agreement)
    sentence = analysis.sentences[clause.sentence]
    index = min(clause.first, pronoun.first) - 1
    tried = 0
    while index >= sentence.first and tried < REACH:
        here = analysis.phrase_of[index]
        if here >= 0:
            phrase = analysis.phrases[here]
            fits = gender_and_number(phrase.agreement) & wanted and analysis.tokens[phrase.head].tag in ("NN", "NE")
            if fits and not (_is_bare_place(analysis, phrase) and not wanted & gender_and_number(NEUTER)):
                return here
            tried += 1
            index = phrase.first
        index -= 1
    return None


def _is_bare_place(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether it is a name without article behind a preposition of being inside, with other names between or not.

    A noun right behind a name is a part of it: "im Bonner Lotsen *Tower*".
    """
    tokens, at = analysis.tokens, phrase.first
    named = at > 0 and tokens[at].tag == "NN" and tokens[at - 1].tag == "NE"
    if any(tokens[index].tag != "NE" for index in range(at + named, phrase.last)):
        return False
    while at > 0 and tokens[at - 1].tag in ("NE", "ADJA"):
        at -= 1
    inside = word_lists(Language(analysis.language), "phrases")["inner_prepositions"]
    return at > 0 and tokens[at - 1].text.lower() in inside


def agree(pronoun: Phrase, noun: Phrase) -> bool:
    """Whether the relative pronoun may stand for the noun: one gender and number fits both."""
    return bool(gender_and_number(pronoun.agreement) & gender_and_number(noun.agreement))


def gender_and_number(agreement: int) -> int:
    """The mask without its case."""
    return (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF
