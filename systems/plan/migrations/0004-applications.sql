create table "plan"."applications" (
  "id" text primary key,
  "granule" text not null,
  "due_on" date,
  "target" numeric,
  "lead_office" text,
  "reason" text not null,
  "applied_by" text not null,
  "applied_on" date not null,
  "state" text not null,
  "decided_by" text,
  "decided_on" date,
  "remark" text,
  "document" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "plan"."applications" ("granule");
