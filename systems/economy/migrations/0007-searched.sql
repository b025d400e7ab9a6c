create index on "economy"."units" using gin (gaoxin.bigrams(coalesce("code", '') || E'\x01' || coalesce("name", '') || E'\x01' || coalesce("enterprise", '') || E'\x01' || coalesce("grid", '') || E'\x01' || coalesce("since", '')));
create index on "economy"."returns" using gin (gaoxin.bigrams(coalesce("form", '') || E'\x01' || coalesce("month", '') || E'\x01' || coalesce("filed_by", '')));
