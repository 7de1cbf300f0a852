import type { Ask } from './ask-github.ts';
import { type AppDiagnosis, failed, ok, warning } from './diagnosis.ts';

interface Hook {
  readonly url?: string;
  readonly content_type?: string;
  readonly insecure_ssl?: string | number;
  readonly secret?: string;
}

interface Delivery {
  readonly delivered_at: string;
  readonly status_code: number;
}

/** Milliseconds. */
const RECENT = 24 * 60 * 60_000;
const WHERE = 'App settings, "General", "Webhook"';

/** Where GitHub sends events, how, and whether they arrive. */
export async function checkWebhook(ask: Ask, webhookPath: string): Promise<readonly AppDiagnosis[]> {
  const config = await ask('GET', '/app/hook/config');
  if (!config.heard || config.status !== 200) {
    return [warning('webhook', `GitHub did not say where it sends events (${answerOf(config)}). Look at ${WHERE}.`)];
  }
  const hook = config.data as Hook;
  const problems = problemsOf(hook, webhookPath);
  return [...(problems.length > 0 ? problems : [ok('webhook', `events go to ${hook.url}`)]), await deliveries(ask)];
}

function problemsOf(hook: Hook, webhookPath: string): readonly AppDiagnosis[] {
  const { url = '' } = hook;
  if (!URL.canParse(url)) {
    return [
      failed('webhook', `no address is set, so no event arrives. Set https://YOUR-HOST${webhookPath}: ${WHERE}.`),
    ];
  }
  const { protocol, pathname } = new URL(url);
  return [
    ...(hook.content_type === 'json'
      ? []
      : [failed('webhook', `the content type is not JSON, so events are refused. Choose application/json: ${WHERE}.`)]),
    ...(hook.secret
      ? []
      : [
          failed(
            'webhook',
            `no secret is set, so events are not signed and are refused. Set WEBHOOK_SECRET's: ${WHERE}.`,
          ),
        ]),
    ...(String(hook.insecure_ssl ?? '0') === '0'
      ? []
      : [
          failed('webhook', `certificates are not verified: somebody in between can read events. Enable it: ${WHERE}.`),
        ]),
    ...(protocol === 'https:' ? [] : [warning('webhook', `${url} is not encrypted. Use https: ${WHERE}.`)]),
    ...(pathname === webhookPath
      ? []
      : [
          warning(
            'webhook',
            `events go to the path ${pathname}, the App listens at ${webhookPath}. Change WEBHOOK_PATH or ${WHERE}, unless a proxy in between does.`,
          ),
        ]),
  ];
}

async function deliveries(ask: Ask): Promise<AppDiagnosis> {
  const listed = await ask('GET', '/app/hook/deliveries?per_page=100');
  if (!listed.heard || listed.status !== 200) {
    return warning(
      'deliveries',
      `GitHub did not list them (${answerOf(listed)}). Look at "Advanced" of the App settings.`,
    );
  }
  const recent = (listed.data as readonly Delivery[]).filter(
    ({ delivered_at: at }) => Date.parse(at) >= Date.now() - RECENT,
  );
  const lost = recent.filter(({ status_code: status }) => status < 200 || status >= 300);
  if (lost.length === 0) return ok('deliveries', `${recent.length} in the last day, none failed`);
  const statuses = [...new Set(lost.map(({ status_code: status }) => status || 'no answer'))].join(', ');
  return warning(
    'deliveries',
    `${lost.length} of ${recent.length} in the last day failed (${statuses}). ${remedyOf(lost)} The App asks for lost ones again, hourly.`,
  );
}

function remedyOf(lost: readonly Delivery[]): string {
  if (lost.some(({ status_code: status }) => status === 400)) {
    return 'With 400, WEBHOOK_SECRET differs from the secret on the settings page.';
  }
  if (lost.some(({ status_code: status }) => status === 503))
    return 'With 503, the queue was full or the App was closing.';
  return 'Check that the address leads to the App and that it answers within ten seconds.';
}

function answerOf(heard: Awaited<ReturnType<Ask>>): string {
  return heard.heard ? `answer ${heard.status}` : heard.reason;
}
