-- The findings as rows, after people's judgements: made from `pages.found` and `judgements`, and can be made again.
-- Spans are code points of the text, `start` included, `stop` not. Columns in JSON hold lists of [start, stop].
-- Columns named for words hold exactly what the text has there (several places joined by " … ").

create table attributions (
    document    integer not null references documents (id),
    key         text not null,
    start       integer not null,      -- from the first word of the content
    stop        integer not null,      -- … to its last
    speaker     text,
    entity      text,
    act         text not null,
    form        text not null,
    words       text not null,
    source      text,
    cue         text not null,
    addressee   text,
    content     text not null,         -- JSON
    cue_spans   text not null,         -- JSON
    source_span text,                  -- JSON
    within      text,
    reason      text not null,         -- how the speaker was found
    rule        text not null,
    confidence  real not null,
    standing    text not null,
    primary key (document, key)
) strict, without rowid;
create index attributions_by_speaker on attributions (speaker);

create table events (
    document         integer not null references documents (id),
    key              text not null,
    start            integer not null,
    stop             integer not null,
    type             text not null,
    mode             text,
    context          text,
    actor            text,
    actor_entity     text,
    actor_words      text,
    recipient        text,
    recipient_entity text,
    recipient_words  text,
    words            text not null,    -- the trigger
    status           text not null,
    place            text,             -- words
    country          text,             -- where it happened, as far as the place tells
    time             text,             -- words
    first_day        text,
    last_day         text,
    chain            text not null,    -- JSON: who vouches, the nearest first
    attribution      text,
    lexeme           text not null,
    rule             text not null,
    confidence       real not null,
    standing         text not null,
    primary key (document, key)
) strict, without rowid;
create index events_by_type on events (type);
create index events_by_actor on events (actor);
create index events_by_recipient on events (recipient);

create table exchanges (
    document   integer not null references documents (id),
    key        text not null,
    start      integer not null,
    stop       integer not null,
    words      text not null,          -- the words that tie the gifts
    status     text not null,
    chain      text not null,          -- JSON
    attribution text,
    rule       text not null,
    confidence real not null,
    standing   text not null,
    primary key (document, key)
) strict, without rowid;

create table sides (
    document integer not null references documents (id),
    exchange text not null,
    number   integer not null,
    party    text,
    entity   text,
    gives    text not null,            -- words
    events   text not null,            -- JSON: keys
    primary key (document, exchange, number)
) strict, without rowid;

create table breaches (
    document    integer not null references documents (id),
    key         text not null,
    start       integer not null,
    stop        integer not null,
    who         text,
    entity      text,
    words       text not null,         -- the trigger
    act         text,                  -- words
    violates    text not null,         -- words
    status      text not null,
    chain       text not null,
    attribution text,
    rule        text not null,
    confidence  real not null,
    standing    text not null,
    primary key (document, key)
) strict, without rowid;

create table threats (
    document    integer not null references documents (id),
    key         text not null,
    start       integer not null,
    stop        integer not null,
    source      text,
    entity      text,
    words       text not null,
    means       text,
    condition   text,
    status      text not null,
    chain       text not null,
    attribution text,
    rule        text not null,
    confidence  real not null,
    standing    text not null,
    primary key (document, key)
) strict, without rowid;

create table threatened (
    document integer not null references documents (id),
    threat   text not null,
    number   integer not null,
    party    text not null,
    entity   text,
    primary key (document, threat, number)
) strict, without rowid;

create table deployments (
    document    integer not null references documents (id),
    key         text not null,
    start       integer not null,
    stop        integer not null,
    whose       text,
    entity      text,
    words       text not null,
    forces      text not null,
    low         real,
    high        real,
    approximation text,
    part_of     text,
    place       text,                  -- words
    since       text,                  -- words
    purpose     text,
    status      text not null,
    chain       text not null,
    attribution text,
    rule        text not null,
    confidence  real not null,
    standing    text not null,
    primary key (document, key)
) strict, without rowid;

create table quantities (
    document      integer not null references documents (id),
    number        integer not null,      -- its place among its kind
    start         integer not null,
    stop          integer not null,
    words         text not null,
    low           real,
    high          real,
    approximation text,
    unit          text,
    counted       text,                -- words
    part_of       integer,             -- start of the quantity that this is a part of
    attribution   text,                -- the innermost statement that holds it
    rule          text not null,
    confidence    real not null,
    standing      text not null,
    primary key (document, number)
) strict, without rowid;

create table timexes (
    document   integer not null references documents (id),
    number     integer not null,
    start      integer not null,
    stop       integer not null,
    words      text not null,
    type       text not null,
    value      text,
    precision  text not null,
    first_day  text,
    last_day   text,
    rule       text not null,
    confidence real not null,
    standing   text not null,
    primary key (document, number)
) strict, without rowid;

create table places (
    document     integer not null references documents (id),
    number     integer not null,
    start        integer not null,
    stop         integer not null,
    words        text not null,
    name         text not null,
    kind         text not null,
    country      text,
    latitude     real,
    longitude    real,
    precision_km real,
    rule         text not null,
    confidence   real not null,
    standing     text not null,
    primary key (document, number)
) strict, without rowid;
create index places_by_country on places (country);

-- Who and what one document speaks of; `mentions` counts the places where it does.
create table entities (
    document integer not null references documents (id),
    key      text not null,
    kind     text not null,
    name     text not null,
    known    text,
    code     text,
    office   text,
    mentions integer not null,
    standing text not null,
    primary key (document, key)
) strict, without rowid;
create index entities_by_code on entities (code) where code is not null;

create index entities_by_name on entities (name);
create index entities_by_known on entities (known) where known is not null;

create table mentions (
    document integer not null references documents (id),
    start    integer not null,
    stop     integer not null,
    entity   text not null,
    form     text not null,
    primary key (document, start, stop, entity)
) strict, without rowid;

-- For people who ask in SQL: each statement with its document, current versions only.
create view statements as
    select d.day, d.publisher, d.title, a.speaker, a.act, a.form, a.words, a.cue, a.source, a.addressee, a.confidence,
           a.rule, a.standing, a.key, d.key as document, a.start, a.stop
    from attributions a join documents d on d.id = a.document
    where d.newer is null;

create view happenings as
    select d.day, d.publisher, d.title, e.type, e.actor, e.recipient, e.words, e.status, e.place, e.country, e.first_day,
           e.last_day, e.chain, e.confidence, e.rule, e.standing, e.key, d.key as document, e.start, e.stop
    from events e join documents d on d.id = e.document
    where d.newer is null;

create view figures as
    select d.day, d.publisher, d.title, q.low, q.high, q.approximation, q.unit, q.counted, q.words, a.speaker,
           q.confidence, q.rule, q.standing, d.key as document, q.start, q.stop
    from quantities q join documents d on d.id = q.document
    left join attributions a on a.document = q.document and a.key = q.attribution
    where d.newer is null;

create view deals as
    select d.day, d.publisher, d.title, s.party, s.gives, x.words as tie, x.status, x.chain, x.confidence, x.rule,
           x.standing, x.key, s.number as side, d.key as document, x.start, x.stop
    from exchanges x join documents d on d.id = x.document
    join sides s on s.document = x.document and s.exchange = x.key
    where d.newer is null;
