import type { Telemetry } from '../telemetry.ts';
import { routeClass } from './route-class.ts';

/** `fetch` that counts each request to GitHub, and what is left of the rate limit of the installation it is made for. */
export function meteredFetch({ log, meters }: Telemetry, installation?: number): typeof fetch {
  return async (input, options) => {
    const method = options?.method ?? 'GET';
    const route = routeClass(input instanceof Request ? input.url : String(input));
    const started = performance.now();
    const tell = (status: number, headers?: Headers) => {
      const remaining = headers?.get('x-ratelimit-remaining') ?? undefined;
      meters.call({
        method,
        route,
        status,
        resource: headers?.get('x-ratelimit-resource') ?? undefined,
        ...(installation === undefined ? {} : { installation }),
        ...(remaining === undefined ? {} : { remaining: Number(remaining) }),
      });
      log.debug({ method, route, status, ms: Math.round(performance.now() - started) }, 'asked GitHub');
    };
    try {
      const response = await fetch(input, options);
      tell(response.status, response.headers);
      return response;
    } catch (error) {
      tell(0);
      throw error;
    }
  };
}
