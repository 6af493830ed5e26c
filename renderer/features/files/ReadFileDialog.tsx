import { useState, type ReactNode } from 'react';
import type { ReadStoryFile } from '#shared/contract/files.ts';
import type { DeskId } from '#shared/domain/ids.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import { useWords } from '../../i18n/index.ts';
import { Understood, useNewsroom, useSession } from '../../newsroom/index.ts';
import { Button, Dialog, Notice, Select } from '../../ui/index.ts';
import type { FileTarget } from './FileOpening.tsx';

/** Shows what a file was understood as and what is left over, before anything changes. */
export function ReadFileDialog({
  name,
  file,
  paper,
  target,
  onClose,
  onNew,
  onInto,
}: {
  readonly name: string;
  readonly file: ReadStoryFile;
  readonly paper: ReactNode;
  readonly target: FileTarget | null;
  readonly onClose: () => void;
  readonly onNew: (desk: DeskId) => void;
  readonly onInto: () => void;
}) {
  const { t } = useWords();
  const desks = useWritableDesks();
  const [chosen, setChosen] = useState<DeskId | null>(null);
  const desk = desks.find((each) => each.id === chosen) ?? desks[0];
  const { leftOver, pictures } = file;
  const before = target?.article();
  const hasText = before !== undefined && (before.headline !== '' || before.blocks.length > 0);
  return (
    <Dialog
      open
      stays
      width="full"
      onClose={onClose}
      title={t('files.read-title', { name })}
      lead={t('files.read-lead')}
      closeName={t('close')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {target !== null && <Button onClick={onInto}>{t('files.into-this')}</Button>}
          <Button
            look="main"
            data-first
            refusal={desk === undefined ? t('desk.no-desk') : undefined}
            onClick={() => {
              if (desk !== undefined) onNew(desk.id);
            }}
          >
            {t('files.as-new')}
          </Button>
        </>
      }
    >
      <Understood
        paper={paper}
        leftOver={leftOver}
        title={t('files.left-over', { count: leftOver.length })}
        none={t('files.none-left')}
      >
        {hasText && <Notice tone="note">{t('files.not-empty')}</Notice>}
        {desks.length > 1 && desk !== undefined && (
          <Select
            label={t('files.desk')}
            value={desk.id}
            choices={desks.map((each) => ({ value: each.id, name: each.name }))}
            onChange={setChosen}
          />
        )}
        {pictures.taken > 0 && <p>{t('files.pictures', { count: pictures.taken })}</p>}
      </Understood>
    </Dialog>
  );
}

/** Where this person may begin a story; the desk that was chosen last comes first. */
function useWritableDesks() {
  const newsroom = useNewsroom();
  const person = useSession().data?.person;
  if (person === null || person === undefined) return [];
  const last = localStorage.getItem('redaksi.desk');
  return (newsroom?.desks ?? [])
    .filter((desk) => {
      const roles = rolesAt(person, desk.id);
      return roles.has('reporter') || roles.has('editor');
    })
    .toSorted((a, b) => Number(b.id === last) - Number(a.id === last));
}
