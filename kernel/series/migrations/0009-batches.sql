-- Each row of newest readings names the last batch that wrote to its series: a program whose own it was knows still where they
-- stand, whatever others write elsewhere. What series.writing names are the rules alone.
alter table series.newest add column batch uuid not null default gen_random_uuid();
