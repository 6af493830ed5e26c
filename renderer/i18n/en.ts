import type { id } from './id.ts';
import { aids } from './en/aids.ts';
import { blocks } from './en/blocks.ts';
import { commands } from './en/commands.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { furniture } from './en/furniture.ts';
import { history } from './en/history.ts';
import { links } from './en/links.ts';
import { paste } from './en/paste.ts';
import { spelling } from './en/spelling.ts';
import { story } from './en/story.ts';
import { window } from './en/window.ts';

/** The English catalog. */
export const en = {
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
} as const satisfies Record<keyof typeof id, string>;
