-- A list of enterprises as somebody wants to see it again: what is filtered, sorted and shown.
create table registry_view (
    id ${id},
    person_id bigint not null,
    name varchar(60) not null,
    query varchar(2000) not null, -- as it stands in the address
    created_at bigint not null,
    unique (person_id, name)
);
