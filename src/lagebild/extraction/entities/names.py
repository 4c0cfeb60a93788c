"""Names: who a source is that names somebody, alone, behind a title or in quotation marks."""

from dataclasses import replace
from itertools import pairwise

from lagebild.extraction.entities.acronyms import is_acronym
from lagebild.extraction.entities.index import Run
from lagebild.extraction.entities.known import Body
from lagebild.extraction.entities.name_runs import QUOTES, named_together
from lagebild.extraction.entities.nominative import dictionary_form
from lagebild.extraction.entities.source import SHORT, Source
from lagebild.extraction.entities.speaker import Speaker
from lagebild.model.analysis import ANY, GENITIVE, PLURAL, SINGULAR, Phrase
from lagebild.model.entity import EntityKind


def several(source: Source) -> Speaker | None:
    """As in "Holm und Tann": all whom the source names, in their order."""
    tokens = source.tokens
    joined = [i for i in range(source.first + 1, source.last) if _joins(source, i)]
    if joined and _closes_with_name(source, joined[-1]):
        return None
    if not joined or source.phrase is None or joined[0] < source.phrase.last - 1:
        return None
    runs = [run for run in source.cast.runs_in(source.first, source.last) if tokens[run.first - 1].text != "("]
    if _is_one(source, joined[0]):
        return None
    people = [source.cast.full_name(run.text) for run in runs]
    named = [person for person in people if person is not None]
    hung = any(tokens[i].tag in ("APPR", "APPRART") for i in range(source.first, source.last))
    if len(named) == _parts(source, joined) and (source.kind == "person" or not hung):
        # "Gouverneur Holm und der Kieler Rat Karl Tann": each by name, without title and town.
        return Speaker(_enumerated(source, named), "several together", 0.75, "p", together=len(named))
    if source.head.tag == "NE" and len(runs) > 1 and len(runs) >= _parts(source, joined):
        fullest = [source.cast.full_name(run.text) or _fullest(source, run.text) for run in runs]
        return Speaker(_enumerated(source, fullest), "several together", 0.75, "p", together=len(fullest))
    one = _acting_as_one(source, joined[0])
    if one is not None:
        return one
    apposed = any(token.text == "," for token in tokens[joined[0] + 1 : source.last])
    closed = len(joined) == 1 and tokens[joined[0] - 1].text == ","  # "der Chef, Karl Holm, und sein Vize"
    two = (closed or _parts(source, joined) == 2) and not apposed
    parts = _halves(source, joined) if two else _row(source, joined)
    names = [_half(source, *part) for part in parts]
    each = [name for name in names if name is not None]
    many = 2 if two else _parts(source, joined)
    whole = _enumerated(source, each) if len(each) == many else source.wording()
    return Speaker(whole, "several together", 0.7, "p", together=many)


def _half(source: Source, first: int, last: int) -> str | None:
    """Who one of two is; "seine Frau" stays his where nobody is found for her."""
    found = source.told(first, last)
    bare = source.beside(first, last)
    return bare.wording(owned=True) if found.name == bare.wording() else found.name


def _acting_as_one(source: Source, joined: int) -> Speaker | None:
    """As in "der Senator und frühere Lotse lehnt ab": one article and a verb of one, so both nouns are titles."""
    assert source.phrase is not None
    second = source.tokens[joined + 1]
    titles = source.kind == "person" and source.tokens[source.first].tag == "ART" and second.tag in ("NN", "ADJA")
    single = bool(source.phrase.agreement & SINGULAR) and not source.phrase.agreement & PLURAL
    if not titles or not single:
        return None
    one = source.told(source.first, min(source.phrase.last, joined))
    return replace(one, name=source.wording()) if one.reason == "described" else one


def _halves(source: Source, joined: list[int]) -> list[tuple[int, int]]:
    """The words before and behind the one "und"."""
    first, before, behind = source.first, joined[0], joined[0] + 1
    if source.tokens[first].tag == "KON":
        first += 1
    if source.tokens[before - 1].text == ",":
        before -= 1
    while source.tokens[behind].tag == "ADV" and behind < source.last - 1:
        behind += 1
    return [(first, before), (behind, source.last)]


