import type { Finding } from '#shared/contract/core.ts';
import type { Article } from '#shared/domain/article.ts';
import { wrongWeekdays } from '#shared/domain/weekdays.ts';
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
  'deck-long': 'finding.deck-long',
  'weekday-wrong': 'finding.weekday-wrong',
  'related-untitled': 'finding.related-untitled',
  'related-self': 'finding.related-self',
  'related-gone': 'finding.related-gone',
  'related-changed': 'finding.related-changed',
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
export function findingText(words: Words, finding: Finding, article: Article): string {
  const key = finding.rule in FINDING_TEXT ? FINDING_TEXT[finding.rule as RuleId] : undefined;
  if (key === undefined) return finding.rule;
  const field = /^photo:.*\.(\w+)$/.exec(finding.where)?.[1];
  return words.t(key, {
    field: field === undefined ? '' : photoFieldName(words, field),
    ...(finding.rule === 'weekday-wrong' && weekdayValues(words, finding, article)),
  });
}

function weekdayValues({ day }: Words, { where }: Finding, article: Article) {
  const wrong = wrongWeekdays(article).find((each) => each.where === where);
  return wrong === undefined ? {} : { printed: wrong.printed, right: day(wrong.date) };
}
