-- Staff who want their reminders by e-mail too.
create table calendar_mail_address (
    person_id bigint not null primary key references account_person (id),
    address varchar(254) not null,
    since_at bigint not null
);

-- Which reminders went to whom. A row is written before anything is sent, so that what happens then never makes a second mail.
create table calendar_mail (
    person_id bigint not null,
    reminder_id bigint not null references calendar_reminder (id),
    state varchar(8) not null, -- SENDING (or nobody knows any more), SENT, REFUSED
    tries integer not null,
    tried_at bigint not null,
    primary key (person_id, reminder_id)
);
