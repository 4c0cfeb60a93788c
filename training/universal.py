"""Brings Universal Dependencies and UniMorph annotation to the STTS tags that it allows."""

import re
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Tagged

FINITE = "VVFIN VAFIN VMFIN VVIMP VAIMP"
BY_UPOS = {
    "NOUN": "NN",
    "PROPN": "NE",
    "ADJ": "ADJA ADJD",
    "ADV": "ADV PROAV PWAV PTKNEG",
    "ADP": "APPR APPRART APPO APZR KOKOM",
    "SCONJ": "KOUS KOUI KOKOM",
    "CCONJ": "KON KOKOM",
    "NUM": "CARD",
    "PUNCT": "$, $. $(",
}


def _pronoun(upos: str, feats: str) -> str:
    if "Reflex=Yes" in feats:
        return "PRF"
    if "Poss=Yes" in feats:
        return "PPOSAT"
    if "PronType=Prs" in feats:
        return "PPER"
    if "PronType=Rel" in feats:
        return "PRELS PRELAT"
    if "PronType=Int" in feats:
        return "PWS PWAT PWAV"
    if "PronType=Dem" in feats:
        return "PDS" if upos == "PRON" else "PDAT PDS"
    if "PronType=Art" in feats:
        return "ART"
    return "PIS" if upos == "PRON" else "PIAT PIS"


def _stts(upos: str, feats: str, relation: str) -> str:
    if relation == "compound:prt":
        return "PTKVZ"
    if upos in {"VERB", "AUX"}:
        if "VerbForm=Fin" in feats or "Mood=" in feats:
            return FINITE
        if "VerbForm=Inf" in feats:
            return "VVINF VAINF VMINF VVIZU"
        if "VerbForm=Part" in feats:
            return "VVPP VAPP VMPP"
        return ""
    if upos in {"PRON", "DET"}:
        return _pronoun(upos, feats)
    return BY_UPOS.get(upos, "")


def universal_sentences(path: Path) -> Iterator[list[Tagged]]:
    """The sentences of a CoNLL-U file without STTS tags."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        sentence: list[Tagged] = []
        skip = 0
        for row in rows:
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                skip = last - first + 1
                sentence.append(Tagged(row[1], "APPRART", ""))
            elif skip:
                skip -= 1
            else:
                mood = re.search(r"Mood=(\w+)", row[5])
                sentence.append(Tagged(row[1], _stts(row[3], row[5], row[7]), row[2], mood[1] if mood else ""))
        if sentence:
            yield sentence


def _from_morph(feats: str) -> str:
    cells = set(feats.split(";"))
    if "V" in cells or "V.PTCP" in cells:
        if "FIN" in cells:
            return FINITE
        if "V.PTCP" in cells:
            return "VVPP VAPP VMPP"
        return "VVINF VAINF VMINF VVIZU" if "NFIN" in cells else ""
    if "PROPN" in cells:
        return "NE"
    if "N" in cells:
        return "NN"
    if "ADJ" in cells:
        return "ADJA ADJD"
    if "DEF" in cells and "DET" in cells:
        return "ART"
    if feats == "CONJ":
        return "KON KOUS"
    if feats == "ADP":
        return "APPR APPO APZR KOKOM"
    return ""


def morph_sentences(path: Path) -> Iterator[list[Tagged]]:
    """The GSD train sentences of the SIGMORPHON files; those of the GSD test and dev parts are left out."""
    for block in path.read_text("utf-8").split("\n\n"):
        if not re.search(r"sent_id = train-", block):
            continue
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        sentence = [
            Tagged(r[1], _from_morph(r[5]), r[2], "Sub" if "SBJV" in r[5] else "") for r in rows if "-" not in r[0]
        ]
        if sentence:
            yield sentence
