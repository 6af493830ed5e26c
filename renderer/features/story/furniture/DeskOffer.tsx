import { Building2 } from 'lucide-react';
import type { Article } from '#shared/domain/article.ts';
import type { DeskId } from '#shared/domain/ids.ts';
import {
  deskFurniture,
  differingFurniture,
  type DeskFurniture,
} from '#shared/domain/suggest/desk-furniture.ts';
import { useWords } from '../../../i18n/index.ts';
import { useNewsroom, useNow } from '../../../newsroom/index.ts';
import { Button, Menu, type MenuChoice } from '../../../ui/index.ts';
import styles from '../Inspector.module.css';

/** Fills dateline, section, source, language and copyright from a desk and its site; says when they stand otherwise. */
export function DeskOffer({
  desk: own,
  article,
  onChange,
}: {
  /** The story's desk. */
  readonly desk: DeskId;
  readonly article: Pick<Article, keyof DeskFurniture>;
  readonly onChange: (fields: Partial<DeskFurniture>) => void;
}) {
  const { t } = useWords();
  const newsroom = useNewsroom();
  const year = new Date(useNow()).getFullYear();
  const offers = (newsroom?.desks ?? []).flatMap((desk) => {
    const site = newsroom?.sites.find(({ id }) => id === desk.site);
    if (site === undefined) return [];
    const differs = differingFurniture(article, deskFurniture(desk, site, year));
    return [{ desk, site, differs, isFilled: Object.keys(differs).length === 0 }];
  });
  const filledBy = offers.find(({ isFilled }) => isFilled);
  const home = offers.find(({ desk }) => desk.id === own);
  const choices = offers.map(({ desk, site, differs, isFilled }): MenuChoice => ({
    key: desk.id,
    name: `${desk.name} · ${site.name}`,
    refusal: isFilled ? t('desk-offer.as-is') : undefined,
    run: () => onChange(differs),
  }));
  if (offers.length === 0) return null;
  return (
    <section className={styles.group}>
      <p className={styles.facts}>
        {filledBy === undefined
          ? t('desk-offer.own')
          : t('desk-offer.filled', { desk: filledBy.desk.name, site: filledBy.site.name })}
      </p>
      <div className={styles.names}>
        {home !== undefined && filledBy === undefined && (
          <Button size="small" onClick={() => onChange(home.differs)}>
            {t('desk-offer.home', { desk: home.desk.name })}
          </Button>
        )}
        <Menu
          align="start"
          trigger={
            <Button size="small" look="quiet" icon={<Building2 />}>
              {t('desk-offer.choose')}
            </Button>
          }
          choices={choices}
        />
      </div>
    </section>
  );
}
