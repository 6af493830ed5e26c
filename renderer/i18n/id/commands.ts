/** Names of commands that have no button of their own, the palette, the shortcuts, tabs and windows. */
export const commands = {
  'command.palette': 'Cari perintah dan naskah…',
  'command.new-story': 'Naskah baru',
  'command.desk-search': 'Cari naskah di meja redaksi',
  'command.go-desk': 'Ke daftar naskah',
  'command.tab-close': 'Tutup tab',
  'command.save': 'Simpan sekarang',
  'command.paste-story': 'Tempel naskah utuh…',
  'command.insert-photo': 'Sisipkan foto…',
  'command.undo': 'Urungkan',
  'command.redo': 'Ulangi',
  'command.bold': 'Tebal',
  'command.italic': 'Miring',
  'command.link': 'Tautan…',
  'command.settings': 'Pengaturan',
  'command.shortcuts': 'Pintasan papan tik',
} as const;
