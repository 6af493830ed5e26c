import { createState } from 'lexical';
import { z } from 'zod';
import { embedProvider } from '#shared/domain/embed.ts';

const embedSchema = z.strictObject({
  url: z.string().refine((url) => embedProvider(url) !== null),
  title: z.string(),
});
/** The address of somebody's post or film, and what a reader will find there. */
export type Embed = Readonly<z.infer<typeof embedSchema>>;

const noEmbed: Embed = { url: '', title: '' };

export const embedState = createState('embed', {
  // SECURITY: an address that is no post of a site we know never gets into a card.
  parse: (value): Embed => {
    const parsed = embedSchema.safeParse(value);
    return parsed.success ? parsed.data : noEmbed;
  },
  isEqual: (a, b) => a.url === b.url && a.title === b.title,
});
