-- Files of evidence move from a column to kernel/attachments, byte for byte, under the row that they belong to. The bytes
-- go beside the rows, whatever store takes new files.
create temporary table evidence_bytes on commit drop as
  select id, encode(sha256(bytes), 'hex') as hash, bytes
  from (select id, decode(body ->> 'base64', 'base64') as bytes from plan.evidence where body ? 'base64') decoded;

insert into attachments.contents (id, size, store, stored)
  select distinct on (hash) hash, length(bytes), 'postgres', true from evidence_bytes
  on conflict (id) do update set unused_since = null, stored = true,
    store = case when attachments.contents.stored then attachments.contents.store else excluded.store end;

-- In the pieces of kernel/attachments/stores/postgres.ts.
insert into attachments.chunks (content, n, bytes)
  select hash, n, substring(bytes from n * 262144 + 1 for 262144)
  from (select distinct on (hash) hash, bytes from evidence_bytes) b
    join attachments.contents c on c.id = b.hash and c.store = 'postgres',
    generate_series(0, (length(bytes) - 1) / 262144) n
  on conflict do nothing;

insert into attachments.files
    (id, owner_record, owner_row, name, content, content_type, size, synthetic, recorded_at, recorded_by)
  select 'evidence:' || e.id, 'plan.evidence', e.id,
    coalesce(nullif(regexp_replace(e.name, '[[:cntrl:]/\\<>:"|?*]', '', 'g'), ''), 'file'),
    b.hash, e.content_type, length(b.bytes), e.synthetic, e.recorded_at, e.recorded_by
  from plan.evidence e join evidence_bytes b using (id);

-- The history knows a row without its empty columns: emptied by a change that is sealed like any other, they can go.
alter table plan.evidence alter column sha256 drop not null, alter column size drop not null,
  alter column content_type drop not null, alter column body drop not null;
update plan.evidence set sha256 = null, size = null, content_type = null, body = null,
  recorded_at = now(), recorded_by = 'gaoxin';
alter table plan.evidence drop column sha256, drop column size, drop column content_type, drop column body;
