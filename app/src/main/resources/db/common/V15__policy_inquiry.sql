-- What was asked of an enterprise: a row a thing, day and who asked. Only when it was answered or taken back is noted later.
create table policy_inquiry (
    id ${id},
    enterprise_id bigint not null references registry_enterprise (id),
    origin varchar(8) not null, -- OFFICE: somebody of an office asked; PAGE: the page of questions did, once it was opened
    field varchar(200) not null, -- fact.研发费用.2025, title.高新技术企业
    what varchar(200) not null, -- in the words in which it was asked
    policy varchar(100), -- cn/high-tech, where it was asked for the sake of one
    asked_on varchar(10) ${sorted} not null, -- day, where the platform is used
    asked_at bigint not null,
    person_id bigint, -- null for the page
    person varchar(100) not null,
    due_on varchar(10) ${sorted},
    note varchar(500) not null,
    answered_at bigint, -- as the file of the enterprise says; null while it does not, again null when the answer was undone
    withdrawn_at bigint not null default 0, -- 0 unless it was taken back; then the same can be asked again on the same day
    withdrawn_by varchar(100),
    unique (enterprise_id, field, origin, asked_on, withdrawn_at)
);
create index policy_inquiry_due on policy_inquiry (origin, due_on, id);
