-- What documents claim: made from the findings after judgement and from people's decisions, and can be made again.

-- Documents whose tellings have to be compared; `again` where they are as before and only decisions are new.
create table claims_stale (
    document integer primary key references documents (id),
    again    integer not null default 0
) strict;
insert into claims_stale (document) select id from documents where newer is null;

-- By what tellings were cut and compared; where the program does it otherwise, all of this is made anew.
create table claims_making (fingerprint text not null) strict;

-- What is compared of a document's tellings: zlib of JSON, a list in the order of their numbers; and what the document
-- owes to others as a publication, as far as other tables do not tell.
create table claims_matters (
    document    integer primary key references documents (id),
    matters     blob not null,
    publication text not null          -- JSON
) strict;

-- One telling: a stretch of a document, said by one voice. `place` orders all tellings by day, document and number.
create table tellings (
    id       integer primary key,
    document integer not null references documents (id),
    number   integer not null,
    place    integer not null,
    start    integer not null,
    stop     integer not null,
    kind     text not null,
    record   text not null,            -- its key, or start-stop where there is no record
    stance   text not null,
    voice    text,
    claim    text,                     -- null until it has been compared
    unique (document, number)
) strict;
create index tellings_by_claim on tellings (claim);

-- By what tellings are brought together to be compared: whom they name and what they speak of, as numbers.
create table claims_marks (
    mark    integer not null,
    place   integer not null,
    telling integer not null,
    primary key (mark, place, telling)
) strict, without rowid;

-- Tellings that were taken for one matter when compared.
create table claims_ties (
    one   integer not null,
    other integer not null,
    score real not null,
    primary key (one, other)
) strict, without rowid;
create index claims_ties_by_other on claims_ties (other);

create table claims (
    key       text primary key,
    glossed   integer not null,        -- the telling whose words stand for all
    place     integer not null,        -- of the first telling
    tellings  integer not null,
    documents integer not null,
    first_day text,
    last_day  text,
    decided   integer not null         -- whether people decided about it
) strict, without rowid;
create index claims_by_tellings on claims (tellings, place);

-- Where people merged.
create table claims_joins (
    claim     text not null,
    one       text not null,
    other     text not null,
    judgement text not null,
    reason    text not null,
    primary key (claim, one, other, judgement)
) strict, without rowid;

-- For people who ask in SQL: what is claimed, with the words that stand for it, and every place that tells it.
create view claimed as
    select c.key, substr(p.text, t.start + 1, t.stop - t.start) as words, c.tellings, c.documents, c.first_day, c.last_day
    from claims c join tellings t on t.id = c.glossed join pages p on p.document = t.document;
create view told as
    select t.claim, d.day, d.publisher, t.voice, t.stance, substr(p.text, t.start + 1, t.stop - t.start) as words, t.kind,
           d.key as document, t.record
    from tellings t join documents d on d.id = t.document join pages p on p.document = t.document;
