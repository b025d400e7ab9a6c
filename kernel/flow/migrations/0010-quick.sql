-- Rows that come and go with every step are written by flow.save_step alone, with the case in its hands: nothing is left
-- to check, and a check of each costs as much as the row. Cases are never deleted; what is kept of them, their steps
-- and what they posted, refers to them still.
alter table flow.tokens drop constraint tokens_case_id_fkey;
alter table flow.tasks drop constraint tasks_case_id_fkey;
alter table flow.waits drop constraint waits_case_id_fkey;
alter table flow.handled drop constraint handled_case_id_fkey;
alter table flow.undo drop constraint undo_case_id_fkey;
alter table flow.unsealed drop constraint unsealed_case_id_fkey;
