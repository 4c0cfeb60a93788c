-- Full text: the words of title and text, folded, page furniture left out; and all words of the base, to find those
-- that contain what is asked for, or are inflected forms of it.
create virtual table texts using fts5 (
    title, body, joined,               -- joined: hyphenated words in one, "Atom-Programm" as "atomprogramm"
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

create table vocabulary (
    id   integer primary key,
    word text not null unique,         -- folded
    stem text not null
) strict;
create index vocabulary_by_stem on vocabulary (stem);
create virtual table word_parts using fts5 (
    word, content = 'vocabulary', content_rowid = 'id', tokenize = 'trigram', detail = 'none', columnsize = 0
);

-- Names of speakers, entities and publishers, to be found by any part of them.
create table names (
    id     integer primary key,
    name   text not null unique,
    folded text not null
) strict;
create virtual table name_parts using fts5 (
    folded, content = 'names', content_rowid = 'id', tokenize = 'trigram', detail = 'none', columnsize = 0
);
