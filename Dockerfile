# The GitHub App as a server: docker build -t pipewright . && docker run --env-file .env -p 3000:3000 pipewright

FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production

FROM base AS build
COPY package.json package-lock.json ./
COPY scripts/build.mjs scripts/write-code-cache.mjs scripts/
COPY bin bin
COPY src src
# Its `prepare` script bundles src/ into build/. Of src/ only the rules' pages are needed after that.
RUN npm ci --include=dev && find src -type f ! -name '*.md' -delete && find src -type d -empty -delete

FROM base AS dependencies
COPY package.json package-lock.json ./
# No script has anything to do here: build/ is made already, and the grammars ship their WebAssembly.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM base
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/src src
COPY package.json ./
COPY bin bin
COPY agents agents
USER node
ENV PORT=3000 LOG_FORMAT=json
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell in between, node itself gets SIGTERM and lets running reviews finish.
CMD ["node", "build/app.js"]
