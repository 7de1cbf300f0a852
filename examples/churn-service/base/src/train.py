"""Trains the churn model on the prepared features."""

import mlflow
import pandas as pd
import yaml
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

with open("params.yaml") as file:
    params = yaml.safe_load(file)

features = pd.read_parquet("data/features.parquet")
X, y = features.drop(columns=["churned"]), features["churned"]
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=params["split"]["test_size"], stratify=y, random_state=42
)

with mlflow.start_run():
    mlflow.log_params(params["train"])
    model = XGBClassifier(**params["train"], random_state=42)
    model.fit(X_train, y_train)
    mlflow.log_metric("auc", model.score(X_test, y_test))

model.save_model("models/churn.json")
X_test.assign(churned=y_test).to_parquet("data/test.parquet")
