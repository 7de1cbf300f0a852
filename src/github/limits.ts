/** Bytes. GitHub counts 65,536 characters; bytes are never fewer. */
export const MAX_COMMENT_BYTES = 60_000;
/** Bytes of a check run's summary or text: GitHub's limit is 65,535 characters. */
export const MAX_CHECK_BYTES = 65_000;
export const MAX_ANNOTATIONS_PER_REQUEST = 50;
/** More of them help nobody, and each 50 cost a request. */
export const MAX_ANNOTATIONS = 300;
/** Characters. */
export const MAX_ANNOTATION_TITLE = 255;
/** Bytes; GitHub's limit is 64 KB. */
export const MAX_ANNOTATION_MESSAGE = 60_000;
