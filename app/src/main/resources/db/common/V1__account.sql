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
