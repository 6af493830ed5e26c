import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Preferences } from '#shared/contract/shell.ts';
import { TastesProvider } from '../features/settings/index.ts';
import { createReads, PlatformProvider, useCoreNews } from '../newsroom/index.ts';
import type { Platform } from '../platform/index.ts';
import { Workstation } from './Workstation.tsx';

/** The window: what everything below needs, and the workstation itself. */
export function App({
  platform,
  preferences,
}: {
  readonly platform: Platform;
  readonly preferences: Preferences;
}) {
  const [reads] = useState(createReads);
  useCoreNews(platform, reads);
  return (
    // SECURITY: the page's policy forbids style elements; no component may add one.
    <CSPProvider disableStyleElements>
      <PlatformProvider platform={platform}>
        <QueryClientProvider client={reads}>
          <TastesProvider first={preferences}>
            <Tooltip.Provider>
              <Workstation />
            </Tooltip.Provider>
          </TastesProvider>
        </QueryClientProvider>
      </PlatformProvider>
    </CSPProvider>
  );
}
