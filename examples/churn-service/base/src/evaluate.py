"""Fails when the model is not good enough to be deployed."""

import argparse
import json
import sys

import pandas as pd
import yaml
from sklearn.metrics import roc_auc_score
from xgboost import XGBClassifier

parser = argparse.ArgumentParser()
parser.add_argument("--metrics", required=True)
parser.add_argument("--params", required=True)
args = parser.parse_args()

with open(args.params) as file:
    gate = yaml.safe_load(file)["evaluate"]

model = XGBClassifier()
model.load_model("models/churn.json")
test = pd.read_parquet("data/test.parquet")
auc = roc_auc_score(test["churned"], model.predict_proba(test.drop(columns=["churned"]))[:, 1])

with open(args.metrics, "w") as file:
    json.dump({"auc": auc}, file)

if auc < gate["min_auc"]:
    sys.exit(f"auc {auc:.3f} is below {gate['min_auc']}")
