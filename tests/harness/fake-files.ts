/** Files in the harness: what is picked is read as text in the page itself, what is saved is only said. */
import type { CoreHandlers } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { readableKind } from '#shared/contract/files.ts';
import type { ShellFiles } from '#shared/contract/shell.ts';
import { parseStoryText } from '#shared/domain/story-text/index.ts';

const picked = new Map<string, string>();

/** A browser has no dialog of main's: its own field stands in. */
function pickInPage(): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.addEventListener('change', () => resolve(field.files?.[0] ?? null));
    field.addEventListener('cancel', () => resolve(null));
    field.click();
  });
}

export const fakeShellFiles: ShellFiles = {
  pickStory: async () => {
    const file = await pickInPage();
    return file === null ? null : await fakeShellFiles.admitStory(file);
  },
  admitStory: async (file) => {
    const admitted = `harness-${picked.size + 1}`;
    picked.set(admitted, file instanceof File ? await file.text() : '');
    return { ok: true, admitted, fileName: file.name };
  },
  save: async (_ticket, fileName) => ({ saved: true, fileName }),
  print: async () => 'printed',
};

export const fakeFiles: Pick<CoreHandlers, 'story.export' | 'files.read'> = {
  'story.export': ({ as }) => ({
    ticket: '0'.repeat(32),
    fileName: `naskah.${{ text: 'txt', docx: 'docx', markdown: 'md', page: 'pdf' }[as]}`,
    leftOut: [],
  }),
  'files.read': ({ admitted, fileName }) => {
    const text = picked.get(admitted) ?? '';
    if (text === '') throw new RedaksiError('UNSUPPORTED_FILE', 'no words', { because: 'empty' });
    const { article, report } = parseStoryText(text);
    return {
      kind: readableKind(fileName) ?? 'txt',
      article,
      leftOver: report.leftOver.map(({ text: left, why }) => ({ text: left, why })),
      pictures: { taken: 0, refused: 0 },
    };
  },
};
