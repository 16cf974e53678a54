-- Rows that would begin files of enterprises without a credit code, and rows with values that are hardly possible; 0 in older lists.
alter table registry_import add column rows_without_code integer not null default 0;
alter table registry_import add column rows_doubted integer not null default 0;
