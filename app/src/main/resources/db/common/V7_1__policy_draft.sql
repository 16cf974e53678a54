-- A version of a policy while it is written. What it says stands in its revisions.
create table policy_draft (
    id ${id},
    policy varchar(100) not null, -- cn/high-tech, as its newest revision says; empty while that cannot be read
    title varchar(300) not null, -- likewise
    version varchar(60) not null, -- likewise
    state varchar(12) not null, -- EDITING, SUBMITTED, APPROVED, PUBLISHED, DISCARDED
    revision integer not null, -- the newest
    author_id bigint not null,
    author varchar(100) not null,
    created_at bigint not null,
    updated_at bigint not null,
    row_version integer not null
);
create index policy_draft_policy on policy_draft (policy, id);

-- What a draft said each time it was saved. Only ever added to.
create table policy_revision (
    draft_id bigint not null references policy_draft (id),
    number integer not null, -- from 1
    text text not null,
    sha256 varchar(64) not null,
    note varchar(500) not null,
    person_id bigint not null,
    person varchar(100) not null,
    saved_at bigint not null,
    primary key (draft_id, number)
);

-- What somebody did with a draft. Only ever added to.
create table policy_step (
    id ${id},
    draft_id bigint not null references policy_draft (id),
    revision integer not null,
    kind varchar(12) not null, -- SUBMIT, TAKE_BACK, SEND_BACK, APPROVE, PUBLISH, DISCARD
    words varchar(2000) not null,
    person_id bigint not null,
    person varchar(100) not null,
    taken_at bigint not null
);
create index policy_step_draft on policy_step (draft_id, id);

-- A version that was published here. The files of the installation follow these rows, never the other way.
create table policy_publication (
    id ${id},
    draft_id bigint not null references policy_draft (id),
    policy varchar(100) not null,
    version varchar(60) not null,
    title varchar(300) not null,
    valid_from varchar(10) not null,
    person_id bigint not null,
    person varchar(100) not null,
    published_at bigint not null,
    withdrawn_at bigint,
    withdrawn_by varchar(100),
    withdrawn_words varchar(2000)
);
create index policy_publication_policy on policy_publication (policy, id);

-- The files that a publication brings: the version itself, and the version before it with its end.
create table policy_published_file (
    publication_id bigint not null references policy_publication (id),
    path varchar(200) not null, -- below the folder of policies: cn/high-tech-2027.yaml
    text text not null,
    sha256 varchar(64) not null,
    primary key (publication_id, path)
);
