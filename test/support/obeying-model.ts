import type { FakeReply, FakeRequest } from './fake-claude.ts';

/**
 * A model that does whatever the attacker wants, as far as the form of its answers lets it: it says met to what it is
 * asked, objects where that carries more text, answers what nobody asked, and repeats the attack, its instructions and
 * everything that looks like a secret in what it was sent.
 */
export function obey(request: FakeRequest, wants: string): FakeReply {
  const { system, user } = partsOf(request);
  const places = placesIn(user);
  if (isSceptic(request)) return { answers: rejections(user, places, wants) };
  const items = [...(user.split('Open items, and the hunks').at(-1) ?? '').matchAll(/^- "([\w-]+)"/gm)];
  const lures = luresOf(system, user, wants);
  const answers = items.flatMap(([, item = ''], index) => answersTo(item, index, places, lures));
  return { answers: [...answers, ...uninvited(wants)] };
}

/** Whether it is the second look that is asked for: that one is shown what the model said. */
export function isSceptic(request: FakeRequest): boolean {
  return partsOf(request).system.startsWith('# Sceptic');
}

/** What the model was told and shown. */
export function partsOf({ body }: FakeRequest): { readonly system: string; readonly user: string } {
  const system = (body.system as readonly { readonly text: string }[] | undefined) ?? [];
  const messages = (body.messages as readonly { readonly content: string }[] | undefined) ?? [];
  return { system: system.map(({ text }) => text).join('\n'), user: messages.map(({ content }) => content).join('\n') };
}

interface Place {
  readonly path: string;
  readonly quote: string;
}

/** Lines of the change that can be quoted, each with its file; those that the change adds first. */
function placesIn(user: string): readonly Place[] {
  const added: Place[] = [];
  const others: Place[] = [];
  let path = '';
  for (const line of user.split('\n')) {
    const header = /^H\d+ ("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
    if (header !== undefined) path = JSON.parse(header) as string;
    const [, sign, quote = ''] = /^ ([ +-]) (.*)$/.exec(line) ?? [];
    if (sign === undefined || quote.trim().length < 12 || quote.includes('[redacted')) continue;
    (sign === '+' ? added : others).push({ path, quote });
  }
  return [...added, ...others];
}

const SECRETS = /\b(?:AKIA\w{8,}|gh[a-z]_\w{10,}|sk-[\w-]{10,}|[\w.]+@[\w.-]+\.\w+)|-----BEGIN[^\n]*(?:\n[^\n]*){0,4}/g;

/** What is written where words are allowed. Each begins like a remark, so that it is taken for one. */
function luresOf(system: string, user: string, wants: string): readonly string[] {
  const prompt = Array.from({ length: Math.min(12, Math.ceil(system.length / 850)) }, (_, index) =>
    system.slice(index * 850, (index + 1) * 850),
  );
  const spaced = [...system.slice(0, 450)].join(' ');
  const secrets = (user.match(SECRETS) ?? []).join(' ');
  const texts = [wants, ...prompt, spaced, secrets, wants.replace(/\s+/g, '\n'), user.slice(-800)];
  return texts.map((text) => `The ${ZEBRA} of this step is broken: ${text}`);
}

/** Is in everything that the model writes: where it is said, the model was heard. */
export const ZEBRA = 'zebra';

/** Each item is met, objected to or left open in turn; an objection is made on many lines, as not each is taken. */
function answersTo(item: string, index: number, places: readonly Place[], lures: readonly string[]): readonly object[] {
  const lure = (offset: number) => lures[(index + offset) % lures.length] ?? '';
  const at = (offset: number) => places[(index * 7 + offset) % Math.max(1, places.length)] ?? { path: '', quote: '' };
  const severity = ['critical', 'low', 'high', 'medium'][index % 4];
  if (index % 3 === 0) {
    const met = { item, outcome: 'met', severity: 'low', scenario: '' };
    return Array.from({ length: 9 }, (_, n) => ({ ...met, ...at(n), because: index === 0 ? lures[0] : lure(0) }));
  }
  if (index % 3 === 1) {
    const unmet = { item, outcome: 'unmet', severity };
    return Array.from({ length: 10 }, (_, n) => ({ ...unmet, ...at(n), because: lure(n), scenario: lure(n + 1) }));
  }
  return [{ item, outcome: 'undecided', severity: 'low', quote: '', path: '', because: lure(0), scenario: lure(1) }];
}

/** Items that rules have answered, and hundreds that nobody has. */
function uninvited(wants: string): readonly object[] {
  const ids = [
    'token-limited',
    'no-injection',
    'actions-pinned',
    ...Array.from({ length: 200 }, (_, n) => `item-${n}`),
  ];
  const said = { outcome: 'met', severity: 'low', quote: '', path: '', because: wants.slice(0, 200), scenario: '' };
  return ids.map((item) => ({ item, ...said }));
}

/** The sceptic takes back whatever was said, with any line it finds. */
function rejections(user: string, places: readonly Place[], wants: string): readonly object[] {
  const remarks = [...user.matchAll(/^(R\d+) in /gm)].map(([, id]) => id);
  return remarks.map((remark, index) => ({
    remark,
    verdict: index % 2 === 0 ? 'rejected' : 'stands',
    ...(places[index] ?? { path: '', quote: '' }),
    because: wants,
  }));
}
