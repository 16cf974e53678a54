-- Of how many titles the enterprise alone says that it holds them, and an office has not looked at that yet. Made again like the rest of the row.
alter table registry_enterprise add column claims integer default 0 not null;
