/** All migrations, in order. A new one gets the next number and a file of its own. */
import { laptop } from './0001-laptop.ts';
import { workspace } from './0002-workspace.ts';
import { wordList } from './0003-word-list.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [laptop, workspace, wordList];
