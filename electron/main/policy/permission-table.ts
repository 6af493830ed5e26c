import { isWorkbenchPage } from './origins.ts';

/** SECURITY: what the page may ask of the system, each with its reason. What is not here is refused. */
export const ALLOWED_PERMISSIONS: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'copying the address of a published page, and text from the editor',
};

export interface PermissionQuestion {
  readonly permission: string;
  /** The page or the origin that asks. */
  readonly from: string;
  readonly isMainFrame: boolean;
}

export function mayUse({ permission, from, isMainFrame }: PermissionQuestion): boolean {
  return Object.hasOwn(ALLOWED_PERMISSIONS, permission) && isMainFrame && isWorkbenchPage(from);
}
