-- Long work: what was asked for, how far it is, what it said. A run that a crash interrupted is taken up again.
create table job_run (
    id ${id},
    kind varchar(40) not null,
    title varchar(300) not null,
    payload text not null,
    state varchar(12) not null,
    done_steps bigint not null,
    total_steps bigint not null,
    message varchar(500),
    person_id bigint not null,
    created_at bigint not null,
    started_at bigint,
    ended_at bigint,
    cancel_requested boolean not null
);
create index job_run_state on job_run (state, id);
create table job_line (
    id ${id},
    run_id bigint not null references job_run (id),
    written_at bigint not null,
    serious boolean not null,
    text varchar(2000) not null
);
create index job_line_run on job_line (run_id, id);
