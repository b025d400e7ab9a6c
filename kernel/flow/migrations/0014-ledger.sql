-- The ledger begins with what is rare: cases that an office or a person had to do with, and those with a word in the title.
create index on flow.cases (started_by);
create index on flow.cases using gin (gaoxin.bigrams(title));
create index on flow.tasks (office) where holder is not null;
create index on flow.handled (office, case_id);
create index on flow.handled (holder, case_id) where holder is not null;
create index on flow.steps (actor, case_id);
-- Steps by which a task was taken from somebody: few of all.
create index on flow.steps using gin (happened jsonb_path_ops) where happened @? '$[*].from';
