import { MANIFEST, manifestRights } from '../manifest.ts';

/** The manifest as GitHub's form takes it, for a server at this address. */
export function manifestJson(address: string, webhookPath: string): string {
  const { permissions, events } = manifestRights();
  return JSON.stringify({
    ...MANIFEST,
    hook_attributes: { url: `${address}${webhookPath}`, active: true },
    redirect_url: `${address}/setup/callback`,
    default_permissions: permissions,
    default_events: events,
  });
}
