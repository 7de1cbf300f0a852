import type { Arguments } from './read-arguments.ts';
import { readText } from './read-text.ts';
import type { Streams } from './streams.ts';

/** The text of the file that stands for the organisation's settings; undefined where none is named. */
export async function readOrganisation({ organisation }: Arguments, streams: Streams): Promise<string | undefined> {
  return organisation === undefined ? undefined : await readText('organisation', organisation, streams);
}
