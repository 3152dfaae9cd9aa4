import { readFileSync } from 'node:fs';
import type { PictureName } from './pictures';

/** What a picture shows, in words, and how large it is. */
interface Drawn {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

declare const data: Readonly<Record<PictureName, Drawn>>;

export { data };

/** What `npm run docs:pictures` wrote beside the pictures. */
export default {
  load: (): typeof data =>
    JSON.parse(
      readFileSync(new URL('../../public/pictures/pictures.json', import.meta.url), 'utf8'),
    ),
};
