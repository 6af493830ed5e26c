import { useCallback, useEffect, useRef, useState } from 'react';
import { storyIdSchema } from '#shared/domain/ids.ts';
import {
  isCommandId,
  keymapStore,
  listenForKeys,
  PLATFORM,
  registry,
  runFromMenu,
  type CommandId,
} from '../commands/index.ts';
import { SignInScreen } from '../features/session/index.ts';
import { usePlatform, useSession } from '../newsroom/index.ts';
import { createLinks } from './links.ts';
import { NewsroomWindow } from './NewsroomWindow.tsx';
import { Refused, type Refusal } from './Refused.tsx';
import { useNativeMenu } from './use-native-menu.ts';
import styles from './Workstation.module.css';

/** Sign-in, then the newsroom; the window's keys, menus and its end. */
export function Workstation() {
  const { shell } = usePlatform();
  const session = useSession();
  const [links] = useState(createLinks);
  /** Why the last command that was asked for by key or menu could not be done. */
  const [refused, setRefused] = useState<Refusal | null>(null);
  const onRefused = useCallback((id: CommandId, because: string): void => {
    setRefused({ id, because });
  }, []);
  useNativeMenu();
  const finish = useRef<(() => Promise<void>) | null>(null);
  const onFinish = useCallback((next: () => Promise<void>) => {
    finish.current = next;
    return () => {
      finish.current = null;
    };
  }, []);

  useEffect(() => {
    shell.onBeforeClose(async () => await finish.current?.());
    shell.onMenu(({ command, byKeys }) => {
      if (!isCommandId(command)) return;
      runFromMenu({ registry, onRefused }, command, byKeys ? 'keys' : 'pointer');
    });
    shell.onOpenStory?.((link) => {
      const story = storyIdSchema.safeParse(link);
      if (story.success) links.follow(story.data);
    });
  }, [links, onRefused, shell]);
  useEffect(
    () =>
      listenForKeys({
        registry,
        keymap: keymapStore.now,
        platform: PLATFORM,
        onRefused,
      }),
    [onRefused],
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
