import { safeStorage } from 'electron';
import type { Sealer } from './secrets.ts';

/** Electron's safeStorage, or null where it would only pretend. Ask after the app is ready. */
export async function findSystemSealer(): Promise<Sealer | null> {
  // SECURITY: `basic_text` encrypts with a password that everybody knows; `unknown` is not ready yet.
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return null;
  }
  // The runtime for tests has only the older half of this interface.
  if (typeof safeStorage.encryptStringAsync === 'function') {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
    return {
      seal: (text) => safeStorage.encryptStringAsync(text),
      open: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
    };
  }
  return safeStorage.isEncryptionAvailable() ? olderSealer : null;
}

const olderSealer: Sealer = {
  seal: async (text) => safeStorage.encryptString(text),
  open: async (sealed) => safeStorage.decryptString(sealed),
};
