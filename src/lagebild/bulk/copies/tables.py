"""The tables in which copies are told."""

from lagebild.tables import Column, Kind, Table, no_rows

COPIES = Table(
    "copies",
    "groups of documents that are one report: one row for each document of a group",
    (
        Column("origin", Kind.TEXT, "key of the group's first document, by which the group goes"),
        Column("document", Kind.TEXT, "key of the document"),
        Column("shard", Kind.INTEGER, "the shard that it is in"),
        Column("published", Kind.DAY, "its day of publication"),
        Column("role", Kind.TEXT, "`first`; `tie` where nothing tells which of several was first; `copy`"),
    ),
    no_rows,
)
PAIRS = Table(
    "copy_pairs",
    "documents that have text in common",
    (
        Column("document", Kind.TEXT, "key of the one document"),
        Column("other", Kind.TEXT, "key of the other"),
        Column("relation", Kind.TEXT, "`copy`, `agency` or `excerpt`"),
        Column("share", Kind.REAL, "which part of the one's words stands in the other"),
        Column("other_share", Kind.REAL, "which part of the other's words stands in the one"),
        Column("words", Kind.INTEGER, "how many words they have in common"),
    ),
    no_rows,
)
REPEATS = Table(
    "repeats",
    "documents that stand in several shards: one row for each further time",
    (
        Column("document", Kind.TEXT, "key of the document"),
        Column("shard", Kind.INTEGER, "the shard in which it stands again"),
        Column("first", Kind.INTEGER, "the shard in which it stands first"),
    ),
    no_rows,
)
TABLES = (COPIES, PAIRS, REPEATS)
