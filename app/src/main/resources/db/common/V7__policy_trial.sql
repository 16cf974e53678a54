-- A what-if that somebody wants to find again: everything it asks stands in its address.
create table policy_trial (
    id ${id},
    policy varchar(100) not null, -- cn/high-tech
    name varchar(100) not null,
    query varchar(4000) not null, -- of the address of the page
    person_id bigint not null,
    person varchar(100) not null,
    created_at bigint not null
);
create index policy_trial_policy on policy_trial (policy, id);
