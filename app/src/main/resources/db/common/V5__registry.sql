-- What lists, filters and sorting of enterprises need. Made again from registry_entry whenever somebody says something.
create table registry_enterprise (
    id ${id},
    code varchar(18), -- 统一社会信用代码; null while no source has given one
    name varchar(300) not null,
    name_key varchar(300) ${sorted} not null, -- one width, lower case, no white space
    region_code varchar(6) ${sorted},
    park varchar(200) ${sorted},
    industry_code varchar(6) ${sorted},
    size_class varchar(10) ${sorted},
    founded_on varchar(10) ${sorted},
    revenue double precision, -- 元, of figures_year
    rd_costs double precision, -- 元
    staff integer,
    figures_year integer, -- the newest year for which any of the three is held
    values_held integer not null,
    conflicts integer not null, -- values for which sources disagree
    listed boolean not null, -- false once every entry about it was undone
    updated_at bigint not null,
    row_version integer not null
);
create unique index registry_enterprise_code on registry_enterprise (code);
create index registry_enterprise_name on registry_enterprise (name_key);
create index registry_enterprise_revenue on registry_enterprise (listed, revenue);
create index registry_enterprise_region on registry_enterprise (region_code, revenue);

-- Titles that count, for filters and for what expires. Made again like the above.
create table registry_title (
    enterprise_id bigint not null references registry_enterprise (id),
    title varchar(60) ${sorted} not null,
    valid_from varchar(10) ${sorted} not null,
    valid_to varchar(10) ${sorted} -- last day, inclusive; null when it does not expire
);
create index registry_title_enterprise on registry_title (enterprise_id);
create index registry_title_title on registry_title (title, valid_to);

-- What one source said about one enterprise at one time. Only ever added to; undoing marks it, and it counts no more.
create table registry_entry (
    id ${id},
    enterprise_id bigint not null references registry_enterprise (id),
    import_id bigint,
    row_number integer, -- of the imported list, as Excel counts
    source varchar(24) not null, -- who supplied it: TAX, STATISTICS, FIRM …
    said_on varchar(10) not null, -- the day it speaks of
    said text not null, -- JSON
    note varchar(1000),
    person_id bigint not null,
    person varchar(100) not null,
    entered_at bigint not null,
    undone_at bigint
);
create index registry_entry_enterprise on registry_entry (enterprise_id, id);
create index registry_entry_import on registry_entry (import_id);

-- A list of enterprises that somebody wants to take in: looked at first, taken in when she says so. Its file lies in enterprise-lists/ID.
create table registry_import (
    id ${id},
    title varchar(300) not null, -- the file's name
    sheet varchar(100) not null, -- empty for the first visible one
    source varchar(24) not null,
    said_on varchar(10) not null,
    mapping text not null, -- what she said about columns
    columns text not null, -- JSON: headers and what they were taken for
    state varchar(10) not null, -- LOOKING, LOOKED, TAKING, TAKEN, UNDONE, DISCARDED
    rows_new integer not null,
    rows_changed integer not null,
    rows_unchanged integer not null,
    rows_conflict integer not null,
    rows_refused integer not null,
    cell_problems integer not null,
    refusal varchar(1000), -- JSON: why the file as a whole cannot be read
    run_id bigint,
    person_id bigint not null,
    created_at bigint not null,
    taken_at bigint
);

-- Rows of it that somebody may want to look at.
create table registry_import_row (
    import_id bigint not null references registry_import (id),
    row_number integer not null, -- as Excel counts
    outcome varchar(10) not null, -- NEW, CHANGED, UNCHANGED, CONFLICT, REFUSED
    name varchar(300),
    code varchar(18),
    enterprise_id bigint,
    values_said integer not null,
    differences text, -- JSON
    problems text, -- JSON
    primary key (import_id, row_number)
);
create index registry_import_row_outcome on registry_import_row (import_id, outcome, row_number);

-- Who may act for an enterprise.
create table registry_member (
    enterprise_id bigint not null references registry_enterprise (id),
    person_id bigint not null,
    since_at bigint not null,
    until_at bigint,
    primary key (enterprise_id, person_id)
);
create index registry_member_person on registry_member (person_id);
