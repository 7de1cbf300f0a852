import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeWorkflows } from './make-workflows.mjs';

/**
 * Fills two folders, before and after: fifty changed files as a large pull request has them. 20 workflows, 5 Dockerfiles,
 * 5 files of Terraform, 20 of Python. The same every time.
 */
export async function makePullRequest(base, head) {
  await makeWorkflows(base, 20, 100_000);
  await makeWorkflows(head, 20, 100_000);
  const workflows = join(head, '.github', 'workflows');
  for (const name of await readdir(workflows)) {
    const text = await readFile(join(workflows, name), 'utf8');
    await writeFile(join(workflows, name), text.replaceAll('eu-central-', 'eu-north-'));
  }
  for (const service of ['api', 'web', 'search', 'billing', 'ingest']) {
    await writeBoth(`services/${service}/Dockerfile`, (side) => dockerfile(service, side));
    await writeBoth(`terraform/${service}/main.tf`, (side) => terraform(service, side));
    for (const step of ['load', 'features', 'train', 'evaluate'])
      await writeBoth(`ml/${service}/${step}.py`, (side) => python(service, step, side));
  }

  async function writeBoth(path, text) {
    for (const [side, folder] of [base, head].entries()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text(side));
    }
  }
}

const dockerfile = (service, side) => `FROM node:22.11.${side}-bookworm-slim@sha256:${'a1b2c3d4'.repeat(8)} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts && npm cache clean --force
COPY services/${service} services/${service}
RUN npm run build --workspace services/${service}

FROM gcr.io/distroless/nodejs22-debian12@sha256:${'b2c3d4e5'.repeat(8)}
WORKDIR /app
COPY --from=build /app/services/${service}/dist ./dist
USER 10001
HEALTHCHECK --interval=30s CMD ["/nodejs/bin/node", "dist/health.js"]
ENTRYPOINT ["/nodejs/bin/node", "dist/main.js"]
`;

const terraform = (service, side) => `terraform {
  required_version = "~> 1.13"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.${side}"
    }
  }
}

variable "environment" {
  description = "Where it runs."
  type        = string
}

locals {
  name = "${service}-\${var.environment}"
}

resource "aws_s3_bucket" "${service}" {
  bucket = local.name
}

resource "aws_s3_bucket_public_access_block" "${service}" {
  bucket                  = aws_s3_bucket.${service}.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_db_instance" "${service}" {
  identifier              = local.name
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = ${20 + side}
  storage_encrypted       = true
  backup_retention_period = 14
  deletion_protection     = true
  publicly_accessible     = false
}
`;

const python = (service, step, side) => `"""The step ${step} of ${service}."""
import argparse
import logging
from pathlib import Path

import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression

log = logging.getLogger(__name__)
SEED = ${17 + side}


def read(folder: Path) -> pd.DataFrame:
    frames = [pd.read_parquet(path) for path in sorted(folder.glob("*.parquet"))]
    frame = pd.concat(frames, ignore_index=True)
    log.info("%d rows, %d columns", *frame.shape)
    return frame.dropna(subset=["label"])


def fit(frame: pd.DataFrame):
    features, label = frame.drop(columns=["label"]), frame["label"]
    train_x, test_x, train_y, test_y = train_test_split(
        features, label, test_size=0.2, random_state=SEED, stratify=label
    )
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500, random_state=SEED))
    model.fit(train_x, train_y)
    score = model.score(test_x, test_y)
    if score < 0.8:
        raise SystemExit(f"{score:.3f} is below the bar")
    return model, score


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("data/${service}"))
    parser.add_argument("--out", type=Path, default=Path("models/${service}"))
    options = parser.parse_args()
    model, score = fit(read(options.data))
    options.out.mkdir(parents=True, exist_ok=True)
    log.info("${step}: %.3f", score)


if __name__ == "__main__":
    main()
`;
