-- What somebody wants to take in: looked at first, taken in when she says so. Its files lie in uploads/ID until then.
create table library_import (
    id ${id},
    title varchar(300) not null,
    source varchar(10) not null, -- UPLOAD, FOLDER, TEXT
    folder varchar(2000), -- on the server, for FOLDER
    address varchar(2000), -- for TEXT, when she gave one
    visibility varchar(10) not null, -- of pages that will be new
    state varchar(10) not null, -- LOOKING, LOOKED, TAKING, TAKEN, DISCARDED
    run_id bigint, -- the job that looks or takes
    person_id bigint not null,
    created_at bigint not null
);

-- One page of it, as it was found.
create table library_import_item (
    id ${id},
    import_id bigint not null references library_import (id),
    ordinal integer not null, -- from 1, in order of the files
    name varchar(1000) not null,
    address varchar(2000),
    sha256 varchar(64),
    outcome varchar(10) not null, -- NEW, CHANGED, HELD, REPEATED, REFUSED
    title varchar(1000),
    issuer varchar(300),
    published_on varchar(10),
    statements integer not null,
    repairs integer not null,
    warning_codes varchar(300) not null,
    code varchar(40), -- of a refusal
    message varchar(1000),
    advice varchar(1000),
    page_id bigint, -- the page it changes, is held as, or has become
    left_out boolean not null, -- she does not want it
    taken boolean not null,
    unique (import_id, ordinal)
);
create index library_import_item_outcome on library_import_item (import_id, outcome, ordinal);
create index library_page_updated on library_page (updated_at, id);
