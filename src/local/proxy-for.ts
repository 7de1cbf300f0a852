type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that the environment names for an address; undefined when it is to be reached directly. */
export function proxyFor(url: URL, env: Environment): string | undefined {
  const proxy = url.protocol === 'https:' ? read(env, 'https_proxy') : read(env, 'http_proxy');
  if (proxy === undefined || isExcepted(url, read(env, 'no_proxy') ?? '')) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

/** Whether any proxy is named at all. */
export function namesProxy(env: Environment): boolean {
  return read(env, 'https_proxy') !== undefined || read(env, 'http_proxy') !== undefined;
}

/** As curl reads them: in small letters first. */
function read(env: Environment, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()] || undefined;
}

/** NO_PROXY: hosts separated by commas or spaces, each with everything below it; with a port, that port; `*` for all. */
function isExcepted({ hostname, port, protocol }: URL, exceptions: string): boolean {
  const actual = port || (protocol === 'https:' ? '443' : '80');
  return exceptions
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((exception) => {
      if (exception === '*') return true;
      const [, host = '', wanted = actual] = /^(.*?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
      const name = host.replace(/^\*?\./, '');
      return wanted === actual && (hostname === name || hostname.endsWith(`.${name}`));
    });
}
