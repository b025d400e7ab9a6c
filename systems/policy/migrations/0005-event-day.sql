alter table "policy"."claims" add column "event_on" date;
