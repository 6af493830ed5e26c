/** Writes a press photo's words into a JPEG the way agencies do: IPTC-IIM (APP13) and XMP (APP1), saying the same. */

/** What an agency photo says about itself. Fields as in the IPTC Photo Metadata Standard. */
export interface PressWords {
  readonly headline: string;
  readonly caption: string;
  readonly credit: string;
  readonly creator: string;
  readonly city: string;
  /** `yyyy-mm-dd` */
  readonly taken: string;
  readonly alt?: string;
}

/** The same JPEG with the words in it, right behind its start marker. Throws when the bytes are not a JPEG. */
export function writePressWords(jpeg: Uint8Array, words: PressWords): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new TypeError('not a JPEG');
  // JFIF (APP0), when there, must stay first.
  const afterJfif =
    jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0) : 2;
  return Buffer.concat([
    jpeg.subarray(0, afterJfif),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp(words)])),
    segment(0xed, photoshop(iim(words))),
    jpeg.subarray(afterJfif),
  ]);
}

function segment(marker: number, content: Buffer): Buffer {
  if (content.length > 65_533) throw new RangeError('too long for one JPEG segment');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Record 2 data sets of IIM 4.2; 1:90 says that the text is UTF-8. */
function iim(words: PressWords): Buffer {
  const dataSet = (record: number, number: number, content: Buffer) => {
    const head = Buffer.from([0x1c, record, number, 0, 0]);
    head.writeUInt16BE(content.length, 3);
    return Buffer.concat([head, content]);
  };
  const text = (number: number, value: string) => dataSet(2, number, Buffer.from(value, 'utf8'));
  return Buffer.concat([
    dataSet(1, 90, Buffer.from([0x1b, 0x25, 0x47])),
    dataSet(2, 0, Buffer.from([0, 4])),
    text(55, words.taken.replaceAll('-', '')),
    text(80, words.creator),
    text(90, words.city),
    text(105, words.headline),
    text(110, words.credit),
    text(120, words.caption),
  ]);
}

/** IIM stands in Photoshop's image resource 0x0404, padded to an even length. */
function photoshop(content: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write('8BIM', 0, 'latin1');
  head.writeUInt16BE(0x0404, 4);
  head.writeUInt32BE(content.length, 8);
  const padding = Buffer.alloc(content.length % 2);
  return Buffer.concat([Buffer.from('Photoshop 3.0\0'), head, content, padding]);
}

function xmp(words: PressWords): Buffer {
  const plain = (name: string, value: string) => `<${name}>${escaped(value)}</${name}>`;
  const lang = (name: string, value: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`;
  return Buffer.from(
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">` +
      plain('photoshop:Headline', words.headline) +
      lang('dc:description', words.caption) +
      plain('photoshop:Credit', words.credit) +
      `<dc:creator><rdf:Seq><rdf:li>${escaped(words.creator)}</rdf:li></rdf:Seq></dc:creator>` +
      plain('photoshop:City', words.city) +
      plain('photoshop:DateCreated', words.taken) +
      (words.alt === undefined ? '' : lang('Iptc4xmpCore:AltTextAccessibility', words.alt)) +
      `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
    'utf8',
  );
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
