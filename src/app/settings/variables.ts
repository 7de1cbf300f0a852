import { apiUrl } from './api-url.ts';
import { keyText, oneOf, onOff, path, postgresUrl, text, type Variable, webUrl, wholeNumber } from './variable.ts';

const WHERE = "on the App's settings page: Settings > Developer settings > GitHub Apps > (your App) > General";

/** Every variable that the App reads: what it may be, what goes wrong otherwise, what to set. */
export const VARIABLES = {
  APP_ID: wholeNumber(1, Number.MAX_SAFE_INTEGER, {
    why: 'Without it nobody knows which App this is.',
    set: `Find it ${WHERE}, "App ID"; it is a number, not the client id.`,
  }),
  PRIVATE_KEY: keyText({
    why: 'Without it GitHub gives no tokens.',
    set: `Generate one ${WHERE}, "Private keys", and set its text (line breaks may be written as \\n, or all of it in base64).`,
  }),
  WEBHOOK_SECRET: text({
    why: 'Without it anybody could send events.',
    set: `Set the same long random value here and ${WHERE}, "Webhook secret".`,
    secret: true,
  }),
  GITHUB_API_URL: apiUrl('https://api.github.com'),
  GITHUB_THROTTLE: onOff(true, {
    why: 'Requests are slowed down to what GitHub allows, or not.',
    set: 'Set `off` where the server has no rate limits, else leave it out.',
  }),
  HOST: text({ fallback: '0.0.0.0', why: '', set: '' }),
  PORT: wholeNumber(1, 65_535, {
    fallback: 3000,
    why: 'Nobody could reach the App.',
    set: 'Set a number from 1 to 65535, or leave it out for 3000.',
  }),
  WEBHOOK_PATH: path('/api/github/webhooks', {
    why: 'Webhooks would not arrive.',
    set: 'Set the path of the webhook address, such as /api/github/webhooks; it begins with a slash.',
  }),
  PIPEWRIGHT_CONCURRENCY: wholeNumber(1, 100, {
    fallback: 4,
    why: 'With none, nothing would be reviewed; with very many, memory runs out.',
    set: 'Set how many reviews run at the same time, from 1 to 100.',
  }),
  PIPEWRIGHT_QUEUE: wholeNumber(1, 10_000_000, {
    fallback: 10_000,
    why: 'With none, every event would be refused.',
    set: 'Set how many reviews may wait, at least 1.',
  }),
  DATABASE_URL: postgresUrl({
    why: 'Without one the queue cannot be shared.',
    set: 'Set postgres://USER:PASSWORD@HOST:5432/DATABASE, with special characters of the password percent-encoded, or leave it out to keep the queue in memory.',
    secret: true,
  }),
  PIPEWRIGHT_TAKEOVER_SECONDS: wholeNumber(4, 86_400, {
    fallback: 60,
    why: 'Signs of life come every second and may come late; below four, healthy processes would lose their reviews.',
    set: 'Set the seconds of silence after which another process takes over, from 4 to 86400.',
  }),
  PIPEWRIGHT_REVIEW_SECONDS: wholeNumber(1, 3600, {
    fallback: 45,
    why: 'With none, every review would be ended at once.',
    set: 'Set the seconds that a review may compute in silence, from 1 to 3600.',
  }),
  PIPEWRIGHT_RECONCILE: onOff(true, {
    why: 'Lost work is looked for, or not.',
    set: 'Set `off` so that it is not, else leave it out.',
  }),
  PIPEWRIGHT_RECEIPTS: text({ fallback: '', why: '', set: '' }),
  PIPEWRIGHT_SETUP: onOff(false, {
    why: 'The page that registers the App is shown, or not.',
    set: 'Set `on` for the first start, and leave it out afterwards.',
  }),
  PIPEWRIGHT_MODEL_PROVIDER: oneOf(['anthropic', 'bedrock', 'vertex'], 'anthropic', {
    why: 'Nobody would know where the model is to be asked.',
    set: 'Set `anthropic`, `bedrock` or `vertex`, or leave it out.',
  }),
  ANTHROPIC_API_KEY: text({ fallback: '', why: '', set: '', secret: true }),
  ANTHROPIC_AUTH_TOKEN: text({ fallback: '', why: '', set: '', secret: true }),
  ANTHROPIC_BASE_URL: webUrl({
    why: 'The model could not be asked.',
    set: 'Set the address of an API like https://api.anthropic.com, or leave it out.',
  }),
  ANTHROPIC_BEDROCK_BASE_URL: webUrl({
    why: 'The model could not be asked.',
    set: 'Set the address of an endpoint of Bedrock, or leave it out for that of the region.',
  }),
  ANTHROPIC_VERTEX_BASE_URL: webUrl({
    why: 'The model could not be asked.',
    set: 'Set the address of an endpoint of Vertex AI, or leave it out for that of the location.',
  }),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], 'info', {
    why: 'Nobody would know what is logged.',
    set: 'Set one of trace, debug, info, warn, error, fatal.',
  }),
  LOG_FORMAT: oneOf(['json', 'pretty'], 'pretty', {
    why: 'Whoever reads the log expects one form.',
    set: 'Set `json` for machines or `pretty` for people.',
  }),
} as const satisfies Readonly<Record<string, Variable<unknown>>>;

export type VariableName = keyof typeof VARIABLES;
