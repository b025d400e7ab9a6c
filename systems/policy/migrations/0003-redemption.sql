create table "policy"."accounts" (
  "id" text primary key,
  "enterprise" text not null,
  "bank" text not null,
  "account" text not null,
  "payer" text not null,
  "confirmed_on" date not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "account_blind" text not null,
  unique ("enterprise")
);
create index on "policy"."accounts" ("account_blind");
create index on "policy"."accounts" ("bank" collate "zh-x-icu", "id");
create table "policy"."notices" (
  "id" text primary key,
  "title" text not null,
  "office" text not null,
  "from" date not null,
  "to" date not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "policy"."notices" ("title" collate "zh-x-icu", "id");
create table "policy"."claims" (
  "id" text primary key,
  "number" text not null,
  "enterprise" text not null,
  "credit_code" text not null,
  "granule" text not null,
  "granule_code" text not null,
  "office" text not null,
  "stack" text,
  "year" text not null,
  "key" text not null,
  "subject" text,
  "origin" text not null,
  "state" text not null,
  "due_on" date,
  "amount" numeric,
  "given" jsonb not null,
  "assessed" jsonb,
  "decided_amount" numeric,
  "decided_reason" text,
  "pot" text,
  "reason" text,
  "asked" text,
  "notice" text,
  "submitted_on" date,
  "reviewed_on" date,
  "reviewed_by" text,
  "approved_on" date,
  "approved_by" text,
  "ordered_on" date,
  "paid_on" date,
  "paid_month" text,
  "days" bigint,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "policy"."claims" ("enterprise", "granule_code", "key");
create index on "policy"."claims" ("credit_code");
create index on "policy"."claims" ("state", "due_on");
create index on "policy"."claims" ("pot", "state");
create index on "policy"."claims" ("paid_month");
create index on "policy"."claims" ("number" collate "zh-x-icu", "id");
create index on "policy"."claims" ("granule");
create index on "policy"."claims" (array_position(array['applied', 'proposed']::text[], "origin"), "id");
create index on "policy"."claims" (array_position(array['proposed', 'draft', 'submitted', 'asked', 'reviewed', 'approved', 'notice', 'cleared', 'ordered', 'bounced', 'paid', 'recovering', 'recovered', 'withdrawn', 'rejected', 'lapsed']::text[], "state"), "id");
create index on "policy"."claims" ("notice");
create index on "policy"."claims" using gin (gaoxin.bigrams(coalesce("number", '') || E'\x01' || coalesce("credit_code", '') || E'\x01' || coalesce("granule_code", '') || E'\x01' || coalesce("stack", '') || E'\x01' || coalesce("year", '') || E'\x01' || coalesce("key", '') || E'\x01' || coalesce("subject", '') || E'\x01' || coalesce("decided_reason", '') || E'\x01' || coalesce("reason", '') || E'\x01' || coalesce("asked", '') || E'\x01' || coalesce("reviewed_by", '') || E'\x01' || coalesce("approved_by", '') || E'\x01' || coalesce("paid_month", '')));
create table "policy"."objections" (
  "id" text primary key,
  "claim" text not null,
  "by" text not null,
  "reason" text not null,
  "filed_on" date not null,
  "state" text not null,
  "answer" text,
  "answered_by" text,
  "answered_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "policy"."objections" ("claim", "state");
create table "policy"."batches" (
  "id" text primary key,
  "number" text not null,
  "state" text not null,
  "lines" bigint not null,
  "total" numeric not null,
  "hash" text not null,
  "ordered_by" text not null,
  "ordered_on" date not null,
  "sent_on" date,
  "closed_on" date,
  "closed_by" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "policy"."batches" ("state");
create index on "policy"."batches" ("number" collate "zh-x-icu", "id");
create table "policy"."payments" (
  "id" text primary key,
  "batch" text not null,
  "claim" text not null,
  "credit_code" text not null,
  "reference" text not null,
  "holder" text not null,
  "bank" text not null,
  "account" text not null,
  "amount" numeric not null,
  "purpose" text not null,
  "state" text not null,
  "answered_on" date,
  "bank_reason" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "account_blind" text not null,
  unique ("reference")
);
create index on "policy"."payments" ("batch");
create index on "policy"."payments" ("claim");
create index on "policy"."payments" ("account_blind");
create index on "policy"."payments" ("reference" collate "zh-x-icu", "id");
create table "policy"."answers" (
  "id" text primary key,
  "batch" text not null,
  "file" text not null,
  "line" bigint not null,
  "reference" text not null,
  "amount" numeric not null,
  "outcome" text not null,
  "bank_reason" text,
  "received_on" date not null,
  "settled" text,
  "settled_by" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "policy"."answers" ("batch", "received_on");
create index on "policy"."answers" ("reference" collate "zh-x-icu", "id");
create table "policy"."clawbacks" (
  "id" text primary key,
  "claim" text not null,
  "credit_code" text not null,
  "reason" text not null,
  "basis" text not null,
  "amount" numeric not null,
  "recovered" numeric not null,
  "state" text not null,
  "decided_by" text not null,
  "decided_on" date not null,
  "due_on" date,
  "closed_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("claim")
);
create table "policy"."reliefs" (
  "id" text primary key,
  "month" text not null,
  "kind" text not null,
  "amount" numeric not null,
  "entities" bigint,
  "office" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("month", "kind")
);
-- Whoever writes it: a pot is never overdrawn.
alter table policy.pots add constraint pots_never_overdrawn check (committed >= 0 and committed <= amount);
-- An enterprise has one living claim of a granule for a year or event, whatever runs at the same time.
create unique index claims_once on policy.claims (enterprise, granule_code, key)
  where state not in ('withdrawn', 'rejected', 'lapsed');
alter table policy.claims add constraint claims_amount check (amount >= 0);
-- Of one claim at most one payment is under way or done: what the bank did not return is not ordered again.
create unique index payments_once on policy.payments (claim) where state in ('ordered', 'paid');
alter table policy.payments add constraint payments_amount check (amount > 0);
alter table policy.clawbacks add constraint clawbacks_recovered check (recovered >= 0 and recovered <= amount);
