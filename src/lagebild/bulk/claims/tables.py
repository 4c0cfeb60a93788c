"""The tables in which claims are told."""

from lagebild.tables import Column, Kind, Table, no_rows

CLAIMS = Table(
    "claims",
    "what several places tell: one row for each claim that is told at least twice",
    (
        Column("key", Kind.TEXT, "its key, by which `tellings.claim` goes; it comes from its first telling"),
        Column("gloss", Kind.TEXT, "the words of the telling that stands for all"),
        Column("glossed", Kind.TEXT, "the `ref` of that telling"),
        Column("tellings", Kind.INTEGER, "how many places tell it"),
        Column("documents", Kind.INTEGER, "in how many documents"),
        Column("against", Kind.INTEGER, "how many of the tellings deny or doubt it"),
        Column("first_day", Kind.DAY, "the earliest day of publication"),
        Column("last_day", Kind.DAY, "the latest day of publication"),
        Column("origins", Kind.INTEGER, "on how many independent words it stands"),
    ),
    no_rows,
)
TELLINGS = Table(
    "tellings",
    "each place where a document tells something: one row for each, also where nobody else tells it",
    (
        Column("claim", Kind.TEXT, "key of its claim; of a claim that is told once there is no other row"),
        Column("ref", Kind.TEXT, 'what names it among all: "document/record@start"'),
        Column("document", Kind.TEXT, "key of the document"),
        Column("kind", Kind.TEXT, "`attribution` where somebody says it, else the kind of its record, or `sentence`"),
        Column("record", Kind.TEXT, 'key of that record, for a sentence "start-end"'),
        Column("words", Kind.SPANS, "its words and where they stand in the text"),
        Column("published", Kind.DAY, "day of publication"),
        Column("stance", Kind.TEXT, "`asserts`, `confirms`, `denies`, `doubts`"),
        Column("act", Kind.TEXT, "act of the attribution: `say`, `deny`, …"),
        Column("voice", Kind.TEXT, "on whose word it stands: speaker, outlet, or the words for who has no name"),
        Column("voice_kind", Kind.TEXT, "`speaker`, `outlet`, `unnamed`"),
        Column("voice_code", Kind.TEXT, "state or organisation of the speaker"),
        Column("voice_identity", Kind.TEXT, "key of the speaker, the same in all documents"),
        Column("via", Kind.TEXTS, "through whom the words came, nearest first, down to the outlet"),
        Column("sides", Kind.TEXTS, "whom the words name: codes of states and bodies, else names"),
        Column("type", Kind.TEXT, "type of the event"),
        Column("actor", Kind.TEXT, "who acts in it"),
        Column("recipient", Kind.TEXT, "to whom it is done"),
        Column("first_day", Kind.DAY, "the time told begins"),
        Column("last_day", Kind.DAY, "the time told ends"),
        Column("place", Kind.TEXT, "where"),
        Column("country", Kind.TEXT, "code of the country"),
        Column("records", Kind.TEXTS, "keys of all records that its words tell"),
    ),
    no_rows,
)
FIGURES = Table(
    "telling_figures",
    "the numbers that tellings give: one row for each",
    (
        Column("claim", Kind.TEXT, "key of the claim"),
        Column("ref", Kind.TEXT, "the telling"),
        Column("words", Kind.SPAN, "the number's words"),
        Column("low", Kind.REAL, "its least value"),
        Column("high", Kind.REAL, "its greatest value"),
        Column("approximation", Kind.TEXT, "`about`, `over`, …"),
        Column("unit", Kind.TEXT, "its unit"),
        Column("counted", Kind.TEXT, "the words for what is counted"),
    ),
    no_rows,
)
TIES = Table(
    "claim_ties",
    "tellings of one claim that are alike by themselves",
    (
        Column("claim", Kind.TEXT, "key of the claim"),
        Column("one", Kind.TEXT, "`ref` of the earlier telling"),
        Column("other", Kind.TEXT, "`ref` of the later one"),
        Column("score", Kind.REAL, "how surely they are of one matter, from 0.66 to 1"),
    ),
    no_rows,
)
ORIGINS = Table(
    "claim_origins",
    "on whose word the claims of the table `claims` stand: one row for each independent origin",
    (
        Column("claim", Kind.TEXT, "key of the claim"),
        Column("number", Kind.INTEGER, "which origin, from 1, the earliest first"),
        Column("name", Kind.TEXT, "what to call it; nothing where nobody has a name"),
        Column("identity", Kind.TEXT, "key of the speaker, the same in all documents"),
        Column("first", Kind.TEXT, "`ref` of the telling that came out first"),
        Column("tellings", Kind.INTEGER, "how many tellings go back to it"),
        Column("documents", Kind.INTEGER, "in how many documents"),
        Column("reason", Kind.TEXT, "why these are one origin"),
        Column("interested", Kind.TEXT, "why it is a party in the matter; nothing where nothing shows that"),
    ),
    no_rows,
)
REPEATS = Table(
    "claim_repeats",
    "tellings that go back to an origin: one row for each",
    (
        Column("claim", Kind.TEXT, "key of the claim"),
        Column("origin", Kind.INTEGER, "the `number` of the origin"),
        Column("ref", Kind.TEXT, "the telling"),
        Column("of", Kind.TEXT, "`ref` of the telling that it repeats; nothing where it has the origin's own word"),
        Column("reason", Kind.TEXT, "why it goes back to it"),
    ),
    no_rows,
)
RELATIONS = Table(
    "claim_relations",
    "how the voices of a claim stand to each other: one row for each two",
    (
        Column("claim", Kind.TEXT, "key of the claim"),
        Column("number", Kind.INTEGER, "its place in the order in which the later of the two came out, from 1"),
        Column("kind", Kind.TEXT, "`same`, `more precise`, `differs`, `denies`, `confirms`, `revises`"),
        Column("one", Kind.TEXT, "`ref` of the telling that stands so to the other"),
        Column("other", Kind.TEXT, "`ref` of the other"),
        Column("about", Kind.TEXT, "`figure`, `time`, `place`; nothing for the whole matter"),
        Column("reason", Kind.TEXT, "the same in a sentence"),
    ),
    no_rows,
)
TABLES = (CLAIMS, TELLINGS, FIGURES, TIES, ORIGINS, REPEATS, RELATIONS)
