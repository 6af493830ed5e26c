export { TastesProvider } from './preferences.tsx';
export { SettingsDialog } from './SettingsDialog.tsx';
export { ShortcutsDialog } from './ShortcutsDialog.tsx';
