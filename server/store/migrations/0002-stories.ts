/** Stories, their versions and objects, seals, and the commands that were answered. */
export const stories = {
  n: 2,
  name: 'stories',
  sql: `
    create table object (hash text primary key, json text not null) strict, without rowid;

    create table story (
      id text primary key,
      desk text not null references desk (id),
      created_by text not null references person (id),
      created_at text not null,
      state text not null,
      head text,
      submitted text,
      seal text,
      reason text not null,
      updated_at text not null
    ) strict;

    create table version (
      id text primary key,
      story text not null references story (id),
      parents text not null,
      content text not null,
      person text not null references person (id),
      device text not null,
      at text not null,
      reason text not null,
      furniture text not null references object (hash),
      blocks text not null,
      -- By which right it was taken: 'edit', 'edit-photos', or 'late' (kept, never head).
      taken_by text not null,
      taken_at text not null
    ) strict;
    create index version_story on version (story);

    create table seal (
      id text primary key,
      story text not null references story (id),
      version text not null references version (id),
      content text not null,
      person text not null references person (id),
      device text not null,
      at text not null,
      preflight text not null,
      key text not null,
      signature text not null
    ) strict;

    -- The idempotency key, what was asked (as a hash), and the very receipt that was given.
    create table command (
      id text primary key,
      person text not null references person (id),
      fingerprint text not null,
      receipt text not null
    ) strict;

    create trigger object_is_for_ever before update on object begin select raise(abort, 'an object never changes'); end;
    create trigger object_stays before delete on object begin select raise(abort, 'an object is never deleted'); end;
    create trigger version_is_for_ever before update on version begin select raise(abort, 'a version never changes'); end;
    create trigger version_stays before delete on version begin select raise(abort, 'a version is never deleted'); end;
    create trigger seal_is_for_ever before update on seal begin select raise(abort, 'a seal never changes'); end;
    create trigger seal_stays before delete on seal begin select raise(abort, 'a seal is never deleted'); end;
    create trigger receipt_is_for_ever before update on command begin select raise(abort, 'a receipt never changes'); end;

    -- SECURITY: a seal binds the content of its own version and of no other, whatever the code above does.
    create trigger seal_is_of_its_version before insert on seal
    when not exists (
      select 1 from version
      where version.id = new.version and version.story = new.story and version.content = new.content
    )
    begin select raise(abort, 'the seal is not of its version''s content'); end;
  `,
} as const;
