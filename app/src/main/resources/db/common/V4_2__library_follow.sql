-- A search that somebody follows.
create table library_follow (
    id ${id},
    person_id bigint not null,
    name varchar(100) not null,
    query varchar(4000) not null, -- as it stands in the address of a search, without order and page
    seen_change bigint not null, -- up to which change of the base she has seen what it finds
    seen_at bigint not null,
    created_at bigint not null
);
create index library_follow_person on library_follow (person_id, id);
