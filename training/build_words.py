"""Makes resources/de/words.zz, the compact word table, of the LanguageTool lexicon and the words of tagged text.

    python -m training.build_words SHARED PROJECTED.tsv

SHARED is the folder with the data, PROJECTED.tsv the output of project_tags.py.

The table is zlib-compressed text: a line for each distinct bundle of readings, an empty line, a line for each beginning
that forms have, an empty line, then for each beginning, parted by a NUL, what its forms have behind it as sorted lines
"letters<TAB>number of the bundle (base 36)" with a line break before and behind each. A reading is
tag,cut,add,mask,verbs: the lemma is the form without its last `cut` letters and with `add` at its end. Forms that
lexicon.py derives by itself are left out.
"""

import gzip
import sys
import zlib
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

from lagebild.analysis.lexicon import Lexicon
from lagebild.analysis.possibility import agreement_mask
from lagebild.analysis.word_table import BEGINNING
from lagebild.language.load import Language
from training.corpora import gold_sentences, projected_sentences

OUT = Path(__file__).resolve().parent.parent / "src/lagebild/resources/de/words.zz"
CASE = {"NOM": "N", "AKK": "A", "DAT": "D", "GEN": "G"}
GENDER = {"MAS": "m", "FEM": "f", "NEU": "n"}
AUXILIARIES = {"haben", "sein", "werden"}
MODALS = {"dürfen", "können", "mögen", "müssen", "sollen", "wollen"}
TENSE = {"PRÄ": "ind.pres", "PRT": "ind.past", "KJ1": "kon1.pres", "KJ2": "kon2.past"}
ENDINGS = ("en", "em", "er", "es", "e")
BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
ADDABLE = {"NE", "ADV", "ADJD"}


class Readings:
    """Tag → lemma → mask and verb readings of one form."""

    __slots__ = ("tags",)

    def __init__(self) -> None:
        self.tags: dict[str, dict[str, tuple[int, set[str]]]] = {}

    def add(self, tag: str, lemma: str, mask: int = 0, verb: str = "") -> None:
        """Note a reading."""
        lemmas = self.tags.setdefault(tag, {})
        before, verbs = lemmas.get(lemma, (0, set()))
        lemmas[lemma] = (before | mask, verbs | ({verb} if verb else set()))


def noun_mask(parts: list[str]) -> int:
    """The mask of a noun's or name's tag parts."""
    case = next((CASE[p] for p in parts if p in CASE), None)
    if case is None:
        return agreement_mask("*")
    if "PLU" in parts:
        return agreement_mask(case + "p")
    gender = next((GENDER[p] for p in parts if p in GENDER), None)
    return agreement_mask(" ".join(case + g for g in (gender or "mfn")))


def verb_class(lemma: str) -> str:
    """V with A, M or V."""
    return "VA" if lemma in AUXILIARIES else "VM" if lemma in MODALS else "VV"


