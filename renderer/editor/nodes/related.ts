import { createState } from 'lexical';
import { z } from 'zod';
import { relatedLinkSchema, type RelatedLink } from '#shared/domain/article.ts';

const relatedSchema = z.strictObject({ label: z.string(), link: relatedLinkSchema });
/** `Baca juga` and the story that it points to. */
export interface Related {
  readonly label: string;
  readonly link: RelatedLink;
}

export const noRelated: Related = { label: 'Baca juga', link: { title: '' } };

export const relatedState = createState('related', {
  parse: (value): Related => {
    const parsed = relatedSchema.safeParse(value);
    return parsed.success ? parsed.data : noRelated;
  },
  isEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});
