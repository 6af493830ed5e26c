/** The newsroom itself: one row that counts, its people, sites, desks, tokens, events and audit log. */
export const newsroom = {
  n: 1,
  name: 'newsroom',
  sql: `
    -- One row. seq gives events a gap-free order, audit_n and audit_hash the audit log's end: all in the transaction
    -- of what they count.
    create table newsroom (
      one integer primary key check (one = 1),
      name text not null,
      epoch text not null,
      created_at text not null,
      seq integer not null default 0,
      audit_n integer not null default 0,
      audit_hash text not null
    ) strict;

    create table person (
      id text primary key,
      username text not null unique,
      full_name text not null,
      short_name text not null,
      signoff_code text not null,
      active integer not null,
      password_hash text not null
    ) strict;
    -- '***' is filler for "no code" and may repeat; an empty code too.
    create unique index person_signoff_code on person (signoff_code) where signoff_code not in ('', '***');

    create table role_grant (
      person text not null references person (id),
      role text not null,
      desk text not null,
      primary key (person, role, desk)
    ) strict, without rowid;

    create table site (id text primary key, record text not null) strict;
    create table desk (id text primary key, site text not null references site (id), record text not null) strict;

    -- SECURITY: only the SHA-256 of a token is here; the table is of no use to a thief.
    create table token (
      hash text primary key,
      person text not null references person (id),
      device text not null,
      device_name text not null,
      created_at text not null,
      expires_at text not null,
      confirmed_at text not null,
      revoked_at text
    ) strict;
    create index token_person on token (person);

    create table event (
      seq integer primary key,
      kind text not null,
      body text not null
    ) strict;

    create table audit (
      n integer primary key,
      at text not null,
      person text,
      device text,
      action text not null,
      story text,
      detail text not null,
      previous text not null,
      hash text not null
    ) strict;
    create index audit_story on audit (story, n);

    create trigger event_is_for_ever before update on event begin select raise(abort, 'an event never changes'); end;
    create trigger event_stays before delete on event begin select raise(abort, 'an event is never deleted'); end;
    create trigger audit_is_for_ever before update on audit begin select raise(abort, 'the audit log never changes'); end;
    create trigger audit_stays before delete on audit begin select raise(abort, 'the audit log is never deleted'); end;
  `,
} as const;
