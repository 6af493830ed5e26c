import type { NodeKey } from 'lexical';
import { Card } from './Card.tsx';
import styles from './blocks.module.css';

export function DividerBlock({ nodeKey }: { readonly nodeKey: NodeKey }) {
  return (
    <Card nodeKey={nodeKey}>
      <hr className={styles.divider} />
    </Card>
  );
}
