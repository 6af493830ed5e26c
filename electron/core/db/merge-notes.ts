/** Places where a merge met two changes of the same words. Open until a person has changed the place. */
import type { StoryId } from '#shared/domain/ids.ts';
import type { MergeNote } from '#shared/domain/merge/merge.ts';
import type { Database } from './database.ts';

/** A note, and its place's value right after the merge. */
export interface PlacedNote extends MergeNote {
  readonly placed: string;
}

export interface MergeNotes {
  ofStory(story: StoryId): PlacedNote[];
  replace(story: StoryId, notes: readonly PlacedNote[]): void;
}

export function mergeNotesRepository(db: Database): MergeNotes {
  const ofStory = db.query<PlacedNote>(
    'merge-note.of-story',
    'SELECT place AS "where", kept, other, placed FROM merge_note WHERE story = :story ORDER BY n',
  );
  const clear = db.query('merge-note.clear', 'DELETE FROM merge_note WHERE story = :story');
  const add = db.query(
    'merge-note.add',
    'INSERT INTO merge_note (story, place, kept, other, placed) VALUES (:story, :where, :kept, :other, :placed)',
  );
  return {
    ofStory: (story) => ofStory.all({ story }),
    replace: (story, notes) => {
      clear.run({ story });
      for (const { where, kept, other, placed } of notes) {
        add.run({ story, where, kept, other, placed });
      }
    },
  };
}
