/** The newsroom's word list, in memory. */
import type { CoreHandlers, ListedWord } from '#shared/contract/core.ts';
import type { PersonId } from '#shared/domain/ids.ts';

interface Around {
  readonly person: () => PersonId;
  readonly unsent: boolean;
  readonly onChanged: () => void;
}

export function fakeWords({
  person,
  unsent,
  onChanged,
}: Around): Pick<CoreHandlers, 'words.list' | 'words.put'> {
  const words = new Map<string, ListedWord>();
  return {
    'words.list': () => ({ words: [...words.values()] }),
    'words.put': ({ language, word, listed }) => {
      const key = `${language} ${word}`;
      const at = new Date().toISOString();
      if (listed) words.set(key, { language, word, person: person(), at, unsent });
      else words.delete(key);
      onChanged();
      return {};
    },
  };
}
