-- What a policy said of an enterprise: a row when it is first seen and whenever the verdict or the version changes. Never altered.
create table policy_decision (
    id ${id},
    enterprise_id bigint not null references registry_enterprise (id),
    policy varchar(100) not null, -- cn/high-tech
    version varchar(100) not null,
    decided_for varchar(10) not null, -- the day it was decided for; what changed may have changed earlier
    verdict varchar(20) not null, -- MET, NOT_MET, UNKNOWN, MANUAL, NOT_APPLICABLE
    engine varchar(100) not null, -- version of the engine that decided
    used varchar(64) not null, -- SHA-256 of the facts that were looked at, with their sources
    noted_at bigint not null
);
create index policy_decision_enterprise on policy_decision (enterprise_id, id);

-- Up to which change somebody of an enterprise has said that she knows.
create table policy_decision_seen (
    enterprise_id bigint not null references registry_enterprise (id),
    person_id bigint not null,
    decision_id bigint not null,
    seen_at bigint not null,
    primary key (enterprise_id, person_id)
);
