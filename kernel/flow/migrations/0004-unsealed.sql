-- Cases that have moved since their last step was put under a seal.
create table flow.unsealed (case_id text primary key references flow.cases on delete cascade);
