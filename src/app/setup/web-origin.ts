/** Where people see the GitHub whose API this is: `https://github.com`, an Enterprise Server's host, `SUBDOMAIN.ghe.com`. */
export function webOrigin(apiUrl: string): string {
  const { protocol, host, hostname, port } = new URL(apiUrl);
  const ofItsOwn = hostname === 'api.github.com' || (hostname.startsWith('api.') && hostname.endsWith('.ghe.com'));
  return ofItsOwn
    ? `${protocol}//${hostname.slice('api.'.length)}${port === '' ? '' : `:${port}`}`
    : `${protocol}//${host}`;
}