def _row(source: Source, joined: list[int]) -> list[tuple[int, int]]:
    """The phrases of "die „Welt“, der NDR und der WDR", where commas and one "und" part nothing but phrases."""
    analysis = source.cast.analysis
    inside = dict.fromkeys(k for k in analysis.phrase_of[source.first : source.last] if k >= 0)
    row = [(source.cast.phrases[k].first, source.cast.phrases[k].last) for k in inside]
    between = [i for (_, end), (begin, _) in pairwise(row) for i in range(end, begin)]
    parted = all(i in joined or source.tokens[i].tag.startswith("$") for i in between)
    return row if len(joined) == 1 and parted and len(row) == _parts(source, joined) else []


def _joins(source: Source, i: int) -> bool:
    """As in "Holm und Tann", "sowohl Holm als auch Tann"; not in "Leiter der Boots- und Schiffsforschung"."""
    tokens = source.tokens
    if tokens[i].tag == "KOKOM":
        return i + 1 < source.last and tokens[i + 1].tag == "ADV"
    return tokens[i].tag == "KON" and (tokens[i - 1].tag != "TRUNC" or source.phrase is None or _holds(source, i))


def _holds(source: Source, i: int) -> bool:
    """Whether the source's own base phrase holds the token."""
    return source.phrase is not None and source.phrase.first <= i < source.phrase.last


def _is_one(source: Source, joined: int) -> bool:
    """As in "der Pilot und frühere Lehrer Karl Tann": one article, two nouns and the name of one person."""
    assert source.phrase is not None
    tokens, behind = source.tokens, source.cast.analysis.phrase_of[min(joined + 1, source.last - 1)]
    runs = source.cast.runs_in(source.first, source.last)
    if behind < 0 or len(runs) != 1 or runs[0].last != source.last or source.cast.full_name(runs[0].text) is None:
        return False
    second = source.cast.phrases[behind]
    if not second.first < runs[0].first < second.last or source.kind != "person":
        return False
    article = tokens[source.first].tag == "ART" and tokens[second.first].tag in ("NN", "ADJA")
    return article and tokens[second.head].tag == "NN" and bool(source.phrase.agreement & SINGULAR)


def _enumerated(source: Source, names: list[str]) -> str:
    """The names with the source's own "und" before the last; "sowohl Holm als auch Tann" are Holm und Tann."""
    inside = (token.text for token in source.tokens[source.first : source.last])
    word = next((text for text in inside if text in source.words["joining"]), min(source.words["joined_by"]))
    return named_together(names, word)


def _closes_with_name(source: Source, joined: int) -> bool:
    """As in "der Chef der Werft und heutige Rat, Karl Tann": what is joined are titles of one."""
    runs = source.cast.runs_in(joined, source.last)
    last = runs[-1] if runs else None
    if last is None or last.last != source.last:
        return False
    # "der Abgeordnete und Fraktionschef Karl Tann": a second title without an article of its own.
    titled = joined + 1 < last.first and all(t.tag in ("NN", "ADJA") for t in source.tokens[joined + 1 : last.first])
    alone = len(source.cast.runs_in(source.first, source.last)) == 1
    if source.tokens[last.first - 1].text != "," and not (titled and alone):
        return False
    singular = source.phrase is not None and bool(source.phrase.agreement & SINGULAR)
    return singular and source.kind == "person" and source.cast.full_name(last.text) is not None


def _parts(source: Source, joined: list[int]) -> int:
    """How many the source joins: by "und" and by the commas in front of it."""
    commas = [i for i in range(source.first, joined[-1] - 1) if source.tokens[i].text == ","]
    return len(joined) + len(commas) + 1


def _fullest(source: Source, name: str) -> str:
    """The body's fullest name in the document: "SZ" is "Süddeutsche Zeitung"."""
    if name in source.cast.long_names:
        return source.beside(*source.cast.long_names[name]).wording()
    body = source.cast.known.bodies.get(name)
    named = body is not None and body.form == "name" and body.kind is not EntityKind.STATE
    return source.cast.body_name(body, name) if body is not None and named else name


