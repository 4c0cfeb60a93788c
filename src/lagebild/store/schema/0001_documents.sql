-- Documents, what was found in them, what people decided, and what failed.

-- One report as read; never changed afterwards. `newer` is the version that took its place.
create table documents (
    id         integer primary key,
    key        text not null unique,
    given      text not null,          -- what its maker called it, or the file's stem
    own_id     integer not null,       -- 1: `given` is the maker's own id, not a file's name
    title      text,
    day        text,                   -- of publication, YYYY-MM-DD
    language   text not null,
    url        text,
    publisher  text,
    author     text,
    origin     text,                   -- the file, address or stream that it was read from
    known_from text not null,          -- JSON: how title, day, author … came to be known
    characters integer not null,
    added      text not null,          -- UTC
    engine     text not null,          -- what read it
    newer      integer references documents (id)
) strict;
create index documents_by_day on documents (day, key);
create index documents_by_given on documents (given) where own_id;
create index documents_by_url on documents (url) where url is not null;
create index documents_by_publisher on documents (publisher, day);

-- The text of a document and all that the engine found in it: zlib of the JSON of docs/json.md without text and words.
create table pages (
    document integer primary key references documents (id),
    text     text not null,
    digest   blob not null,            -- BLAKE2b-128 of the text in UTF-8
    found    blob not null
) strict;

create trigger documents_stay before delete on documents
begin select raise(abort, 'documents are never deleted'); end;
create trigger texts_stay before update of text, digest on pages
begin select raise(abort, 'texts are never changed'); end;
create trigger texts_are_kept before delete on pages
begin select raise(abort, 'texts are never deleted'); end;

-- What people decided; appended, never rewritten.
create table judgements (
    number   integer primary key,
    key      text not null unique,
    verdict  text not null,
    document text,                     -- the document's key; it may be in another base of the team
    kind     text not null,
    record   text not null,
    field    text,
    value    text,                     -- JSON
    before   text,                     -- JSON of the record as it stood
    author   text not null,
    at       text not null             -- UTC
) strict;
create index judgements_by_document on judgements (document);
create trigger judgements_stay before update on judgements
begin select raise(abort, 'judgements are appended, never rewritten'); end;
create trigger judgements_are_kept before delete on judgements
begin select raise(abort, 'judgements are appended, never deleted'); end;

-- Inputs that could not be read, with the reason; struck when they can.
create table failures (
    origin text primary key,
    reason text not null,
    source text not null,              -- what was named on the command line
    options text not null,             -- JSON: how it was to be read
    first  text not null,              -- UTC
    last   text not null,
    times  integer not null
) strict, without rowid;

-- What a server said of an address, to ask it next time only for what is new.
create table validators (
    address  text primary key,
    etag     text,
    modified text,
    at       text not null             -- UTC
) strict, without rowid;
