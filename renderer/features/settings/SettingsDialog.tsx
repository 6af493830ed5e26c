import { runCommand } from '../../commands/index.ts';
import { LANGUAGES, useWords, type Language } from '../../i18n/index.ts';
import { useCore, useNewsroom, useSession } from '../../newsroom/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { TEXT_SIZES, useTastes } from './preferences.tsx';
import styles from './Settings.module.css';

const THEMES = ['system', 'light', 'dark'] as const;
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  id: 'Bahasa Indonesia',
  en: 'English',
};

/** How the window looks and speaks, who is signed in, and what this program is. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { tastes, change } = useTastes();
  const core = useCore();
  const session = useSession().data;
  const newsroom = useNewsroom();
  return (
    <Dialog open onClose={onClose} title={t('settings.title')} closeName={t('close')}>
      <div className={styles.stack}>
        <Choices
          label={t('settings.theme')}
          value={tastes.theme}
          choices={THEMES.map((value) => ({ value, name: t(`theme.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
        <Choices
          label={t('settings.language')}
          value={tastes.language}
          choices={LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))}
          onChange={(language) => change({ language })}
        />
        <Choices
          label={t('settings.text-size')}
          value={tastes.textSize}
          choices={TEXT_SIZES.map((value) => ({ value, name: t(`text-size.${value}`) }))}
          onChange={(textSize) => change({ textSize })}
        />
        <section className={styles.about}>
          <h3>{t('words.title')}</h3>
          <p>{t('words.lead')}</p>
          <Button
            onClick={() => {
              onClose();
              runCommand('words.open');
            }}
          >
            {t('words.open')}
          </Button>
        </section>
        <section className={styles.about}>
          <h3>{t('settings.account')}</h3>
          <p>
            <strong>{session?.person?.fullName ?? '—'}</strong>
            {newsroom !== undefined && ` · ${newsroom.name}`}
          </p>
          <p>{session?.server ?? ''}</p>
          {session?.tokenInMemoryOnly === true && <p>{t('settings.token-in-memory')}</p>}
          <Button
            onClick={() => {
              void core.call('session.signOut', {}).then(onClose, onClose);
            }}
          >
            {t('settings.sign-out')}
          </Button>
          <p>{t('settings.sign-out-safe')}</p>
        </section>
        <section className={styles.about}>
          <h3>{t('settings.about')}</h3>
          <p>{t('settings.about-more')}</p>
        </section>
      </div>
    </Dialog>
  );
}

function Choices<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={label}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
