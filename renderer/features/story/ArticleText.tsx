import type { ReactNode } from 'react';
import {
  isNewerBlock,
  leadPhotoUses,
  type Article,
  type Block,
  type BlockOf,
  type PhotoUse,
  type Run,
} from '#shared/domain/article.ts';
import { embedProvider, PROVIDER_NAMES } from '#shared/domain/embed.ts';
import { printCaption } from '#shared/domain/story-text/caption.ts';
import { printDateline } from '#shared/domain/story-text/dateline.ts';
import { printSignoffs } from '#shared/domain/story-text/signoff.ts';
import { useWords } from '../../i18n/index.ts';
import { photoAddress } from '../../newsroom/index.ts';
import styles from './ArticleText.module.css';

/** An article to read: no editor, no fields. Used for old versions and for what a paste was understood as. */
export function ArticleText({ article }: { readonly article: Article }) {
  const { t } = useWords();
  const uses = new Map(article.photoUses.map((use) => [use.id, use]));
  const first = article.blocks.findIndex((block) => block.kind === 'paragraph');
  const last = article.blocks.findLastIndex((block) => block.kind === 'paragraph');
  return (
    <article className={styles.article}>
      {article.section !== '' && <p className={styles.kicker}>{article.section}</p>}
      <h3 className={styles.headline}>{article.headline || t('untitled')}</h3>
      {article.deck !== '' && <p className={styles.deck}>{article.deck}</p>}
      {leadPhotoUses(article).map((use) => (
        <Photo key={use.id} use={use} />
      ))}
      {article.blocks.map((block, index) => (
        <BlockText
          key={block.id}
          block={block}
          photo={block.kind === 'photo' ? uses.get(block.photoUse) : undefined}
          before={
            index === first &&
            article.dateline !== null && <strong>{printDateline(article.dateline)} </strong>
          }
          after={index === last && ` ${printSignoffs(article.signoffs)}`}
        />
      ))}
      {article.source !== '' && (
        <p className={styles.small}>{t('source-line', { source: article.source })}</p>
      )}
    </article>
  );
}

function BlockText({
  block,
  photo,
  before,
  after,
}: {
  readonly block: Block;
  readonly photo: PhotoUse | undefined;
  readonly before: ReactNode;
  readonly after: ReactNode;
}) {
  const { t } = useWords();
  if (isNewerBlock(block)) {
    return <p className={styles.unread}>{t('newer.title', { kind: String(block.kind) })}</p>;
  }
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {before}
          <Runs runs={block.runs} />
          {after}
        </p>
      );
    case 'heading':
      return (
        <h4>
          <Runs runs={block.runs} />
        </h4>
      );
    case 'quote':
      return (
        <blockquote>
          <Runs runs={block.runs} />
          {block.speaker !== '' && (
            <footer>— {[block.speaker, block.verb].filter(Boolean).join(', ')}</footer>
          )}
        </blockquote>
      );
    case 'list': {
      const entries = block.items.map((runs, index) => (
        <li key={index}>
          <Runs runs={runs} />
        </li>
      ));
      return block.ordered ? <ol>{entries}</ol> : <ul>{entries}</ul>;
    }
    case 'related':
      return (
        <p className={styles.related}>
          <strong>{block.label}:</strong> {block.link.title}
        </p>
      );
    case 'photo':
      return photo === undefined ? null : <Photo use={photo} />;
    case 'pull-quote':
      return (
        <blockquote className={styles.pulled}>
          <Runs runs={block.runs} />
          {block.speaker !== '' && <footer>— {block.speaker}</footer>}
        </blockquote>
      );
    case 'table':
      return <TableText table={block} />;
    case 'embed': {
      const provider = embedProvider(block.url);
      return (
        <p className={styles.related}>
          {provider !== null && <strong>{PROVIDER_NAMES[provider]}: </strong>}
          {block.title} <span className={styles.link}>{block.url}</span>
        </p>
      );
    }
    case 'info-box':
      return (
        <div className={styles.box}>
          {block.title !== '' && <strong>{block.title}</strong>}
          {block.paragraphs.map((runs, index) => (
            <p key={index}>
              <Runs runs={runs} />
            </p>
          ))}
        </div>
      );
    case 'divider':
      return <hr />;
    default:
      return block satisfies never;
  }
}

function TableText({ table }: { readonly table: BlockOf<'table'> }) {
  const names = table.header ? table.rows[0] : undefined;
  const rows = table.header ? table.rows.slice(1) : table.rows;
  return (
    <div className={styles.tableFrame}>
      <table>
        {table.caption !== '' && <caption>{table.caption}</caption>}
        {names !== undefined && (
          <thead>
            <tr>
              {names.map((runs, index) => (
                <th key={index} scope="col">
                  <Runs runs={runs} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, y) => (
            <tr key={y}>
              {row.map((runs, x) => (
                <td key={x}>
                  <Runs runs={runs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Photo({ use }: { readonly use: PhotoUse }) {
  return (
    <figure>
      {use.photo !== null && <img src={photoAddress(use.photo, 'preview')} alt={use.alt} />}
      <figcaption>{printCaption(use, 'brackets')}</figcaption>
    </figure>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    let shown: ReactNode = run.text;
    if (run.italic === true) shown = <em>{shown}</em>;
    if (run.bold === true) shown = <strong>{shown}</strong>;
    if (run.link !== undefined) shown = <span className={styles.link}>{shown}</span>;
    return <span key={index}>{shown}</span>;
  });
}