def by_name(source: Source) -> Speaker | None:
    """The last name of the source that is not somebody else's, by its fullest form in the document; where the source
    begins with a name, it is the first: "die SPD, allen voran ihr Vorsitzender Karl Tann"."""
    short = source.head.text
    if source.head.tag == "NN" and short in source.cast.long_names and source.tokens[source.last - 1] is source.head:
        return _by_long_name(source, short, source.cast.known.bodies.get(short))
    runs = source.cast.runs_in(source.first, source.last)
    begun = source.head.tag in ("NE", "FM") and source.phrase is not None
    runs = [r for r in runs if source.phrase and r.last > source.phrase.head] if begun else runs[::-1]
    for run in runs:
        if _belongs_to_another(source, run):
            continue
        person = source.cast.full_name(run.text)
        apposed = run.first > source.first and source.tokens[run.first - 1].text == ","
        if person is not None and (source.kind in (None, "person") or apposed or source.head.tag != "NN"):
            name = _of_that_gender(source, run, person)
            return Speaker(name, "named", 0.95, source.gender_of(name))
        if (
            person is not None
            and run.first > source.first
            and source.kind == "organisation"
            and source.head.tag == "NN"
        ):
            # "wirft die Opposition Holm vor, …": the person is the addressee.
            return source.told(source.first, run.first)
        if run.first > source.first and _is_seated(source) and not is_acronym(run.text):
            return Speaker(source.wording(), "named", 0.85)
        if run.first > source.first and source.head.tag == "NN":
            if person is None and _is_part_of_name(source, run):
                return Speaker(source.cast.analysis.words(run.first - 1, run.last), "named", 0.85)
            gender = source.cast.traits.gender(source.phrase) if source.phrase else None
            if run.text in source.cast.long_names:
                return Speaker(_fullest(source, run.text), f"the long name of “{run.text}”", 0.9, gender)
            return Speaker(_fullest(source, source.cast.known.as_listed(run.text)), "named", 0.9, gender)
        if source.head.tag != "NN":
            return _body_named(source, run)
    if source.head.tag in ("NE", "FM"):
        return Speaker(source.wording(), "named", 0.85)
    return None


def _of_that_gender(source: Source, run: Run, person: str) -> str:
    """As in "seine Frau Lady Holm" beside "Jonas Holm": behind a title of the other sex the surname is another's."""
    gender = source.cast.traits.gender(source.phrase) if source.phrase and source.kind == "person" else None
    known = source.gender_of(person)
    if person.split()[0] == run.text.split()[0] or {gender, known} != {"m", "f"}:
        return person
    surname = run.text.split()[-1]
    others = (p.name for p in source.cast.people.values() if p.gender == gender and p.name.split()[-1] == surname)
    return next(others, run.text)


def _is_part_of_name(source: Source, run: Run) -> bool:
    """As in "Norwald Europe", where the tagger takes the first word for a noun: no noun that describes anybody."""
    adjacent = source.phrase is not None and source.phrase.head == run.first - 1 and source.last == run.last
    if not adjacent or run.last - run.first > 1:
        return False
    known, noun = source.cast.known, source.head.lemma
    described = known.kind_of(noun) is not None or source.cast.body_kinds.shown_by(noun) is not None
    return not described and not known.is_text(noun) and known.lexicon.entry(source.head.text).source != "split"


def _is_seated(source: Source) -> bool:
    """As in "die Polizei Hannover", "das Amtsgericht Köln": a town's name alone would be the town."""
    return source.head.tag == "NN" and source.cast.known.is_seated(source.head.lemma)


def _body_named(source: Source, run: Run) -> Speaker:
    """A body by its name: an acronym by the long name that the document gives for it."""
    name = source.cast.known.as_listed(run.text)
    body = source.cast.known.bodies.get(name)
    short = source.last - source.first <= SHORT
    if run.text in source.cast.long_names and short:
        return _by_long_name(source, run.text, body)
    if body is not None and body.form == "name" and body.kind is not EntityKind.STATE and short:
        return Speaker(source.cast.body_name(body, name), "named", 0.9, body.gender)
    gender = "p" if body is not None and body.name == "USA" else None
    if gender is None and source.phrase is not None and source.tokens[source.phrase.first].tag == "ART":
        gender = source.cast.traits.gender(source.phrase)
    only = source.phrase is not None and source.phrase.first >= source.first and source.last - source.phrase.last > 1
    if only:
        comma = next((i for i in range(run.last, source.last) if source.tokens[i].text == ","), source.last)
        name = source.beside(source.first, comma).wording()
    return Speaker(name, "named", 0.9, gender)


