import type { IncomingMessage } from 'node:http';
import type { Log } from '../log.ts';
import { readBody } from '../read-body.ts';
import { manifestJson } from './manifest-json.ts';
import { askPage, confirmPage, donePage, type NewApp, type Page, problemPage } from './setup-pages.ts';
import type { Tickets } from './tickets.ts';
import { webOrigin } from './web-origin.ts';

export interface Setup {
  readonly apiUrl: string;
  readonly webhookPath: string;
  readonly tickets: Tickets;
  readonly log: Log;
}

const MAX_FORM = 10_000;
const NOT_ADMITTED = problemPage(
  403,
  'This address is not the one that the log shows, it is older than an hour, or an App was registered with it already. Start the server again and open the address that its log then shows.',
);

/** Leads through GitHub's manifest flow: question, confirmation on GitHub, callback. */
export async function answerSetup(setup: Setup, request: IncomingMessage): Promise<Page> {
  const url = new URL(request.url ?? '/', 'http://here.invalid');
  if (url.pathname === '/setup/callback' && request.method === 'GET') return await finish(setup, url.searchParams);
  if (url.pathname !== '/setup') return problemPage(404, 'There is nothing here. The log shows the address to open.');
  const token = url.searchParams.get('token') ?? '';
  if (!setup.tickets.admits(token)) return NOT_ADMITTED;
  if (request.method === 'POST') return confirm(setup, new URLSearchParams(await formOf(request)));
  return askPage(token, `https://${request.headers.host ?? 'YOUR-HOST'}`);
}

async function formOf(request: IncomingMessage): Promise<string> {
  const body = await readBody(request, MAX_FORM);
  return body === 'too-large' ? '' : body.toString('utf8');
}

function confirm({ apiUrl, webhookPath, tickets }: Setup, form: URLSearchParams): Page {
  const address = (form.get('address') ?? '').trim();
  const organisation = (form.get('organisation') ?? '').trim();
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol) || new URL(address).pathname !== '/') {
    return problemPage(400, 'The address is none. Go back and enter it with https:// and without a path.');
  }
  if (!/^[\w-]{0,100}$/.test(organisation)) {
    return problemPage(
      400,
      'The organisation has characters that no name has. Go back and enter it as in its address.',
    );
  }
  const owner = organisation === '' ? '' : `/organizations/${organisation}`;
  const action = `${webOrigin(apiUrl)}${owner}/settings/apps/new?state=${tickets.newState()}`;
  return confirmPage(action, manifestJson(new URL(address).origin, webhookPath));
}

/** Fetches the App that GitHub made. Its secrets go into the page and nowhere else. */
async function finish({ apiUrl, tickets, log }: Setup, query: URLSearchParams): Promise<Page> {
  const code = query.get('code') ?? '';
  if (!tickets.takeState(query.get('state') ?? '') || !/^[\w-]{1,200}$/.test(code)) return NOT_ADMITTED;
  const app = await fetchApp(`${apiUrl}/app-manifests/${code}/conversions`);
  if (typeof app === 'string') {
    log.warn({ reason: app }, 'the App was not fetched');
    return problemPage(
      502,
      `GitHub did not hand out the App (${app}). Open the address from the log again; an App that is listed in your settings already can be deleted there.`,
    );
  }
  tickets.close();
  log.info({ status: 201 }, 'an App was registered; set its variables, take PIPEWRIGHT_SETUP away and start again');
  return donePage(app);
}

async function fetchApp(url: string): Promise<NewApp | string> {
  try {
    const headers = { accept: 'application/vnd.github+json', 'user-agent': 'pipewright-setup' };
    const response = await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(10_000) });
    return response.status === 201 ? ((await response.json()) as NewApp) : `answer ${response.status}`;
  } catch {
    return 'no answer';
  }
}
