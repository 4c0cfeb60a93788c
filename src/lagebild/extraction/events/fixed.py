"""Fixed words: what a row of a table wants beside its verb or noun ("zu bedenken", a noun that ends in "-krieg")."""

from collections.abc import Sequence

from lagebild.extraction.events.stage import Stage
from lagebild.model.analysis import Clause

# Long compounds may look like names.
NOUNS = ("NN", "NE")


def fixed_words(stage: Stage, clause: Clause, choices: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """The tokens of the first choice that the clause has in one run; () where there is nothing to choose, None where
    none is there."""
    if not choices:
        return ()
    words = stage.clause_words.own(clause)
    own, forms = words.tokens, words.forms
    for choice in choices:
        first = choice[0]
        if first not in forms and first[0] != "-":
            continue
        for at in range(len(own) - len(choice) + 1):
            if not _is_word(stage, own[at], first):
                continue
            run = own[at : at + len(choice)]
            if all(_is_word(stage, i, word) for i, word in zip(run[1:], choice[1:], strict=True)):
                return run
    return None


def _is_word(stage: Stage, i: int, word: str) -> bool:
    """Whether the token is the word as written, small or in its base form; "-krieg" is a noun that ends so."""
    token = stage.tokens[i]
    if word.startswith("-"):
        return token.tag in NOUNS and (token.lemma.lower().endswith(word[1:]) or token.text.lower().endswith(word[1:]))
    return word in (token.text, token.lemma, token.text.lower())
