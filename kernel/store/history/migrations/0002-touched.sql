-- Says in the transaction itself that it has changed watched rows, so that one which has not need not look for them.
create function audit.note_touched() returns trigger language plpgsql as $$
begin
  perform set_config('gaoxin.touched', coalesce(current_setting('gaoxin.tx', true), ''), true);
  return null;
end $$;
create trigger touched after insert on audit.changes for each statement execute function audit.note_touched();
