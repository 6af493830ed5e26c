import { createState } from 'lexical';
import { z } from 'zod';
import { relatedLinkSchema, type Article, type RelatedLink } from '#shared/domain/article.ts';

const relatedSchema = z.strictObject({ label: z.string(), link: relatedLinkSchema });
/** `Baca juga` and the story that it points to. */
export interface Related {
  readonly label: string;
  readonly link: RelatedLink;
}

/** Printed, so in the story's language and not in the window's. */
export const RELATED_LABELS: Readonly<Record<Article['language'], string>> = {
  id: 'Baca juga',
  en: 'Read also',
};

export const noRelated: Related = { label: RELATED_LABELS.id, link: { title: '' } };

export const relatedState = createState('related', {
  parse: (value): Related => {
    const parsed = relatedSchema.safeParse(value);
    return parsed.success ? parsed.data : noRelated;
  },
  isEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});
