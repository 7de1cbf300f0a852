export { composeDataPortPublished } from './compose-data-port-published.ts';
export { composeDockerSocket } from './compose-docker-socket.ts';
export { composeHostNamespace } from './compose-host-namespace.ts';
export { composeImageTag } from './compose-image-tag.ts';
export { composePrivileged } from './compose-privileged.ts';
export { composeSecretLiteral } from './compose-secret-literal.ts';
