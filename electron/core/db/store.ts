/** The laptop's whole store: one database, one repository per aggregate. */
import { openDatabase, type Database, type DatabaseOptions } from './database.ts';
import { journalRepository, type Journal } from './journal.ts';
import { linksRepository, type Links } from './links.ts';
import { mergeNotesRepository, type MergeNotes } from './merge-notes.ts';
import { metaRepository, type Meta } from './meta.ts';
import { outboxRepository, type Outbox } from './outbox.ts';
import { photosRepository, type Photos } from './photos.ts';
import { receiptsRepository, type Receipts } from './receipts.ts';
import { registersRepository, type Registers } from './registers.ts';
import { marksRepository, type RevisionMarks } from './revision-marks.ts';
import { searchRepository, type Search } from './search.ts';
import { storiesRepository, type Stories } from './stories.ts';
import { versionsRepository, type Versions } from './versions.ts';
import { wordListRepository, type WordList } from './word-list.ts';
import { workspacesRepository, type Workspaces } from './workspaces.ts';

export interface Store {
  readonly db: Database;
  readonly meta: Meta;
  readonly registers: Registers;
  readonly stories: Stories;
  readonly journal: Journal;
  readonly versions: Versions;
  readonly marks: RevisionMarks;
  readonly notes: MergeNotes;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly photos: Photos;
  readonly search: Search;
  readonly links: Links;
  readonly wordList: WordList;
  readonly workspaces: Workspaces;
}

export function openStore(options: DatabaseOptions): Store {
  const db = openDatabase(options);
  const meta = metaRepository(db);
  if (db.damagedFile !== null) meta.set('damaged-file', db.damagedFile);
  return {
    db,
    meta,
    registers: registersRepository(db),
    stories: storiesRepository(db),
    journal: journalRepository(db),
    versions: versionsRepository(db),
    marks: marksRepository(db),
    notes: mergeNotesRepository(db),
    outbox: outboxRepository(db),
    receipts: receiptsRepository(db),
    photos: photosRepository(db),
    search: searchRepository(db),
    links: linksRepository(db),
    wordList: wordListRepository(db),
    workspaces: workspacesRepository(db),
  };
}
