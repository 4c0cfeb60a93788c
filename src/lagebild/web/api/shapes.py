"""Shapes: what the programming interface takes and gives, as its description shows them."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Row = dict[str, Any]


def _text(words: str) -> str:
    """The words; JSON can also hold half of a surrogate pair, which can be neither kept nor shown."""
    if any("\ud800" <= mark <= "\udfff" for mark in words):
        raise ValueError("holds half of a surrogate pair, which is no text")
    return words


Words = Annotated[str, AfterValidator(_text)]
"""What a visitor sends."""


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class Index(BaseModel):
    """What answers here."""

    name: str
    version: str
    description: str
    writable: bool
    kinds: list[str]


class Rows(BaseModel):
    """Some rows; `next` is the token to give as `after` for those behind them, null where there are none."""

    items: list[Row]
    next: str | None


class Items(BaseModel):
    """All there are."""

    items: list[Row]


class Facets(BaseModel):
    """How often each value occurs among the newest rows that fit; `whole` where these are all of them."""

    total: int
    whole: bool
    facets: list[Row]


class Decision(BaseModel):
    """What a person decides about a record. `seen` is the key of the newest judgement on it that the person knew of, ""
    for none; without it nothing is compared."""

    model_config = ConfigDict(extra="forbid")

    document: Words = Field(examples=["d4ba002d64"])
    kind: Words = Field(examples=["attribution"])
    record: Words
    verdict: Literal["accept", "reject", "correct", "note"]
    field: Words | None = None
    value: Any = None
    seen: Words | None = None
    author: Words | None = None


class By(BaseModel):
    """Who decides."""

    model_config = ConfigDict(extra="forbid")

    author: Words | None = None


class Seeing(By):
    """`seen` is the key of the newest judgement on any entity (or claim) that the person knew of, "" for none: where
    somebody has decided about the same since, nothing is kept. Without it nothing is compared."""

    seen: Words | None = None


class Merging(Seeing):
    """Entities that are one; the first gives key and name."""

    entities: list[Words] = Field(min_length=2)


class Parting(Seeing):
    """Two entities that are not one."""

    one: Words
    other: Words


class Splitting(Seeing):
    """Documents, or "document/entity", in which it is somebody else."""

    refs: list[Words] = Field(min_length=1)


class ClaimsMerging(Seeing):
    """Claims that are one; it goes by the key of the first."""

    claims: list[Words] = Field(min_length=2)


class ClaimsApart(Seeing):
    """Two claims that are not one; they are not told as near any more."""

    claims: list[Words] = Field(min_length=2, max_length=2)


class ClaimSplitting(Seeing):
    """Places ("document" or "document/record") in which another matter is told."""

    tellings: list[Words] = Field(min_length=1)


class Watching(BaseModel):
    """A question to be kept."""

    model_config = ConfigDict(extra="forbid")

    name: Words = Field(min_length=1)
    words: Words = Field(min_length=1)


class Question(BaseModel):
    """A question in SQL, with values for its question marks."""

    model_config = ConfigDict(extra="forbid")

    query: Words = Field(examples=["select speaker, count(*) from statements group by speaker order by 2 desc"])
    values: list[str | int | float | None] = []
    limit: int = Field(default=1000, ge=1, le=10_000)


class Answer(BaseModel):
    """The answer: columns, rows, and whether there are more rows than were asked for."""

    columns: list[str]
    rows: list[list[Any]]
    more: bool


class Reading(BaseModel):
    """A report to be taken apart and not kept."""

    model_config = ConfigDict(extra="forbid")

    text: Words = Field(min_length=1, max_length=200_000)
    title: Words | None = None
    date: Words | None = Field(default=None, examples=["2024-12-04"])
    language: Literal["auto", "de", "en"] = "auto"
    id: Words = "text"


class Naming(Seeing):
    """What an entity is called."""

    name: Words = Field(min_length=1)


class Report(BaseModel):
    """A report to be added."""

    model_config = ConfigDict(extra="forbid")

    text: Words = Field(min_length=1)
    title: Words | None = None
    date: Words | None = Field(default=None, examples=["2024-12-04"])
    publisher: Words | None = None
    author: Words | None = None
    url: Words | None = None
    id: Words | None = None


class Judged(BaseModel):
    """The judgement that was made."""

    key: str
    verdict: str
    document: str | None
    kind: str
    record: str
    field: str | None
    value: str | None
    author: str
    at: str


class Begun(BaseModel):
    """An addition that has begun; ask for the run to see what comes of it."""

    run: str
    address: str
