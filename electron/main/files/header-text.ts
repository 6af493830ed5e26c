/** Text in the margin of a printed page. SECURITY: Chromium reads the margin as HTML, so every sign is written as itself. */
export function escapeForHeader(text: string): string {
  return text
    .slice(0, 300)
    .toWellFormed()
    .replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
