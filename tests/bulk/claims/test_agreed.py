"""What all documents say of a name is looked up, and is what it is where all are held at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.bulk.claims.agreed import Agreed, Saying, agree, bodies
from lagebild.bulk.exchange.at import At
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins import Called, Publication
from lagebild.comparison.origins.outlets import outlet_key
from lagebild.comparison.origins.posts import Post
from lagebild.comparison.origins.publication import gathered
from lagebild.language.load import Language

LANGUAGE = Language("de")
Published = tuple[str | None, tuple[Post, ...], tuple[Called, ...]]
NAMES = ["Ute Wald", "Wald", "Jan Wald", "Jens Holm", "Holm"]
OUTLETS = ["Der Spiegel", "SPIEGEL", "Kurier von Husum", None]
posts = st.builds(Post, st.sampled_from(NAMES), st.sampled_from(["Ministerin", "Chef"]),
                  st.sampled_from(["DE", "PE", None]), st.sampled_from(["Nordbank", None]))  # fmt: skip
called = st.builds(Called, st.sampled_from(["dienst", "geheimdienst"]), st.sampled_from(["KR", "PE", None]),
                   st.sampled_from(["NIS", "der Dienst"]))  # fmt: skip
published = st.builds(
    lambda outlet, told, names: (outlet, tuple(told), tuple(names)),
    st.sampled_from(OUTLETS), st.lists(posts, max_size=3), st.lists(called, max_size=2),
)  # fmt: skip


@given(st.lists(st.lists(published, max_size=3), min_size=1, max_size=3), st.integers(1, 4))
def test_documents_say_the_same_in_many_shards_as_at_once(
    tmp_path_factory: pytest.TempPathFactory,
    shards: list[list[tuple[str | None, tuple[Post, ...], tuple[Called, ...]]]],
    parts: int,
) -> None:
    folder = tmp_path_factory.mktemp("agreed")
    whole = [
        [
            Publication(f"d{shard}-{row}", None, outlet, called=names, posts=told)
            for row, (outlet, told, names) in enumerate(rows)
        ]
        for shard, rows in enumerate(shards)
    ]  # fmt: skip
    for number, publications in enumerate(whole):
        saying = Saying(at(folder, "tell", number, parts), LANGUAGE)
        for publication in publications:
            saying.add(publication)
        saying.give()
    for step, does in (("agree", agree), ("bodies", bodies)):
        for number in range(parts):
            does(at(folder, step, number, parts))
    everything = gathered((item for items in whole for item in items), LANGUAGE)
    asked = [*NAMES, *filter(None, OUTLETS), "Niemand"]
    found = Agreed(at(folder, "join", 0, parts), LANGUAGE).publications(whole[0], asked)
    assert set(found.by_document) == {item.document for item in whole[0]}
    assert (found.names, found.codes) == (everything.names, everything.codes)
    assert found.posts == {name: post for name, post in everything.posts.items() if name in set(map(plain, asked))}
    assert found.outlets == everything.outlets & {outlet_key(name, LANGUAGE) for name in asked}


def at(folder: Path, step: str, number: int, parts: int) -> At:
    """A job of a step."""
    header = {"out": str(folder), "number": number, "parts": parts, "before": "", "round": ""}
    return At({**header, "step": step, "work": "claims-work"})
