"""Reads the verb complex of a clause: the full verb with its particle, the modal, whether it is passive."""

from collections.abc import Sequence

from lagebild.model.analysis import Phrase, Token

NONFINITE = frozenset(("VVPP", "VVINF", "VVIZU", "VAINF", "VAPP", "VMINF", "VMPP", "PTKVZ", "PTKZU"))

# What may belong to the verb complex besides the finite verb.
VERBAL = NONFINITE | {"VAFIN"}


def is_predicate(tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], phrase_of: Sequence[int], i: int) -> bool:
    """Whether the token, not the finite verb, belongs to the verb complex; a participle inside a phrase does not."""
    token = tokens[i]
    tag = token.tag
    if tag not in NONFINITE and not (tag == "VAFIN" and token.text == token.lemma):
        return False
    k = phrase_of[i]
    return k < 0 or i == phrases[k].last - 1


def verb_of(tokens: tuple[Token, ...], predicate: Sequence[int], finite: int | None) -> tuple[str, str | None, bool]:
    """The full verb with its particle, the modal's lemma, and whether it is passive."""
    if len(predicate) == 1 and tokens[predicate[0]].tag == "VVFIN":
        return tokens[predicate[0]].lemma, None, False
    full = [i for i in predicate if tokens[i].tag[:2] == "VV"]
    auxiliaries = [i for i in predicate if tokens[i].tag[:2] == "VA"]
    modals = [i for i in predicate if tokens[i].tag[:2] == "VM"]
    particles = [i for i in predicate if tokens[i].tag == "PTKVZ"]
    modal = tokens[modals[0]].lemma if modals else None
    dependent = [i for i in full if i != finite]
    main = dependent[-1] if dependent else (full[0] if full else None)
    if main is None:
        if auxiliaries:
            main = next((i for i in auxiliaries if i != finite), auxiliaries[0])
            return tokens[main].lemma, modal, False
        return (tokens[modals[0]].lemma, None, False) if modals else ("", None, False)
    passive = False
    if tokens[main].tag == "VVPP":
        forms = [tokens[i] for i in auxiliaries]
        become = [token for token in forms if token.lemma == "werden"]
        # "wird gesagt haben" is future: an infinitive auxiliary that is not "werden" stands beside it.
        future = any(token.lemma != "werden" and i != finite for i, token in zip(auxiliaries, forms, strict=True))
        passive = bool(become) and (not future or any(token.tag == "VAPP" for token in become))
        if (
            passive
            and tokens[main].text == tokens[main].lemma
            and any(token.text.startswith("würd") for token in become)
        ):
            passive = False  # "würde gegen Regeln verstoßen": an infinitive that looks like the participle
    lemma = tokens[main].lemma
    if particles and main == finite:
        lemma = tokens[particles[-1]].text.lower() + lemma
    return lemma, modal, passive
