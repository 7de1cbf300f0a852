/** Variables that switch certificate checks off, as their programs document them (November 2026). */
const VARIABLES: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^.+$/,
  NPM_CONFIG_STRICT_SSL: /^(false|0)$/i,
  YARN_STRICT_SSL: /^(false|0)$/i,
  YARN_ENABLE_STRICT_SSL: /^(false|0)$/i,
  PIP_TRUSTED_HOST: /^(?!(localhost|127\.0\.0\.1)$).+$/,
  CONDA_SSL_VERIFY: /^(false|0|no)$/i,
  BUNDLE_SSL_VERIFY_MODE: /^0$/,
  AZURE_CLI_DISABLE_CONNECTION_VERIFICATION: /^(1|true)$/i,
  CURL_INSECURE: /^(1|true)$/i,
  HF_HUB_DISABLE_SSL_VERIFICATION: /^(1|true)$/i,
};

/** Whether setting a variable to this value switches the check off. */
export function isInsecureVariable(name: string, value: string): boolean {
  return VARIABLES[name.toUpperCase()]?.test(value.replace(/^["']|["']$/g, '')) ?? false;
}
