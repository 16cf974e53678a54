-- Who did what. Append-only: triggers refuse every other change, and each record carries the hash of the one before it.
create table audit_record (
    seq bigint not null primary key,
    happened_at bigint not null,
    person_id bigint,
    person varchar(100) not null,
    role varchar(20) not null,
    action varchar(60) not null,
    subject_kind varchar(40) not null,
    subject varchar(120) not null,
    before_change text,
    after_change text,
    previous_hash varchar(64) not null,
    hash varchar(64) not null
);
create index audit_record_subject on audit_record (subject_kind, subject);
create index audit_record_time on audit_record (happened_at);
