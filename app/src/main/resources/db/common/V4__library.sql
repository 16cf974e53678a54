-- Bytes of a page as they came, stored as a file named by its hash in the snapshot folder.
create table library_snapshot (
    sha256 varchar(64) not null primary key,
    size bigint not null,
    stored_at bigint not null
);

-- A page: an address (or a file's name when it has none) whose content may change from one import to the next.
create table library_page (
    id ${id},
    address varchar(2000),
    page_key varchar(64) not null unique, -- hash of the address, or of the file's name when there is none
    name varchar(500) not null,
    visibility varchar(10) not null, -- PUBLIC or INTERNAL
    latest_version_id bigint,
    same_as varchar(64), -- key of the group of pages that say nearly the same
    change_number bigint not null default 0, -- which change of the base was the last of this page
    arrived_change bigint not null default 0, -- which change brought its newest version; 0 until it is numbered
    opened_change bigint not null default 0, -- since which change everybody may see it, or it came; 0 until it is numbered
    created_at bigint not null,
    updated_at bigint not null,
    row_version integer not null
);
create index library_page_same_as on library_page (same_as);
create index library_page_change on library_page (change_number);

-- What is kept of the text of each page to find others that say the same: of the newest version.
create table library_fingerprint (
    page_id bigint not null primary key references library_page (id),
    line varchar(400) not null -- as the text engine writes it
);

-- Hashes of parts of it; pages that say the same share at least one.
create table library_band (
    band bigint not null,
    page_id bigint not null references library_page (id),
    primary key (band, page_id)
);
create index library_band_page on library_band (page_id);

-- One row: how many changes there were. Counted in the transaction that changes, which keeps the row until it is safe: whoever has
-- made something of all changes up to a number has missed none.
create table library_change (
    id integer not null primary key, -- 1
    base varchar(36) not null, -- tells this base from every other
    last_change bigint not null
);

-- What the reader made of one snapshot of a page. Never changed but for being read again by a newer reader.
create table library_version (
    id ${id},
    page_id bigint not null references library_page (id),
    number integer not null, -- from 1 within the page
    sha256 varchar(64) not null references library_snapshot (sha256),
    imported_at bigint not null,
    person_id bigint not null,
    run_id bigint,
    reader varchar(40) not null, -- version of the reader
    charset varchar(40),
    script varchar(10) not null,
    title varchar(1000),
    issuer varchar(300),
    issuer_inferred boolean not null,
    document_number varchar(200),
    published_on varchar(10),
    written_on varchar(10),
    event_on varchar(10),
    kind varchar(20) not null,
    region varchar(200),
    region_code varchar(6),
    site varchar(300),
    warning_codes varchar(300) not null, -- codes joined by blanks, for filters
    text text not null, -- clean text, one paragraph a line
    reading text not null, -- everything else that was read, as JSON
    unique (page_id, number)
);
create index library_version_sha256 on library_version (sha256);
create index library_version_published on library_version (published_on);

-- Statements of the latest version of each page; the columns hold what counts now: the officer's reading where she corrected it.
create table library_statement (
    id ${id},
    page_id bigint not null references library_page (id),
    version_id bigint not null references library_version (id),
    ordinal integer not null, -- from 1 on the page
    start_cp integer not null, -- place in the decoded file, code points
    end_cp integer not null,
    text_start integer not null, -- place in library_version.text, UTF-16; -1 when it stands outside the kept text
    text_end integer not null,
    quote text not null,
    kind varchar(10) not null,
    region varchar(200) ${sorted},
    region_code varchar(6) ${sorted},
    region_from varchar(12),
    indicator varchar(300) ${sorted} not null,
    value varchar(60), -- exact decimal
    value_number double precision, -- the same, for order and charts
    value_max varchar(60),
    unit varchar(40),
    ratio varchar(60),
    approx varchar(12),
    period varchar(30) ${sorted},
    period_from varchar(10) ${sorted},
    period_to varchar(10) ${sorted},
    growth_pct varchar(40),
    growth_basis varchar(30),
    rank_value integer,
    rank_scope varchar(100),
    rank_bound varchar(4),
    share_pct varchar(40),
    share_of varchar(300),
    from_value varchar(60),
    deltas text, -- JSON
    status varchar(10) not null,
    said_by varchar(300),
    checks text, -- JSON
    verdict varchar(12) not null, -- worst of the checks: NONE, AGREES, ROUNDED, TRUNCATED, CONTRADICTS
    review varchar(12) not null, -- NONE, CONFIRMED, CORRECTED, REJECTED
    machine text, -- JSON of the machine's reading, where a person's stands in the columns
    arrived_change bigint not null default 0, -- which change brought it; 0 until it is numbered
    by_machine boolean not null -- false where only a person reads it: the machine did once and no longer does
);
create index library_statement_page on library_statement (page_id, ordinal);
create index library_statement_figure on library_statement (indicator, region_code, period, unit, status, value_number, page_id, review);
create index library_statement_value on library_statement (value_number);
create index library_statement_region on library_statement (region_code, indicator);
create index library_statement_period on library_statement (period_from);
create index library_statement_review on library_statement (review, id);
create index library_statement_verdict on library_statement (verdict, id);

-- What a person said of a statement: tied to the words, so that it survives another reading. Only ever added to.
create table library_review (
    id ${id},
    page_id bigint not null references library_page (id),
    quote text not null, -- the words it speaks of, as in the file
    words text not null, -- the same in the clean text without white space: by them it is found again
    occurrence integer not null, -- which of several places with these words on the page, from 1
    places integer not null, -- how many there were
    words_before varchar(60) not null, -- what stood before them: tells places apart when some have come or gone
    machine text not null, -- JSON: what the machine had read
    verdict varchar(12) not null, -- CONFIRMED, CORRECTED, REJECTED, WITHDRAWN
    fields text, -- JSON: what she reads instead, when corrected
    note varchar(1000),
    statement_id bigint not null, -- the statement it was said of; goes with the statement, not with the words
    person_id bigint not null,
    person varchar(100) not null,
    reviewed_at bigint not null,
    replaced_by bigint, -- a later review of the same statement
    lost_at bigint -- when its words were no longer found in the page
);
create index library_review_page on library_review (page_id, replaced_by);
create index library_review_statement on library_review (statement_id);
create index library_review_lost on library_review (lost_at);
