import { createContext, use, type ReactNode } from 'react';
import type { CoreClient } from '#shared/rpc/client.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import type { Platform } from '../platform/index.ts';

const PlatformContext = createContext<Platform | null>(null);

export function PlatformProvider({
  platform,
  children,
}: {
  readonly platform: Platform;
  readonly children: ReactNode;
}) {
  return <PlatformContext value={platform}>{children}</PlatformContext>;
}

export function usePlatform(): Platform {
  const platform = use(PlatformContext);
  if (platform === null) throw new Error('usePlatform outside PlatformProvider');
  return platform;
}

export function useCore(): CoreClient {
  return usePlatform().core;
}

export function useShell(): ShellBridge {
  return usePlatform().shell;
}
