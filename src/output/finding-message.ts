import { plainText } from '../sanitise.ts';
import type { Message } from '../types.ts';

/** A finding's message as one string: what, why and remedy, in that order. */
export function findingMessage(message: Message): string {
  return [message.what, message.why, message.remedy]
    .map(plainText)
    .filter((part) => part !== '')
    .join(' ');
}
