export { composeDockerSocket } from './compose-docker-socket.ts';
