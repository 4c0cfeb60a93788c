"""All words and names of a base: learnt when a document is stored, asked for those that contain or inflect a word."""

from collections.abc import Iterable
from typing import Any

import apsw

from lagebild.language.search import LEAST_PART, folded, holds_part, parts_of, spellings, stem, stems
from lagebild.store.remembered import not_yet
from lagebild.store.waiting import later, write_waiting


def learn_words(connection: apsw.Connection, words: Iterable[str], language: str) -> None:
    """Takes in the folded words that the base does not know yet, before the transaction ends."""
    new = not_yet(connection, words, "word")
    later(connection, _put_words, zip(new, stems(new, language), strict=True))


def learn_names(connection: apsw.Connection, names: Iterable[str]) -> None:
    """Takes in the names that the base does not know yet, before the transaction ends."""
    new = not_yet(connection, names, "name")
    later(connection, _put_names, ((name, folded(name)) for name in new))


def words_like(connection: apsw.Connection, word: str) -> list[str]:
    """The words of the base that a search for the word finds: in any spelling, inflected, or with it as a part."""
    found: set[str] = set()
    for spelling in spellings(word):
        query = "select word from vocabulary where word = ?1 or stem = ?2"
        found.update(known for (known,) in connection.execute(query, (spelling, stem(spelling))))
    for part in parts_of(word):
        inside = """select word from word_parts where word glob ?1
                    union all select word from vocabulary where word >= ?2 and word < ?2 || char(0x10ffff)"""
        rows = connection.execute(inside, (f"*{part}*", part))
        found.update(known for (known,) in rows if holds_part(known, part))
    return sorted(found)


def names_like(connection: apsw.Connection, name: str) -> list[str]:
    """The names of the base that have all words of `name` in them, each as a whole word or the beginning of one."""
    wanted = [spellings(word) for word in name.split()]
    if not wanted:
        return []
    write_waiting(connection)
    longest = max(wanted, key=lambda forms: len(forms[0]))
    found: set[str] = set()
    for form in longest:
        if len(form) >= LEAST_PART:
            query = "select n.name, n.folded from name_parts p join names n on n.id = p.rowid where p.folded glob ?"
            rows = connection.execute(query, (f"*{_literal(form)}*",))
        else:
            rows = connection.execute("select name, folded from names where folded like ?", (f"{form}%",))
        found.update(known for known, plain in rows if all(_begins(plain, forms) for forms in wanted))
    return sorted(found)


def _put_words(connection: apsw.Connection, words: list[tuple[str, str]]) -> None:
    last = _last(connection, "vocabulary")
    connection.executemany("insert into vocabulary (word, stem) values (?, ?) on conflict do nothing", words)
    # A part at the head of a word is found by the order of the words, so parts are of what stands behind the head.
    inner = f"""insert into word_parts (rowid, word) select id, substr(word, {LEAST_PART} + 1) from vocabulary
                where id > ? and length(word) >= {LEAST_PART} + {LEAST_PART}"""
    connection.execute(inner, (last,))


def _put_names(connection: apsw.Connection, names: list[tuple[str, str]]) -> None:
    last = _last(connection, "names")
    connection.executemany("insert into names (name, folded) values (?, ?) on conflict do nothing", names)
    query = "insert into name_parts (rowid, folded) select id, folded from names where id > ?"
    connection.execute(query, (last,))


def _last(connection: apsw.Connection, table: str) -> Any:
    ((last,),) = connection.execute(f"select coalesce(max(id), 0) from {table}")
    return last


def _begins(plain: str, forms: tuple[str, ...]) -> bool:
    words = plain.replace("-", " ").split()
    return any(word.startswith(form) for word in [plain, *words] for form in forms)


def _literal(form: str) -> str:
    """The form with what GLOB takes for patterns made plain."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in form)
