import type { Finding } from '#shared/contract/core.ts';
import type { RuleId } from '#shared/preflight/index.ts';
import type { MessageKey, Words } from '../i18n/index.ts';

const FINDING_TEXT = {
  'headline-missing': 'finding.headline-missing',
  'headline-long': 'finding.headline-long',
  'body-empty': 'finding.body-empty',
  'writer-missing': 'finding.writer-missing',
  'dateline-missing': 'finding.dateline-missing',
  'photo-missing': 'finding.photo-missing',
  'photo-incomplete': 'finding.photo-incomplete',
  'deck-is-lead': 'finding.deck-is-lead',
  'block-newer': 'finding.block-newer',
  placeholder: 'finding.placeholder',
  'placeholder-perhaps': 'finding.placeholder-perhaps',
} as const satisfies Record<RuleId, MessageKey>;

const PHOTO_FIELD_NAMES: Readonly<Record<string, MessageKey>> = {
  slug: 'photo.slug',
  caption: 'photo.caption',
  credit: 'photo.credit',
  alt: 'photo.alt',
  creditLead: 'photo.credit-lead',
  photo: 'photo.picture',
};

/** The name of a photo use's field; a field without one says its own. */
export function photoFieldName({ t }: Words, field: string): string {
  const key = PHOTO_FIELD_NAMES[field];
  return key === undefined ? field : t(key);
}

/** A finding in a sentence. A rule that this window does not know (a newer core's) shows its own name. */
export function findingText(words: Words, finding: Finding): string {
  const key = finding.rule in FINDING_TEXT ? FINDING_TEXT[finding.rule as RuleId] : undefined;
  if (key === undefined) return finding.rule;
  const field = /^photo:.*\.(\w+)$/.exec(finding.where)?.[1];
  return words.t(key, { field: field === undefined ? '' : photoFieldName(words, field) });
}