def _by_long_name(source: Source, short: str, body: Body | None) -> Speaker:
    named = source.beside(*source.cast.long_names[short])
    gender = body.gender if body is not None else source.cast.traits.gender(named.phrase) if named.phrase else None
    name = source.cast.body_name(body, short) if body is not None else short
    return Speaker(name if len(name) > len(short) else named.wording(), f"the long name of “{short}”", 0.9, gender)


def _belongs_to_another(source: Source, run: Run) -> bool:
    """A name inside a genitive or a prepositional phrase of the source, or before its head, is not the source."""
    phrase = source.cast.traits.phrase(run.first)
    if phrase is None or _closes_a_title(source, run):
        return False
    if source.phrase is not None and source.head.tag == "NN" and run.last <= source.phrase.first:
        return True
    head = source.tokens[phrase.head]
    if head.tag == "NN" and run.last <= phrase.head < source.last:
        return True
    if head.tag == "NN" and run.first > phrase.head and _is_genitive(source, run):
        return True
    if phrase.first <= source.first or source.tokens[phrase.first - 1].text == ",":
        return False
    if (
        source.tokens[phrase.first - 1].tag in ("ADJA", "ART", "NN")
        and phrase.preposition is None
        and phrase.first == run.first
    ):
        return run.text.endswith("s") and source.cast.full_name(run.text) is not None and source.kind is not None
    return phrase.preposition is not None or (
        bool(phrase.agreement & GENITIVE) and source.tokens[phrase.first].tag in ("ART", "PPOSAT", "ADJA")
    )


def _closes_a_title(source: Source, run: Run) -> bool:
    """As in "der Sprecher des Ministeriums Jonas Brandt": a full name at the end is the person's; not in "die Anwältin
    von Jonas Brandt", where it hangs on a preposition, alone or with its title."""
    known = source.cast.known
    full = run.last - run.first >= 2 and source.tokens[run.first].text in known.given
    phrase = source.cast.traits.phrase(run.first)
    if not full or source.kind != "person" or run.last != source.last or phrase is None:
        return False
    kind = known.kind_of(source.tokens[phrase.head].lemma) if source.tokens[phrase.head].tag == "NN" else None
    alone = phrase.first == run.first or (kind is not None and kind[0] == "person")
    return not (alone and phrase.preposition is not None and phrase.first > source.first)


def _is_genitive(source: Source, run: Run) -> bool:
    """As in "die Partei Norwegens", "die Verteidigung Petra Holms": the name without its "s" is somebody else's."""
    if not run.text.endswith("s") or run.text in source.cast.people or run.text in source.cast.known.bodies:
        return False
    bare = run.text.removesuffix("s")
    return bare in source.cast.surnames or bare in source.cast.known.bodies


def by_quoted_name(source: Source) -> Speaker | None:
    """As in "die Zeitung „Hafenpost“": what stands in quotation marks."""
    marks = [i for i in range(source.first, source.last) if source.tokens[i].text.strip(QUOTES) == ""]
    if len(marks) < 2 or marks[1] <= marks[0] + 1:
        return None
    start, end = marks[0] + 1, marks[1]
    inner = source.cast.analysis.text[source.tokens[start].start : source.tokens[end - 1].end]
    noun = source.tokens[end - 1]
    if source.tokens[start].tag == "ADJA" and noun.tag in ("NN", "NE"):
        quoted = Phrase(start, end, end - 1, noun.agreement or ANY, None)
        inner = dictionary_form(source.cast.analysis.text, source.tokens, quoted, start, end, source.words)
    return Speaker(inner + _compounded(source, marks[1]), "named in quotation marks", 0.85)


def _compounded(source: Source, close: int) -> str:
    """What a hyphen joins to the quoted name: "-Gruppe", but not the noun for a medium or a text."""
    last = min(close + 3, source.last)
    tail = source.cast.analysis.words(close + 1, last) if close + 1 < last else ""
    kind = source.cast.known.kind_of(source.tokens[last - 1].lemma)
    trade = (kind is not None and kind[0] == "medium") or source.cast.known.is_text(source.tokens[last - 1].lemma)
    return tail if tail.startswith("-") and not trade else ""
