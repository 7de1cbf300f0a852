import { redactCredentials } from './redact-credentials.ts';
import { redactPersonal } from './redact-personal.ts';

/** Text without credentials and personal data, as far as these have a form. Line breaks stay where they are. */
export function redact(text: string): string {
  return redactPersonal(redactCredentials(text));
}
