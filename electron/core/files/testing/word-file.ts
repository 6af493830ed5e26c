/** Word files put together by hand, as Word and LibreOffice write them, and their words by a reader of its own. */
import { XMLParser } from 'fast-xml-parser';
import JSZip from 'jszip';
import { storyWords } from '#shared/domain/story-text/index.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly comments?: string;
  readonly links?: Readonly<Record<string, string>>;
  readonly media?: Readonly<Record<string, Uint8Array>>;
}

export async function wordFile(parts: WordParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const relations: string[] = [];
  const relate = (id: string, kind: string, target: string, outside = false): void =>
    void relations.push(
      `<Relationship Id="${id}" Type="${TYPE}/${kind}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    );
  const part = (name: string, kind: string, root: string, xml: string | undefined): void => {
    if (xml === undefined) return;
    zip.file(`word/${name}.xml`, `${HEAD}<w:${root} ${NAMESPACES}>${xml}</w:${root}>`);
    relate(`rId-${name}`, kind, `${name}.xml`);
  };
  part('styles', 'styles', 'styles', parts.styles);
  part('numbering', 'numbering', 'numbering', parts.numbering);
  part('footnotes', 'footnotes', 'footnotes', parts.footnotes);
  part('header1', 'header', 'hdr', parts.header);
  part('comments', 'comments', 'comments', parts.comments);
  for (const [id, url] of Object.entries(parts.links ?? {})) relate(id, 'hyperlink', url, true);
  for (const [name, bytes] of Object.entries(parts.media ?? {})) {
    zip.file(`word/media/${name}`, bytes);
    relate(name.replace(/\..*$/, ''), 'image', `media/${name}`);
  }
  zip.file(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  );
  zip.file(
    'word/document.xml',
    `${HEAD}<w:document ${NAMESPACES}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
  );
  return await zip.generateAsync({ type: 'uint8array' });
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;

type XmlNode = Readonly<Record<string, unknown>>;

/** Every word of a Word file's text, footnotes, headers, comments and deletions, read by another parser. */
export async function wordsOfWordFile(bytes: Uint8Array): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const parser = new XMLParser({ preserveOrder: true, trimValues: false, processEntities: true });
  const words: string[] = [];
  for (const name of Object.keys(zip.files)) {
    if (!/^word\/(?:document|footnotes|endnotes|header\d*|footer\d*|comments)\.xml$/.test(name))
      continue;
    const xml = (await zip.file(name)?.async('string')) ?? '';
    let text = '';
    const walk = (nodes: readonly XmlNode[], reading: boolean): void => {
      for (const node of nodes) {
        for (const [tag, inside] of Object.entries(node)) {
          if (tag === '#text' && reading) text += String(inside);
          if (tag === ':@' || !Array.isArray(inside) || tag === 'mc:Fallback') continue;
          if (['w:p', 'w:tab', 'w:br'].includes(tag)) text += ' ';
          walk(inside as XmlNode[], ['w:t', 'm:t', 'w:delText'].includes(tag));
          if (tag === 'w:p') text += ' ';
        }
      }
    };
    walk(parser.parse(xml) as XmlNode[], false);
    words.push(...storyWords(text));
  }
  return words;
}
