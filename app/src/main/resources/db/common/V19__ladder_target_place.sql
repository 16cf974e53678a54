-- Targets by place as well: of the whole region, or of a place below it. Those there were are of the whole region.
create table ladder_target_of_place (
    title varchar(100) not null,
    year integer not null,
    place varchar(6) not null, -- code of GB/T 2260 or of regions/places.tsv; empty for the whole region
    target integer not null,
    person varchar(100) not null,
    entered_at bigint not null,
    primary key (title, year, place)
);
insert into ladder_target_of_place (title, year, place, target, person, entered_at)
select title, year, '', target, person, entered_at from ladder_target;
drop table ladder_target;
alter table ladder_target_of_place rename to ladder_target;
