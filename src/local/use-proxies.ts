import type { Dispatcher } from 'undici';
import { namesProxy, proxyFor } from './proxy-for.ts';

/**
 * Makes every `fetch` of this process honour HTTPS_PROXY, HTTP_PROXY and NO_PROXY, which Node does not do by itself.
 * Loads nothing where no proxy is named.
 */
export async function useProxies(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (!namesProxy(env)) return;
  const { Agent, ProxyAgent, setGlobalDispatcher } = await import('undici');
  const direct = new Agent();
  const proxies = new Map<string, Dispatcher>();

  function agentFor(origin: string): Dispatcher {
    const proxy = proxyFor(new URL(origin), env);
    if (proxy === undefined) return direct;
    const agent = proxies.get(proxy) ?? new ProxyAgent(proxy);
    proxies.set(proxy, agent);
    return agent;
  }

  const dispatch: Dispatcher['dispatch'] = (options, handler) =>
    agentFor(String(options.origin)).dispatch(options, handler);
  // All that fetch calls; undici's own agent that chooses by the environment prints a warning.
  setGlobalDispatcher({ dispatch } as Dispatcher);
}
