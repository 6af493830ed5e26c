/** One key takes in the new headlines of all stories that this one links to. */
import type { RelatedLink } from '#shared/domain/article.ts';
import { newTitle, relatedLinks, withNewTitles } from '#shared/preflight/related.ts';
import { useCommand } from '../../../commands/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useLinkedStories } from '../../../newsroom/index.ts';
import type { DraftState } from '../draft.ts';
import { useDraft, useDraftPart, usePens } from '../DraftProvider.tsx';
import { sameFields } from '../kept-part.ts';

export function useRenewTitles(): void {
  const { t } = useWords();
  const draft = useDraft();
  const pens = usePens();
  const links = useDraftPart(linksOf, sameFields);
  const linked = useLinkedStories(links.flatMap(({ story }) => story ?? []));
  const changed = links.some((link) => newTitle(link, linked) !== null);
  useCommand(
    'related.renew',
    () => draft.replace(withNewTitles(draft.snapshot().article, linked)),
    {
      refusal: !pens.text
        ? t('why.wrong-state')
        : changed
          ? undefined
          : t('links.nothing-to-renew'),
    },
  );
}

function linksOf({ article }: DraftState): readonly RelatedLink[] {
  return relatedLinks(article).map(({ link }) => link);
}
