-- The park that an enterprise's file names; park is that or, where the file names none, the park it is located in by a relation.
alter table registry_enterprise add column park_said varchar(200);
update registry_enterprise set park_said = park;

-- Other names that it bore, as name_key, by which it is found as well; a line each, null where there are none.
alter table registry_enterprise add column former_keys varchar(1000);

-- By which rules registry_enterprise and registry_title were made; no row, or another than the program's, and they are made again.
create table registry_shown (
    stamp varchar(60) not null
);
