"""Relatives: the noun phrase that a relative pronoun stands for."""

from lagebild.model.analysis import Analysis, Clause, Phrase

# How many phrases back the noun may stand that a relative pronoun refers to.
REACH = 4


def antecedent(analysis: Analysis, clause: Clause, pronoun: Phrase) -> int | None:
    """The index of the nearest phrase before the clause that agrees with the pronoun in gender and number."""
    wanted = gender_and_number(pronoun.agreement)
    sentence = analysis.sentences[clause.sentence]
    index = min(clause.first, pronoun.first) - 1
    tried = 0
    while index >= sentence.first and tried < REACH:
        here = analysis.phrase_of[index]
        if here >= 0:
            phrase = analysis.phrases[here]
            if gender_and_number(phrase.agreement) & wanted and analysis.tokens[phrase.head].tag in ("NN", "NE"):
                return here
            tried += 1
            index = phrase.first
        index -= 1
    return None


def agree(pronoun: Phrase, noun: Phrase) -> bool:
    """Whether the relative pronoun may stand for the noun: one gender and number fits both."""
    return bool(gender_and_number(pronoun.agreement) & gender_and_number(noun.agreement))


def gender_and_number(agreement: int) -> int:
    """The mask without its case."""
    return (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF
