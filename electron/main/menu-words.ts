/** Words of what only the system does; everything else the page names itself. */
import type { Preferences } from '#shared/contract/shell.ts';

const id = {
  file: 'Berkas',
  quit: 'Keluar',
  edit: 'Sunting',
  undo: 'Urungkan',
  redo: 'Ulangi',
  cut: 'Potong',
  copy: 'Salin',
  paste: 'Tempel',
  selectAll: 'Pilih Semua',
  view: 'Tampilan',
  larger: 'Perbesar',
  smaller: 'Perkecil',
  normalSize: 'Ukuran Normal',
  fullScreen: 'Layar Penuh',
  developerTools: 'Alat Pengembang',
  window: 'Jendela',
  minimise: 'Kecilkan',
  closeWindow: 'Tutup Jendela',
  help: 'Bantuan',
} as const;

export type MenuWords = Readonly<Record<keyof typeof id, string>>;

const en = {
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  larger: 'Zoom In',
  smaller: 'Zoom Out',
  normalSize: 'Actual Size',
  fullScreen: 'Full Screen',
  developerTools: 'Developer Tools',
  window: 'Window',
  minimise: 'Minimise',
  closeWindow: 'Close Window',
  help: 'Help',
} as const satisfies MenuWords;

export const MENU_WORDS: Readonly<Record<Preferences['language'], MenuWords>> = { id, en };
