-- How many enterprises of the whole region shall hold a title at the end of a year.
create table ladder_target (
    title varchar(100) not null,
    year integer not null,
    target integer not null,
    person varchar(100) not null,
    entered_at bigint not null,
    primary key (title, year)
);
