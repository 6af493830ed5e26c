/** Photos, and what was published where. */
export const publication = {
  n: 3,
  name: 'publication',
  sql: `
    create table photo (
      hash text primary key,
      file_name text not null,
      media_type text not null,
      bytes integer not null,
      width integer not null,
      height integer not null,
      person text not null references person (id),
      at text not null
    ) strict;

    create table publication (
      n integer primary key autoincrement,
      id text not null unique,
      story text not null references story (id),
      version text not null references version (id),
      content text not null,
      seal text not null references seal (id),
      outlet text not null,
      site text not null references site (id),
      state text not null,
      -- Where the page is, below the public address: the first publication's path stays.
      path text not null,
      first_published_at text,
      published_at text,
      proof text,
      withdrawn_reason text,
      withdrawn_at text,
      withdrawn_by text,
      unique (version, outlet)
    ) strict;
    create index publication_story on publication (story, n);
    create index publication_path on publication (path, n);
    create index publication_site on publication (site, first_published_at);

    -- SECURITY: the site shows a photo only when it stands in this table.
    create table publication_photo (
      photo text not null references photo (hash),
      publication text not null references publication (id),
      primary key (photo, publication)
    ) strict, without rowid;

    -- SECURITY: what goes out is what was sealed, whatever the code above does.
    create trigger publication_is_what_was_sealed before insert on publication
    when not exists (
      select 1 from seal
      where seal.id = new.seal and seal.story = new.story
        and seal.version = new.version and seal.content = new.content
    )
    begin select raise(abort, 'only sealed content is published'); end;
    create trigger publication_keeps_its_content
    before update of id, story, version, content, seal, outlet, site, path on publication
    begin select raise(abort, 'a publication keeps its content'); end;
    create trigger publication_stays before delete on publication
    begin select raise(abort, 'a publication is never deleted'); end;
  `,
} as const;
