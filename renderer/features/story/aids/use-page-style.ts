import { useMemo, type CSSProperties } from 'react';
import { useWorkspace } from '../../../newsroom/index.ts';
import { pageStyle } from './page-look.ts';

/** The look of the page while writing, as this person chose it on this laptop. */
export function usePageStyle(): CSSProperties {
  const { textSize, measure, typewriter } = useWorkspace().workspace;
  return useMemo(
    () =>
      pageStyle({
        ...(textSize !== undefined && { textSize }),
        ...(measure !== undefined && { measure }),
        ...(typewriter !== undefined && { typewriter }),
      }),
    [measure, textSize, typewriter],
  );
}
