-- Steps that were done too late: the ledger finds their cases.
create index on flow.handled (case_id) where ended > due;
