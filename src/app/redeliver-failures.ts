import type { GitHubClient } from '../github/client.ts';
import { nextCursor } from '../github/requests/next-cursor.ts';
import type { Service } from './service.ts';

/** Milliseconds: GitHub keeps deliveries for three days. */
const KEPT = 3 * 24 * 60 * 60_000;
const MAX_PAGES = 10;
/** A delivery that failed this often fails for a reason that asking again does not cure. */
const MAX_ATTEMPTS = 3;

interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

/** Asks GitHub to send failed webhooks again; answers how many. */
export async function redeliverFailures(service: Service): Promise<number> {
  const client = await service.app();
  const lost = lostDeliveries(await recentDeliveries(client));
  let asked = 0;
  for (const { id } of lost) {
    try {
      await client.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id });
      asked += 1;
    } catch (error) {
      // One that GitHub no longer has must not keep the others from being sent.
      service.log.warn({ delivery: id, err: error }, 'not sent again');
    }
  }
  return asked;
}

/** The first attempt of each delivery that never succeeded. A repeated delivery keeps its guid. */
export function lostDeliveries(deliveries: readonly Delivery[]): readonly Delivery[] {
  const byGuid = new Map<string, Delivery[]>();
  for (const delivery of deliveries) byGuid.set(delivery.guid, [...(byGuid.get(delivery.guid) ?? []), delivery]);
  return [...byGuid.values()].flatMap((attempts) => {
    if (attempts.length >= MAX_ATTEMPTS || attempts.some(succeeded)) return [];
    return attempts.toSorted((a, b) => a.id - b.id).slice(0, 1);
  });
}

function succeeded({ status_code: status }: Delivery): boolean {
  return status >= 200 && status < 300;
}

async function recentDeliveries(client: GitHubClient): Promise<readonly Delivery[]> {
  const oldest = Date.now() - KEPT;
  const deliveries: Delivery[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const place = { per_page: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { data, headers } = await client.request('GET /app/hook/deliveries', place);
    const recent = data.filter((delivery) => Date.parse(delivery.delivered_at) >= oldest);
    deliveries.push(...recent);
    cursor = nextCursor(headers.link, 'cursor');
    if (recent.length < data.length || cursor === undefined) break;
  }
  return deliveries;
}
