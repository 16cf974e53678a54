-- 创新主体: institutions, teams, talents, platforms, parks, clusters, alliances. What lists, filters and sorting need; made again
-- from registry_party_entry whenever somebody says something.
create table registry_party (
    id ${id},
    kind varchar(12) ${sorted} not null, -- INSTITUTION, TEAM, TALENT, PLATFORM, PARK, CLUSTER, ALLIANCE
    name varchar(300) not null,
    name_key varchar(300) ${sorted} not null, -- one width, lower case, no white space
    code varchar(18), -- 统一社会信用代码, of institutions
    level varchar(60) ${sorted}, -- 国家级, A类 …, as the kind's dictionary has them
    region_code varchar(6) ${sorted},
    begins_on varchar(10) ${sorted},
    ends_on varchar(10) ${sorted}, -- the last day, inclusive; null when it does not end
    values_held integer not null,
    conflicts integer not null, -- values for which sources disagree
    listed boolean not null, -- false once every entry about it was undone, or it was removed
    removed_at bigint, -- null while it stands
    removed_words varchar(500), -- why it was removed
    updated_at bigint not null,
    row_version integer not null
);
create unique index registry_party_code on registry_party (code);
create index registry_party_name on registry_party (kind, name_key);
create index registry_party_listed on registry_party (listed, kind, level);

-- What one source said about one of them at one time. Only ever added to; undoing marks it, and it counts no more.
create table registry_party_entry (
    id ${id},
    party_id bigint not null references registry_party (id),
    import_id bigint,
    row_number integer, -- of the imported list, as Excel counts
    source varchar(24) not null,
    said_on varchar(10) not null, -- the day it speaks of
    said text not null, -- JSON
    note varchar(1000),
    person_id bigint not null,
    person varchar(100) not null,
    entered_at bigint not null,
    undone_at bigint
);
create index registry_party_entry_party on registry_party_entry (party_id, id);
create index registry_party_entry_import on registry_party_entry (import_id);

-- How they stand to each other and to enterprises. A row is never changed but for when it was replaced or taken back.
create table registry_relation (
    id ${id},
    role varchar(16) ${sorted} not null, -- HOSTED_BY, MEMBER_OF, LEADS, WORKS_FOR, LOCATED_IN, ON_CHAIN_LINK
    from_party bigint references registry_party (id), -- either this or the next
    from_enterprise bigint references registry_enterprise (id),
    to_party bigint references registry_party (id),
    to_enterprise bigint references registry_enterprise (id),
    title varchar(60) ${sorted} not null, -- as what: 理事长单位, 上游; empty where there is nothing to say
    begins_on varchar(10) ${sorted}, -- null when nobody said since when
    ends_on varchar(10) ${sorted}, -- the last day, inclusive; null while it lasts
    import_id bigint,
    row_number integer,
    source varchar(24) not null,
    said_on varchar(10) not null,
    person_id bigint not null,
    person varchar(100) not null,
    entered_at bigint not null,
    replaces bigint, -- the row that said it before, with other days
    gone_at bigint, -- when it was replaced or taken back; null while it counts
    gone_person varchar(100)
);
create index registry_relation_from_party on registry_relation (from_party, role);
create index registry_relation_to_party on registry_relation (to_party, role);
create index registry_relation_from_enterprise on registry_relation (from_enterprise, role);
create index registry_relation_to_enterprise on registry_relation (to_enterprise, role);
create index registry_relation_import on registry_relation (import_id);

-- Lists of them get in by the way that lists of enterprises take. Null: a list of enterprises.
alter table registry_import add column party_kind varchar(12);
