-- People who sign in. Times are milliseconds since 1970-01-01T00:00Z, days are ISO dates, throughout.
create table account_person (
    id ${id},
    login varchar(64) not null unique, -- lower case
    name varchar(100) not null,
    role varchar(20) not null,
    organisation varchar(200),
    password varchar(300) not null,
    active boolean not null,
    must_change boolean not null,
    failed_sign_ins integer not null,
    locked_until_at bigint,
    created_at bigint not null,
    row_version integer not null
);
-- What somebody's telephone shows beside the password.
create table account_second_factor (
    person_id bigint not null primary key references account_person (id),
    secret varchar(64) not null, -- base32
    confirmed boolean not null, -- false until a first code was right
    last_step bigint not null, -- steps of 30 seconds since 1970; a code up to it is never taken again
    set_at bigint not null
);
-- For who has lost the telephone; each works once.
create table account_recovery_code (
    id ${id},
    person_id bigint not null references account_person (id),
    hash varchar(64) not null, -- SHA-256; the codes have 80 bits of chance, so that nobody can try them all
    used_at bigint
);
create index account_recovery_code_person on account_recovery_code (person_id);
