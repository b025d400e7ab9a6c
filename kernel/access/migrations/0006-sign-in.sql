-- By hand: the tables of 0004 are not declared.

-- The post that its person chose to act by; it counts only while it is held.
alter table access.sessions add post text;
-- password | oidc
alter table access.sessions add by text not null default 'password';
alter table access.sessions alter by drop default;

-- Under the zone's keys, like personal data. Nobody could enrol before there was a page for it.
delete from access.totp;
alter table access.totp alter secret type text using '';
