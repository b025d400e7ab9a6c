-- By hand: what no record declares, so that no list, export, search or history can reach it.

-- The newest row of an account is its password; a few older ones are kept so that they are not used again.
create table access.passwords (
  id text primary key,
  account text not null references access.accounts (id),
  -- argon2id with its parameters, in the PHC form.
  hash text not null,
  set_at timestamptz not null,
  -- Set by somebody else: to be changed at the first sign-in.
  temporary boolean not null,
  seq bigint generated always as identity
);
create index on access.passwords (account, seq);

create table access.totp (
  account text primary key references access.accounts (id),
  -- Under the zone's key, which is not in the database (cipher.ts).
  secret bytea not null,
  started_at timestamptz not null,
  -- Null until a first code has shown that the telephone holds the secret.
  confirmed_at timestamptz,
  -- The time step of the newest code that was used: none up to it is taken again.
  last_step bigint not null
);

create table access.recovery_codes (
  account text not null references access.accounts (id),
  -- SHA-256: the codes are 80 random bits, which nobody finds by trying.
  hash bytea not null,
  used_at timestamptz,
  primary key (account, hash)
);

create table access.sessions (
  -- What people and events call it; says nothing about the token.
  id text primary key,
  account text not null references access.accounts (id),
  -- SHA-256 of the token: whoever reads this table cannot act as anybody.
  token bytea not null unique,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  -- When it ends however busy it is.
  ends_at timestamptz not null,
  revoked_at timestamptz,
  address text not null,
  agent text not null
);
create index on access.sessions (account);

-- Attempts to sign in that have not succeeded, by login name and by address; names that do not exist count too.
create table access.throttles (
  -- SHA-256 of what is throttled: people type passwords where the name belongs.
  key bytea primary key,
  -- ISO 8601
  attempts jsonb not null,
  locked_until timestamptz
);

-- What happened at the door. Nothing here is ever changed or taken out.
create table access.events (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  -- Null where the login name is nobody's.
  account text,
  -- Who did it, where it was not the account's own person.
  actor text,
  address text not null,
  session text,
  why text
);
create index on access.events (account, seq);
create index on access.events (at);
create trigger kept before update or delete or truncate on access.events
  for each statement execute function audit.refuse();
