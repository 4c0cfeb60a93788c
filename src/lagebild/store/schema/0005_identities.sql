-- Who is one across documents: made from the findings after judgement and from people's decisions, and can be made again.

-- One entity of one document. `company` is who it is for those who appear with it, `block` what all share who could be the
-- same; `identity` is the entity across documents, null until it has been compared.
create table sightings (
    document   integer not null references documents (id),
    entity     text not null,
    block      text not null,
    company    text not null,
    gender     text,
    statements integer not null,
    identity   text,
    primary key (document, entity)
) strict, without rowid;
create index sightings_by_block on sightings (block);
create index sightings_by_identity on sightings (identity);

-- Blocks that have to be compared again.
create table stale_blocks (block text primary key) strict, without rowid;

create table identities (
    key        text primary key,
    block      text not null,
    kind       text not null,
    name       text not null,
    plain      text not null,          -- the name in small letters without accents, for looking it up
    known      text,
    renamed    text,                   -- what somebody calls it
    code       text,
    office     text,
    documents  integer not null,
    statements integer not null,
    mentions   integer not null,
    first_day  text,
    last_day   text,
    decided    integer not null        -- whether people decided about it
) strict, without rowid;
create index identities_by_block on identities (block);
create index identities_by_documents on identities (documents);

-- How it came together from several names.
create table identity_joins (
    identity text not null,
    block    text not null,
    number   integer not null,
    one      text not null,
    other    text not null,
    score    real not null,
    reason   text not null,
    primary key (identity, number)
) strict, without rowid;
create index identity_joins_by_block on identity_joins (block);

-- Who may be one besides.
create table identity_suggestions (
    one    text not null,
    other  text not null,
    block  text not null,
    score  real not null,
    reason text not null,
    primary key (one, other)
) strict, without rowid;
create index identity_suggestions_by_block on identity_suggestions (block);

-- For people who ask in SQL: who said or did what, under one name for each person, state and organisation.
create view people as
    select i.name, i.kind, i.code, i.office, i.documents, i.statements, i.first_day, i.last_day, i.key
    from identities i;
