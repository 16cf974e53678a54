-- 联系人: whom to call at an enterprise. A row that a list said otherwise stays, so that undoing the list brings it back.
create table registry_contact (
    id ${id},
    enterprise_id bigint not null references registry_enterprise (id),
    name varchar(50) not null,
    name_key varchar(50) ${sorted} not null, -- one width, lower case, no white space
    post varchar(60) not null, -- 职务; empty where nobody said it, as the next three
    phone varchar(30) not null, -- as PhoneNumber writes it
    email varchar(120) not null,
    duty varchar(60) not null, -- 分管领域
    calls_first boolean not null, -- one of those that stand of an enterprise
    origin varchar(8) not null, -- OFFICE, FIRM, LIST: who said it
    import_id bigint, -- the list, where one said it and nobody changed it since
    person_id bigint,
    person varchar(100) not null,
    said_at bigint not null,
    row_version integer not null,
    replaces bigint, -- the row that the list said otherwise
    stands boolean not null
);
create index registry_contact_enterprise on registry_contact (enterprise_id, stands);
create index registry_contact_import on registry_contact (import_id);
