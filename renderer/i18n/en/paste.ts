import type { paste as source } from '../id/paste.ts';

export const paste = {
  'paste.report': 'About what you just pasted',
  'paste.pictures':
    '{count, plural, one {{shown} picture did not come along. Save it as a file and drag it here:} other {{shown} pictures did not come along. Save them as files and drag them here:}}',
  'paste.why-foreign': 'on the site or in the mail it comes from',
  'paste.why-file': 'in a file on a computer, not on the clipboard',
  'paste.why-blob': 'only in the page it comes from',
  'paste.why-kind': 'of a kind that cannot be kept as a photo',
  'paste.why-media': 'a film, a sound or a frame of another site',
  'paste.left-out':
    '{count, plural, one {{shown} part stayed out, because it was not shown as text:} other {{shown} parts stayed out, because they were not shown as text:}}',
  'paste.left-hidden': 'Hidden',
  'paste.left-deleted': 'Deleted by its writer',
  'paste.left-comment': 'Comment',
  'paste.left-control': 'Choices of a form',
  'paste.left-picture': 'Words in a picture',
  'paste.put-in': 'Put in as well',
  'paste.struck':
    '{count, plural, one {{shown} part was struck through and came without the line. Check whether it still holds.} other {{shown} parts were struck through and came without the line. Check whether they still hold.}}',
  'paste.photos-copied':
    '{count, plural, one {{shown} photo was copied into this story with its caption.} other {{shown} photos were copied into this story with their captions.}}',
  'paste.photos-left-out':
    '{count, plural, one {{shown} photo did not come along: this story takes no photos now.} other {{shown} photos did not come along: this story takes no photos now.}}',
  'paste.too-long': 'Too long: a story holds at most 5,000 blocks. Nothing has changed.',
  'paste.other-files': 'No photo, and can\u2019t be opened here: {names}',
  'paste.line-too-long':
    'Too long for this field: {shown} of at most {most} characters. Nothing has changed.',
  'paste.plain-how': 'Put the caret into the story and press {keys}.',
} as const satisfies Record<keyof typeof source, string>;