def read_lexicon(path: Path) -> dict[str, Readings]:
    """All forms with the readings that we use; inflected adjectives are left to derivation where it works."""
    forms: dict[str, Readings] = defaultdict(Readings)
    inflected: list[tuple[str, str]] = []
    nominal: list[tuple[str, str, int]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(("#", "-")):
                continue
            form, lemma, tag = line.rstrip("\n").split("\t")[:3]
            tag = tag.split(" ")[0]
            parts = tag.split(":")
            if " " in form or len(form) < 2:
                continue
            kind = parts[0]
            if kind == "VER" and form[0].isupper():
                continue
            if kind == "VER":
                add_verb(forms[form], lemma, parts)
            elif kind == "SUB":
                if "ADJ" in parts or "INF" in parts:
                    nominal.append((form, lemma, noun_mask(parts)))
                else:
                    forms[form].add("NN", lemma, noun_mask(parts))
            elif kind == "EIG":
                forms[form].add("NE", lemma, noun_mask(parts))
            elif kind == "ADJ":
                if "PRD" in parts:
                    if "SUP" in parts:
                        forms[form].add("ADJD", lemma)
                        if form.endswith("en"):
                            forms[form[:-2]].add("ADJS", lemma)
                    else:
                        forms[form].add("ADJD", lemma)
                else:
                    inflected.append((form, lemma))
            elif kind == "PA2" and parts[1] == "PRD":
                pass
    bases = {form for form, readings in forms.items() if {"ADJD", "ADJS", "VVPP"} & readings.tags.keys()}
    infinitives = {form for form, readings in forms.items() if "VVINF" in readings.tags}
    for form, lemma in inflected:
        stem = next((form[: -len(e)] for e in ENDINGS if form.endswith(e)), None)
        if (
            stem in bases
            and form[0].islower()
            and (lemma in forms[stem].tags.get("ADJD", {}) or "ADJS" in forms[stem].tags)
        ):
            continue
        ending = form[len(stem) :] if stem is not None and form[0].islower() else ""
        forms[form].add("ADJA", lemma, ADJECTIVE_MASKS.get(ending) or agreement_mask("*"))
    adjectives = {form for form, readings in forms.items() if "ADJA" in readings.tags}
    for form, lemma, mask in nominal:
        lower = form[0].lower() + form[1:]
        stem = next((lower[: -len(e)] for e in ENDINGS if lower.endswith(e)), "")
        if lower in adjectives or stem in bases or (stem.endswith("nd") and stem[:-1] in infinitives):
            continue
        if lower in infinitives or (lower.endswith("s") and lower[:-1] in infinitives):
            continue
        forms[form].add("NN", lemma, mask)
    return forms


ADJECTIVE_MASKS = {
    "en": agreement_mask("Am Np Ap Dm Df Dn Dp Gm Gf Gn Gp"),
    "em": agreement_mask("Dm Dn"),
    "er": agreement_mask("Nm Df Gf Gp"),
    "es": agreement_mask("Nn An"),
    "e": agreement_mask("Nm Nf Nn Af An Np Ap"),
}


def add_verb(readings: Readings, lemma: str, parts: list[str]) -> None:
    """Note a verb form by its tag's parts."""
    kind = verb_class(lemma)
    if "INF" in parts:
        readings.add(kind + "INF", lemma)
    elif "PA2" in parts:
        readings.add(kind + "PP", lemma)
    elif "EIZ" in parts:
        readings.add("VVIZU", lemma)
    elif "IMP" in parts:
        readings.add("VAIMP" if kind == "VA" else "VVIMP", lemma, verb="imp.pres.2." + ("s" if "SIN" in parts else "p"))
    else:
        tense = next((TENSE[p] for p in parts if p in TENSE), None)
        person = next((p for p in parts if p in "123"), None)
        if tense and person:
            readings.add(kind + "FIN", lemma, verb=f"{tense}.{person}.{'p' if 'PLU' in parts else 's'}")


def add_from_text(forms: dict[str, Readings], projected: Path, shared: Path) -> None:
    """Add the tags that text gives to listed words and that the lexicon lacks: names, adverbs, particles.

    A tag that HanTa gives must be seen twice and in an eighth of the word's places, since one word in 25 it gets wrong.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    gold = gold_sentences(shared / "data/ud_german_gsd/de_gsd-ud-dev.conllu", without="test-")
    for sentence, weight in chain(((s, 1) for s in projected_sentences(projected)), ((s, 2) for s in gold)):
        for token in sentence[1:]:
            counts[token.word][token.tag] += weight
    known = Lexicon(Language("de"))
    for word, tags in sorted(counts.items()):
        have = forms[word].tags if word in forms else {}
        if word in known.closed or not word[0].isalpha() or "." in word:
            continue
        for tag, count in sorted(tags.items()):
            if tag not in ADDABLE or tag in have or count < 2 or count * 8 < sum(tags.values()):
                continue
            if word[0].isupper() != (tag == "NE"):
                continue
            if not have and tag == "NE" and known.entry(word).source == "guessed":
                continue
            if not have:
                for possibility in known.entry(word).possibilities:
                    verbs = [".".join(verb) for verb in possibility.verbs] or [""]
                    for verb in verbs:
                        forms[word].add(possibility.tag, possibility.lemma, possibility.agreement, verb)
            mask = max((m for lemmas in have.values() for m, _ in lemmas.values()), default=0) if tag == "NE" else 0
            forms[word].add(tag, word, mask or (agreement_mask("Nm Nf Nn Am Af An Dm Df Dn") if tag == "NE" else 0))


def merged_verbs(verbs: set[str]) -> str:
    """One text for each mood and tense: persons and numbers together."""
    by_mood: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for verb in verbs:
        mood, tense, person, number = verb.split(".")
        by_mood[f"{mood}.{tense}"].add((person, number))
    order = ["ind.pres", "ind.past", "kon1.pres", "kon2.past", "imp.pres"]
    return "|".join(
        f"{mood}.{''.join(sorted({p for p, _ in cells}))}.{''.join(sorted({n for _, n in cells}, reverse=True))}"
        for mood, cells in sorted(by_mood.items(), key=lambda item: order.index(item[0]))
    )


def pick_lemma(form: str, tag: str, lemmas: list[str], frequency: Counter[tuple[str, str]]) -> str:
    """The likeliest of several lemmas: the one that text shows most, else the nearest in spelling."""

    def distance(lemma: str) -> int:
        cut, add = cut_and_add(form, lemma)
        return cut + len(add)

    return min(lemmas, key=lambda lemma: (-frequency[tag[:2], lemma], distance(lemma), lemma))


def cut_and_add(form: str, lemma: str) -> tuple[int, str]:
    """How many letters to cut from the form's end and what to add."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return len(form) - common, lemma[common:]


def bundle(form: str, readings: Readings, frequency: Counter[tuple[str, str]]) -> str:
    """The readings as one line."""
    parts = []
    for tag, lemmas in sorted(readings.tags.items()):
        lemma = pick_lemma(form, tag, list(lemmas), frequency)
        mask = 0
        verbs: set[str] = set()
        for one_mask, one_verbs in lemmas.values():
            mask |= one_mask
            verbs |= one_verbs
        if tag.endswith("FIN"):
            verbs = lemmas[lemma][1]
        cut, add = cut_and_add(form, lemma)
        parts.append(f"{tag},{cut},{add},{mask:x},{merged_verbs(verbs)}")
    return ";".join(parts)


def base36(number: int) -> str:
    """The number in base 36."""
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = BASE36[digit] + digits
        if not number:
            return digits


def main(shared: Path, projected: Path) -> None:
    """Build and write the table."""
    forms = read_lexicon(shared / "data/languagetool_de_lexicon/german_forms.tsv.gz")
    frequency: Counter[tuple[str, str]] = Counter()
    for sentence in projected_sentences(projected):
        for token in sentence:
            frequency[token.tag[:2], token.lemma] += 1
    # What lexicon.py derives by itself is asked of the table without the additions, so that each run gives the same.
    write(forms, frequency)
    add_from_text(forms, projected, shared)
    write(forms, frequency)


def write(forms: dict[str, Readings], frequency: Counter[tuple[str, str]]) -> None:
    """Write the table."""
    bundles: Counter[str] = Counter()
    lines: dict[str, str] = {}
    for form, readings in forms.items():
        if readings.tags and "\t" not in form:
            lines[form] = bundle(form, readings, frequency)
            bundles[lines[form]] += 1
    order = {text: number for number, (text, _) in enumerate(sorted(bundles.items(), key=lambda i: (-i[1], i[0])))}
    data = layout(list(order), {form: order[text] for form, text in lines.items()})
    OUT.write_bytes(zlib.compress(data, 9))
    print(f"{len(lines)} forms, {len(order)} bundles, {len(data)} bytes, {OUT.stat().st_size} compressed")


def layout(bundles: list[str], forms: dict[str, int]) -> bytes:
    """The table as WordTable reads it: the bundles, and the number of its bundle for each form."""
    groups: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms):
        groups[form[:BEGINNING]].append(f"{form[BEGINNING:]}\t{base36(forms[form])}\n")
    beginnings = sorted(groups)
    body = "\0".join("\n" + "".join(groups[beginning]) for beginning in beginnings)
    return "\n\n".join(("\n".join(bundles), "\n".join(beginnings), body)).encode("utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
