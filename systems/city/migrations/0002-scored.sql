create index on "city"."reports" ("dispatched_at");
create index on "city"."reports" ("closed_at");
create index on "city"."reports" ("state", "due_at");
