/** Our own format on the clipboard: blocks as the article has them, with the photo uses that they name. */
import { z } from 'zod';
import { blockSchema, photoUseSchema, type Block, type PhotoUse } from '#shared/domain/article.ts';

export const OWN_TYPE = 'application/x-redaksi';

const ownSchema = z.strictObject({
  format: z.literal(1),
  /** A stretch inside one block: it goes into the line where the caret is. */
  inline: z.boolean(),
  blocks: z.array(blockSchema).max(5_000),
  photoUses: z.array(photoUseSchema).max(500),
});

export interface OwnClipboard {
  readonly inline: boolean;
  readonly blocks: readonly Block[];
  readonly photoUses: readonly PhotoUse[];
}

export function printOwn(clipboard: OwnClipboard): string {
  return JSON.stringify({ format: 1, ...clipboard });
}

/** SECURITY: any page may put this type on the clipboard; only what an article could hold is taken. Null: it is not ours. */
export function readOwn(text: string): OwnClipboard | null {
  if (text === '') return null;
  try {
    return ownSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
