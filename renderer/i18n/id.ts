import { aids } from './id/aids.ts';
import { blocks } from './id/blocks.ts';
import { commands } from './id/commands.ts';
import { files } from './id/files.ts';
import { find } from './id/find.ts';
import { furniture } from './id/furniture.ts';
import { history } from './id/history.ts';
import { links } from './id/links.ts';
import { paste } from './id/paste.ts';
import { spelling } from './id/spelling.ts';
import { story } from './id/story.ts';
import { window } from './id/window.ts';

/** The Indonesian catalog: the source of all keys. ICU MessageFormat. */
export const id = {
  ...aids,
  ...blocks,
  ...commands,
  ...files,
  ...find,
  ...furniture,
  ...history,
  ...links,
  ...paste,
  ...spelling,
  ...story,
  ...window,
} as const;
