-- Which documents are one report (docs/copies.md): made from documents and findings, and can be made again.

-- Outlets by name in small letters; '' stands for all documents of which nobody knows the outlet.
create table copies_outlets (
    id   integer primary key,
    name text not null unique
) strict;

-- One row for each document. Documents with the same `origin` (a document of the group) are one report.
create table copies_reports (
    document  integer primary key references documents (id),
    outlet    integer not null references copies_outlets (id),
    furniture text not null,           -- JSON: the spans that are not the report
    samples   integer not null,        -- how many samples of it count
    origin    integer not null references documents (id)
) strict;
create index copies_by_origin on copies_reports (origin);

-- By what a document is found without reading all others: the bands of its sketch, and a sample of its shingles.
create table copies_bands (
    band     integer not null,
    document integer not null references documents (id),
    primary key (band, document)
) strict, without rowid;
create table copies_samples (
    sample   integer not null,
    outlet   integer not null references copies_outlets (id),
    document integer not null references documents (id),
    primary key (sample, outlet, document)
) strict, without rowid;

-- Samples that stand in many documents of the outlet: footers, disclaimers, advertisements for subscriptions.
create table copies_common (
    sample integer not null,
    outlet integer not null references copies_outlets (id),
    primary key (sample, outlet)
) strict, without rowid;

-- How sketches are made; where the program makes them otherwise, all of the above is made anew.
create table copies_sketching (fingerprint text not null) strict;

-- `short` stands almost whole in `long`, which has much beside.
create table excerpts (
    short integer not null references documents (id),
    long  integer not null references documents (id),
    primary key (short, long)
) strict, without rowid;
create index excerpts_by_long on excerpts (long);

-- Agencies to which a document gives credit; no place where it is the author's or the publisher's name.
create table credits (
    document integer not null references documents (id),
    agency   text not null,
    form     text not null,            -- the rule of credits.toml, or 'author', 'publisher'
    start    integer,
    stop     integer,
    primary key (document, agency, form)
) strict, without rowid;
create index credits_by_agency on credits (agency);

-- Media that a document has something from: edges, which merge nothing.
create table citations (
    document     integer not null references documents (id),
    medium       text not null,
    attributions text not null,        -- JSON: the keys of what the medium says there
    primary key (document, medium)
) strict, without rowid;
create index citations_by_medium on citations (medium);
