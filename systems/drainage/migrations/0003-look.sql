alter table "drainage"."runs" add column "sensed" jsonb;
-- What a screen plays of the hours to come, beside the state that they follow from.
alter table drainage.states add column field json;
