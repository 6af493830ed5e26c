import { useCallback, useEffect, useRef, useState } from 'react';
import type { MenuCommand } from '#shared/contract/shell.ts';
import { storyIdSchema } from '#shared/domain/ids.ts';
import {
  keymapStore,
  listenForKeys,
  PLATFORM,
  registry,
  runCommand,
  type CommandId,
} from '../commands/index.ts';
import { SignInScreen } from '../features/session/index.ts';
import { usePlatform, useSession } from '../newsroom/index.ts';
import { createLinks } from './links.ts';
import { NewsroomWindow } from './NewsroomWindow.tsx';
import { Refused, type Refusal } from './Refused.tsx';
import styles from './Workstation.module.css';

const OF_MENU = {
  'new-story': 'story.new',
  search: 'desk.search',
  submit: 'story.submit',
  photo: 'insert.photo',
  settings: 'settings.open',
  shortcuts: 'shortcuts.open',
} as const satisfies Record<MenuCommand, CommandId>;

/** Sign-in, then the newsroom; the window's keys, menus and its end. */
export function Workstation() {
  const { shell } = usePlatform();
  const session = useSession();
  const [links] = useState(createLinks);
  /** Why the last command that was asked for by key or menu could not be done. */
  const [refused, setRefused] = useState<Refusal | null>(null);
  const finish = useRef<(() => Promise<void>) | null>(null);
  const onFinish = useCallback((next: () => Promise<void>) => {
    finish.current = next;
    return () => {
      finish.current = null;
    };
  }, []);

  useEffect(() => {
    shell.onBeforeClose(async () => await finish.current?.());
    shell.onMenu((command) => {
      const id = OF_MENU[command];
      const outcome = runCommand(id);
      if (!outcome.ran && outcome.refusal !== undefined) {
        setRefused({ id, because: outcome.refusal });
      }
    });
    shell.onOpenStory?.((link) => {
      const story = storyIdSchema.safeParse(link);
      if (story.success) links.follow(story.data);
    });
  }, [links, shell]);
  useEffect(
    () =>
      listenForKeys({
        registry,
        keymap: keymapStore.now,
        platform: PLATFORM,
        onRefused: (id, because) => setRefused({ id, because }),
      }),
    [],
  );

  if (session.data === undefined) return <div className={styles.window} aria-busy="true" />;
  if (session.data.person === null) return <SignInScreen session={session.data} />;
  return (
    <>
      <NewsroomWindow
        key={session.data.person.id}
        session={session.data}
        links={links}
        onFinish={onFinish}
      />
      <Refused refusal={refused} onRead={() => setRefused(null)} />
    </>
  );
}
