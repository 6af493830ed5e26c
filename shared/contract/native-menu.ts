/**
 * The native menu as the page wants it: made from the page's own table of commands, in its language, with the keys as
 * this person has them and what can be done now. Main checks it and adds what only the system can do.
 */
import { z } from 'zod';

export const MENU_GROUPS = [
  'file',
  'edit',
  'insert',
  'format',
  'story',
  'view',
  'go',
  'window',
  'help',
] as const;
export type MenuGroupId = (typeof MENU_GROUPS)[number];

const words = z.string().min(1).max(120);

/** As Electron's menus write keys: `CmdOrCtrl+Shift+P`. Anything else would throw there. */
export const acceleratorSchema = z
  .string()
  .regex(
    /^(?:(?:CmdOrCtrl|Control|Alt|Shift)\+)*(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Tab|PageUp|PageDown|Home|End|Up|Down|Left|Right|Space|Backspace|Delete|Insert|Enter|Escape|[/,.;'[\]\\=`-])$/,
  );

export const menuEntrySchema = z.strictObject({
  /** The command that it gives back when it is chosen. */
  command: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  name: words,
  keys: acceleratorSchema.nullable(),
  enabled: z.boolean(),
  /** null for what is not on or off. */
  checked: z.boolean().nullable(),
});
export type MenuEntry = Readonly<z.infer<typeof menuEntrySchema>>;

export const shownMenuSchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id: z.enum(MENU_GROUPS),
        title: words,
        entries: z.array(menuEntrySchema).max(80),
      }),
    )
    .max(MENU_GROUPS.length),
});
export type ShownMenu = Readonly<z.infer<typeof shownMenuSchema>>;

/** A command chosen in the native menu. */
export interface MenuPick {
  readonly command: string;
  /** By its keys, not by the pointer: then it counts only where those keys are meant for it. */
  readonly byKeys: boolean;
}
