/** The newsroom's word list, and a place for its wishes in the outbox. */
export const wordList = {
  number: 3,
  name: 'word-list',
  sql: `
-- As the server last told it; what waits in the outbox is laid over it.
CREATE TABLE word (
  language TEXT NOT NULL,
  word TEXT NOT NULL,
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  -- 0 after the server was restored and did not tell of it again.
  on_server INTEGER NOT NULL,
  PRIMARY KEY (language, word)
) STRICT, WITHOUT ROWID;

-- SQLite alters no CHECK: the same table again, with one kind more.
CREATE TABLE outbox_with_words (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('story', 'version', 'photo', 'command', 'word')),
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
INSERT INTO outbox_with_words SELECT n, kind, ref, story, person, body, tries, next_at, state, error FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_with_words RENAME TO outbox;
CREATE INDEX outbox_by_story ON outbox (story, n);
`,
} as const;
