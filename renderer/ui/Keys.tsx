import styles from './Keys.module.css';

/** A shortcut as printed on the keys: `Ctrl+Enter`. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
