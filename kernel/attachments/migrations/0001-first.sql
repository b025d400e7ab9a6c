create table "attachments"."files" (
  "id" text primary key,
  "owner_record" text,
  "owner_row" text,
  "name" text not null,
  "content" text not null,
  "content_type" text not null,
  "size" bigint not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "attachments"."files" ("owner_record", "owner_row");
create index on "attachments"."files" ("content");

-- The bytes by their SHA-256, kept once. What a file is, its hash included, stands in attachments.files and its history.
create table attachments.contents (
  id text primary key,
  size bigint not null,
  -- Where the bytes are: 'postgres' (attachments.chunks) or 's3'.
  store text not null,
  -- False while they are being put there or taken away.
  stored boolean not null default false,
  -- Since when no file holds them; null while one does.
  unused_since timestamptz
);
create index on attachments.contents (unused_since) where unused_since is not null;

create table attachments.chunks (
  content text not null,
  n integer not null,
  bytes bytea not null,
  primary key (content, n)
);
-- Documents and pictures are packed already.
alter table attachments.chunks alter column bytes set storage external;
