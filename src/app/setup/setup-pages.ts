import { escapeHtml } from '../../sanitise.ts';

/** A page, and where its forms may lead. */
export interface Page {
  readonly status: number;
  readonly html: string;
  readonly formTarget: string;
}

/** What GitHub hands out once, for the App that was just made. */
export interface NewApp {
  readonly id: number;
  readonly pem: string;
  readonly webhook_secret: string | null;
  readonly html_url: string;
}

/** Asks under which address the server is reached, and for whom the App is. */
export function askPage(token: string, address: string): Page {
  return page(200, "'self'", 'Register the App', [
    '<p>Two questions, then GitHub asks you to confirm. Nothing is stored here.</p>',
    `<form method="post" action="/setup?token=${encodeURIComponent(token)}">`,
    `<p><label>Address of this server, as GitHub reaches it<br><input name="address" size="50" required value="${escapeHtml(address)}"></label></p>`,
    '<p><label>Organisation that will own the App; empty for your own account<br><input name="organisation" size="50"></label></p>',
    '<p><button>Go on</button></p></form>',
  ]);
}

/** Hands the manifest to GitHub, which shows it and asks for a name. */
export function confirmPage(action: string, manifest: string): Page {
  return page(200, new URL(action).origin, 'Register the App', [
    `<form method="post" action="${escapeHtml(action)}">`,
    `<input type="hidden" name="manifest" value="${escapeHtml(manifest)}">`,
    `<p>The App asks for:</p><pre>${escapeHtml(JSON.stringify(JSON.parse(manifest), null, 2))}</pre>`,
    '<p><button>Register it on GitHub</button></p></form>',
  ]);
}

/** The variables to set, once: nobody can look at them here a second time. */
export function donePage({ id, pem, webhook_secret: secret, html_url: url }: NewApp): Page {
  const variables = `APP_ID=${id}\nPRIVATE_KEY=${Buffer.from(pem).toString('base64')}\nWEBHOOK_SECRET=${secret ?? ''}\n`;
  return page(200, "'none'", 'The App is registered', [
    '<p><strong>This page is shown once.</strong> Put these variables where your secrets are, take PIPEWRIGHT_SETUP away, and start the server again.</p>',
    `<pre>${escapeHtml(variables)}</pre>`,
    `<p>Then <a href="${escapeHtml(`${url}/installations/new`)}">install the App</a> on the repositories to review, and run <code>pipewright doctor</code>.</p>`,
  ]);
}

/** Says what went wrong and what to do. */
export function problemPage(status: number, problem: string): Page {
  return page(status, "'none'", 'That did not work', [`<p>${escapeHtml(problem)}</p>`]);
}

function page(status: number, formTarget: string, title: string, body: readonly string[]): Page {
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} · Pipewright</title></head>`;
  return { status, formTarget, html: `${head}<body><h1>${title}</h1>${body.join('\n')}</body></html>\n` };
}
