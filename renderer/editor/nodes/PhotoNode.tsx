import { DecoratorBlockNode } from '@lexical/react/LexicalDecoratorBlockNode';
import { $create, $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { JSX } from 'react';
import { photoUseIdSchema, type PhotoUseId } from '#shared/domain/ids.ts';
import { Card } from '../views/Card.tsx';
import { PhotoBlock } from '../views/PhotoBlock.tsx';

export const photoUseState = createState('photoUse', {
  parse: (value) => {
    const parsed = photoUseIdSchema.safeParse(value);
    return parsed.success ? parsed.data : ('' as PhotoUseId);
  },
});

/** The place of a photo in the body. It holds only the name of its photo use; the words live there. */
export class PhotoNode extends DecoratorBlockNode {
  override $config() {
    return this.config('photo', {
      extends: DecoratorBlockNode,
      stateConfigs: [{ stateConfig: photoUseState, flat: true }],
    });
  }

  override decorate(): JSX.Element {
    return (
      <Card nodeKey={this.getKey()}>
        <PhotoBlock use={$getState(this, photoUseState)} nodeKey={this.getKey()} />
      </Card>
    );
  }

  override getTextContent(): string {
    return '';
  }
}

export function $createPhotoNode(use: PhotoUseId): PhotoNode {
  return $setState($create(PhotoNode), photoUseState, use);
}

export function $isPhotoNode(node: LexicalNode | null | undefined): node is PhotoNode {
  return node instanceof PhotoNode;
}

export function $photoUseOf(node: PhotoNode): PhotoUseId {
  return $getState(node, photoUseState);
}
