-- Which cases still run by which version of their process.
create index on flow.cases (process, version) where state = 'running';
