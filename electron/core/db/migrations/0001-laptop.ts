/** The laptop's first tables. Landed: never edited again; what changes comes as the next number. */
export const laptop = {
  number: 1,
  name: 'laptop',
  sql: `
-- Facts of which there is one: device, server, epoch, cursor, session person.
CREATE TABLE meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- People, sites and desks as the server last told them.
CREATE TABLE register (
  kind TEXT NOT NULL CHECK (kind IN ('person', 'site', 'desk')),
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  desk TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- The server's record as JSON; NULL until the server knows the story.
  record TEXT,
  -- The newsroom's head; another one than \`head\` is reconciled after the next pull.
  remote_head TEXT,
  -- Taken out of the record for the lists.
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  url TEXT,
  seal_content TEXT,
  -- The version that the working article builds on; NULL before the first one.
  head TEXT,
  -- Rises with every committed change.
  revision INTEGER NOT NULL,
  -- The last revision that did not come from the editing window.
  foreign_revision INTEGER NOT NULL,
  -- Fencing token of the window that edits.
  editing TEXT,
  -- Of the working article: its hash, and what the lists show.
  content TEXT NOT NULL,
  headline TEXT NOT NULL,
  writers TEXT NOT NULL,
  words INTEGER NOT NULL,
  photo TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX story_by_time ON story (changed_at DESC);
CREATE INDEX story_by_state ON story (state, changed_at DESC);

CREATE TABLE object (hash TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE version (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL,
  json TEXT NOT NULL,
  words INTEGER NOT NULL,
  -- 1 when every object is here and gives the content that the version names.
  complete INTEGER NOT NULL,
  -- 1 when the server has it.
  on_server INTEGER NOT NULL
) STRICT;
CREATE INDEX version_by_story ON version (story);
CREATE INDEX version_incomplete ON version (complete) WHERE complete = 0;

-- What was typed since the head, change by change.
CREATE TABLE journal (
  story TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  change TEXT NOT NULL,
  PRIMARY KEY (story, revision)
) STRICT, WITHOUT ROWID;

-- Which version stood at a revision after which another text came in: the base for a save that did not know yet.
CREATE TABLE revision_mark (
  story TEXT NOT NULL,
  revision INTEGER NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (story, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE merge_note (
  n INTEGER PRIMARY KEY,
  story TEXT NOT NULL,
  place TEXT NOT NULL,
  kept TEXT NOT NULL,
  other TEXT NOT NULL,
  -- The place's value right after the merge; another value means that a person has settled it.
  placed TEXT NOT NULL
) STRICT;
CREATE INDEX merge_note_by_story ON merge_note (story);

CREATE TABLE outbox (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('story', 'version', 'photo', 'command')),
  ref TEXT NOT NULL,
  story TEXT,
  person TEXT NOT NULL,
  body TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'set-aside')),
  -- {code, because} of the last refusal.
  error TEXT,
  UNIQUE (kind, ref)
) STRICT;
CREATE INDEX outbox_by_story ON outbox (story, n);

CREATE TABLE receipt (command TEXT PRIMARY KEY, story TEXT NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE photo (
  hash TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  proposal TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('here', 'preview', 'awaited')),
  -- Where a started upload goes on.
  upload_url TEXT,
  uploaded INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(
  headline, deck, body, captions, names,
  tokenize = "unicode61 remove_diacritics 2"
);
`,
} as const;
