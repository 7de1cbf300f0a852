/** The schema that pg-boss keeps its tables in, and we ours. */
export const SCHEMA = 'pipewright';
/** The queue's name in pg-boss. */
export const QUEUE = 'work';

const JOBS = `${SCHEMA}.job`;

/*
 * pg-boss keeps the jobs; `send` adds one, and its maintenance gives the job of a dead process back. These statements
 * stand beside it, on its table, because its policies stop short of what is needed here: a job that replaces a waiting
 * one, the newest job first, a fetch that passes over keys that are running instead of failing on them, and a sign of
 * life while a job runs. $1 is always the name of the queue.
 */

/** $2: key. What is known before a job is added. */
export const BEFORE_ADDING = `
  SELECT count(*)::int AS waiting, coalesce(bool_or(singleton_key = $2), false) AS replaces
  FROM ${JOBS} WHERE name = $1 AND state < 'active'`;

/** $2: id of a job that was added. Drops what waited under its key. */
export const DROP_OLDER = `
  DELETE FROM ${JOBS} older USING ${JOBS} newer
  WHERE newer.name = $1 AND newer.id = $2
    AND older.name = $1 AND older.singleton_key = newer.singleton_key AND older.state < 'active'
    AND (older.created_on, older.id) < (newer.created_on, newer.id)`;

/**
 * Takes the newest job whose key is not running, and drops what waited under its key: a process that died while adding,
 * or whose job was given back, leaves an older one. Two processes that take two jobs of one key at the same moment are
 * kept apart by the unique index of pg-boss's `singleton` policy: the second one fails.
 */
export const CLAIM = `
  WITH newest AS (
    SELECT id FROM ${JOBS} waiting
    WHERE name = $1 AND state < 'active' AND start_after <= now() AND NOT EXISTS (
      SELECT 1 FROM ${JOBS} running
      WHERE running.name = $1 AND running.state = 'active' AND running.singleton_key = waiting.singleton_key)
    ORDER BY created_on DESC, id DESC LIMIT 1 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE ${JOBS} job SET state = 'active', started_on = now(),
      retry_count = CASE WHEN started_on IS NULL THEN retry_count ELSE retry_count + 1 END
    FROM newest WHERE job.name = $1 AND job.id = newest.id
    RETURNING job.id, job.singleton_key, job.data, job.retry_count, job.created_on
  ), dropped AS (
    DELETE FROM ${JOBS} older USING claimed
    WHERE older.name = $1 AND older.singleton_key = claimed.singleton_key AND older.state < 'active'
      AND older.id <> claimed.id AND older.created_on <= claimed.created_on
  )
  SELECT id, singleton_key AS key, data, retry_count AS attempt FROM claimed`;

/**
 * $2, $3: ids and attempts of the jobs that run here. Shows that they are alive, as pg-boss measures it, and answers
 * those that are still ours: a job that was given to another process has another attempt.
 */
export const BEAT = `
  UPDATE ${JOBS} job SET started_on = now() FROM unnest($2::uuid[], $3::int[]) AS mine(id, attempt)
  WHERE job.name = $1 AND job.id = mine.id AND job.retry_count = mine.attempt AND job.state = 'active'
  RETURNING job.id, EXISTS (
    SELECT 1 FROM ${JOBS} newer
    WHERE newer.name = $1 AND newer.singleton_key = job.singleton_key AND newer.state < 'active'
      AND newer.created_on > job.created_on) AS superseded`;

/** $2, $3: id and attempt of a job that ended. Nothing of it is kept. */
export const FINISH = `
  DELETE FROM ${JOBS} WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active'`;

/** $2, $3: ids and attempts of the jobs that another process shall take at once. */
export const HAND_BACK = `
  UPDATE ${JOBS} job SET state = 'retry', started_on = NULL, start_after = now()
  FROM unnest($2::uuid[], $3::int[]) AS mine(id, attempt)
  WHERE job.name = $1 AND job.id = mine.id AND job.retry_count = mine.attempt AND job.state = 'active'`;

/** $2: key. Drops what waits, and answers whether something runs. */
export const DROP_WAITING = `
  WITH dropped AS (DELETE FROM ${JOBS} WHERE name = $1 AND singleton_key = $2 AND state < 'active')
  SELECT EXISTS (SELECT 1 FROM ${JOBS} WHERE name = $1 AND singleton_key = $2 AND state = 'active') AS runs`;

/** $2: key. */
export const HAS = `
  SELECT EXISTS (SELECT 1 FROM ${JOBS} WHERE name = $1 AND singleton_key = $2 AND state <= 'active') AS there`;

export const COUNT = `
  SELECT count(*)::int AS queued, coalesce(extract(epoch FROM now() - min(created_on)), 0)::float AS oldest
  FROM ${JOBS} WHERE name = $1 AND state < 'active'`;

/** One row: which process does what one does for all, and until when nobody else may. */
export const CREATE_LEADER = `
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.leader (
    single boolean PRIMARY KEY DEFAULT true CHECK (single), holder uuid NOT NULL, until timestamptz NOT NULL)`;

/** $1, $2: the process, and for how many seconds. Answers a row when it leads. */
export const LEAD = `
  INSERT INTO ${SCHEMA}.leader (holder, until) VALUES ($1, now() + $2::int * interval '1 second')
  ON CONFLICT (single) DO UPDATE SET holder = excluded.holder, until = excluded.until
  WHERE leader.holder = excluded.holder OR leader.until < now()
  RETURNING holder`;

/** $1: the process. */
export const STEP_DOWN = `DELETE FROM ${SCHEMA}.leader WHERE holder = $1`;
