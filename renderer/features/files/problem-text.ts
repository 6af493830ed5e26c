import { RedaksiError } from '#shared/contract/errors.ts';
import { FILE_PROBLEMS } from '#shared/contract/files.ts';
import type { AdmitStoryAnswer } from '#shared/contract/shell.ts';
import type { Words } from '../../i18n/index.ts';
import { errorText } from '../../newsroom/index.ts';

/** Why a file was not opened, and that nothing was changed. */
export function fileProblemText(words: Words, name: string, thrown: unknown): string {
  const because = thrown instanceof RedaksiError ? thrown.details?.['because'] : undefined;
  const problem = FILE_PROBLEMS.find((each) => each === because);
  const why =
    problem === undefined ? errorText(words, thrown) : words.t(`files.problem.${problem}`);
  return words.t('files.nothing-changed', { name, why });
}

const NOT_ADMITTED = {
  'too-large': 'files.problem.too-large',
  unreadable: 'files.problem.unreadable',
  'no-space': 'files.no-space',
} as const;

export function notAdmittedText(
  { t }: Words,
  { why, fileName }: Extract<AdmitStoryAnswer, { ok: false }>,
): string {
  return t('files.nothing-changed', { name: fileName, why: t(NOT_ADMITTED[why]) });
}
