alter table "flow"."diagrams" add column "editors" jsonb;
alter table "flow"."diagrams" add column "forms" jsonb;
