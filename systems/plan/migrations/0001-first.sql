create table "plan"."reports" (
  "id" text primary key,
  "title" text not null,
  "year" text not null,
  "publisher" text not null,
  "issued_on" date,
  "index_number" text,
  "text" text not null,
  "sha256" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("sha256")
);
create table "plan"."granules" (
  "id" text primary key,
  "code" text not null,
  "list" text not null,
  "year" text not null,
  "text" text not null,
  "section" text,
  "report" text,
  "span_start" bigint,
  "span_end" bigint,
  "verb" text,
  "object" text,
  "measure" text not null,
  "comparator" text,
  "target" numeric,
  "target_unit" text,
  "indicator" text,
  "lead_office" text not null,
  "support_offices" jsonb not null,
  "leader" text not null,
  "starts_on" date not null,
  "due_on" date not null,
  "path" jsonb,
  "status" text not null,
  "closed_on" date,
  "closed_month" text,
  "override_light" text,
  "override_reason" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "plan"."granules" ("year", "list");
create index on "plan"."granules" ("lead_office");
create index on "plan"."granules" ("list", "status", "closed_month");
create table "plan"."nodes" (
  "id" text primary key,
  "granule" text not null,
  "position" bigint not null,
  "name" text not null,
  "planned_on" date not null,
  "weight" numeric not null,
  "done_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("granule", "position")
);
create table "plan"."progress" (
  "id" text primary key,
  "granule" text not null,
  "month" text not null,
  "planned_percent" numeric not null,
  "actual_percent" numeric not null,
  "value" numeric,
  "words" text not null,
  "evidence_note" text,
  "reported_by" text not null,
  "reported_on" date not null,
  "verified" text not null,
  "verified_by" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("granule", "month")
);
create table "plan"."letters" (
  "id" text primary key,
  "number" text not null,
  "granule" text not null,
  "colour" text not null,
  "reason" text not null,
  "issued_on" date not null,
  "issued_by" text not null,
  "answer_due_on" date not null,
  "answer" text,
  "answered_on" date,
  "answered_by" text,
  "state" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "plan"."letters" ("granule");
create table "plan"."evidence" (
  "id" text primary key,
  "granule" text not null,
  "name" text not null,
  "note" text,
  "sha256" text not null,
  "size" bigint not null,
  "content_type" text not null,
  "body" jsonb not null,
  "added_on" date not null,
  "added_by" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "plan"."evidence" ("granule");
create table "plan"."changes" (
  "id" text primary key,
  "granule" text not null,
  "kind" text not null,
  "field" text not null,
  "before" text,
  "after" text,
  "reason" text,
  "approved_by" text,
  "changed_by" text not null,
  "changed_on" date not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "plan"."changes" ("granule", "changed_on");
