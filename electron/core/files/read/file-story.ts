/** The pieces of a file, filed as a story. */
import { fileByPieces } from './as-pieces.ts';
import { fileByWords } from './as-story-text.ts';
import type { FiledStory, FilingOptions } from './filed.ts';
import { attachCaptions } from './photo-words.ts';
import type { FileParts } from './pieces.ts';

/** Our own files are exact; any other is read by its words where they show a newsroom's furniture, else as it is built. */
export function fileStory(parts: FileParts, options: FilingOptions = {}): FiledStory {
  if (parts.ours) return fileByPieces(parts, options);
  const captioned = { ...parts, pieces: attachCaptions(parts.pieces) };
  return fileByWords(captioned, options) ?? fileByPieces(captioned, options);
}
