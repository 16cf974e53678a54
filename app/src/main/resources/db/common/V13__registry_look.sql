-- Who opened the file of an enterprise: a row a person, enterprise and day, by the first time.
create table registry_look (
    enterprise_id bigint not null references registry_enterprise (id),
    person_id bigint not null,
    looked_on varchar(10) not null, -- day, where the platform is used
    person varchar(100) not null,
    role varchar(24) not null,
    looked_at bigint not null,
    primary key (enterprise_id, person_id, looked_on)
);
