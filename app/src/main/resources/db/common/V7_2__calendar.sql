-- What staff were reminded of: one row a day, thing and stage, so that nobody is reminded twice.
create table calendar_reminder (
    id ${id},
    on_day varchar(10) ${sorted} not null, -- what it is about happens then
    kind varchar(10) not null, -- OPENS, CLOSES, BEGINS, ENDS, EXPIRE
    subject varchar(200) not null, -- a version of a policy, or a title
    title varchar(300) not null,
    enterprises integer not null, -- whose title expires
    stage integer not null, -- so many days ahead
    made_at bigint not null,
    unique (on_day, kind, subject, stage)
);

-- Who has put one away.
create table calendar_seen (
    reminder_id bigint not null references calendar_reminder (id),
    person_id bigint not null,
    seen_at bigint not null,
    primary key (reminder_id, person_id)
);
