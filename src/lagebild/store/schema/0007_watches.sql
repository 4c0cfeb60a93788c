-- Saved questions, and the news that were found for each.
create table watches (
    id     integer primary key,
    name   text not null unique,
    words  text not null,
    made   text not null,              -- UTC
    looked text not null,              -- UTC; when news were last looked for
    seen   integer not null            -- the last document (documents.id) that was there then
) strict;

create table news (
    number   integer primary key,
    watch    integer not null references watches (id),
    key      text not null,            -- the same for the same news
    found    text not null,            -- UTC
    unread   integer not null,
    kind     text not null,
    sentence text not null,            -- ours
    claim    text not null,
    gloss    text not null,
    telling  text not null,            -- "document/record@start"
    words    text not null,            -- of the document
    document text not null,            -- its key
    outlet   text,
    day      text,
    unique (watch, key)
) strict;
