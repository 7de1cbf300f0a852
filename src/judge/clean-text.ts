import { redact } from './redact.ts';
import { visibleText } from './visible-text.ts';

/** What the model wrote as one line, without credentials and invisible characters. It still has to be sanitised where it is published. */
export function cleanText(text: string): string {
  return redact(visibleText(text.slice(0, 4000)).replace(/\s+/g, ' ').trim()).slice(0, 1000);
}
