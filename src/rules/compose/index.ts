export { composeDockerSocket } from './compose-docker-socket.ts';
export { composeImageTag } from './compose-image-tag.ts';
export { composePrivileged } from './compose-privileged.ts';
