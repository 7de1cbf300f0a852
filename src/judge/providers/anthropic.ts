import { type MessagesOptions, messagesProvider } from './messages-provider.ts';
import type { Provider } from './provider.ts';

export interface AnthropicOptions {
  /** A key of the vendor, or of a gateway. */
  readonly apiKey?: string;
  /** What a gateway takes instead of a key, or beside it. */
  readonly authToken?: string;
  /** Of a gateway; absent: the vendor's address. */
  readonly baseUrl?: string;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

/** The vendor's own API, or a gateway that speaks it. */
export function anthropicProvider(options: AnthropicOptions): Provider {
  return messagesProvider(anthropicMessages(options));
}

/** How it is spoken to. With a token and a key the token authorises and the key has a header of its own. */
export function anthropicMessages({ apiKey = '', authToken, baseUrl, timeoutMs }: AnthropicOptions): MessagesOptions {
  return {
    name: baseUrl === undefined ? "Anthropic's API" : 'a gateway',
    token: authToken ?? apiKey,
    ...(authToken !== undefined && apiKey !== '' ? { headers: { 'x-api-key': apiKey } } : {}),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}
