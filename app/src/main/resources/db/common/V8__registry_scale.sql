-- Of what the rows of a list speak, in order, one line each; kept once, so that a million rows need not name their facts.
create table registry_shape (
    id bigint primary key, -- the beginning of the text's SHA-256
    shape text not null
);

-- Null where said is JSON; else said gives what stands in the places of the shape.
alter table registry_entry add column shape_id bigint;

-- Lists are filtered and sorted in memory; these only made taking in slower.
drop index registry_enterprise_revenue;
drop index registry_enterprise_region;
