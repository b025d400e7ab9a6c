create table "policy"."matches" (
  "id" text primary key,
  "granule" text not null,
  "enterprise" text not null,
  "verdict" text not null,
  "amount" numeric,
  "near" bigint,
  "gap" numeric,
  "as_of" date not null,
  "known_at" timestamptz not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("enterprise", "granule")
);
create index on "policy"."matches" ("granule", "verdict", "gap");
create table "policy"."runs" (
  "id" text primary key,
  "kind" text not null,
  "state" text not null,
  "as_of" date not null,
  "started_at" timestamptz not null,
  "finished_at" timestamptz,
  "done" bigint not null,
  "granules" bigint not null,
  "enterprises" bigint not null,
  "changed" bigint not null,
  "counts" jsonb not null,
  "one_by_one" jsonb not null,
  "error" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "policy"."runs" ("kind", "started_at");

-- What changed since enterprises were last judged, noted in the transaction of the change by whomever it is made.
create table policy.watched (record text primary key);
create table policy.touched (record text not null, row_id text not null, before jsonb);
create function policy.note_touched() returns trigger language plpgsql as $$
begin
  insert into policy.touched (record, row_id, before)
  select a.record, a.row_id, a.before from added a where a.record in (select w.record from policy.watched w);
  return null;
end $$;
create trigger policy_touched after insert on audit.changes referencing new table as added
  for each statement execute function policy.note_touched();
